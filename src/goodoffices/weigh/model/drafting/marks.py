"""The marks that a draft leaves: on what it wrote, and of the statements that it has seen.

A mark is a short hash of what was written. Where a person changes the number, the mark no longer fits, and the number
is that person's from then on.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from goodoffices.record import content_id

from ..constraints import Constraint
from ..model import NoDeal, Option
from ..numbers import Number, Source

__all__ = ["fits", "marked", "seen", "source_of_all"]

LENGTH = 6
Sourced = TypeVar("Sourced", bound="Number | Constraint | NoDeal | Option")


def _mark(thing: Number | Constraint | NoDeal | Option) -> str:
    """Hash what a thing says, not the mark itself."""
    plain = msgspec.structs.replace(thing, source=msgspec.structs.replace(thing.source, drafted=""))
    return content_id("m", plain)[2 : 2 + LENGTH]


def marked(thing: Sourced) -> Sourced:
    """Put the mark on something that a draft writes."""
    source = msgspec.structs.replace(thing.source, drafted=_mark(thing))
    return msgspec.structs.replace(thing, source=source)


def fits(thing: Number | Constraint | NoDeal | Option) -> bool:
    """True where a draft wrote it and nobody has touched it."""
    return bool(thing.source.drafted) and thing.source.drafted == _mark(thing)


def seen(statement: str) -> str:
    """The mark of a statement that a draft has seen."""
    return content_id("m", statement)[2 : 2 + LENGTH]


def source_of_all(statements: list[str] | tuple[str, ...], note: str = "") -> Source:
    """Name the statements that something rests on, each once, sorted."""
    return Source(statements=tuple(sorted(set(statements))), note=note)
