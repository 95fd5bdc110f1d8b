"""Why a point was changed: from its own remark, or from what the note of the version says of it."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from importlib import resources
from typing import Any, Literal

import msgspec

from ..lineage import Comparison, Link, PointLike
from ..sequence.words import content, tokens
from ..text import Document

__all__ = ["Reason", "log_data", "reason_of"]

_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")
_NUMBER = re.compile(
    r"(?i)\b(?:points?|articles?|paragraphs?|items?|provisions?|sections?|nos?\.?)\s+"
    r"((?:\d+(?:\.\d+)*|[IVX]+)(?:\s?(?:,|and|to|with|–|-|into|&)\s?(?:points?\s|articles?\s)?\d+(?:\.\d+)*)*)"
)
_FEWEST = 2
"""Words that a sentence must share with a point to be about it, where it names no number."""


class Reason(msgspec.Struct, frozen=True):
    """Why something was changed.

    Attributes:
        words: The reason, as somebody wrote it; "" where nobody did.
        how: ``provision`` (the remark in its braces), ``note`` (a sentence of the version's note that names it),
            ``version`` (the note of the whole version, which names no point), ``none``.
    """

    words: str = ""
    how: Literal["provision", "note", "version", "none"] = "none"


@functools.cache
def log_data() -> dict[str, Any]:
    """The word lists of the log."""
    text = resources.files(__package__).joinpath("data/publication.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def reason_of(comparison: Comparison, link: Link, note: str, after: Document, before: Document) -> Reason:
    """Find why the points of a link were changed.

    Args:
        comparison: Of the two versions.
        link: What became of some points.
        note: The note of the later version.
        after: The later version; a remark in the braces of a point that is new there, or worded anew, comes first.
        before: The earlier one; its remarks are not reasons for what came later.
    """
    old = {before[each].note for each in link.a if each in before}
    for name in link.b:
        if name in after and (remark := after[name].note) and remark not in old:
            return Reason(remark, "provision")
    sentences = [each.strip() for each in _SENTENCE.split(note) if each.strip()]
    # numbers in a note are those of the text that was changed; a new point has only its own
    points = comparison.points_a(link) or comparison.points_b(link)
    for sentence in sentences:
        if _names(sentence, points):
            return Reason(sentence, "note")
    if not sentences or any(_NUMBER.search(each) for each in sentences):
        return Reason()
    return Reason(note.strip(), "version")


def _names(sentence: str, points: Sequence[PointLike]) -> bool:
    """Does a sentence name one of some points: by number, by id, or by words that only such a point has?"""
    numbers = {number for found in _NUMBER.finditer(sentence) for number in _numbers(found[1])}
    if numbers:
        return any(_bare(each.number) in numbers for each in points if each.number)
    folded = sentence.casefold()
    if any(each.id and re.search(rf"(?<!\w){re.escape(each.id.casefold())}(?!\w)", folded) for each in points):
        return True
    said = {each.stem for each in content(tokens(sentence))}
    return any(len(said & {each.stem for each in content(tokens(point.text))}) >= _FEWEST for point in points)


def _numbers(words: str) -> set[str]:
    """The numbers in "3, 4 and 7" or "3 to 5"."""
    found = set(re.findall(r"\d+(?:\.\d+)*|[IVX]+", words))
    for first, last in re.findall(r"(\d{1,3})\s?(?:to|–|-)\s?(?:point\s)?(\d{1,3})", words):
        found |= {str(number) for number in range(int(first), min(int(last), int(first) + 200) + 1)}
    return found


def _bare(number: str) -> str:
    return re.split(r"\s", number.strip().rstrip(".)"))[-1].strip("().")
