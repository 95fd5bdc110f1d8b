"""A text taken apart once, for all that is asked of what it provides for."""

from __future__ import annotations

import bisect
import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

import msgspec

from ..check import Duty, find_duties, find_parties
from ..linking.passages import Passage, find_passages
from ..sequence import Clause, Deadline, Gazetteer, Outline, Wait, outline, sequence_of
from ..sequence import Sequence as Order
from ..text import Document

__all__ = ["Survey"]

_AWAITED = frozenset({"after", "within", "proviso", "until", "before", "together"})
_LONGEST_WAIT = 6000
"""Characters of the longest clause that is read, and so of the longest words of waiting."""


class Survey(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A text taken apart once, for all that is asked of it."""

    document: Document
    text: Outline
    places: Gazetteer
    order: Order
    duties: tuple[Duty, ...]
    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, document: Document, parties: Sequence[str] = ()) -> Survey:
        """Take a text apart.

        Args:
            document: A text.
            parties: Its parties; found in the text where not given.
        """
        whole = outline(document)
        places = Gazetteer(whole)
        duties = find_duties(whole, find_parties(document, whole, parties), places)
        return cls(
            document=document,
            text=whole,
            places=places,
            order=sequence_of(whole),
            duties=duties,
            passages=find_passages(document),
        )

    @functools.cached_property
    def clauses(self) -> Mapping[str, Sequence[Clause]]:
        """The clauses of each provision."""
        found: dict[str, list[Clause]] = defaultdict(list)
        for clause in self.text.clauses:
            if clause.provision:
                found[clause.provision].append(clause)
        return found

    def orders(self, clause: Clause) -> str:
        """What a clause orders or says, with blanks where it only tells what it waits for."""
        known = self._orders.get(clause.start)
        if known is None:
            known = self._orders[clause.start] = self._without_waits(clause)
        return known

    def _without_waits(self, clause: Clause) -> str:
        text = clause.text
        waits = self._waits.get(clause.provision, ())
        for start, end in waits[bisect.bisect_left(waits, (clause.start - _LONGEST_WAIT, 0)) :]:
            if start >= clause.end:
                break
            first, last = max(start - clause.start, 0), min(end - clause.start, len(text))
            if first < last:
                text = text[:first] + " " * (last - first) + text[last:]
        return text

    @functools.cached_property
    def _orders(self) -> dict[int, str]:
        return {}

    @functools.cached_property
    def _waits(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for wait in self.order.waits:
            if wait.kind in _AWAITED and (not wait.clock or wait.days is None):
                found[wait.provision].append(wait.span)
        return {provision: sorted(spans) for provision, spans in found.items()}

    @functools.cached_property
    def waits_of(self) -> Mapping[str, Sequence[Wait]]:
        """What each provision waits for."""
        return _by_provision(self.order.waits)

    @functools.cached_property
    def deadlines_of(self) -> Mapping[str, Sequence[Deadline]]:
        """The last days of each provision."""
        return _by_provision(self.order.deadlines)

    @functools.cached_property
    def duties_of(self) -> Mapping[str, Sequence[Duty]]:
        """The duties of each provision."""
        return _by_provision(self.duties)

    @functools.cached_property
    def passages_of(self) -> Mapping[str, Sequence[Passage]]:
        """The passages of each provision."""
        return _by_provision(self.passages)


class _Placed(Protocol):
    @property
    def provision(self) -> str: ...


_P = TypeVar("_P", bound=_Placed)


def _by_provision(found: Iterable[_P]) -> Mapping[str, Sequence[_P]]:
    by: dict[str, list[_P]] = defaultdict(list)
    for each in found:
        by[each.provision].append(each)
    return by
