"""Things joined into one, never against an analyst's `not-same`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from .verdicts import Apart

__all__ = ["Joiner"]

T = TypeVar("T", bound=Hashable)


class Joiner(Generic[T]):
    """Union-find with path halving, in which two things can be kept apart."""

    def __init__(self, things: Iterable[T], apart: Mapping[T, frozenset[Apart]]) -> None:
        """Start with each thing on its own; `apart` names the sides that a thing is on."""
        self._parent: dict[T, T] = {thing: thing for thing in things}
        self._size: dict[T, int] = dict.fromkeys(self._parent, 1)
        self._apart: dict[T, frozenset[Apart]] = dict(apart)

    def __contains__(self, thing: T) -> bool:
        """Is it one of the things?"""
        return thing in self._parent

    def root(self, thing: T) -> T:
        """The thing that stands for all that `thing` is joined with."""
        parent = self._parent
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    def may_join(self, one: T, other: T) -> bool:
        """Does no `not-same` stand between the two?"""
        first, second = self._apart.get(self.root(one)), self._apart.get(self.root(other))
        return not first or not second or not any(side.other in second for side in first)

    def join(self, one: T, other: T) -> bool:
        """Make the two one; False where a `not-same` forbids it."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return True
        if not self.may_join(first, second):
            return False
        if self._size[first] < self._size[second]:
            first, second = second, first
        self._parent[second] = first
        self._size[first] += self._size[second]
        sides = self._apart.get(first, frozenset()) | self._apart.get(second, frozenset())
        if sides:
            self._apart[first] = sides
        return True

    def join_all(self, things: Iterable[T]) -> None:
        """Make all of `things` one, as far as nothing forbids it."""
        first: T | None = None
        for thing in things:
            if first is None:
                first = thing
            else:
                self.join(first, thing)

    def groups(self) -> dict[T, list[T]]:
        """Root -> the things joined under it, in the order in which they were given."""
        found: dict[T, list[T]] = defaultdict(list)
        for thing in self._parent:
            found[self.root(thing)].append(thing)
        return dict(found)
