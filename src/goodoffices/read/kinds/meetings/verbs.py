"""Verbs of meetings: which of them tell that people come together, speak, receive or visit each other, or sign."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...document import sentence_of
from ..governing import verb_phrase
from ..outlook_words import outlook_words
from ..phrases import objects_behind
from .bringing import agrees_there, brings_together, is_received
from .person_words import is_person_word
from .places import is_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["is_assembly", "is_meeting_verb", "is_signed", "is_to_be_signed"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SIT = frozenset({"sit"})
_AGREE = frozenset({"agree"})


def is_meeting_verb(context: Context, token: Token) -> bool:  # noqa: PLR0911  a list of senses, one a line
    """Can a verb tell of a meeting, by itself and what hangs on it?"""
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"amod", "compound"}:
        return False
    words, lemma = meeting_words(), token.lemma_.lower()
    objects = [c for c in token.children if c.dep_ == "dobj"]
    if is_received(context, token) or brings_together(context, token):
        return True
    if lemma in words.meet or verb_phrase(token) in words.meet:
        return _meets(context, token, objects)
    if lemma in words.speak:
        return any(is_person_word(context, c) for c in objects_behind(token, {"with", "to"})) or _speak_together(token)
    for verbs, tells in (
        (_SIT, _sits),
        (_AGREE, agrees_there),
        (words.be, _is_to_be_somewhere),
        (words.go, _goes_to_people),
    ):
        if lemma in verbs:
            return tells(context, token)
    if lemma in words.debate or verb_phrase(token) in words.debate:
        return _debates(context, token)
    if lemma in words.sign and is_to_be_signed(context, token):
        return True
    return any(_makes_a_meeting(context, lemma, thing) for thing in objects)


def _makes_a_meeting(context: Context, lemma: str, thing: Token) -> bool:
    """ "Received the envoy", "briefed the Council", "visited Juba", "signed the accord": does the object tell of it?"""
    words = meeting_words()
    if thing.lemma_.lower() in words.nouns:
        return False  # who hosts a conference receives nobody yet
    if lemma in words.receive:
        people = is_person_word(context, thing) or _names_somebody(context, thing)
        return people and not (lemma == "see" and thing.head.dep_ == "ccomp") and not _sees_something(thing)
    if lemma in words.telephone:
        return _names_somebody(context, thing)
    if lemma in words.visit:
        return bool(context.roster.at(thing)) or is_place(context, thing)
    return lemma in words.sign and is_signed(thing)


def _names_somebody(context: Context, thing: Token) -> bool:
    return bool(context.roster.at(thing)) or any(c.dep_ == "appos" and context.roster.at(c) for c in thing.children)


def _sees_something(thing: Token) -> bool:
    """ "Saw the leader as a traitor", "welcomed the minister's offer", "see the army leave": no meeting."""
    verb = thing.head
    opinion = any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children)
    return opinion or any(c.dep_ in {"ccomp", "xcomp", "oprd"} and c.i > thing.i for c in verb.children)


def is_signed(token: Token) -> bool:
    """Is it a noun of what parties sign together?"""
    return token.lemma_.lower() in meeting_words().signed


def _sits(_context: Context, verb: Token) -> bool:
    """ "A monitoring committee is to sit in Geneva": of bodies."""
    subject = _subject_above(verb)
    behind = list(objects_behind(verb, {"in", "at", "on"}))
    if subject is not None and subject.lower_ == "it":  # "it last sat in October": a body told of before
        return any(g.ent_type_ in {"DATE", "GPE"} for g in behind)
    return subject is not None and is_assembly(subject) and bool(behind)


def _subject_above(verb: Token) -> Token | None:
    above = verb.head if verb.dep_ in {"xcomp", "ccomp"} else verb
    return _subject(verb) or _subject(above)


def is_to_be_signed(context: Context, verb: Token) -> bool:
    """ "The accord is to be signed on Friday", "it will be signed by both": of what parties sign together."""
    subject = _subject(verb) if any(c.dep_ == "auxpass" for c in verb.children) else None
    if subject is None:
        above = [t for t in itertools.islice(verb.ancestors, 3) if t.pos_ in {"NOUN", "PROPN"}]
        beside = verb.dep_ in {"xcomp", "acl", "relcl"}  # "the accord, due to be initialled on 3 May"
        return beside and bool(above) and is_signed(above[0]) and any(c.dep_ == "auxpass" for c in verb.children)
    if subject.lower_ != "it":
        return is_signed(subject)
    number = sentence_of(verb).number
    before = context.sentences[number - 1] if number else None
    return before is not None and any(is_signed(t) for t in before.span)


def _speak_together(verb: Token) -> bool:
    """ "The two spoke by telephone", "they talked for three hours": of several people, with a length or a telephone."""
    subject = _subject(verb)
    if verb.lemma_.lower() == "engage" or subject is None:
        return False
    for inner in objects_behind(verb, {"for", "by", "over", "on"}):
        if inner.lower_ in meeting_words().by_telephone and any(objects_behind(inner, {"with", "to"})):
            return True
        if not _is_several(subject):
            continue
        long = inner.ent_type_ == "TIME" or inner.lemma_ in {"hour", "day", "week", "night"}
        if long or inner.lower_ in meeting_words().by_telephone:
            return True
    return False


def _is_several(subject: Token) -> bool:
    joined = any(c.dep_ == "conj" for c in subject.children)
    return joined or subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in {"we", "they", "both", "two"}


def _goes_to_people(context: Context, verb: Token) -> bool:
    """ "Flew to Stockholm last week": someone, to a named place."""
    subject = _subject(verb)
    if subject is None or not (is_person_word(context, subject)):
        return False
    goals = objects_behind(verb, {"to", "for"})
    return any((g.pos_ == "PROPN" and is_place(context, g)) or g.lower_ in meeting_words().goals for g in goals)


def is_assembly(token: Token) -> bool:
    """Is it a body that meets, whoever sits on it ("the commission", "the Security Council")?"""
    return token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in meeting_words().assemblies


def _debates(context: Context, verb: Token) -> bool:
    """ "The Security Council is to discuss Sudan": a named body, to come."""
    subject = _subject(verb)
    above = verb.head if verb.dep_ in {"xcomp", "ccomp"} else None
    for upper in (above, above.head if above is not None else None):
        subject = subject if subject is not None or upper is None else _subject(upper)
    to_come = any(c.lower_ in {"to", *outlook_words().modals} for c in verb.children if c.dep_ == "aux")
    return subject is not None and to_come and is_assembly(subject) and bool(context.roster.at(subject))


def _subject(verb: Token) -> Token | None:
    token = verb
    for _ in range(2):
        found = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if found is not None or token.dep_ not in {"conj", "xcomp"}:
            return found
        token = token.head
    return None


def _is_to_be_somewhere(context: Context, verb: Token) -> bool:
    """ "Will be in Caracas", "are expected in Brussels": of people, with a place right behind the verb."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or not is_person_word(context, subject):
        return False
    to_come = verb.lemma_ == "expect" or any(
        c.lower_ in outlook_words().modals for c in verb.children if c.dep_ == "aux"
    )
    there = any(c.lower_ == "there" and c.i > verb.i for c in verb.children)
    return to_come and (there or any(p.pos_ == "PROPN" and is_place(context, p) for p in _places_behind(verb)))


def _places_behind(verb: Token) -> Iterator[Token]:
    yield from objects_behind(verb, {"in", "at"})


def _meets(context: Context, verb: Token, objects: list[Token]) -> bool:
    """Does it mean that people come together (not "meet demands", not "was met with")?"""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return False
    objects = [o for o in objects if o.lower_ not in meeting_words().manner and o.ent_type_ != "DATE"]
    if objects:
        return verb.lemma_ == "meet" and any(is_person_word(context, o) for o in objects)
    beside = list(objects_behind(verb, {"with"}))
    needs = verb.lemma_ in {"dine", "lunch"}
    return any(is_person_word(context, o) for o in beside) if beside else not needs
