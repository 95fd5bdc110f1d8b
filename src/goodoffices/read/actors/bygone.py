"""Bygone offices: the state of which someone was once president takes no part for that."""

from __future__ import annotations

import msgspec

from .roster import Roster

__all__ = ["let_go"]


def let_go(roster: Roster) -> None:
    """Leave out the owners of former offices that do not act themselves; the title keeps their name.

    "A former president of Finland" mediates for whoever sent him, and Finland is no actor for it.
    """
    acting = {actor.id for actor in roster.actors.values() if any(mention.acts for mention in actor.mentions)}
    held = {(role.person, role.of) for role in roster.roles if role.tenure != "former"}
    for person in roster.actors.values():
        once = any(role.of == person.side for role in roster.roles_of(person.id))
        if person.side and person.side not in acting and once and (person.id, person.side) not in held:
            person.side = None
    needed = acting | {actor.side for actor in roster.actors.values() if actor.side}
    needed |= {of for _, of in held if of}
    for n, role in enumerate(roster.roles):
        if role.tenure == "former" and role.of is not None and role.of not in needed:
            title = f"{role.title} of {roster.actors[role.of].name}"
            roster.roles[n] = msgspec.structs.replace(role, title=title, of=None)
