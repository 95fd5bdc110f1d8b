"""One voice: a ministry that a report lets speak but once speaks for its state, and is no actor besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from goodoffices.record.statement import rewritten

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from goodoffices.record import Statement

    from ..actors.roster import Actor, Roster

__all__ = ["with_one_voice"]


def with_one_voice(roster: Roster, statements: Sequence[Statement]) -> list[Statement]:
    """Let the states say themselves what a ministry of theirs says that is in the report for one sentence.

    Args:
        roster: The report's actors; those ministries do not act in it afterwards.
        statements: What was read.

    Returns:
        The statements, with the states in place of such ministries.
    """
    needed = {*(a.side for a in roster.actors.values()), *(role.of for role in roster.roles)}
    voices = {
        a.id: a.side
        for a in roster.actors.values()
        if a.side is not None and a.id not in needed and _is_voice(roster, a)
    }
    for ministry in voices:
        roster.actors[ministry].leave_the_stage()
    return [_by_states(statement, voices) for statement in statements] if voices else list(statements)


def _is_voice(roster: Roster, actor: Actor) -> bool:
    """Is it a state's ministry in small letters, which acts once?"""
    side = roster.actors.get(actor.side or "")
    if actor.kind != "organisation" or side is None or side.kind != "state" or not actor.name.endswith("ministry"):
        return False
    return sum(mention.acts for mention in actor.mentions) == 1


def _by_states(statement: Statement, states: Mapping[str, str]) -> Statement:
    """A statement with the states in place of their ministries."""
    fields = {name: getattr(statement.content, name) for name in statement.content.__struct_fields__}
    changed = {name: new for name, old in fields.items() if (new := _instead(old, states)) != old}
    said_by = states.get(statement.said_by or "", statement.said_by)
    if not changed and said_by == statement.said_by:
        return statement
    return rewritten(statement, msgspec.structs.replace(statement.content, **changed), said_by)


def _instead(value: Any, states: Mapping[str, str]) -> Any:  # noqa: ANN401  a field of any content
    """What a field has, with ids of states for those of their ministries, each once."""
    if isinstance(value, str):
        return states.get(value, value)
    if isinstance(value, tuple) and any(isinstance(each, str) and each in states for each in value):
        return tuple(dict.fromkeys(states.get(each, each) for each in value))
    return value
