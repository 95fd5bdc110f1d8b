"""Who is at the table and when: delegations, tracks, meetings, contacts."""

from __future__ import annotations

import msgspec

from .entry import Entry, Ref
from .positions import Party

__all__ = ["Contact", "Delegation", "MeetingView", "Member", "Table", "Timeline", "Track"]


class Member(msgspec.Struct, frozen=True):
    """A person or body of a delegation, with the offices that reports name."""

    actor: Entry
    name: str
    roles: tuple[Entry, ...]


class Delegation(msgspec.Struct, frozen=True, kw_only=True):
    """One side and those who speak for it.

    Attributes:
        side: The side.
        kind: State, organisation, group or person.
        entry: The finding that there is such an actor, or None where no report names it as one.
        roles: The offices of the side itself, where a report gives one.
        members: Those who speak for it.
        met: With whom, by name.
        held: How many meetings it took part in.
        ahead: How many it is to take part in.
        hosted: How many it convened without being a party to them.
        left_out: How many more speak for it than `members` holds.
    """

    side: Party
    kind: str
    entry: Entry | None
    roles: tuple[Entry, ...]
    members: tuple[Member, ...]
    met: tuple[str, ...]
    held: int
    ahead: int
    hosted: int
    left_out: int = 0


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """Two sides and the meetings in which both take part.

    Attributes:
        first: One side.
        second: The other.
        held: The meetings that were held or are under way.
        ahead: The planned ones.
    """

    first: Party
    second: Party
    held: tuple[Ref, ...]
    ahead: tuple[Ref, ...]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Who is at the table: delegations that meet, others that are named, and who met whom."""

    delegations: tuple[Delegation, ...]
    others: tuple[Delegation, ...]
    contacts: tuple[Contact, ...]


class Track(msgspec.Struct, frozen=True):
    """The set of sides that meet each other: an id, its label, and the ids of the sides."""

    id: str
    label: str
    sides: tuple[str, ...]


class MeetingView(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting on its track.

    Attributes:
        entry: The finding.
        track: The sides that meet.
        status: Held, under way, planned or cancelled.
        place: Where, or empty.
        host: Who convenes it, or empty.
        condition: What it depends on, or empty.
        overdue: True where it was planned for a day before the latest report, and no report says that it was held.
    """

    entry: Entry
    track: Track
    status: str
    place: str
    host: str
    condition: str
    overdue: bool = False

    @property
    def dated(self) -> bool:
        """Is either end of its time known?"""
        return self.entry.when is not None and self.entry.when.known


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """Meetings and events in order of time, unknown dates last.

    Attributes:
        tracks: The one with most meetings first.
        meetings: All of them.
        events: What happens outside the talks.
    """

    tracks: tuple[Track, ...]
    meetings: tuple[MeetingView, ...]
    events: tuple[Entry, ...]

    def by_status(self, *statuses: str) -> tuple[MeetingView, ...]:
        """The meetings of one standing, in their order."""
        return tuple(meeting for meeting in self.meetings if meeting.status in statuses)
