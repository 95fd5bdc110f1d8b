"""Splits and merges: where the parts explain what one pair leaves over.

A pair of points leaves a rest: the features of the whole that its partner does not have. A part is joined to the pair
where

1. most of the part stands in that rest (a distinct stretch: shared formulas are used up by the first partner), and
2. it explains a good share of the rest, and
3. it explains more there than the pair it stands in now, if it stands in one.

A part that stands beside the first partner is believed sooner than one that stands far away.

A link is one to one, one to many (split) or many to one (merged), never many to many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import msgspec

from .overlap import Features

__all__ = ["Group", "join_parts"]

_IN_REST = 0.5  # of the part, found in what the pair leaves over
_OF_REST = 0.15  # of what the pair leaves over, explained by the part
_ROUNDS = 4  # the rest shrinks with each part that is joined, and so smaller parts come to count
_BESIDE = 0.15  # what standing beside the first partner says for a part
_BETTER = 0.12  # what a part must explain above the likeness of the pair that it would leave
_WITHIN = 0.5  # of the first partner, found in the whole: a partner that says much else is no part

Pair = tuple[int, int]


class Group(msgspec.Struct, frozen=True):
    """Points that belong together, by their places."""

    a: tuple[int, ...]
    b: tuple[int, ...]


def join_parts(pairs: Mapping[Pair, float], could_be: Collection[Pair], features: Features) -> list[Group]:
    """Join to the pairs what was split off them or merged into them.

    Args:
        pairs: one to one, with their likeness.
        could_be: all pairs that share something.
        features: of both lists.

    Returns:
        The groups, in the order of the first list. A pair that lost a point to another group is gone.
    """
    joining = _Joining(pairs, features)
    for _ in range(_ROUNDS):
        found = sorted(joining.proposals(could_be), reverse=True)
        if not sum(joining.try_to_join(side, whole, part, value) for value, side, whole, part in found):
            break
    return sorted(joining.groups(), key=lambda group: (group.a, group.b))


class _Joining:
    """The links while parts are joined to them. Side 0: the whole stands in the first text; 1: in the second."""

    def __init__(self, pairs: Mapping[Pair, float], features: Features) -> None:
        self.features = features
        self.bags = (features.a, features.b)
        self.masses = (features.mass_a, features.mass_b)
        self.rests: dict[tuple[int, int], tuple[frozenset[int], float]] = {}
        self.alike = dict(pairs)
        self.parts: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})  # of wholes with more than one part
        self.taken: tuple[set[int], set[int]] = (set(), set())  # points that were joined to a whole, of each text
        self.partner = (dict(tuple(pairs)), {b: a for a, b in pairs})

    def proposals(self, could_be: Iterable[Pair]) -> Iterable[tuple[float, int, int, int]]:
        """Yield (share of the part in the rest, side, whole, part) for what could be a part."""
        for a, b in could_be:
            for side, whole, part in ((0, a, b), (1, b, a)):
                if whole in self.partner[side] and self.partner[side][whole] != part:
                    value = self._explained(side, whole, part)
                    if value >= _IN_REST:
                        yield value, side, whole, part

    def _explained(self, side: int, whole: int, part: int) -> float:
        """Say how much of a part stands in what the whole's partners leave over; 0 where it explains little of that."""
        rest, mass = self._rest(side, whole)
        if not rest:
            return 0.0
        found = self.features.mass(rest & self.bags[1 - side][part])
        if found < _OF_REST * mass:
            return 0.0
        beside = min(abs(part - each) for each in self._partners(side, whole)) == 1
        return found / float(self.masses[1 - side][part]) + (_BESIDE if beside else 0.0)

    def _partners(self, side: int, whole: int) -> list[int]:
        """List what a whole is linked to."""
        return self.parts[side].get(whole) or [self.partner[side][whole]]

    def _rest(self, side: int, whole: int) -> tuple[frozenset[int], float]:
        """Give what a whole's partners leave over, and its weight; nothing where the one partner says much else."""
        if (side, whole) not in self.rests:
            own, partners = self.bags[side][whole], self._partners(side, whole)
            bags = [self.bags[1 - side][each] for each in partners]
            within = self.features.mass(bags[0] & own) >= _WITHIN * float(self.masses[1 - side][partners[0]])
            rest = own.difference(*bags) if within or len(partners) > 1 else frozenset[int]()
            self.rests[side, whole] = (rest, self.features.mass(rest))
        return self.rests[side, whole]

    def try_to_join(self, side: int, whole: int, part: int, value: float) -> bool:
        """Join a part where that still holds: others may have been joined since it was proposed."""
        if whole not in self.partner[side] or part in self.parts[1 - side] or self._is_part(side, whole):
            return False
        if self._is_part(1 - side, part) or self._explained(side, whole, part) < _IN_REST:
            return False
        if not self._leaves_for(side, part, value):
            return False
        self.parts[side].setdefault(whole, [self.partner[side][whole]]).append(part)
        self.taken[1 - side].add(part)
        self.rests.pop((side, whole), None)
        return True

    def _is_part(self, side: int, point: int) -> bool:
        """Say whether a point is one of several parts already."""
        return point in self.taken[side] or self.partner[side].get(point) in self.parts[1 - side]

    def _leaves_for(self, side: int, part: int, value: float) -> bool:
        """Take a part out of its pair, if it explains enough more elsewhere."""
        held = self.partner[1 - side].get(part)
        if held is None:
            return True
        pair = (held, part) if side == 0 else (part, held)
        if held in self.parts[side] or value < min(self.alike[pair], 1.0) + _BETTER:
            return False
        del self.partner[1 - side][part], self.partner[side][held], self.alike[pair]
        return True

    def groups(self) -> Iterable[Group]:
        """Yield what stands now."""
        wholes_a, wholes_b = self.parts
        for whole, parts in wholes_a.items():
            yield Group((whole,), tuple(sorted(parts)))
        for whole, parts in wholes_b.items():
            yield Group(tuple(sorted(parts)), (whole,))
        for a, b in self.partner[0].items():
            if a not in wholes_a and b not in wholes_b:
                yield Group((a,), (b,))
