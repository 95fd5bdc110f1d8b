"""The states of one obligation as stretches of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from goodoffices.brief.watching.model import SpanView
from goodoffices.watch.course import Change

__all__ = ["spans_of"]


def spans_of(changes: Sequence[Change], state: str, start: dt.datetime, until: dt.datetime) -> tuple[SpanView, ...]:
    """Lay the states of one obligation out in time.

    Args:
        changes: Its changes, in order.
        state: Its state now, for one that has never changed.
        start: The entry into force; an obligation that arises anew for each ticket has no time before it arises.
        until: The day that is asked about.

    Returns:
        Stretches without a gap; those of no length are left out.
    """
    if not changes:
        return (SpanView(state, start, until),) if start < until else ()
    bounds = [start, *(change.at for change in changes), until]
    states = [changes[0].before, *(change.after for change in changes)]
    return tuple(
        SpanView(name, begin, end) for name, begin, end in zip(states, bounds, bounds[1:], strict=False) if begin < end
    )
