"""Which quotations are somebody's words at length, and where in the paragraph they stand."""

from __future__ import annotations

import bisect
import re

import msgspec

from .contents import Range
from .lexicon import lexicon
from .quotations import Quotation
from .tree import Tree

__all__ = ["Gap", "Utterance", "gaps_between", "utterances"]

_STOPS = frozenset(".?!:;\u2026")
_PAUSES = frozenset(",\u2014\u2013-\u2015")
_ENDS = _STOPS | _PAUSES
_DASHES = frozenset("\u2014\u2013-\u2015")
_GOES_ON = re.compile(r"(?<=[,\u2014-]) ?(?:but|and|or|so|then|because|that)$")
"""Words between a cue's comma and the rest of the quotation: "I agree," he said, but "only once"."""

_ADDRESSEE = 3
"""Tokens before a quotation among which its verb stands."""

_SHORTEST = 2
"""Words; below it a quotation needs a cue beside it to be an utterance."""


class Utterance(msgspec.Struct, frozen=True):
    """A quotation that is speech, not a phrase lifted into a sentence.

    Attributes:
        quote: Where it stands in the paragraph.
        tokens: Its first and last token.
        before: The last character in front of it that is no space, "" at the start of the paragraph; a comma where the
            comma between cue and quotation is left out.
        inner: Its last character inside the marks.
    """

    quote: Quotation
    tokens: Range
    before: str
    inner: str

    @property
    def opens_sentence(self) -> bool:
        """Does it stand where a sentence can start?"""
        return not self.before or self.before in _STOPS or self.before in "\"')"


class Gap(msgspec.Struct, frozen=True):
    """The tokens between two utterances (or the ends of the paragraph), `last < first` where there are none."""

    first: int
    last: int


def utterances(tree: Tree) -> list[Utterance]:
    """Find the utterances of a paragraph, in order."""
    found: list[Utterance] = []
    for quote in tree.quotes:
        one = _utterance(tree, quote, found[-1] if found else None)
        if one is not None:
            found.append(one)
    return found


def _utterance(tree: Tree, quote: Quotation, previous: Utterance | None) -> Utterance | None:
    first = bisect.bisect_left(tree.starts, quote.start)
    last = bisect.bisect_left(tree.starts, quote.end) - 1
    if last - first < _SHORTEST:
        return None
    inside = tree.text[quote.start + quote.width : quote.end].rstrip("\"'` \t")
    lead = _GOES_ON.sub("", tree.text[max(0, quote.start - 40) : quote.start].rstrip())
    before = lead[-1:]
    behind = tree.text[quote.end : quote.end + 1]
    if before.isalnum() and inside[:1].isupper() and inside[-1:] in _STOPS and _follows_cue(tree, first):
        before = ","
    found = Utterance(quote, (first, last), before, inside[-1:])
    starts = found.opens_sentence or before in _PAUSES
    split = previous is not None and _is_split(tree, previous, found)
    outside = behind in {",", "."} and (found.opens_sentence or split or before in _DASHES)
    ends = not quote.closed or inside[-1:] in _ENDS or outside
    return found if starts and ends and inside else None


def _is_split(tree: Tree, one: Utterance, other: Utterance) -> bool:
    """Is one quotation the front of a sentence and another its end: "It was," said Guldimann, "a long night"."""
    between = tree.text[one.quote.end : other.quote.start]
    return one.inner in _PAUSES and other.before in _PAUSES and not _STOPS & {*between}


def _follows_cue(tree: Tree, first: int) -> bool:
    """Does a verb of speech stand right before, with at most the one who is told between ("told reporters")?"""
    verbs = lexicon().verbs
    return any("say" in verbs.get(tree.lemmas[token], ()) for token in range(max(0, first - _ADDRESSEE), first))


def gaps_between(tree: Tree, found: list[Utterance]) -> list[Gap]:
    """The gaps before, between and behind the utterances: one more than there are utterances."""
    firsts = [0, *(one.tokens[1] + 1 for one in found)]
    lasts = [*(one.tokens[0] - 1 for one in found), len(tree) - 1]
    return [Gap(first, last) for first, last in zip(firsts, lasts, strict=True)]
