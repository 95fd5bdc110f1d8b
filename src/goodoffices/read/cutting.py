"""Very long blocks cut into pieces, so that parsing and reading take time in step with the length of a report.

A parser takes a paragraph whole, and several rules look at a sentence as often as it has words. Hardly a paragraph of a
report is over 4,000 characters long, or a sentence over 1,200; one that is, is cut where a sentence ends if one does,
else behind a semicolon or a comma, else at a space, and a word without end wherever it reaches the limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from .layout import Block

__all__ = [
    "LONGEST_PIECE_CHARS",
    "LONGEST_SENTENCE_CHARS",
    "LONGEST_WORD_CHARS",
    "MOST_CELLS",
    "cut_long",
    "pieces",
]

LONGEST_PIECE_CHARS = 4_000
"""About 650 words: a long turn in a transcript."""
LONGEST_SENTENCE_CHARS = 1_200
"""About 200 words from one end of a sentence to the next."""
LONGEST_WORD_CHARS = 300
"""Characters without a space; the address of a page is shorter."""

MOST_CELLS = 100
"""Columns of a table: a table of positions has a dozen."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s{1,9}(?=[\"'“‘(\[]{0,3}[^\W\d_a-z])")
_RUN = re.compile(rf"\S{{1,{LONGEST_WORD_CHARS}}}\s*|\s+")
_CLAUSE_SIGNS = frozenset(";:,.!?…")


def cut_long(blocks: Sequence[Block], text: str) -> tuple[Block, ...]:
    """Cut the blocks that are too long to be parsed whole.

    Args:
        blocks: The layout of a text. Tables keep all their rows, for no table is parsed, but of each no more than
            `MOST_CELLS`: whatever stands in a cell is cited with its row.
        text: The text.

    Returns:
        The blocks, each long one as several of its kind under the same heading; what pointed to a block points to the
        last of its pieces.
    """
    cut: list[Block] = []
    last: list[int] = []
    for block in blocks:
        spans = [(block.start, block.end)] if block.kind == "table" else pieces(text, block.start, block.end)
        if len(spans) == 1 and len(last) == len(cut):
            cut.append(_narrowed(block))
        else:
            heading = None if block.heading is None else last[block.heading]
            lead = None if block.lead is None else last[block.lead]
            whole = _narrowed(block)
            cut += [replace(whole, start=start, end=end, heading=heading, lead=lead) for start, end in spans]
        last.append(len(cut) - 1)
    return tuple(cut)


def _narrowed(block: Block) -> Block:
    if max(map(len, block.rows), default=0) <= MOST_CELLS:
        return block
    return replace(block, rows=tuple(row[:MOST_CELLS] for row in block.rows))


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut ``text[start:end]`` into pieces that can be parsed.

    Returns:
        Spans in order that hold every word; ``[(start, end)]`` where nothing is too long.
    """
    if end - start <= LONGEST_WORD_CHARS:
        return [(start, end)]
    spans: list[tuple[int, int]] = []
    grows = False
    for first, stop, whole in _stretches(text, start, end):
        if grows and whole and stop - spans[-1][0] <= LONGEST_PIECE_CHARS:
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.append((first, stop))
        grows = whole
    if len(spans) == 1:
        return [(start, end)]
    trimmed = [(first, first + len(text[first:stop].rstrip())) for first, stop in spans]
    return [(first, stop) for first, stop in trimmed if first < stop] or [(start, end)]


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """What lies between two ends of sentences, whole, or in fragments where it is too long."""
    first = start
    for stop in (*(match.end() for match in _SENTENCE_END.finditer(text, start, end)), end):
        if stop - first <= LONGEST_WORD_CHARS or _fits(text[first:stop]):
            yield first, stop, True
        else:
            yield from ((*fragment, False) for fragment in _fragments(text, first, stop))
        first = stop


def _fits(stretch: str) -> bool:
    return len(stretch) <= LONGEST_SENTENCE_CHARS and max(map(len, stretch.split()), default=0) <= LONGEST_WORD_CHARS


def _fragments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch behind its clauses, at a space, or through a word."""
    first, clause = start, start
    for run in _RUN.finditer(text, start, end):
        if run.end() - first > LONGEST_SENTENCE_CHARS and run.start() > first:
            stop = clause if clause > first else run.start()
            yield first, stop
            first = stop
        word = run[0].rstrip()
        if len(word) == len(run[0]) and run.end() < end:
            yield first, run.end()
            first = run.end()
        elif word[-1:] in _CLAUSE_SIGNS:
            clause = run.end()
    if first < end:
        yield first, end
