"""Stays: people who are told to have been somewhere ("spent six days in Sanaa", "was in Moscow on Tuesday")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import tense_of
from ..phrases import objects_behind
from .counting import is_counted
from .going import is_home
from .person_words import is_person_word
from .places import is_place
from .subjects import nearest_subject
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["stays", "stays_on", "stays_together"]

_SUBJECTS = frozenset({"nsubj"})


_GO_BETWEENS = frozenset({"envoy", "mediator", "emissary", "negotiator", "facilitator"})
_LEADERS = frozenset(
    {"leaders", "ministers", "negotiators", "delegates", "envoys", "delegations", "teams", "they", "we"}
)


def stays(context: Context, verb: Token) -> bool:
    """ "Was in Moscow on Tuesday", "has been to Bangkok twice", "was back in Rome", "spent two days in Sanaa".

    Of a person or a delegation, with a time or a number, at a place that is not their own.
    """
    if verb.lemma_ not in {"spend", "stay", "be"}:
        return False
    subject = nearest_subject(verb)
    if subject is None or not _can_stay(context, subject) or tense_of(verb) != "past":
        return False
    places = [p for p in _places(verb) if p.pos_ == "PROPN" and is_place(context, p)]
    if not places or any(is_home(context, subject, p) for p in places):
        return False
    if verb.lemma_ in {"spend", "stay"}:
        return any(c.ent_type_ in {"DATE", "TIME"} for c in _lengths(verb))
    return _is_timed(context, subject, verb) or _is_back(verb)


def stays_on(context: Context, verb: Token) -> bool:
    """ "Technical teams will remain in Kokopo to draft", "are staying on here to work on the lists": of negotiators."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or verb.lemma_ not in {"remain", "stay"} or not is_person_word(context, subject):
        return False
    if subject.tag_ != "NNS" or subject.lemma_.lower() in {"force", "militia", "community", "rebel", "guerrilla"}:
        return False
    there = any(c.lower_ in {"here", "there", "behind", "on"} for c in verb.children)
    there = there or any(p.pos_ == "PROPN" and is_place(context, p) for p in _places(verb))
    purposes = (c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and any(g.tag_ == "TO" for g in c.children))
    return there and any(True for _ in purposes)


def stays_together(context: Context, verb: Token) -> bool:
    """ "The teams spent all of Friday in separate wings of a manor", "spent Thursday night in his office"."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or verb.lemma_ != "spend" or not is_person_word(context, subject):
        return False
    several = any(c.dep_ == "conj" for c in subject.children) or subject.tag_ in {"NNS", "NNPS"}
    if not several or not any(c.ent_type_ in {"DATE", "TIME"} for c in _lengths(verb)):
        return False
    alone = any(c.lower_ in {"alone", "together"} and c.i > verb.i for c in verb.subtree)
    leaders = subject.lower_ in _LEADERS
    if leaders and any((p.pos_ == "PROPN" or p.lemma_ == "capital") and is_place(context, p) for p in _places(verb)):
        return True  # "the leaders spent five days at Mont Pelerin"
    rooms = encounter_words().rooms
    return alone or any(p.lemma_.lower() in rooms for p in _places(verb))


def _can_stay(context: Context, subject: Token) -> bool:
    """A person with a name, or whom parties send: a state, an army or refugees are somewhere for other things."""
    persons = any(context.roster.actors[a].kind == "person" for a in context.roster.at(subject))
    named = [c for c in subject.children if c.dep_ == "appos"]  # "the two foreign ministers, X and Y, were in Cairo"
    persons = persons or any(context.roster.actors[a].kind == "person" for c in named for a in context.roster.at(c))
    own = subject.pos_ in {"PROPN", "PRON"} or bool(named) or subject.lemma_.lower() in _GO_BETWEENS
    return (persons and own) or subject.lemma_.lower() in meeting_words().sent | {"leadership"}


def _places(verb: Token) -> Iterator[Token]:
    """What stands behind "in" or "to", at the verb, at "back", or at the time that was spent."""
    heads = (verb, *(c for c in verb.children if c.lower_ == "back" or c.dep_ in {"dobj", "npadvmod"}))
    for head in heads:
        yield from objects_behind(head, {"in", "to", "at"} if verb.lemma_ == "be" else {"in", "at"})


def _lengths(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in {"dobj", "npadvmod"}:
            yield child
            yield from objects_behind(child, {"of"})
        elif child.dep_ == "prep" and child.lower_ == "for":
            yield from (c for c in child.children if c.dep_ == "pobj")


def _is_timed(context: Context, subject: Token, verb: Token) -> bool:
    """ "On Tuesday", "last week", "twice"; "since Thursday" only of a delegation, for people live somewhere since."""
    if any(c.lower_ in meeting_words().often or c.lower_ in {"yesterday", "earlier"} for c in verb.children):
        return True
    if is_counted(verb) or _has_been_to(verb):
        return True
    if any(c.ent_type_ == "DATE" and c.dep_ in {"npadvmod", "advmod"} for c in verb.children):
        return True
    sent = subject.lemma_.lower() in meeting_words().sent and not context.roster.at(verb)
    behind = {"on", "from", "until", "since", "in"} if sent else {"on", "from", "until", "in"}
    return any(g.ent_type_ == "DATE" and not g.text.isdigit() for g in objects_behind(verb, behind))


def _has_been_to(verb: Token) -> bool:
    """ "Has been to Geneva himself": one who was there for a while, and left."""
    return verb.tag_ == "VBN" and any(c.lower_ == "to" and c.dep_ == "prep" for c in verb.children)


def _is_back(verb: Token) -> bool:
    return any(c.lower_ == "back" for c in verb.children)
