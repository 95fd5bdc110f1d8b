"""Nationals: where someone comes from who speaks for another ("the Danish diplomat X", an envoy of the Union)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .roster import Actor, Mention, Role, Roster

__all__ = ["leave_nationality"]

_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
_BESIDE = frozenset({"appos", "compound", "nmod"})
_CALLINGS = frozenset(
    {"diplomat", "career diplomat", "general", "politician", "lawyer", "jurist", "judge", "official", "academic"}
    | {"veteran diplomat", "professor", "major general", "brigadier general", "lieutenant general"}
)
_FEW = 2
"""Mentions by which a state is no more than where somebody comes from, at most."""


def leave_nationality(roster: Roster) -> None:
    """Let a state that only tells where somebody of another side comes from take no part for it."""
    held = {role.of for role in roster.roles if not _is_calling(roster, role)}
    held |= {actor.side for actor in roster.actors.values()}
    for state in roster.actors.values():
        if state.kind != "state" or state.id in held:
            continue
        acting = [n for n, mention in enumerate(state.mentions) if mention.acts]
        if not 0 < len(acting) <= _FEW:
            continue
        for n in acting:
            if _tells_whence(roster, state, state.mentions[n]):
                state.mentions[n] = msgspec.structs.replace(state.mentions[n], acts=False)
        if not any(mention.acts for mention in state.mentions):
            _drop_callings(roster, state)


def _is_calling(roster: Roster, role: Role) -> bool:
    """Is it no office, but the trade of someone who acts for another now ("the Danish diplomat X" of the Union)?"""
    side = roster.actors[role.person].side
    return role.title.lower() in _CALLINGS and side is not None and side != role.of


def _drop_callings(roster: Roster, state: Actor) -> None:
    for n, role in enumerate(roster.roles):
        if role.of == state.id:
            roster.roles[n] = msgspec.structs.replace(role, of=None)


def _tells_whence(roster: Roster, state: Actor, mention: Mention) -> bool:
    sides = [roster.actors[person].side for person in _persons(roster, mention)]
    return bool(sides) and all(side is not None and side != state.id for side in sides)


def _persons(roster: Roster, mention: Mention) -> Iterator[str]:
    """Ids of the persons before whose name or title a state stands."""
    root = roster.passages[mention.passage].doc[mention.start : mention.end].root
    if root.dep_ not in _BEFORE or root.head.i < root.i:
        return
    noun = root.head
    beside = [c for c in noun.children if c.dep_ in _BESIDE]
    beside += [noun.head] if noun.dep_ in _BESIDE else []
    for token in (noun, *beside):
        yield from (a for a in roster.at(token) if roster.actors[a].kind == "person")
