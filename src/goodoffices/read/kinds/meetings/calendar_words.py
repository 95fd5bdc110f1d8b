"""The words of calendars, from `data/calendars.toml`: heads of columns, titles, states of a row."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

import msgspec

from .vocabulary import meeting_words

__all__ = ["CalendarWords", "calendar_words", "is_town_name", "names_occasion", "words_of"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAME = re.compile(r"[^\W\d_][^\W\d_]+(?:[ '’-](?:[^\W\d_]+))*")
_LONGEST = 3
_LONGEST_NAME = 8
"""Words of a cell that names a meeting, at most: longer ones tell of what was done there."""


class CalendarWords(msgspec.Struct, frozen=True, kw_only=True):
    """Word sets in lower case; what each is for stands in the data file."""

    when: frozenset[str]
    where: frozenset[str]
    who: frozenset[str]
    what: frozenset[str]
    state: frozenset[str]
    venues: frozenset[str]
    occasions: frozenset[str]
    titles: frozenset[str]
    acts: frozenset[str]
    ditto: frozenset[str]
    no_calendar: frozenset[str]
    behind: frozenset[str]
    blank: frozenset[str]
    called_off: frozenset[str]
    to_come: frozenset[str]
    times: frozenset[str]


@functools.cache
def calendar_words() -> CalendarWords:
    """Read the word lists once."""
    text = resources.files("goodoffices.read.kinds").joinpath("data/calendars.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), CalendarWords)


def words_of(text: str) -> frozenset[str]:
    """The words of a heading or the head of a column, in lower case, plurals with their singulars."""
    words = {word.lower() for word in _WORD.findall(text)}
    return frozenset(words | {word.removesuffix(end) for word in words for end in ("s", "es")})


def is_town_name(text: str) -> bool:
    """Is a piece of a cell written like the name of a town, and no time ("Buka", not "October" or "By 31 July")?"""
    words = text.split()
    if not 0 < len(words) <= _LONGEST or not _NAME.fullmatch(text):
        return False
    return all(w[:1].isupper() for w in words) and not words_of(text) & calendar_words().times


def names_occasion(text: str) -> bool:
    """Does a cell, or an entry, name a meeting: is the head of its first phrase the noun of one?

    "First sitting of the X", "Opening at Eldoret"; not "No sitting", "Opening of the border".
    """
    words = text.replace(",", " ,").replace(";", " ;").lower().split()[:_LONGEST_NAME]
    if words[:1] == ["no"]:
        return False
    end = next((n for n, word in enumerate(words) if word in calendar_words().behind), len(words))
    nouns = (meeting_words().nouns | calendar_words().occasions) - meeting_words().weak
    head = words[end - 1].strip(".:()") if end else ""
    if head in calendar_words().acts:
        return end < len(words) and words[end] in {"at", "in"}
    if end and head.isdigit() and end > 1:
        head = words[end - 2]  # "Round 3"
    return bool({head, head.removesuffix("s")} & nouns)
