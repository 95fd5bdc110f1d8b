"""Words, numbers and marks of a mended sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from .mend import fold

__all__ = ["Token", "tokens"]

_TOKEN = re.compile(
    r"(?P<web>(?:https?://|www\.)\S+)"
    r"|(?P<num>\d{1,3}(?:[,\u00a0\u202f\u2009’'.]\d{3})+(?![\w])(?![.,]\d)|[1-9]\d{0,2}(?: \d{3})+(?![\w,.]\S)"
    r"|\d+(?:\.\d+)?(?![^\W_])(?!-[^\W\d_])(?!:\d)(?!/\d)(?!\.\d))"
    r"|(?P<word>[^\W_]+(?:[-’'./:][^\W_]+)*)"
    r"|(?P<mark>[^\s\w]|_)"
)


class Token(NamedTuple):
    """A piece of a sentence.

    Attributes:
        start: Where it starts in the mended sentence.
        end: Where it ends.
        text: Its letters.
        fold: Its letters, folded.
        form: "web", "num", "word" or "mark".
    """

    start: int
    end: int
    text: str
    fold: str
    form: str


def tokens(text: str) -> list[Token]:
    """Cut a mended sentence into tokens; model names ("T-72", "122mm", "16:30") are words, not numbers."""
    return [Token(m.start(), m.end(), m.group(), fold(m.group()), m.lastgroup or "mark") for m in _TOKEN.finditer(text)]
