"""Dates as reports give them: an interval that keeps the words it was said in, and never guesses."""

from __future__ import annotations

import datetime as dt

import msgspec

from .errors import InputError

__all__ = ["Interval", "parse_day"]


class Interval(msgspec.Struct, frozen=True, order=True):
    """The time of a thing, with the precision with which it was said.

    Attributes:
        earliest: First day on which it can have been, or None where that is unknown.
        latest: Last day on which it can have been (inclusive), or None where that is unknown.
        text: The words of the report ("on Tuesday"), empty where the interval was not said in words.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it starts."""
        if self.earliest and self.latest and self.latest < self.earliest:
            msg = f"an interval cannot end on {self.latest} before it starts on {self.earliest}: {self.text!r}"
            raise InputError(msg)

    @property
    def known(self) -> bool:
        """Is either end known?"""
        return self.earliest is not None or self.latest is not None

    @property
    def days(self) -> int | None:
        """Length in days, 1 for a single day; None where an end is unknown."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: Interval) -> bool:
        """Can both be the same time? An unknown end reaches as far as need be."""
        starts_late = self.earliest and other.latest and self.earliest > other.latest
        ends_early = self.latest and other.earliest and self.latest < other.earliest
        return not (starts_late or ends_early)

    def iso(self) -> str:
        """Write it as ISO 8601-2 (EDTF): a day, an interval ``a/b``, ``../b`` or ``a/..``; ``..`` where unknown."""
        if self.earliest == self.latest:
            return self.earliest.isoformat() if self.earliest else ".."
        start = self.earliest.isoformat() if self.earliest else ".."
        end = self.latest.isoformat() if self.latest else ".."
        return f"{start}/{end}"


def parse_day(text: str, *, where: str) -> dt.date:
    """Read one day in ISO 8601.

    Args:
        text: ``2026-01-07``, or a full ISO time of which the day counts.
        where: What is being read, for the message.

    Raises:
        InputError: If `text` is not an ISO 8601 day.
    """
    try:
        return dt.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        msg = f"{where}: {text!r} is not a date; write it as YYYY-MM-DD"
        raise InputError(msg) from None
