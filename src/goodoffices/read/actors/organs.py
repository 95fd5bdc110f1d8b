"""Organs: bodies inside a movement speak for it ("the Executive Council of the KCK")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .roster import Actor, Mention, Roster

__all__ = ["tie_organs"]

_ORGANS = frozenset(
    {
        "council",
        "committee",
        "bureau",
        "command",
        "presidium",
        "panel",
        "secretariat",
        "leadership",
        "politburo",
        "shura",
    }
)
_NEAR = 3
"""Words between an organ and the body that it is of, at most."""


def tie_organs(roster: Roster) -> None:
    """Give the organs of groups the group for a side, where one group alone is said to have them."""
    for actor in tuple(roster.actors.values()):
        if actor.kind != "organisation" or actor.side or actor.name.split()[-1].lower() not in _ORGANS:
            continue
        owners = {owner for mention in actor.mentions for owner in _owners(roster, actor, mention)}
        if len(owners) == 1:
            actor.side = owners.pop()


def _owners(roster: Roster, actor: Actor, mention: Mention) -> Iterator[str]:
    doc = roster.passages[mention.passage].doc
    behind = doc[mention.end : mention.end + 1 + _NEAR]
    beside = list(behind[1:]) if behind and behind[0].lower_ == "of" else []
    if mention.start > 1 and doc[mention.start - 1].lower_ in {"'s", "'"}:
        beside.append(doc[mention.start - 2])
    for token in beside:
        groups = [a for a in roster.at(token) if roster.actors[a].kind == "group" and a != actor.id]
        yield from groups[:1]
        if groups or token.pos_ not in {"DET", "PROPN", "ADJ", "NOUN"}:
            return
