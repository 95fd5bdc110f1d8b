"""Of the tellers: "they" and "the movement" in what someone says, who may be those who say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .frames import frames

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from ..context import Context

__all__ = ["bodies_of_tellers", "is_own_body", "teller_meant"]

_VERBS = frozenset({"VERB", "AUX"})
_PLURAL = frozenset({"NNS", "NNPS"})
_TELLING = frozenset(
    {"say", "tell", "signal", "indicate", "hint", "vow", "pledge", "promise", "swear", "announce", "reply"}
)
_BODIES = frozenset(
    {"party", "bloc", "movement", "group", "alliance", "front", "coalition", "union", "organisation", "organization"}
    | {"faction", "militia", "federation", "council", "league", "association", "confederation", "congress", "network"}
)
"""What someone who leads one calls his own without its name."""
_DEFINITE = frozenset({"the", "its", "their", "his", "her"})


def teller_meant(pronoun: Token) -> Token | None:
    """Who says of themselves what "they" do ("Kenyan officials said that they were ready to ...").

    Args:
        pronoun: The subject of a clause.

    Returns:
        The plural subject of the verb of saying; None where there is none, or it is a pronoun too.
    """
    clause = pronoun.head
    while clause.dep_ in {"xcomp", "conj"} and clause.head.pos_ in _VERBS:
        clause = clause.head
    saying = clause.head
    if pronoun.lower_ != "they" or clause.dep_ != "ccomp" or clause.i < saying.i:
        return None
    if saying.lemma_.lower() not in _TELLING | frames().stating:
        return None
    while saying.dep_ == "conj" and saying.head.pos_ in _VERBS and not _subjects(saying):
        saying = saying.head
    subject = next(iter(_subjects(saying)), None)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN", "ADJ", "PRON"} or subject.lower_ == "they":
        return None
    several = subject.tag_ in _PLURAL or subject.lower_ == "both" or any(c.dep_ == "conj" for c in subject.children)
    return subject if several else None


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]


def is_own_body(noun: Token) -> bool:
    """Is it a body that only the article or a pronoun tells ("the movement", "her party")?"""
    beside = [c for c in noun.children if c.i < noun.i]
    told = noun.lemma_.lower() in _BODIES and noun.text.islower() and noun.tag_ == "NN"
    behind = any(c.dep_ in {"prep", "appos", "relcl", "acl"} and c.i > noun.i for c in noun.children)
    return told and not behind and len(beside) == 1 and beside[0].lower_ in _DEFINITE


def bodies_of_tellers(context: Context, speakers: Iterable[str]) -> tuple[str, ...]:
    """The one body that speaks, or is spoken for, where it is no state; none else.

    Args:
        context: The report.
        speakers: Who says what "the movement" stands in.
    """
    roster = context.roster
    parties = tuple(dict.fromkeys(roster.party(speaker) for speaker in speakers))
    bodies = [p for p in parties if roster.actors[p].kind in {"group", "organisation"}]
    return tuple(bodies) if len(parties) == len(bodies) == 1 else ()
