"""A table of the room, marked for its audience."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goodoffices.desk.tables import Cell, Table, make_table
from goodoffices.desk.tables.table import ColumnType

from .room import Room

__all__ = ["Columns", "made"]

Columns = Sequence[tuple[str, str, ColumnType]]
"""Name, label and type of each column."""


def made(room: Room, named: tuple[str, str], columns: Columns, rows: Iterable[Sequence[Cell]], note: str = "") -> Table:
    """Make a table for the audience of a room.

    Args:
        room: The book as its audience sees it.
        named: Its name, and its title for people.
        columns: Name, label and type of each.
        rows: One cell a column each.
        note: What a reader must know of it.
    """
    seen = room.seen
    return make_table(*named, columns, rows, audience=seen.audience, marking=seen.marking, note=note)
