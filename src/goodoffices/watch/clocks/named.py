"""What conditions name: events that have happened, and the instances of what arises anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from ..log import Happening, Log, What

__all__ = ["events_in", "families_of", "instances_named"]


def events_in(log: Log, on: dt.datetime) -> Iterator[tuple[str, Happening]]:
    """The events that happened until an instant, with their ids in the log; what is disputed did not.

    Args:
        log: As it is known, and for an audience.
        on: The instant.
    """
    for key, entry in log.entries.items():
        if isinstance(entry, Happening) and entry.what is What.HAPPENED and not entry.disputed and entry.earliest <= on:
            yield key, entry


def families_of(ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The instances of each obligation that arises anew, by its id."""
    found: dict[str, list[str]] = {}
    for own in ids:
        family, anew, _ = own.partition("/")
        if anew:
            found.setdefault(family, []).append(own)
    return {family: tuple(several) for family, several in found.items()}


def instances_named(
    subject: str, ids: Mapping[str, object], families: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """What a condition speaks of: the obligation or power itself, or every instance of what arises anew."""
    return (subject,) if subject in ids else families.get(subject, ())
