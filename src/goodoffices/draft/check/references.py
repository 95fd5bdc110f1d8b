"""References to no provision."""

from __future__ import annotations

from collections.abc import Iterator

from ..sequence import Clause, Gazetteer, Outline, Reference, find_references
from .report import Problem

__all__ = ["check_references"]

_NAMED_UNITS = frozenset(
    (
        "annex",
        "appendix",
        "schedule",
        "phase",
        "stage",
        "step",
        "chapter",
        "part",
        "title",
        "protocol",
        "measure",
        "item",
    )
)


def check_references(text: Outline, places: Gazetteer) -> Iterator[Problem]:
    """Find references to provisions that the text does not have.

    What points into another document ("Article 51 of the Charter") is left alone, and so are units by which this text
    names nothing, except annexes: a text that speaks of "Phase 2" need not have a heading for it.

    Args:
        text: The text.
        places: Its provisions by number.

    Yields:
        One problem for each number that is missing.
    """
    if not places.numbered:
        return
    for clause in text.clauses:
        for reference in find_references(clause.text, clause.start, text.title):
            if not reference.outside and _is_ours(reference, places):
                yield from _missing(reference, clause, places)


def _is_ours(reference: Reference, places: Gazetteer) -> bool:
    if reference.unit in {"annex", "appendix", "schedule"}:
        return True
    return reference.unit not in _NAMED_UNITS or places.has_unit(reference.unit)


def _missing(reference: Reference, clause: Clause, places: Gazetteer) -> Iterator[Problem]:
    for path in reference.paths:
        if not places.find(reference.unit, path, clause.provision):
            here = places.number(clause.provision) if clause.provision else "the preamble"
            label = (path[0].upper() if path[0].isalpha() else path[0]) + "".join(f"({each})" for each in path[1:])
            yield Problem(
                kind="unknown-reference",
                message=f"{here} refers to {reference.words!r}, but the text has no {reference.unit} {label}",
                provisions=(clause.provision,) if clause.provision else (),
                spans=((reference.start, reference.end),),
            )
