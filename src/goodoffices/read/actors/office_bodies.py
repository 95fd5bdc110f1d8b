"""Office bodies: organs of a state that a report names only in the title of somebody who speaks for the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .roster import Actor, Mention, Roster

__all__ = ["leave_office_bodies"]

_BEFORE = frozenset({"compound", "poss", "nmod", "amod"})
_LINKS = frozenset({"of", "for", "at", "in"})
_HOUSES = frozenset({"assembly", "senate", "congress", "parliament", "duma", "court", "majlis", "knesset"})
"""Last words of the names of organs that every state has."""
_TROOPS = frozenset({"command", "army", "navy", "force", "forces", "guard", "guards", "corps", "fleet", "division"})
_FEW = 2
"""Mentions by which a body is no more than somebody's place of work, at most."""


def leave_office_bodies(roster: Roster) -> None:
    """Let an organ of a state take no part for its officer alone ("State Department spokesman X"): the state speaks.

    The title keeps its name.
    """
    owners = {role.of for role in roster.roles}
    for body in roster.actors.values():
        if body.id not in owners or body.kind != "organisation" or _commands(body.name):
            continue
        state = body.side or roster.serves.get(body.id) or _state_of_house(roster, body)
        if state is None or state not in roster.actors or roster.actors[state].kind != "state":
            continue
        if 0 < len(body.mentions) <= _FEW and all(_is_in_title(roster, mention) for mention in body.mentions):
            _leave(roster, body, state)


def _commands(name: str) -> bool:
    """ "CENTCOM", "Northern Command": whoever leads troops acts with them."""
    last = name.rsplit(maxsplit=1)[-1]
    return last.lower() in _TROOPS or (last.isupper() and last.endswith("COM"))


def _state_of_house(roster: Roster, body: Actor) -> str | None:
    """The state for which those speak otherwise who hold an office of a parliament or a court."""
    if body.name.split()[-1].lower() not in _HOUSES:
        return None
    officers = {role.person for role in roster.roles if role.of == body.id}
    states = {roster.party(person) for person in officers}
    return states.pop() if len(states) == 1 else None


def _leave(roster: Roster, body: Actor, state: str) -> None:
    body.leave_the_stage()
    for n, role in enumerate(roster.roles):
        if role.of == body.id:
            roster.roles[n] = msgspec.structs.replace(role, title=f"{role.title} of {body.name}", of=state)
    for actor in roster.actors.values():
        if actor.side == body.id:
            actor.side = state
    for mention in body.mentions:
        meant = roster.passages[mention.passage].doc.user_data["actors"]
        for i in range(mention.start, mention.end):
            meant.pop(i, None)


def _is_in_title(roster: Roster, mention: Mention) -> bool:
    """ "The Assembly's speaker", "a former director of the Agency", "chairman of the Joint Chiefs of Staff"."""
    root = roster.passages[mention.passage].doc[mention.start : mention.end].root
    if root.dep_ in _BEFORE and root.head.i > root.i:
        return _is_office(root.head)
    return root.dep_ == "pobj" and root.head.lower_ in _LINKS and _is_office(root.head.head)


def _is_office(noun: Token) -> bool:
    return noun.lower_ in lexicon().offices or (noun.pos_ == "PROPN" and noun.ent_type_ == "PERSON")
