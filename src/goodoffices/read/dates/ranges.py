"""Ranges: two expressions that are the ends of one stretch of time ("from 22 January to 6 February")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from .expression import TimeExpression

__all__ = ["ranges"]

_TO = frozenset({"to", "until", "till", "through"})
_LONGEST_LINK = 12
"""Characters between the ends of a range, at most."""


def ranges(times: Iterable[TimeExpression], texts: Mapping[int, str]) -> Iterator[TimeExpression]:
    """Join the two ends of each range, and two days or months that follow each other ("on Tuesday and Wednesday").

    Args:
        times: Expressions in the order of the text.
        texts: The passages that they were found in, by the offset at which each starts.

    Yields:
        The expressions; one that is joined has a value of two parts, ``a/b``, and the days of both.
    """
    starts = sorted(texts)
    held: TimeExpression | None = None
    place = 0
    for time in times:
        while place + 1 < len(starts) and starts[place + 1] <= time.span[0]:
            place += 1
        passage, offset = texts[starts[place]], starts[place]
        joined = _joined(held, time, passage, offset) if held is not None and held.span[0] >= offset else None
        if held is not None and joined is None:
            yield held
        held = joined or time
    if held is not None:
        yield held


def _joined(first: TimeExpression, last: TimeExpression, passage: str, offset: int) -> TimeExpression | None:
    """One range of two expressions, None where they are none."""
    if (
        not ((_is_bounded(first) or _is_night(first)) and _is_bounded(last))
        or last.span[0] - first.span[1] > _LONGEST_LINK
    ):
        return None
    link = passage[first.span[1] - offset : last.span[0] - offset].strip().lower()
    if _is_night(first) and link == "from":
        return msgspec.structs.replace(last, span=(first.span[0], last.span[1]))  # "in the night from Saturday ..."
    ends = first.signal == "from" and link in _TO
    between = first.signal == "between" and link == "and"
    overnight = _is_night(first) and link in _TO and _follow(first, last)
    if not (ends or between or overnight or (link == "and" and _follow(first, last))):
        return None
    if first.earliest is None or last.latest is None or first.earliest > last.latest:
        return None
    return msgspec.structs.replace(
        first,
        type="DATE",
        span=(first.span[0], last.span[1]),
        text=passage[first.span[0] - offset : last.span[1] - offset],
        value=f"{first.value}/{last.value}",
        latest=last.latest,
    )


def _is_bounded(time: TimeExpression) -> bool:
    whole = time.type == "DATE" and time.mod is None and "/" not in time.value
    return whole and time.earliest is not None and time.latest is not None


def _is_night(time: TimeExpression) -> bool:
    """ "The night of Wednesday", which a day can follow ("to Thursday")."""
    return time.type == "TIME" and time.value.endswith("TNI")


def _follow(first: TimeExpression, last: TimeExpression) -> bool:
    """Are they two days, or two months, one right behind the other?"""
    one, other = first.latest, last.earliest
    if one is None or other is None or first.earliest is None or last.latest is None:
        return False
    days = {first.earliest == one, other == last.latest}
    months = {len(time.value) == len("2018-05") for time in (first, last)}
    return (days == {True} or (days == {False} and months == {True})) and other - one == dt.timedelta(days=1)
