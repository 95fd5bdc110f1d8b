"""The words of plans, from `data/plans.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

import msgspec

__all__ = ["NUMBERS", "Words", "plan_words"]

_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
NUMBERS: dict[str, int] = {word: n + 1 for n, word in enumerate(_ONES)} | {"thirty": 30, "forty": 40, "fifty": 50}
"""Numbers in words, as reports write those of points."""


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The word lists of the data file, and the patterns made of them.

    Attributes:
        documents: Nouns of texts.
        plain: Those of them that name a plan only with a number of points.
        counted: A number with its unit: "28-point", "14 articles".
        bare: A number alone, at the end of a phrase.
        change: A verb by which a version becomes the next one.
        held: What stands between a document and the number of its points.
        packages: Nouns behind which a number alone counts the parts ("the package of eight").
        initial: Words of the first version.
        revised: Words of a later one.
        ordinal: "the third draft".
        authors: Verbs of writing and handing over.
        items: Verbs whose objects are points.
        leads: Words of a line that leads in points.
    """

    documents: frozenset[str]
    plain: frozenset[str]
    counted: re.Pattern[str]
    bare: re.Pattern[str]
    change: re.Pattern[str]
    held: re.Pattern[str]
    packages: frozenset[str]
    initial: re.Pattern[str]
    revised: re.Pattern[str]
    ordinal: re.Pattern[str]
    authors: frozenset[str]
    items: frozenset[str]
    leads: re.Pattern[str]


@functools.cache
def plan_words() -> Words:
    """Read the word lists once."""
    text = resources.files("goodoffices.read.kinds").joinpath("data/plans.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    units, versions = data["units"], data["versions"]
    number = r"(?P<n>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
    counted = (
        rf"(?<![\w.,-]){number}(?P<link>[-‑ ])(?P<unit>{_any(units['nouns'])})s?\b(?! (?:{_any(units['not_behind'])}))"
    )
    return Words(
        documents=frozenset(data["documents"]["nouns"]),
        plain=frozenset(data["documents"]["plain"]),
        counted=_compiled(counted),
        bare=_compiled(
            rf"\b{number}\b(?=\s*(?:[,.;:)]|$|(?:today|now|by|at|after|before|on|in|last|this|under|during|and|but|while|when|for|since)\b))"
        ),
        change=_compiled(rf"\b(?:{_any(versions['changes'])})\b"),
        held=_compiled(
            rf"\b(?:{_any(versions['holds'])})\s+(?:(?:its|the|only|just|some|about|now|all)\s+|(?:[\w-]+\s+){{1,3}}and\s+)?$"
        ),
        packages=frozenset(data["units"]["packages"]),
        initial=_compiled(rf"\b(?:{_any(versions['initial'])})\b"),
        revised=_compiled(rf"\b(?:{_any(versions['revised'])})\b"),
        ordinal=_compiled(rf"\b(?P<which>{_any(versions['ordinals'])}) (?:{_any(versions['drafts'])})\b"),
        authors=frozenset(data["authors"]["verbs"]),
        items=frozenset(data["items"]["verbs"]),
        leads=_compiled(rf"\b(?:{_any(data['items']['leads'])})\b"),
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
