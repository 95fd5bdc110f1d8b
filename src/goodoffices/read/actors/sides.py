"""Sides: for whom a person speaks, from the offices, the delegations and the persons they are tied to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

__all__ = ["Ties"]

_ROUNDS = 4


class Ties:
    """Votes of a text for the side of each person, and ties between persons of one side."""

    def __init__(self) -> None:
        """Start with no votes."""
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._tied: set[tuple[str, str]] = set()

    def vote(self, person: str, side: str, weight: int = 2) -> None:
        """The text gives `person` an office of `side`, or a seat in its delegation."""
        self._votes[person][side] += weight

    def tie(self, one: str, other: str) -> None:
        """The text makes one the other's envoy, adviser or minister."""
        if one != other:
            self._tied.add((one, other))

    def spoken_for(self, person: str) -> bool:
        """Does anything say for whom `person` speaks?"""
        return bool(self._votes.get(person)) or any(person in pair for pair in self._tied)

    def patrons(self, persons: Iterable[str]) -> dict[str, str]:
        """For each person tied to others, the one whose envoy, adviser or minister it is."""
        persons = set(persons)
        return {one: min(o for p, o in self._tied if p == one) for one, _ in sorted(self._tied) if one in persons}

    def sides(self, persons: Iterable[str]) -> dict[str, str]:
        """The side of each person that has one: by most votes, then along the ties."""
        persons = sorted(set(persons))
        found = {p: _winner(self._votes[p]) for p in persons if self._votes.get(p)}
        for _ in range(_ROUNDS):
            lent: dict[str, Counter[str]] = defaultdict(Counter)
            for one, other in self._tied:
                for to, source in ((one, other), (other, one)):
                    if to not in found and source in found:
                        lent[to][found[source]] += 1
            if not lent:
                break
            found |= {p: _winner(votes) for p, votes in lent.items() if p in set(persons)}
        return found


def _winner(votes: Counter[str]) -> str:
    """The side with the most votes; of equals the first by name, so that the order of a text's words decides nothing."""
    return min(votes, key=lambda side: (-votes[side], side))
