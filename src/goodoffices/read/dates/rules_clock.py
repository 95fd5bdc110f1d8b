"""Rules for times of day."""

from __future__ import annotations

import re

from .meaning import Clock
from .pattern import Match, RuleBook
from .vocabulary import around

__all__ = ["BOOK"]

BOOK = RuleBook()
rule = BOOK.rule

_NOON = 12
_HOURS = 24


def _clock(hour: int, minute: int, half: int | None) -> Clock | None:
    """Make a time of day; `half` is 0 for a.m. and 12 for p.m."""
    if half is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + half
    return Clock(f"{hour:02}:{minute:02}") if hour < _HOURS or (hour == _HOURS and minute == 0) else None


@rule("[approx] clock=clock half=ampm [zone]", "[approx] clock=clock zone", "[approx] clock=clock")
def clock_time(match: Match) -> Clock | None:
    """9:30 p.m.; 21:30 GMT; 21:30 where a preposition shows that it is no score."""
    written = match.value("clock")
    hour, minute = (int(part) for part in re.split("[:.]", written)[:2])
    named = "half" in match.named or match.class_at(match.end - 1) == "zone"
    if not named and (
        "." in written or not (match.before in around("clock_before") or match.class_at(match.start) == "approx")
    ):
        return None
    return _clock(hour, minute, match.value("half"))


@rule("[approx] hour=day_number|cardinal half=ampm [zone]")
def full_hour(match: Match) -> Clock | None:
    """7 a.m.; not "I am"."""
    dotted = match.word("half").endswith(".") or match.lexed.text[match.lexed.ends[match.named["half"]] - 1] in "mM"
    return _clock(match.value("hour"), 0, match.value("half")) if dotted else None


@rule("[approx] hour=day_number|cardinal oclock [in the part=part]")
def o_clock(match: Match) -> Clock | None:
    """Eight o'clock in the evening."""
    half = {"MO": 0, "AF": _NOON, "EV": _NOON}.get(match.value("part", ""))
    return _clock(match.value("hour"), 0, half)


@rule("[approx] hour=military [zone|units]")
def military(match: Match) -> Clock | None:
    """0600 GMT."""
    return _clock(int(match.value("hour")[:2]), int(match.value("hour")[2:4]), None)


@rule("[approx] noon=noon")
def noon(match: Match) -> Clock:
    """Noon, midnight."""
    return Clock(match.value("noon"))
