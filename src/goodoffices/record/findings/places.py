"""Places compared: equal, one within the other, or different."""

from __future__ import annotations

import functools

from . import lexicon
from .wording import folded

__all__ = ["lies_in", "place_marks", "places_in", "same_place"]

_LONGEST = 4
"""Words of the longest place that the data file names."""
_MOST_WORDS = 24


@functools.lru_cache(maxsize=1 << 14)
def _known(place: str) -> frozenset[str]:
    """The places of the data file that `place` names, without those that another of them lies in."""
    words = folded(place).split()[:_MOST_WORDS]
    runs = {" ".join(words[at : at + length]) for at in range(len(words)) for length in range(1, _LONGEST + 1)}
    wholes = lexicon.places()
    named = {run for run in runs if run in wholes or run in _wholes()}
    return frozenset(named - {whole for name in named for whole in _around(name) - {name}})


@functools.cache
def _wholes() -> frozenset[str]:
    return frozenset[str]().union(*lexicon.places().values())


@functools.cache
def _around(name: str) -> frozenset[str]:
    """The place and all that it lies in."""
    found, left = {name}, [name]
    while left:
        for whole in lexicon.places().get(left.pop(), frozenset()) - found:
            found.add(whole)
            left.append(whole)
    return frozenset(found)


@functools.lru_cache(maxsize=1 << 14)
def place_marks(place: str) -> frozenset[str]:
    """What a place is found under: two places that can be one share a mark."""
    around = (_around(name) for name in _known(place))
    return frozenset(folded(place).split()[:_MOST_WORDS]).union(*around)


def places_in(text: str) -> list[str]:
    """The places of the data file that `text` names, folded, in their order; a longer name hides those in it."""
    words = folded(text).split()
    found: list[str] = []
    at = 0
    while at < len(words):
        runs = (" ".join(words[at : at + length]) for length in range(_LONGEST, 0, -1))
        name = next((run for run in runs if run in lexicon.places() or run in _wholes()), None)
        found += [name] if name else []
        at += len(name.split()) if name else 1
    return found


def same_place(one: str | None, other: str | None) -> bool | None:
    """Can two places be one?

    Returns:
        True where they are equal or one lies in the other, False where they differ, None where either is unknown.
    """
    if not one or not other:
        return None
    return _compare(*sorted((folded(one), folded(other))))


def lies_in(part: str, whole: str) -> bool:
    """Is a place known to lie in another?"""
    known, around = _known(folded(part)), _known(folded(whole))
    return known != around and _within(known, around)


@functools.lru_cache(maxsize=1 << 14)
def _compare(one: str, other: str) -> bool:
    first, second = frozenset(one.split()), frozenset(other.split())
    if first <= second or second <= first:
        return True
    known, others = _known(one), _known(other)
    return _within(known, others) or _within(others, known)


def _within(parts: frozenset[str], wholes: frozenset[str]) -> bool:
    """Does each of `wholes` lie around one of `parts`?"""
    return bool(parts) and bool(wholes) and all(any(whole in _around(part) for part in parts) for whole in wholes)
