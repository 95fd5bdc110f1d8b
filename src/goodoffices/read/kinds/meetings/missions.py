"""Missions that go somewhere, and congresses of movements: nouns that are oftener a force or a legislature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_of_a_journey", "is_of_a_movement"]

_OF_FORCES = frozenset({"military", "monitoring", "observer", "peacekeeping", "civilian", "political", "permanent"})
_NEW = frozenset({"a", "an", "its", "his", "her", "their"})


def is_of_a_journey(mission: Token) -> bool:
    """ "Concluded a week-long mission to Nepal": what an envoy goes on; not "the UN mission" nor one "to watch".

    Args:
        mission: The noun.
    """
    goals = objects_behind(mission, {"to"})
    new = any(c.lower_ in _NEW for c in mission.children)
    force = any(c.dep_ in {"compound", "nmod"} or c.lower_ in _OF_FORCES for c in mission.children if c.i < mission.i)
    return mission.tag_ == "NN" and new and not force and any(t.ent_type_ == "GPE" for t in goals)


def is_of_a_movement(congress: Token) -> bool:
    """ "At an extraordinary congress of the movement in Oran": of a party, not a legislature.

    Args:
        congress: The noun.
    """
    own = any(c.lower_ in _NEW | meeting_words().ordinals for c in congress.children)
    return congress.tag_ == "NN" and congress.text.islower() and own
