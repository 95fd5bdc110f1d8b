"""Whom a model means: actors as the program's own reading of the report has them, named where the quote stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import ActorContent, Evidence, Statement, actor_id, fold, make_statement

from ..kinds.people import find_actors
from .answer import SaidActor
from .passage import NotBorneOut, Passage, find_words, shown

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["Names"]

_ARTICLE = re.compile(r"^(?:the|a|an|both)\s+", re.IGNORECASE)
_LONGEST_NAME = 120
_MOST_PLACES = 40
"""Places of a name in a report that are looked at for whom it means."""


class Names:
    """The actors of one report, as far as the entries of a model name them."""

    def __init__(self, context: Context, listed: Iterable[SaidActor]) -> None:
        """Take the report, and what the model says of actors whom the report's own reading does not know."""
        self._context = context
        self._listed = {fold(each.name): each for each in listed}
        self._own: dict[str, tuple[ActorContent, Evidence]] = {}

    def meant(self, name: str, passage: Passage) -> str:
        """The actor that `name` means in `passage`.

        Args:
            name: As the model writes it.
            passage: Where the entry stands; the actor must be named there, or referred to ("he", "the group").

        Returns:
            The id that the actor has in this report.

        Raises:
            NotBorneOut: If nobody there is meant by it.
        """
        name = name.strip()
        if not name or len(name) > _LONGEST_NAME:
            msg = f"{shown(name)} is no name"
            raise NotBorneOut(msg)
        place = self._find(name, passage.around)
        if place is not None and (found := self._at(place)):
            return found
        there = {actor for start, end in passage.around for actor in self._there(start, end)}
        known = next((actor for actor in self._anywhere(name) if actor in there), None)
        if known is not None:
            return known
        if place is None:
            msg = f"its sentence does not speak of {shown(name)}"
            raise NotBorneOut(msg)
        return self._enter(name, place)

    def party(self, name: str, passage: Passage) -> str:
        """The side that `name` means, or speaks for."""
        actor = self.meant(name, passage)
        return self._context.roster.party(actor) if actor in self._context.roster.actors else actor

    def _find(self, name: str, spans: tuple[tuple[int, int], ...]) -> tuple[int, int] | None:
        text = self._context.report.text
        return find_words(text, name, spans) or find_words(text, _ARTICLE.sub("", name), spans)

    def _at(self, place: tuple[int, int]) -> str | None:
        """The actor that words are: in prose by the parse, in a table by its name."""
        context = self._context
        found = context.head_actors([place]) if context.tokens_in(*place) else context.parties_named(*place)
        return found[0] if found else None

    def _there(self, start: int, end: int) -> Iterator[str]:
        context = self._context
        yield from context.actors_in(start, end)
        yield from context.said_by(start, end)
        if not context.tokens_in(start, end):
            yield from context.persons_named(start, end)
            yield from context.parties_named(start, end)

    def _anywhere(self, name: str) -> Iterator[str]:
        """The actors that a name can mean in this report: by their names, or where it stands elsewhere."""
        wanted = fold(name)
        for actor in self._context.roster.actors.values():
            if wanted in {fold(form) for form in (actor.name, *actor.aliases)}:
                yield actor.id
        text, bare = self._context.report.text, _ARTICLE.sub("", name)
        at = text.find(bare) if bare else -1
        for _ in range(_MOST_PLACES):
            if at < 0:
                return
            yield from self._context.head_actors([(at, at + len(bare))])
            at = text.find(bare, at + 1)

    def _enter(self, name: str, place: tuple[int, int]) -> str:
        """Enter an actor whom only the model knows: with a name of its own, of the kind that the model gives."""
        listed = self._listed.get(fold(name))
        words = self._context.report.text[place[0] : place[1]]
        capital = any(char.isupper() for char in _ARTICLE.sub("", words))
        if listed is None or not capital:
            msg = f"{shown(name)} is no actor that the report or the answer introduces by name"
            raise NotBorneOut(msg)
        key = actor_id(listed.kind, words)
        content = ActorContent(actor=key, name=" ".join(_ARTICLE.sub("", words).split()), kind=listed.kind)
        self._own.setdefault(key, (content, self._sentence(place)))
        return key

    def _sentence(self, place: tuple[int, int]) -> Evidence:
        for sentence in self._context.sentences:
            if sentence.start <= place[0] and place[1] <= sentence.end:
                return sentence.evidence()
        return self._context.report.evidence(*place)

    def statements(self, needed: Iterable[str], *, reader: str, basis: str) -> Iterator[Statement]:
        """State the actors that other statements name, and those whom they speak for."""
        roster, left = self._context.roster, set(needed)
        wanted: set[str] = set()
        while left:
            wanted.add(actor := left.pop())
            known = roster.actors.get(actor)
            if known is not None and known.side and known.side not in wanted:
                left.add(known.side)
        for found in find_actors(self._context, wanted & roster.actors.keys()):
            if isinstance(found.content, ActorContent) and found.content.actor in wanted:
                yield msgspec.structs.replace(found, reader=reader, basis=basis)
        for key in sorted(wanted & self._own.keys()):
            content, evidence = self._own[key]
            yield make_statement(content, (evidence,), reader=reader, basis=basis)
