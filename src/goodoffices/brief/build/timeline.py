"""Meetings on their tracks, and events outside the talks, in order of time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from goodoffices.brief.model import Entry, MeetingView, Timeline, Track
from goodoffices.record import MeetingContent

from .order import by_day
from .phrases import clip
from .roster import Roster

__all__ = ["timeline"]

_LABEL_CHARACTERS = 90


def timeline(entries: Sequence[Entry], roster: Roster, latest: dt.date | None) -> Timeline:
    """Order meetings and events by time and put each meeting on its track: the set of sides that meet.

    Args:
        entries: All findings.
        roster: The actors.
        latest: The day of the latest report, or None where no day is known; a meeting planned for a day before it is
            overdue.
    """
    meetings = [(entry, entry.content) for entry in entries if isinstance(entry.content, MeetingContent)]
    views = sorted(
        (_meeting(entry, content, roster, latest) for entry, content in meetings), key=lambda m: by_day(m.entry)
    )
    counts = Counter(view.track.id for view in views)
    tracks = {view.track.id: view.track for view in views}
    ranked = sorted(tracks.values(), key=lambda t: (len(t.sides) <= 1, -counts[t.id], t.label, t.id))
    events = sorted((entry for entry in entries if entry.kind == "event"), key=by_day)
    return Timeline(tracks=tuple(ranked), meetings=tuple(views), events=tuple(events))


def _meeting(entry: Entry, content: MeetingContent, roster: Roster, latest: dt.date | None) -> MeetingView:
    last = entry.when.latest if entry.when else None
    return MeetingView(
        entry=entry,
        track=_track(_meeting_sides(content, roster), roster),
        status=content.status,
        place=content.place or "",
        host=roster.name(content.convenor),
        condition=content.condition or "",
        overdue=content.status == "planned" and last is not None and latest is not None and last < latest,
    )


def _meeting_sides(content: MeetingContent, roster: Roster) -> tuple[str, ...]:
    """The sides that meet; a person whose side no report gives counts as one only where no two others do."""
    sides = roster.sides(content.participants)
    parties = tuple(side for side in sides if roster.kind(side) != "person")
    return parties if len(parties) > 1 else sides


def _track(sides: tuple[str, ...], roster: Roster) -> Track:
    label = " – ".join(roster.name(side) for side in sides) or "Sides not named"
    if len(sides) == 1:
        label = f"{label} and others not named"
    return Track("+".join(sides) or "unnamed", clip(label, _LABEL_CHARACTERS), sides)
