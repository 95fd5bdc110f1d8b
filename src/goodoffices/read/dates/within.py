"""Terms that run from the day of the report: "within two months" ends two months after it."""

from __future__ import annotations

import calendar
import datetime as dt
import re

import msgspec

from .expression import TimeExpression

__all__ = ["dated_term"]

_SIGNALS = frozenset({"within"})
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_MOST_DAYS = 3_660


def dated_term(expression: TimeExpression, published: dt.date | None) -> TimeExpression:
    """Give a term the days that it runs over; whatever is no term, or counts from something else, stays as it is.

    Args:
        expression: An expression.
        published: Day of the report, or None where it is unknown.
    """
    length = _LENGTH.fullmatch(expression.value)
    if published is None or length is None or expression.signal not in _SIGNALS or expression.anchor:
        return expression
    last = _after(published, int(length[1]), length[2])
    if last is None:
        return expression
    value = f"{published.isoformat()}/{last.isoformat()}"
    return msgspec.structs.replace(expression, type="DATE", value=value, earliest=published, latest=last)


def _after(day: dt.date, number: int, unit: str) -> dt.date | None:
    if unit in "DW":
        days = number * (7 if unit == "W" else 1)
        return day + dt.timedelta(days=days) if days <= _MOST_DAYS else None
    months = day.month - 1 + number * (12 if unit == "Y" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    if year > day.year + 10:
        return None
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
