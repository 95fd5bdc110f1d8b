"""What an expression takes from the one behind it: the year of the second end, the day of the second hour."""

from __future__ import annotations

import msgspec

from .found import Found, between, is_day
from .lexer import Lexed
from .meaning import Clock, Fixed, Stretch
from .recurring import Recurring

__all__ = ["inherit_days", "inherit_years"]


def inherit_years(lexed: Lexed, found: list[Found]) -> list[Found]:
    """Give the first end of "from June 2 to August 11, 2018" the year of the second."""
    given = list(found)
    for index in range(len(given) - 2, -1, -1):
        first, second = given[index], given[index + 1]
        joint = between(lexed, first, second)
        last = second.meaning.last if isinstance(second.meaning, Stretch) else second.meaning
        if joint not in {"to", "and", "dash", "to the"} or not isinstance(last, Fixed):
            continue
        if (
            isinstance(first.meaning, Recurring)
            and first.meaning.kind in {"day", "month"}
            and not first.meaning.direction
        ):
            period = _before(first.meaning, last)
            if period:
                given[index] = msgspec.structs.replace(first, meaning=period)
    return given


def _before(what: Recurring, end: Fixed) -> Fixed | None:
    """The last one that starts no later than the end of the range."""
    if end.period.unit not in {"day", "month"}:
        return None
    year = end.period.first.year
    periods = [period for period in (what.in_year(year), what.in_year(year - 1)) if period]
    return next((Fixed(period) for period in periods if period.first <= end.period.first), None)


_HOUR_THEN_DAY = {"", "stop", "comma", "on", "stop on", "stop comma"}
"""What stands between an hour in brackets and the day: "10:30 p.m. (2130 GMT) on Sunday"."""


def inherit_days(lexed: Lexed, found: list[Found]) -> list[Found]:
    """Give the hours of "between 7 and 9 p.m. Monday" and "10:30 p.m. (2130 GMT) Sunday" the day that follows.

    Args:
        lexed: The passage.
        found: Its expressions, in order.
    """
    given = list(found)
    for index in range(len(given) - 2, -1, -1):
        first, second = given[index], given[index + 1]
        if not isinstance(first.meaning, Clock) or first.meaning.day is not None:
            continue
        joint = between(lexed, first, second)
        if isinstance(second.meaning, Clock) and joint in {"to", "and", "dash", "stop"}:
            bracketed = joint == "stop" and lexed.word(first.end) != "("
            day = None if bracketed else second.meaning.day
        else:
            closes = joint is not None and joint.startswith("stop") and lexed.word(first.end) == ")"
            fits = closes and joint in _HOUR_THEN_DAY and is_day(second.meaning)
            day = second.meaning if fits else None  # type: ignore[assignment]
        if day is not None:
            given[index] = msgspec.structs.replace(first, meaning=Clock(first.meaning.time, day))
    return given
