"""Homes: the state whose affairs a report tells of, where counting its name does not settle it."""

from __future__ import annotations

import functools
import re
import tomllib
from collections import Counter
from importlib import resources
from typing import TYPE_CHECKING

from goodoffices.record import actor_id

from .gazetteer import adjectives, entities
from .known import known_side
from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from .gazetteer import Entity
    from .roster import Actor, Roster

__all__ = ["home_of", "likely_home"]

_DATELINE = re.compile(r"^(?P<place>[A-Z][A-Z' -]{3,28}[A-Z])(?:,| \(| [-–—])", re.MULTILINE)
_OPENING = 300
"""Characters in which a dateline stands."""
_ENOUGH = 4
"""Weight from which a state may be whose affairs a report tells of."""
_AHEAD = 2
"""How many times the weight of the next state it takes."""
_AHEAD_WITH_GROUP = 1.2
_HOSTING = frozenset(
    {"mediation", "facilitation", "mediator", "facilitator", "host", "capital", "broker", "guarantor", "mediating"}
)
"""What a state has that helps in the affairs of others."""
_GROUP = 4
"""Weight of a group that is known to fight or to sit at the table there."""
_PERSON = 2
"""Weight of a person of whom every reader knows which state they speak for."""
_IN_NAME = 3
"""Weight of a state's name inside that of a body of its own ("the United Tajik Opposition")."""
_OWNING = 2
"""Weight of what only a state with a conflict has ("Angola's rebels", "the Tajik president")."""


def likely_home(roster: Roster, besides: frozenset[str]) -> str | None:
    """The state that most of a report points to: its groups, the names of its bodies, what is said to be its own.

    Args:
        roster: The report's actors so far.
        besides: Ids of states that cannot be it: those of the mediators.

    Returns:
        The state's id, None where no state is well ahead of the others.
    """
    pointed: Counter[str] = Counter()
    grouped: set[str] = set()
    for actor in tuple(roster.actors.values()):
        for state, weight in _pointing(actor):
            pointed[state] += weight
            grouped |= {state} if actor.kind != "person" else set()
    weights = pointed + Counter(state for passage in roster.passages for state in _spoken_of(passage.doc))
    weights.update([sent] if (sent := _dateline_state(roster)) is not None else [])
    best = [(state, weight) for state, weight in weights.most_common() if _id(state) not in besides]
    if max(pointed.values(), default=0) > _PERSON:  # who only gives a roof to the talks is named as often
        best = [(state, weight) for state, weight in best if pointed[state]]
    if not best or not _is_well_ahead(best, pointed[best[0][0]]):
        return None
    if best[0][0] not in grouped and _is_between_states(pointed, best[0][0]):
        return None
    home = entities()[best[0][0]]
    return roster.enter(home.name, home.kind, home.iso).id


def _is_between_states(pointed: Counter[str], state: str) -> bool:
    """Do only persons point to a state, and those of another to theirs nearly as much?"""
    others = max((weight for other, weight in pointed.items() if other != state), default=0)
    return pointed[state] > 0 and others * 3 > pointed[state]


def _is_well_ahead(best: Sequence[tuple[str, int]], pointed: int) -> bool:
    """Is the first state far enough ahead of the second? Less far where a group is known to be its own."""
    ahead = _AHEAD if pointed < _GROUP else _AHEAD_WITH_GROUP
    return best[0][1] >= _ENOUGH and (len(best) == 1 or best[1][1] * ahead <= best[0][1])


def _dateline_state(roster: Roster) -> str | None:
    """The state from whose capital a report is sent ("PORT-AU-PRINCE (Agency) -")."""
    opening = next((p.sentences[0].report.text for p in roster.passages if p.sentences), "")
    found = _DATELINE.search(opening[:_OPENING])
    return _seats().get(found["place"].upper()) if found is not None else None


@functools.cache
def _seats() -> dict[str, str]:
    """Capital in capitals -> its state."""
    states = (entity for entity in entities().values() if _is_state(entity))
    return {seat.upper(): state.name for state in states for seat in state.metonyms if isinstance(seat, str)}


def _id(state: str) -> str:
    return actor_id("state", state)


def _pointing(actor: Actor) -> Iterator[tuple[str, int]]:
    """The states that an actor points to: a group's home, a state's word in the name of a body."""
    if not actor.mentions or actor.name.split()[-1] in lexicon().forces.values():
        return
    if (home := _homes().get(actor.name)) is not None:
        yield home, _GROUP
    elif actor.kind == "person":
        side = known_side(actor.name, titled=False)
        yield from [(side.name, _PERSON)] if side is not None and _is_state(side) else []
    elif actor.kind in {"group", "organisation"} and actor.name not in entities():
        words = actor.name.replace("-", " ").split()
        states = {adjectives()[word].name for word in words if word in adjectives() and _is_state(adjectives()[word])}
        states |= {word for word in words if word in entities() and _is_state(entities()[word])}
        yield from ((state, _GROUP if actor.kind == "group" else _IN_NAME) for state in states)


def _spoken_of(doc: Doc) -> Iterator[str]:
    """Each state that a passage names as more than a place, and again for what it is said to own."""
    named, torn = doc.user_data["named"], lexicon().doing.torn
    for i, entity in named.items():
        first = i == 0 or named.get(i - 1) is not entity
        if not first or not _is_state(entity):
            continue
        token = doc[i]
        if token.head.lemma_.lower() in _HOSTING:
            continue
        if token.head.lower_ not in {"in", "at", "from", "to"}:
            yield entity.name
        if token.head.lemma_.lower() in torn and token.dep_ in {"poss", "amod", "compound", "nmod"}:
            yield from [entity.name] * _OWNING


def _is_state(entity: Entity) -> bool:
    return entity.kind == "state"


def home_of(name: str) -> str | None:
    """The state whose government a known group or body faces or belongs to.

    Args:
        name: Its name as the gazetteer has it.
    """
    return _homes().get(name)


@functools.cache
def _homes() -> dict[str, str]:
    """Group -> the state whose government it faces or belongs to."""
    text = resources.files(__package__).joinpath("data/homes.toml").read_text(encoding="utf-8")
    return {group: state for state, groups in tomllib.loads(text).items() for group in groups}
