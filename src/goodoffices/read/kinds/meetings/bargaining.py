"""Bargaining: several who negotiate, work through a night, or settle something somewhere, in no meeting's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .person_words import is_person_word
from .places import is_place
from .signing import is_signed
from .subjects import is_several, subject_of
from .vocabulary import encounter_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["adopted_there", "bargains", "settled_there", "settles_there", "what_is_settled", "works_through"]

_INSIDE = frozenset({"in", "at", "on", "near", "outside", "aboard", "beside"})
_BODIES = frozenset({"council", "committee", "commission", "summit", "bureau", "organ", "board", "troika"})
_SIDES = frozenset({"party", "side", "delegation", "leader", "government", "team", "panel", "negotiator", "minister"})
"""Of whom "agreed in Geneva" is told as of people who sit there."""


def bargains(context: Context, verb: Token) -> bool:
    """ "Bargained for three weeks on the outskirts of the capital", "haggled until midnight": of several."""
    if verb.lemma_.lower() not in encounter_words().bargain or _is_infinitive(verb):
        return False
    subject = subject_of(verb)
    if subject is None or not is_person_word(context, subject) or verb.tag_ in {"VBZ", "VBP"}:
        return False
    if any(c.dep_ == "dobj" and not is_person_word(context, c) for c in verb.children):
        return False  # "negotiated a truce": any time, anywhere
    if not is_several(subject) and not any(_is_a_person(context, t) for t in objects_behind(verb, {"with"})):
        return False
    return _is_somewhere(context, verb) or any(t.ent_type_ in {"DATE", "TIME"} for t in _lengths(verb))


def _is_a_person(context: Context, token: Token) -> bool:
    """ "Had bargained in June with X": one with another."""
    return any(context.roster.actors[a].kind == "person" for a in context.roster.at(token))


def works_through(context: Context, verb: Token) -> bool:
    """ "Worked through Tuesday night on an amnesty", "argued until dawn": of several people."""
    words = encounter_words()
    subject = subject_of(verb) if verb.lemma_.lower() in words.toil | words.bargain else None
    if subject is None or not is_several(subject) or not is_person_word(context, subject):
        return False
    return any(t.lemma_.lower() in words.nights for t in objects_behind(verb, words.through))


def settles_there(context: Context, verb: Token) -> bool:
    """ "In Caracas last May the parties settled on an agenda", "struck a deal in Rome": several, in a town."""
    words, lemma = encounter_words(), verb.lemma_.lower()
    if lemma not in words.settle | words.strike or verb.tag_ not in {"VBD", "VBN"}:
        return False
    if lemma in words.strike and not any(c.dep_ == "dobj" and is_signed(c) for c in verb.children):
        return False
    subject = subject_of(verb)
    if subject is None or any(c.dep_ == "auxpass" for c in verb.children) or not is_several(subject):
        return False
    if subject.pos_ == "NOUN" and subject.lemma_.lower() not in _SIDES:
        return False
    behind = (g for thing in (verb, *what_is_settled(verb)) for g in objects_behind(thing, {"in", "at", "near"}))
    return any(g.pos_ == "PROPN" and is_place(context, g) for g in behind)


def what_is_settled(verb: Token) -> Iterator[Token]:
    """ "Agreed on the list in Muscat", "on it in Doha": the parser hangs the town on what has no place of its own."""
    words = encounter_words()
    if verb.lemma_.lower() in words.working:  # "start work on a list of ministers in Bissau"
        lists = (t for c in verb.children if c.dep_ == "dobj" for t in objects_behind(c, {"on"}))
        yield from (t for t in lists if t.lemma_.lower() in words.settled | words.carried or is_signed(t))
    if verb.lemma_.lower() in words.settle:
        yield from (t for t in objects_behind(verb, {"on"}) if t.lower_ == "it" or t.lemma_.lower() in words.settled)


def settled_there(context: Context, verb: Token) -> bool:
    """ "The timetable that was agreed on in Mexico on 29 March": in a town, on a day, whoever agreed on it."""
    words, lemma = encounter_words(), verb.lemma_.lower()
    if lemma not in words.settle | words.strike | {"draw"} or verb.tag_ != "VBN" or verb.dep_ not in {"relcl", "acl"}:
        return False
    if not (is_signed(verb.head) or verb.head.lemma_.lower() in words.settled):
        return False
    towns = any(g.pos_ == "PROPN" and is_place(context, g) for g in objects_behind(verb, {"in", "at"}))
    days = any(g.ent_type_ == "DATE" for g in objects_behind(verb, {"on", "in", "at"}))
    return towns and (days or any(c.ent_type_ == "DATE" and c.dep_ == "npadvmod" for c in verb.children))


def _is_infinitive(verb: Token) -> bool:
    """ "Wants to negotiate in Doha": what is only wished."""
    return any(c.tag_ == "TO" for c in verb.children) and verb.dep_ in {"xcomp", "acl", "advcl"}


def _is_somewhere(context: Context, verb: Token) -> bool:
    behind = objects_behind(verb, _INSIDE)
    return any(is_place(context, t) or any(is_place(context, g) for g in objects_behind(t, {"of"})) for t in behind)


def _lengths(verb: Token) -> Iterator[Token]:
    yield from objects_behind(verb, {"for", "until", "till", "past", "through", "from", "on", "in"})
    yield from (c for c in verb.children if c.dep_ == "npadvmod")


def adopted_there(context: Context, verb: Token) -> bool:
    """ "The decision, adopted by the bloc's council in Dakar": a body that sat there, whatever it adopted."""
    if verb.lemma_ not in {"adopt", "approve", "pass", "issue", "take"} or verb.tag_ != "VBN":
        return False
    for body in objects_behind(verb, {"by"}):
        named = body.pos_ == "PROPN" and body.lemma_.lower() in _BODIES and bool(context.roster.at(body))
        towns = [*objects_behind(verb, {"in", "at"}), *objects_behind(body, {"in", "at"})]
        if named and any(t.ent_type_ == "GPE" and is_place(context, t) for t in towns):
            return True
    return False
