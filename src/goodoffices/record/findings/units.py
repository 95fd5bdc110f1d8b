"""Units of joining: one actor as one report has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec

from goodoffices.record.content import ActorContent, ActorKind
from goodoffices.record.statement import ASSUMED, Statement

from .choice import most
from .shelf import Shelf
from .verdicts import Rulings

__all__ = ["Key", "Unit", "make_units"]

Key: TypeAlias = tuple[str, str]
"""(id of the report, id of the actor in it)."""


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """One actor as one report has it.

    Attributes:
        key: (report, id of the actor in it).
        place: Place of the report in the order of reports.
        day: Day of the report, or None.
        name: What the report calls it most fully.
        aliases: Other forms of the name.
        kind: State, organisation, group or person.
        side: Name of the joined actor that it speaks for, as far as it is known yet; empty for none.
        of: Id, in the report, of the actor that it speaks for, or None.
        statements: Ids of the statements that say so.
        assumed: Is the side one that the report leaves to be understood?
    """

    key: Key
    place: int
    day: dt.date | None
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    of: str | None
    statements: tuple[str, ...]
    side: str = ""
    assumed: bool = False


def make_units(statements: Iterable[Statement], shelf: Shelf, rulings: Rulings) -> list[Unit]:
    """Gather the actors of each report, corrected where an analyst corrected them, in one order.

    Args:
        statements: Statements of kind actor that no analyst rejected.
        shelf: The reports.
        rulings: What analysts said.
    """
    found: dict[Key, list[tuple[str, ActorContent]]] = {}
    assumed: set[Key] = set()
    for statement in statements:
        content = rulings.correction(statement.id) or statement.content
        if isinstance(content, ActorContent):
            # the other statements of the report still name a corrected actor by the id that it had
            local = statement.content.actor if isinstance(statement.content, ActorContent) else content.actor
            found.setdefault((statement.report, local), []).append((statement.id, content))
            assumed |= (
                {(statement.report, local)} if ASSUMED in statement.basis and content is statement.content else set()
            )
    units = [_unit(key, sorted(said, key=lambda pair: pair[0]), shelf) for key, said in found.items()]
    units = [msgspec.structs.replace(unit, assumed=unit.key in assumed) for unit in units]
    return sorted(units, key=lambda unit: (unit.place, unit.key))


def _unit(key: Key, said: Sequence[tuple[str, ActorContent]], shelf: Shelf) -> Unit:
    contents = [content for _, content in said]
    name = most(content.name for content in contents)
    aliases = {form for content in contents for form in (content.name, *content.aliases)} - {name}
    sides = [content.side for content in contents if content.side and content.side != key[1]]
    return Unit(
        key=key,
        place=shelf.place(key[0]),
        day=shelf.day(key[0]),
        name=name,
        aliases=tuple(sorted(aliases)),
        kind=most(content.kind for content in contents),
        of=most(sides) if sides else None,
        statements=tuple(statement for statement, _ in said),
    )
