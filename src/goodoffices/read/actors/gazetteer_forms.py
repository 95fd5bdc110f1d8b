"""Forms that follow from what the gazetteer says of an actor: "Bedouin clans"; "the National Council" of one state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .gazetteer import Entity

__all__ = ["at_home", "kin_of"]

_KIN = ("fighters", "tribes", "clans", "tribesmen", "militias", "militiamen", "gunmen", "herders", "factions")
"""By whom a people acts."""
_FEW_NAMES = 1


def at_home(entity: Entity, states: Mapping[str, str]) -> Entity:
    """A body that is called after its state: without the state's name ("National Council") others are called so too.

    Args:
        entity: A body of the gazetteer.
        states: Names of states -> the one name by which the gazetteer has each.
    """
    short, _, state = entity.name.rpartition(" of ")
    if entity.kind == "state" or entity.loose or short not in entity.names:
        return entity
    home = states.get(state.removeprefix("the "))
    return entity if home is None else msgspec.structs.replace(entity, loose=(short,), home=home)


def kin_of(entity: Entity) -> tuple[str, ...]:
    """What those are called who act for a people ("Bedouin fighters"); none for a territory or a body."""
    if entity.kind != "group" or not entity.place or entity.home or entity.metonyms or len(entity.names) > _FEW_NAMES:
        return ()
    words = (word for word in entity.adjectives or (entity.name,) if " " not in word and not word.endswith("s"))
    return tuple(f"{word} {noun}" for word in words for noun in _KIN)
