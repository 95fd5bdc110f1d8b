"""Persons whom every reader knows: for whom they speak, where a report does not say it."""

from __future__ import annotations

import functools
import tomllib
from collections import defaultdict
from importlib import resources

from goodoffices.record import fold

from .gazetteer import Entity, entities

__all__ = ["known_side"]

_PAIR = 2


def known_side(name: str, *, titled: bool) -> Entity | None:
    """For whom a well-known person speaks.

    Args:
        name: The name as the report has it.
        titled: Does the report give the person an office? A surname alone needs one.

    Returns:
        The state or body, None where nobody or more than one side is known by that name.
    """
    full, surnames = _holders()
    words = fold(name).split()
    sides = full.get(fold(name), frozenset())
    if not sides and len(words) > _PAIR:  # a middle name more than others give
        sides = full.get(f"{words[0]} {words[-1]}", frozenset())
    if not sides and titled and len(name.split()) == 1:
        sides = surnames.get(fold(name), frozenset())
    return entities().get(next(iter(sides))) if len(sides) == 1 else None


@functools.cache
def _holders() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Folded full name -> sides, and folded surname -> sides."""
    text = resources.files(__package__).joinpath("data/holders.toml").read_text(encoding="utf-8")
    full: dict[str, set[str]] = defaultdict(set)
    surnames: dict[str, set[str]] = defaultdict(set)
    for side, names in tomllib.loads(text)["side"].items():
        for name in names:
            full[fold(name)].add(side)
            surnames[fold(name).split()[-1]].add(side)
    return _frozen(full), _frozen(surnames)


def _frozen(sides: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(found) for name, found in sides.items()}
