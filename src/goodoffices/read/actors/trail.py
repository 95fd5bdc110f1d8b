"""The trail: who has been mentioned so far in a report, as a reader of the text would have them in mind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from .centre import Trace, nearest
from .gazetteer import entities
from .lexicon import lexicon
from .peoples import is_of_people
from .phrases import owner_of
from .roster import Roster
from .sides import between_sides, home_state

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from .roster import Actor

__all__ = ["Trail", "begin_trail", "kind_at", "nearest_of"]

_ALOUD = 40
"""Mentions among which those are looked for that are not within quotation marks."""
_MAIN = 4
"""Parties, of those that act most, that can be one of "the two sides"."""
_MARGINAL = 5
"""How many times as often as its first movement a party may act, so that the movement is one of those who talk."""
_AT_HOME = 2
"""How many mentions of a government outweigh what else points to a state."""


class Trail(msgspec.Struct, kw_only=True):
    """What has been mentioned so far.

    Attributes:
        roster: The report's actors.
        groups: Ids of the movements, those that act most first; no crowds ("the rebels").
        states: Ids of the states, those that act most first, without those between the sides.
        main: Ids of the parties that act most.
        governed: Id of the state that "the government" means, None where it is not known.
        weights: How often each party acts, itself or by its people.
        persons: The persons mentioned so far, strangers among them.
        bodies: The states, groups and organisations mentioned so far.
        pair: Ids of the two parties that were named together last.
        several: Ids of a government and its movements that were named in one list, the longest so far.
        sentence: How many sentences have begun.
        number: The passage that is being read.
        quoting: Is it within quotation marks?
    """

    roster: Roster
    groups: list[str]
    states: list[str]
    main: list[str]
    governed: str | None
    weights: Counter[str]
    persons: list[Trace] = msgspec.field(default_factory=list)
    bodies: list[Trace] = msgspec.field(default_factory=list)
    pair: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    sentence: int = 0
    number: int = 0
    quoting: bool = False


def begin_trail(roster: Roster) -> Trail:
    """Begin with nobody mentioned; that a movement takes part, and which state it faces, is noted in the roster."""
    actors = roster.actors
    acts = {a.id: len([m for m in a.mentions if m.acts]) for a in actors.values()}
    weights = _by_side(roster, acts)
    main = [a for a, _ in weights.most_common() if _may_be_side(actors[a])]
    crowds = {name for name, entity in entities().items() if entity.of_states}
    groups = [a for a in main if actors[a].kind == "group" and actors[a].name not in crowds]
    states = [a for a in main if actors[a].kind == "state" and a not in between_sides(roster)]
    roster.armed = bool(groups) and _MARGINAL * acts[groups[0]] >= max(acts[a] for a in main)
    governed = _governed(roster)
    return Trail(roster=roster, groups=groups, states=states, main=main[:_MAIN], governed=governed, weights=weights)


def nearest_of(trail: Trail, shelf: Sequence[Trace]) -> tuple[str, ...]:
    """Whom of those on a shelf a word means that stands here; within quotation marks also who was named in them."""
    return nearest(shelf if trail.quoting else [t for t in shelf[-_ALOUD:] if not t.quoted], trail.sentence)


def kind_at(trail: Trail, trace: Trace) -> str | None:
    """The kind of actor that was mentioned, None for someone without a name."""
    return trail.roster.actors[trace.actor].kind if trace.actor else None


def _may_be_side(actor: Actor) -> bool:
    return actor.kind in {"state", "group"} or is_of_people(actor.name)


def _by_side(roster: Roster, acts: Mapping[str, int]) -> Counter[str]:
    """How often each side acts, itself or by a person who speaks for it; those that act themselves before others."""
    weights = Counter(acts)
    for actor in roster.actors.values():
        if actor.kind == "person" and (side := roster.party(actor.id)) != actor.id:
            weights[side] += acts[actor.id]
    return weights


def _governed(roster: Roster) -> str | None:
    """The state that "the government" means: the one whose government the report speaks of, if it is one alone."""
    spoken = _governments_spoken_of(roster)
    home = home_state(roster) if spoken else None
    if home is not None and spoken[home] + _AT_HOME > spoken.most_common(1)[0][1]:
        spoken[home] += _AT_HOME  # whose groups and affairs the report tells of
    if spoken and roster.armed:
        roster.governed = spoken.most_common(1)[0][0]
    return spoken.most_common(1)[0][0] if spoken else home_state(roster)


def _governments_spoken_of(roster: Roster) -> Counter[str]:
    """How often the report speaks of each state's government or army; a government's full name becomes an alias."""
    spoken: Counter[str] = Counter()
    bodies = lexicon().referring.state | lexicon().referring.arms
    for passage in roster.passages:
        for token in passage.doc:
            ids = roster.at(token)
            governs = token.lower_ in bodies and len(ids) == 1
            if governs and roster.actors[ids[0]].kind == "state":
                spoken[ids[0]] += 1
                phrase = _phrase_with_owner(token)
                if phrase[:1].isupper() and " " in phrase and token.lower_ in lexicon().referring.state:
                    roster.actors[ids[0]].aliases[phrase] += 1
    return spoken


def _phrase_with_owner(noun: Token) -> str:
    """A noun with the words before it, from its owner on, without the article."""
    owner = owner_of(noun) or noun
    phrase = str(noun.doc[min(noun.left_edge.i, owner.left_edge.i) : noun.i + 1].text)
    return phrase.removeprefix("the ").removeprefix("The ")
