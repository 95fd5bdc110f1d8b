"""Beside: arrangements of one sentence that are told only of another one that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .naming import Named
from .vocabulary import mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_aside", "without_their_people"]

_STEPS = 6
_FEW = 2
"""Words of a name that tells no more than who they are ("thirty observers")."""


def is_aside(named: Named, before: Sequence[Named]) -> bool:
    """Is an arrangement only one that is told of another beside it ("a mission, supported by the force, will ...")?"""
    chain = list(_up(named.head))
    clauses = [n for n, token in enumerate(chain) if token.dep_ in {"acl", "relcl", "appos"}]
    above = {t.i for t in chain[clauses[0] + 1 :]} if clauses else set()
    return any(token.i in above for other in before if other.kind is not None for token in _joined(other.head))


def _up(token: Token) -> Iterator[Token]:
    """A token and those above it within its sentence, a few of them."""
    yield token
    for _, above in zip(range(_STEPS), token.ancestors, strict=False):
        yield above


def _joined(token: Token) -> Iterator[Token]:
    """A token and what it is joined to by "and"."""
    yield token
    while token.dep_ == "conj":
        token = token.head
        yield token


def without_their_people(found: list[Named]) -> list[Named]:
    """Leave out the people of a body named beside them: "a team of monitors", "a commission with 30 observers"."""
    watchers = mechanism_words().people
    bodies = {_conditions(n) for n in found if n.kind == "monitoring" and n.noun not in watchers}
    few = [n for n in found if n.kind == "monitoring" and n.noun in watchers and len(n.words) <= _FEW]
    return [n for n in found if n not in few or _conditions(n) not in bodies]


def _conditions(named: Named) -> frozenset[int]:
    """The clauses beside the main one in which a phrase stands: "if the commission asks for observers"."""
    return frozenset(token.i for token in _up(named.head) if token.dep_ == "advcl")
