"""Seats: towns and regions that hold a position for whoever governs there ("Benghazi rejected the ceasefire")."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

from ..actors.gazetteer import entities
from ..document import sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["seated_at"]

_BESIDE = frozenset({"compound", "amod", "nmod", "poss"})


def seated_at(context: Context, noun: Token) -> tuple[str, ...]:
    """Whom a town or a region stands for, where it is the subject of what is wanted, offered or refused.

    Args:
        context: The report.
        noun: A noun that means no actor.

    Returns:
        The id of the side that governs there; none for any other word.
    """
    if not noun.text[:1].isupper():
        return ()
    words = noun.doc[noun.left_edge.i : noun.i + 1].text if any(c.dep_ in _BESIDE for c in noun.children) else noun.text
    entity = entities().get(_seats().get(words, ""))
    if entity is None:
        return ()
    actor = context.roster.enter(entity.name, entity.kind, entity.iso)
    context.named_in_cells.setdefault(actor.id, sentence_of(noun).evidence())
    actor.aliases[words] += 1
    return (actor.id,)


@functools.cache
def _seats() -> dict[str, str]:
    """Town or region -> the name of the entity."""
    text = resources.files(__package__).joinpath("data/seats.toml").read_text(encoding="utf-8")
    seats: dict[str, str] = tomllib.loads(text)["seats"]
    return seats
