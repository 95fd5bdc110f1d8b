"""The order that a text asks for: all that the parts of this room find, in one."""

from __future__ import annotations

from collections.abc import Sequence as Listed
from typing import Any

from ..text import Document, Point
from .clauses import Outline, outline
from .graph import find_cycles
from .matching import Acts
from .model import Deadline, Sequence, Wait
from .places import Gazetteer
from .timing import calendar_deadlines, find_misfits
from .verifying import find_unverified
from .waits import find_waits

__all__ = ["sequence", "sequence_of", "sequence_to_json"]


def sequence(text: Document | Listed[Point]) -> Sequence:
    """Find what waits for what in a text.

    Args:
        text: A document, or plain points whose words stand at their ``start``.
    """
    return sequence_of(outline(text))


def sequence_of(text: Outline) -> Sequence:
    """Find what waits for what in a text that is taken apart already.

    Args:
        text: Its provisions and clauses.
    """
    places = Gazetteer(text)
    reading = find_waits(text, places, Acts(text))
    deadlines = _ordered((*reading.deadlines, *calendar_deadlines(text.clauses)))
    return Sequence(
        waits=reading.waits,
        cycles=find_cycles(reading.waits, places),
        deadlines=deadlines,
        unverified=find_unverified(text, reading.waits, places),
        misfits=find_misfits(reading.waits, deadlines, places),
    )


def _ordered(deadlines: Listed[Deadline]) -> tuple[Deadline, ...]:
    """In the order of the text; a day of the calendar that both readings found, once."""
    kept: dict[tuple[str, int], Deadline] = {}
    for each in sorted(deadlines, key=lambda each: (each.span, each.days is None)):
        known = kept.get((each.provision, each.span[1]))
        if known is None or known.days is None:
            kept[each.provision, each.span[1]] = each
    return tuple(kept.values())


def sequence_to_json(found: Sequence) -> dict[str, Any]:
    """The form for machines.

    Args:
        found: What waits for what.

    Returns:
        ``{"waits": [{"provision", "for", "words", "span", ...}], "cycles": [[ids]], ...}``; further keys may be added.
    """
    return {
        "waits": [_wait(each) for each in found.waits],
        "cycles": [list(each.provisions) for each in found.cycles],
        "deadlines": [
            {
                "provision": each.provision,
                "clock": each.clock,
                "days": each.days,
                "words": each.words,
                "span": list(each.span),
            }
            for each in found.deadlines
        ],
    }


def _wait(wait: Wait) -> dict[str, Any]:
    return {
        "provision": wait.provision,
        "for": wait.waits_for,
        "words": wait.words,
        "span": list(wait.span),
        "kind": wait.kind,
        "part": wait.part,
        "event": wait.event,
        "in_text": bool(wait.target),
    }
