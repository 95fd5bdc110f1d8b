"""Recognised: whom every reader knows speaks for a side that the report does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .gazetteer import Entity
from .known import has_one_side, is_bygone, known_side, leads_one_movement
from .lexicon import lexicon
from .surnames import is_short
from .times import side_at, year_of

if TYPE_CHECKING:
    from .roster import Actor, Role, Roster
    from .sides import Ties

__all__ = ["mediates", "recognise"]

_RANKS = frozenset({"commander", "general"})
_AT_THE_HEAD = frozenset({"leader", "commander", "chief", "head", "chairman", "general", "founder", "spokesman"})
"""What someone must be called whose movement the report never names."""
_OPPOSED = frozenset(
    {"rebel", "rebels", "guerrilla", "guerrillas", "insurgent", "insurgents", "separatist", "mutineer"}
    | {"mutineers", "separatists", "breakaway", "secessionist"}
)
_OF_A_STATE = frozenset(
    {"president", "vice-president", "premier", "minister", "chancellor", "vice-minister", "vice-premier"}
)
"""Offices that only a state has to give."""
_ORGANS = frozenset({"mechanism", "ministry", "corps", "command", "staff"})
"""Words in the name of a body by which a state meets others or is served, and that takes no side of its own."""
_KNOWN = 6
"""Weight of what every reader knows: more than any seat in a government that the report does not name."""


def recognise(roster: Roster, ties: Ties, persons: Sequence[str]) -> None:
    """Vote for the sides of well-known persons, of whose side the report itself says nothing.

    Args:
        roster: The report's actors; a side that the report does not name is entered.
        ties: What the report says of sides so far; the votes go there.
        persons: Ids of those who may be known.
    """
    titled = {role.person for role in roster.roles if role.tenure != "former"}
    national = {role.person for role in roster.roles if role.tenure == "current" and _is_national(role)}
    year = year_of(roster.passages)
    named = {entity.name for p in roster.passages for entity in p.doc.user_data["named"].values()}
    for person in persons:
        actor = roster.actors[person]
        then = side_at(actor.name, year)
        side = then or known_side(
            actor.name,
            titled=person in titled or is_short(actor.name),
            named=named,
            national=person in national,
        )
        if side is None or ties.patrons([person]):
            continue
        if ties.voted(person, besides=roster.government):
            if side.name in named and _is_mistaken(roster, ties, person, side):
                ties.settle(person, roster.enter(side.name, side.kind, side.iso).id, _KNOWN)
            continue
        if side.kind == "state" and any(_is_opposed(role) for role in roster.roles_of(person)):
            continue  # who is called a rebel commander was, or will be, that state's general
        # of a few lines that stand alone, the leader is enough to tell the movement
        alone = len(roster.passages) == 1 and (side.kind != "group" or leads_one_movement(actor.name))
        sure = person in titled or (then is not None and side.kind == "state")
        if side.name not in named and not (alone or _may_be_unnamed(roster, actor, side, titled=sure)):
            continue  # whoever was once that state's foreign minister may be anyone's guest today
        patron = roster.enter(side.name, side.kind, side.iso)
        patron.mentions = patron.mentions or actor.mentions[:1]
        ties.vote(person, patron.id, _KNOWN)


def _is_mistaken(roster: Roster, ties: Ties, person: str, side: Entity) -> bool:
    """Do the words seem to give someone, who speaks for one side as everybody knows, another state, or mere organs?

    "The foreign ministers of Mali and Niger, X and Y"; "X chaired the mechanism's ninth round for Manila". A faction, a
    party, a mission or a parliament that the report gives them is theirs beside what is known.
    """
    given = roster.actors.get(ties.sides([person]).get(person, ""))
    if given is None or given.name == side.name:
        return False
    alone = has_one_side(roster.actors[person].name)
    if given.kind == "state":
        return alone or side.kind != "state"
    organ = given.kind == "organisation" and bool(_ORGANS & {*given.name.lower().split()})
    return organ and alone and side.kind == "state"


def mediates(roster: Roster, person: str) -> bool:
    """Is a person a facilitator or mediator, who comes from elsewhere as a rule?"""
    titles = (role.title.lower().split() for role in roster.roles_of(person))
    return any(title[-1:] and title[-1] in lexicon().doing.mediators for title in titles)


def _is_national(role: Role) -> bool:
    """Is it an office of a state ("president", "foreign minister") whose state the words leave out?"""
    return bool({*role.title.lower().split()[-1:]} & _OF_A_STATE) and role.of is None


def _is_opposed(role: Role) -> bool:
    """Does an office that someone holds stand against a state ("rebel commander")?"""
    return role.tenure == "current" and bool(_OPPOSED & {*re.split(r"[ -]", role.title.lower())})


def _may_be_unnamed(roster: Roster, actor: Actor, side: Entity, *, titled: bool) -> bool:
    """May someone's side be one that the report never names? Not a movement's, once they hold a national office."""
    titles = {w for r in roster.roles_of(actor.id) for w in r.title.lower().split()}
    if side.kind == "group" and mediates(roster, actor.id):
        return False
    if side.kind == "group":
        return titled and bool(titles & _AT_THE_HEAD) and not titles & lexicon().doing.national - _RANKS
    full = side.kind == "state" or (" " in actor.name and side.name in lexicon().doing.worldwide)
    return full and (titled or not is_bygone(actor.name))
