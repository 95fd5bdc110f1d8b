"""Places taken: a town or a region that somebody seizes, by its name ("the front captured Ansongo")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plover.cues import objects

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["takes_a_place"]

_TAKING = frozenset({"capture", "storm", "conquer", "besiege", "encircle"})
"""By force alone: whatever name stands behind these, it is that of a place or of one who was caught."""
_HOLDING = frozenset({"seize", "occupy"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_THINGS = frozenset({"PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})


def takes_a_place(verb: Token) -> bool:
    """Does a verb tell that a named place was taken by force?

    Args:
        verb: A verb.
    """
    lemma = verb.lemma_.lower()
    if lemma not in _TAKING | _HOLDING:
        return False
    names = [thing.ent_type_ for thing in objects(verb) if thing.pos_ == "PROPN"]
    return any(kind in _PLACES or (lemma in _TAKING and kind not in _THINGS) for kind in names)
