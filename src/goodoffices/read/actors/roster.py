"""The roster of a report: every actor, its side and offices, and which words of the text mean it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import ActorKind, Tenure, actor_id

from ..document import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .gazetteer import Entity

__all__ = ["Actor", "Mention", "Role", "Roster"]


class Mention(msgspec.Struct, frozen=True):
    """Words that mean an actor: tokens ``[start, end)`` of a passage, and whether the actor acts there."""

    passage: int
    start: int
    end: int
    acts: bool


class Actor(msgspec.Struct, kw_only=True):
    """An actor of a report while it is being found; `goodoffices.record.ActorContent` is the frozen form."""

    id: str
    name: str
    kind: ActorKind
    iso: str | None = None
    aliases: Counter[str] = msgspec.field(default_factory=Counter)
    mentions: list[Mention] = msgspec.field(default_factory=list)
    side: str | None = None

    def leave_the_stage(self) -> None:
        """Let it be named in the report and act in it no more."""
        self.mentions[:] = [msgspec.structs.replace(mention, acts=False) for mention in self.mentions]


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """An office that the text gives a person, and where it stands."""

    person: str
    title: str
    of: str | None
    tenure: Tenure
    passage: int
    token: int


class Roster:
    """Who is meant by which words. Made by `call_roll`.

    Attributes:
        passages: The parsed report.
        actors: Every actor by id.
        roles: The offices that the text gives.
        government: Id of "the Government", where the report speaks of one without saying of which state.
        armed: Does an armed group or movement take part?
        between: Ids of the states whose mediators the report speaks of, once they have been looked for.
        labels: Where the label of a turn stands -> ids of those whom it means, none for who only asks.
        pair: Ids of the two sides of the talks, as far as they are known; fewer where they are not.
        guessed: Words for the two sides that were taken for the likeliest two, before any two were named together.
        called: Ids of bodies -> the nouns that the report calls them by ("X, the main party").
        places: Where the known actors are named (passage, token, name), once someone has asked.
        governed: Id of the state whose government an armed group or movement of the report faces, or None.
        serves: Ids of the police and the like -> id of their state, in whose name they do not speak.
        assumed: Ids of persons who speak for the state that the report tells of because nothing says for whom they do.
        ruled: The one state of which the report says that soldiers rule it, once someone has asked.
        items: Passages -> id of the state that their item of a round-up tells of, once someone has asked.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Start with nobody."""
        self.passages = passages
        self.actors: dict[str, Actor] = {}
        self.roles: list[Role] = []
        self.government: str | None = None
        self.governed: str | None = None
        self.serves: dict[str, str] = {}
        self.items: dict[int, str] | None = None
        self.assumed: set[str] = set()
        self.pair: tuple[str, ...] = ()
        self.guessed: list[Token] = []
        self.places: list[tuple[int, int, str]] = []
        self.called: dict[str, set[str]] = {}
        self.labels: dict[tuple[int, int], tuple[str, ...]] = {}
        self.armed = False
        self.between: frozenset[str] | None = None
        self.ruled: list[Entity] | None = None
        self._held: dict[str, list[int]] = {}
        self._counted = 0

    def roles_of(self, person: str) -> list[Role]:
        """The offices that the text gives one person, so far; no look at those of all the others."""
        for place in range(self._counted, len(self.roles)):
            self._held.setdefault(self.roles[place].person, []).append(place)
        self._counted = len(self.roles)
        return [self.roles[place] for place in self._held.get(person, ())]

    def at(self, token: Token) -> tuple[str, ...]:
        """Ids of the actors that a word means, none where it means none."""
        meant: tuple[str, ...] = token.doc.user_data["actors"].get(token.i, ())
        return meant

    def party(self, actor: str) -> str:
        """Id of the side that an actor speaks for in the end, or its own."""
        seen = {actor}
        while (side := self.actors[actor].side) in self.actors and side not in seen:
            seen.add(actor := side)
        return actor

    def parties_at(self, token: Token) -> tuple[str, ...]:
        """Ids of the sides that a word means."""
        return tuple(dict.fromkeys(self.party(actor) for actor in self.at(token)))

    def enter(self, name: str, kind: ActorKind, iso: str | None = None) -> Actor:
        """The actor of that name, entered if it is new."""
        key = actor_id(kind, name)
        if key not in self.actors:
            self.actors[key] = Actor(id=key, name=name, kind=kind, iso=iso)
        return self.actors[key]

    def acting(self) -> Iterator[Actor]:
        """The actors that take part: those that act somewhere, and those that others speak for or belong to."""
        needed = {actor.side for actor in self.actors.values() if actor.side} | {
            role.of for role in self.roles if role.of
        }
        for actor in self.actors.values():
            if not actor.mentions or self._is_headline_alone(actor):
                continue
            if actor.kind == "person" or actor.id in needed or any(m.acts for m in actor.mentions):
                yield actor

    def _is_headline_alone(self, actor: Actor) -> bool:
        """ "Humanitarian Toll", "General Takes the Helm": where every word has a capital, a capital names nobody."""
        plain = actor.kind == "group" and actor.name.split()[-1].islower()  # "Liberian rebels balk"
        if not (plain or actor.kind in {"person", "organisation"}) or actor.side is not None or self.roles_of(actor.id):
            return False
        return all(self.passages[mention.passage].block.kind == "heading" for mention in actor.mentions)
