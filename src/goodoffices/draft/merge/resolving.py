"""What stands in one slot of the merged text, and what clashes there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from .slots import Slot
from .units import Fields, Unit, settled_text
from .wording import bracketed, differing, in_brackets

__all__ = ["Clash", "ClashKind", "resolve"]

ClashKind: TypeAlias = Literal["wording", "deleted", "order", "number", "attributes", "front"]


class Clash(msgspec.Struct, frozen=True):
    """What several people want differently.

    Attributes:
        provision: Id of the provision, in the text that was edited or in the edit that put it in.
        kind: "wording" and "deleted" (changed by one, taken out by another) stand in a bracket; for "order", "number",
            "attributes" and "front" (front matter) what the first wants stands.
        sides: Each name with what it wants; "" for out.
    """

    provision: str
    kind: ClashKind
    sides: tuple[tuple[str, str], ...]


def resolve(slot: Slot) -> tuple[str, list[Clash]]:
    """Say what stands in a slot.

    Args:
        slot: with what each edit wants there.

    Returns:
        Its source, "" where it was taken out, and what clashes.
    """
    base = slot.base.text if slot.base else None
    wanted = [unit for unit in slot.wanted.values() if not _is_base(unit, base)]
    if not wanted:
        return base or "", []
    first = wanted[0]
    if all(_is_base(unit, first.text if first else None) for unit in wanted):
        return first.text if first else "", []
    return _resolve_clash(slot)


def _is_base(unit: Unit | None, base: str | None) -> bool:
    """Is a unit what stood there, white space aside?"""
    if unit is None or base is None:
        return unit is None and base is None
    return settled_text(unit.text) == settled_text(base)


def _resolve_clash(slot: Slot) -> tuple[str, list[Clash]]:
    """Say what stands where edits differ, by the kind of unit."""
    alive = {name: unit for name, unit in slot.wanted.items() if unit is not None}
    gone = tuple(name for name, unit in slot.wanted.items() if unit is None)
    base = slot.base or next(iter(alive.values()))
    if base.kind == "fence" or (gone and all(_says_the_same(unit, slot.base) for unit in alive.values())):
        return "", []
    changed = {name: unit for name, unit in alive.items() if not _is_base(unit, slot.base.text if slot.base else None)}
    if base.kind == "front":
        sides = tuple((name, unit.text) for name, unit in changed.items())
        return sides[0][1], [Clash(base.id, "front", sides)]
    if base.kind == "note":
        return "\n\n".join(dict.fromkeys(unit.text for unit in changed.values())), []
    return _merge_fields(base.id, slot.base, alive, gone)


def _says_the_same(unit: Unit, base: Unit | None) -> bool:
    """Has a unit the words that stood there, whatever its number and attributes?"""
    return base is not None and all(
        settled_text(one) == settled_text(other)
        for one, other in ((unit.fields.title, base.fields.title), (unit.fields.body, base.fields.body))
    )


def _merge_fields(
    name: str, base: Unit | None, alive: Mapping[str, Unit], gone: tuple[str, ...]
) -> tuple[str, list[Clash]]:
    """Merge a provision or paragraph field by field."""
    clashes: list[Clash] = []
    was = base.fields if base else Fields("", "", "", "", "")
    wants = {each: unit.fields for each, unit in alive.items()}
    has_body = bool(was.body) or any(fields.body for fields in wants.values())
    title = _words(name, was.title, {n: f.title for n, f in wants.items()}, () if has_body else gone, clashes)
    body = _words(name, was.body, {n: f.body for n, f in wants.items()}, gone if has_body else (), clashes)
    lead = _first(name, "number", was.lead, {n: f.lead for n, f in wants.items()}, clashes)
    attributes = _first(name, "attributes", was.attributes, {n: f.attributes for n, f in wants.items()}, clashes)
    between = next((f.between for f in (was, *wants.values()) if f.between), "\n\n") if title and body else ""
    if title:
        return f"{lead}{title}{_behind(attributes)}{between}{body}", clashes
    return f"{lead}{body}{_behind(attributes)}", clashes


def _behind(attributes: str) -> str:
    """Write attributes behind words."""
    return f" {attributes}" if attributes else ""


def _words(name: str, base: str, wanted: Mapping[str, str], gone: tuple[str, ...], clashes: list[Clash]) -> str:
    """Merge a wording; what clashes goes into a bracket."""
    found = differing(base, wanted)
    if gone:
        found = found or {base: tuple(wanted)}
        found[""] = (*found.get("", ()), *gone)
    if not found:
        return base
    if len(found) == 1:
        return next(iter(found))
    kind: ClashKind = "deleted" if gone else "wording"
    clashes.append(Clash(name, kind, tuple((who, text) for text, names in found.items() for who in names)))
    return in_brackets(found) if gone else bracketed(found)


def _first(name: str, kind: ClashKind, base: str, wanted: Mapping[str, str], clashes: list[Clash]) -> str:
    """Merge what cannot stand in a bracket: the first change stands, and the others are told."""
    found = differing(base, wanted)
    if len(found) > 1:
        clashes.append(Clash(name, kind, tuple((who, text) for text, names in found.items() for who in names)))
    return next(iter(found), base)
