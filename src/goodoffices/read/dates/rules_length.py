"""Rules for durations: "three weeks", "four-year", "half an hour", "the past three days", "years"."""

from __future__ import annotations

from .length import Amount, Length, Reach
from .meaning import Repeat
from .pattern import Match, RuleBook
from .vocabulary import around

__all__ = ["BOOK", "count_of"]

BOOK = RuleBook()
rule = BOOK.rule

_REACHES: dict[str, Reach] = {
    "last": "past",
    "past": "past",
    "previous": "",
    "recent": "past",
    "next": "future",
    "coming": "future",
    "following": "",
}


def count_of(match: Match) -> tuple[Amount, ...]:
    """Read the amounts that a match names (``n``, ``scale``, ``unit``, ``n2``, ``unit2``); empty if there are none."""
    unit = match.value("unit")
    if match.lexed.word(match.named["unit"]) == "second" and match.word("n") in {"a", "the", ""}:
        return ()
    count: float | int | str = _count(match)
    amounts: tuple[Amount, ...] = (Amount(count, unit) if unit != "NI" else Amount(count, "night"),)
    if "n2" in match.named:
        amounts += (Amount(match.value("n2"), match.value("unit2")),)
    return amounts


def _count(match: Match) -> float | int | str:
    word, value = match.word("n"), match.value("n", "X")
    if word in {"a", "an"}:
        return 1
    if word == "half":
        return 0.5
    if "plus" in match.named:
        return float(value) + 0.5
    if "scale" in match.named and not isinstance(value, str):
        return int(value * match.value("scale"))
    return value if isinstance(value, (int, float)) else "X"


def _is_fraction(match: Match) -> bool:
    """Are "three quarters" parts of a whole, not of a year?"""
    return match.value("unit") == "quarter" and "consecutive" not in match.named


def _is_some_day(match: Match) -> bool:
    """ "One day last week"; "One day, there will be peace"."""
    follows = match.class_at(match.end)
    opens = match.class_at(match.start - 1) in {"", "stop"} and follows == "comma"
    return match.text.lower() == "one day" and (opens or follows in {"last", "this", "next"})


@rule(
    "[approx=approx] n=a_count [scale=scale] [consecutive=consecutive] unit=any_unit [old]",
    "[approx=approx] a n=scale [consecutive=consecutive] unit=any_unit [old]",
    "[approx=approx] n=a_count [scale=scale] dash unit=any_unit [dash old|long]",
    "[approx=approx] n=a_count [scale=scale] unit=any_unit [comma] and n2=a_count unit2=any_unit [old]",
    "[approx=approx] n=a_count unit=any_unit comma n2=a_count unit2=any_unit",
)
def counted(match: Match) -> Length | None:
    """At least three weeks; four-year; 61-year-old; two hours and 20 minutes."""
    if _is_fraction(match) or match.word("unit") == "second" or _is_some_day(match) or match.is_name:
        return None
    return Length(amounts=count_of(match), mod=match.value("approx"))


@rule(
    "[approx=approx] [a] n=few|several|dozens [of] [consecutive] unit=some_units",
    "[approx=approx] [a] n=couple [of] unit=some_units",
    "[approx=approx] [a] n=dozens of unit=some_units",
)
def vague(match: Match) -> Length:
    """A few months; several hours; a couple of weeks."""
    return Length(amounts=count_of(match), mod=match.value("approx"))


@rule(
    "[approx=approx] n=a_count and a half=half unit=any_unit",
    "[approx=approx] n=a_count dash and dash a dash half=half [dash] unit=any_unit [dash old|long]",
    "[approx=approx] n=a_count and cardinal dash half=half unit=any_unit",
    "[approx=approx] n=a|cardinal unit=a_unit and a half=half",
)
def and_a_half(match: Match) -> Length:
    """Two and a half years; a year and a half."""
    count = 1 if match.word("n") in {"a", "an"} else match.value("n")
    return Length(amounts=(Amount(count + 0.5, match.value("unit")),), mod=match.value("approx"))


@rule(
    "[approx=approx] half a unit=unit", "[approx=approx] a half [dash] unit=unit", "[approx=approx] half dash unit=unit"
)
def half_of(match: Match) -> Length:
    """Half an hour; half-century."""
    return Length(amounts=(Amount(0.5, match.value("unit")),), mod=match.value("approx"))


@rule(
    "[approx=approx] [a] quarter dash unit=unit",
    "[approx=approx] a quarter of a unit=unit",
    "[approx=approx] a quarter unit=unit",
)
def quarter_of(match: Match) -> Length | None:
    """A quarter of a century."""
    if match.value("unit") != "century":
        return None
    return Length(amounts=(Amount(25, "year"),), mod=match.value("approx"))


