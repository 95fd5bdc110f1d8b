"""The joined actors, and contents rewritten to them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

import msgspec

from goodoffices.record.content import (
    ActorContent,
    AssertionContent,
    Content,
    EventContent,
    MechanismContent,
    MeetingContent,
    PlanContent,
    PositionContent,
    QuoteContent,
    RoleContent,
    WithheldContent,
    fold,
)

from .wording import matter

__all__ = ["Cast"]

_SHORTEST_NAME = 4
"""Letters of the shortest name that other words are looked at for ("Mali" in "Malian")."""


class Cast:
    """Who is who over all reports."""

    def __init__(
        self, ids: Mapping[tuple[str, str], str], actors: Iterable[ActorContent], gone: frozenset[tuple[str, str]]
    ) -> None:
        """Take the joins.

        Args:
            ids: (report, the id that an actor has in it) -> the joined id.
            actors: The joined actors.
            gone: (report, id) of actors that an analyst rejected.
        """
        self._ids = ids
        self._actors = {actor.actor: actor for actor in actors}
        self._actors = {actor: self._state_of(known) for actor, known in self._actors.items()}
        self._gone = gone
        self._anywhere: dict[str, set[str]] = {}
        for (_, local), joined in ids.items():
            self._anywhere.setdefault(local, set()).add(joined)
        self._words: dict[str, frozenset[str]] = {}

    def actors(self) -> tuple[ActorContent, ...]:
        """The joined actors."""
        return tuple(self._actors.values())

    def joined(self, report: str, actor: str | None) -> str | None:
        """The joined id of what `report` calls `actor`; None for nobody and for an actor that was rejected."""
        if actor is None or (report, actor) in self._gone:
            return None
        if (joined := self._ids.get((report, actor))) is not None:
            return joined
        anywhere = self._anywhere.get(actor, set())
        return next(iter(anywhere)) if len(anywhere) == 1 else actor

    def side(self, actor: str) -> str:
        """The state or body that an actor speaks for; itself where it speaks for itself."""
        known = self._actors.get(actor)
        return known.side if known is not None and known.side else actor

    def _state_of(self, actor: ActorContent) -> ActorContent:
        """Who speaks for a president, a council or a delegation speaks for its state: follow the sides to the last."""
        side, seen = actor.side, {actor.actor}
        while side in self._actors and side not in seen and (further := self._actors[side].side):
            if self._kind(side) == self._kind(further) == "organisation":
                break  # whoever leads a union's mission or council speaks for that
            seen.add(side)
            side = further
        return msgspec.structs.replace(actor, side=None if side == actor.actor else side)

    def _kind(self, actor: str) -> str:
        return self._actors[actor].kind if actor in self._actors else ""

    def party(self, actor: str) -> str:
        """Who holds a position that `actor` voices: the side of a person, else the actor."""
        known = self._actors.get(actor)
        return self.side(actor) if known is not None and known.kind == "person" else actor

    def is_person(self, actor: str) -> bool:
        """Is the actor a person?"""
        known = self._actors.get(actor)
        return known is not None and known.kind == "person"

    def name(self, actor: str | None) -> str:
        """The name of an actor for people to read."""
        known = self._actors.get(actor) if actor else None
        return known.name if known is not None else "an actor not named here"

    def forms(self, actor: str | None) -> frozenset[str]:
        """All the names of an actor, folded."""
        known = self._actors.get(actor) if actor else None
        return frozenset(fold(form) for form in (known.name, *known.aliases)) if known is not None else frozenset()

    def named(self, word: str) -> str | None:
        """The state or body that a folded word names ("ukraine", "ukrainian"); None where none does, or several do."""
        for length in range(len(word), _SHORTEST_NAME - 1, -1):
            if (actors := self._by_name.get(word[:length])) is not None:
                return next(iter(actors)) if len(actors) == 1 else None
        return None

    def names_any(self, word: str) -> bool:
        """Is a stem a piece of any actor's name, or a word made from one?"""
        return word in self._name_words or self.named(word) is not None

    @functools.cached_property
    def _by_name(self) -> dict[str, set[str]]:
        """Names of one word -> the states and bodies that bear them."""
        found: dict[str, set[str]] = {}
        for actor, known in self._actors.items():
            for form in self.forms(actor) if known.kind != "person" else ():
                if " " not in form and len(form) >= _SHORTEST_NAME:
                    found.setdefault(form, set()).add(actor)
        return found

    @functools.cached_property
    def _name_words(self) -> frozenset[str]:
        """Stems of the names of persons, and of single-word names of states and bodies."""
        forms = (
            form for actor in self._actors for form in self.forms(actor) if self.is_person(actor) or " " not in form
        )
        return frozenset(stem for form in forms for stem in matter(form))

    def actors_in(self, text: str) -> set[str]:
        """The actors that a text names, the longest names first ("South Sudan" before "Sudan"); persons by the last."""
        left, found = f" {fold(text)} ", set[str]()
        for form, actors in self._all_forms:
            if f" {form} " in left:
                found |= actors
                left = left.replace(f" {form} ", " | ")
        return found

    @functools.cached_property
    def _all_forms(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """All folded names, the longest first, each with who bears it; of persons the last word alone as well."""
        found: dict[str, set[str]] = {}
        for actor in self._actors:
            for form in self.forms(actor):
                found.setdefault(form, set()).add(actor)
        for actor in filter(self.is_person, self._actors):
            for last in {form.rsplit(" ", 1)[-1] for form in self.forms(actor) if " " in form}:
                if len(last) >= _SHORTEST_NAME:
                    found.setdefault(last, set()).add(actor)
        named = ((form, frozenset(actors)) for form, actors in found.items() if form)
        return tuple(sorted(named, key=lambda each: (-len(each[0]), each[0])))

    def words(self, actor: str | None) -> frozenset[str]:
        """The stems of all the names of an actor: they say who, not what."""
        if actor is None or (known := self._actors.get(actor)) is None:
            return frozenset()
        if actor not in self._words:
            self._words[actor] = frozenset().union(*(matter(name) for name in (known.name, *known.aliases)))
        return self._words[actor]

    def _all(self, report: str, actors: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({joined for actor in actors if (joined := self.joined(report, actor))}))

    def rewrite(self, report: str, content: Content) -> Content | None:
        """Write `content` with joined ids; None where the one it is about was rejected as an actor."""
        match content:
            case RoleContent():
                return self._must(report, content, "actor", content.actor, of=self.joined(report, content.of))
            case PositionContent():
                party = self.joined(report, content.party)
                return msgspec.structs.replace(content, party=self.party(party)) if party else None
            case QuoteContent():
                return self._must(report, content, "speaker", content.speaker, to=self._all(report, content.to))
            case _:
                return self._loose(report, content)

    def _must(self, report: str, content: Content, field: str, actor: str, **rest: object) -> Content | None:
        joined = self.joined(report, actor)
        return msgspec.structs.replace(content, **{field: joined}, **rest) if joined else None

    def _loose(self, report: str, content: Content) -> Content:
        """Rewrite a content that stands without any of its actors."""
        match content:
            case MeetingContent():
                present = self._all(report, content.participants)
                return msgspec.structs.replace(
                    content, participants=present, convenor=self.joined(report, content.convenor)
                )
            case PlanContent():
                return msgspec.structs.replace(content, author=self.joined(report, content.author))
            case MechanismContent():
                return msgspec.structs.replace(content, led_by=self._all(report, content.led_by))
            case EventContent() | AssertionContent():
                return msgspec.structs.replace(content, actors=self._all(report, content.actors))
            case WithheldContent():
                return msgspec.structs.replace(content, by=self._all(report, content.by))
            case _:
                return content
