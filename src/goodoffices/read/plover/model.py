"""An event as PLOVER codes it: who did what to whom, by country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["TYPES", "Cue", "Event"]

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""The event types of PLOVER (Open Event Data Alliance), from cooperation to violence."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """What a sentence tells that one did to another.

    Attributes:
        plover: One of `TYPES`.
        source: ISO 3166-1 alpha-3 codes of those who did it; empty where they have no country or none is named.
        target: The same of those to whom it was done.
        span: Offsets ``[start, end)`` of the words that tell of it, in Unicode code points of the text as given.
    """

    plover: str
    source: list[str]
    target: list[str]
    span: tuple[int, int]


class Cue(msgspec.Struct, frozen=True, eq=False):
    """A word that tells of an event in its frame.

    Attributes:
        plover: The type that the lexicon gives it, before tense and negation are weighed.
        token: The word: a verb, or a noun.
        weight: How much the frame had to have; 0 for a word alone.
        nominal: Whether the word is a noun.
    """

    plover: str
    token: Token
    weight: int
    nominal: bool = False
