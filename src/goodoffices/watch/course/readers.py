"""Who must look again when something changes: an instant costs what moves in it, not the whole agreement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..agreement import Obligation, Power, conditions_of
from ..conditions import Condition, Is, Was, atoms
from .steps import Steps
from .truth import outside

__all__ = ["Readers", "family_of"]


def family_of(subject: str) -> str:
    """The obligation of the agreement that something is an instance of; itself, where it is none."""
    return subject.split("/", 1)[0]


class Readers:
    """Obligations and powers by what they look at.

    Args:
        obligations: With instances in place of what arises anew.
        powers: All powers.
    """

    def __init__(self, obligations: Sequence[Obligation], powers: Sequence[Power]) -> None:
        self.families: dict[str, list[str]] = defaultdict(list)
        self._by_subject: dict[str, set[str]] = defaultdict(set)
        self._by_atom: dict[Condition, set[str]] = defaultdict(set)
        for obligation in obligations:
            self.families[family_of(obligation.id)].append(obligation.id)
        things: Sequence[Obligation | Power] = (*obligations, *powers)
        for thing in things:
            for _, condition in conditions_of(thing):
                self._note(thing.id, condition)
        for power in powers:
            effect = power.effect
            for target in (*effect.suspends, *effect.reinstates, *effect.discharges):
                self._by_subject[power.id].update(self.families.get(target, ()))

    def of(self, subject: str) -> Iterable[str]:
        """Those who look at the state of an obligation or power, itself among them."""
        yield subject
        yield from self._by_subject.get(subject, ())
        family = family_of(subject)
        if family != subject:
            yield from self._by_subject.get(family, ())

    def instants(self, steps: Mapping[Condition, Steps]) -> Iterable[tuple[int, set[str]]]:
        """Each instant at which something that depends on no state changes, with those who look at it."""
        for atom, owners in self._by_atom.items():
            for at in steps[atom].at:
                yield at, owners

    def _note(self, owner: str, condition: Condition) -> None:
        for atom in outside(condition):
            self._by_atom[atom].add(owner)
        for atom in atoms(condition):
            if isinstance(atom, Is | Was):
                self._by_subject[atom.subject].add(owner)
