"""Rows of the record itself: evidence, reports, what was not taken, judgements, statements, notes, search hits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from goodoffices.brief import Brief
from goodoffices.brief.build.phrases import interval_words
from goodoffices.brief.build.roster import Roster
from goodoffices.brief.build.says import says
from goodoffices.brief.model import Citation
from goodoffices.record import (
    ActorContent,
    AssertionContent,
    Finding,
    Judgement,
    Note,
    Report,
    Statement,
    Verdict,
)
from goodoffices.record.view import Hit

from .ground import Ground, ReportLine
from .table import Cell, Row

__all__ = [
    "evidence_rows",
    "hit_rows",
    "judgement_rows",
    "note_rows",
    "rejection_rows",
    "report_rows",
    "statement_rows",
]

_AROUND = 60
"""Characters before and behind the words of a search hit."""


def evidence_rows(brief: Brief, ground: Ground, only: str | None = None) -> Iterator[Row]:
    """One row a span: those of the findings, then those of disagreements' sides that no finding says.

    Args:
        brief: The view models.
        ground: What a row looks up.
        only: Id of the finding or disagreement whose spans are wanted, or None for all.
    """
    for entry in brief.entries:
        if only in (None, entry.id):
            of = (entry.id, entry.label, entry.kind, entry.says)
            yield from ((*of, *_span(each, ground), entry.marking.value) for each in entry.evidence)
    for dispute in brief.disputes:
        for side in dispute.sides:
            if only == dispute.id or (only is None and not side.finding.id):
                of = (dispute.id, dispute.label, "disagreement", side.text)
                yield from ((*of, *_span(each, ground), dispute.marking.value) for each in side.evidence)


def _span(span: Citation, ground: Ground) -> Row:
    link = ground.link(span.report, span.start, span.end)
    return span.report, *ground.source((span,)), span.start, span.end, span.quote, link


def report_rows(ground: Ground) -> Iterator[Row]:
    """One row a report, without its text."""
    return (_report(line) for line in ground.reports.values())


def _report(line: ReportLine) -> Row:
    report = line.report
    return (
        report.id,
        line.number or None,
        report.title,
        report.outlet,
        report.author,
        report.published,
        report.language,
        report.url,
        report.path,
        line.characters,
        line.findings,
        line.copy_of,
        report.marking.value,
    )


def rejection_rows(brief: Brief, _ground: Ground) -> Iterator[Row]:
    """One row a thing that was not taken."""
    return ((each.what, each.reason) for each in brief.rejections)


def judgement_rows(judgements: Iterable[Judgement]) -> Iterator[Row]:
    """One row a judgement, those that were taken back included."""
    words = tuple(judgements)
    back = _taken_back(words)
    return (_judgement(each, stands=each.id not in back) for each in words)


def _taken_back(words: Iterable[Judgement]) -> set[str]:
    # Retractions too can be taken back: the latest word is looked at first.
    back: set[str] = set()
    for each in sorted(words, key=lambda word: (word.at, word.id), reverse=True):
        if each.verdict is Verdict.RETRACT and each.id not in back:
            back.add(each.target)
    return back


def _judgement(word: Judgement, *, stands: bool) -> Row:
    return (
        word.id,
        word.target,
        word.verdict.value,
        word.by,
        word.at,
        word.why or None,
        word.other,
        msgspec.json.encode(word.correction).decode("utf-8") if word.correction else None,
        (*word.statements, *word.other_statements),
        stands,
        word.marking.value,
    )


def statement_rows(statements: Iterable[Statement], ground: Ground) -> Iterator[Row]:
    """One row a statement, in the report's own actors: nothing is joined yet.

    Args:
        statements: Those of one view.
        ground: What a row looks up.
    """
    held = tuple(statements)
    roster = _roster((*ground.statements, *held))
    return (_statement(each, roster, ground) for each in held)


def _roster(statements: Iterable[Statement]) -> Roster:
    actors: dict[str, ActorContent] = {}
    for each in statements:
        content = each.content
        if isinstance(content, ActorContent):
            known = actors.get(content.actor)
            if known is None or len(content.name) > len(known.name):
                actors[content.actor] = content
    return Roster(actors=actors, by_name={})


def _statement(statement: Statement, roster: Roster, ground: Ground) -> Row:
    first, when = statement.evidence[0], statement.when
    return (
        statement.id,
        statement.kind,
        _sentence(statement, roster),
        roster.name(statement.said_by) or None,
        when.earliest if when else None,
        when.latest if when else None,
        interval_words(when) or None,
        first.quote,
        *ground.source(statement.evidence),
        first.report,
        first.start,
        first.end,
        statement.reader,
        statement.basis or None,
        statement.marking.value,
    )


def _sentence(statement: Statement, roster: Roster) -> str:
    if isinstance(statement.content, AssertionContent):
        return statement.content.text
    alone = Finding(
        id=statement.id,
        content=statement.content,
        evidence=statement.evidence,
        statements=(statement.id,),
        said_by=statement.said_by,
        when=statement.when,
    )
    return says(alone, roster)


def note_rows(notes: Iterable[Note]) -> Iterator[Row]:
    """One row a note of an analyst."""
    return (_note(note) for note in notes)


def _note(note: Note) -> Row:
    content = msgspec.to_builtins(note.content)
    words: Cell = next((str(content[field]) for field in ("text", "claim", "what", "how") if content.get(field)), None)
    written = msgspec.json.encode(note.content).decode("utf-8")
    return note.id, note.kind, words, note.by, note.at, note.day, note.why, written, note.rests_on, note.marking.value


def hit_rows(hits: Iterable[Hit]) -> Iterator[Row]:
    """One row a report that a search found."""
    return (_hit(hit) for hit in hits)


def _hit(hit: Hit) -> Row:
    report = hit.report
    passages = tuple(_around(report, span.start, span.end) for span in hit.evidence)
    return (
        report.id,
        report.title,
        report.outlet,
        report.published,
        passages,
        report.language,
        report.url,
        report.marking.value,
    )


def _around(report: Report, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(report.text), end + _AROUND)
    cut = " ".join(report.text[first:last].split())
    return f"{'…' if first else ''}{cut}{'…' if last < len(report.text) else ''}"
