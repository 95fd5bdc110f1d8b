"""The merged text while it is made: a list of slots, each with what every edit wants there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from goodoffices.draft.lineage.order import kept_in_order

from .matching import match_units
from .units import Unit, settled_text

__all__ = ["Slot", "lay_out"]


class Slot(msgspec.Struct, eq=False):
    """A place in the merged text.

    Attributes:
        base: What stood there, or None for what an edit puts in.
        wanted: What each edit has there, by name; None where it took it out. An edit is missing where it was not asked:
            what another puts in.
        moved_by: The edit that moved it, or "".
    """

    base: Unit | None
    wanted: dict[str, Unit | None] = msgspec.field(default_factory=dict)
    moved_by: str = ""


def lay_out(base: Sequence[Unit], edits: Mapping[str, Sequence[Unit]]) -> tuple[list[Slot], list[Slot]]:
    """Set out what every edit wants, in one order.

    Args:
        base: the units of the text that was edited.
        edits: those of each edit, by its author.

    Returns:
        The slots in the merged order, and those that two edits moved to different places (the first one's place
        stands).
    """
    own = [Slot(unit) for unit in base]
    order, clashes = list(own), list[Slot]()
    for name, units in edits.items():
        _lay_one(own, order, clashes, name, units)
    return order, clashes


def _lay_one(own: Sequence[Slot], order: list[Slot], clashes: list[Slot], name: str, units: Sequence[Unit]) -> None:
    """Set one edit into the order: what it moved or put in goes behind what stands before it there."""
    bases = [slot.base for slot in own if slot.base is not None]
    matched = match_units(bases, units)
    pairs = [(matched[place], place) for place in sorted(matched)]
    kept = kept_in_order(pairs, [1.0 + len(units[place].words) / 1e6 for _, place in pairs])
    in_place = {pairs[number][1] for number in kept}
    before: Slot | None = None
    for place, unit in enumerate(units):
        slot = own[matched[place]] if place in matched else _put_in(order, before, unit, name)
        slot.wanted[name] = unit
        if place in matched and place not in in_place:
            _move(order, slot, before, name, clashes)
        before = slot
    still_there = set(matched.values())
    for number, slot in enumerate(own):
        if number not in still_there:
            slot.wanted[name] = None


def _put_in(order: list[Slot], before: Slot | None, unit: Unit, name: str) -> Slot:
    """Find the slot of a new unit: that of another edit which puts in the same, or one behind what stands before it."""
    for slot in order:
        if (
            slot.base is None
            and name not in slot.wanted
            and any(_is_same(unit, other) for other in slot.wanted.values())
        ):
            return slot
    slot = Slot(None)
    order.insert(_behind(order, before, unit), slot)
    return slot


def _is_same(unit: Unit, other: Unit | None) -> bool:
    """Are two new units one: the same written id, or the same words?"""
    if other is None or unit.kind != other.kind or unit.kind == "fence":
        return False
    if unit.named and other.named:
        return unit.id == other.id
    return settled_text(unit.words) == settled_text(other.words)


def _behind(order: Sequence[Slot], before: Slot | None, unit: Unit | None) -> int:
    """Find the place behind a slot, behind what other edits have put in there, and behind what stands under it."""
    place = 0 if before is None else next(number for number, slot in enumerate(order) if slot is before) + 1
    while before is not None and before.base is not None and place < len(order) and order[place].base is None:
        place += 1
    while unit is not None and unit.level and place < len(order) and _level(order[place]) > unit.level:
        place += 1
    return place


def _level(slot: Slot) -> int:
    """Give the depth of what stands in a slot; 0 where it is no provision."""
    unit = slot.base or next(iter(slot.wanted.values()))
    return unit.level if unit else 0


def _move(order: list[Slot], slot: Slot, before: Slot | None, name: str, clashes: list[Slot]) -> None:
    """Move a slot, unless another edit moved it already."""
    if slot.moved_by:
        at = next(number for number, each in enumerate(order) if each is slot)
        if (order[at - 1] if at else None) is not before:
            clashes.append(slot)
        return
    order[:] = [each for each in order if each is not slot]
    order.insert(_behind(order, before, slot.wanted[name]), slot)
    slot.moved_by = name
