"""Release markings: who may be shown what (Traffic Light Protocol 2.0, FIRST, August 2022)."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from .errors import InputError

__all__ = ["Marking", "most_restricted", "parse_marking"]


class Marking(enum.Enum):
    """A TLP 2.0 marking. An audience is named by the most restricted marking that it may see."""

    CLEAR = "CLEAR"
    GREEN = "GREEN"
    AMBER = "AMBER"
    AMBER_STRICT = "AMBER+STRICT"
    RED = "RED"

    @property
    def rank(self) -> int:
        """0 for CLEAR up to 4 for RED: the higher, the fewer may see it."""
        return _ORDER[self]

    @property
    def label(self) -> str:
        """The marking as the standard writes it: ``TLP:AMBER+STRICT``."""
        return f"TLP:{self.value}"

    def may_see(self, marking: Marking) -> bool:
        """May an audience cleared up to this marking see what carries `marking`?"""
        return marking.rank <= self.rank


_ORDER = {marking: rank for rank, marking in enumerate(Marking)}


def most_restricted(markings: Iterable[Marking]) -> Marking:
    """Mark what is derived: as restricted as the most restricted thing it rests on; CLEAR for nothing."""
    return max(markings, key=lambda marking: marking.rank, default=Marking.CLEAR)


def parse_marking(text: str) -> Marking:
    """Read a marking as people write it: ``amber+strict``, ``TLP:RED``.

    Raises:
        InputError: If it is none of the five markings of TLP 2.0.
    """
    name = text.strip().upper().removeprefix("TLP:").strip().replace("_", "+")
    try:
        return Marking(name)
    except ValueError:
        known = ", ".join(marking.value for marking in Marking)
        msg = f"{text!r} is no release marking; use one of {known}"
        raise InputError(msg) from None
