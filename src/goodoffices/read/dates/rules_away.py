"""Rules for times some amounts away: "three years ago", "two days later"."""

from __future__ import annotations

from .away import Later, LikeBefore
from .calendar import FINENESS
from .pattern import Match, RuleBook
from .rules_length import count_of
from .vocabulary import around

__all__ = ["BOOK", "stands_alone"]

BOOK = RuleBook()
rule = BOOK.rule


_AMOUNTS = (
    "[approx] n=a_count and a plus=half unit=any_unit",
    "[approx] n=a_count [scale=scale] unit=any_unit",
    "[approx] n=a|few|several|dozens [of] unit=any_unit",
    "[approx] a n=few|couple|scale [of] unit=any_unit",
    "[approx] n=couple [of] unit=any_unit",
    "[approx] n=half [a] unit=any_unit",
    "n=units unit=units",
    "unit=units",
)


@rule(
    *(f"{amount} when=ago" for amount in _AMOUNTS),
    *(f"{amount} from present|deictic" for amount in _AMOUNTS),
    "[approx] n=a_count unit=any_unit and n2=a_count unit2=any_unit when=ago",
)
def away_from_now(match: Match) -> Later | None:
    """Three years ago; a week ago; two months from now; years ago."""
    amounts = count_of(match)
    sign = -1 if "when" in match.named else 1
    return Later(amounts=amounts, sign=sign) if amounts else None


@rule(
    *(f"{amount} when=compared" for amount in _AMOUNTS),
    *(f"{amount} when=before|after" for amount in _AMOUNTS),
)
def away_from_told(match: Match) -> Later | None:
    """Two days later; a year earlier; the week after, where no words follow that say after what."""
    amounts = count_of(match)
    if not amounts:
        return None
    if not stands_alone(match):
        return None
    sign = -1 if match.word("when") in {"before", "earlier"} else 1
    return Later(amounts=amounts, sign=sign, told=True)


@rule("[the|a] unit=unit dash when=ago|compared like=quarter|unit|period", "unit=unit dash when=ago|compared")
def like_period_before(match: Match) -> LikeBefore | None:
    """The year-earlier quarter; the year-ago period: as long as the one that was told."""
    unit, like = match.value("unit"), match.value("like", "period")
    if match.word("when") == "later" or unit not in FINENESS or like not in {*FINENESS, "period"}:
        return None
    return LikeBefore(unit=unit, like=None if like == "period" else like)


def stands_alone(match: Match) -> bool:
    """Is "before" or "later" the end of the phrase, so that it counts from what was told?"""
    if match.value("when") in {"before", "after"}:
        return match.after in around("phrase_end")
    return match.after not in around("not_later_after")
