"""Persons whom every reader knows: for whom they speak, where a report does not say it."""

from __future__ import annotations

import functools
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from importlib import resources
from typing import TYPE_CHECKING, Any

from goodoffices.record import fold

from .gazetteer import Entity, entities

__all__ = ["is_bygone", "known_persons", "known_side"]

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PAIR = 2
_THREE = 3


def known_side(name: str, *, titled: bool, named: AbstractSet[str] = frozenset()) -> Entity | None:
    """For whom a well-known person speaks.

    Args:
        name: The name as the report has it.
        titled: Does the report give the person an office? A surname alone needs one.
        named: Names of the entities that the report names; they decide where someone has spoken for several.

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
    if len(sides) > 1 and not any(entities()[side].kind == "group" or entities()[side].home for side in sides):
        sides &= named
    return entities().get(next(iter(sides))) if len(sides) == 1 else None


def known_persons(doc: Doc) -> Iterator[tuple[int, int]]:
    """Find the full names of well-known persons in a parsed block, whatever the parser took them for."""
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    for token in doc:
        for name in _by_first_word().get(token.text, ()):
            end = ends.get(token.idx + len(name))
            if end is not None and doc[token.i : end].text == name:
                yield token.i, end


@functools.cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """First word -> the full names that begin with it, as they are written."""
    found: dict[str, list[str]] = defaultdict(list)
    for names in _data()["side"].values():
        for name in names:
            if " " in name:
                found[name.split()[0].split("-")[0]].append(name)
    return {word: tuple(sorted(set(names), key=len, reverse=True)) for word, names in found.items()}


def is_bygone(name: str) -> bool:
    """Is it someone whose offices are over, and who mediates and advises since, for whoever asks?"""
    return fold(name) in _bygone()


@functools.cache
def _bygone() -> frozenset[str]:
    return frozenset(fold(name) for name in _data()["bygone"]["names"])


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("data/holders.toml").read_text(encoding="utf-8"))


@functools.cache
def _holders() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Folded full name -> sides, and folded surname -> sides."""
    full: dict[str, set[str]] = defaultdict(set)
    surnames: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = {}
    for side, names in _data()["side"].items():
        for name in names:
            full[fold(name)].add(side)
            if len(name.split()) == _THREE and " de " not in name:
                short.setdefault(fold(name.split(maxsplit=1)[1]), set()).add(side)  # "Tayyip Erdoğan"
            surnames[fold(name).split()[0 if "-" in name.split()[-1] else -1]].add(side)  # "Roh Moo-hyun"
    full = {**short, **full}
    return _frozen(full), _frozen(surnames)


def _frozen(sides: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(found) for name, found in sides.items()}
