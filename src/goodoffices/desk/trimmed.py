"""A brief cut to what fits a page, with how much was left out: a case of any size then opens at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from goodoffices.brief import Brief
from goodoffices.brief.model.positions import Cell, IssueView, Matrix, MatrixRow
from goodoffices.brief.model.process import NoteGroup, NoteSection
from goodoffices.brief.model.table import Delegation, Member, Table, Timeline

from .glimpse import with_glimpses

__all__ = ["Totals", "trimmed"]

T = TypeVar("T")

_CELL = 5
"""Positions that a cell of the matrix keeps; the others stand in the record."""
_PARTIES = 24
"""Parties of an issue whose positions it keeps; of the others how they stand, for the record holds the rest."""
_CLAIMS = 8
_LIST = 100
"""Of what a page lists one below the other."""
_MEMBERS = 24
"""Of a delegation."""
_OFFICES = 6
"""Of one person or body."""
_SIDES = 60
"""Delegations, and others that are named."""
_COLUMNS = 12
"""Parts of the matrix, of six parties each."""


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """How many there are of what a page shows the first of."""

    findings: int
    disputes: int
    changes: int
    meetings: int
    events: int
    delegations: int
    others: int
    contacts: int
    gaps: int
    plans: int
    mechanisms: int
    quotes: int
    withheld: int
    rejections: int


def trimmed(brief: Brief) -> tuple[Brief, Totals]:
    """Cut a brief to what fits a page.

    Args:
        brief: A whole one.

    Returns:
        The same without entries and texts of reports, and with no more than the first of each list; and the numbers of
        all. Meetings and events keep the latest.
    """
    totals = Totals(
        findings=len(brief.entries),
        disputes=len(brief.disputes),
        changes=len(brief.changes),
        meetings=len(brief.timeline.meetings),
        events=len(brief.timeline.events),
        delegations=len(brief.table.delegations),
        others=len(brief.table.others),
        contacts=len(brief.table.contacts),
        gaps=len(brief.gaps),
        plans=len(brief.plans),
        mechanisms=len(brief.mechanisms),
        quotes=len(brief.quotes),
        withheld=len(brief.withheld),
        rejections=len(brief.rejections),
    )
    cut = msgspec.structs.replace(
        brief,
        entries=(),
        reports=(),
        parties=_first(brief.parties),
        matrices=tuple(_matrix(each) for each in brief.matrices[:_COLUMNS]),
        issues=tuple(_issue(each) for each in brief.issues),
        disputes=_first(brief.disputes),
        changes=_first(brief.changes),
        timeline=_timeline(brief.timeline),
        table=_table(brief.table),
        gaps=_first(brief.gaps),
        plans=_first(brief.plans),
        mechanisms=_first(brief.mechanisms),
        quotes=_first(brief.quotes),
        withheld=_first(brief.withheld),
        rejections=_first(brief.rejections),
        process=tuple(_section(each) for each in brief.process),
    )
    return with_glimpses(cut), totals


def _first(things: Sequence[T]) -> tuple[T, ...]:
    return tuple(things[:_LIST])


def _matrix(matrix: Matrix) -> Matrix:
    rows = tuple(
        MatrixRow(issue=row.issue, label=row.label, states=row.states, cells=tuple(_cell(each) for each in row.cells))
        for row in matrix.rows
    )
    return Matrix(matrix.parties, rows)


def _cell(cell: Cell) -> Cell:
    return msgspec.structs.replace(cell, entries=cell.entries[:_CELL])


def _issue(view: IssueView) -> IssueView:
    cells = view.cells[:_LIST]
    told = tuple(_cell(each) for each in cells[:_PARTIES])
    named = tuple(msgspec.structs.replace(each, entries=()) for each in cells[_PARTIES:])
    return msgspec.structs.replace(view, cells=(*told, *named), claims=view.claims[:_CLAIMS])


def _timeline(timeline: Timeline) -> Timeline:
    meetings, events = timeline.meetings, timeline.events
    tracks = timeline.tracks[:_LIST]
    return msgspec.structs.replace(timeline, tracks=tracks, meetings=_latest(meetings), events=_latest(events))


def _latest(things: Sequence[T]) -> tuple[T, ...]:
    # They stand in order of time, those of an unknown date last.
    return tuple(things[-_LIST:])


def _table(table: Table) -> Table:
    delegations, others = table.delegations[:_SIDES], table.others[:_SIDES]
    return msgspec.structs.replace(
        table,
        delegations=tuple(_delegation(each) for each in delegations),
        others=tuple(_delegation(each) for each in others),
        contacts=_first(table.contacts),
    )


def _delegation(delegation: Delegation) -> Delegation:
    members = tuple(_member(each) for each in delegation.members[:_MEMBERS])
    left_out = len(delegation.members) - len(members)
    return msgspec.structs.replace(delegation, roles=delegation.roles[:_OFFICES], members=members, left_out=left_out)


def _member(member: Member) -> Member:
    return msgspec.structs.replace(member, roles=member.roles[:_OFFICES])


def _section(section: NoteSection) -> NoteSection:
    groups = tuple(NoteGroup(group.id, group.title, group.notes[:_LIST]) for group in section.groups)
    return msgspec.structs.replace(section, groups=groups)
