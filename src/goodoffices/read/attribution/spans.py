"""From tokens to offsets: where a content, a cue or a source begins and ends."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from .contents import Range
from .model import Candidate, Span, Spans
from .quotations import Quotation
from .tree import Tree

__all__ = ["content_spans", "cue_span", "overlap", "phrase_span", "touching"]

_OUTER = frozenset(",;:.-\u2013\u2014\u2015") | {"--", "...", "\u2026"}
_REST = 250
"""Characters of a quotation that a content takes in whose parse ends within it."""


def content_spans(tree: Tree, pieces: Iterable[Range]) -> Spans:
    """Offsets in the paragraph of a content, trimmed, with the quotation marks that belong to it."""
    return tuple(span for piece in pieces if (span := _content_span(tree, piece)) is not None)


def _content_span(tree: Tree, piece: Range) -> Span | None:
    first, last = max(piece[0], behind_dateline(tree)), piece[1]
    while first <= last and (tree.words[first] in _OUTER or tree.pos[first] == "SPACE"):
        first += 1
    while first <= last and (_ends_outside(tree, first, last) or tree.pos[last] == "SPACE"):
        last -= 1
    if first > last:
        return None
    return _with_marks(tree, tree.starts[first], tree.ends[last])


def _ends_outside(tree: Tree, first: int, last: int) -> bool:
    if tree.words[last] in _OUTER:
        return tree.quoted[last] < 0 or tree.quoted[last] != tree.quoted[first]
    if tree.is_mark(last):
        quote = tree.quoted[last]
        return quote < 0 or tree.quotes[quote].start == tree.starts[last]
    return False


def _with_marks(tree: Tree, start: int, end: int) -> Span | None:
    """Take in the marks at both ends of a quotation that lies in the span but for them."""
    for quote in touching(tree, start, end):
        if start - quote.width <= quote.start < start:
            start = quote.start
        if start <= quote.start and end < quote.end and quote.end - end < _REST:
            end = quote.end
    return (start, end) if any(map(str.isalnum, tree.text[start:end])) else None


def touching(tree: Tree, start: int, end: int) -> list[Quotation]:
    """The quotations that have characters in a span, in order."""
    first = bisect.bisect_right(tree.quotes, start, key=lambda quote: quote.end)
    last = bisect.bisect_left(tree.quotes, end, lo=first, key=lambda quote: quote.start)
    return tree.quotes[first:last]


def cue_span(tree: Tree, found: Candidate) -> Span:
    """Offsets in the paragraph of a cue: its head with auxiliaries, negation, adverbs, particle and preposition."""
    first = found.head
    if found.part == "adjective":
        first = min(first, tree.heads[first])
    own = {"aux", "auxpass", "neg", "advmod"}
    while first and _belongs(tree, first - 1, {found.head, first}, own):
        first -= 1
    if found.part == "noun":
        first = found.head
    return tree.starts[min(first, found.cue_end)], tree.ends[max(found.cue_end, found.head)]


def _belongs(tree: Tree, token: int, heads: set[int], deps: set[str]) -> bool:
    return tree.deps[token] in deps and tree.heads[token] in heads and tree.tags[token] != "WRB"


def phrase_span(tree: Tree, piece: Range) -> Span | None:
    """Offsets in the paragraph of a noun phrase, without punctuation at its ends."""
    first, last = max(piece[0], behind_dateline(tree)), piece[1]
    while first <= last and (tree.pos[first] in {"PUNCT", "SPACE"}):
        first += 1
    while first <= last and (tree.pos[last] in {"PUNCT", "SPACE"} and tree.words[last] != ")"):
        last -= 1
    return (tree.starts[first], tree.ends[last]) if first <= last else None


def behind_dateline(tree: Tree) -> int:
    """The first token behind a dateline ("GENEVA, Oct. 4 (Reuters) -"), 0 where the paragraph has none."""
    for token in range(1, min(len(tree) - 1, _DATELINE)):
        if tree.words[token] in _DASHES and tree.words[0].upper() == tree.text[tree.starts[0] : tree.ends[0]]:
            return token + 1 if tree.words[token - 1] == ")" else 0
    return 0


_DATELINE = 18
_DASHES = frozenset({"-", "--", "\u2013", "\u2014"})


def overlap(one: Spans, other: Spans) -> float:
    """Intersection over union of two lists of spans, in characters."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    total = sum(end - start for start, end in one) + sum(end - start for start, end in other) - shared
    return shared / total if total else 0.0
