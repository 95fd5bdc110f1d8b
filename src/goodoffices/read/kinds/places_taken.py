"""Places taken: a town or a region that somebody seizes, by its name ("the front captured Ansongo")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plover.cues import objects

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["takes_a_place"]

_TAKING = frozenset({"capture", "seize", "storm", "conquer", "besiege", "encircle", "occupy"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def takes_a_place(verb: Token) -> bool:
    """Does a verb tell that a named place was taken by force?

    Args:
        verb: A verb.
    """
    if verb.lemma_.lower() not in _TAKING:
        return False
    return any(thing.ent_type_ in _PLACES and thing.pos_ == "PROPN" for thing in objects(verb))
