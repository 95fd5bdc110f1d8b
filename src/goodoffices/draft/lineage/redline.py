"""What was taken out and what was put in, word by word.

1. The words and marks of both wordings are aligned (longest common subsequence, bit-parallel: Hyyrö 2004, through
   rapidfuzz).
2. Small islands of equal words between larger changes join them: "the [-first day of-] [+last week before+] the" reads
   better than a salad of single words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

import msgspec
from rapidfuzz.distance import Indel

from .comparison import Comparison, Link
from .words import tokens

__all__ = ["Piece", "redline", "redline_link"]

Kind: TypeAlias = Literal["kept", "out", "in"]

_ISLAND = 3  # words: a longer run of equal words always stands
_CELLS = 400_000_000  # of an alignment, 50 MB; past these all between the equal ends is taken as changed

Run = tuple[Kind, list[str], list[str]]


class Piece(msgspec.Struct, frozen=True):
    """A run of a redline.

    Attributes:
        kind: "kept", "out" (only in the old wording) or "in" (only in the new).
        old: Its characters in the old wording, white space included; "" for "in".
        new: Its characters in the new wording; "" for "out". What is kept may differ in white space.
    """

    kind: Kind
    old: str
    new: str

    @property
    def text(self) -> str:
        """What to show."""
        return self.new or self.old


def redline(old: str, new: str) -> tuple[Piece, ...]:
    """Compare two wordings word by word.

    Args:
        old: the earlier wording.
        new: the later one.

    Returns:
        The runs in reading order, what goes out before what comes in. All `old` joined are the old wording, all `new`
        joined the new one, to the character.
    """
    before, after = _words(old), _words(new)
    runs = _join_islands(_runs(before, after))
    return tuple(Piece(kind, "".join(out), "".join(put)) for kind, out, put in runs)


def redline_link(comparison: Comparison, link: Link) -> tuple[Piece, ...]:
    """Compare the wordings of the two sides of a link; several points of one side are paragraphs.

    Args:
        comparison: of two texts.
        link: one of its links.

    Returns:
        The runs of the redline.
    """
    old = "\n\n".join(point.text for point in comparison.points_a(link))
    return redline(old, "\n\n".join(point.text for point in comparison.points_b(link)))


def _words(text: str) -> list[str]:
    """Cut a text into words and marks, each with the white space behind it."""
    starts = [start for _, start, _ in tokens(text)]
    if not starts:
        return [text] if text else []
    starts[0] = 0
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _runs(before: Sequence[str], after: Sequence[str]) -> Iterable[Run]:
    """Yield the runs of an alignment."""
    signs: dict[str, str] = {}
    one, other = (
        "".join(signs.setdefault(word.strip(), chr(0x10000 + len(signs) % 0xFFFFF)) for word in words)
        for words in (before, after)
    )
    for tag, start, end, first, last in _opcodes(one, other):
        if tag == "equal":
            yield "kept", list(before[start:end]), list(after[first:last])
        if tag in {"delete", "replace"}:
            yield "out", list(before[start:end]), []
        if tag in {"insert", "replace"}:
            yield "in", [], list(after[first:last])


def _opcodes(one: str, other: str) -> Iterable[tuple[str, int, int, int, int]]:
    """Align two words lists written as characters, in bounded memory."""
    if len(one) * len(other) <= _CELLS:
        return [(*each,) for each in Indel.opcodes(one, other).as_list()]
    shorter = min(len(one), len(other))
    start = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    tail = next((n for n in range(shorter - start) if one[-1 - n] != other[-1 - n]), shorter - start)
    ends = len(one) - tail, len(other) - tail
    return [
        ("equal", 0, start, 0, start),
        ("replace", start, ends[0], start, ends[1]),
        ("equal", ends[0], len(one), ends[1], len(other)),
    ]


def _join_islands(runs: Iterable[Run]) -> list[Run]:
    """Join each small island to the larger changes around it, and set what goes out before what comes in."""
    joined: list[Run] = []
    changes: list[tuple[list[str], list[str]]] = []  # the change being collected, with the islands in it
    island: Run | None = None
    for run in _by_change(runs):
        kind, out, put = run
        if kind == "kept":
            if changes and len(out) <= _ISLAND and island is None:
                island = run
                continue
            _close(joined, changes, island)
            island = None
            joined.append(run)
            continue
        if island is not None and not _drowned(island, changes[-1], (out, put)):
            _close(joined, changes, island)
        elif island is not None:
            last = changes.pop()
            out, put = [*last[0], *island[1], *out], [*last[1], *island[2], *put]
        island = None
        changes.append((out, put))
    _close(joined, changes, island)
    return joined


def _by_change(runs: Iterable[Run]) -> Iterable[Run]:
    """Join neighbouring runs of what goes out and comes in into one change, and drop the empty ones."""
    out: list[str] = []
    put: list[str] = []
    for kind, gone, come in runs:
        if kind != "kept":
            out, put = out + gone, put + come
            continue
        if out or put:
            yield "out", out, put
            out, put = [], []
        if gone:
            yield kind, gone, come
    if out or put:
        yield "out", out, put


def _drowned(island: Run, before: tuple[list[str], list[str]], after: tuple[list[str], list[str]]) -> bool:
    """Is an island no larger than the changes on both its sides?"""
    size = len("".join(island[1]))
    return all(size <= max(len("".join(words)) for words in change) for change in (before, after))


def _close(joined: list[Run], changes: list[tuple[list[str], list[str]]], island: Run | None) -> None:
    """Write the change that was collected, and the island behind it that did not drown."""
    for out, put in changes:
        if out:
            joined.append(("out", out, []))
        if put:
            joined.append(("in", [], put))
    changes.clear()
    if island is not None:
        joined.append(island)
