"""Who is a party to the deal: those who hold positions; those who must sign are states and groups that meet."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from goodoffices.record import ActorContent, Findings, MeetingContent, PositionContent, fold

__all__ = ["Side", "sides"]

Content = TypeVar("Content", ActorContent, PositionContent, MeetingContent)

#: Kinds of actor whose signature makes a deal.
SIGNING = ("state", "group")
#: Stances of a party that wants something for itself; who convenes talks and has none of them is taken for a mediator.
PRESSING = ("demands", "rejects")
#: A party that no report seats at the table signs all the same from so many of them on, and from as many as those have
#: who sit there: a deal without an adversary is none, and reports do not tell of every meeting.
FEWEST = 2


class Side(msgspec.Struct, frozen=True):
    """A party as the record knows it.

    Attributes:
        actor: Its id.
        name: Its name, unique among the sides.
        signs: True where it is a state or group that sits at the table, and more than its convenor.
        note: Why it signs or not.
        words: The words of its names, folded.
    """

    actor: str
    name: str
    signs: bool
    note: str
    words: frozenset[str]


def sides(findings: Findings) -> tuple[Side, ...]:
    """Find the parties, in the order of their names.

    A person who speaks for no state or body is no party: positions are already those of the side that a person speaks
    for. Where nobody is known to have met, every state and group with a position signs.
    """
    positions = _contents(findings, "position", PositionContent)
    everyone = {said.actor: said for said in _contents(findings, "actor", ActorContent)}
    holders = {said.party for said in positions}
    parties = sorted(
        (said for said in everyone.values() if said.actor in holders and said.kind != "person"),
        key=lambda said: (said.name, said.actor),
    )
    table = _table(findings, everyone, {said.actor for said in parties if said.kind in SIGNING})
    pressing = Counter(said.party for said in positions if said.stance in PRESSING)
    names = _unique([said.name for said in parties])
    return tuple(
        Side(said.actor, name, *_signs(said, table, pressing), _words(said))
        for said, name in zip(parties, names, strict=True)
    )


class _Table(msgspec.Struct, frozen=True):
    """Who met, and who had them meet: states and groups, also where a person was there for them."""

    met: frozenset[str]
    convened: frozenset[str]


def _table(findings: Findings, everyone: Mapping[str, ActorContent], signing: set[str]) -> _Table:
    def behind(actor: str | None) -> str:
        said = everyone.get(actor or "")
        return said.side if said and said.kind == "person" and said.side else actor or ""

    meetings = _contents(findings, "meeting", MeetingContent)
    met = {behind(actor) for meeting in meetings for actor in meeting.participants}
    convened = {behind(meeting.convenor) for meeting in meetings}
    return _Table(frozenset(met & signing), frozenset(convened & signing))


def _contents(findings: Findings, kind: str, of: type[Content]) -> list[Content]:
    return [finding.content for finding in findings.of_kind(kind) if isinstance(finding.content, of)]


def _signs(said: ActorContent, table: _Table, pressing: Mapping[str, int]) -> tuple[bool, str]:
    if said.kind not in SIGNING:
        return False, f"heard as {said.kind}, and taken not to sign"
    if said.actor in table.convened and said.actor not in pressing:
        return False, "convenes talks and demands nothing, and is taken not to sign"
    if not table.met:
        return True, "no meeting of the parties is known: every state and group is taken to sign"
    if said.actor in table.met:
        return True, "sits at the table"
    enough = max(FEWEST, statistics.median(pressing.get(actor, 0) for actor in table.met))
    if pressing.get(said.actor, 0) >= enough:
        return True, "not known to sit at the table, but demands and rejects as much as those who do"
    return False, "not known to sit at the table"


def _words(said: ActorContent) -> frozenset[str]:
    return frozenset(word for name in (said.name, *said.aliases) for word in fold(name).split())


def _unique(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return unique
