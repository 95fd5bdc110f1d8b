"""The kinds of measure that texts provide for, read from a data file."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources

import msgspec

__all__ = ["Kind", "PartKind", "kinds"]

PART_LABELS = {"who": "by whom", "when": "by when", "trigger": "after what", "verified": "verified by whom"}
"""Parts that are found in other ways than by words of their kind."""


class _Part(msgspec.Struct, frozen=True):
    label: str
    words: tuple[str, ...]


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    label: str
    cues: tuple[str, ...]
    also: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    parts: dict[str, _Part] = {}


class PartKind(msgspec.Struct, frozen=True):
    """One thing to look for in a measure: its label, and the pattern of its words."""

    label: str
    pattern: re.Pattern[str]


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of measure.

    Attributes:
        id: Its id.
        label: For people.
        cues: What makes a clause one of this kind.
        also: What must stand in the same clause, or None.
        names: Short names by which later clauses come back to it, or None.
        parts: What to look for, by id.
        needed: Ids of the parts that a reader will miss, with their labels.
    """

    id: str
    label: str
    cues: re.Pattern[str]
    also: re.Pattern[str] | None
    names: re.Pattern[str] | None
    parts: Mapping[str, PartKind]
    needed: Mapping[str, str]


@functools.cache
def kinds() -> dict[str, Kind]:
    """The kinds by id, in the order in which they are shown."""
    text = resources.files(__package__).joinpath("data/kinds.toml").read_text(encoding="utf-8")
    entries = msgspec.convert(tomllib.loads(text), dict[str, _Entry])
    return {key: _kind(key, entry) for key, entry in entries.items()}


def _kind(key: str, entry: _Entry) -> Kind:
    labels = PART_LABELS | {name: part.label for name, part in entry.parts.items()}
    return Kind(
        id=key,
        label=entry.label,
        cues=_any(entry.cues),
        also=_any(entry.also) if entry.also else None,
        names=_any(entry.names, flags="") if entry.names else None,
        parts={name: PartKind(part.label, _pattern(part.words)) for name, part in entry.parts.items()},
        needed={name: labels[name] for name in entry.needed},
    )


def _any(words: Sequence[str], flags: str = "(?i)") -> re.Pattern[str]:
    return re.compile(rf"{flags}\b(?:{'|'.join(words)})(?!\w)")


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """One pattern of several; the groups called "it" are numbered apart."""
    told = "|".join(each.replace("(?P<it>", f"(?P<it{place}>") for place, each in enumerate(words))
    told = told.replace("[A-Z]", "(?-i:[A-Z])")  # a capital stays one
    return re.compile(f"(?:{told})", re.IGNORECASE)
