"""The last days of weeks, months, quarters and years."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

__all__ = ["ends_between"]


def ends_between(first: dt.date, last: dt.date, every: str) -> Iterator[dt.date]:
    """The last days of the weeks, months, quarters or years from one day on, before another.

    Args:
        first: From this day on.
        last: Before this day.
        every: ``week``, ``month``, ``quarter`` or ``year``.
    """
    if every == "week":
        sunday = first + dt.timedelta(days=6 - first.weekday())
        days = (sunday + dt.timedelta(days=7 * number) for number in range((last - first).days // 7 + 1))
        yield from (day for day in days if day < last)
        return
    months = {"month": 1, "quarter": 3, "year": 12}[every]
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = divmod(number, 12)
        day = dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])
        if (month + 1) % months == 0 and first <= day < last:
            yield day
