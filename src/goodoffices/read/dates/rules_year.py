"""Rules for years and their parts, and for what is longer: seasons, quarters, decades, centuries; and holidays."""

from __future__ import annotations

import datetime as dt
import re

from .calendar import SEASON_STARTS, Period, Unit
from .holidays import fixed_year, holiday_on
from .meaning import Deictic, Fixed, Stretch
from .pattern import Match, RuleBook
from .recurring import Recurring
from .vocabulary import around, table

__all__ = ["BOOK"]

BOOK = RuleBook()
rule = BOOK.rule

_LAST_MONTH = 12


@rule("year=year")
def year(match: Match) -> Fixed | None:
    """2012, where the words around it do not make it a count or a label."""
    beside = table("english")["years"]
    later = match.before == "than" and match.lexed.word(match.start - 2) == "later"  # "no later than 2023"
    if (match.before in beside["never_after"] and not later) or match.after in beside["never_before"]:
        return None
    near = match.value("year") >= 1900  # noqa: PLR2004  older years need a word of time
    if not near and match.before not in beside["before"]:
        return None
    return Fixed(Period(dt.date(match.value("year"), 1, 1), "year"))


@rule("the unit=unit year=year")
def the_year(match: Match) -> Fixed | None:
    """The year 2000."""
    return Fixed(Period(dt.date(match.value("year"), 1, 1), "year")) if match.value("unit") == "year" else None


@rule("[the] year_end [of|comma] year=year")
def end_of_year(match: Match) -> Fixed:
    """Year-end 1997."""
    return Fixed(Period(dt.date(match.value("year"), 1, 1), "year"), mod="END")


@rule("[the] year_end")
def end_of_this_year(match: Match) -> Deictic:
    """Year-end; by year's end."""
    del match
    return Deictic(unit="year", mod="END")


@rule("year=number|day_number|year era")
def year_before_christ(match: Match) -> None:
    """44 BC: no calendar of ours reaches it."""
    del match


@rule("span=year_span")
def years(match: Match) -> Stretch | None:
    """1992-95; 2014-2016."""
    first, last = re.split(r"[-–/]", match.value("span"))
    last = last if len(last) == len(first) else first[:2] + last
    if int(last) <= int(first):
        return None
    ends = [Fixed(Period(dt.date(int(end), 1, 1), "year")) for end in (first, last)]
    return Stretch(ends[0], ends[1])


@rule("[the] decade=decade")
def decade(match: Match) -> Fixed:
    """The 1990s."""
    return Fixed(Period(dt.date(match.value("decade"), 1, 1), "decade"))


@rule("the [edge [dash]] decade=decade_short", "the [edge [dash]] word=decade_word")
def short_decade(match: Match) -> Fixed | None:
    """The '90s; the nineties; "in the mid-30s" is more often an age, a score or a share."""
    if match.value("decade", 90) < 60 and not match.word("decade").startswith("'"):  # noqa: PLR2004  as texts go
        return None
    tens = match.value("word") or match.value("decade") // 10
    return Fixed(Period(dt.date(1900 + 10 * tens, 1, 1), "decade"))


@rule("[the] number=an_ordinal [dash] unit=unit")
def century(match: Match) -> Fixed | None:
    """The 19th century."""
    number = match.value("number")
    if match.value("unit") != "century" or not 2 <= number <= 30:  # noqa: PLR2004  what texts speak of
        return None
    return Fixed(Period(dt.date((number - 1) * 100, 1, 1), "century"))


@rule(
    "[the] number=an_ordinal [dash] [fiscal] quarter [of|in] [fiscal|financial] year=year|fiscal_year",
    "number=q [of|dash] [fiscal] year=year|fiscal_year",
    "year=year [comma|dash] number=q",
)
def quarter_of_year(match: Match) -> Fixed | None:
    """The fourth quarter of 2018; Q1 2019."""
    return _piece(match, "quarter", 3)


@rule("the which=last|final [fiscal] quarter of year=year|fiscal_year")
def last_quarter_of_year(match: Match) -> Fixed | None:
    """The final quarter of 1997."""
    number = {"last": 4, "final": 4, "opening": 1}.get(match.word("which"))
    return Fixed(Period(dt.date(match.value("year"), number * 3 - 2, 1), "quarter")) if number else None


@rule(
    "[the] number=first_half|second_half [of|in] [fiscal|financial] year=year|fiscal_year",
    "number=h [of|dash] [fiscal] year=year|fiscal_year",
    "year=year [comma|dash] number=h",
)
def half_of_year(match: Match) -> Fixed | None:
    """The second half of 2019; H1 2019."""
    return _piece(match, "half", 6)


def _piece(match: Match, unit: Unit, months: int) -> Fixed | None:
    month = match.value("number") * months - months + 1
    return Fixed(Period(dt.date(match.value("year"), month, 1), unit)) if 1 <= month <= _LAST_MONTH else None


@rule("[the] number=an_ordinal [dash] [fiscal] quarter", "[the] number=q")
def quarter(match: Match) -> Recurring | None:
    """The third quarter, of a year that the scene tells."""
    fits = match.value("number") <= 4 and match.after != "of"  # noqa: PLR2004  quarters of a year
    return Recurring(kind="quarter", number=match.value("number")) if fits else None


@rule(
    "[the] number=first_half|second_half of the unit=unit",
    "[the] number=h",
    "[the] number=first_half|second_half of unit=unit",
)
def half(match: Match) -> Recurring | None:
    """The first half of the year."""
    return Recurring(kind="half", number=match.value("number")) if match.value("unit", "year") == "year" else None


@rule("[the] season=a_season [of|comma] year=year", "[the] season=a_season of the year=year")
def season_of_year(match: Match) -> Fixed:
    """The spring of 1986; autumn 2020."""
    start = SEASON_STARTS[match.value("season")]
    return Fixed(Period(dt.date(match.value("year"), start, 1), "season"))


@rule("[the] season=a_season")
def season(match: Match) -> Recurring | None:
    """The winter; spring, where a word of time stands before it."""
    has_article = match.end - match.start > 1 or match.before in around("whole_before")
    if match.word("season") == "fall" and (not has_article or match.after in around("falling_after")):
        return None
    if not has_article and match.before not in around("season_before"):
        return None
    return Recurring(kind="season", name=match.value("season"))


@rule(
    "[the] fiscal|financial [the] [unit] year=year",
    "year=fiscal_year",
)
def fiscal_year(match: Match) -> Fixed:
    """Fiscal 2015; financial year 2019; FY2019."""
    return Fixed(Period(dt.date(match.value("year"), 1, 1), "year"))


@rule("[the] name=holiday [comma|of|in] year=year")
def holiday_of_year(match: Match) -> Fixed | None:
    """Christmas 2019."""
    day = holiday_on(match.value("name"), match.value("year"))
    return Fixed(Period(day, "day")) if day else None


@rule("name=holiday")
def holiday(match: Match) -> Fixed | Recurring | None:
    """Easter."""
    name = match.value("name")
    follows = match.lexed.text[match.lexed.starts[match.end]] if match.class_at(match.end) == "other_word" else ""
    if follows.isupper():  # "Easter Island"
        return None
    only = fixed_year(name)
    day = holiday_on(name, only) if only else None
    if day:
        return Fixed(Period(day, "day"))
    return Recurring(kind="holiday", name=name) if match.text[0].isupper() else None
