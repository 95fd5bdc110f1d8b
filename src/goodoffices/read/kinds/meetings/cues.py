"""Cues of meetings: the nouns and verbs of a sentence that can tell of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...actors.lexicon import lexicon
from ..governing import verb_phrase
from ..outlook_words import outlook_words
from .places import is_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ...document import Sentence

__all__ = ["is_meeting_noun", "is_person_word", "is_signed", "meeting_cues"]


def meeting_cues(context: Context, sentence: Sentence, *, follows: bool) -> Iterator[Token]:
    """Find the words of a sentence that can tell of a meeting.

    Args:
        context: The report.
        sentence: One sentence.
        follows: Whether the sentence before told of a meeting, so that "it" can mean that one.
    """
    for token in sentence.span:
        if is_meeting_noun(token) or _is_meeting_verb(context, token) or (follows and _is_it(token)):
            yield token


def is_meeting_noun(token: Token) -> bool:
    """Is it a noun of a meeting, not the modifier of another ("the talks process") or a round of something else?"""
    words = meeting_words()
    lemma = token.lemma_.lower()
    if token.pos_ not in {"NOUN", "PROPN"} or not {lemma, token.lower_} & words.nouns or _is_in_a_name(token):
        return False
    before = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod", "nmod"}}
    if lemma == "call":
        return bool(before & words.by_telephone)
    return not before & words.not_before and (lemma not in words.counted or _counts_talks(token))


def _is_in_a_name(token: Token) -> bool:
    """Is it part of a longer noun, or of a body's name ("the Episcopal Conference")?"""
    if token.dep_ == "compound" and token.head.i > token.i:
        return True
    return token.pos_ == "PROPN" and (token.ent_type_ == "ORG" or token.i in token.doc.user_data["actors"])


def _counts_talks(token: Token) -> bool:
    """ "A round of talks", "the April session"; not "a round of strikes", "a session of parliament"."""
    words = meeting_words()
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and not {inner.lemma_.lower(), inner.lower_} & words.nouns:
                return False
    return True


def _is_it(token: Token) -> bool:
    return (
        token.lower_ == "it"
        and token.dep_ == "nsubj"
        and token.head.lemma_ in {"open", "begin", "start", "take", "end"}
    )


def _is_meeting_verb(context: Context, token: Token) -> bool:
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"amod", "compound"}:
        return False
    words, lemma = meeting_words(), token.lemma_.lower()
    objects = [c for c in token.children if c.dep_ == "dobj"]
    if lemma in words.meet or verb_phrase(token) in words.meet:
        return _meets(context, token, objects)
    if lemma in words.speak:
        return any(c.dep_ == "prep" and c.lower_ in {"with", "to"} and _with_people(context, c) for c in token.children)
    if lemma in words.be:
        return _is_to_be_somewhere(context, token)
    return any(_makes_a_meeting(context, lemma, thing) for thing in objects)


def _makes_a_meeting(context: Context, lemma: str, thing: Token) -> bool:
    """ "Received the envoy", "briefed the Council", "visited Juba", "signed the accord": does the object tell of it?"""
    words = meeting_words()
    if lemma in words.receive | words.telephone:
        return bool(context.roster.at(thing))
    if lemma in words.visit:
        return bool(context.roster.at(thing)) or is_place(context, thing)
    return lemma in words.sign and is_signed(thing)


def is_signed(token: Token) -> bool:
    """Is it a noun of what parties sign together?"""
    return token.lemma_.lower() in meeting_words().signed


def _is_to_be_somewhere(context: Context, verb: Token) -> bool:
    """ "Will be in Caracas", "are expected in Brussels": of people, with a place right behind the verb."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or not is_person_word(context, subject):
        return False
    to_come = verb.lemma_ == "expect" or any(
        c.lower_ in outlook_words().modals for c in verb.children if c.dep_ == "aux"
    )
    places = [
        p
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in {"in", "at"}
        for p in c.children
        if p.dep_ == "pobj"
    ]
    return to_come and any(p.pos_ == "PROPN" and is_place(context, p) for p in places)


def _meets(context: Context, verb: Token, objects: list[Token]) -> bool:
    """Does it mean that people come together (not "meet demands", not "was met with")?"""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return False
    if objects:
        return verb.lemma_ == "meet" and any(is_person_word(context, o) for o in objects)
    beside = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "with"]
    return not beside or any(_with_people(context, c) for c in beside)


def _with_people(context: Context, preposition: Token) -> bool:
    return any(is_person_word(context, c) for c in preposition.children if c.dep_ == "pobj")


def is_person_word(context: Context, token: Token) -> bool:
    """Is it an actor, a person's name, or a noun of people ("officials", "delegates", "each other")?"""
    known = lexicon()
    people = known.bodies | known.offices | known.organisations | meeting_words().collective
    if context.roster.at(token) or token.ent_type_ == "PERSON":
        return True
    return (
        token.lower_ in people
        or token.lemma_.lower() in people
        or token.lower_ in {"him", "her", "them", "other", "another"}
    )
