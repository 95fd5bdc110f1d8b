"""The answers of a day as tables: indicators, clocks, the ladder, places, steps, and what lay beside the talks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from goodoffices.desk.tables import Table, make_table
from goodoffices.record import NotInCase

from .asked import outlook_of
from .days.beside import beside_tables
from .days.clocks import clocks_tables
from .days.indicators import indicators_tables
from .days.ladder import ladder_tables
from .days.made import Asked, Made
from .days.places import sites_tables
from .days.steps import steps_tables
from .room import Room

if TYPE_CHECKING:
    from goodoffices.watch.book.seen import Seen

__all__ = ["QUESTIONS", "day_tables"]


def day_tables(room: Room, question: str, on: dt.date | None = None) -> tuple[Table, ...]:
    """Answer one of `QUESTIONS` on a day.

    Raises:
        NotInCase: There is no such question.
    """
    if question not in QUESTIONS:
        msg = f"there is no page {question[:40]!r} of the watch book"
        raise NotInCase(msg)
    outlook = outlook_of(room, on)

    def make(seen: Seen) -> tuple[Table, ...]:
        from goodoffices.watch.indicators import Present  # noqa: PLC0415  only where it is asked for

        asked = Asked(seen, outlook, Present(outlook, seen.log, seen.ledger))
        found = [(name, title, columns, tuple(rows)) for name, title, columns, rows in QUESTIONS[question](asked)]
        return tuple(
            make_table(name, title, columns, rows, audience=seen.audience, marking=seen.marking)
            for name, title, columns, rows in found
            if rows
        )

    return room.worked(f"day {question}", make, outlook.on)


QUESTIONS: dict[str, Callable[[Asked], Iterable[Made]]] = {
    "indicators": indicators_tables,
    "clocks": clocks_tables,
    "ladder": ladder_tables,
    "sites": sites_tables,
    "steps": steps_tables,
    "beside": beside_tables,
}
"""What is asked of a day, and what answers it in tables."""
