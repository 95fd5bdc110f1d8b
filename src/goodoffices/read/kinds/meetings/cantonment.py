"""Cantonment: where fighters gather or assemble in camps and zones, which is no meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .subjects import subject_of
from .vocabulary import encounter_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_cantoned", "is_of_fighters"]

_WHERE = frozenset({"in", "at", "into", "inside", "within", "near"})
_GATHER = frozenset({"gather", "assemble", "regroup", "reassemble", "convene"})


def is_cantoned(verb: Token) -> bool:
    """ "The guerrillas assemble at eight camps", "troops are to gather in designated zones": of fighters alone."""
    if verb.lemma_.lower() not in _GATHER:
        return False
    zones = any(_is_of(t, encounter_words().zones) for t in objects_behind(verb, _WHERE))
    subject = subject_of(verb)
    if subject is None:
        return zones
    fighters = subject.lemma_.lower() in encounter_words().fighters
    several = any(c.dep_ == "conj" for c in subject.children) or any(
        c.dep_ == "prep" and c.lower_ == "with" for c in verb.children
    )
    return zones or (fighters and not several and not any(c.lower_ == "to" for c in verb.children if c.dep_ == "prep"))


def is_of_fighters(noun: Token) -> bool:
    """ "The gathering of some 1,200 fighters", "the assembly of combatants": of those who are to be disarmed."""
    words = encounter_words()
    together = noun.lemma_.lower() in {"gathering", "assembly", "regrouping"}
    return together and any(t.lemma_.lower() in words.fighters for t in objects_behind(noun, {"of", "for"}))


def _is_of(place: Token, nouns: frozenset[str]) -> bool:
    """ "Camps", "assembly points"; not "Camp David" or "the camp at Burnham"."""
    return place.pos_ == "NOUN" and place.tag_ == "NNS" and place.lemma_.lower() in nouns
