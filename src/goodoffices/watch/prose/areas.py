"""Where a sentence says where: "inside the disengagement area near Petrivske", "on both sides of the contact line"."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec

from .place_words import body_end, is_name
from .tokens import Token
from .vocabulary import area_list, area_words

__all__ = ["Area", "areas"]

# Tokens of three bearings with "and" between.
_BEARINGS = 6


class Area(msgspec.Struct, frozen=True):
    """Words of place, as tokens of a sentence.

    Attributes:
        opening: The token that opens it, with the preposition.
        first: The first token of its words.
        last: The last token of its words.
    """

    opening: int
    first: int
    last: int


@functools.cache
def _openings() -> tuple[tuple[str, ...], ...]:
    rows = sorted((tuple(words.split()) for words in area_words()["openers"]["phrases"]), key=len, reverse=True)
    return tuple(rows)


@functools.cache
def _first_words() -> frozenset[str]:
    """Every word that can open a place."""
    single = area_list("openers", "plain") | area_list("openers", "kept") | area_list("openers", "bearings")
    return single | {row[0] for row in _openings()}


def areas(words: Sequence[Token], masked: Sequence[bool]) -> list[Area]:
    """Find the places of a sentence.

    Args:
        words: Its tokens.
        masked: For each token, whether it belongs to a date.

    Returns:
        The places in order; places that follow one another ("in a field near the road") are one.
    """
    found: list[Area] = []
    weak: Area | None = None
    at = 0
    while at < len(words):
        area, firm = (None, False) if masked[at] else _area_at(words, masked, at)
        if area is None and found:
            area = _listed_names(words, at)
            firm = area is not None
        if area is None:
            at += 1
            continue
        at = area.last + 1
        if not firm:
            weak = area
            continue
        if weak and weak.last + 1 == area.opening:
            area = Area(weak.opening, weak.first, area.last)
        _add(words, found, area)
    return found


def _add(words: Sequence[Token], found: list[Area], area: Area) -> None:
    """Add a place, as one with the place before it where they touch."""
    if found and _touch(words, found[-1], area):
        before = found.pop()
        area = Area(before.opening, before.first, area.last)
    found.append(area)


def _touch(words: Sequence[Token], before: Area, after: Area) -> bool:
    """Do two places follow one another at once, or with only "and" between ("in and around A and in B")?"""
    gap = [token.fold for token in words[before.last + 1 : after.opening]]
    return not gap or (
        gap == ["and"] and all(token.fold != "respectively" for token in words[after.last : after.last + 4])
    )


def _listed_names(words: Sequence[Token], at: int) -> Area | None:
    """A name in a list of places with a number in brackets each ("near Lozove (98), Pisky (90)")."""
    if words[at].fold not in (",", "and") or at == 0 or words[at - 1].text not in (")", ","):
        return None
    last = at
    while last + 1 < len(words) and is_name(words[last + 1], None):
        last += 1
    bracket = last > at and last + 2 < len(words) and words[last + 1].text == "("
    return Area(at + 1, at + 1, last) if bracket else None


def _area_at(words: Sequence[Token], masked: Sequence[bool], at: int) -> tuple[Area | None, bool]:
    """The place that a preposition here opens, and whether its words alone make it one ("in a field" do not)."""
    opened = _opened(words, at)
    if opened is None:
        return None, False
    body, kept = opened
    last, firm = body_end(words, masked, body)
    firm = firm or (body > 1 and words[body - 2].fold in ("side", "sides"))  # "on both sides of the line"
    return (None if last is None else Area(at, at if kept else body, last)), firm


def _opened(words: Sequence[Token], at: int) -> tuple[int, bool] | None:
    """Where the words after the opening start, and whether the opening belongs to them."""
    if words[at].fold not in _first_words():
        return None
    folds = [token.fold for token in words[at : at + 5]]
    for row in _openings():
        if tuple(folds[: len(row)]) == row:
            return at + len(row), True
    if folds[0] in area_list("openers", "bearings"):
        return _bearing(words, at)
    if folds[0] in area_list("openers", "plain"):
        return at + 1, False
    if folds[0] in area_list("openers", "kept"):
        return at + 1, True
    return None


def _bearing(words: Sequence[Token], at: int) -> tuple[int, bool] | None:
    """ "East and north-east of": where the name starts."""
    index = at
    limit = min(len(words), at + _BEARINGS)
    while index < limit and (
        words[index].fold in area_list("openers", "bearings") or words[index].fold in ("and", "or", ",")
    ):
        index += 1
    return (index + 1, True) if index < len(words) and words[index].fold == "of" else None
