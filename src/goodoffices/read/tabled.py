"""Cells that name people with their offices: parsed for the roll alone, for no reader of prose looks into a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from .actors.lexicon import lexicon
from .document import Passage, passages_of
from .layout import Block

if TYPE_CHECKING:
    from goodoffices.record import Report

__all__ = ["open_cells"]

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_SOMEBODY = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+ [a-z]+ed |[A-Z][\w'’-]+ [A-Z][\w'’-]+ [a-z]+s (?:[a-z]|[A-Z])")
"""A name of two words and a verb that open a cell ("Bethuel Kiplagat takes over as chairman")."""
_LONGEST = 400
"""Characters of a cell that is parsed, at most."""
_MOST = 60
"""Cells of a report that are parsed, at most: a table with more names is a list of something else."""


def open_cells(report: Report, blocks: Sequence[Block], start: int) -> tuple[Passage, ...]:
    """Parse the cells of a report's tables that name someone with an office.

    Args:
        report: The report.
        blocks: Its layout.
        start: How many sentences its prose has, for theirs are counted on.

    Returns:
        A passage for each such cell, in the order of the text.
    """
    found = [
        (number, Block(kind="item", start=cell.start, end=cell.end, heading=block.heading))
        for number, block in enumerate(blocks)
        for row in block.rows[1:]
        for cell in row
        if 0 < cell.end - cell.start <= _LONGEST and _names_an_officer(report.text[cell.start : cell.end])
    ]
    return passages_of(report, found, start) if len(found) <= _MOST else ()


def _names_an_officer(text: str) -> bool:
    """Does a name follow the word of an office or a rank ("Facilitator X", "Lieutenant-General X"), or act itself?"""
    words = [found[0] for found in _WORD.finditer(text)]
    named = any(name[:1].isupper() and not name.isupper() for name in _behind_offices(words))
    return named or _SOMEBODY.match(text) is not None


def _behind_offices(words: Sequence[str]) -> Iterator[str]:
    known = lexicon().offices | lexicon().ranks | lexicon().honorifics
    for office, name in pairwise(words):
        if office.lower() in known and name.lower() not in known:
            yield name
