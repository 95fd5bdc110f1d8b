"""Bystanders: crowds and states that a report names without their doing anything; no statement is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import EventContent, MechanismContent, MeetingContent, PositionContent, QuoteContent, Statement
from goodoffices.record.statement import rewritten
from goodoffices.record.verify import actors_named

from ..actors.gazetteer import entities
from ..actors.of_states import is_crowd_of_states
from ..actors.passers_by import leave_passers_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from goodoffices.record.content import Content

    from ..actors.roster import Actor, Mention, Roster

__all__ = ["without_bystanders"]

_WHERE = frozenset({"in", "into", "from", "across", "through", "near", "inside", "outside", "towards", "toward", "via"})
"""What stands before a state that is a place, whence or whither one goes."""
_FEWEST = 2
"""Participants of a meeting that is told with them alone."""


def without_bystanders(roster: Roster, statements: Sequence[Statement]) -> list[Statement]:
    """Take those out of what was read who only stand by, and let nobody speak for a crowd of states.

    Args:
        roster: The report's actors; persons whose side is such a crowd have none afterwards.
        statements: What was read.

    Returns:
        The statements, without those that rest on one who only stands by.
    """
    crowds = [a for a in roster.actors.values() if is_crowd_of_states(entities().get(a.name))]
    idle = {a.id for a in crowds if not _acts(a)}
    for actor in roster.actors.values():
        if actor.side in {a.id for a in crowds}:
            actor.side = None  # "the European trade commissioner, X"
    told = {actor for statement in statements for actor in _doing(statement.content)}
    spoken_for = {a.side for a in roster.actors.values()} | {role.of for role in roster.roles}
    others = [a for a in roster.actors.values() if a.id not in told | spoken_for]
    idle |= {a.id for a in others if _is_only_place(roster, a) or _is_only_named(a)}
    heard = {a for s in statements if isinstance(s.content, QuoteContent) for a in s.content.to}
    idle |= {a.id for a in others if a.id in heard and a.kind == "organisation" and not _acts(a)}
    leave_passers_by(roster, {actor for statement in statements for actor in _named(statement)})
    return list(_kept(statements, frozenset(idle))) if idle else list(statements)


def _doing(content: Content) -> AbstractSet[str]:
    """Those whom a content names, but for those an event happens around and those who are only told something."""
    if isinstance(content, QuoteContent):
        return {content.speaker}
    return frozenset() if isinstance(content, EventContent) else actors_named(content)


def _named(statement: Statement) -> AbstractSet[str]:
    """All whom a statement names, those too who say it."""
    return {*actors_named(statement.content), *((statement.said_by,) if statement.said_by else ())}


def _acts(actor: Actor) -> bool:
    return any(mention.acts for mention in actor.mentions)


def _is_only_named(actor: Actor) -> bool:
    """ "The invasion of Chad", "two Chadian peacekeepers": a state that does nothing wherever it is named."""
    return actor.kind == "state" and bool(actor.mentions) and not _acts(actor)


def _is_only_place(roster: Roster, actor: Actor) -> bool:
    """ "Thousands crossed into Chad": a state that is named as a place and as nothing else."""
    if actor.kind != "state" or not actor.mentions:
        return False
    return all(not mention.acts and _is_place(roster, mention) for mention in actor.mentions)


def _is_place(roster: Roster, mention: Mention) -> bool:
    root = roster.passages[mention.passage].doc[mention.start : mention.end].root
    while root.dep_ == "conj" and root.head.i != root.i:
        root = root.head
    return root.dep_ == "pobj" and root.head.lower_ in _WHERE


def _kept(statements: Iterable[Statement], idle: frozenset[str]) -> Iterator[Statement]:
    for statement in statements:
        said_by = None if statement.said_by in idle else statement.said_by
        content = _without(statement.content, idle)
        if content is None:
            continue
        unchanged = content is statement.content and said_by == statement.said_by
        yield statement if unchanged else rewritten(statement, content, said_by)


def _without(content: Content, idle: frozenset[str]) -> Content | None:
    """A content without the idle, None where it is about one of them."""
    if isinstance(content, PositionContent):
        return None if content.party in idle else content
    if isinstance(content, QuoteContent):
        left = tuple(a for a in content.to if a not in idle)
        kept = content if left == content.to else msgspec.structs.replace(content, to=left)
        return None if content.speaker in idle else kept
    if isinstance(content, MeetingContent):
        left = tuple(a for a in content.participants if a not in idle)
        if len(left) < len(content.participants):
            alone = len(left) < _FEWEST and content.place is None
            return None if alone else msgspec.structs.replace(content, participants=left)
    if isinstance(content, EventContent) and idle.intersection(content.actors):
        return msgspec.structs.replace(content, actors=tuple(a for a in content.actors if a not in idle))
    if isinstance(content, MechanismContent) and idle.intersection(content.led_by):
        return msgspec.structs.replace(content, led_by=tuple(a for a in content.led_by if a not in idle))
    return content
