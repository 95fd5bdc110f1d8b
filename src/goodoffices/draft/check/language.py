"""Is a text in the language that the checks of words know?"""

from __future__ import annotations

import re
from itertools import islice

from ..sequence import Outline
from .definitions import read_data

__all__ = ["is_read"]

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 3000
_FEWEST = 30
_SHARE = 0.08
"""Such a share of small words has any English text: in treaties it is a third."""


def is_read(text: Outline) -> bool:
    """Say whether the checks of words can read a text; they know English only.

    Brackets and numbers are checked in any language.

    Args:
        text: The text.

    Returns:
        True for English, and for a text too short to tell.
    """
    words = list(
        islice((each[0].lower() for clause in text.clauses for each in _WORD.finditer(clause.text)), _LOOKED_AT)
    )
    small = frozenset(read_data("language")["small"])
    return len(words) < _FEWEST or sum(word in small for word in words) >= _SHARE * len(words)
