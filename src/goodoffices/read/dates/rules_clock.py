"""Rules for times of day."""

from __future__ import annotations

import re

from .meaning import Clock, Deictic, PartOfDay
from .pattern import Match, RuleBook
from .vocabulary import around

__all__ = ["BOOK"]

BOOK = RuleBook()
rule = BOOK.rule

_NOON = 12
_HOURS = 24
_MINUTES = 60
_DAY = _HOURS * _MINUTES


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


@rule("[approx] hour=day_number|cardinal in the part=part")
def hour_of_part(match: Match) -> Clock | None:
    """At eleven in the morning."""
    half = {"MO": 0, "AF": _NOON, "EV": _NOON}.get(match.value("part"))
    asked = match.before in around("hour_before") or match.class_at(match.start) == "approx"
    hour = _clock(match.value("hour"), 0, half) if asked and half is not None else None
    return Clock(hour.time, spelled=True) if hour else None


@rule(
    "n=half past hour=day_number|cardinal [half=ampm]",
    "[a] n=quarter past|to hour=day_number|cardinal [half=ampm]",
    "n=day_number|cardinal unit=units past|to hour=day_number|cardinal [half=ampm]",
)
def beside_the_hour(match: Match) -> Clock | None:
    """Half past five; a quarter to nine; ten minutes to three."""
    hour, half = match.value("hour"), match.value("half")
    way = next((w for w in (match.lexed.word(match.named["hour"] - 1),) if w in {"past", "to"}), "")
    minutes = {"half": 30, "quarter": 15}.get(match.word("n")) or match.value("n")
    counted = match.value("unit", "minute") != "minute" or match.class_at(match.end) in {"unit", "units"}
    loose = way == "to" and match.before not in around("hour_before") and "unit" not in match.named
    if not way or counted or loose or not 1 <= hour <= _NOON or not 0 < minutes < _MINUTES:
        return None
    whole = _clock(hour, 0, half)
    total = (int(whole.time[:2]) * _MINUTES + (minutes if way == "past" else -minutes)) % _DAY if whole else 0
    return Clock(f"{total // _MINUTES:02}:{total % _MINUTES:02}", spelled=half is None)


@rule("hour=day_number|cardinal")
def first_of_two_hours(match: Match) -> Clock | None:
    """The 7 of "between 7 and 9 p.m."."""
    joined = match.before in {"between", "from"} and match.class_at(match.end) in {"and", "to", "dash"}
    if not joined or match.class_at(match.end + 1) not in {"day_number", "cardinal"}:
        return None
    last, half = match.lexed.values[match.end + 1], match.lexed.values[min(match.end + 2, len(match.lexed.values) - 1)]
    if match.class_at(match.end + 2) != "ampm":
        return None
    hour = match.value("hour")
    # "from 11 to 2 p.m." starts before noon
    return _clock(hour, 0, _NOON - half if hour % _NOON > last % _NOON else half)


@rule("part=a_part")
def part_with_edge(match: Match) -> PartOfDay | None:
    """The afternoon of "in late-afternoon trading"; the edge itself is taken in as a modifier."""
    edge = match.start - (2 if match.before == "-" else 1)
    if match.class_at(edge) != "edge" or match.lexed.word(edge - 1) not in around("part_before"):
        return None
    if match.after in around("part_after"):
        return PartOfDay(match.value("part"))
    return PartOfDay(match.value("part"), Deictic(unit="day", told=True))


@rule("[approx] hour=military [zone|units]")
def military(match: Match) -> Clock | None:
    """0600 GMT."""
    return _clock(int(match.value("hour")[:2]), int(match.value("hour")[2:4]), None)


@rule("[approx] noon=noon")
def noon(match: Match) -> Clock:
    """Noon, midnight."""
    return Clock(match.value("noon"))
