"""Renumber: the numbers follow the order again, the ids stay."""

from __future__ import annotations

import re

from ..markers import Reading, find_marker, written_roman
from ..model import Document, Provision
from ..parse import parse_text
from .attributes import write_ids
from .places import apply_edits

__all__ = ["renumber"]

_COUNT = re.compile(r"\d+|[A-Za-z]+")
_DOTTED = re.compile(r"\d+(?:\.\d+)*\.(?=\d)")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


def renumber(document: Document) -> str:
    """Number every list anew, from 1; ids are written first, so that they stay.

    A list is what stands under one provision with numbers of one style. A list that does not start at 1 goes on from
    the list of its style before it ("Article 5" in a second chapter); each alternative of a bracket around whole
    provisions starts where the first one starts. Bullets, and numbers in running text ("see point 9"), are not touched.

    Args:
        document: The text.

    Returns:
        The new source.

    Raises:
        EditError: If the text is an ordinary agreement without marks.
    """
    named = parse_text(write_ids(document), name=document.name)
    counter = _Counter()
    edits = []
    for each in named.provisions:
        marker = counter.marker(each)
        if marker != each.marker:
            start = named.source.index(each.marker, each.start)
            edits.append((start, start + len(each.marker), marker))
    return apply_edits(named, edits)


class _Counter:
    """Counts the lists on the way through a text."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}
        self._last: dict[str, int] = {}
        """Of each style, the number given last."""
        self._markers: dict[str, str] = {}
        """The new number of each provision."""
        self._opened: dict[int, tuple[int, dict[tuple[str, str], int], dict[str, int]]] = {}
        """Of each bracket, the alternative that we are in, and the counts where it opened."""

    def marker(self, provision: Provision) -> str:
        """Give a provision its new number as it shall be written."""
        self._enter(provision)
        reading = self._reading(provision)
        if reading is None:
            return provision.marker
        key = (provision.parent, reading.style)
        before = self._counts.get(key)
        if before is None:
            before = self._last.get(reading.style, 0) if reading.value > 1 else 0
        self._counts[key] = self._last[reading.style] = before + 1
        marker = _numbered(provision, reading, before + 1, self._markers.get(provision.parent, ""))
        self._markers[provision.id] = marker
        return marker

    def _enter(self, provision: Provision) -> None:
        for place in provision.within:
            opened = self._opened.get(place.bracket)
            if opened is None:
                self._opened[place.bracket] = (place.alternative, dict(self._counts), dict(self._last))
            elif opened[0] != place.alternative:
                self._counts, self._last = dict(opened[1]), dict(opened[2])
                self._opened[place.bracket] = (place.alternative, opened[1], opened[2])

    def _reading(self, provision: Provision) -> Reading | None:
        """Take "(i)" for a letter in a list of letters, and for a Roman number in any other."""
        found = find_marker(provision.marker, 0, len(provision.marker)) if provision.marker else None
        readings = [each for each in found.readings if each.value] if found and found.kind != "bullet" else []
        going_on = [each for each in readings if (provision.parent, each.style) in self._counts]
        first = [each for each in readings if each.value == 1]
        return next(iter([*going_on, *first, *readings]), None)


def _numbered(provision: Provision, reading: Reading, value: int, above: str) -> str:
    """Write a number of the same kind with another value; "2.1" follows the number above it."""
    last = list(_COUNT.finditer(provision.marker))[-1]
    lead = provision.marker[: last.start()]
    dotted, over = _DOTTED.match(provision.marker), _NUMBER.search(above)
    if dotted and over and dotted[0].count(".") == over[0].count(".") + 1:
        lead = f"{over[0]}."
    return lead + _like(last[0], reading.style, value) + provision.marker[last.end() :]


def _like(old: str, style: str, value: int) -> str:
    if old.isdigit():
        return str(value)
    roman = "i" in style.lower() if len(style) <= len("(i).") else set(old.upper()) <= set("IVXLC")
    new = written_roman(value) if roman else chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
    return new.upper() if old[0].isupper() else new
