"""Actors and roles: who takes part, for whom, in which office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from goodoffices.record import ASSUMED, ActorContent, Evidence, RoleContent, Statement

from ..actors.formal_names import common_names, formal_names
from ..document import offset_of, sentence_of

if TYPE_CHECKING:
    from goodoffices.record.content import Content

    from ..actors.roster import Actor, Role, Roster
    from ..context import Context

__all__ = ["find_actors", "find_roles", "without_anyone"]

_MOST_EVIDENCE = 12


def find_actors(context: Context, needed: AbstractSet[str]) -> Iterator[Statement]:
    """State each actor that takes part, and each that another statement names.

    Args:
        context: The report.
        needed: Ids that other statements use.
    """
    roster = context.roster
    listed = {actor.id: actor for actor in roster.acting()}
    # whoever is named needs the side declared that it belongs to ("the CIA", where nobody names the United States)
    actors = (actor for key in needed | listed.keys() if (actor := roster.actors.get(key)))
    sides = {side for actor in actors if (side := _side(roster, actor))}
    missing = (roster.actors[key] for key in sorted(needed | (sides & roster.actors.keys())) if key not in listed)
    for actor in (*listed.values(), *missing):
        evidence = _evidence(context, actor)
        if evidence:
            assumed = actor.id in roster.assumed and actor.side is not None
            yield context.state(_content(context, actor), evidence, basis=f"name; {ASSUMED}" if assumed else "name")


def without_anyone(actors: Iterable[Statement], told: AbstractSet[str]) -> list[Statement]:
    """Leave out the persons of no side of whom nothing is told: they take no part in anything.

    Args:
        actors: Statements of the actors of a report.
        told: Ids of those whom its other statements name.
    """
    return [each for each in actors if not _is_anyone(each.content, told)]


def _is_anyone(content: Content, told: AbstractSet[str]) -> bool:
    person = isinstance(content, ActorContent) and content.kind == "person" and content.side is None
    return isinstance(content, ActorContent) and person and content.actor not in told


def _content(context: Context, actor: Actor) -> ActorContent:
    roster = context.roster
    passages = roster.passages
    forms = {*actor.aliases, *formal_names(passages, actor), *common_names(passages, actor)}
    aliases = tuple(sorted(forms - {actor.name}))
    return ActorContent(actor=actor.id, name=actor.name, kind=actor.kind, aliases=aliases, side=_side(roster, actor))


def _side(roster: Roster, actor: Actor) -> str | None:
    side = actor.side or roster.serves.get(actor.id)
    return side if side in roster.actors else None


def _evidence(context: Context, actor: Actor) -> tuple[Evidence, ...]:
    """The sentences of its mentions, those in which it acts first, each once."""
    spans: dict[int, Evidence] = {}
    for mention in sorted(actor.mentions, key=lambda m: not m.acts):
        token = context.roster.passages[mention.passage].doc[mention.start]
        sentence = sentence_of(token)
        spans.setdefault(sentence.number, sentence.evidence())
    if not spans:
        spans = {s.number: s.evidence() for s in context.sentences if actor.id in context.actors_in(s.start, s.end)}
    if not spans:  # nobody names it: an office alone tells of it ("Prime Minister X")
        speakers = (m for a in context.roster.actors.values() if a.side == actor.id for m in a.mentions)
        sentences = [sentence_of(context.roster.passages[m.passage].doc[m.start]) for m in speakers]
        spans = {sentence.number: sentence.evidence() for sentence in sentences}
    if not spans and actor.id in context.named_in_cells:  # the report names it in a table alone
        spans = {0: context.named_in_cells[actor.id]}
    return tuple(sorted(list(spans.values())[:_MOST_EVIDENCE]))


_NO_OFFICE = frozenset({"colleague", "colleagues", "fellow"})
"""Words for a person that tell whose he is beside, and no office of his."""


def find_roles(context: Context) -> Iterator[Statement]:
    """State each office that the text gives a person."""
    for role in context.roster.roles:
        if role.title.split()[-1].lower() in _NO_OFFICE:
            continue
        token = context.roster.passages[role.passage].doc[role.token]
        sentence = sentence_of(token)
        yield context.state(
            _role_content(context, role),
            sentence.evidence(),
            when=context.time_in(offset_of(token), sentence.end) if role.tenure == "incoming" else None,
            basis="title",
        )


def _role_content(context: Context, role: Role) -> RoleContent:
    person = context.roster.actors[role.person]
    of = role.of or (person.side if person.side and context.roster.actors[person.side].kind != "person" else None)
    return RoleContent(actor=role.person, title=role.title, of=of, tenure=role.tenure)
