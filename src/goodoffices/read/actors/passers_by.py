"""Passers-by: who is met once in a report and of whom nothing is told, so that the reader has no need of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .gazetteer import entities

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Token

    from .roster import Actor, Roster

__all__ = ["leave_passers_by"]


def leave_passers_by(roster: Roster, told: AbstractSet[str]) -> None:
    """Let those no longer act who are in a report for one sentence, and neither want, meet nor do anything in it.

    These are crowds and bodies in small letters ("women's associations cheered"), which texts bring in for colour, and
    states to which something goes ("copper sold to Peru").

    Args:
        roster: The report's actors.
        told: Ids of those whom its statements name.
    """
    needed = {*told, *(a.side for a in roster.actors.values()), *(role.of for role in roster.roles)}
    for actor in roster.actors.values():
        if actor.id in needed or sum(mention.acts for mention in actor.mentions) != 1:
            continue
        if _is_plain(roster, actor) or (actor.kind == "state" and _is_whither(roster, actor)):
            actor.leave_the_stage()


def _is_plain(roster: Roster, actor: Actor) -> bool:
    """Is it a body by a common noun, or a crowd that no article makes one that the reader knows ("the mediators")?"""
    name = actor.name.split(" in ")[0].split(" from ")[0]  # "farmers in Arica"
    known = actor.name in entities()
    if known or actor.kind not in {"group", "organisation"} or not name.split()[-1].islower():
        return False
    return actor.kind == "organisation" or not any(c.lower_ == "the" for c in _acting(roster, actor).children)


def _is_whither(roster: Roster, actor: Actor) -> bool:
    """ "Extradited to Chile": does the state act no more than as the place or the end to which something goes?"""
    root = _acting(roster, actor)
    while root.dep_ == "conj" and root.head.i != root.i:
        root = root.head
    return root.dep_ == "pobj" and root.head.lower_ == "to"


def _acting(roster: Roster, actor: Actor) -> Token:
    """The noun by which the actor acts."""
    mention = next(mention for mention in actor.mentions if mention.acts)
    return roster.passages[mention.passage].doc[mention.start : mention.end].root
