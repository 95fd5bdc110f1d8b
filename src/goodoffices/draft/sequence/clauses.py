"""The clauses of a text, each with its place: what the checks read.

A bracket is blanked out around its alternatives, so that all of them are read and every offset stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from ..text import Alternative, Bracket, Document, Part, Point, Words

__all__ = ["Clause", "Entry", "Outline", "outline"]

_BREAK = re.compile(r"\n[ \t]*\n|(?<=[;:!?])\s+|(?<=[.])[\"”’)]?\s+(?=[\"“‘(\[]?[A-Z0-9•–-])|\n(?=\s*[-•*–]\s)")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|art|arts|para|paras|no|nos|sept|oct|nov|dec|jan|feb|mar|apr|aug|mr|mrs|ms|dr|gen|col|lt|st"
    r"|vol|cf|e\.g|i\.e|etc|approx|sec|hrs|min|vs|inc|ltd)\.$",
    re.IGNORECASE,
)
_LONGEST_CLAUSE = 6000
"""Characters of one clause that are read: no honest sentence is longer, and the rest of a hostile one says no more."""
_ACROSS = re.compile(r"\S")


class Clause(msgspec.Struct, frozen=True):
    """One sentence or item of a provision.

    Attributes:
        provision: Id of the provision that it stands in, "" for the preamble.
        text: Its words; brackets and their labels are blanks.
        start: Offset of its first character in the source.
        heading: Is it the heading of its provision?
        place: Which clause of its provision it is, from 0.
    """

    provision: str
    text: str
    start: int
    heading: bool = False
    place: int = 0

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)


class Entry(msgspec.Struct, frozen=True):
    """One provision as the checks see it: its id, number, parent and where it stands."""

    id: str
    number: str
    parent: str
    start: int
    end: int
    heading: str = ""


class Outline(msgspec.Struct, frozen=True):
    """A text as the checks see it.

    Attributes:
        entries: Its provisions in order.
        clauses: Their clauses in order, the preamble's first.
        title: Its title, or "".
    """

    entries: tuple[Entry, ...]
    clauses: tuple[Clause, ...]
    title: str = ""


def outline(text: Document | Sequence[Point]) -> Outline:
    """Take a text apart into provisions and clauses.

    Args:
        text: A document, or plain points (whose ``text`` stands at ``start``).
    """
    if isinstance(text, Document):
        return _of_document(text)
    entries = tuple(Entry(p.id, p.number, p.parent, p.start, p.end, p.heading) for p in text)
    return Outline(entries, tuple(clause for p in text for clause in _cut(p.id, p.text, p.start)))


def _of_document(document: Document) -> Outline:
    entries = tuple(
        Entry(each.id, each.number, each.parent, each.start, each.whole_end or each.end, each.heading)
        for each in document.provisions
    )
    clauses = list(_clauses("", document.preamble))
    for each in document.provisions:
        titles = [msgspec.structs.replace(clause, heading=True) for clause in _clauses(each.id, each.title)]
        clauses += titles
        clauses += _clauses(each.id, each.body)
    return Outline(entries, tuple(clauses), document.title)


def _clauses(provision: str, parts: Sequence[Part]) -> Iterator[Clause]:
    if parts:
        start = parts[0].start
        yield from _cut(provision, _masked(parts, start), start)


def _masked(parts: Sequence[Part], start: int) -> str:
    """The words at their places, with blanks for the marks of brackets; a ``|`` between alternatives stays."""
    pieces: list[str] = []
    at = start
    for text, place in _runs(parts):
        if place >= at:
            pieces += (" " * (place - at), text)
            at = place + len(text)
    return "".join(pieces)


def _runs(parts: Iterable[Part]) -> Iterator[tuple[str, int]]:
    for part in parts:
        if isinstance(part, Words):
            yield part.text, part.start
        elif isinstance(part, Bracket):
            yield from _alternatives(part.alternatives)


def _alternatives(alternatives: Sequence[Alternative]) -> Iterator[tuple[str, int]]:
    for place, each in enumerate(alternatives):
        yield from _runs(each.parts)
        if place + 1 < len(alternatives):
            yield "|", each.end


def _cut(provision: str, text: str, start: int) -> Iterator[Clause]:
    """Cut at the ends of sentences, at semicolons, at empty lines and before items."""
    at, place = 0, 0
    for found in _BREAK.finditer(text):
        if found.start() < at or _is_short(text, found):
            continue
        if clause := _clause(provision, text[at : found.start()], start + at, place):
            yield clause
            place += 1
        at = found.end()
    if clause := _clause(provision, text[at:], start + at, place):
        yield clause


def _is_short(text: str, found: re.Match[str]) -> bool:
    """Is the full stop that of an abbreviation?"""
    return text[found.start() - 1 : found.start()] == "." and bool(
        _SHORT.search(text[max(0, found.start() - 8) : found.start()])
    )


def _clause(provision: str, text: str, start: int, place: int) -> Clause | None:
    text = text[:_LONGEST_CLAUSE]
    first = _ACROSS.search(text)
    if first is None:
        return None
    return Clause(provision, text[first.start() :].rstrip(), start + first.start(), place=place)
