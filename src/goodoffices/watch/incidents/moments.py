"""Times as files write them, as an interval of UTC seconds: a day is a day long, a month a month."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
import zoneinfo

from goodoffices.record.errors import InputError

from .layout import layout_words

__all__ = ["Moments", "day_order", "zone_of"]

_DAY = dt.timedelta(days=1)
_SECOND = dt.timedelta(seconds=1)
_SLASHED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T,]+(\d{1,2}:\d{2}(?::\d{2})?))?")
_NAMED = re.compile(r"(?:(\d{1,2})[ .-]+([^\W\d_]{3,12})|([^\W\d_]{3,12}) (\d{1,2}))[ .,-]+(\d{4})")
_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
_EPOCH = re.compile(r"1?\d{9}(?:\.\d+)?")
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})?")
_KEPT = 300_000
_CLOCK_CHARS = 11
_LAST_MONTH = 12

Span = tuple[int, int]
"""First and last second, both inclusive, from 1970 in UTC."""


def zone_of(name: str) -> dt.tzinfo:
    """Read a timezone.

    Args:
        name: ``UTC``, an offset as ``+02:00``, or an IANA name as ``Europe/Kyiv``.

    Raises:
        InputError: If it is none of them.
    """
    if name in {"", "UTC", "Z"}:
        return dt.UTC
    if offset := _OFFSET.fullmatch(name):
        sign = -1 if offset[1] == "-" else 1
        return dt.timezone(sign * dt.timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0)))
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        msg = f"timezone {name!r} is not known; write UTC, an offset as +02:00 or a name as Europe/Kyiv"
        raise InputError(msg) from None


def day_order(cells: list[str]) -> bool | None:
    """Judge by a file's own dates whether the day comes first in 03/04/2024: True, False, or None where none tells."""
    first = second = 0
    for cell in cells:
        if found := _SLASHED.match(cell.strip()):
            first = max(first, int(found[1]))
            second = max(second, int(found[2]))
    if first > _LAST_MONTH:
        return True
    return False if second > _LAST_MONTH else None


class Moments:
    """Reads times, remembering those already read.

    Args:
        day_first: Does the day come first in 03/04/2024? None: such dates are refused as ambiguous.
        zone: Of times that give none.
    """

    def __init__(self, day_first: bool | None, zone: dt.tzinfo) -> None:  # noqa: FBT001  three answers
        self._day_first = day_first
        self._zone = zone
        self._known: dict[str, Span] = {}

    def span(self, text: str) -> Span:
        """Read a time or an interval ``a/b``.

        Raises:
            ValueError: If it is none; the message says what to write.
        """
        known = self._known.get(text)
        if known is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            known = self._known[text] = self._read(text.strip())
        return known

    def _read(self, text: str) -> Span:
        if _EPOCH.fullmatch(text):  # first: fromisoformat would take some of them for a date with a clock
            return int(float(text)), int(float(text))
        try:
            return self._iso(text)
        except ValueError:
            pass
        if found := _SLASHED.fullmatch(text):
            return self._slashed(found)
        if found := _NAMED.search(text[:60]):
            return self._named(found)
        if found := _MONTH.fullmatch(text):
            return self._month(int(found[1]), int(found[2] or 0))
        start, slash, end = text.partition("/")
        if slash and len(start) > _CLOCK_CHARS - 4:
            return self.span(start)[0], self.span(end)[1]
        msg = f"{text[:40]!r} is no date"
        raise ValueError(msg)

    def _iso(self, text: str) -> Span:
        when = dt.datetime.fromisoformat(text)
        if len(text) <= _CLOCK_CHARS and ":" not in text and "T" not in text:
            return self._seconds(when, when + _DAY)
        to_minute = text.count(":") - (text[-3:-2] == ":" and text[-6:-5] in "+-") <= 1
        return self._seconds(when, when + (60 * _SECOND if to_minute else _SECOND))

    def _seconds(self, start: dt.datetime, end: dt.datetime) -> Span:
        """Turn a half-open interval into seconds."""
        if start.tzinfo is None:
            start, end = start.replace(tzinfo=self._zone), end.replace(tzinfo=self._zone)
        return int(start.timestamp()), int(end.timestamp()) - 1

    def _slashed(self, found: re.Match[str]) -> Span:
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        day_first = self._day_first
        if day_first is None:
            if first <= _LAST_MONTH and second <= _LAST_MONTH and first != second and "." not in found[0]:
                msg = f"{found[0]!r} may be day/month or month/day"
                raise ValueError(msg)
            day_first = first > _LAST_MONTH or "." in found[0]
        day, month = (first, second) if day_first else (second, first)
        return self.span(f"{year:04d}-{month:02d}-{day:02d}" + (f"T{found[4].zfill(5)}" if found[4] else ""))

    def _named(self, found: re.Match[str]) -> Span:
        month = _months().get((found[2] or found[3]).casefold()[:3])
        if not month:
            msg = f"{found[0]!r} names no month"
            raise ValueError(msg)
        return self.span(f"{int(found[5]):04d}-{month:02d}-{int(found[1] or found[4]):02d}")

    def _month(self, year: int, month: int) -> Span:
        start = dt.datetime(year, month or 1, 1)  # noqa: DTZ001  _seconds sets the zone
        last = calendar.monthrange(year, month)[1] if month else 365 + calendar.isleap(year)
        return self._seconds(start, start + last * _DAY)


@functools.cache
def _months() -> dict[str, int]:
    return {stem: int(number) for number, stems in layout_words()["months"].items() for stem in stems}
