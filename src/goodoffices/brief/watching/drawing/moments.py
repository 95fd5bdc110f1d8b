"""A line of time to the minute: where an instant stands."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.brief.drawing.axis import Axis

__all__ = ["Hours"]


class Hours(msgspec.Struct, frozen=True):
    """Instants laid out from left to right.

    Attributes:
        first: The first.
        last: The last; later than the first.
        left: x of the first.
        right: x of the last.
    """

    first: dt.datetime
    last: dt.datetime
    left: float
    right: float

    def x(self, at: dt.datetime) -> float:
        """Where an instant stands; one before or after stands at the end."""
        share = (at - self.first) / (self.last - self.first)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

    def ticks(self) -> list[tuple[float, str]]:
        """The days named on the line, with where they stand."""
        axis = Axis(self.first.date(), self.last.date(), self.left, self.right)
        at = ((dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC), label) for day, label in axis.ticks())
        return [(self.x(each), label) for each, label in at if self.first <= each <= self.last]
