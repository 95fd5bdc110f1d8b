"""Claims of one kind gathered into the things that they speak of.

Claims meet in an index of marks (a cell and a word), so that a hundred thousand claims do not compare all pairs. Each
claim, in one order whatever the order of the reports, joins the first thing all of whose forms it fits, or starts one.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from goodoffices.record.content import Content

from .claims import Claim
from .joining import Joiner
from .kind import Kind
from .verdicts import Apart, Rulings

__all__ = ["gather"]

C = TypeVar("C", bound=Content)

_CANDIDATES = 12
"""Things that a claim is compared with, at most: those that share most marks with it."""
_POSTING = 150
"""Things listed under one mark that are looked at, at most."""
_FORMS = 12
"""Forms of a thing that a claim must fit, at most; the first ones in the order."""
_PROBES = 12
"""Marks of a claim that are looked up, at most: the rarest."""


class _Thing(Generic[C]):
    """Claims taken to speak of one thing."""

    def __init__(self) -> None:
        self.claims: list[Claim[C]] = []
        self.forms: list[Claim[C]] = []
        self.reports: set[str] = set()
        self.sides: frozenset[Apart] = frozenset()
        self.ruled = False
        """Did an analyst say that unlike claims are one here? Then fitting one of them is enough."""

    def take(self, other: _Thing[C]) -> None:
        """Take the claims of another in."""
        self.claims.extend(other.claims)
        self.forms.extend(other.forms)
        self.reports |= other.reports
        self.sides |= other.sides
        self.ruled |= other.ruled


class _Gathering(Generic[C]):
    """The things found so far, and the index under which claims find them."""

    def __init__(self, kind: Kind[C], lumps: Iterable[_Thing[C]]) -> None:
        self.things: list[_Thing[C]] = []
        self._kind = kind
        self._index: dict[Hashable, list[int]] = defaultdict(list)
        self._rarity = Counter(mark for lump in lumps for form in lump.forms for mark in set(kind.marks(form)))

    def add(self, lump: _Thing[C]) -> None:
        """Let `lump` join the thing that it fits best, or start one."""
        number = self._home(lump)
        if number is None:
            number = len(self.things)
            self.things.append(_Thing())
        self.things[number].take(lump)
        for form in lump.forms:
            for mark in set(self._kind.marks(form)):
                posting = self._index[mark]
                if len(posting) < _POSTING and number not in posting:
                    posting.append(number)

    def _home(self, lump: _Thing[C]) -> int | None:
        """Number of the thing that `lump` joins, or None."""
        votes: Counter[int] = Counter()
        for form in lump.forms[:_FORMS]:
            marks = sorted(set(self._kind.marks(form)), key=lambda mark: (self._rarity[mark], str(mark)))
            for mark in marks[:_PROBES]:
                votes.update(self._index.get(mark, ()))
        best = heapq.nsmallest(_CANDIDATES, votes, key=lambda number: (-votes[number], number))
        fitting = [number for number in best if self._fits(lump, self.things[number])]
        if len(fitting) > 1 and self._kind.vague(lump.forms[0]):
            own = [number for number in fitting if self.things[number].reports & lump.reports]
            return own[0] if len(own) == 1 else None
        return fitting[0] if fitting else None

    def _fits(self, lump: _Thing[C], thing: _Thing[C]) -> bool:
        if any(side.other in thing.sides for side in lump.sides):
            return False
        pairs = (self._kind.fits(mine, theirs) for mine in lump.forms[:_FORMS] for theirs in thing.forms[:_FORMS])
        return any(pairs) if lump.ruled or thing.ruled else all(pairs)


def gather(claims: Sequence[Claim[C]], kind: Kind[C], rulings: Rulings) -> list[list[Claim[C]]]:
    """Gather claims into things.

    Args:
        claims: Claims of one kind, in their order.
        kind: Says when two of them are one.
        rulings: What analysts said; `same-as` joins and `not-same` parts, whatever the kind says.

    Returns:
        The claims of each thing, in their order.
    """
    lumps = _lumps(claims, kind, rulings)
    lumps.sort(key=lambda lump: (kind.rank(lump.forms[0]), lump.forms[0].order))
    gathering = _Gathering(kind, lumps)
    for lump in lumps:
        gathering.add(lump)
    return [sorted(thing.claims, key=lambda claim: claim.order) for thing in gathering.things]


def _lumps(claims: Sequence[Claim[C]], kind: Kind[C], rulings: Rulings) -> list[_Thing[C]]:
    """Claims that are one thing before any comparison: by an analyst's word, or by one form."""
    by_id = {claim.id: claim for claim in claims}
    joiner = Joiner(by_id, {claim: sides for claim, sides in rulings.apart.items() if claim in by_id})
    for same in rulings.same:
        joiner.join_all(statement for statement in same if statement in by_id)
    first: dict[Hashable, str] = {}
    for claim in claims:
        if claim.id not in rulings.apart:
            joiner.join(first.setdefault(kind.form(claim), claim.id), claim.id)
    return [_lump([by_id[claim] for claim in ids], kind, rulings) for ids in joiner.groups().values()]


def _lump(claims: Sequence[Claim[C]], kind: Kind[C], rulings: Rulings) -> _Thing[C]:
    lump = _Thing[C]()
    lump.claims = list(claims)
    lump.reports = {claim.report for claim in claims}
    lump.forms = list({kind.form(claim): claim for claim in reversed(claims)}.values())[::-1]
    lump.sides = frozenset[Apart]().union(*(rulings.apart.get(claim.id, ()) for claim in claims))
    lump.ruled = len(lump.forms) > 1
    return lump