@rule("[approx=approx] a unit=unit|night")
def one(match: Match) -> Length | Repeat | None:
    """A week; or a rate: "900 people a day"."""
    unit = match.value("unit")
    if unit == "weekend" or (unit == "NI" and match.before not in around("nights_before")):
        return None
    if "approx" not in match.named and _is_rate(match):
        return Repeat(value=Length(amounts=(Amount(1, unit),)).value)
    return Length(amounts=(Amount(1, "night" if unit == "NI" else unit),), mod=match.value("approx"))


_WINDOW = 5


def _is_rate(match: Match) -> bool:
    """Does a number stand just before, with no preposition between it and "a day"?"""
    if match.before in around("not_rate_before"):
        return False
    numbers = {"day_number", "number", "cardinal", "year", "currency", "scale", "percent", "times", "once", "dozens"}
    index = match.start - 1
    while index >= max(0, match.start - _WINDOW):
        name = match.class_at(index)
        if name in {"stop", "comma", "of", "in", "from", "to", "on", "at"}:
            return False
        if name in numbers:
            return True
        index -= 1
    return False


@rule("per unit=a_unit")
def per(match: Match) -> Repeat | None:
    """Per day."""
    unit = match.value("unit")
    if unit == "second":
        return None
    return Repeat(value=Length(amounts=(Amount(1, "night" if unit == "NI" else unit),)).value)


@rule("unit=units|nights")
def bare(match: Match) -> Length | None:
    """Years, hours: where the words around show that a length is meant."""
    if match.before in around("not_length_before"):
        return None
    if match.word("unit") in {"seconds", "minutes"} and match.before not in around("minutes_before"):
        return None
    follows = match.after in around("length_after")
    clause = match.before in around("length_before")
    return Length(amounts=(Amount("X", match.value("unit")),)) if follows or clause else None


@rule(
    "[the] which=last|past|next|coming|recent [approx] n=a_count [scale=scale] [consecutive] unit=any_unit",
    "[the] which=previous|following [approx] n=a_count [scale=scale] [consecutive] unit=any_unit",
    "[the] which=last|past|next|coming|previous|following|recent n=few|several|couple|dozens [of] unit=some_units",
    "[the] which=last|past|next|coming|previous n=couple of unit=some_units",
    "these which=last|past n=a_count|few unit=some_units",
    "[the] final|an_ordinal n=a_count|few|several unit=some_units [of the unit]",
    "[the] final|an_ordinal n=a_count|few|several unit=some_units of year",
    "the n=a_count unit=some_units",
)
def reaching(match: Match) -> Length | None:
    """The past three days; the next few weeks; the first six months of the year."""
    is_verb = match.word("which") == "last" and match.before in around("lasting_before")
    if match.word("unit") == "second" or is_verb:
        return None
    return Length(amounts=count_of(match), reach=_REACHES.get(match.value("which", ""), ""))


@rule(
    "the which=last|past|coming unit=unit",
    "this which=past unit=unit",
    "the which=last|past quarter dash unit=unit",
    "[the] which=coming|past unit=units",
)
def reaching_one(match: Match) -> Length:
    """The past year; the last decade; the coming weeks."""
    vague = match.word("unit").endswith("s") or match.word("unit") == "millennia"
    if match.end - match.start > 3:  # noqa: PLR2004  "the past quarter-century"
        return Length(amounts=(Amount(25, "year"),), reach="past")
    return Length(amounts=(Amount("X" if vague else 1, match.value("unit")),), reach=_REACHES[match.value("which")])


@rule("[a] value=spanning")
def spanning(match: Match) -> Length | None:
    """Weeklong."""
    code = match.value("value")
    units = {"PT1H": "hour", "P1D": "day", "P1W": "week", "P1M": "month", "P1Y": "year", "P1DE": "decade"}
    return Length(amounts=(Amount(1, units[code]),)) if match.end - match.start == 1 else None


@rule("unit=unit|units dash old|long")
def long(match: Match) -> Length:
    """Decades-long; week-long; year-old."""
    many = match.word("unit").endswith("s")
    return Length(amounts=(Amount("X" if many else 1, match.value("unit")),))


@rule("all unit=unit", "[the|a] whole unit=unit")
def all_of(match: Match) -> Length:
    """All day; a whole year."""
    return Length(amounts=(Amount(1, match.value("unit")),))
