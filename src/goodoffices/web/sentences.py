"""The sentences of a report as a page lets one choose them, and the words at which a stretch begins and ends."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator

import msgspec

from goodoffices.brief.build.texts import segments, text_lines
from goodoffices.brief.model import LineKind
from goodoffices.record import Report
from goodoffices.record.findings.sentences import sentences_of
from goodoffices.record.pointing import LONGEST

__all__ = ["ChoiceLine", "Stretch", "choices", "moved_by_words"]

_WORD = re.compile(r"\S+")
_AROUND = 400
"""Characters in which the next word is looked for."""


class Stretch(msgspec.Struct, frozen=True):
    """Some characters of the text; with a place ``start-end`` where they can be chosen.

    Attributes:
        text: The characters.
        place: Where they stand, or empty.
        rests: Does a finding rest on them?
    """

    text: str
    place: str = ""
    rests: bool = False


class ChoiceLine(msgspec.Struct, frozen=True):
    """A line of the text."""

    kind: LineKind
    stretches: tuple[Stretch, ...]


def choices(report: Report, part: tuple[int, int], spans: Iterable[tuple[int, int]]) -> tuple[ChoiceLine, ...]:
    """Cut one part of a text into lines, and these into sentences to choose.

    Args:
        report: The report.
        part: The part, from where to where.
        spans: Stretches that findings rest on.
    """
    begin, end = part
    text = report.text[begin:end]
    cut = [(each.start, each.end) for each in sentences_of(msgspec.structs.replace(report, text=text))]
    found = list(spans)
    starts, ends = sorted(s for s, _ in found), sorted(e for _, e in found)

    def rests(start: int, stop: int) -> bool:
        return bisect.bisect_left(starts, stop + begin) > bisect.bisect_right(ends, start + begin)

    lines = []
    at = 0
    for line in text_lines(segments(text, [], 0)):
        stop = at + sum(len(each.text) for each in line.segments)
        first = bisect.bisect_left(cut, (at, 0))
        inside = cut[first : bisect.bisect_left(cut, (stop, 0))]
        pieces = (
            Stretch(text[s:e], f"{s + begin}-{e + begin}" if chosen else "", chosen and rests(s, e))
            for s, e, chosen in _pieces(text, at, stop, inside)
        )
        lines.append(ChoiceLine(line.kind, tuple(pieces)))
        at = stop
    return tuple(lines)


def _pieces(text: str, start: int, stop: int, cut: list[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """The sentences of a line and what stands between them: a row of a table can be chosen whole."""
    at = start
    for first, last in (*cut, (stop, stop)):
        between = text[at:first]
        bare = between.strip()
        if bare:
            inner = at + len(between) - len(between.lstrip())
            yield from ((at, inner, False),) if inner > at else ()
            yield inner, inner + len(bare), len(bare) <= LONGEST
            at = inner + len(bare)
        if first > at:
            yield at, first, False
        if last > first:
            yield first, last, True
        at = last


def moved_by_words(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """Where a stretch would stand with a word more or less at either end.

    Returns:
        ``start-back``, ``start-on``, ``end-back`` and ``end-on``; those alone that leave a stretch that may be chosen.
    """
    before = [each.start() + max(0, start - _AROUND) for each in _WORD.finditer(text[max(0, start - _AROUND) : start])]
    behind = [each.end() + end for each in _WORD.finditer(text[end : end + _AROUND])]
    inside = [(each.start() + start, each.end() + start) for each in _WORD.finditer(text[start:end])]
    moved: dict[str, tuple[int, int]] = {}
    if before:
        moved["start-back"] = (before[-1], end)
    if len(inside) > 1:
        moved["start-on"], moved["end-back"] = (inside[1][0], end), (start, inside[-2][1])
    if behind:
        moved["end-on"] = (start, behind[0])
    return {name: each for name, each in moved.items() if each[1] - each[0] <= LONGEST}
