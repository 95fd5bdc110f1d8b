"""Delegations and signatories: persons whom a report seats on a side together."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..pipeline import text_of
from .gazetteer import Entity
from .lexicon import lexicon
from .roster import Roster
from .sides import Ties

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["LED", "seat_delegations", "seat_envoys", "seat_signatories"]

LED = 5
"""Weight of a side that a person leads or signs for: more than any office elsewhere."""
_OPENING_WORDS = 12
"""Words before the colon of a line of signatures, at most."""


def seat_delegations(roster: Roster, ties: Ties) -> None:
    """ "The American delegation features X and Y", "a delegation led by U.S. envoy X and Y"."""
    for passage in roster.passages:
        named = passage.doc.user_data["named"]
        for token in passage.doc:
            if token.lemma_ not in {"delegation", "team"}:
                continue
            owner = next((named[t.i] for t in token.subtree if t.i < token.i and t.i in named), None)
            ids = [a for t in _members_of(token) for a in roster.at(t)]
            _seat_together(roster, ties, [a for a in ids if roster.actors[a].kind == "person"], owner)


def seat_envoys(roster: Roster, ties: Ties) -> None:
    """ "The Tigers sent X and Y": those whom a side sends speak for it."""
    for passage in roster.passages:
        for verb in passage.doc:
            if verb.lemma_ not in {"send", "dispatch"} or verb.pos_ != "VERB":
                continue
            senders = [a for c in verb.children if c.dep_ == "nsubj" for a in roster.at(c)]
            senders = [a for a in senders if roster.actors[a].kind != "person"]
            sent = [t for c in verb.children if c.dep_ == "dobj" for t in (c, *c.conjuncts)]
            for person in {a for t in sent for a in roster.at(t)} if len(senders) == 1 else ():
                if roster.actors[person].kind == "person":
                    ties.vote(person, senders[0])


def seat_signatories(roster: Roster, ties: Ties) -> None:
    """ "For the Government: X, Y": those who sign, or speak, for a side."""
    for passage in roster.passages:
        doc = passage.doc
        colon = next((t.i for t in doc[:_OPENING_WORDS] if t.text == ":"), None)
        if colon is None or not text_of(doc).lower().startswith(("for ", "on behalf of ")):
            continue
        parties = [a for t in doc[:colon] for a in roster.at(t) if roster.actors[a].kind != "person"]
        for actor in {a for t in doc[colon:] for a in roster.at(t)} if parties else ():
            if roster.actors[actor].kind == "person":
                ties.vote(actor, parties[0], LED)


def _seat_together(roster: Roster, ties: Ties, members: Sequence[str], owner: Entity | None) -> None:
    if owner is not None:
        side = roster.enter(owner.name, owner.kind, owner.iso).id
        for person in members:
            ties.vote(person, side)
    for one, other in itertools.pairwise(members):
        ties.tie(one, other)


def _members_of(delegation: Token) -> Iterator[Token]:
    verb = delegation.head if delegation.dep_ in {"nsubj", "nsubjpass"} else None
    if verb is not None and verb.lemma_ in lexicon().members:
        yield from _before_another(t for t in verb.subtree if t.i > verb.i)
    for child in delegation.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in lexicon().members:
            yield from _before_another(t for t in child.subtree if t.i > child.i)


def _before_another(tokens: Iterable[Token]) -> Iterator[Token]:
    """The words up to another delegation ("led by X and the rebel team by Y")."""
    return itertools.takewhile(lambda token: token.lemma_ not in {"delegation", "team", "side"}, tokens)
