"""Notes in the tables: what a note rests on, and which notes a horizon lets through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from goodoffices.record.entry import NoteEntry
from goodoffices.record.errors import NotInCase
from goodoffices.record.note import Note

from .moment import read_moment
from .rows import read_content, row, with_markings
from .schema import note, note_rests_on, report, statement
from .visible import Horizon

__all__ = ["grounds", "note_row", "notes"]

_ROWS = {"yield_per": 1000}


def note_row(written: Note, at: str) -> dict[str, Any]:
    """Write the row of a note that the record learned `at`."""
    return row(written, kind=written.kind, marking=written.marking.value, at=at)


def grounds(connection: sa.Connection, written: Note, name: str) -> set[str]:
    """Find the ids that a note rests on, also by way of the notes that it rests on.

    Raises:
        NotInCase: If the case does not hold one of them.
    """
    found: set[str] = set()
    for target in written.rests_on:
        if not any(_held(connection, table, target) for table in (statement, report, note)):
            msg = f"{name!r} holds no {target!r}, on which the note would rest"
            raise NotInCase(msg)
        found.add(target)
        if target.startswith("n-"):
            query = sa.select(note_rests_on.c.target).join(note).where(note.c.id == target)
            found.update(connection.scalars(query))
    return found


def _held(connection: sa.Connection, table: sa.Table, target: str) -> bool:
    return connection.scalar(sa.select(table.c.seq).where(table.c.id == target)) is not None


def notes(connection: sa.Connection, horizon: Horizon, *only: sa.ColumnElement[bool]) -> Iterator[NoteEntry]:
    """Give the notes, in the order in which the record learned them, with the markings that hold on them."""
    markings = _ground_markings(connection, horizon)
    query = sa.select(note, horizon.marking_of(note).label("marked")).where(horizon.shows_note(), *only)
    for each in connection.execute(query.order_by(note.c.seq), execution_options=_ROWS):
        found = read_content(Note, each.content, where=f"note {each.id}")
        marked = with_markings(found, each.marked, *sorted(markings.get(each.seq, ())))
        yield NoteEntry(at=read_moment(each.at), note=marked)


def _ground_markings(connection: sa.Connection, horizon: Horizon) -> Mapping[int, set[str]]:
    # The markings of all that each note rests on: it is as restricted as the strictest of them.
    other = note.alias("ground")
    rests, marking_of = note_rests_on, horizon.marking_of
    queries = (
        sa.select(rests.c.note, marking_of(report)).join_from(rests, report, rests.c.target == report.c.id),
        sa.select(rests.c.note, marking_of(statement), marking_of(report))
        .join_from(rests, statement, rests.c.target == statement.c.id)
        .join(report, statement.c.report == report.c.seq),
        sa.select(rests.c.note, marking_of(other)).join_from(rests, other, rests.c.target == other.c.id),
    )
    markings: defaultdict[int, set[str]] = defaultdict(set)
    for query in queries:
        for seq, *marked in connection.execute(query):
            markings[seq].update(marked)
    return markings
