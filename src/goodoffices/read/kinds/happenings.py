"""Did it happen? Told apart by tense and by what governs a clause."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from ..plover.lexicon import Frames, frames_by_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["HIGHEST", "EventWords", "event_words", "happened", "helpers_of", "is_logged", "is_past", "is_real"]

_WAITED = frozenset({"when", "once", "before", "after", "until", "till", "as", "if", "soon", "whenever"})
_GOING_ON = frozenset({"was", "were", "been"})
_BEGINNING = frozenset({"begin", "start", "resume", "continue", "keep", "proceed"})
_REPLYING = frozenset({"respond", "retaliate", "react", "reply", "answer", "counter", "hit"})
HIGHEST = 12
"""Clauses above a verb that are looked at."""


class EventWords(msgspec.Struct, frozen=True, kw_only=True):
    """The words of events; what each list is for stands in `data/events.toml`."""

    verbs: Frames
    nouns: dict[str, str]
    after: dict[str, str]
    media: frozenset[str]
    stages: frozenset[str]
    audience: frozenset[str]
    saying: frozenset[str]
    support: frozenset[str]
    denied: frozenset[str]
    unreal: frozenset[str]
    marks: frozenset[str]
    recent: frozenset[str]
    feared: frozenset[str]
    naming: frozenset[str]
    now: frozenset[str]
    ongoing: frozenset[str]
    telling: frozenset[str]
    onlookers: frozenset[str]
    praising: frozenset[str]
    defying: frozenset[str]
    harmed: frozenset[str]
    voicing: frozenset[str]
    ruling: frozenset[str]
    judges: frozenset[str]
    attested: frozenset[str]
    journey: frozenset[str]
    contending: frozenset[str]
    wrongs: frozenset[str]
    figures: frozenset[str]
    culprits: frozenset[str]
    parts: frozenset[str]
    plover: dict[str, tuple[str, ...]]


@functools.cache
def event_words() -> EventWords:
    """Read the word lists once."""
    data = tomllib.loads(resources.files(__package__).joinpath("data/events.toml").read_text(encoding="utf-8"))
    told, happening = data["told"], data["happened"]
    return EventWords(
        verbs=frames_by_verb(data["verbs"]),
        nouns={noun: kind for kind, nouns in data["nouns"].items() for noun in nouns},
        after={noun: kind for kind, nouns in data["after"].items() for noun in nouns},
        media=frozenset(told["media"]),
        stages=frozenset(told["stages"]),
        audience=frozenset(told["audience"]),
        saying=frozenset(told["verbs"]),
        naming=frozenset(told["naming"]),
        plover={kind: tuple(types) for kind, types in data["plover"].items()},
        **{name: frozenset(words) for name, words in happening.items()},
    )


def happened(verb: Token) -> bool:
    """Does a verb tell of what was done: past or perfect, not denied, and not only wished, feared or supposed?"""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if _is_denied(verb) or _is_awaited(verb, helpers) or not (is_past(verb, helpers) or _is_said_now(verb, helpers)):
        return False
    return is_real(verb)


def _is_awaited(verb: Token, helpers: set[str]) -> bool:
    """ "When the cases have been dropped", "before it has given up its weapons": still to come."""
    waits = any(c.lower_ in _WAITED and c.dep_ in {"mark", "advmod"} and c.i < verb.i for c in verb.children)
    return waits and bool(helpers & {"has", "have"})


def _is_denied(verb: Token) -> bool:
    """ "Was not released", "nobody was hurt", "not a single detainee was freed"."""
    if any(c.dep_ == "neg" or c.lower_ in {"never", "nor"} for c in verb.children):
        return True
    if any(c.lower_ == "no" for thing in verb.children if thing.dep_ == "dobj" for c in thing.children):
        return True  # "laid no mines"
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return any(
        s.lower_ in {"nobody", "none", "nothing"} or any(c.lower_ in {"no", "not"} for c in s.children)
        for s in subjects
    )


def _is_said_now(verb: Token, helpers: set[str]) -> bool:
    """ "X accuses Y": in the present tense, without "does" or "to"; in a log every verb tells of its day."""
    if is_logged(verb) and verb.tag_ in {"VBZ", "VBP"} and not helpers and not _is_state(verb):
        return True
    return verb.lemma_.lower() in event_words().now and verb.tag_ in {"VBZ", "VBP"} and not helpers


def is_past(verb: Token, helpers: set[str]) -> bool:
    """Is a verb in the past, or what somebody began to do or answered by?

    Args:
        verb: A verb.
        helpers: Its auxiliaries, in small letters.
    """
    return _is_of_deed(verb) or _is_past(verb, helpers)


def _is_past(verb: Token, helpers: set[str]) -> bool:
    if helpers & {"will", "would", "may", "might", "could", "can", "should", "must", "to", "shall", "wo", "'ll"}:
        return False
    if verb.tag_ == "VBD":
        return True
    if verb.tag_ == "VBN":
        if helpers & {"was", "were", "has", "have", "had", "been", "'ve", "'s"}:
            return True
        return not helpers and (
            verb.dep_ == "acl"
            or (is_logged(verb) and verb.dep_ == "ROOT")
            or any(c.dep_ == "nsubj" for c in verb.children)  # a past tense that the tagger took for a participle
            or (verb.dep_ == "conj" and is_past(verb.head, helpers_of(verb.head)))
        )
    if verb.tag_ != "VBG" or _is_going_on(verb, helpers):
        return verb.tag_ == "VBG"
    return verb.dep_ in {"advcl", "conj"} and is_past(verb.head, helpers_of(verb.head))


def _is_of_deed(verb: Token) -> bool:
    """ "Began attacking ships", "responded by closing its crossings": what was begun, and what an answer was."""
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_.lower() in _BEGINNING:
        return is_past(above, helpers_of(above))
    if verb.dep_ != "pcomp" or verb.tag_ != "VBG" or above.lower_ != "by":
        return False
    return above.head.lemma_.lower() in _REPLYING and is_past(above.head, helpers_of(above.head))


def _is_going_on(verb: Token, helpers: set[str]) -> bool:
    """ "Was shelling", "have been firing", "is debating a bill"."""
    today = helpers & {"is", "are"} and verb.lemma_.lower() in event_words().ongoing
    return bool(helpers & _GOING_ON or today) and verb.dep_ != "ccomp"


def is_logged(token: Token) -> bool:
    """Does a word stand in an entry of a log, where fragments and the present tense tell of what took place?"""
    return bool(token.doc.user_data.get("dated"))


def _is_state(verb: Token) -> bool:
    """Does a clause tell of what is the case rather than of what is done, or of what is under a condition?"""
    return verb.dep_ not in {"ROOT", "conj", "ccomp"} or any(
        c.dep_ == "mark" and c.lower_ != "that" for c in verb.children
    )


def helpers_of(verb: Token) -> set[str]:
    """The auxiliaries of a verb, in small letters.

    Args:
        verb: A verb.
    """
    return {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}


def is_real(token: Token) -> bool:
    """Is nothing above a clause unreal?

    Args:
        token: The head of the clause.
    """
    words = event_words()
    for _ in range(HIGHEST):
        if any(c.dep_ in {"mark", "advmod"} and c.lower_ in words.marks and c.i < token.i for c in token.children):
            return False
        head = token.head
        if head == token:
            return True
        fronted = (
            token.dep_ == "ccomp" and token.i < head.i
        )  # "X struck Y; it was not the first time", "X struck Y, medics said"
        if not fronted and token.dep_ in {"xcomp", "ccomp", "pcomp"} and head.lemma_.lower() in words.unreal:
            return False
        if token.dep_ == "ccomp" and not fronted and any(c.dep_ == "neg" for c in head.children):
            return False
        token = head
    return True
