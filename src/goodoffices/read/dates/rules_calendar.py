"""Rules for what the calendar names: days, months, years, seasons, quarters, decades, centuries, holidays."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from .calendar import Period
from .meaning import Around, Fixed, Nth, Stretch
from .pattern import Match, RuleBook
from .recurring import Recurring
from .vocabulary import table

__all__ = ["BOOK"]

BOOK = RuleBook()
rule = BOOK.rule

_LAST_MONTH = 12
_LAST_DAY = 31


def _day(year: int, month: int, day: int) -> Fixed | None:
    try:
        return Fixed(Period(dt.date(year, month, day), "day"))
    except ValueError:
        return None


def _yearly_day(month: int, day: int) -> Recurring | None:
    # 2024 is a leap year, so that 29 February passes.
    fits = 1 <= day <= calendar.monthrange(2024, month)[1]
    return Recurring(kind="day", number=month, day=day) if fits else None


def _is_month(match: Match, name: str = "month") -> bool:
    """Is "may" or "march" the month, as its capital says?"""
    index = match.named[name]
    written = match.lexed.text[match.lexed.starts[index]]
    return match.word(name) not in {"may", "march"} or written.isupper()


@rule(
    "[a_weekday [comma]] month=a_month day=a_day [comma] year=year",
    "[a_weekday [comma]] month=a_month the day=a_day [comma] year=year",
    "[a_weekday [comma]] [the] day=a_day [of] month=a_month [comma] year=year",
    "[a_weekday [comma]] day=day_number dash month=a_month dash year=year",
)
def full_date(match: Match) -> Fixed | None:
    """Friday, March 22, 2013; 14 May 1941; the 3rd of May 2014."""
    return _day(match.value("year"), match.value("month"), match.value("day"))


@rule(
    "[a_weekday [comma]] month=a_month day=a_day",
    "[a_weekday [comma]] month=a_month the day=a_day",
    "[a_weekday [comma]] [the] day=ordinal_day|ordinal|second of month=a_month",
    "[a_weekday [comma]] [the] day=day_number|ordinal_day month=a_month",
)
def date_without_year(match: Match) -> Recurring | None:
    """Monday, 7 January; Dec. 15; the 3rd of May."""
    return _yearly_day(match.value("month"), match.value("day")) if _is_month(match) else None


@rule(
    "month=a_month first=a_day dash|to last=a_day [comma] year=year",
    "month=a_month first=a_day and last=a_day [comma] year=year",
    "first=day_number|ordinal_day dash|to|and last=day_number|ordinal_day [of] month=a_month [comma] year=year",
)
def days_of_year(match: Match) -> Stretch | None:
    """May 3-5, 2026; 3 to 5 May 2026."""
    ends = [_day(match.value("year"), match.value("month"), match.value(name)) for name in ("first", "last")]
    return Stretch(ends[0], ends[1]) if ends[0] and ends[1] else None


@rule(
    "month=a_month first=day_number|ordinal_day dash|to|and last=day_number|ordinal_day",
    "first=day_number|ordinal_day dash|to|and last=day_number|ordinal_day [of] month=a_month",
)
def days_without_year(match: Match) -> Stretch | None:
    """May 3-5; between 3 and 5 May."""
    if not _is_month(match) or match.value("first") >= match.value("last"):
        return None
    ends = [_yearly_day(match.value("month"), match.value(name)) for name in ("first", "last")]
    return Stretch(ends[0], ends[1]) if ends[0] and ends[1] else None


@rule("month=a_month [comma|of] year=year", "month=a_month of the year=year")
def month_of_year(match: Match) -> Fixed:
    """March 2013; October of 2012."""
    return Fixed(Period(dt.date(match.value("year"), match.value("month"), 1), "month"))


@rule("month=month")
def month_alone(match: Match) -> Recurring | None:
    """January, by itself; not "June Carter" nor a month in lower case."""
    index = match.named["month"]
    if match.is_name or not match.lexed.text[match.lexed.starts[index]].isupper():
        return None
    return Recurring(kind="month", number=match.value("month"))


@rule("month=month_short|may|march")
def month_after_preposition(match: Match) -> Recurring | None:
    """Sept., May, March: only where a word of time stands before it."""
    beside = table("english")["years"]["before"]
    tied = match.before == "-" and match.lexed.word(match.start - 2) in beside  # "mid-May"
    if not _is_month(match) or not (tied or match.before in beside):
        return None
    return Recurring(kind="month", number=match.value("month"))


@rule(
    "[the] which=an_ordinal|last unit=unit|weekday of month=a_month [[comma|of] year=year]",
)
def nth_of_month(match: Match) -> Nth | None:
    """The second week of May; the first Monday of March 2026; the last day of January."""
    unit = match.value("unit")
    if unit not in {"day", "week", "weekend"} and not isinstance(unit, int):
        return None
    month: Fixed | Recurring = Recurring(kind="month", number=match.value("month"))
    if "year" in match.named:
        month = Fixed(Period(dt.date(match.value("year"), match.value("month"), 1), "month"))
    which = -1 if match.word("which") == "last" else match.value("which")
    return Nth(which=which, of=unit, month=month) if _is_month(match) else None


@rule("[the] number=first_half|second_half of month=a_month [[comma|of] year=year]")
def half_of_month(match: Match) -> Nth | None:
    """The second half of September; the first half of March 2026."""
    month: Fixed | Recurring = Recurring(kind="month", number=match.value("month"))
    if "year" in match.named:
        month = Fixed(Period(dt.date(match.value("year"), match.value("month"), 1), "month"))
    return Nth(which=match.value("number"), of="half", month=month) if _is_month(match) else None


@rule(
    "[the] unit=unit of month=a_month [the] day=a_day",
    "[the] unit=unit of [the] day=day_number|ordinal_day [of] month=a_month",
)
def week_of_day(match: Match) -> Around | None:
    """The week of 6 November."""
    day = _yearly_day(match.value("month"), match.value("day"))
    return Around(day) if match.value("unit") == "week" and day is not None and _is_month(match) else None


@rule("weekday=weekday")
def weekday(match: Match) -> Recurring | None:
    """Monday; not "the Sunday Times"."""
    return None if match.is_name else Recurring(kind="weekday", number=match.value("weekday"))


@rule("weekday=weekday_short")
def short_weekday(match: Match) -> Recurring | None:
    """Tues., with its point and capital: "sat", "wed" and "sun" are words of their own."""
    written = match.text[0].isupper() and match.text.endswith(".")
    return Recurring(kind="weekday", number=match.value("weekday")) if written else None


@rule("day=iso")
def iso_day(match: Match) -> Fixed:
    """2026-01-07, with or without a time."""
    day = dt.date.fromisoformat(match.value("day")[:10])
    return Fixed(Period(day, "day"), match.value("day") if "T" in match.text else "")


@rule("day=slashed")
def slashed_day(match: Match) -> Fixed | Recurring | None:
    """25/12/2025, 12.25.25: where both parts could be the month and they differ, the day stays unknown."""
    parts = [int(part) for part in re.split(r"[/.]", match.value("day"))]
    if parts[0] > _LAST_DAY:
        return _day(*parts)
    first, second, written = parts
    year = written if written > 99 else 2000 + written  # noqa: PLR2004  two digits
    if first > _LAST_MONTH or first == second:
        return _day(year, second, first) if second <= _LAST_MONTH else None
    if second > _LAST_MONTH:
        return _day(year, first, second)
    # Only the year is certain; it is too little to count from, but it is true.
    return Fixed(Period(dt.date(year, 1, 1), "year"), f"{year}-XX-XX")
