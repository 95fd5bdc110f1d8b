"""Two people's edits of one version joined: what clashes becomes a bracket with their names, and nothing is lost."""

from __future__ import annotations

import msgspec

from goodoffices.draft.errors import DraftError
from goodoffices.draft.merge import merge
from goodoffices.draft.text import parse_text
from goodoffices.record.errors import InputError

__all__ = ["Clashing", "Joined", "joined"]


class Clashing(msgspec.Struct, frozen=True, kw_only=True):
    """What people want differently: where, of what kind, and each name with its words."""

    provision: str
    kind: str
    sides: tuple[tuple[str, str], ...]


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """A merged text, what clashes in it, and what is wrong with its brackets."""

    source: str
    clashes: tuple[Clashing, ...]
    faults: tuple[str, ...]


def joined(base: str, edits: tuple[tuple[str, str], ...]) -> Joined:
    """Join edits of one text.

    Args:
        base: What all of them edited.
        edits: Each one's name and text.

    Raises:
        InputError: If a text cannot be read.
    """
    try:
        read = {name: parse_text(source, name=name, tolerant=True) for name, source in _apart(edits)}
        found = merge(parse_text(base, tolerant=True), read)
    except DraftError as error:
        msg = f"the texts cannot be joined: {error}"
        raise InputError(msg) from None
    return Joined(
        source=found.document.source,
        clashes=tuple(Clashing(provision=e.provision, kind=e.kind, sides=e.sides) for e in found.clashes),
        faults=tuple(f"line {each.line}: {each.message}" for each in found.document.faults),
    )


def _apart(edits: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Names are told apart: of two edits by one person the second is called so."""
    seen: dict[str, int] = {}
    told = []
    for name, source in edits:
        seen[name] = seen.get(name, 0) + 1
        told.append((name if seen[name] == 1 else f"{name} ({seen[name]})", source))
    return tuple(told)
