"""The loads of incidents, as an audience may be told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .room import Room

if TYPE_CHECKING:
    from goodoffices.watch.book.loads import Load

__all__ = ["loads_shown"]


def loads_shown(room: Room) -> list[tuple[Load, int]]:
    """The loads that brought rows which the audience may see, and how many, the latest first."""
    audience = room.seen.viewer
    found = [(each, each.rows_for(audience)) for each in room.book.loads().loads]
    return [(each, rows) for each, rows in reversed(found) if rows]
