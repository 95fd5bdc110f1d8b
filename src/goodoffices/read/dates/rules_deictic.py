"""Rules for what is counted from the report's day or from what was told before: "last week", "two days later"."""

from __future__ import annotations

from typing import Literal

from .calendar import FINENESS, Unit
from .length import Amount, Length
from .meaning import Deictic, FromTold, Meaning, PartOfDay, Within
from .pattern import Match, RuleBook
from .recurring import Direction, Recurring
from .rules_away import stands_alone
from .vocabulary import around

__all__ = ["BOOK"]

BOOK = RuleBook()
rule = BOOK.rule

_OFFSETS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_TOLD = {"previous", "following", "same", "that"}


def _unit(match: Match, name: str = "unit") -> Unit | None:
    """The unit of the calendar that is named; None for hours, nights and what else is no period of it."""
    unit = match.value(name)
    return unit if unit in FINENESS else None


def is_title(match: Match) -> bool:
    """Is the first word part of a name, as in "USA Today" or "CBS This Morning"?"""
    first = match.lexed.text[match.lexed.starts[match.start]]
    index = match.start - 1
    written = match.lexed.text[match.lexed.starts[index]] if index >= 0 else ""
    return first.isupper() and match.class_at(index) == "other_word" and written.isupper()


@rule("day=deictic")
def deictic_day(match: Match) -> Deictic | None:
    """Today, yesterday, the day before yesterday; not "USA Today"."""
    if is_title(match):
        return None
    return Deictic(unit="day", offset=match.value("day"))


@rule("day=deictic part=a_part")
def deictic_part(match: Match) -> PartOfDay:
    """Yesterday afternoon."""
    return PartOfDay(match.value("part"), Deictic(unit="day", offset=match.value("day")))


@rule("tonight", "overnight")
def tonight(match: Match) -> PartOfDay:
    """Tonight; overnight."""
    del match
    return PartOfDay("NI", Deictic(unit="day"))


@rule(
    "which=last|this|next part=a_part", "which=that part=a_part", "the [which=next|following|previous|same] part=a_part"
)
def part_of_a_day(match: Match) -> Meaning | None:
    """Last night; this morning; the next morning; the evening, where "in" stands before it."""
    part, which = match.value("part"), match.word("which")
    if is_title(match):
        return None
    if not which and match.after in around("part_after"):
        return PartOfDay(part)
    if not which and match.before not in around("part_before"):
        return None
    told = which in _TOLD or (which == "next" and match.end - match.start > 2) or not which  # noqa: PLR2004  "the next"
    offset = _OFFSETS.get(which, 0) if which else 0
    return PartOfDay(part, Deictic(unit="day", offset=offset, told=told))


@rule(
    "weekday=weekday part=a_part",
    "which=last|this|next|coming|past weekday=weekday [part=a_part]",
    "this which=coming|past weekday=weekday [part=a_part]",
)
def weekday(match: Match) -> Recurring | PartOfDay:
    """Monday night; last Friday; this coming Sunday."""
    directions: dict[str, Direction] = {
        "last": "last",
        "past": "last",
        "this": "this",
        "next": "next",
        "coming": "coming",
    }
    day = Recurring(
        kind="weekday", number=match.value("weekday"), direction=directions.get(match.value("which", ""), "")
    )
    return PartOfDay(match.value("part"), day) if "part" in match.named else day


@rule("weekday=weekday [of] which=last|this|next unit=unit", "which=last|this|next unit=unit [on] weekday=weekday")
def weekday_of_week(match: Match) -> Within | None:
    """Friday last week; Tuesday of next week."""
    if match.value("unit") != "week":
        return None
    week = Deictic(unit="week", offset=_OFFSETS[match.word("which")])
    return Within(Recurring(kind="weekday", number=match.value("weekday")), week)


@rule(
    "which=last|this|next|past|coming month=a_month",
    "this which=past|coming month=a_month",
)
def named_month(match: Match) -> Recurring | None:
    """Last May; next March; this January."""
    if match.class_at(match.end) in {"day_number", "ordinal_day"}:
        return None
    return Recurring(kind="month", number=match.value("month"), direction=_direction(match))


@rule(
    "which=last|this|next season=a_season",
    "this which=past|coming season=a_season",
    "the which=past|coming season=a_season",
)
def named_season(match: Match) -> Recurring:
    """Last summer; next spring."""
    return Recurring(kind="season", name=match.value("season"), direction=_direction(match))


