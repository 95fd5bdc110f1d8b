"""Conveying: people who take something to somebody ("will carry the draft to Tbilisi"), or somebody somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .person_words import is_person_word
from .places import is_place
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["brings_to_place", "conveys"]

_SUBJECTS = frozenset({"nsubj"})


def conveys(context: Context, verb: Token) -> bool:
    """ "Will take a cleaner copy to Tbilisi", "carried the answer to the president": a person, with a text."""
    words = encounter_words()
    if verb.lemma_.lower() not in words.carry:
        return False
    subject = _subject(verb)
    named = subject is not None and any(context.roster.actors[a].kind == "person" for a in context.roster.at(subject))
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if not named or not any(t.lemma_.lower() in words.carried for t in things):
        return False
    goals = [g for head in (verb, *things) for g in objects_behind(head, {"to"})]
    somebody = any(context.roster.at(g) and is_person_word(context, g) for g in goals)
    return somebody or any(g.pos_ == "PROPN" and is_place(context, g) for g in goals)


def brings_to_place(context: Context, verb: Token) -> bool:
    """ "Had brought the foreign ministers to Moscow", "summoned both delegations to his villa": several people."""
    if verb.lemma_.lower() not in meeting_words().bring | {"summon", "fly"} or _subject(verb) is None:
        return False
    guests = [c for c in verb.children if c.dep_ == "dobj" and _are_people(context, c)]
    # "brought delegations of X and Y to Rome": the parser hangs the town on Y
    heads = (verb, *guests, *(t for c in guests for t in c.subtree if t.dep_ in {"pobj", "conj"}))
    goals = [g for head in heads for g in objects_behind(head, {"to", "into"})]
    goals += [g for c in verb.children if c.dep_ == "dative" and c.lower_ == "to" for g in c.children]
    return bool(guests) and any(g.pos_ == "PROPN" and is_place(context, g) for g in goals)


def _are_people(context: Context, thing: Token) -> bool:
    words = meeting_words()
    several = thing.tag_ in {"NNS", "NNPS"} and thing.lemma_.lower() in words.collective
    persons = [a for a in context.roster.at(thing) if context.roster.actors[a].kind == "person"]
    joined = bool(persons) and any(c.dep_ == "conj" for c in thing.children)
    return several or joined or (thing.lower_ in {"them", "both"} and len(context.roster.at(thing)) > 1)


def _subject(verb: Token) -> Token | None:
    token = verb
    for _ in range(2):
        found = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if found is not None or token.dep_ not in {"conj", "xcomp"}:
            return found
        token = token.head
    return next((c for c in token.children if c.dep_ in _SUBJECTS), None)
