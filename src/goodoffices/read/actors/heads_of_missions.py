"""Heads of missions: whoever heads "the UN mission" speaks for the one that the report names, not for its sender."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .gazetteer import entities
from .missions import is_of_sender

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .roster import Actor, Role, Roster

__all__ = ["seat_heads_of_missions"]

_HEADS = re.compile(r"\b(?:heads?|headed|leads|led|chiefs?|directors?|commands|commander|spokes\w+)\b")
_MISSION = re.compile(r"\bmission\b")
_SENDERS = {
    "United Nations": ("UN ", "United Nations "),
    "European Union": ("EU ", "European Union "),
    "African Union": ("AU ", "African Union "),
    "OSCE": ("OSCE ",),
    "OAS": ("OAS ",),
}
_PREFIX = re.compile(r"^(?:UN|United Nations|EU|European Union|AU|African Union) ")
_COMMISSION, _UNION = "European Commission", "European Union"
_NEAR = 5
"""Words around an office among which the word "mission" stands."""


def seat_heads_of_missions(roster: Roster) -> None:
    """Let the heads of missions speak for them, and the officers of the Union's Commission for the Union.

    Args:
        roster: A report's actors, each person with a side.
    """
    bodies = [a for a in roster.actors.values() if a.kind == "organisation"]
    for person in [a for a in roster.actors.values() if a.kind == "person"]:
        side = roster.actors[person.side].name if person.side in roster.actors else ""
        if side == _COMMISSION:
            person.side = roster.enter(_UNION, "organisation").id
        sent = _sent_by(side, bodies)
        if sent and any(_is_head(roster, role) for role in roster.roles_of(person.id)):
            person.side = sent[0].id


def _sent_by(sender: str, bodies: Iterable[Actor]) -> list[Actor]:
    """The mission of a sender that a report names, by its full name where it is named by two; none where it has two."""
    openings = _SENDERS.get(sender, ()) if sender else tuple(o for names in _SENDERS.values() for o in names)
    if not openings:
        return []
    known = [b for b in bodies if sender in {"", "United Nations"} and is_of_sender(b.name)]
    known += [b for b in bodies if any(_is_mission(n) and n.startswith(openings) for n in _names(b)) and b not in known]
    plain = {_PREFIX.sub("", b.name) for b in known}
    return sorted(known, key=lambda b: -len(b.name)) if len(plain) == 1 else []


def _names(actor: Actor) -> tuple[str, ...]:
    """What a body is called in the report and elsewhere."""
    entity = entities().get(actor.name)
    return (actor.name, *actor.aliases, *(entity.names if entity is not None else ()))


def _is_mission(name: str) -> bool:
    return _MISSION.search(name.lower()) is not None


def _is_head(roster: Roster, role: Role) -> bool:
    """ "The head of the EU mission", "heads the mission", "the UN mission's head"."""
    title = role.title.lower()
    if not _HEADS.search(title):
        return False
    if _MISSION.search(title):
        return True
    doc, last = roster.passages[role.passage].doc, role.token + len(title.split())
    around = doc[max(0, role.token - _NEAR) : last + _NEAR]
    return any(token.lower_ == "mission" for token in around)
