"""By when a thing is to be done, as sentences tell it: a day, a month, the end of the year, in three to five months."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from collections.abc import Iterator

from .measured import WANTED, clause_of, patterns
from .sentences import Sentence
from .stocks import number_in, number_pattern
from .tallied import Act, Number

__all__ = ["due", "due_in"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|"
    r"Sept\.|Oct\.|Nov\.|Dec\.)"
)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
_UNIT_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4, "year": 365.0}
_ISSUES = {
    "withdraw": "foreign-forces",
    "free": "detainees",
    "disarm": "military-limits",
    "vote": "government",
    "form": "government",
    "return": "displacement",
    "deploy": "foreign-forces",
    "lift": "sanctions",
    "sign": "process",
    "ratify": "process",
    "open": "",
    "close": "",
    "exchange": "detainees",
}
"""The acts of `measured` that are compared here, with their issues; empty where the sentences tell it."""
_ONE = frozenset({"disarm", "withdraw"})
"""Of these there is mostly one."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|(?:is|are|was|were) (?:due|expected|scheduled|set|planned)? ?to|due|by|expects?|must|"
    r"ha(?:s|ve) to|foresees?|runs? until|scheduled|planned|no later than|not before|within)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:ago|last (?:week|month|year)|since|had been|took place|was held|were held|agreed (?:up)?on in|too \w+)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:begin\w*|start(?:s|ed|ing)?|onset|commence\w*|first)\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"\b(?:before|not|earlier than|earliest|after|from|beyond)(?: the)? $", re.IGNORECASE)
_LAST = 31
_TAIL_DAYS = 10
"""Days of the end of a month or year."""
_SLACK = 0.15
_SLACK_DAYS = 2
_FAR = 3650.0


def due_in(sentence: Sentence, published: dt.date | None) -> Iterator[Number]:
    """What a sentence says is to be done, and by when, in days from year 1.

    Args:
        sentence: The sentence.
        published: Day of its report; without it nothing is read.
    """
    text = sentence.said
    if published is None or sentence.asks:
        return
    for match in _when().finditer(text):
        first, last = clause_of(text, match.start())
        clause = text[first:last]
        if not _AHEAD.search(clause) or _DONE.search(clause) or WANTED.search(text, first, match.start()):
            continue
        if len(list(_when().finditer(clause))) != 1:
            continue
        span = _span(match, published)
        if span is None or span[1] < published.toordinal():
            continue
        low = span[0] - _SLACK_DAYS
        high = low + _FAR if _NOT_BEFORE.search(text[first : match.start()]) else span[1] + _SLACK_DAYS
        begins = _BEGINS.search(clause) is not None
        for name in _ISSUES:
            if patterns("acts")[name].search(clause):
                rest = f"{text[first : match.start()]} {text[match.end() : last]}"
                key = f"due {name}"
                yield Number(sentence, key, name, low, high, match[0], rest, open=begins)


def _span(match: re.Match[str], published: dt.date) -> tuple[float, float] | None:
    """From which to which day a time can mean; None where it is no time of a calendar."""
    if match["n"]:
        return _term(match, published)
    year = int(match["y"] or match["y2"] or match["y3"] or match["y4"] or match["y5"] or 0)
    day = int(match["d"] or match["e"] or 0)
    if match["season"]:
        begin, end = _SEASONS[match["season"].casefold()]
    elif match["end"] and not match["of"]:
        begin = end = published.month if match["month"] else len(_MONTHS)
    else:
        begin = end = _month(match["of"] or match["m"] or match["o"] or match["p"])
    year = year or published.year + ((end, day or _LAST) < (published.month, published.day))
    try:
        final = dt.date(year, end, day or calendar.monthrange(year, end)[1]).toordinal()
        return (final - _TAIL_DAYS if match["end"] else dt.date(year, begin, day or 1).toordinal()), final
    except ValueError:
        return None


def _term(match: re.Match[str], published: dt.date) -> tuple[float, float] | None:
    most, least = number_in(match["n"]), number_in(match["low"]) if match["low"] else None
    if most is None:
        return None
    size = next(size for unit, size in _UNIT_DAYS.items() if match["unit"].casefold().startswith(unit))
    low, high = (least or most) * size, most * size
    return published.toordinal() + low * (1 - _SLACK), published.toordinal() + high * (1 + _SLACK)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].casefold()) + 1


@functools.cache
def due() -> dict[str, Act]:
    """What is compared, by key."""
    return {
        f"due {name}": Act(
            label="By when",
            issue=issue,
            things=(),
            told=(patterns("acts")[name].pattern,),
            within_days=14,
            ties=1 if name in _ONE else 2,
            exact=True,
            times=2.0,
        )
        for name, issue in _ISSUES.items()
    }


@functools.cache
def _when() -> re.Pattern[str]:
    number = number_pattern()
    low, most = number.replace("(", "(?P<low>", 1), number.replace("(", "(?P<n>", 1)
    years = r"(?:,? (?P<{}>20\d\d|19\d\d))?"
    return re.compile(
        rf"\b(?P<end>end of (?:(?:the|this) (?:year|(?P<month>month))"
        rf"|(?P<of>{_MONTH})(?: (?P<y4>(?:19|20)\d\d))?|(?P<y3>(?:19|20)\d\d)))\b"
        r"|\b(?:the )?(?:next )?(?P<season>spring|summer|autumn)\b"
        rf"|\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{_MONTH})(?!\w){years.format('y')}"
        rf"|\b(?P<o>{_MONTH}) (?P<e>\d{{1,2}})\b(?!:){years.format('y2')}"
        rf"|\b(?:by|before|until|end of|mid)[ -](?P<p>{_MONTH})(?![\w\d])(?: (?P<y5>(?:19|20)\d\d))?"
        rf"|\b(?:with)?in (?:(?:about|some|the next|at most) )?(?:{low}(?: to | or |-|–))?{most} "
        rf"(?P<unit>days?|weeks?|fortnights?|months?|years?)\b"
    )
