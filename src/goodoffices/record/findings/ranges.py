"""From how many to how many a number can mean, by the words that lead it in: "some thirty", "fewer than 150"."""

from __future__ import annotations

import functools
import re

from .stocks import number_in, number_pattern

__all__ = ["LEAD", "count_pattern", "range_of"]

LEAD = 40
"""Characters before a number in which the words stand that lead it in."""
_ROUGH = 0.1
"""Share by which a number that is told roughly can be off."""
_BEYOND = 1.5
""" "More than 1,600" is no more than this many times that, and "fewer than 150" no less than the like part of it."""
_HUNDRED = 100
_LITTLE = re.compile(
    r"\b(?:a )?(?:little|just|slightly) (?:more than|over|above|under|below|less than|fewer than) $", re.IGNORECASE
)
""" "A little over 200" is no more than roughly that."""
_LEAST = re.compile(
    r"\b(?:(?<!no )(?<!not )more than|at least|over|upwards of|in excess of|no (?:fewer|less) than|above|"
    r"as many as) (?:the )?$",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:(?<!no )(?:fewer|less) than|under|at most|no more than|not more than|up to|below|barely|only|just) "
    r"(?:the )?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to) (?:the )?$",
    re.IGNORECASE,
)
_VAGUE: dict[str, tuple[float, float]] = {
    "half a dozen": (5, 7),
    "a dozen": (10, 14),
    "two dozen": (21, 27),
    "three dozen": (32, 40),
    "a handful": (2, 10),
    "a few hundred": (200, 600),
    "several hundred": (200, 900),
    "a few thousand": (2_000, 6_000),
    "several thousand": (2_000, 9_000),
}


def range_of(said: str, lead: str, *, rough: bool = False) -> tuple[float, float] | None:
    """From how many to how many a number can mean; None where it is none.

    Args:
        said: The number, in digits or words.
        lead: The words before it.
        rough: True where it is rough even if no word says so; a number of hundreds always is.
    """
    if (vague := _VAGUE.get(" ".join(said.casefold().split()))) is not None:
        return vague
    number = 1 if said.casefold() in {"a", "an"} else number_in(said)
    if number is None:
        return None
    about = number * (1 - _ROUGH), number * (1 + _ROUGH)
    if _LITTLE.search(lead) or _ABOUT.search(lead):
        return about
    if _LEAST.search(lead):
        return number, number * _BEYOND
    if _MOST.search(lead):
        return number / _BEYOND, number
    return about if rough or (number >= _HUNDRED and number % _HUNDRED == 0) else (number, number)


@functools.cache
def count_pattern() -> str:
    """The pattern of a number, vague ones among them, without a group."""
    vague = "|".join(f"{words}(?: of)?" if words == "a handful" else words for words in _VAGUE)
    return rf"(?:\b(?:{vague})\b|{number_pattern().replace('(', '(?:', 1)})"
