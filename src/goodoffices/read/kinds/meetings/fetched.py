"""Fetched: people who are called in, taken aside, shown into a room or kept there, by those who want to see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import is_denied
from ..phrases import objects_behind
from .person_words import is_person_word
from .places import is_place
from .subjects import is_several, subject_of
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["fetched_by", "fetches"]

_FETCH = frozenset(
    {"take", "bring", "lead", "show", "usher", "call", "summon", "invite", "get", "draw", "pull", "beckon"}
)
_ASIDE = frozenset({"take", "draw", "pull", "call", "lead", "steer"})
_LISTEN = frozenset({"take", "see", "hear", "receive", "call", "question", "tackle"})
_VERBS = _FETCH | _ASIDE | _LISTEN | {"have", "keep"}
"""The verbs of all ways: no other is looked at any further."""
_SINGLY = (("one", "at", "a", "time"), ("one", "by", "one"), ("one", "after", "another"), ("one", "after", "the"))
_HEARING = frozenset(
    {"panel", "committee", "council", "delegation", "troika", "mediator", "negotiator", "facilitator", "mission"}
)
"""Before whom those are brought who are to be talked to; before a court or a crowd it is no meeting."""
_HOURS = frozenset({"hour", "minute", "night", "dawn", "midnight", "daybreak", "morning"})
_MORE_ROOMS = frozenset(
    {"lounge", "salon", "library", "parlour", "chamber", "antechamber", "boardroom", "hall", "annexe"}
)


def fetches(context: Context, verb: Token) -> bool:
    """ "Called in X", "took X aside", "was shown into the lounge", "took them one at a time": are they seen?"""
    return any(True for _ in fetched_by(context, verb))


def fetched_by(context: Context, verb: Token) -> Iterator[Token]:
    """The words for those who are fetched so, none where the verb tells of other things.

    Args:
        context: The report.
        verb: A verb.
    """
    if verb.lemma_ not in _VERBS or verb.pos_ != "VERB" or is_denied(verb):
        return
    for whom in _WAYS:
        found = [t for t in whom(verb) if _is_somebody(context, t)]
        if found:
            yield from found if whom is not _kept or _is_kept_at(context, verb) else ()
            return


def _is_somebody(context: Context, token: Token) -> bool:
    """Persons, or those whom parties send: an army is called in for other things, and so is a plural of fighters."""
    if token.lower_ in {"him", "her", "them", "both", "each"}:
        return True
    if any(context.roster.actors[a].kind == "person" for a in context.roster.at(token)) or token.ent_type_ == "PERSON":
        return True
    if token.pos_ == "PROPN" and token.ent_type_ not in {"GPE", "LOC", "FAC", "DATE", "NORP"} and token.dep_ != "pobj":
        return True  # a name that the report gives nobody yet
    words = meeting_words()
    people = token.lemma_.lower() in words.sent | words.leading | {"side", "delegate", "ambassador", "colleague"}
    people = people and token.pos_ == "NOUN" and is_person_word(context, token)
    return people or (token.tag_ == "NNPS" and token.dep_ == "dobj" and token.text.endswith("s"))


def _called_in(verb: Token) -> Iterator[Token]:
    """ "Called in X and Y", "had X called in"; not "called in X to mediate", nor "called in Paris"."""
    if verb.lemma_ not in {"call", "summon"} or any(c.dep_ in {"xcomp", "advcl", "ccomp"} for c in verb.children):
        return
    particle = any(c.lower_ == "in" and c.dep_ in {"prt", "advmod"} for c in verb.children)
    if particle:
        yield from (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
    close = (c for c in verb.children if c.lower_ == "in" and c.dep_ == "prep" and c.i == verb.i + 1)
    yield from (t for c in close for t in c.children if t.dep_ == "pobj" and t.ent_type_ not in {"GPE", "DATE", "LOC"})


def _aside(verb: Token) -> Iterator[Token]:
    """ "Took X aside", "drew both to one side"."""
    aside = any(c.lower_ == "aside" and c.dep_ in {"advmod", "prt"} for c in verb.children)
    if verb.lemma_ in _ASIDE and aside:
        yield from _taken(verb)


def _into_a_room(verb: Token) -> Iterator[Token]:
    """ "Had taken X into his suite", "were shown into the lounge", "had X in a room until four"."""
    rooms = encounter_words().rooms | _MORE_ROOMS
    things = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    if verb.lemma_ in _FETCH:
        into = (t for head in things for t in objects_behind(head, {"into", "inside"}))
        if any(t.lemma_.lower() in rooms for t in into):
            yield from _taken(verb)
    elif verb.lemma_ in {"have", "keep"}:
        inside = [t for head in things for t in objects_behind(head, {"in"})]
        until = [t for head in (*things, *inside) for t in objects_behind(head, {"until", "till", "for", "past"})]
        long = any(t.ent_type_ == "TIME" or t.lemma_ in _HOURS for t in until)
        if long and any(t.lemma_.lower() in rooms for t in inside):
            yield from _taken(verb)


def _brought_before(verb: Token) -> Iterator[Token]:
    """ "Was brought before the same panel at dawn"."""
    if verb.lemma_ in {"bring", "call", "summon", "take"}:
        hearers = objects_behind(verb, {"before"})
        if any(t.lemma_.lower() in _HEARING and t.pos_ == "NOUN" for t in hearers):
            yield from _taken(verb)


def _singly(verb: Token) -> Iterator[Token]:
    """ "Took the rebel leaders one at a time", "saw the ministers one by one"."""
    words = tuple(t.lower_ for t in verb.doc[verb.i + 1 : verb.sent.end]) if verb.lemma_ in _LISTEN else ()
    if verb.lemma_ in _LISTEN and "one" in words:
        at = words.index("one")
        if any(words[at : at + len(way)] == way for way in _SINGLY):
            yield from (c for c in verb.children if c.dep_ == "dobj" and (c.tag_ == "NNS" or c.lower_ == "them"))


def _kept(verb: Token) -> Iterator[Token]:
    """ "Had kept both leaders in Brussels for fifteen hours": of those who talk."""
    if verb.lemma_ != "keep" or verb.tag_ not in {"VBD", "VBN"}:
        return
    words = meeting_words()
    yield from (c for c in verb.children if c.dep_ == "dobj" and (is_several(c) or c.lemma_.lower() in words.sent))


def _is_kept_at(context: Context, verb: Token) -> bool:
    """For hours, in a town or a house: not in a post, nor in prison."""
    heads = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    inside = [t for head in heads for t in objects_behind(head, {"in", "at", "on"})]
    lengths = [t for head in (*heads, *inside) for t in objects_behind(head, {"for", "until", "till", "past"})]
    return any(t.lemma_ in _HOURS for t in lengths) and any(is_place(context, t) for t in inside)


def _taken(verb: Token) -> Iterator[Token]:
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if passive:
        yield from (c for c in verb.children if c.dep_ == "nsubjpass")
        return
    if subject_of(verb) is not None:
        yield from (c for c in verb.children if c.dep_ == "dobj")


_WAYS = (_called_in, _aside, _into_a_room, _brought_before, _singly, _kept)
"""The ways of getting hold of somebody whom one wants to see."""
