"""How the measures of a text hang together: which waits for which, which speaks of which, and which stand alone."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from ..sequence import Wait, find_references
from .kinds import kinds
from .measures import Measure
from .survey import Survey

__all__ = ["Tie", "Ties", "find_ties"]

_MOST = 12
"""Measures that an event without a number can mean; in a text with more, words alone tell nothing."""


class Tie(msgspec.Struct, frozen=True):
    """One measure that hangs on another.

    Attributes:
        first: Id of the measure that waits or refers.
        second: Id of the other.
        how: ``waits``, ``together``, ``ends`` (it lasts until the other), or ``refers``.
        words: The words that say so.
    """

    first: str
    second: str
    how: Literal["waits", "together", "ends", "refers"]
    words: str


class Ties(msgspec.Struct, frozen=True):
    """The measures together.

    Attributes:
        ties: Each pair and way once.
        layers: Ids of the measures by layer: those that wait for none come first, each other one behind the last that
            it waits for. Measures that wait for each other stand in no layer.
        knots: Ids of the measures that stand in no layer.
        alone: Ids of the measures that nothing ties to another.
    """

    ties: tuple[Tie, ...]
    layers: tuple[tuple[str, ...], ...]
    knots: tuple[str, ...]
    alone: tuple[str, ...]


def find_ties(measures: Sequence[Measure], survey: Survey) -> Ties:
    """Find how measures hang together.

    Args:
        measures: What the text provides for.
        survey: The text.
    """
    found = tuple(dict.fromkeys((*_waiting(measures), *_referring(measures, survey))))
    strongest = {(each.first, each.second): each for each in reversed(found)}
    ties = tuple(each for each in found if each.how != "refers" or strongest[each.first, each.second] is each)
    layers, knots = _layers(measures, [each for each in ties if each.how == "waits"])
    tied = {name for each in ties for name in (each.first, each.second)}
    return Ties(ties, layers, knots, tuple(each.id for each in measures if each.id not in tied))


def _waiting(measures: Sequence[Measure]) -> Iterator[Tie]:
    at = _by_provision(measures)
    by_kind: dict[str, list[Measure]] = {}
    for each in measures:
        by_kind.setdefault(each.kind, []).append(each)
    said: dict[Wait, list[Measure]] = {}
    for measure in measures:
        for wait in measure.waits:
            if wait not in said:
                said[wait] = _meant(wait, at, by_kind)
            for other in said[wait]:
                if other.id != measure.id:
                    yield Tie(measure.id, other.id, _how(wait), wait.words)


def _by_provision(measures: Sequence[Measure]) -> Mapping[str, Sequence[Measure]]:
    at: dict[str, list[Measure]] = {}
    for each in measures:
        for provision in each.provisions:
            at.setdefault(provision, []).append(each)
    return at


def _how(wait: Wait) -> Literal["waits", "together", "ends"]:
    if wait.kind == "together":
        return "together"
    return "ends" if wait.part in {"end", "over"} else "waits"


def _meant(wait: Wait, at: Mapping[str, Sequence[Measure]], by_kind: Mapping[str, Sequence[Measure]]) -> list[Measure]:
    """The measures that an event speaks of: by its provision, and among those there by its words."""
    said = {kind for kind in by_kind if kinds()[kind].cues.search(wait.event)}
    if wait.target:
        there = [each for each in at.get(wait.target, ()) if wait.provision not in each.provisions]
        return [each for each in there if each.kind in said] or there
    if wait.clock and wait.days is not None:
        return []
    found = (each for kind in sorted(said) for each in by_kind[kind] if wait.provision not in each.provisions)
    return list(itertools.islice(found, _MOST))


def _referring(measures: Sequence[Measure], survey: Survey) -> Iterator[Tie]:
    at = _by_provision(measures)
    for clause in survey.text.clauses:
        here = at.get(clause.provision, ())
        for reference in find_references(clause.text, title=survey.text.title) if here else ():
            places = survey.places.resolve(reference, clause.provision)
            there = {each.id: each for place in places for each in at.get(place, ())}
            for measure in here:
                if not set(places) & set(measure.provisions):
                    for other in there:
                        yield Tie(measure.id, other, "refers", " ".join(reference.words.split()))


def _layers(measures: Sequence[Measure], waits: Sequence[Tie]) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    left = {each.id: {tie.second for tie in waits if tie.first == each.id} for each in measures}
    layers: list[tuple[str, ...]] = []
    while ready := tuple(name for name, needs in left.items() if not needs & left.keys()):
        layers.append(ready)
        for name in ready:
            del left[name]
    return tuple(layers), tuple(left)
