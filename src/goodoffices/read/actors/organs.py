"""Organs: bodies inside a movement speak for it ("the Executive Council of the KCK"), ministries for their state."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from .gazetteer import entities
from .sides import home_state

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .gazetteer import Entity
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
_PARTS = frozenset(
    {"organ", "mission", "commission", "assembly", "team", "office", "court", "agency", "board", "force", "directorate"}
)
"""What else unions and leagues have of their own."""
_SERVICES = frozenset({"police", "gendarmerie", "civil", "constabulary", "ministry"})
"""Last words of the names of services that a state has ("the Guardia Civil")."""
_GUARDS = frozenset({"service", "services", "police", "agency", "directorate", "guard", "guards", "bureau"})
_GUARDING = frozenset({"security", "intelligence", "border", "police", "frontier", "coast"})
"""Words of the names of services that keep a state safe, and speak for it ("Georgia's State Security Service")."""
_OF_STATES = frozenset(
    {"service", "services", "council", "command", "court", "headquarters", "directorate", "agency", "intelligence"}
    | {"commission", "police", "guard", "guards", "corps", "board", "assembly", "parliament", "senate", "congress"}
    | {"army", "navy", "force", "forces", "staff", "chamber", "tribunal", "office", "bureau", "bank", "media"}
)
"""Last words of the names of what a state has."""
_STATELY = frozenset(
    {"judicial", "supreme", "constitutional", "security", "intelligence", "border", "coast", "electoral"}
)
_NEAR = 3
"""Words between an organ and the body that it is of, at most."""


def tie_organs(roster: Roster) -> None:
    """Give the organs of groups the group for a side, where one group alone is said to have them."""
    for actor in tuple(roster.actors.values()):
        if actor.kind != "organisation" or actor.side:
            continue
        if (state := _state_of_ministry(actor.name)) is not None:
            actor.side = roster.enter(state.name, state.kind, state.iso).id
        elif _keeps_safe(actor.name):
            states = {owner for mention in actor.mentions for owner in _owners(roster, actor, mention, kind="state")}
            actor.side = states.pop() if len(states) == 1 else None
        if actor.side or actor.name.split()[-1].lower() not in _ORGANS:
            continue
        owners = {owner for mention in actor.mentions for owner in _owners(roster, actor, mention)}
        if len(owners) == 1:
            actor.side = owners.pop()
    _serve_patrons(roster)
    _serve_owners(roster)
    _serve_home(roster)


def _keeps_safe(name: str) -> bool:
    words = name.lower().split()
    return words[-1] in _GUARDS and not _GUARDING.isdisjoint(words)


def _serve_patrons(roster: Roster) -> None:
    """Note whose organs the organs of unions are ("the bloc's Panel of Elders"); they speak for themselves."""
    by_name = {form: a for a in roster.actors.values() if a.kind == "organisation" for form in _forms(a)}
    for actor in tuple(roster.actors.values()):
        if actor.kind != "organisation" or actor.side or actor.id in roster.serves:
            continue
        opening = {body.id for name in _forms(actor) if (body := _opening(name, by_name)) is not None} - {actor.id}
        if not opening and _is_organ(actor.name):
            opening = {o for m in actor.mentions for o in _owners(roster, actor, m, kind="organisation")}
        if len(opening) == 1:
            roster.serves[actor.id] = opening.pop()


def _forms(actor: Actor) -> tuple[str, ...]:
    """The names of a body that no other has: its own, and what it is called in the report and elsewhere."""
    entity = entities().get(actor.name)
    return (actor.name, *actor.aliases, *(entity.names if entity is not None else ()))


def _opening(name: str, by_name: Mapping[str, Actor]) -> Actor | None:
    """The body whose name opens that of its organ ("SADC Organ on Politics", "African Union Peace Council")."""
    words = name.removeprefix("the ").split()
    if not any(word.lower() in _ORGANS | _PARTS for word in words[1:]):
        return None
    heads = (" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))
    return next((by_name[head] for head in heads if head in by_name), None)


def _is_organ(name: str) -> bool:
    """ "Panel of Elders", "Peace and Security Council"."""
    words = name.lower().split()
    of = next((n for n, word in enumerate(words) if word in {"of", "on", "for"} and n), len(words))
    return words[of - 1] in _ORGANS | _PARTS


def _serve_owners(roster: Roster) -> None:
    """Note of which state a service, a command or a court is behind its name ("Kenya's Security Council")."""
    for actor in tuple(roster.actors.values()):
        free = actor.kind == "organisation" and not actor.side and actor.id not in roster.serves
        if not free or not _is_organ_of_state(actor.name):
            continue
        owners = {state.name: state for m in actor.mentions if (state := _state_before(roster, m)) is not None}
        if len(owners) == 1:
            state = next(iter(owners.values()))
            roster.serves[actor.id] = roster.enter(state.name, state.kind, state.iso).id


def _is_organ_of_state(name: str) -> bool:
    """ "State Security Service", "Supreme Court", "Northern Command": what states have; a union has no such thing."""
    words = name.lower().split()
    of = next((n for n, word in enumerate(words) if word in {"of", "on", "for"} and n), len(words))
    return words[of - 1] in _OF_STATES


def _state_before(roster: Roster, mention: Mention) -> Entity | None:
    """The state whose name or adjective stands right before a body's name."""
    doc = roster.passages[mention.passage].doc
    at = mention.start - 1 - (mention.start > 0 and doc[mention.start - 1].tag_ == "POS")
    entity: Entity | None = doc.user_data["named"].get(at) if at >= 0 else None
    return entity if entity is not None and entity.kind == "state" else None


