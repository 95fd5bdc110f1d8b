"""Brackets that do not close, or close what was never open."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from itertools import pairwise

from ..sequence import Outline
from ..text import Document
from .report import Problem

__all__ = ["check_brackets"]

_MARK = re.compile(r"[()\[\]]")
_LABEL = re.compile(r"(?:^|[\s(])(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxIVX]{1,5})$")
_OPENS = {")": "(", "]": "["}
_AROUND = 40


def check_brackets(document: Document, text: Outline) -> Iterator[Problem]:
    """Find brackets without their partner.

    Args:
        document: A text read with ``tolerant=True`` lists what its brackets and attributes lack; an ordinary agreement
            has its own looked through, provision by provision.
        text: Its provisions.

    Yields:
        One problem for each bracket.
    """
    for fault in document.faults:
        kind = fault.kind if fault.kind in {"unclosed-bracket", "unopened-bracket"} else "faulty-markup"
        yield Problem(
            kind=kind, message=fault.message, provisions=_at(text, fault.start), spans=((fault.start, fault.end),)
        )
    marks = "()[]" if document.plain else "()"
    starts = sorted({each.start for each in text.entries} | {0, len(document.source)})
    for start, end in pairwise(starts):
        yield from _unmatched(document.source, start, end, marks, text)


def _unmatched(source: str, start: int, end: int, marks: str, text: Outline) -> Iterator[Problem]:
    stack: list[tuple[str, int]] = []
    for found in _MARK.finditer(source, start, end):
        mark, at = found[0], found.start()
        if mark not in marks:
            continue
        if mark in "([":
            stack.append((mark, at))
        elif stack and stack[-1][0] == _OPENS[mark]:
            stack.pop()
        elif not _LABEL.search(source[max(start, at - 6) : at]):
            yield _problem("unopened-bracket", mark, source, at, text)
    for mark, at in stack:
        yield _problem("unclosed-bracket", mark, source, at, text)


def _problem(kind: str, mark: str, source: str, at: int, text: Outline) -> Problem:
    near = re.sub(r"\s+", " ", source[max(0, at - _AROUND // 2) : at + _AROUND]).strip()
    what = "is never closed" if kind == "unclosed-bracket" else "closes nothing"
    return Problem(kind=kind, message=f"{mark!r} {what}: {near!r}", provisions=_at(text, at), spans=((at, at + 1),))


def _at(text: Outline, offset: int) -> tuple[str, ...]:
    starts = [each.start for each in text.entries]
    place = bisect.bisect_right(starts, offset) - 1
    return (text.entries[place].id,) if place >= 0 and offset <= text.entries[place].end else ()