@rule("which=last|this|next name=holiday")
def named_holiday(match: Match) -> Recurring:
    """Last Christmas."""
    return Recurring(kind="holiday", name=match.value("name"), direction=_direction(match))


def _direction(match: Match) -> Direction:
    directions: dict[str, Direction] = {
        "last": "last",
        "past": "last",
        "this": "this",
        "next": "next",
        "coming": "next",
    }
    return directions[match.value("which")]


@rule(
    "which=last|this|next unit=a_unit",
    "the which=current unit=a_unit",
    "this which=coming unit=a_unit",
    "this unit=a_unit",
)
def period_from_now(match: Match) -> Deictic | Length | None:
    """Last week; this year; next quarter; the current month."""
    unit = _unit(match)
    if unit is None:
        return None
    return Deictic(unit=unit, offset=_OFFSETS[match.word("which") or "this"])


@rule("the which=latest|recent quarter", "the latest fiscal quarter")
def latest_quarter(match: Match) -> Deictic:
    """The latest quarter: the one under way or just ended; it is named by the report's day."""
    del match
    return Deictic(unit="quarter")


@rule(
    "[the] which=previous|following|same unit=a_unit",
    "that which=same unit=a_unit",
    "which=that unit=a_unit",
    "the which=next unit=a_unit",
)
def period_from_told(match: Match) -> Deictic | Length | None:
    """The previous year; the following week; that day; the next month."""
    unit = _unit(match)
    if unit is None:
        return None
    which = match.word("which")
    if which == "next" and unit not in {"day", "century"} and match.before in around("next_before"):
        return Length(amounts=(Amount(1, match.value("unit")),), reach="future")
    return Deictic(unit=unit, offset=_OFFSETS.get(match.value("which"), 0), told=True)


@rule("the which=following month=a_month", "which=that month=a_month")
def month_from_told(match: Match) -> FromTold | None:
    """The following May; that December."""
    if match.class_at(match.end) in {"day_number", "ordinal_day"}:
        return None
    named = match.lexed.text[match.lexed.starts[match.named["month"]]].isupper()
    if match.word("which") == "that" and match.after not in around("noun_end"):
        return None  # "said that May would be too late"
    month = Recurring(kind="month", number=match.value("month"))
    return FromTold(month, same_year=match.word("which") == "that") if named else None


@rule("the which=following|previous weekday=weekday")
def weekday_from_told(match: Match) -> Recurring:
    """The following Friday."""
    return Recurring(kind="weekday", number=match.value("weekday"), direction="")


@rule("the unit=a_unit when=before|after", "the unit=a_unit when=compared")
def period_beside_told(match: Match) -> Deictic | PartOfDay | None:
    """The day before; the week after; the night before, where no words follow that say before what."""
    if not stands_alone(match):
        return None
    sign = -1 if match.word("when") in {"before", "earlier"} else 1
    unit = _unit(match)
    if unit is None:
        night = match.value("unit") == "NI"
        return PartOfDay("NI", Deictic(unit="day", offset=sign, told=True)) if night else None
    return Deictic(unit=unit, offset=sign, told=True)


@rule("the unit=unit")
def the_weekend(match: Match) -> Recurring | None:
    """The weekend."""
    said = match.value("unit") == "weekend" and match.before in around("weekend_before")
    return Recurring(kind="weekend") if said and match.after != "of" else None


@rule("the unit=a_unit")
def period_of_the_report(match: Match) -> Deictic | None:
    """The year, the week: where the words before say which part of it is meant, or that it runs."""
    unit = _unit(match)
    if unit is None:
        return None
    earlier = {match.lexed.word(match.start - 1), match.lexed.word(match.start - 2)}
    opening = earlier & around("piece_before")
    joined = match.before in {"in", "of"}
    if not (opening and joined) and not (
        match.before == "for" and unit in {"quarter", "year"} and match.after in {".", ",", ""}
    ):
        return None
    if match.after == "of" or unit in {"century", "decade"}:
        return None
    return Deictic(unit=unit, side=_side(earlier))


@rule("which=compared this unit=a_unit", "which=compared that unit=a_unit", "which=compared in this unit=a_unit")
def part_of_this(match: Match) -> Deictic | None:
    """Earlier this month; later that year."""
    unit = _unit(match)
    told = match.lexed.word(match.end - 2) == "that"
    return Deictic(unit=unit, told=told, side="" if told else _side({match.word("which")})) if unit else None


def _side(words: set[str]) -> Literal["", "earlier", "later"]:
    """The side of the report's day that words before a period name."""
    return "earlier" if "earlier" in words else "later" if "later" in words else ""
