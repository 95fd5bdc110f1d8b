"""Items: the states that the sections of a round-up are about ("NIGERIA: no talks", "TOKYO. The premier ...")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .gazetteer import Entity, entities
from .homes import home_of
from .roster import Roster

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["state_of_item"]

_SEVERAL = 2
"""Of how many states a report must have items: the dateline of a single story tells only where it was written."""
_LONGEST_NAME = 5
"""Words of a state's name before the mark, at most."""
_CLOSING = frozenset({":", ".", "-", "–", "—", "/"})


def state_of_item(roster: Roster, passage: int) -> str | None:
    """Whose affairs the item of a round-up tells of, by its heading or its place.

    Args:
        roster: The report's actors.
        passage: Index of a passage.

    Returns:
        The state's id, None where the report is no round-up or the item names no state at its head.
    """
    if roster.items is None:
        roster.items = _items(roster)
    return roster.items.get(passage)


def _items(roster: Roster) -> dict[int, str]:
    """Passage -> the state at the head of its item; empty where fewer than two states have items."""
    found: dict[int, Entity] = {}
    current: Entity | None = None
    level = 0
    for number, passage in enumerate(roster.passages):
        heading = passage.block.kind == "heading"
        head = _at_the_head(passage.doc, closed=not heading)
        if head is not None:
            current, level = head, passage.block.level if heading else level
        elif heading and passage.block.level <= level:
            current = None
        if current is not None:
            found[number] = current
    if len({entity.name for entity in found.values()}) < _SEVERAL:
        return {}
    hosts = {entity.name for entity in found.values()} - {
        entity.name for number, entity in found.items() if _is_about(roster.passages[number].doc, entity)
    }
    found = {number: entity for number, entity in found.items() if entity.name not in hosts}
    return {number: roster.enter(entity.name, entity.kind, entity.iso).id for number, entity in found.items()}


def _is_about(doc: Doc, state: Entity) -> bool:
    """Does an item's text tell of the state at its head, or of another's war that it only gives a roof to ("Accra")?"""
    if len(doc) <= _LONGEST_NAME:
        return False  # the heading itself
    theirs = {state.name, *state.adjectives}
    groups = {entity.name for entity in doc.user_data["named"].values() if entity.kind == "group"}
    foreign = any(home_of(group) not in {None, state.name} for group in groups)
    return not foreign or any(form in doc.text for form in theirs)


def _at_the_head(doc: Doc, *, closed: bool) -> Entity | None:
    """The state whose name or capital a block opens with, set apart by a mark ("LIBYA: ...", "Tokyo. ...")."""
    named = doc.user_data["named"]
    end = next((i for i in range(min(_LONGEST_NAME, len(doc))) if doc[i].text in _CLOSING), len(doc))
    if not 0 < end <= _LONGEST_NAME or (end == len(doc) and closed):
        return None
    words = doc[:end].text
    entity: Entity | None = entities().get(words.title()) if words.isupper() else named.get(0)
    whole = entity is not None and (words.isupper() or all(named.get(i) is entity for i in range(end)))
    return entity if entity is not None and entity.kind == "state" and whole else None
