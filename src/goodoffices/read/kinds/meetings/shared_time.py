"""Shared time: hours that somebody spends with others, and people who are told to be together somewhere."""

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

__all__ = ["are_together", "spends_time_with", "talks_over_meal", "time_shared_with"]

_SPEND = frozenset({"have", "spend", "get", "give", "find", "take", "pass", "snatch", "steal", "devote", "grant"})
_SHORT = frozenset({"minute", "hour", "half-hour", "halfhour", "morning", "afternoon", "evening", "night"})
_LONG = frozenset({"day", "weekend"})
_PARTS = frozenset({"quarter", "half", "most", "much", "part", "rest", "whole", "couple", "all", "bulk"})
"""What an hour or a day may hang on: "a quarter of an hour"."""
_BE = frozenset({"be", "remain", "stay", "go", "get"})
_TOO_LONG = frozenset({"year", "decade", "century", "generation"})
_OWN = frozenset({"he", "she", "i", "we", "they"})


def spends_time_with(context: Context, verb: Token) -> bool:
    """ "Spent a quarter of an hour with X", "have had a useful morning with X", "was given an hour with X"."""
    return any(True for _ in time_shared_with(context, verb))


def time_shared_with(context: Context, verb: Token) -> Iterator[Token]:
    """The words for those with whom somebody spends hours.

    Args:
        context: The report.
        verb: A verb.
    """
    if verb.lemma_.lower() not in _SPEND or is_denied(verb):
        return
    subject = subject_of(verb)
    if subject is None or not (subject.lower_ in _OWN or is_person_word(context, subject)):
        return
    for thing in verb.children:
        if thing.dep_ in {"dobj", "npadvmod", "oprd"} and _is_time(thing, whole_days=verb.lemma_ == "spend"):
            yield from (t for t in _behind(verb, thing) if _is_somebody(context, t))
            yield from _granted_to(context, verb, thing)


def _granted_to(context: Context, verb: Token, thing: Token) -> Iterator[Token]:
    """ "Gave X one hour on Tuesday": a person, and nothing that X has to do in it."""
    to_do = any(c.dep_ in {"acl", "relcl"} for c in thing.children) or any(
        c.dep_ in {"xcomp", "advcl"} for c in verb.children
    )
    if verb.lemma_ in {"give", "grant", "allow"} and not to_do:
        whom = (c for c in verb.children if c.dep_ == "dative")
        yield from (t for t in whom if any(context.roster.actors[a].kind == "person" for a in context.roster.at(t)))


def _is_time(thing: Token, *, whole_days: bool) -> bool:
    """ "An hour", "a quarter of an hour", "most of the afternoon"; days only where they are spent."""
    lengths = _SHORT | _LONG if whole_days else _SHORT
    inner = objects_behind(thing, {"of"}) if thing.lemma_.lower() in _PARTS else ()
    return thing.lemma_.lower() in lengths or any(t.lemma_.lower() in lengths for t in inner)


def _behind(verb: Token, thing: Token) -> Iterator[Token]:
    """Whoever stands behind "with", wherever the parser hangs it."""
    inside = [*objects_behind(thing, {"of", "in", "at"}), *(c for c in thing.children if c.lower_ in {"alone", "in"})]
    beside = [*objects_behind(verb, {"in", "at"}), *(c for c in verb.children if c.lower_ in {"alone", "closeted"})]
    for head in (verb, thing, *inside, *beside):
        yield from objects_behind(head, {"with"})


def _is_somebody(context: Context, token: Token) -> bool:
    """A person, a side or a plural of people; no troops, who are visited."""
    fighters = token.lemma_.lower() in encounter_words().fighters
    return not fighters and token.ent_type_ not in {"DATE", "TIME"} and is_person_word(context, token)


