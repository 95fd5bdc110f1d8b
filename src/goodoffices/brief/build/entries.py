"""From findings to entries: labels, sentences, evidence with its source, parties and issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TypeAlias

import msgspec

from goodoffices.brief.model import Citation, Entry, Ref
from goodoffices.brief.wording import wording
from goodoffices.record import (
    ActorContent,
    Content,
    EventContent,
    Evidence,
    Finding,
    Findings,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PositionContent,
    QuoteContent,
    Report,
    RoleContent,
    WithheldContent,
    kind_of,
    mechanisms,
)

from .phrases import clip, counted, day_words, interval_words
from .roster import Roster
from .says import notes, says

__all__ = ["CITED_CHARACTERS", "Sources", "entries", "labels"]

CITED_CHARACTERS = 400
"""Of a quote, in a copied citation."""


class Sources(msgspec.Struct, frozen=True):
    """How reports are named in a brief: report id -> number from 1, and -> outlet and day."""

    numbers: Mapping[str, int]
    names: Mapping[str, str]

    @classmethod
    def of(cls, reports: tuple[Report, ...]) -> Sources:
        """Number the reports in their order."""
        return cls(
            numbers={report.id: n for n, report in enumerate(reports, 1)},
            names={report.id: _source(report) for report in reports},
        )

    def cite(self, evidence: Evidence) -> Citation:
        """Name the source of a span."""
        return Citation(
            report=evidence.report,
            number=self.numbers[evidence.report],
            start=evidence.start,
            end=evidence.end,
            quote=evidence.quote,
            source=self.names[evidence.report],
        )


def _source(report: Report) -> str:
    return f"{report.outlet or clip(report.title, 60) or report.path}, {day_words(report.published)}"


def labels(findings: Findings) -> dict[str, Ref]:
    """Label each finding by its kind and its place among its kind: finding id -> reference without a sentence."""
    seen: Counter[str] = Counter()
    refs = {}
    for finding in findings.findings:
        letter = wording().kinds[finding.kind].letter
        seen[letter] += 1
        refs[finding.id] = Ref(finding.id, f"{letter}{seen[letter]}")
    return refs


def entries(findings: Findings, roster: Roster, sources: Sources) -> tuple[Entry, ...]:
    """Make the entry of each finding.

    Args:
        findings: All findings; every evidence span must be of one of their reports.
        roster: The actors that they speak of.
        sources: How the reports are named.

    Returns:
        One entry a finding, in the same order. Meetings carry the issues of what is said in the same words.
    """
    refs = labels(findings)
    sentences = {finding.id: says(finding, roster) for finding in findings.findings}
    full = {key: Ref(key, ref.label, sentences[key]) for key, ref in refs.items()}
    made = tuple(_entry(finding, roster, sources, full) for finding in findings.findings)
    return _with_meeting_issues(made)


def _entry(finding: Finding, roster: Roster, sources: Sources, refs: Mapping[str, Ref]) -> Entry:
    ref = refs[finding.id]
    cited = tuple(sources.cite(evidence) for evidence in finding.evidence)
    return Entry(
        id=finding.id,
        label=ref.label,
        kind=finding.kind,
        content=finding.content,
        says=ref.says,
        parties=_parties(finding, roster),
        issues=_issues(finding.content),
        reports=tuple(sorted({citation.number for citation in cited})),
        evidence=cited,
        sources=finding.sources,
        said_by=finding.said_by,
        speaker=roster.name(finding.said_by),
        when=finding.when,
        when_words=interval_words(finding.when),
        as_of=finding.as_of,
        first_reported=finding.first_reported,
        against=tuple(refs[other] for other in finding.against if other in refs),
        marking=finding.marking,
        verdict=finding.verdict,
        confidence=finding.confidence,
        basis=finding.basis,
        statements=finding.statements,
        notes=notes(finding),
        citation=_citation(ref.says, cited),
        added=finding.added,
    )


def _citation(sentence: str, cited: tuple[Citation, ...]) -> str:
    """The text of "copy as citation"; the page's script composes the same from what it shows."""
    first = cited[0]
    more = len({citation.number for citation in cited}) - 1
    also = f", and {counted(more, 'other report')}" if more else ""
    return f"{sentence}. “{clip(first.quote, CITED_CHARACTERS)}” ({first.source}{also})"


_Named: TypeAlias = Callable[[Content], tuple[str | None, ...]]

_ACTORS_OF: Mapping[type, _Named] = {
    ActorContent: lambda c: (c.actor,),  # type: ignore[union-attr]  # the key says which content it is
    RoleContent: lambda c: (c.actor, c.of),  # type: ignore[union-attr]  # the same
    MeetingContent: lambda c: (*c.participants, c.convenor),  # type: ignore[union-attr]  # the same
    PositionContent: lambda c: (c.party,),  # type: ignore[union-attr]  # the same
    QuoteContent: lambda c: (c.speaker, *c.to),  # type: ignore[union-attr]  # the same
    PlanContent: lambda c: (c.author,),  # type: ignore[union-attr]  # the same
    MechanismContent: lambda c: c.led_by,  # type: ignore[union-attr]  # the same
    IssueStatusContent: lambda _: (),
    EventContent: lambda c: c.actors,  # type: ignore[union-attr]  # the same
    WithheldContent: lambda c: c.by,  # type: ignore[union-attr]  # the same
}


def _parties(finding: Finding, roster: Roster) -> tuple[str, ...]:
    named = (*_ACTORS_OF[type(finding.content)](finding.content), finding.said_by)
    return roster.sides(actor for actor in named if actor is not None)


def _issues(content: Content) -> tuple[str, ...]:
    if isinstance(content, PositionContent | IssueStatusContent):
        return (content.issue,)
    if isinstance(content, PlanContent):
        return tuple(dict.fromkeys(item.issue for item in content.items))
    if isinstance(content, MechanismContent):
        term = mechanisms().get(content.kind)
        return (term.issue,) if term is not None and term.issue else ()
    return ()


def _with_meeting_issues(made: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Give each meeting the issues of the positions and claims whose evidence touches its own."""
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for entry in made:
        if isinstance(entry.content, PositionContent | IssueStatusContent):
            for c in entry.evidence:
                spans.setdefault(c.report, []).append((c.start, c.end, entry.issues[0]))
    return tuple(
        msgspec.structs.replace(entry, issues=_touched(entry, spans)) if kind_of(entry.content) == "meeting" else entry
        for entry in made
    )


def _touched(entry: Entry, spans: Mapping[str, list[tuple[int, int, str]]]) -> tuple[str, ...]:
    found = (
        issue
        for c in entry.evidence
        for start, end, issue in spans.get(c.report, ())
        if start < c.end and c.start < end
    )
    return tuple(dict.fromkeys(found))
