"""Quotation marks: which stretches of a paragraph stand in them, even where they are unbalanced."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from goodoffices.read.pipeline import straighten

__all__ = ["Quotation", "quotations"]

_LONGEST_SINGLE = 400
"""Characters; between single marks farther apart than this an apostrophe is likelier than a quotation."""

_DOUBLE = re.compile(r"\"|''|``")
_SINGLE_OPENS = re.compile(r"(?:(?<=[\s(\[\u2014\u2013,:-])|^)'(?=[A-Za-z])")
_SINGLE_CLOSES = re.compile(r"(?<=[\w.,?!)])'(?![\w'])")
_OPENING_BEFORE = frozenset(" \t\n\r([{-\u2013\u2014/:;\u2026\u2015\u200b'")


class Quotation(msgspec.Struct, frozen=True, order=True):
    """A stretch in quotation marks.

    Attributes:
        start: Offset of its opening mark.
        end: Offset behind its closing mark, or the end of the paragraph where it is not closed there.
        closed: False where the paragraph ends before the quotation does.
        width: Characters of its opening mark: two for ``''``, else one.
    """

    start: int
    end: int
    closed: bool = True
    width: int = 1


def quotations(text: str) -> list[Quotation]:
    """Find the quotations of one paragraph, outermost only, in order.

    Works on straightened text as on curly quotes, in time linear in its length.
    A mark that stands where only a closing one can, with nothing open, is left alone: an inch sign, a stray mark.
    """
    text = straighten(text)
    doubles = list(_double(text))
    return sorted([*doubles, *_single(text, doubles)])


def _double(text: str) -> Iterator[Quotation]:
    start, depth, width = -1, 0, 1
    marks = list(_DOUBLE.finditer(text))
    last = max((m.start() for m in marks if m.start() and text[m.start() - 1].isspace()), default=-1)
    for match in marks:
        at, end = match.span()
        opens, closes = _faces(text, at, end)
        if depth == 0:
            if opens or _opens_loosely(text, at, end, last):
                start, depth, width = at, 1, end - at
        elif opens and not closes:
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield Quotation(start, end, closed=True, width=width)
    if depth:
        yield Quotation(start, len(text.rstrip()), closed=False, width=width)


def _opens_loosely(text: str, at: int, end: int, last: int) -> bool:
    """Does a mark with a space behind it open, as in French (« Nous partons »)? A later one then has one before it."""
    before = text[at - 1] if at else " "
    return before in _OPENING_BEFORE and text[end : end + 1] == " " and last > end


def _faces(text: str, at: int, end: int) -> tuple[bool, bool]:
    """Can the mark ``text[at:end]`` open, can it close? Both where its neighbours leave it open."""
    before = text[at - 1] if at else " "
    after = text[end] if end < len(text) else " "
    opens = not after.isspace() and (before in _OPENING_BEFORE or not (before.isalnum() or before in ".,?!)%$"))
    closes = not before.isspace() and not (opens and before in "([{")
    return opens, closes and not (after.isalnum() and before in _OPENING_BEFORE)


def _single(text: str, doubles: list[Quotation]) -> Iterator[Quotation]:
    if "'" not in text:
        return
    closers = [match.end() for match in _SINGLE_CLOSES.finditer(text)]
    behind, nth, inner = 0, 0, 0
    for match in _SINGLE_OPENS.finditer(text):
        at = match.start()
        while inner < len(doubles) and doubles[inner].end <= at:
            inner += 1
        if at < behind or (inner < len(doubles) and doubles[inner].start <= at):
            continue
        while nth < len(closers) and closers[nth] <= at + 2:
            nth += 1
        if nth == len(closers):
            return
        end = closers[nth]
        if end - at <= _LONGEST_SINGLE and not (inner < len(doubles) and doubles[inner].start < end):
            yield Quotation(at, end)
            behind = end
