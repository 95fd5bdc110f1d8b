"""What a text provides of what a lasting agreement needs, and which principles its provisions speak against."""

from __future__ import annotations

import functools
import re

import msgspec

from ..sequence import Clause, Outline
from .definitions import read_data

__all__ = ["Item", "Mention", "Tension", "check_principles", "check_quality"]


class Mention(msgspec.Struct, frozen=True):
    """Where the text says something: the provision, the clause, and where the telling words stand."""

    provision: str
    words: str
    span: tuple[int, int]


class Item(msgspec.Struct, frozen=True):
    """One item of the list, with where the text provides it; with nothing found it is missing."""

    id: str
    label: str
    covers: str
    found: tuple[Mention, ...] = ()


class Tension(msgspec.Struct, frozen=True):
    """A principle that the text states, and provisions that speak against it: for a person to look at."""

    principle: str
    stated: tuple[Mention, ...]
    against: tuple[Mention, ...]


@functools.cache
def _pattern(name: str, key: str, part: str) -> re.Pattern[str]:
    # white space in a text may be a line end
    listed = (words.replace(" ", r"\s+") for words in read_data(name)[key][part])
    return re.compile(r"(?i)\b(?:" + "|".join(listed) + ")")


def _mentions(pattern: re.Pattern[str], clauses: tuple[Clause, ...]) -> tuple[Mention, ...]:
    return tuple(
        Mention(each.provision, re.sub(r"\s+", " ", each.text), (each.start + found.start(), each.start + found.end()))
        for each in clauses
        if (found := pattern.search(each.text))
    )


def check_quality(text: Outline) -> tuple[Item, ...]:
    """Go through the list of what an agreement needs.

    Args:
        text: The text; what its preamble says provides nothing.

    Returns:
        All items in the order of the list, each with where it is found.
    """
    provided = tuple(each for each in text.clauses if each.provision)
    return tuple(
        Item(key, entry["label"], entry["covers"], _mentions(_pattern("quality", key, "words"), provided))
        for key, entry in read_data("quality").items()
    )


def check_principles(text: Outline) -> tuple[Tension, ...]:
    """Hold the provisions against the principles that the text states.

    Args:
        text: The text; a principle may stand in its preamble.

    Returns:
        One for each principle that is stated and that another clause speaks against. Words alone decide: it says where
        to look, and not that there is a contradiction.
    """
    found = []
    for key, entry in read_data("principles").items():
        stated = _mentions(_pattern("principles", key, "stated"), text.clauses)
        against = _mentions(
            _pattern("principles", key, "against"), tuple(each for each in text.clauses if each.provision)
        )
        places = {each.words for each in stated}
        other = tuple(each for each in against if each.words not in places)
        if stated and other:
            found.append(Tension(entry["label"], stated, other))
    return tuple(found)
