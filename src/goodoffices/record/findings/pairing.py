"""Findings paired for comparison, never all with all, and pairs put together into clashes."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from goodoffices.record.content import Content

from .clash import Clash, voice_of
from .joining import Joiner
from .woven import Woven

__all__ = ["Index", "Pair", "across", "clash_of", "connected", "near", "pairs_of"]

C = TypeVar("C", bound=Content)
Pair: TypeAlias = tuple[Woven[C], Woven[C]]
Index: TypeAlias = dict[Hashable, list[Woven[C]]]

_MOST = 40
"""Findings under one mark that are compared, at most: those that most sources bear out."""


def pairs_of(found: Iterable[Woven[C]]) -> Iterator[Pair[C]]:
    """Each two of `found` once; of very many, of those that most sources bear out."""
    for one, other in itertools.combinations(_best(found), 2):
        yield (one, other) if one.id < other.id else (other, one)


def _best(found: Iterable[Woven[C]]) -> list[Woven[C]]:
    return sorted(found, key=lambda woven: (-woven.finding.sources, woven.id))[:_MOST]


def near(index: Index[C]) -> Iterator[Pair[C]]:
    """Each two findings that share a mark, once."""
    seen: set[tuple[str, str]] = set()
    for mark in sorted(index, key=str):
        for one, other in pairs_of(index[mark]):
            if one.id != other.id and (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def across(
    ones: Iterable[Woven[C]], others: Iterable[Woven[C]], marks: Callable[[Woven[C]], Iterable[Hashable]]
) -> Iterator[Pair[C]]:
    """Each finding of `ones` with each of `others` that shares a mark with it, once."""
    index: Index[C] = defaultdict(list)
    for other in others:
        for mark in set(marks(other)):
            index[mark].append(other)
    for one in sorted(ones, key=lambda woven: woven.id):
        met = {other.id: other for mark in sorted(set(marks(one)), key=str) for other in _best(index.get(mark, []))}
        yield from ((one, met[other]) for other in sorted(met))


def connected(pairs: Sequence[Pair[C]]) -> list[list[Pair[C]]]:
    """The pairs in groups that have no finding in common."""
    joiner = Joiner[str]((woven.id for pair in pairs for woven in pair), {})
    for one, other in pairs:
        joiner.join(one.id, other.id)
    groups: dict[str, list[Pair[C]]] = defaultdict(list)
    for pair in pairs:
        groups[joiner.root(pair[0].id)].append(pair)
    return list(groups.values())


def clash_of(about: str, issue: str | None, pairs: Sequence[Pair[C]], text: Callable[[Woven[C]], str]) -> Clash:
    """One clash of all that `pairs` hold, each finding a side."""
    sides = {woven.id: woven for pair in pairs for woven in pair}
    voices = tuple(voice_of(woven.finding, text(woven)) for woven in sides.values())
    return Clash(about=about, issue=issue, voices=voices, pairs=tuple((one.id, other.id) for one, other in pairs))
