"""Spans of time, lengths, sums and shares as they are written: "two weeks", "$1.5 billion", "a third of"."""

from __future__ import annotations

import re

from .ranges import range_of
from .stocks import number_pattern

__all__ = ["span_pattern", "value_of"]

_UNITS = {
    "time": {
        "minute": 1 / 1440,
        "hour": 1 / 24,
        "day": 1.0,
        "night": 1.0,
        "week": 7.0,
        "fortnight": 14.0,
        "month": 30.4,
        "year": 365.0,
    },
    "distance": {"kilomet": 1.0, "km": 1.0, "mile": 1.61, "metre": 0.001, "meter": 0.001},
    "area": {"square kilomet": 100.0, "square mile": 259.0, "hectare": 1.0, "acre": 0.405},
    "money": {"thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9},
    "share": {"%": 1.0, "per": 1.0, "of": 1.0},
}
"""Beginnings of the names of units, and their sizes in days, kilometres, hectares, coins and hundredths."""
_WRITTEN = {
    "time": r"minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?",
    "distance": r"kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?",
    "area": r"square kilomet(?:re|er)s?|square miles?|hectares?|acres?",
}
_COIN = (
    r"(?:(?:US |American |Canadian )?(?:dollars?|euros?|pounds?|roubles?|rubles?|francs?|rupees?|shillings?|pesos?|"
    r"rand|riyals?|dinars?|kina|naira|birr|kroner))"
)
_FRACTIONS: dict[str, float] = {
    "half": 50,
    "a third": 33.3,
    "one third": 33.3,
    "two thirds": 66.7,
    "a quarter": 25,
    "one quarter": 25,
    "three quarters": 75,
    "a fifth": 20,
    "two fifths": 40,
    "three fifths": 60,
    "a tenth": 10,
}
_NEAR = 0.04
"""Share by which a number with a decimal point can be off."""
_POINTS = 1.0
"""Hundredths by which a share can be off."""


def span_pattern(unit: str, place: int) -> str:
    """The pattern of a number and its unit, in the groups ``n`` and ``unit`` with a number behind their names.

    Args:
        unit: ``time``, ``distance``, ``area``, ``money`` or ``share``.
        place: The number.
    """
    number = number_pattern().removeprefix(r"\b(").removesuffix(r")\b")
    exact = rf"(?P<n{place}>(?:{number})(?:\.\d+)?)"
    if unit == "money":
        scale = rf"(?P<unit{place}>million|billion|thousand|bn|m)"
        return rf"(?:(?:US|C|A)?[$€£] ?(?=\d)|(?=[\w.,]+(?: \w+)? {_COIN}))\b{exact}(?: ?{scale}\b)?(?: {_COIN})?"
    if unit == "share":
        fractions = "|".join(_FRACTIONS)
        return rf"\b(?P<n{place}>{fractions}|(?:{number})(?:\.\d+)?)(?P<unit{place}> ?%| per ?cent\b| of\b)"
    return rf"\b(?P<n{place}>an?|{number})[ -](?P<unit{place}>{_WRITTEN[unit]})\b"


def value_of(unit: str, said: str, of: str, lead: str) -> tuple[float, float] | None:
    """From how much to how much a span can mean; None where it is none.

    Args:
        unit: As above.
        said: Its number.
        of: Its unit, as it is written; empty where it has none.
        lead: The words before it.
    """
    size = next((size for name, size in _UNITS[unit].items() if of.strip().casefold().startswith(name)), 1.0)
    known = float(said.replace(",", "")) if re.fullmatch(r"\d[\d,]*\.\d+", said) else None
    if unit == "share":
        known = _FRACTIONS.get(said.casefold(), known)
        if known is None and of.strip().casefold() == "of":
            return None
        points = (known, known) if known is not None else range_of(said, lead)
        return None if points is None else (points[0] - _POINTS, points[1] + _POINTS)
    if known is not None:
        return known * (1 - _NEAR) * size, known * (1 + _NEAR) * size
    found = range_of(said, lead, rough=True)
    return None if found is None else (found[0] * size, found[1] * size)
