"""Did it happen? Told apart by tense, by what governs a clause, and by what says that a noun took place."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from ..plover.lexicon import Frames, frames_by_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["EventWords", "event_words", "happened", "is_logged", "took_place"]

_WAITED = frozenset({"when", "once", "before", "after", "until", "till", "as", "if", "soon", "whenever"})
_AFTER = frozenset({"after", "since", "following", "despite", "over", "of"})
_GOING_ON = frozenset({"was", "were", "been"})
_HIGHEST = 12
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
    if _is_denied(verb) or _is_awaited(verb, helpers) or not (_is_past(verb, helpers) or _is_said_now(verb, helpers)):
        return False
    return _is_real(verb)


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
            or (verb.dep_ == "conj" and _is_past(verb.head, _helpers(verb.head)))
        )
    if verb.tag_ != "VBG" or _is_going_on(verb, helpers):
        return verb.tag_ == "VBG"
    return verb.dep_ in {"advcl", "conj"} and _is_past(verb.head, _helpers(verb.head))


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


def _helpers(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}


def _is_real(token: Token) -> bool:
    """Is nothing above a clause unreal?"""
    words = event_words()
    for _ in range(_HIGHEST):
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


def took_place(noun: Token, *, dated: bool) -> bool:
    """Does a noun ("the attack") tell of something that took place, rather than of a thing that may or shall not be?

    Args:
        noun: The noun.
        dated: Whether its phrase says when or where.
    """
    words = event_words()
    governor = noun
    for _ in range(_HIGHEST):
        governor = governor.head
        if governor.lemma_.lower() in words.feared and governor.pos_ == "NOUN":
            return False
        if governor.pos_ in {"VERB", "AUX"} or governor.head == governor:
            break
    if (
        governor.lemma_.lower() in words.denied
        and noun.dep_ != "nsubj"
        and not (dated and (_is_past(governor, _helpers(governor)) or governor.lemma_.lower() == "report"))
    ):
        return False
    if any(
        c.dep_ == "neg" or c.lower_ in {"no", "any", "future", "possible", "further", "such"} for c in noun.children
    ):
        return False
    if _helpers(governor) & {"will", "would", "may", "might", "could", "should", "must", "to", "can"}:
        return False
    acting = noun.dep_ in {"nsubj", "nsubjpass"} and governor.lemma_.lower() in words.support
    attested = (
        governor.lemma_.lower() in words.attested and noun.dep_ == "dobj" and _is_past(governor, _helpers(governor))
    )
    acting = acting or attested or is_aftermath(noun)
    fresh = any(c.lower_ in words.recent for c in noun.children)
    return (dated or fresh or acting) and _is_real(governor)


def is_aftermath(noun: Token) -> bool:
    """Is something else told as behind it, or in spite of it ("after the arrest of a preacher")?

    Args:
        noun: A noun that can name an event.
    """
    behind = noun.dep_ == "pobj" and noun.head.lower_ in _AFTER
    definite = any(c.lower_ in {"the", "his", "her", "its", "their"} or c.dep_ == "poss" for c in noun.children)
    whose = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in {"of", "by", "on"}) for c in noun.children)
    return behind and definite and whose
