"""What may not be signed: red lines and mandates, implications, exclusions, at most and at least so many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from .numbers import Source

__all__ = ["Choices", "Constraint", "Kind"]

#: Issue -> options of it; one issue with two options means the one or the other.
Choices: TypeAlias = Mapping[str, tuple[str, ...]]

Kind: TypeAlias = Literal["never", "only", "implication", "exclusion", "at most", "at least"]


class Constraint(msgspec.Struct, frozen=True, kw_only=True):
    """One rule of what may be signed.

    Attributes:
        key: Its id, unique in the model.
        kind: "never": none of `choices` may be signed. "only": of each issue in `choices`, only these. "implication":
            if a package takes one of `choices` of every issue there, it takes at least one of `then`. "exclusion": no
            package takes one of `choices` of every issue there. "at most" and "at least": of all the `choices`, a
            package takes so many as `count`.
        choices: The options that it is about.
        then: What an implication asks for.
        count: How many, for "at most" and "at least".
        party: The party whose mandate or red line it is, or None for a rule of the world.
        words: The rule in words, or "".
        source: Where it comes from.
    """

    key: str
    kind: Kind
    choices: Choices
    then: Choices = {}
    count: int = 0
    party: str | None = None
    words: str = ""
    source: Source = Source()
