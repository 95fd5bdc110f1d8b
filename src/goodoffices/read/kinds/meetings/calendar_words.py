"""The words of calendars, from `data/calendars.toml`: heads of columns, titles, states of a row."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

import msgspec

__all__ = ["CalendarWords", "calendar_words", "is_town_name", "words_of"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAME = re.compile(r"[^\W\d_][^\W\d_]+(?:[ '’-](?:[^\W\d_]+))*")
_LONGEST = 3


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
