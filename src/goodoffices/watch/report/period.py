"""A day or a week of a report, and the one before it."""

from __future__ import annotations

import datetime as dt

import msgspec

from ..course.steps import minute
from ..errors import WatchError

__all__ = ["Period"]

_FIRST_YEAR, _LAST_YEAR = 1000, 9998


class Period(msgspec.Struct, frozen=True):
    """Days that a report speaks of, in UTC.

    Attributes:
        first: First day.
        last: Last day, inclusive.
    """

    first: dt.date
    last: dt.date

    @classmethod
    def day(cls, day: dt.date) -> Period:
        """One day.

        Raises:
            WatchError: It lies before the year 1000 or after 9998, where calendars end.
        """
        return cls(day, _in_calendar(day))

    @classmethod
    def week(cls, last: dt.date) -> Period:
        """The seven days that end with a day.

        Raises:
            WatchError: They lie before the year 1000 or after 9998, where calendars end.
        """
        _in_calendar(last)
        return cls(last - dt.timedelta(days=6), last)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> Period:
        """As many days, just before."""
        return Period(self.first - dt.timedelta(days=self.days), self.first - dt.timedelta(days=1))

    @property
    def start(self) -> dt.datetime:
        """Its first instant."""
        return dt.datetime(self.first.year, self.first.month, self.first.day, tzinfo=dt.UTC)

    @property
    def end(self) -> dt.datetime:
        """The instant at which it is over."""
        return dt.datetime(self.last.year, self.last.month, self.last.day, tzinfo=dt.UTC) + dt.timedelta(days=1)

    @property
    def minutes(self) -> tuple[int, int]:
        """First minute and the one behind the last, since 1970."""
        return minute(self.start), minute(self.end)

    def overlap_days(self, first: dt.date, last: dt.date) -> int:
        """How many of its days lie between two days, both inclusive."""
        return max(0, (min(self.last, last) - max(self.first, first)).days + 1)


def _in_calendar(day: dt.date) -> dt.date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        message = f"a report speaks of days between the years {_FIRST_YEAR} and {_LAST_YEAR}, not of {day}"
        raise WatchError(message)
    return day
