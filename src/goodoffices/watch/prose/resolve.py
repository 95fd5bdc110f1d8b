"""The days that words of time mean, where the words and the date of publication give them."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from .named_days import Days, Scene, named_days
from .periods import Period
from .vocabulary import period_words

__all__ = ["Scene", "resolve"]

_UNKNOWN: Days = (None, None)
_FUTURE_DAYS = 45


def resolve(period: Period, scene: Scene) -> Days:
    """Say which days a period means.

    A date without a year is the last such date before the report was published; without a date of publication it
    stays unknown. "The reporting period" is the first range of days that the report gives.

    Args:
        period: Words of time.
        scene: The report's own dates.

    Returns:
        First and last day; None for an end that is not known.
    """
    try:
        days = _READERS[period.form](period.parts, scene)
    except (ValueError, OverflowError):  # "31 June": not a day
        return _UNKNOWN
    return _led(days, period.parts.get("lead", "").casefold(), scene)


def _led(days: Days, lead: str, scene: Scene) -> Days:
    """What "since", "until" and "before" make of days."""
    first, last = days
    if "since" in lead or lead.startswith("starting"):
        return first, scene.last or scene.published
    if lead.startswith(("until", "by ", "up to", "as of")):
        return None, last
    if lead.startswith(("before", "prior")):
        return None, (first - dt.timedelta(days=1) if first else None)
    if lead.startswith("after"):
        return (last + dt.timedelta(days=1) if last else None), None
    return days


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _month(text: str) -> int:
    found: int = period_words()["months"][text.casefold().rstrip(".")]
    return found


def _dated(day: str, month: str, year: str | None, scene: Scene) -> dt.date | None:
    """The date; its year, where it is not said, is the latest that is not after publication."""
    if year:
        return dt.date(int(year), _month(month), _number(day))
    known = scene.published or scene.last
    if known is None:
        return None
    for guess in (known.year, known.year - 1):
        # "29 February" of a year that has none: the year before may have it
        if _number(day) > calendar.monthrange(guess, _month(month))[1]:
            continue
        date = dt.date(guess, _month(month), _number(day))
        if date <= known + dt.timedelta(days=_FUTURE_DAYS if scene.published is None else 1):
            return date
    return None


def _range(parts: dict[str, str], scene: Scene) -> Days:
    if "first" not in parts:
        return _months(parts)
    month = parts.get("m2") or parts["m1"]
    last = _dated(parts["last"], month, parts.get("year"), scene)
    if last is None and "y1" in parts:
        last = _dated(parts["last"], month, parts["y1"], scene)
    if last is None:
        return _UNKNOWN
    start_month = parts.get("m1") or month
    year = int(parts.get("y1") or last.year - (_month(start_month) > last.month))
    return _ordered(dt.date(year, _month(start_month), _number(parts["first"])), last)


def _ordered(first: dt.date, last: dt.date) -> Days:
    return (first, last) if first <= last else _UNKNOWN


def _months(parts: dict[str, str]) -> Days:
    year = int(parts["year"])
    first = dt.date(int(parts.get("y1") or year), _month(parts["m1"]), 1)
    end = _month(parts["m2"])
    return _ordered(first, dt.date(year, end, calendar.monthrange(year, end)[1]))


def _listed(parts: dict[str, str], scene: Scene) -> Days:
    days = [_dated(day, parts["m2"], parts.get("year"), scene) for day in re.findall(r"\d+", parts["list"])]
    known = [day for day in days if day]
    return (min(known), max(known)) if known else _UNKNOWN


def _day(parts: dict[str, str], scene: Scene) -> Days:
    if "iso" in parts:
        day: dt.date | None = dt.date.fromisoformat(parts["iso"])
    elif "slashed" in parts:
        first, month, year = (int(each) for each in re.split(r"[./]", parts["slashed"]))
        day = dt.date(year, month, first)
    else:
        day = _dated(parts["first"], parts["m2"], parts.get("year"), scene)
    return day, (scene.last or scene.published) if "on" in parts else day


def _whole_month(parts: dict[str, str], scene: Scene) -> Days:
    first = _dated("1", parts["m2"], parts.get("year"), scene)
    if first is None:
        return _UNKNOWN
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _year(parts: dict[str, str], _: Scene) -> Days:
    year = int(parts["year"])
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


_READERS = {
    "range": _range,
    "days": _listed,
    "day": _day,
    "month": _whole_month,
    "year": _year,
    "named": named_days,
}
