"""Bygone offices: the state of which someone was once president takes no part for that."""

from __future__ import annotations

import re

import msgspec

from .roster import Role, Roster

__all__ = ["let_go", "ruled_once"]

_RULING = re.compile(
    r"\b(?:president|premier|prime minister|chancellor|minister|secretary of state|speaker|king|queen|emir|ruler"
    r"|head of (?:state|government)|governor|mayor|lawmaker|senator|deputy|legislator|member of parliament|mp)\b",
    re.IGNORECASE,
)
"""Offices of those who govern: who has lost one speaks for himself or his party; a former envoy may be sent again."""
_OPPOSED = ("shadow ", "opposition ")
"""What opens the title of one who would have an office, and speaks for those who do not govern."""


def let_go(roster: Roster) -> None:
    """Leave out the owners of former offices that do not act themselves; the title keeps their name.

    "A former president of Finland" mediates for whoever sent him, and Finland is no actor for it.
    """
    acting = {actor.id for actor in roster.actors.values() if any(mention.acts for mention in actor.mentions)}
    held = {(role.person, role.of) for role in roster.roles if not _is_not_held(role)}
    for person in roster.actors.values():
        once = any(role.of == person.side for role in roster.roles_of(person.id))
        left = once and person.side not in acting and (person.id, person.side) not in held
        if person.side and (left or _is_opposed(roster, person.id)):
            person.side = None
    needed = acting | {actor.side for actor in roster.actors.values() if actor.side}
    needed |= {of for _, of in held if of}
    for n, role in enumerate(roster.roles):
        if role.tenure == "former" and role.of is not None and role.of not in needed:
            title = f"{role.title} of {roster.actors[role.of].name}"
            roster.roles[n] = msgspec.structs.replace(role, title=title, of=None)


def ruled_once(roster: Roster, person: str) -> bool:
    """Is a person only told of as one who once governed a state ("the former prime minister", "ex-president X")?

    Args:
        roster: Who is who.
        person: The id of an actor.
    """
    side, roles = roster.actors[person].side, roster.roles_of(person)
    if side not in roster.actors or roster.actors[side].kind != "state" or not roles:
        return False
    gone = all(role.tenure == "former" and role.of in {None, side} for role in roles)
    return gone and any(_RULING.search(role.title) for role in roles)


def _is_opposed(roster: Roster, person: str) -> bool:
    """Has a person that the state is taken to be the side of only the title of one who would govern it?"""
    side, roles = roster.actors[person].side, roster.roles_of(person)
    of_state = side in roster.actors and roster.actors[side].kind == "state"
    return of_state and bool(roles) and all(role.title.lower().startswith(_OPPOSED) for role in roles)


def _is_not_held(role: Role) -> bool:
    """ "A former president", "the shadow secretary of state"."""
    return role.tenure == "former" or role.title.lower().startswith(_OPPOSED)
