"""Persons joined over reports: by their full names first, then short forms to the one person that they can mean."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence

from .joining import Joiner
from .names import PersonName, consonants, covers, given_initial, person_name, same_person
from .units import Key, Unit

__all__ = ["join_people"]

_WIDEST = 400
"""Distinct names in one block of near spellings that are compared pair by pair; more are joined where equal only."""


def join_people(people: Sequence[Unit], joiner: Joiner[Key]) -> None:
    """Join the units that are one person.

    Full names that are spellings of one join. A shorter form (a bare surname, an initial, a middle name left out) joins
    only where one person of a compatible side fits; where two fit, or none, it stays apart.

    Args:
        people: The units of kind person, in one order whatever the order of the reports.
        joiner: What is joined already; joined further here.
    """
    forms: dict[PersonName, list[Unit]] = defaultdict(list)
    for unit in people:
        forms[person_name(unit.name)].append(unit)
    full = {name: units for name, units in forms.items() if not name.bare}
    for units in full.values():
        joiner.join_all(unit.key for unit in units)
    _join_spellings(full, joiner)
    _join_short(forms, joiner)


def _join_spellings(forms: dict[PersonName, list[Unit]], joiner: Joiner[Key]) -> None:
    blocks: dict[tuple[str, str], list[PersonName]] = defaultdict(list)
    for name in sorted(forms):
        blocks[consonants(name.family), given_initial(name.given[0])].append(name)
    for block in blocks.values():
        if len(block) > _WIDEST:
            continue
        for one, other in itertools.combinations(block, 2):
            if same_person(one, other) and _sides_meet(forms[one], forms[other]):
                joiner.join(forms[one][0].key, forms[other][0].key)


def _sides_meet(one: Iterable[Unit], other: Iterable[Unit]) -> bool:
    first, second = {u.side for u in one if u.side}, {u.side for u in other if u.side}
    return not first or not second or bool(first & second)


def _join_short(forms: dict[PersonName, list[Unit]], joiner: Joiner[Key]) -> None:
    """Join shorter forms, the longest first, so that "J. R. Smith" is settled before "Smith"."""
    block_of: dict[str, list[PersonName]] = defaultdict(list)
    for name in forms:
        block_of[consonants(name.family)].append(name)
        for part in name.given[1:]:
            block_of[consonants(part)].append(name)
    for short in sorted(forms, key=lambda name: (-len(name.given), -len("".join(name.given)), name)):
        block = block_of[consonants(short.family)]
        if len(block) > _WIDEST and not short.bare:
            continue
        longer = [name for name in block if _length(name) > _length(short) and covers(name, short)]
        for side, units in sorted(_by_side(forms[short]).items()):
            fitting = _fitting((unit for name in longer for unit in forms[name]), side, joiner)
            joiner.join_all(unit.key for unit in units)
            if len(fitting) == 1:
                joiner.join(units[0].key, fitting.pop())
        if short.bare:
            _join_unsided(forms[short], joiner)


def _fitting(units: Iterable[Unit], side: str, joiner: Joiner[Key]) -> set[Key]:
    """The roots among `units` whose side is `side`, or may be."""
    sides: dict[Key, set[str]] = defaultdict(set)
    for unit in units:
        sides[joiner.root(unit.key)].add(unit.side)
    return {root for root, known in sides.items() if not side or side in known or known == {""}}


def _length(name: PersonName) -> tuple[int, int]:
    return len(name.given), len("".join(name.given))


def _by_side(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        found[unit.side].append(unit)
    return found


def _join_unsided(units: Sequence[Unit], joiner: Joiner[Key]) -> None:
    """A bare surname whose side no report gives is the one of that surname whose side is known, where there is one."""
    roots = {joiner.root(unit.key) for unit in units}
    sided = {joiner.root(unit.key) for unit in units if unit.side}
    if len(roots) > 1 and len(sided) == 1:
        joiner.join_all(sorted(unit.key for unit in units))
