"""Cells: how the few words of an answer in a table or behind a label read ("Off limits", "Yes, if ...")."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import cast

import msgspec

from goodoffices.record import Stance

__all__ = ["asked_of_others", "cell_stance", "is_fact", "is_fact_of_party", "stance_told"]

_AT_ONCE = re.compile(r"\bat once\b", re.IGNORECASE)
"""No condition, though the word opens one."""
_LONGEST = 300
"""Characters of an answer that are read, at most."""
_GIVING: frozenset[Stance] = frozenset({"accepts", "offers"})


class Answers(msgspec.Struct, frozen=True):
    """The patterns of `data/cells.toml`."""

    degree: re.Pattern[str]
    whole: dict[Stance, re.Pattern[str]]
    opening: dict[Stance, re.Pattern[str]]
    inside: dict[Stance, re.Pattern[str]]
    limit: re.Pattern[str]
    asking: re.Pattern[str]
    own: re.Pattern[str]
    facts: re.Pattern[str]
    heads: re.Pattern[str]


@functools.cache
def _answers() -> Answers:
    text = resources.files(__package__).joinpath("data/cells.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Answers(
        degree=_any_of([rf"{word}(?= )" for word in data["degrees"]]),
        whole=_by_stance(data["whole"]),
        opening=_by_stance(data["opening"]),
        inside=_by_stance(data["inside"]),
        limit=_any_of(data["limits"]["conditional"]),
        asking=_any_of(data["limits"]["asking"]),
        own=_any_of(data["own"]["words"]),
        facts=_any_of(data["facts"]["labels"]),
        heads=_any_of(data["facts"]["heads"]),
    )


def _by_stance(lists: dict[str, list[str]]) -> dict[Stance, re.Pattern[str]]:
    return {cast("Stance", stance): _any_of(words) for stance, words in lists.items()}


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(patterns, key=len, reverse=True)  # the longest that fits
    return re.compile(rf"\b(?:{'|'.join(ordered)})(?!\w)", re.IGNORECASE)


@functools.lru_cache(maxsize=4096)
def cell_stance(text: str, label: str = "") -> Stance:
    """Read the stance of a cell; what only names a thing is a demand, with a limit a yes on a condition.

    Args:
        text: The words of the cell.
        label: What its row or column is about.
    """
    words = _plain(text)
    told = _told(words)
    if told is None:
        limited = _answers().limit.search(words) is not None
        return "conditional" if limited else _inside(words)
    stance, end = told
    if stance == "rejects" and re.match(r"non-?negotiable|not negotiable", words) and _answers().own.search(label):
        return "demands"  # "Territorial integrity: not negotiable"
    if stance in _GIVING and _answers().limit.search(words, end):
        return "conditional"
    return stance


def stance_told(text: str) -> Stance | None:
    """The stance that a few words without a subject open with ("opposed to foreign judges"); None where none is."""
    words = _plain(text)
    told = _told(words)
    if told is None:
        return None
    return "conditional" if told[0] in _GIVING and _answers().limit.search(words, told[1]) else told[0]


def is_fact(label: str) -> bool:
    """Does the label of a row or column tell who a party is ("Leader", "Founded"), and no position?"""
    return _answers().facts.fullmatch(label.strip(" :*").lower()) is not None


def is_fact_of_party(head: str) -> bool:
    """Does the head of a column tell how things go with the party of each row ("State of play"), and no position?"""
    return is_fact(head) or _answers().heads.fullmatch(head.strip(" :*").lower()) is not None


def asked_of_others(text: str) -> int | None:
    """Where in a cell stands what a cell makes its yes depend on ("Yes, if the borders are closed"), if on anything."""
    found = _answers().asking.search(text[:_LONGEST])
    return found.end() if found is not None else None


def _plain(text: str) -> str:
    """The words of an answer without what tells how strongly or since when it is given."""
    words = (
        _AT_ONCE.sub("immediately", " ".join(text.split()))[:_LONGEST].strip(" .*_\"'“”()").lower().replace("’", "'")
    )
    while (found := _answers().degree.match(words)) and found.end() < len(words):
        words = words[found.end() + 1 :]
    return words


def _told(words: str) -> tuple[Stance, int] | None:
    """The stance of an answer by its opening words, the longest that fit, and where they end."""
    known = _answers()
    for stance, pattern in known.whole.items():
        if pattern.fullmatch(words):
            return stance, len(words)
    ends = {stance: match.end() for stance, pattern in known.opening.items() if (match := pattern.match(words))}
    if not ends:
        return None
    best = max(ends, key=lambda stance: ends[stance])
    return best, ends[best]


def _inside(words: str) -> Stance:
    """The stance that words further on tell; what only names a thing asks for it."""
    found = (stance for stance, pattern in _answers().inside.items() if pattern.search(words))
    return next(found, "demands")
