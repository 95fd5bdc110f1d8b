"""Step functions of time: what counts, values and events say at every instant, worked out once for the whole span.

A million incidents make two million instants at which a count changes, but only a few at which it crosses a threshold;
the engine needs to stop at those alone.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec
import numpy as np

from ..conditions import Counted, Valued

__all__ = ["EPOCH", "Counts", "Steps", "counted_steps", "minute", "moment", "once", "valued_steps"]

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MINUTE = dt.timedelta(minutes=1)
_DAY_MINUTES = 24 * 60
_LAST = (dt.datetime.max.replace(tzinfo=dt.UTC) - EPOCH) // _MINUTE


class Counts(Protocol):
    """Where the instants of incidents come from."""

    def instants(self, kinds: Sequence[str], zones: Sequence[str], parties: Sequence[str]) -> np.ndarray:
        """Minutes since the epoch of the incidents that fit, in any order; an empty filter takes all."""


class Steps(msgspec.Struct, frozen=True):
    """A truth that changes at some instants.

    Attributes:
        at: Instants in minutes since the epoch, rising.
        truth: What holds from each on.
        before: What holds before the first.
    """

    at: tuple[int, ...] = ()
    truth: tuple[bool | None, ...] = ()
    before: bool | None = False

    def holds(self, now: int) -> bool | None:
        """What holds at an instant."""
        place = bisect.bisect_right(self.at, now)
        return self.truth[place - 1] if place else self.before


def minute(at: dt.datetime) -> int:
    """Whole minutes since the epoch."""
    return (at - EPOCH) // _MINUTE


def moment(minutes: int) -> dt.datetime:
    """The instant so many minutes after the epoch; the last that a calendar has where it lies beyond."""
    return EPOCH + min(minutes, _LAST) * _MINUTE


def once(at: int | None) -> Steps:
    """False, and true from an instant on; never true where there is none."""
    return Steps() if at is None else Steps((at,), (True,))


def counted_steps(counted: Counted, counts: Counts | None) -> Steps:
    """When the count of a condition is on the right side of its threshold.

    An incident counts from its instant on, for as many days as the window has. Without incidents nothing is known.
    """
    if counts is None:
        return Steps(before=None)
    came = np.sort(counts.instants(counted.kinds, counted.zones, counted.parties))
    times, changes = came, np.ones(len(came), dtype=np.int64)
    if counted.days:
        window = round(counted.days * _DAY_MINUTES)
        times = np.concatenate([came, came + window])
        changes = np.concatenate([changes, -np.ones(len(came), dtype=np.int64)])
        order = np.argsort(times, kind="stable")
        times, changes = times[order], changes[order]
    before = counted.comparison.holds(0, counted.number)
    if not len(times):
        return Steps(before=before)
    last = np.append(times[1:] != times[:-1], True)
    distinct, levels = np.unique(np.cumsum(changes)[last], return_inverse=True)
    truth = np.array([counted.comparison.holds(int(level), counted.number) for level in distinct])[levels]
    return _thinned(times[last], truth, before=before)


def valued_steps(valued: Valued, readings: Mapping[str, Sequence[tuple[int, float]]]) -> Steps:
    """When the latest reading is on the right side of its threshold; unknown before the first reading."""
    latest = dict(sorted(readings.get(valued.indicator, ())))
    truth = tuple(valued.comparison.holds(value, valued.number) for value in latest.values())
    return Steps(tuple(latest), truth, before=None)


def _thinned(times: np.ndarray, truth: np.ndarray, *, before: bool) -> Steps:
    """Keep the instants at which the truth changes."""
    changed = truth != np.concatenate([[before], truth[:-1]])
    return Steps(tuple(map(int, times[changed])), tuple(map(bool, truth[changed])), before=before)
