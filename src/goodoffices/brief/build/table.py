"""Who is at the table: delegations with their members and offices, who met whom, and who sits at no table."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from goodoffices.brief.model import Contact, Delegation, Entry, MeetingView, Member, Party, Ref, Table, Timeline
from goodoffices.record import ActorContent, MeetingContent, RoleContent

from .roster import Roster

__all__ = ["seats", "table"]

AHEAD = "planned"
OFF = "cancelled"


def seats(timeline: Timeline, roster: Roster) -> dict[str, list[MeetingView]]:
    """The meetings that each side takes part in or hosts, those called off left out."""
    found: dict[str, list[MeetingView]] = defaultdict(list)
    for view in timeline.meetings:
        if view.status != OFF:
            for side in (*view.track.sides, *_host(view, roster)):
                found[side].append(view)
    return dict(found)


def _host(view: MeetingView, roster: Roster) -> tuple[str, ...]:
    content = view.entry.content
    if not isinstance(content, MeetingContent) or content.convenor is None:
        return ()
    side = roster.side(content.convenor)
    return () if side in view.track.sides else (side,)


class _Cast(msgspec.Struct, frozen=True):
    """Actor entries by actor, offices by actor, members by side, and how many findings concern each side."""

    actors: Mapping[str, Entry]
    roles: Mapping[str, list[Entry]]
    members: Mapping[str, list[str]]
    concerned: Counter[str]

    @classmethod
    def of(cls, entries: Sequence[Entry], roster: Roster) -> _Cast:
        actors: dict[str, Entry] = {}
        roles: dict[str, list[Entry]] = defaultdict(list)
        members: dict[str, list[str]] = defaultdict(list)
        concerned = Counter(side for entry in entries for side in entry.parties)
        for entry in entries:
            if isinstance(entry.content, ActorContent):
                actors.setdefault(entry.content.actor, entry)
            elif isinstance(entry.content, RoleContent):
                roles[entry.content.actor].append(entry)
        for actor in dict.fromkeys((*actors, *roles)):
            if roster.side(actor) != actor:
                members[roster.side(actor)].append(actor)
        return cls(actors=actors, roles=roles, members=members, concerned=concerned)


def table(entries: Sequence[Entry], roster: Roster, timeline: Timeline) -> Table:
    """Gather who meets, who speaks for whom, and who is named without a seat."""
    cast = _Cast.of(entries, roster)
    seated = seats(timeline, roster)
    contacts = _contacts(timeline, roster)
    heads = {roster.side(actor) for actor in (*cast.actors, *cast.roles)} | seated.keys()
    made = [_delegation(side, cast, seated.get(side, []), contacts, roster) for side in heads]
    ranked = sorted(made, key=lambda d: (-(d.held + d.ahead), -d.hosted, -d.side.findings, d.side.name, d.side.id))
    return Table(
        delegations=tuple(d for d in ranked if d.held or d.ahead or d.hosted),
        others=tuple(d for d in ranked if not (d.held or d.ahead or d.hosted)),
        contacts=contacts,
    )


def _delegation(
    side: str, cast: _Cast, meetings: Sequence[MeetingView], contacts: Sequence[Contact], roster: Roster
) -> Delegation:
    own = [view for view in meetings if side in view.track.sides]
    return Delegation(
        side=Party(side, roster.name(side), cast.concerned[side]),
        kind=roster.kind(side),
        entry=cast.actors.get(side),
        roles=tuple(cast.roles.get(side, ())),
        members=tuple(_member(actor, cast, roster) for actor in cast.members.get(side, ()) if actor in cast.actors),
        met=tuple(sorted({other for contact in contacts for other in _other(contact, side) if contact.held})),
        held=sum(view.status != AHEAD for view in own),
        ahead=sum(view.status == AHEAD for view in own),
        hosted=len(meetings) - len(own),
    )


def _member(actor: str, cast: _Cast, roster: Roster) -> Member:
    return Member(cast.actors[actor], roster.name(actor), tuple(cast.roles.get(actor, ())))


def _other(contact: Contact, side: str) -> tuple[str, ...]:
    if contact.first.id == side:
        return (contact.second.name,)
    return (contact.first.name,) if contact.second.id == side else ()


def _contacts(timeline: Timeline, roster: Roster) -> tuple[Contact, ...]:
    held: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    ahead: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for view in timeline.meetings:
        if view.status != OFF:
            for pair in itertools.combinations(view.track.sides, 2):
                (ahead if view.status == AHEAD else held)[pair].append(view.entry.ref)
    pairs = sorted({*held, *ahead}, key=lambda p: (-len(held[p]), -len(ahead[p]), [roster.name(s) for s in p], p))
    return tuple(
        Contact(
            first=Party(first, roster.name(first)),
            second=Party(second, roster.name(second)),
            held=tuple(held[first, second]),
            ahead=tuple(ahead[first, second]),
        )
        for first, second in pairs
    )
