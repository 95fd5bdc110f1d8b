"""Peoples: bodies that are to a people what a government is to a state, and sit at a table as one does."""

from __future__ import annotations

import functools

from .gazetteer import entities

__all__ = ["is_of_people"]


@functools.cache
def is_of_people(name: str) -> bool:
    """Is a known body called by the name of a people ("the Palestinians", "Zanzibari"), not by its initials?

    Args:
        name: Its name as the gazetteer has it.
    """
    entity = entities().get(name)
    if entity is None or entity.kind != "organisation":
        return False
    return any(_is_of_people(word, name) for word in entity.adjectives)


def _is_of_people(word: str, name: str) -> bool:
    return " " not in word and not word.isupper() and word.casefold() != name.casefold()
