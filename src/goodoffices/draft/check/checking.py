"""All checks of a text in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .. import sequence as order
from ..sequence import Gazetteer, Outline, outline, sequence_of
from ..text import Document, Point
from .brackets import check_brackets
from .definitions import check_definitions
from .duties import find_duties
from .lacking import check_duties
from .numbers import check_numbers
from .parties import find_parties
from .references import check_references
from .report import KINDS, Problem, Report

__all__ = ["check"]


def check(text: Document | Sequence[Point], *, parties: Mapping[str, Sequence[str]] | Sequence[str] = ()) -> Report:
    """Check a text: its brackets, references, terms, duties, figures, and the order that it asks for.

    Args:
        text: A document (read with ``tolerant=True`` to have its unclosed brackets listed), or plain points.
        parties: Names of the parties, or names with what else each is called; found in the text where not given.
    """
    whole = outline(text)
    places = Gazetteer(whole)
    document = text if isinstance(text, Document) else None
    found = sequence_of(whole)
    problems = [
        *(check_brackets(document, whole) if document else ()),
        *check_references(whole, places),
        *check_definitions(whole),
        *_duties(document, whole, places, parties),
        *check_numbers(whole, places),
        *_deadlocks(found, places),
        *_unverified(found, places),
        *_misfits(found),
    ]
    problems.sort(key=lambda each: (KINDS.index(each.kind), each.spans[:1]))
    return Report(problems=tuple(problems), sequence=found, provisions=whole.entries)


def _duties(
    document: Document | None, text: Outline, places: Gazetteer, given: Mapping[str, Sequence[str]] | Sequence[str]
) -> Iterator[Problem]:
    parties = find_parties(document, text, given)
    return check_duties(find_duties(text, parties, places), parties, places)


def _deadlocks(found: order.Sequence, places: Gazetteer) -> Iterator[Problem]:
    for cycle in found.cycles:
        steps = [
            f"{places.number(each.provision)} waits for {places.number(each.target)} ({each.words!r})"
            for each in cycle.waits
        ]
        message = "nothing can begin: " + ", ".join(steps)
        yield Problem(
            kind="deadlock",
            message=message,
            provisions=cycle.provisions,
            spans=tuple(each.span for each in cycle.waits),
        )


def _unverified(found: order.Sequence, places: Gazetteer) -> Iterator[Problem]:
    for each in found.unverified:
        events = "; ".join(repr(wait.words) for wait in each.waits)
        message = (
            f"{places.number(each.provision)} waits ({events}), and nobody is named to verify that it has happened"
        )
        if each.watched:
            message += f" (only watched: {each.watched[0]!r})"
        if each.itself:
            message += "; nor is anybody named to verify the provision itself"
        yield Problem(
            kind="unverified-trigger",
            message=message,
            provisions=(each.provision,),
            spans=tuple(dict.fromkeys(wait.span for wait in each.waits)),
        )


def _misfits(found: order.Sequence) -> Iterator[Problem]:
    for each in found.misfits:
        yield Problem(kind="impossible-order", message=each.message, provisions=each.provisions, spans=each.spans)
