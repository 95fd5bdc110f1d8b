"""Direct speech over paragraphs: quotations that go on, speakers named a line earlier."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from .model import Attribution, Spans
from .shaping import kind_of, shape
from .sources import Source
from .speech import Speech, lead_in, speeches
from .tree import Tree
from .unsaid import has_word

__all__ = ["Spoken", "spoken"]

_WITH_CUE = 0.97
_WITHOUT_CUE = 0.81
"""Shares that were right on the working half of the development data: 196 of 203, and 22 of 27."""

_MOST_PIECES = 200
"""No speech runs over more quotations; what does is a list, or a text without closing marks."""


class Spoken(msgspec.Struct):
    """The direct speech of a text.

    Attributes:
        found: Its attributions.
        used: For each paragraph, the heads of the cues that they rest on.
        places: For each paragraph, the indices of those in `found` that have content there.
    """

    found: list[Attribution]
    used: list[set[int]]
    places: list[list[int]]

    def taken(self, paragraph: int) -> list[Spans]:
        """The contents of direct speech that touch a paragraph."""
        return [self.found[one].content for one in self.places[paragraph]]


def spoken(trees: Sequence[Tree]) -> Spoken:
    """Find the direct speech of a text, given its paragraphs in order."""
    result = Spoken([], [set() for _ in trees], [[] for _ in trees])
    open_ = False
    for nth, tree in enumerate(trees):
        said = speeches(tree)
        for one in said:
            goes_on = one is said[0] and one.cue < 0 and one.opens and one.source.head < 0
            if goes_on and open_ and result.found and len(result.found[-1].content) < _MOST_PIECES:
                _extend(result, trees, nth, one)
            else:
                _start(result, trees, nth, one, led=goes_on)
        if said:
            last = said[-1]
            open_ = last.unclosed or (last.cue < 0 and last.pieces[-1][1] >= len(tree.text.rstrip()) and last.opens)
        else:
            open_ = False
    return result


def _extend(result: Spoken, trees: Sequence[Tree], nth: int, one: Speech) -> None:
    """Add the pieces of a quotation that a new opening mark takes up again."""
    last = result.found[-1]
    content = (*last.content, *_placed(trees[nth], one.pieces))
    result.found[-1] = msgspec.structs.replace(last, content=content)
    result.places[nth].append(len(result.found) - 1)


def _start(result: Spoken, trees: Sequence[Tree], nth: int, one: Speech, *, led: bool) -> None:
    home, cue, source = nth, one.cue, one.source
    if led and nth:
        lead = lead_in(trees[nth - 1])
        if lead is not None and lead[0] not in result.used[nth - 1]:
            home, (cue, source) = nth - 1, lead
        elif not trees[nth - 1].quotes:
            home, source = nth - 1, _topic_of(trees[nth - 1])
    content = _placed(trees[nth], one.pieces)
    found = shape(trees[home], cue, source, content, frame="quote", score=_WITH_CUE if cue >= 0 else _WITHOUT_CUE)
    if cue < 0 and source.head < 0 and one.opens and result.found:
        found = msgspec.structs.replace(found, source=result.found[-1].source)
    found = msgspec.structs.replace(found, kind=kind_of(trees[nth], one.pieces))
    if cue >= 0:
        result.used[home].add(cue)
    result.found.append(found)
    result.places[nth].append(len(result.found) - 1)


def _topic_of(tree: Tree) -> Source:
    """Of whom a paragraph without quotations tells last."""
    last = len(tree) - 1
    return has_word(tree, 0, last) if last >= 0 else Source()


def _placed(tree: Tree, pieces: Spans) -> Spans:
    return tuple((start + tree.offset, end + tree.offset) for start, end in pieces)
