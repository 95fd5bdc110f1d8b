"""For whom the persons of an opened report speak, as tests of actors look it up."""

from __future__ import annotations

from goodoffices.read.context import Context

__all__ = ["sides_of"]


def sides_of(context: Context) -> dict[str, str | None]:
    """The persons of a report, with the names of their sides."""
    actors = context.roster.actors
    return {a.name: actors[a.side].name if a.side in actors else None for a in actors.values() if a.kind == "person"}
