"""A number that counts, before it is given a place and a time."""

from __future__ import annotations

import msgspec

from .areas import Area
from .heads import Head
from .numbers import Number
from .tokens import Token

__all__ = ["Mark", "Scope"]


class Scope(msgspec.Struct, frozen=True):
    """A sentence with what was found in it.

    Attributes:
        words: Its tokens.
        numbers: Its numbers.
        places: Its places.
        masked: For each token, whether it belongs to a date.
        before: Kind of the first count of the last sentence that gave one, for "this brings the total to 54".
    """

    words: list[Token]
    numbers: list[Number]
    places: list[Area]
    masked: list[bool]
    before: str | None


class Mark(msgspec.Struct, frozen=True):
    """A number that counts.

    Attributes:
        number: The number.
        head: What it counts.
        lead: How it is joined to what is before it, see ``understood.lead_of``.
        last: The last token of the count with its noun.
        reach: The first token of its construction.
        parent: Index of the mark that it is a part of, or that it is compared with; None where it stands by itself.
        bare: Whether it names nothing itself.
    """

    number: Number
    head: Head
    lead: str
    last: int
    reach: int
    parent: int | None
    bare: bool
