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

    "Since February 2022" has no end and "by the end of March" no start; "on Tuesday" has both.

    Args:
        expression: As `dates` or `find_dates` found it.
    """
    earliest, latest = expression.earliest, expression.latest
    if "/" in expression.value:
        return Interval(earliest=earliest, latest=latest, text=expression.text)  # "from 8 to 22 April" says both ends
    reach = table("english")["signals"]["meaning"].get(expression.signal)
    if reach == "open" and expression.type == "DATE":
        latest = None
    if reach == "closed" and expression.type == "DATE":
        earliest = None
    return Interval(earliest=earliest, latest=latest, text=expression.text)
