"""Attributions of a text: direct speech first, then every other cue that is likely enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from goodoffices.read.pipeline import parse

from .choosing import choose
from .model import Attribution
from .paragraphs import paragraphs
from .speaking import spoken
from .tree import grow

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["attributions", "find_attributions"]


def attributions(text: str) -> list[Attribution]:
    """Find every attribution in a text, of anyone to anyone.

    Args:
        text: A report, or any English text; paragraphs are its lines.

    Returns:
        The attributions in the order in which they start. All spans count in `text`.
    """
    pieces = list(paragraphs(text))
    # A line that comes twice is parsed once: a header on every page, or one line a hundred thousand times.
    lines = dict.fromkeys(text[start:end] for start, end in pieces)
    docs = dict(zip(lines, parse(lines), strict=True))
    return find_attributions([(start, docs[text[start:end]]) for start, end in pieces])


def find_attributions(docs: Sequence[tuple[int, Doc]], *, threshold: float | None = None) -> list[Attribution]:
    """Find the attributions in paragraphs that are parsed already.

    Args:
        docs: Offset in the text and parse (`goodoffices.read.pipeline.parse`) of each paragraph, in their order.
        threshold: Probability in [0, 1] from which on a candidate counts; None for the one that the weights come with.

    Returns:
        The attributions in the order in which they start.
    """
    trees = [grow(offset, doc) for offset, doc in docs]
    direct = spoken(trees)

    def all_of_them() -> Iterator[Attribution]:
        for nth, tree in enumerate(trees):
            yield from choose(tree, direct.used[nth], direct.taken(nth), first=nth == 0, threshold=threshold)
        yield from direct.found

    return sorted(all_of_them(), key=lambda one: (one.start, one.end))
