"""Actors joined over reports, each with one id, its fullest name, its kind and its side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from goodoffices.record.content import ActorContent, fold
from goodoffices.record.ids import content_id
from goodoffices.record.statement import Statement

from . import lexicon
from .arms import is_army, join_armies
from .bodies import join_bodies
from .cast import Cast
from .choice import most
from .governments import join_governments
from .in_power import join_bodies_in_power, spoken_for
from .joining import Joiner
from .names import person_name
from .people import join_people
from .shelf import Shelf
from .units import Key, Unit, make_units
from .verdicts import Rulings

__all__ = ["join_actors"]


def join_actors(
    statements: Sequence[Statement], rejected: Iterable[Statement], shelf: Shelf, rulings: Rulings
) -> tuple[Cast, dict[str, tuple[str, ...]]]:
    """Join the actors of all reports.

    Args:
        statements: All statements that no analyst rejected.
        rejected: Those that one did.
        shelf: The reports.
        rulings: What analysts said.

    Returns:
        Who is who, and joined id -> ids of the statements that it is joined from.
    """
    units = make_units(statements, shelf, rulings)
    groups = _groups(units, {s.id: len(s.evidence) for s in statements}, rulings)
    ids = _ids(groups)
    gone = frozenset((s.report, s.content.actor) for s in rejected if isinstance(s.content, ActorContent)) - ids.keys()
    cast = Cast(ids, (), gone)
    cast = Cast(ids, [_actor(group, cast) for group in groups], gone)
    return cast, {ids[group[0].key]: tuple(s for unit in group for s in unit.statements) for group in groups}


def _groups(units: Sequence[Unit], named_in: Mapping[str, int], rulings: Rulings) -> list[list[Unit]]:
    """Join: what analysts say first, then bodies, then those that speak for bodies, then persons."""
    apart = {
        u.key: sides for u in units if (sides := frozenset().union(*(rulings.apart.get(s, ()) for s in u.statements)))
    }
    joiner = Joiner((unit.key for unit in units), apart)
    unit_of = {statement: unit.key for unit in units for statement in unit.statements}
    for same in rulings.same:
        joiner.join_all(unit_of[statement] for statement in same if statement in unit_of)
    join_bodies([unit for unit in units if unit.kind != "person" and not unit.of], joiner)
    join_governments([unit for unit in units if unit.kind != "person"], joiner)
    join_bodies(_sided((unit for unit in units if unit.kind != "person"), joiner), joiner)
    join_bodies_in_power([unit for unit in units if unit.kind != "person"], joiner)
    join_armies([unit for unit in units if unit.kind != "person"], named_in, joiner)
    join_people(_sided((unit for unit in units if unit.kind == "person"), joiner), joiner)
    by_key = {unit.key: unit for unit in units}
    return [[by_key[key] for key in keys] for keys in joiner.groups().values()]


def _sided(units: Iterable[Unit], joiner: Joiner[Key]) -> list[Unit]:
    """Name the side of each unit by what its report's id for it is joined with so far (any report's, where clear)."""
    anywhere: dict[str, set[Key]] = defaultdict(set)
    for root, keys in joiner.groups().items():
        for _, local in keys:
            anywhere[local].add(root)
    return [msgspec.structs.replace(unit, side=_side(unit, joiner, anywhere)) for unit in units]


def _side(unit: Unit, joiner: Joiner[Key], anywhere: Mapping[str, set[Key]]) -> str:
    if unit.of is None:
        return ""
    roots = {joiner.root((unit.key[0], unit.of))} if (unit.key[0], unit.of) in joiner else anywhere.get(unit.of, set())
    return "/".join(next(iter(roots))) if len(roots) == 1 else unit.of


def _ids(groups: Iterable[Sequence[Unit]]) -> dict[Key, str]:
    """Give each group the id that a report has for it under its chosen name; two never share one."""
    ids: dict[Key, str] = {}
    taken: set[str] = set()
    for group in groups:
        name = _name(group)
        wanted = min(unit.key[1] for unit in group if unit.name == name)
        if wanted in taken:
            wanted = content_id("a", wanted, group[0].statements[0])
        taken.add(wanted)
        ids.update((unit.key, wanted) for unit in group)
    return ids


def _name(group: Sequence[Unit]) -> str:
    """Choose the fullest of a person's names, the most frequent of a body's that is nobody's mere alias."""
    group = spoken_for(group)
    counted = Counter(unit.name for unit in group)
    if most(unit.kind for unit in group) == "person":
        return min(counted, key=lambda name: (-_fullness(name), -counted[name], len(name), name))
    mere = {alias for unit in group for alias in unit.aliases}
    return min(counted, key=lambda name: (name in mere, _passing(name), -counted[name], -len(name), name))


def _fullness(name: str) -> int:
    """Number of the parts of a person's name."""
    return len(person_name(name).given)


def _passing(name: str) -> bool:
    return fold(name) in lexicon.names().generic or is_army(name)


def _actor(group: Sequence[Unit], cast: Cast) -> ActorContent:
    actor, name = cast.joined(*group[0].key), _name(group)
    forms = {form for unit in group for form in (unit.name, *unit.aliases)} - {name}
    side = _joined_side(group, cast)
    named = spoken_for(group)
    kind = most([unit.kind for unit in named if not _passing(unit.name)] or [unit.kind for unit in named])
    aliases = tuple(sorted(forms, key=lambda form: (fold(form), form)))
    return ActorContent(actor=actor or "", name=name, kind=kind, aliases=aliases, side=None if side == actor else side)


def _joined_side(group: Sequence[Unit], cast: Cast) -> str | None:
    """The side that most reports give, those first that say it themselves; of equally many, the latest report's."""
    votes: Counter[str] = Counter()
    latest: dict[str, int] = {}
    said = [unit for unit in group if unit.of is not None and not unit.assumed]
    for unit in said or group:
        if (side := cast.joined(unit.key[0], unit.of)) is not None:
            votes[side] += 1
            latest[side] = max(latest.get(side, 0), unit.place)
    return min(votes, key=lambda side: (-votes[side], -latest[side], side), default=None)
