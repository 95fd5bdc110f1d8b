"""Circles: the parties and tracks to which parts of a record are confined, beyond their markings.

A report, statement or note that is confined to one or more circles is shown to their members alone. What is confined to
none is open to all circles, as far as its marking goes.
"""

from __future__ import annotations

from collections.abc import Iterable

from .errors import InputError
from .release import Marking

__all__ = ["circle_name", "circle_names", "walls_hold"]


def circle_name(text: str) -> str:
    """Write the name of a circle as names are compared: in lower case, with single spaces.

    Raises:
        InputError: If it holds no word.
    """
    name = " ".join(text.casefold().split())
    if not name:
        msg = "a circle needs a name: that of a party or of a track"
        raise InputError(msg)
    return name


def circle_names(texts: Iterable[str]) -> tuple[str, ...]:
    """Write several names, sorted, each once."""
    return tuple(sorted({circle_name(each) for each in texts}))


def walls_hold(audience: Marking, circles: Iterable[str]) -> bool:
    """Do walls hold for an audience? For all but the case's keepers: RED, and member of no circle in particular."""
    return audience is not Marking.RED or bool(tuple(circles))
