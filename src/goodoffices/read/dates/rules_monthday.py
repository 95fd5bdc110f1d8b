"""Rules for days told by their number alone: "on the 18th", "Tuesday the 18th", "the 20th of next month"."""

from __future__ import annotations

from .monthday import DayOfMonth
from .pattern import Match, RuleBook
from .periods import Deictic
from .vocabulary import around

__all__ = ["BOOK"]

BOOK = RuleBook()
rule = BOOK.rule

_OFFSETS = {"last": -1, "this": 0, "next": 1}


@rule("weekday=a_weekday [comma] the day=ordinal_day")
def weekday_and_number(match: Match) -> DayOfMonth:
    """Tuesday the 18th; Tuesday, the 18th."""
    return DayOfMonth(day=match.value("day"), weekday=match.value("weekday"))


@rule("the day=ordinal_day")
def number_alone(match: Match) -> DayOfMonth | None:
    """The 18th: behind a preposition of days, and with no noun behind it ("on the 18th floor")."""
    second = match.before in {"and", "or"} and match.class_at(match.start - 2) == "ordinal_day"
    alone = (second or match.before in around("monthday_before")) and match.after in around("monthday_after")
    return DayOfMonth(day=match.value("day")) if alone else None


@rule("the day=ordinal_day of which=this|last|next unit=unit", "the day=ordinal_day of which=that|the unit=unit")
def number_of_month(match: Match) -> DayOfMonth | None:
    """The 20th of this month; the 3rd of that month."""
    if match.value("unit") != "month":
        return None
    which = match.word("which")
    month = Deictic(unit="month", offset=_OFFSETS.get(which, 0), told=which in {"that", "the"})
    return DayOfMonth(day=match.value("day"), month=month)
