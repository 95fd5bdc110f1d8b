"""One count that a report gives, with the words it rests on."""

from __future__ import annotations

import datetime as dt

import msgspec

__all__ = ["KINDS", "Count"]

KINDS = (
    "violation",
    "explosion",
    "killed",
    "injured",
    "casualty",
    "weapon",
    "fire",
    "mine",
    "restriction",
    "interference",
    "damage",
    "other",
)


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """One count: how many of what, where and when, as one sentence gives it.

    Offsets are of characters in the text that was read, ``[start, end)``.

    Attributes:
        count: The number, 0 or more; of a range ("ten to fifteen") the lower end.
        most: The upper end of a range, else None.
        kind: One of ``KINDS``.
        span: The words of the number ("7,333", "eight", "twice", "no").
        sentence: The sentence that it stands in.
        area: The words of the sentence that say where, exactly as they stand; None where it gives none.
        area_span: Where those words stand.
        period: The words of the sentence that say when, exactly as they stand; None where it gives none.
        period_span: Where those words stand.
        earliest: First day of the period, None where the words and the date of publication do not give it.
        latest: Last day of it.
        what: What is counted, in the sentence's words ("ceasefire violations"); None where it names nothing.
        weapon: The weapon or the effect among those words ("anti-tank mines"), None where they name none.
        compared: True where the count is another period's, given to compare with.
        blur: "exact", "about", "at least" or "at most", as the words before the number say.
        part_of: The span of the count that this one is a part of ("including 45 explosions"): do not add them up.
    """

    count: int
    most: int | None = None
    kind: str
    span: tuple[int, int]
    sentence: tuple[int, int]
    area: str | None = None
    area_span: tuple[int, int] | None = None
    period: str | None = None
    period_span: tuple[int, int] | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    what: str | None = None
    weapon: str | None = None
    compared: bool = False
    blur: str = "exact"
    part_of: tuple[int, int] | None = None
