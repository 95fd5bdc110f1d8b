"""Points of the compass: "the North" and "Southern" of a report that tells of two states called so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .gazetteer import Entity, Name, entities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

__all__ = ["compass_names", "points_of"]

_POINTS = ("North", "South")
_OTHER = {"North": "South", "South": "North"}


def points_of(named: Iterable[Entity]) -> dict[str, Entity]:
    """Whom "North" and "South" mean where a report names one of two such states, and no other pair.

    Of a state that has parted from another of the same name, the other is the point across ("South Sudan", and the
    North is Sudan). South Africa has no North, and so "the South" is not called after it.

    Args:
        named: The known actors that the report names.

    Returns:
        The two states by point of the compass, nothing where there is no such pair, or more than one.
    """
    pairs: dict[str, dict[str, Entity]] = {}
    for entity in named:
        point, _, stem = entity.name.partition(" ")
        if entity.kind != "state" or point not in _POINTS or not stem:
            continue
        across = entities().get(f"{_OTHER[point]} {stem}") or entities().get(stem)
        if across is not None and across.kind == "state":
            pairs[stem] = {point: entity, _OTHER[point]: across}
    return next(iter(pairs.values())) if len(pairs) == 1 else {}


def compass_names(doc: Doc, points: dict[str, Entity]) -> Iterator[Name]:
    """Find "the North", "the South's" and "Northern" before a noun in small letters; no part of another name."""
    taken = doc.user_data["named"]
    for token in doc[1:] if points else ():
        if token.i in taken or not token.text.startswith(_POINTS):
            continue
        behind = doc[token.i + 1 : token.i + 2].text
        if behind[:1].isupper() or behind in {"-", "of"}:
            continue  # "the North Atlantic", "the South of the country"
        if token.text in points and token.nbor(-1).lower_ == "the":
            yield Name(points[token.text], "name", token.i, token.i + 1)
        point = token.text.removesuffix("ern")
        if point != token.text and point in points and behind.isalpha() and not token.is_sent_start:
            yield Name(points[point], "adjective", token.i, token.i + 1)
