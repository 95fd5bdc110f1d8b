"""What "that account" was: a paragraph disputes what somebody said some sentences before, and tells it otherwise."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from . import lexicon
from .sentences import Sentence
from .wording import matter

__all__ = ["disputed_before"]

_SAYING = re.compile(
    r"\b(?:says?|said|saying|told|claim(?:s|ed)?|report(?:s|ed)?|announced?|according to|accus(?:es|ed|ing)|"
    r"complain(?:s|ed)|describ(?:es|ed)|insist(?:s|ed)|maintain(?:s|ed)|assert(?:s|ed)|alleg(?:es|ed)|argu(?:es|ed)|"
    r"declar(?:es|ed)|blam(?:es|ed|ing)|call(?:s|ed) (?:it|the)|charg(?:es|ed) that|stated|tweeted|wrote)\b",
    re.IGNORECASE,
)
_WORDS = 2
"""Words that an account and the other one, which is set against it, have in common, at least."""
_JUDGING = re.compile(
    r"\b(?:accus|blam|complain|describ|portray|claim|alleg|charg|characteri[sz]|depict)\w*\b", re.IGNORECASE
)
"""Gives an account that another may see otherwise."""
_NAME = re.compile(r"\b[A-Z\u00c0-\u00de][\w'’.-]*")


def disputed_before(sentence: Sentence, answer: Sequence[Sentence], earlier: Sequence[Sentence]) -> Sentence | None:
    """The statement that a sentence disputes without repeating it; None where it disputes none.

    Args:
        sentence: It may dispute "that account".
        answer: The sentences behind it in its paragraph: they tell it otherwise.
        earlier: Sentences before it, the nearest last.
    """
    if not _cue().search(sentence.said):
        return None
    said = [each for each in earlier if not each.asks and _SAYING.search(each.said) and not _cue().search(each.said)]
    words = frozenset(word for each in (sentence, *answer) for word in _plain(each))

    def nearness(one: tuple[int, Sentence]) -> tuple[int, bool, int]:
        return len(words & _plain(one[1])), _JUDGING.search(one[1].said) is not None, one[0]

    place, best = max(enumerate(said), key=nearness, default=(0, None))
    return best if best is not None and nearness((place, best))[0] >= _WORDS else None


def _plain(sentence: Sentence) -> frozenset[str]:
    """The stems that carry its matter, without names."""
    return matter(_NAME.sub(" ", sentence.said))


@functools.cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon.denials().accounts)})", re.IGNORECASE)
