"""A time expression as it stands in a text: its span, its TIMEX3 value, and the days that it can mean."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record import Interval

from .vocabulary import table

__all__ = ["TimeExpression", "TimeType", "interval_of"]

TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One expression of time.

    Attributes:
        span: Offsets ``(start, end)``, in Unicode code points; determiners are inside, prepositions outside.
        text: The words, ``text[start:end]`` of the passage they were found in.
        type: TIMEX3 type.
        value: TIMEX3 value; an ISO 8601 interval ``a/b`` for "3-5 May"; with ``X`` where it cannot be known.
        earliest: First day that it can mean, or None where unknown.
        latest: Last day (inclusive), or None where unknown.
        mod: TIMEX3 modifier (START, MID, END, APPROX, MORE_THAN, ...), or None.
        quant: EVERY or EACH, for sets.
        freq: How often in each round of a set ("2X"), or None.
        signal: The preposition before it ("by", "since"), in lower case, or empty.
        anchor: For a duration, the words it counts from ("of signature"), or empty.
    """

    span: tuple[int, int]
    text: str
    type: TimeType
    value: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    signal: str = ""
    anchor: str = ""


def interval_of(expression: TimeExpression) -> Interval:
    """Read the time of a thing from the expression beside it and the preposition between them.

    "Since February 2022" has no end, "by the end of March" no start and "before July" ends in June; "on Tuesday" has
    both. What has no firm edge ("in the spring", "early next year", "recently") has neither, only its words.

    Args:
        expression: As `dates` or `find_dates` found it.
    """
    earliest, latest, text = expression.earliest, expression.latest, expression.text
    if "/" in expression.value:
        return Interval(earliest=earliest, latest=latest, text=text)  # "from 8 to 22 April" says both ends
    told = expression.type == "DATE" or (expression.type == "TIME" and expression.signal in {"by", "since", "until"})
    reach = table("english")["signals"]["meaning"].get(expression.signal) if told else None
    if expression.signal == "no later than" and earliest != latest and expression.mod is None:
        reach = None  # of a year it says in which one, of a day that it is the last
    if _is_loose(expression, reach):
        return Interval(earliest=None, latest=None, text=text)
    if reach == "open":
        latest = None
    if reach == "ended" and expression.mod is None and earliest is not None and earliest > dt.date.min:
        latest = earliest - dt.timedelta(days=1)
    if reach in {"closed", "ended"}:
        latest = _middle(expression) or latest
        earliest = None
    return Interval(earliest=earliest, latest=latest, text=text)


def _is_loose(expression: TimeExpression, reach: str | None) -> bool:
    """Has it no edge that could be named: a season, a part of a month, the past as a whole?"""
    signals = table("english")["signals"]
    if expression.value.endswith(tuple(signals["loose_values"])):
        return True
    if expression.mod not in {"START", "MID", "END"} or expression.earliest == expression.latest:
        return False
    edge = any(word in expression.text.lower().split() for word in signals["edges"])
    firm = {"START": edge and reach == "open", "END": edge and reach in {"closed", "ended"}, "MID": reach == "closed"}
    return not firm[expression.mod]


def _middle(expression: TimeExpression) -> dt.date | None:
    """ "By mid-May": the fifteenth."""
    month = expression.mod == "MID" and expression.earliest is not None and len(expression.value) == len("2018-05")
    return expression.earliest.replace(day=_MIDDLE) if month and expression.earliest is not None else None


_MIDDLE = 15
"""The day that the middle of a month is taken for."""
