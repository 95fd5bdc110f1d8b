"""Conditions: "only if ...", "until ...", "contingent on ...", the words on which something depends."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from ..sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Condition", "condition_in", "conditions_in"]

_LONGEST = 240
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_DAY = re.compile(
    rf" (?:the end of |the |late |early |mid-|at least |next |last |this )?"
    rf"(?:\d{{1,2}} (?:{_MONTHS})|(?:{_MONTHS})|(?:{_DAYS})|(?:19|20)\d\d"
    r"|now|then|today|tomorrow|yesterday|further notice|(?:very |quite )?recently|lately"
    r"|(?:spring|summer|autumn|winter|week|month|year|morning|evening|night)\b|midnight|noon"
    r"|Christmas|Easter|Ramadan|Eid|New Year|Passover|Diwali)\b"
    r"(?! (?:is|are|was|were|has|have)\b)"
)
_OPENING = " \"“'‘("
_BACK = 12
"""Characters of a condition at most, and before its cue where a word can undo it."""


class Words(msgspec.Struct, frozen=True):
    """The patterns of `data/conditions.toml`: the cues (the strong ones a group), what undoes one, what ends one."""

    cue: Sieve
    undone: re.Pattern[str]
    stop: re.Pattern[str]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/conditions.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    strong = [f"(?P<strong>{form})" for form in data["strong"]]
    return Words(
        cue=Sieve([*strong, *data["weak"]], r"\b(?P<cue>{})\b"),
        undone=re.compile(rf"\b(?:{'|'.join(data['not_behind'])})\s*$", re.IGNORECASE),
        stop=re.compile("|".join(data["stops"])),
    )


class Condition(msgspec.Struct, frozen=True):
    """On what something depends: offsets of the words, the words, and whether the cue alone makes it a condition."""

    start: int
    end: int
    text: str
    cue: str
    strong: bool


def condition_in(text: str, start: int, end: int, *, weak: bool = False) -> Condition | None:
    """Find the first condition in ``text[start:end]``.

    Args:
        text: The report's text.
        start: Where to begin.
        end: Where to stop.
        weak: Take "after", "following", "upon", "when", "before" for conditions too, as they are of what is to come.
    """
    return next(conditions_in(text, start, end, weak=weak), None)


def conditions_in(text: str, start: int, end: int, *, weak: bool = False) -> Iterator[Condition]:
    """Find all conditions in ``text[start:end]``; see `condition_in`."""
    words = _words()
    for match in words.cue.finditer(text, start, end):
        cue = match["cue"].lower()
        strong = "strong" in match.re.groupindex
        if not strong and not weak:
            continue
        if cue.endswith(("until", "before")) and _DAY.match(text, match.end(), end):
            continue  # "a truce until 20 January": how long, and on no condition
        if cue in {"if", "when"} and words.undone.search(text[max(start, match.start() - _BACK) : match.start()]):
            continue
        last = min(end, match.end() + _LONGEST)
        stop = words.stop.search(text, match.end(), last)
        if not text[start : match.start()].strip(_OPENING):
            # what opens a sentence ends before its main clause
            comma = text.find(",", match.end(), stop.start() if stop else last)
            last, stop = (comma, None) if comma >= 0 else (last, stop)
        found = text[match.start() : stop.start() if stop else last].rstrip(" ,")
        if len(found.split()) > len(cue.split()):
            yield Condition(match.start(), match.start() + len(found), found, cue, strong)