def _serve_home(roster: Roster) -> None:
    """Note that the police, where no state is named beside, is of the one that the report tells of."""
    home = roster.governed or home_state(roster)
    spoken_for = {actor.side for actor in roster.actors.values() if actor.side}
    for actor in roster.actors.values() if home is not None else ():
        own = actor.kind == "organisation" and not actor.side and actor.id not in spoken_for
        if home is not None and own and (actor.name.split()[-1].lower() in _SERVICES or _is_state_like(actor.name)):
            roster.serves.setdefault(actor.id, home)


def _is_state_like(name: str) -> bool:
    """ "Supreme Judicial Council", "National Security Council": organs by whose name alone they are a state's."""
    return _is_organ_of_state(name) and bool(_STATELY & {*name.lower().split()}) and name.istitle()


def _state_of_ministry(name: str) -> Entity | None:
    """The state that a ministry's name names ("Foreign Ministry of the Republic of Iraq")."""
    words = name.split()
    if "Ministry" not in words:
        return None
    found = {
        state.name: state
        for size in (1, 2, 3)
        for at in range(len(words) - size + 1)
        if (state := _states().get(" ".join(words[at : at + size]).removesuffix("'s").removesuffix("’s"))) is not None
    }
    longest = max(found, key=len, default=None)
    return found[longest] if longest is not None else None


@functools.cache
def _states() -> dict[str, Entity]:
    """States by every name and adjective of theirs."""
    known = (entity for entity in entities().values() if entity.kind == "state")
    return {form: entity for entity in known for form in (*entity.adjectives, *entity.names, entity.name)}


def _owners(roster: Roster, actor: Actor, mention: Mention, kind: str = "group") -> Iterator[str]:
    doc = roster.passages[mention.passage].doc
    behind = doc[mention.end : mention.end + 1 + _NEAR]
    beside = list(behind[1:]) if behind and behind[0].lower_ == "of" else []
    if mention.start > 1 and doc[mention.start - 1].lower_ in {"'s", "'"}:
        beside.append(doc[mention.start - 2])
    elif mention.start and doc[mention.start - 1].tag_ == "PRP$":
        beside.append(doc[mention.start - 1])  # "its Panel of Elders"
    for token in beside:
        groups = [a for a in roster.at(token) if roster.actors[a].kind == kind and a != actor.id]
        yield from groups[:1]
        if groups or token.pos_ not in {"DET", "PROPN", "ADJ", "NOUN"}:
            return
