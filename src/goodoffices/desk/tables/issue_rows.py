"""Rows of what a brief makes of its findings: disagreements, the matrix, changes, gaps, how the talks are run."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.brief import Brief
from goodoffices.brief.model import Cell as MatrixCell
from goodoffices.brief.model import (
    Change,
    Citation,
    DisputeSide,
    DisputeView,
    Gap,
    MatrixRow,
    NoteGroup,
    NoteView,
    Party,
)

from .ground import Ground, issue_label
from .table import Cell, Row

__all__ = [
    "change_rows",
    "dispute_rows",
    "gap_rows",
    "matrix_rows",
    "process_rows",
    "side_rows",
]


def dispute_rows(brief: Brief, ground: Ground) -> Iterator[Row]:
    """One row a disagreement."""
    return (_dispute(dispute, ground) for dispute in brief.disputes)


def _dispute(dispute: DisputeView, ground: Ground) -> Row:
    sides = dispute.sides
    return (
        dispute.id,
        dispute.label,
        dispute.about,
        dispute.issue,
        issue_label(dispute.issue),
        ground.all_names(dispute.parties),
        dispute.over_time,
        dispute.by_answers,
        tuple(side.text for side in sides),
        tuple(side.speaker or "the report" for side in sides),
        tuple(side.as_of.isoformat() if side.as_of else "unknown" for side in sides),
        tuple(side.evidence[0].quote if side.evidence else "" for side in sides),
        len(dispute.reports),
        dispute.marking.value,
    )


def side_rows(brief: Brief, ground: Ground) -> Iterator[Row]:
    """One row a side of a disagreement."""
    for dispute in brief.disputes:
        for number, side in enumerate(dispute.sides, 1):
            yield _side(dispute, number, side, ground)


def _side(dispute: DisputeView, number: int, side: DisputeSide, ground: Ground) -> Row:
    return (
        dispute.id,
        dispute.label,
        dispute.about,
        dispute.issue,
        issue_label(dispute.issue),
        dispute.over_time,
        dispute.by_answers,
        number,
        side.text,
        side.speaker or None,
        side.as_of,
        *_first(side.evidence, ground),
        side.finding.id or None,
        side.statements,
        dispute.marking.value,
    )


def _first(evidence: tuple[Citation, ...], ground: Ground) -> tuple[Cell, ...]:
    # The first sentence and its place: quote, report_title, outlet, published, report, start, end.
    if not evidence:
        return (None,) * 7
    first = evidence[0]
    return first.quote, *ground.source(evidence), first.report, first.start, first.end


def matrix_rows(brief: Brief, _ground: Ground) -> Iterator[Row]:
    """One row a party and issue, the parties of all parts of the matrix behind each other."""
    for part in brief.matrices:
        for row in part.rows:
            for party, cell in zip(part.parties, row.cells, strict=True):
                yield _cell(row, party, cell)


def _cell(row: MatrixRow, party: Party, cell: MatrixCell) -> Row:
    return (
        row.issue,
        row.label,
        party.name,
        party.id,
        cell.state,
        tuple(f"{mark.stance} ({mark.count})" for mark in cell.marks),
        sum(mark.count for mark in cell.marks),
        any(mark.firm for mark in cell.marks),
        cell.contested,
        tuple(entry.id for entry in cell.entries),
    )


def change_rows(brief: Brief, _ground: Ground) -> Iterator[Row]:
    """One row a change."""
    return (_change(change) for change in brief.changes)


def _change(change: Change) -> Row:
    before, after = (tuple(ref.id for ref in refs) for refs in (change.before, change.after))
    return change.kind, change.about, change.text, change.when, before, after


def gap_rows(brief: Brief, _ground: Ground) -> Iterator[Row]:
    """One row an actor who is missing at a table."""
    return (_gap(gap) for gap in brief.gaps)


def _gap(gap: Gap) -> Row:
    because = tuple(ref.id for ref in gap.because)
    return gap.issue, gap.issue_label, gap.actor.name, gap.actor.id, gap.elsewhere, because


def process_rows(brief: Brief, ground: Ground) -> Iterator[Row]:
    """One row a thing told of the process."""
    for section in brief.process:
        for group in section.groups:
            for note in group.notes:
                yield _told(section.title, group, note, ground)


def _told(section: str, group: NoteGroup, note: NoteView, ground: Ground) -> Row:
    return (
        note.id,
        note.label,
        section,
        group.title,
        note.lead,
        note.text,
        note.state_words or None,
        note.speaker or None,
        note.as_of,
        ground.all_names(note.parties),
        note.issues,
        *_first(note.evidence, ground),
        tuple(ref.id for ref in note.refs),
    )
