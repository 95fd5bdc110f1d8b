"""Hosting: the states whose president or minister gives talks of others a roof, chairs them or goes between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_of_host"]

_BY_WHOM = frozenset({"host", "mediate", "broker", "facilitate"})
"""What is done to the talks of others: "talks brokered by X"."""
_TALKS = frozenset(
    {"talk", "talks", "negotiation", "consultation", "session", "meeting", "summit", "round", "conference", "dialogue"}
)
_UNDER_WHOM = frozenset({"chairmanship", "mediation", "facilitation", "auspices", "aegis"})
_BETWEEN = frozenset({"mediator", "facilitator", "moderator", "co-mediator", "co-facilitator", "host", "go-between"})
_OWNED = frozenset({"poss", "amod", "compound", "nmod"})
_DEEPEST = 3
"""Offices and names up which a state's word leads to the person, at most ("X, the president of Y")."""


def is_of_host(token: Token) -> bool:
    """Does a state's word belong to a person of whom it is told that they host, chair or mediate?

    Args:
        token: A word that names a state: "Gabon" of "X, the president of Gabon, sat between them as mediator".
    """
    return any(_hosts(person) for person in _persons(token))


def _persons(token: Token) -> Iterator[Token]:
    """The office that a state's word belongs to, and the name that stands beside it."""
    word = token.head if token.dep_ in _OWNED else None
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        word = token.head.head
    for _ in range(_DEEPEST):
        if word is None or word.pos_ not in {"NOUN", "PROPN"}:
            return
        yield word
        word = word.head if word.dep_ in {"appos", *_OWNED} else None


def _hosts(person: Token) -> bool:
    if person.lower_ not in lexicon().offices and person.pos_ != "PROPN":
        return False
    return _is_behind(person) or _is_called_so(person)


def _is_behind(person: Token) -> bool:
    """ "Hosted by X", "under the chairmanship of X", "X's mediation"."""
    over = person.head
    if person.dep_ == "pobj" and over.lower_ == "by" and over.head.tag_ == "VBN":
        return over.head.lemma_ in _BY_WHOM or (over.head.lemma_ == "chair" and _is_talk(over.head))
    noun = over if person.dep_ == "poss" else over.head if over.lower_ == "of" else None
    return noun is not None and noun.lower_ in _UNDER_WHOM


def _is_talk(chaired: Token) -> bool:
    """Are talks chaired, and no standing body ("whose commission is chaired by X")?"""
    over = chaired.head
    things = [c for c in chaired.children if c.dep_ == "nsubjpass"]
    things += [over] if chaired.dep_ == "acl" else [c for c in over.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return any(t.lemma_.lower() in _TALKS for t in things)


def _is_called_so(person: Token) -> bool:
    """ "Their host, X", "X, the facilitator", "X sat between them as mediator"."""
    over = person.head
    beside = [over] if person.dep_ == "appos" else []
    beside += [c for c in person.children if c.dep_ == "appos"]
    if person.dep_ in {"nsubj", "nsubjpass"}:
        roles = (p for p in over.children if p.dep_ == "prep" and p.lower_ == "as")
        beside += [c for p in roles for c in p.children if c.dep_ == "pobj"]
    return any(t.lemma_.lower() in _BETWEEN for t in beside)
