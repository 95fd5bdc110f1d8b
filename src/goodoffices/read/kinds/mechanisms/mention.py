"""A mention: one place of a report that names an arrangement, and what it says of it."""

from __future__ import annotations

import msgspec

from goodoffices.record import Evidence, MechanismKind, MechanismState

__all__ = ["Mention"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One place of the text that names an arrangement, and what it says of it."""

    name: str
    noun: str
    kind: MechanismKind | None
    words: frozenset[str]
    evidence: Evidence
    state: MechanismState
    led_by: tuple[str, ...] = ()
    trigger: str | None = None
    said_by: str | None = None
    asked: bool = False
    """Whether only one who asks, or a heading, names it; what is then said may still go back to it."""
