"""A newsroom for tests: made-up reports, and the statements that a reader would find in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from goodoffices.read.reading import read_report
from goodoffices.record import (
    ActorContent,
    ActorKind,
    Content,
    Disagreement,
    EventContent,
    Finding,
    Findings,
    Interval,
    IssueStatusContent,
    Marking,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PlanVersion,
    PositionContent,
    QuoteContent,
    Report,
    RoleContent,
    Statement,
    WithheldContent,
    actor_id,
    make_report,
    make_statement,
)
from goodoffices.record.findings import build

SENTENCE = "Line {:05} of {}. "


def day(text: str) -> Interval:
    """One day as an interval, or two with a slash between them."""
    first, _, last = text.partition("/")
    return Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(last or first))


class Draft:
    """A report in the making: each thing that it says becomes a sentence of its own."""

    def __init__(self, name: str, published: str | None, marking: Marking) -> None:
        """Start an empty report."""
        self.name = name
        self.published = dt.date.fromisoformat(published) if published else None
        self.marking = marking
        self.said: list[tuple[Content, str | None, Interval | None]] = []

    def say(self, content: Content, by: str | None = None, when: str | None = None) -> int:
        """Say something; gives its place, by which `Newsroom.statement` finds it."""
        self.said.append((content, by, day(when) if when else None))
        return len(self.said) - 1

    def actor(self, name: str, kind: ActorKind = "state", side: str | None = None, aliases: Iterable[str] = ()) -> str:
        """Name an actor; gives its id in this report."""
        actor = actor_id(kind, name)
        self.say(ActorContent(actor=actor, name=name, kind=kind, side=side, aliases=tuple(aliases)))
        return actor

    def person(self, name: str, side: str | None = None, aliases: Iterable[str] = ()) -> str:
        """Name a person; gives the id in this report."""
        return self.actor(name, "person", side, aliases)

    def position(self, party: str, issue: str, stance: Any, text: str, **rest: Any) -> int:
        """Give a position."""
        by, when = rest.pop("by", None), rest.pop("when", None)
        return self.say(PositionContent(party=party, issue=issue, stance=stance, text=text, **rest), by, when)

    def status(self, issue: str, status: Any, text: str = "", by: str | None = None) -> int:
        """Say how far the talks have come."""
        return self.say(IssueStatusContent(issue=issue, status=status, text=text), by)

    def meeting(self, *present: str, place: str | None = None, when: str | None = None, **rest: Any) -> int:
        """Tell of a meeting."""
        return self.say(MeetingContent(participants=tuple(sorted(present)), place=place, **rest), None, when)

    def event(self, text: str, place: str | None = None, when: str | None = None, **rest: Any) -> int:
        """Tell of an act of violence."""
        return self.say(
            EventContent(kind="violence", actors=rest.pop("actors", ()), text=text, place=place), None, when
        )

    def quote(self, speaker: str, text: str, *, direct: bool = True) -> int:
        """Quote someone."""
        return self.say(QuoteContent(speaker=speaker, text=text, direct=direct))

    def role(self, actor: str, title: str, of: str | None = None, tenure: Any = "current") -> int:
        """Give someone an office."""
        return self.say(RoleContent(actor=actor, title=title, of=of, tenure=tenure))

    def plan(self, name: str, author: str | None, *versions: tuple[str, int | None], **rest: Any) -> int:
        """Tell of a plan, its versions as (label, points)."""
        told = tuple(PlanVersion(label=label, points=points) for label, points in versions)
        return self.say(PlanContent(name=name, author=author, versions=told, **rest))

    def mechanism(self, name: str, kind: Any = "force", by: str | None = None, **rest: Any) -> int:
        """Tell of a mechanism."""
        return self.say(MechanismContent(name=name, kind=kind, **rest), by)

    def withheld(self, text: str, *by: str) -> int:
        """Say that something is kept secret."""
        return self.say(WithheldContent(text=text, by=tuple(sorted(by))))

    def report(self) -> Report:
        """The report as it went out."""
        text = "".join(SENTENCE.format(line, self.name) for line in range(len(self.said) + 1))
        return make_report(
            text, path=f"{self.name}.txt", title=self.name, published=self.published, marking=self.marking
        )

    def statements(self, report: Report) -> list[Statement]:
        """What a reader would find in it."""
        length = len(SENTENCE.format(0, self.name))
        return [
            make_statement(
                content,
                (report.evidence(line * length, (line + 1) * length - 1),),
                reader="test/1",
                said_by=by,
                when=when,
            )
            for line, (content, by, when) in enumerate(self.said)
        ]


class Newsroom:
    """Reports of one negotiation."""

    def __init__(self) -> None:
        """Start with none."""
        self.drafts: list[Draft] = []

    def report(self, name: str, published: str | None = None, marking: Marking = Marking.CLEAR) -> Draft:
        """Start a report."""
        self.drafts.append(Draft(name, published, marking))
        return self.drafts[-1]

    def reports(self) -> list[Report]:
        """The reports."""
        return [draft.report() for draft in self.drafts]

    def statements(self) -> list[Statement]:
        """All that they say."""
        return [statement for draft in self.drafts for statement in draft.statements(draft.report())]

    def statement(self, draft: Draft, place: int) -> Statement:
        """What a report says at a place that `say` gave."""
        return draft.statements(draft.report())[place]

    def build(self, **rest: Any) -> Findings:
        """The findings of all reports."""
        return build(self.reports(), self.statements(), **rest)


def disagreements(*texts: str, apart_days: int = 1, first: dt.date = dt.date(2024, 7, 10)) -> tuple[Disagreement, ...]:
    """The disagreements of reports in words, read as a user has them read, that lie some days apart."""
    days = [first + dt.timedelta(days=n * apart_days) for n in range(len(texts))]
    reports = [make_report(t, path=f"{n}.txt", title="", published=days[n]) for n, t in enumerate(texts)]
    return build(reports, [s for report in reports for s in read_report(report).statements]).disagreements


def plain(findings: Findings) -> tuple[Disagreement, ...]:
    """The disagreements that are contradictions, without opposite answers that may be to two questions."""
    return tuple(one for one in findings.disagreements if not one.by_answers)


def named(findings: Findings, actor: str | None) -> str | None:
    """The name of a joined actor."""
    names = {finding.content.actor: finding.content.name for finding in findings.of_kind("actor")}  # type: ignore[union-attr]
    return names.get(actor) if actor else None


def only(findings: Findings, kind: str) -> Finding:
    """The one finding of a kind."""
    found = findings.of_kind(kind)
    assert len(found) == 1, [finding.content for finding in found]
    return found[0]
