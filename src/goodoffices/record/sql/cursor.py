"""Where a page ends: the place of its last line among those that are shown, in words that hold nothing else."""

from __future__ import annotations

import re

from goodoffices.record.errors import InputError

__all__ = ["no_place", "read_place", "write_place"]

_PLACE = re.compile(r"([0-9A-Z:.-]{0,40})~([a-z]-[a-z2-7]{1,64})(?:~([a-z]-[a-z2-7]{1,64}))?")


def write_place(key: str, *ids: str) -> str:
    """Write the place of a line.

    Args:
        key: What the list is sorted by first: a day, a moment, or nothing.
        ids: The one or two ids by which it is sorted next.
    """
    return "~".join((key, *ids))


def read_place(text: str, *, ids: int = 1) -> tuple[str, ...]:
    """Read a place of so many ids as `write_place` writes it.

    Raises:
        InputError: If it is none.
    """
    match = _PLACE.fullmatch(text)
    parts = tuple(part for part in match.groups() if part is not None) if match else ()
    if len(parts) != ids + 1:
        raise no_place(text)
    return parts


def no_place(text: str) -> InputError:
    """Say that a place is none; the same words for one that was and for one that never was."""
    return InputError(f"{text!r} is no place in this list; begin at its first page")
