"""Findings paired for comparison, never all with all, and pairs put together into clashes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from goodoffices.record.content import Content

from .clash import Clash, Voice
from .joining import Joiner
from .woven import Woven

__all__ = ["Index", "Pair", "clash_of", "connected", "near", "pairs_of"]

C = TypeVar("C", bound=Content)
Pair: TypeAlias = tuple[Woven[C], Woven[C]]
Index: TypeAlias = dict[Hashable, list[Woven[C]]]

_MOST = 40
"""Findings under one mark that are compared, at most: those that most sources bear out."""


def pairs_of(found: Iterable[Woven[C]]) -> Iterator[Pair[C]]:
    """Each two of `found` once; of very many, of those that most sources bear out."""
    best = sorted(found, key=lambda woven: (-woven.finding.sources, woven.id))[:_MOST]
    for place, one in enumerate(best):
        for other in best[place + 1 :]:
            yield (one, other) if one.id < other.id else (other, one)


def near(index: Index[C]) -> Iterator[Pair[C]]:
    """Each two findings that share a mark, once."""
    seen: set[tuple[str, str]] = set()
    for mark in sorted(index, key=str):
        for one, other in pairs_of(index[mark]):
            if one.id != other.id and (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


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
    voices = tuple(Voice(finding=woven.finding, text=text(woven)) for woven in sides.values())
    return Clash(about=about, issue=issue, voices=voices, pairs=tuple((one.id, other.id) for one, other in pairs))
