"""Meetings on their tracks, and events outside the talks, in order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from goodoffices.brief.model import Entry, MeetingView, Timeline, Track
from goodoffices.record import MeetingContent

from .order import by_day
from .phrases import clip
from .roster import Roster

__all__ = ["timeline"]

_LABEL_CHARACTERS = 90


def timeline(entries: Sequence[Entry], roster: Roster) -> Timeline:
    """Order meetings and events by time and put each meeting on its track: the set of sides that meet."""
    meetings = [(entry, entry.content) for entry in entries if isinstance(entry.content, MeetingContent)]
    views = sorted((_meeting(entry, content, roster) for entry, content in meetings), key=lambda m: by_day(m.entry))
    counts = Counter(view.track.id for view in views)
    tracks = {view.track.id: view.track for view in views}
    ranked = sorted(tracks.values(), key=lambda track: (-counts[track.id], track.label, track.id))
    events = sorted((entry for entry in entries if entry.kind == "event"), key=by_day)
    return Timeline(tracks=tuple(ranked), meetings=tuple(views), events=tuple(events))


def _meeting(entry: Entry, content: MeetingContent, roster: Roster) -> MeetingView:
    return MeetingView(
        entry=entry,
        track=_track(roster.sides(content.participants), roster),
        status=content.status,
        place=content.place or "",
        host=roster.name(content.convenor),
        condition=content.condition or "",
    )


def _track(sides: tuple[str, ...], roster: Roster) -> Track:
    label = " – ".join(roster.name(side) for side in sides) or "Sides not named"
    if len(sides) == 1:
        label = f"{label} and others not named"
    return Track("+".join(sides) or "unnamed", clip(label, _LABEL_CHARACTERS), sides)
