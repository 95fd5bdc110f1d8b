"""A speaker who contradicts another: what the other told of, this one says was never so."""

from __future__ import annotations

import re
from collections.abc import Callable

from .dispute_words import pattern

__all__ = ["answers_too", "is_of_one_thing", "says_not_so", "stems"]

_NEVER = re.compile(r"\b(?:never|nothing|nobody|no one|none)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^\W*(?:(?:On|As to|As for|About|Of|In|At|Regarding|Concerning) [\w' -]{2,40}?,? "
    r"(?=(?:we|I|nobody|no|not|there|nothing|none|our)\b)|"
    r"(?:Well|But|And|Sorry|Excuse me|Forgive me|With respect),? )"
)
"""What stands before a no ("On prisoners we have not been asked anything")."""
_NO_SUCH = re.compile(
    r"\W*(?:It|That|This|They|Those|These) (?:was|is|were|are) (?:simply )?(?:not|never|no) (?:an? |the |any )?"
    r"(?P<what>[a-z-]{5,})",
    re.IGNORECASE,
)
"""Says that a thing is not what another called it ("It was not a refusal")."""
_ABSOLUTE = re.compile(
    r"\W*(?:Not (?:one|a single)|None|Nobody|No one|"
    r"There (?:is|are|was|were|has been|have been) (?:not one|not a single|no))\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,;] )[A-Z\u00c0-\u017d][\w'-]{3,}")
_MANY = 3
"""Words in common by which two sentences are known to tell of one thing."""
_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d,.]*\d")
_LIGHT = frozenset(
    {
        "that",
        "they",
        "have",
        "with",
        "said",
        "says",
        "this",
        "your",
        "there",
        "their",
        "been",
        "will",
        "nothi",
        "nobod",
        "never",
        "none",
    }
)


def says_not_so(text: str, begins: Callable[[str], object]) -> bool:
    """Does it say that something has not been, or is not there, and not that somebody will not have it?

    Args:
        text: A sentence.
        begins: Matches the words with which such a sentence begins.
    """
    told = _LEAD.sub("", text, count=1)
    if begins(told) is None and _NO_SUCH.match(told) is None:
        return False
    return not pattern("intending").search(text) and not pattern("wanting").search(text)


def _names(text: str) -> set[str]:
    return {name.casefold() for name in _NAME.findall(text)}


def is_of_one_thing(turn: str, text: str) -> bool:
    """Do a turn and a sentence have in common a name and a word, many words, or the very word that is denied?"""
    common, names = stems(turn) & stems(text), _names(turn) & _names(text)
    if (called := _NO_SUCH.match(_LEAD.sub("", text, count=1))) is not None:
        return called["what"][:_STEM].casefold() in stems(turn)
    if names and _ABSOLUTE.match(text):
        return True
    return len(common) >= _MANY or (bool(names) and len(common) > len(names))


def answers_too(question: str, text: str) -> bool:
    """Does a sentence answer, with a no, a question that another speaker has answered before?"""
    return bool(_names(question) & _names(text)) and _NEVER.search(text) is not None


def stems(text: str) -> set[str]:
    """The beginnings of the words of a text that carry its matter."""
    return {word[:_STEM].casefold() for word in _WORD.findall(text)} - _LIGHT
