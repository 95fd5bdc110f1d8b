"""How a sentence tells of a position: as a demand that was dropped, as a denial of having agreed, as a yes at once."""

from __future__ import annotations

import functools
import re

from . import lexicon
from .wording import tokens

__all__ = ["at_once", "denies_accord", "drops"]

_DROP_REACH = 4
"""Words between "dropped" and "demand", at most."""
_TEXT_REACH = 5
"""Words between the demand and what was demanded, at most."""
_NAMED_BY = 3
"""Words by which a clause is found in its sentence."""
_DENY_REACH = 3
_DENYING = frozenset({"denied", "denies", "neither", "never", "no", "nobody", "none", "not", "nothing"})


def drops(sentence: str, text: str) -> bool:
    """Does `sentence` say that `text` is demanded no more ("no longer insists on", "dropped its demand for")?"""
    words, sought = tokens(sentence), tokens(text)[:_NAMED_BY]
    lists = lexicon.words()
    for at in (at for at, word in enumerate(words) if word in lists.dropping):
        behind = range(at + 1, min(at + 1 + _DROP_REACH, len(words)))
        wanted = next((place for place in behind if words[place] in lists.wanting), None)
        if wanted is None:
            continue
        places = range(wanted + 1, min(wanted + 1 + _TEXT_REACH, len(words)))
        if any(words[place : place + len(sought)] == sought for place in places):
            return True
    return False


def denies_accord(sentence: str) -> bool:
    """Does it say that something was not agreed ("we never agreed to end it")?"""
    words, accord = tokens(sentence), lexicon.words().accord
    denials = (at for at, word in enumerate(words) if word in _DENYING)
    return any(accord.intersection(words[at + 1 : at + 1 + _DENY_REACH]) for at in denials)


def at_once(text: str) -> bool:
    """Does it say that a thing comes at once, or on no condition?"""
    return _at_once().search(text) is not None


@functools.cache
def _at_once() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon.words().at_once))})\b", re.IGNORECASE)
