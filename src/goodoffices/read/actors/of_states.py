"""Crowds of states: "European governments", "the Gulf states"; whoever comes from there is not yet one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .gazetteer import Entity

__all__ = ["OF_MANY", "are_several_states", "is_crowd_of_states", "is_of_states", "is_only_related"]

OF_MANY = frozenset(
    {"governments", "states", "leaders", "ministers", "powers", "allies", "capitals", "nations", "countries"}
    | {"partners", "presidents"}
)
"""Those who are several states at once ("European leaders"); diplomats and officials are some who talk."""
_RELATED = frozenset(
    {"partner", "ally", "friend", "rival", "foe", "enemy", "favourite", "favorite", "darling", "bulwark"}
)
"""What somebody else is to those who own the word."""
_SENT = frozenset({"diplomats", "officials", "envoys", "negotiators", "mediators", "ambassadors"})
_MEETING = frozenset({"meet", "negotiate", "visit", "mediate", "host"})
"""What those who are sent do for all who sent them."""


def are_several_states(noun: Token) -> bool:
    """ "Western allies", "European diplomats met both sides": those of several states who act for them."""
    sent = noun.lower_ in _SENT and noun.dep_ == "nsubj" and noun.head.lemma_ in _MEETING
    return sent or noun.lower_ in OF_MANY


def is_crowd_of_states(entity: Entity | None) -> bool:
    """Is it several states in plain words ("Western governments"), and no body of theirs with a name ("the G7")?"""
    return entity is not None and entity.of_states and entity.name.split()[-1] in OF_MANY


def is_of_states(word: Token) -> bool:
    """Does a word name several states, by any of their forms?"""
    entity = word.doc.user_data["named"].get(word.i)
    return entity is not None and entity.of_states


def is_only_related(word: Token) -> bool:
    """ "The West's closest partner": somebody else, in whom the several states do nothing."""
    return word.head.lower_ in _RELATED and is_crowd_of_states(word.doc.user_data["named"].get(word.i))
