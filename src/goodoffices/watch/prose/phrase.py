"""Words of place or of time as tokens of a sentence."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Phrase"]


class Phrase(NamedTuple):
    """Words of place or of time, as tokens.

    Attributes:
        opening: The first token with its preposition.
        last: The last token.
        previous: Whether it is the time before the report's own.
    """

    opening: int
    last: int
    previous: bool = False
