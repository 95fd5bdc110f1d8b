"""States, organisations and groups joined over reports, by their names and by names that one of them alone bears."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence

from . import lexicon
from .joining import Joiner
from .names import body_key
from .units import Key, Unit
from .wording import matter, shared

__all__ = ["join_bodies"]

_SHORTEST_ALIAS = 2
_MUCH = 0.5
_BODIES = frozenset({"organisation", "group"})


def join_bodies(bodies: Sequence[Unit], joiner: Joiner[Key]) -> None:
    """Join the units that are one state or body.

    Equal names join where the sides do not differ. A name that another bears as an alias joins the two where nobody
    else bears it, and where no report has both. Names that many are called by ("the government") join nobody.

    Args:
        bodies: The units of any kind but person, in one order whatever the order of the reports.
        joiner: What is joined already; joined further here.
    """
    named: dict[str, list[Unit]] = defaultdict(list)
    aliased: dict[str, list[Unit]] = defaultdict(list)
    for unit in bodies:
        named[body_key(unit.name)].append(unit)
        for alias in sorted({body_key(alias) for alias in unit.aliases} - {body_key(unit.name)}):
            aliased[alias].append(unit)
    for key, units in sorted(named.items()):
        _join_named(units, joiner, generic=_generic(key))
    _join_aliased(named, aliased, joiner)
    _join_shortened(bodies, joiner)


@functools.cache
def _passing() -> frozenset[str]:
    return frozenset(body_key(name) for name in lexicon.names().generic)


def _generic(key: str) -> bool:
    """Is it a name that many are called by?"""
    return len(key) < _SHORTEST_ALIAS or key in _passing()


def _join_named(units: Sequence[Unit], joiner: Joiner[Key], *, generic: bool) -> None:
    """Join units of one name: all where at most one side is known, else those of each side."""
    sides = sorted({unit.side for unit in units if unit.side})
    if not generic and len(sides) < 2:  # noqa: PLR2004  no two sides that differ
        joiner.join_all(unit.key for unit in units)
        return
    for side in sides if generic else ["", *sides]:
        joiner.join_all(unit.key for unit in units if unit.side == side)
    for local in sorted({unit.key[1] for unit in units}) if generic else ():
        joiner.join_all(unit.key for unit in units if unit.key[1] == local and not unit.side)


def _join_aliased(named: dict[str, list[Unit]], aliased: dict[str, list[Unit]], joiner: Joiner[Key]) -> None:
    reports: dict[Key, set[str]] = defaultdict(set)
    for units in named.values():
        for unit in units:
            reports[joiner.root(unit.key)].add(unit.key[0])
    for key in sorted(aliased):
        if _generic(key):
            continue
        bearers = {joiner.root(unit.key): unit for unit in reversed(aliased[key])}
        owners = {joiner.root(unit.key): unit for unit in reversed(named.get(key, []))}
        pair = sorted({**bearers, **owners}.items())
        if len(pair) != 2 or reports[pair[0][0]] & reports[pair[1][0]]:  # noqa: PLR2004  two, and no report tells them apart
            continue
        if owners or _one_name(pair[0][1], pair[1][1]):
            together = reports[pair[0][0]] | reports[pair[1][0]]
            if joiner.join(pair[0][0], pair[1][0]):
                reports[joiner.root(pair[0][0])] = together


def _join_shortened(bodies: Sequence[Unit], joiner: Joiner[Key]) -> None:
    """Join a body that one report has by a part of its name ("the monitoring mission") to the only one that bears it.

    The part has no name of its own in it that the whole lacks, it stands in the whole in its order with the whole's
    own kind of word ("mission"), and no report that has the part has the whole beside it.
    """
    reports: dict[Key, set[str]] = defaultdict(set)
    wholes: dict[str, dict[Key, Unit]] = defaultdict(dict)
    for unit in bodies:
        root = joiner.root(unit.key)
        reports[root].add(unit.key[0])
        if unit.kind in _BODIES:
            for word in set(body_key(unit.name).split()):
                wholes[word][root] = unit
    for unit in bodies:
        words = body_key(unit.name).split()
        if unit.kind not in _BODIES or not words or _generic(" ".join(words)):
            continue
        root = joiner.root(unit.key)
        longer = {
            key: other
            for key, other in wholes[words[-1]].items()
            if joiner.root(key) != root and _is_part(words, body_key(other.name).split())
        }
        if len(longer) == 1 and not reports[root] & reports[next(iter(longer))]:
            joiner.join(root, next(iter(longer)))


def _is_part(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Is a name a part of a longer one, its words in their order ("African mission", "African Mission in Burundi")?"""
    left = iter(whole)
    distinct = len(part) > 1 or part[0] == whole[0]  # "the Coordination", but hardly "the commission"
    return distinct and len(part) < len(whole) and all(word in left for word in part)


def _one_name(one: Unit, other: Unit) -> bool:
    """Do two bodies with an alias in common share much of their names too (two bodies can be an "SDF")?"""
    return shared(matter(one.name), matter(other.name)) >= _MUCH
