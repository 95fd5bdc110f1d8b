"""A kind of finding: when two claims of it speak of one thing, and what many come to."""

from __future__ import annotations

import abc
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from goodoffices.record.content import Content
from goodoffices.record.dates import Interval

from .choice import narrowest
from .claims import Claim

__all__ = ["Kind"]

C = TypeVar("C", bound=Content)


class Kind(abc.ABC, Generic[C]):
    """How claims of one kind are gathered, and what those of one thing come to."""

    content: type[C]
    """The content of its claims."""

    @abc.abstractmethod
    def form(self, claim: Claim[C]) -> Hashable:
        """Claims of one form are one thing without more ado."""

    @abc.abstractmethod
    def marks(self, claim: Claim[C]) -> Iterable[Hashable]:
        """What a claim is found under; two claims that fit share a mark."""

    @abc.abstractmethod
    def fits(self, one: Claim[C], other: Claim[C]) -> bool:
        """Do two claims speak of one thing? The same in either direction."""

    @abc.abstractmethod
    def merge(self, claims: Sequence[Claim[C]]) -> C:
        """What the claims of one thing come to, the same whatever their order."""

    def rank(self, claim: Claim[C]) -> tuple[int, ...]:  # noqa: ARG002  by default no claim goes first
        """Lower goes first: a claim that says more founds a thing, one that says less joins it."""
        return ()

    def vague(self, claim: Claim[C]) -> bool:  # noqa: ARG002  by default none is
        """Does a claim say so little that it may only join the one thing that fits, or the one of its own report?"""
        return False

    def when(self, claims: Sequence[Claim[C]]) -> Interval | None:
        """The time of the thing: the interval that says most."""
        return narrowest(claim.when for claim in claims)
