"""A finding as a list shows it: thousands of sentences may bear it out, and a list shows the first of them."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from goodoffices.brief.model.entry import Cut, Entry, Passage

__all__ = ["glimpse", "with_glimpses"]

T = TypeVar("T")
_CITED = 12
_WORDED = 8
_PLACES = 6


def glimpse(entry: Entry) -> Entry:
    """Leave out what no list shows; a finding that is short anyway stays as it is.

    Args:
        entry: A whole finding.

    Returns:
        The same without statements, and with the first of its evidence and its reports; `Entry.cut` says how much
        there is.
    """
    if len(entry.evidence) <= _CITED and len(entry.statements) <= _CITED:
        return entry
    heard = [Passage(each.quote, each.places[:_PLACES], each.count) for each in entry.passages]
    return msgspec.structs.replace(
        entry,
        evidence=entry.evidence[:_CITED],
        reports=entry.reports[:_CITED],
        statements=(),
        cut=Cut(tuple(heard[:_WORDED]), len(entry.evidence), len(heard)),
    )


def with_glimpses(thing: T) -> T:
    """Put a glimpse in the place of every finding that something holds."""
    if isinstance(thing, Entry):
        return glimpse(thing)  # type: ignore[return-value]  # an entry of the same kind
    if isinstance(thing, tuple):
        return tuple(with_glimpses(each) for each in thing)  # type: ignore[return-value]  # a tuple of the same
    if isinstance(thing, msgspec.Struct):
        held = {name: getattr(thing, name) for name in thing.__struct_fields__}
        cut = {name: with_glimpses(each) for name, each in held.items()}
        changed = {name: each for name, each in cut.items() if each is not held[name] and each != held[name]}
        return msgspec.structs.replace(thing, **changed) if changed else thing
    return thing
