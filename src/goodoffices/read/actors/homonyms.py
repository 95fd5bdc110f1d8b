"""Homonyms: short names that bodies of several countries bear ("Rada", "SDF"), and in whose report each means whom."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from .gazetteer import Entity

__all__ = ["is_foreign", "is_shared"]


def is_foreign(text: str, entity: Entity, firm: AbstractSet[str]) -> bool:
    """Is a short name that of another body than the one that is known by it?

    Args:
        text: The name as the report has it.
        entity: The body that the gazetteer knows by it.
        firm: Names of the entities that the report names by words which nobody else bears.

    Returns:
        Whether others bear the name, and the report names neither the body in full nor its state.
    """
    if text in entity.loose:
        return entity.name not in firm and entity.home not in firm
    state = _state_of(text)
    return state is not None and entity.kind != "state" and entity.name not in firm and state not in firm


def is_shared(text: str, entity: Entity) -> bool:
    """Do others bear the name too, so that it alone does not tell that the body is meant?"""
    return text in entity.loose or (entity.kind != "state" and _state_of(text) is not None)


def _state_of(short: str) -> str | None:
    """The state whose body is best known by a short name that others bear too; None for any other name."""
    return _states().get(short)


@functools.cache
def _states() -> dict[str, str]:
    file = resources.files(__package__).joinpath("data/homonyms.toml")
    states = tomllib.loads(file.read_text(encoding="utf-8"))["states"]
    return {short: state for state, several in states.items() for short in several}
