"""What measures are of: the acts and lengths that they can be of, and the words that a clause is about beside these."""

from __future__ import annotations

import functools
import re
import tomllib
from bisect import bisect_right
from importlib import resources

import msgspec

from . import lexicon
from .wording import matter, stem

__all__ = ["WANTED", "clause_of", "is_wanted", "matter_of", "patterns"]

_CUT = re.compile(r"; | \| ?|, (?:and|but|while|whereas|which|who|where|as) |\. ")
"""Where another clause begins."""
WANTED = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|want(?:s|ed|ing)?|propos(?:es?|ed|ing|als?)|ask(?:s|ed|ing)? (?:for|that|to)|"
    r"insist(?:s|ed|ing)?|call(?:s|ed|ing)? (?:for|on)|urg(?:es?|ed|ing)|push(?:es|ed|ing)? for|"
    r"press(?:es|ed|ing)? for|should|might|could|if|unless|"
    r"request(?:s|ed)?|seek(?:s|ing)?|sought|would like|threat\w*|warn(?:s|ed)?|offer(?:s|ed|ing)?|rejects?|rejected|"
    r"originally|initially|at first|previous(?:ly)?|earlier)\b",
    re.IGNORECASE,
)
"""Before what is no more than wanted or feared, or was so once."""


class _Words(msgspec.Struct, frozen=True):
    """The lists of `data/measures.toml`."""

    acts: dict[str, tuple[str, ...]]
    lengths: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str | tuple[str, ...], ...]]


def clause_of(text: str, at: int) -> tuple[int, int]:
    """Where the clause that holds a place begins and ends."""
    cuts = [0, *(cut.end() for cut in _CUT.finditer(text))]
    start = cuts[bisect_right(cuts, at) - 1]
    end = next((cut.start() for cut in _CUT.finditer(text) if cut.start() > at), len(text))
    return start, end


def is_wanted(text: str, start: int, end: int) -> bool:
    """Is what stands between two places of a sentence, or of the cell of a row, only wanted, feared or supposed?"""
    return _wanted().search(text[_cell(text, start) : end]) is not None


def _cell(text: str, at: int) -> int:
    """Where the cell of a row, else the sentence, begins."""
    return text.rfind(" | ", 0, at) + 1


def matter_of(text: str, acts: frozenset[str] = frozenset()) -> frozenset[str]:
    """What a clause is about, words of one meaning as one, without those of its acts."""
    for name in acts:
        text = (patterns("acts").get(name) or patterns("lengths")[name]).sub(" ", text)
    return frozenset(_alike().get(word, word) for word in matter(text)) - _general()


@functools.cache
def _lists() -> _Words:
    text = resources.files(__package__).joinpath("data/measures.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Words)


@functools.cache
def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """The patterns of the acts (``acts``), or of the nouns that last (``lengths``), by name."""
    lists: dict[str, tuple[str, ...]] = getattr(_lists(), name)
    return {act: re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE) for act, forms in lists.items()}


@functools.cache
def _alike() -> dict[str, str]:
    groups = [group for group in _lists().words["alike"] if isinstance(group, tuple)]
    return {stem(word): stem(group[0]) for group in groups for word in group}


@functools.cache
def _general() -> frozenset[str]:
    words = [word for word in _lists().words["general"] if isinstance(word, str)]
    return frozenset(stem(word) for word in (*words, *lexicon.words().plan))


@functools.cache
def _wanted() -> re.Pattern[str]:
    words = [word for word in _lists().words["wanting"] if isinstance(word, str)]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
