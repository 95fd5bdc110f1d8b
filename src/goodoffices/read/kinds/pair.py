"""The two sides of the talks that a report tells of: those of a statement's title, or the two that it names most."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["pair_of_talks", "pair_of_title"]

_BETWEEN = re.compile(r"\bbetween\s+(?P<one>[^.:;\n]{2,90}?)\s+and\s+(?P<other>[^.:;\n]{2,120})", re.IGNORECASE)
_OPENING_BLOCKS = 6
_PAIR = 2
_FEWEST = 2
"""Times that each of the two is named at least."""
_LESS_NAMED = 2
"""A third party is named at most one time in so many as the second."""


@functools.lru_cache(maxsize=2)
def pair_of_title(context: Context) -> tuple[str, ...]:
    """The two sides of which the opening of a report says that the talks are between them.

    Args:
        context: The report.

    Returns:
        Ids of both, or none.
    """
    for block in context.blocks[:_OPENING_BLOCKS]:
        for found in _BETWEEN.finditer(context.report.text, block.start, block.end):
            sides = [_side(context, *found.span(name)) for name in ("one", "other")]
            if None not in sides and sides[0] != sides[1]:
                return tuple(side for side in sides if side is not None)
    return ()


def _side(context: Context, start: int, end: int) -> str | None:
    """The first side that stands in a stretch, in the prose or as a name in capitals."""
    parties = [context.roster.party(actor) for actor in context.actors_in(start, end)]
    bodies = [p for p in parties if context.roster.actors[p].kind in {"state", "group"}]
    named = bodies or [
        p for p in context.parties_named(start, end) if context.roster.actors[p].kind in {"state", "group"}
    ]
    return named[0] if named else None


@functools.lru_cache(maxsize=2)
def pair_of_talks(context: Context) -> tuple[str, ...]:
    """The two sides that a report tells of, if it plainly tells of two.

    Args:
        context: The report.

    Returns:
        Ids of both, those of the title before those that are named most; or none.
    """
    titled = pair_of_title(context)
    if titled:
        return titled
    counts: Counter[str] = Counter()
    for actor in context.roster.actors.values():
        party = context.roster.party(actor.id)
        if context.roster.actors[party].kind in {"state", "group"}:
            counts[party] += sum(m.acts for m in actor.mentions)
    most = counts.most_common(_PAIR + 1)
    if len(most) < _PAIR or most[1][1] < _FEWEST:
        return ()
    third = most[2][1] if len(most) > _PAIR else 0
    return (most[0][0], most[1][0]) if _LESS_NAMED * third <= most[1][1] else ()
