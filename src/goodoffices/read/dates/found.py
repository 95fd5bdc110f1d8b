"""What is found in a passage before it is read: where it stands and what it means."""

from __future__ import annotations

import msgspec

from .lexer import Lexed
from .meaning import DayOfMonth, Deictic, Fixed, Meaning
from .recurring import Recurring
from .vocabulary import words

__all__ = ["Found", "between", "is_day"]


# gc=False, here and on the other small structs: they hold no cycles, and hostile text makes millions of them.
class Found(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An expression found in a passage, before it is read in its scene.

    Attributes:
        start: Index of its first lexeme.
        end: Index behind its last lexeme.
        meaning: What it means.
        mod: TIMEX3 modifier that stands before it, or None.
    """

    start: int
    end: int
    meaning: Meaning
    mod: str | None = None


_MOST_BETWEEN = 2


def between(lexed: Lexed, first: Found, second: Found) -> str | None:
    """Name the classes of the lexemes between two expressions; None where there are too many."""
    if second.start - first.end > _MOST_BETWEEN:
        return None
    return " ".join(words().names[symbol] for symbol in lexed.classes[first.end : second.start])


def is_day(meaning: Meaning) -> bool:
    """Is it a day that an hour can lie in?"""
    if isinstance(meaning, Recurring):
        return meaning.unit == "day"
    if isinstance(meaning, Fixed):
        return meaning.period.unit == "day" and not meaning.value
    return isinstance(meaning, DayOfMonth) or (isinstance(meaning, Deictic) and meaning.unit == "day")