def are_together(context: Context, verb: Token) -> bool:  # noqa: PLR0911  one answer a sign
    """ "Were together again at noon", "were alone for fifty minutes", "have been at work in X since ten": of several.

    Of those who belong together ("are together in the Council of Europe") no time or room is told.
    """
    if verb.lemma_ not in _BE or is_denied(verb):
        return False
    beside = {c.lower_ for c in verb.children if c.dep_ in {"advmod", "acomp"} and c.i > verb.i}
    at_work = _is_at_work(verb) or _is_on_screen(verb)
    if not (at_work or (verb.lemma_ in {"be", "remain", "stay"} and beside & {"together", "alone"})):
        return False
    subject = subject_of(verb)
    if subject is None or not (is_several(subject) or _is_counted(subject)) or not _may_sit(context, subject):
        return False
    if verb.tag_ in {"VBZ", "VBP"}:
        return False
    times = list(_times(verb))
    if any(t.lemma_.lower() in _TOO_LONG or (t.text.isdigit() and len(t.text) > len("12")) for t in times):
        return False
    if any(_is_one(context, t) for t in _places(verb)):
        return False  # "together in the union"
    if "alone" in beside and not at_work:
        return any(t.lemma_ in {"minute", "hour"} for t in times)
    return bool(times) or bool(beside & {"again", "here"}) or any(_is_house(context, t) for t in _places(verb))


def _is_at_work(verb: Token) -> bool:
    """ "Were at work", "went back to work", "got down to work"."""
    heads = [verb, *(c for c in verb.children if c.lower_ in {"back", "down"})]
    going = verb.lemma_ in {"go", "get"}
    behind = [t for head in heads for t in objects_behind(head, {"to"} if going else {"at"})]
    subject = subject_of(verb)
    office = subject is not None and subject.lemma_.lower() in {"minister", "official", "president", "officer"}
    return any(t.lower_ == "work" for t in behind) and (not going or (len(heads) > 1 and not office))


def _is_on_screen(verb: Token) -> bool:
    """ "Both were on screen again on Tuesday"."""
    return verb.lemma_ == "be" and any(t.lemma_ == "screen" for t in objects_behind(verb, {"on"}))


def _may_sit(context: Context, subject: Token) -> bool:
    """Persons, those whom parties send, or "they"; no crowd, no factory."""
    several = subject.lower_ in meeting_words().several or bool(context.roster.at(subject))
    return several or (subject.pos_ == "NOUN" and is_person_word(context, subject))


def _is_counted(subject: Token) -> bool:
    """ "The six of us"."""
    return subject.lower_ in meeting_words().several


def _times(verb: Token) -> Iterator[Token]:
    heads = [verb, *(c for c in verb.children if c.lower_ in {"alone", "together", "back"})]
    heads += [t for head in heads for t in objects_behind(head, {"at", "to"})]
    for head in heads:
        behind = objects_behind(head, {"at", "for", "on", "until", "till", "since", "from", "past"})
        yield from (t for t in behind if t.ent_type_ in {"DATE", "TIME"} or t.lemma_ in _SHORT | {"noon", "dawn"})
        yield from (c for c in head.children if c.dep_ == "npadvmod" and c.ent_type_ in {"DATE", "TIME"})


def _places(verb: Token) -> Iterator[Token]:
    heads = [verb, *(c for c in verb.children if c.lower_ in {"alone", "together", "here"})]
    for head in heads:
        yield from objects_behind(head, {"at", "in"})


def _is_one(context: Context, token: Token) -> bool:
    """Is it a body to which several belong?"""
    bodies = any(context.roster.actors[a].kind == "organisation" for a in context.roster.at(token))
    return (
        bodies and not is_place(context, token)
    ) or token.lemma_.lower() in meeting_words().unions | meeting_words().assemblies


def _is_house(context: Context, token: Token) -> bool:
    """A town or a building: not a body, nor a matter, in which two are together."""
    return token.ent_type_ not in {"ORG", "NORP"} and is_place(context, token) and not context.roster.at(token)


def talks_over_meal(context: Context, verb: Token) -> bool:
    """ "X tried again over dinner", "A and B were saying over coffee that ...": those at one table."""
    meals = (t for t in objects_behind(verb, {"over"}) if t.lemma_.lower() in encounter_words().meals)
    if verb.pos_ != "VERB" or not any(True for _ in meals) or is_denied(verb):
        return False
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return False
    subject = subject_of(verb)
    if subject is None or not (subject.lower_ in _OWN or is_person_word(context, subject)):
        return False
    again = any(c.lower_ == "again" for c in verb.children)
    beside = any(_is_somebody(context, t) for t in objects_behind(verb, {"with", "to"}))
    objects = (c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.lower_ not in {"me", "us"})
    whom = any(is_person_word(context, c) for c in objects)  # "told me over tea": whom a reporter talked to
    return again or beside or whom or is_several(subject)
