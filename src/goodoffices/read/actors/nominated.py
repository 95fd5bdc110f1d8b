"""Nominations: whoever a body puts forward or chooses speaks for it ("Y has put forward X", "X, the choice of Y")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["nominators"]

_PUTTING = frozenset({"nominate", "designate", "field", "delegate", "choose", "select", "elect", "pick", "appoint"})
_FORWARD = frozenset({("put", "forward"), ("send", "in"), ("bring", "in")})
_CHOICES = frozenset({"choice", "pick", "nominee", "appointee", "designee", "candidate"})
_ABOVE = frozenset({"mediator", "facilitator", "umpire", "arbiter", "moderator", "host", "judge", "guarantor"})
"""What one is chosen for by parties to whom one does not belong."""


def nominators(name: Token) -> Iterator[Token]:
    """The words for who puts a person forward.

    Args:
        name: The head of the person's name.

    Yields:
        The subject or agent of a verb of nominating, or whoever the choice is said to be of.
    """
    yield from (who for verb in _verbs(name) if _nominates(verb) for who in _doers(verb, name))
    for noun in name.children:
        if noun.dep_ == "appos" and noun.lemma_ in _CHOICES:
            yield from (g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj")
            yield from (c for c in noun.children if c.dep_ == "poss")
    if name.dep_ == "appos" and name.head.lemma_ in _CHOICES:  # "the Front's nominee, X"
        yield from (c for c in name.head.children if c.dep_ == "poss")


def _verbs(name: Token) -> Iterator[Token]:
    """The verbs whose object the person is: of the clause, or of one that says more of the person."""
    if name.dep_ in {"dobj", "nsubjpass"}:
        yield name.head
    yield from (c for c in name.children if c.dep_ in {"relcl", "acl"})
    for noun in name.children:
        if noun.dep_ == "appos":
            yield from (c for c in noun.children if c.dep_ in {"relcl", "acl"})


def _nominates(verb: Token) -> bool:
    particles = {c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod", "prep"}}
    puts = verb.lemma_ in _PUTTING or any((verb.lemma_, particle) in _FORWARD for particle in particles)
    above = lexicon().doing.mediators | _ABOVE
    return puts and not any(word.lemma_.lower() in above for word in verb.subtree if word.i > verb.i)


def _doers(verb: Token, name: Token) -> Iterator[Token]:
    passive = any(c.dep_ in {"auxpass", "agent"} for c in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    if passive:
        yield from (g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj")
    else:
        yield from (c for c in verb.children if c.dep_ == "nsubj" and c.i != name.i and c.tag_ not in {"WP", "WDT"})
