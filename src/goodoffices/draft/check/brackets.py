"""Brackets that do not close, or close what was never open."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from itertools import islice, pairwise

from ..sequence import Outline
from ..text import Document
from .report import Problem

__all__ = ["check_brackets"]

_MARK = re.compile(r"[()\[\]]")
_LABEL = re.compile(r"(?:^|[\s(])(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxIVX]{1,5})$")
_OPENS = {")": "(", "]": "["}
_NUMBERED = re.compile(r"(?m)^[ \t]*(?P<opens>\[(?P<number>\d{1,3}[.)]|\([a-z]\)))[ \t]+[^\s\]]")
_AROUND = 40
_MOST = 10_000
"""So many marks without a partner are listed; a text with more of them is none."""


def check_brackets(document: Document, text: Outline) -> Iterator[Problem]:
    """Find brackets without their partner.

    Args:
        document: A text read with ``tolerant=True`` lists what its brackets and attributes lack; an ordinary agreement
            has its own looked through, provision by provision.
        text: Its provisions.

    Yields:
        One problem for each bracket, ten thousand at most of those without a partner.
    """
    starts = [each.start for each in text.entries]
    for fault in document.faults:
        kind = fault.kind if fault.kind in {"unclosed-bracket", "unopened-bracket"} else "faulty-markup"
        where = _at(text, starts, fault.start)
        yield Problem(kind=kind, message=fault.message, provisions=where, spans=((fault.start, fault.end),))
    if not document.plain:
        yield from islice(_numbers_inside(document, text, starts), _MOST)
    yield from islice(_all_unmatched(document, text, starts), _MOST)


def _numbers_inside(document: Document, text: Outline, starts: list[int]) -> Iterator[Problem]:
    """Numbers inside a bracket ("[5. The Commission ...]"), which open no provision."""
    line, at = 1, 0
    for found in _NUMBERED.finditer(document.source):
        line, at = line + document.source.count("\n", at, found.start("opens")), found.start("opens")
        message = f"line {line}: {found['opens']!r} opens no provision; write {found['number'] + ' [...]'!r}"
        where = _at(text, starts, at)
        yield Problem(kind="faulty-markup", message=message, provisions=where, spans=(found.span("opens"),))


def _all_unmatched(document: Document, text: Outline, starts: list[int]) -> Iterator[Problem]:
    marks = "()[]" if document.plain else "()"
    for start, end in pairwise(sorted({*starts, 0, len(document.source)})):
        for kind, mark, at in _unmatched(document.source, start, end, marks):
            near = re.sub(r"\s+", " ", document.source[max(0, at - _AROUND // 2) : at + _AROUND]).strip()
            what = "is never closed" if kind == "unclosed-bracket" else "closes nothing"
            where = _at(text, starts, at)
            yield Problem(kind=kind, message=f"{mark!r} {what}: {near!r}", provisions=where, spans=((at, at + 1),))


def _unmatched(source: str, start: int, end: int, marks: str) -> Iterator[tuple[str, str, int]]:
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
            yield "unopened-bracket", mark, at
    for mark, at in stack:
        yield "unclosed-bracket", mark, at


def _at(text: Outline, starts: list[int], offset: int) -> tuple[str, ...]:
    place = bisect.bisect_right(starts, offset) - 1
    return (text.entries[place].id,) if place >= 0 and offset <= text.entries[place].end else ()
