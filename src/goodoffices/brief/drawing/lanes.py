"""The lanes of the timeline: what stands on each, and where, so that no two marks touch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from goodoffices.brief.build.phrases import clip, counted
from goodoffices.brief.model import Entry, MeetingView, Timeline

from .axis import Axis
from .svg import text_width

__all__ = ["FONT", "LABELLED", "WIDTH", "Lane", "Mark", "Placed", "lanes_of", "place"]

WIDTH = 960  # of the chart, in pixels
_LANES = 8  # tracks with a lane of their own
LABELLED = 24  # marks in a lane beyond which only dots are drawn
FONT = 12  # size of its labels, in pixels


class Mark(msgspec.Struct, frozen=True):
    """One thing on a lane: where it leads, how it is drawn, its label, its days."""

    entry: Entry
    style: str
    label: str
    earliest: dt.date | None
    latest: dt.date | None

    @property
    def known(self) -> bool:
        """Is either end of its time known?"""
        return self.earliest is not None or self.latest is not None


class Placed(msgspec.Struct, frozen=True):
    """A mark with its two ends in x, in pixels, and its level on the lane."""

    mark: Mark
    start: float
    end: float
    level: int


class Lane(msgspec.Struct, frozen=True):
    """A row of the chart: its name and its marks."""

    name: str
    marks: tuple[Mark, ...]


def lanes_of(timeline: Timeline) -> list[Lane]:
    """One lane a track, the tracks beyond the first eight together, and one for what happens outside the talks."""
    own = {track.id for track in timeline.tracks[:_LANES]}
    lanes = [
        Lane(track.label, tuple(_meeting(m) for m in timeline.meetings if m.track.id == track.id))
        for track in timeline.tracks[:_LANES]
    ]
    rest = tuple(_meeting(m) for m in timeline.meetings if m.track.id not in own)
    if rest:
        lanes.append(Lane(counted(len(timeline.tracks) - _LANES, "other track"), rest))
    if timeline.events:
        lanes.append(Lane("Outside the talks", tuple(_event(entry) for entry in timeline.events)))
    return lanes


def _meeting(view: MeetingView) -> Mark:
    label = f"{view.entry.label} {clip(view.place, 16)}".strip()
    return _mark(view.entry, view.status, label)


def _event(entry: Entry) -> Mark:
    return _mark(entry, "event", entry.label)


def _mark(entry: Entry, style: str, label: str) -> Mark:
    when = entry.when
    return Mark(entry, style, label, when.earliest if when else None, when.latest if when else None)


def place(lane: Lane, axis: Axis | None, right: float) -> tuple[list[Placed], int]:
    """Give each mark its two ends in x and a level on which it touches no other."""
    crowded = len(lane.marks) > LABELLED
    dated = [mark for mark in lane.marks if mark.known and axis]
    placed: list[Placed] = []
    ends: list[float] = []
    for mark in dated:
        start, end = _ends(mark, axis) if axis else (right, right)
        level = 0 if crowded else next((n for n, taken in enumerate(ends) if taken < start - 8), len(ends))
        ends[level : level + 1] = [end + _reach(mark, crowded=crowded)]
        placed.append(Placed(mark, start, end, level))
    undated, rows = _place_undated([mark for mark in lane.marks if mark not in dated], right, crowded=crowded)
    return placed + undated, max(len(ends), rows, 1)


def _reach(mark: Mark, *, crowded: bool) -> float:
    return 10 if crowded else 14 + text_width(mark.label, FONT)


def _ends(mark: Mark, axis: Axis) -> tuple[float, float]:
    return axis.x(mark.earliest or mark.latest or axis.first), axis.x(mark.latest or mark.earliest or axis.last)


def _place_undated(marks: Sequence[Mark], right: float, *, crowded: bool) -> tuple[list[Placed], int]:
    """Set the marks without a date one behind the other in their column, in as many rows as they need."""
    placed, x, level = [], right + 20, 0
    for mark in marks:
        width = _reach(mark, crowded=crowded)
        if x + width > WIDTH and x > right + 20:
            x, level = right + 20, level + 1
        placed.append(Placed(mark, x, x, level))
        x += width + 12
    return placed, level + 1
