"""Opposed: what each side wants in a few words behind its name ("Government: plebiscite. Rebels: an assembly.")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .cells import cell_stance
from .claims import Claim
from .headed import label_of
from .issues import issues_in

if TYPE_CHECKING:
    from ..context import Context
    from ..document import Passage, Sentence

__all__ = ["find_opposed"]

_TOLD = re.compile(r"(?P<party>[A-Z][^:;.\n]{1,40}?): +(?P<words>[^:;\n]{3,140}?)[.;]?\s*$")
_PARTS = re.compile(r"(?<=;)\s+")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FEWEST = 2


def find_opposed(context: Context) -> Iterator[Claim]:
    """Find what the sides want by the few words that a paragraph or an item sets behind the name of each.

    Args:
        context: The report.
    """
    for passage in context.passages:
        if passage.block.kind not in {"paragraph", "item"} or passage.block.speaker is not None:
            continue
        found = [each for sentence in passage.sentences for each in _told(context, sentence)]
        if len({party for party, *_ in found}) < _FEWEST:
            continue  # one label alone is a heading or a speaker
        for party, start, end, sentence in found:
            words = context.report.text[start:end]
            issue = next(iter(issues_in(words) or _issue_before(context, passage)), None)
            if issue is not None:
                yield Claim(party, cell_stance(words), start, end, issue, sentence, "sides told one by one")


def _told(context: Context, sentence: Sentence) -> Iterator[tuple[str, int, int, Sentence]]:
    """The party of each part of a sentence, and the words behind its name, where these have no verb of their own."""
    start = sentence.start
    for part in _PARTS.split(sentence.text):
        found = _TOLD.match(part)
        at = context.report.text.find(part, start)
        start = at + len(part)
        if found is None:
            continue
        parties = context.parties_named(at + found.start("party"), at + found.end("party"))
        inside = (at + found.start("words"), at + found.end("words"))
        finite = any(t.tag_ in _FINITE for t in sentence.span if inside[0] <= t.idx + _base(sentence) < inside[1])
        if len(parties) == 1 and not finite:
            yield parties[0], *inside, sentence


def _base(sentence: Sentence) -> int:
    """What the offsets of the parse are short of those of the report."""
    return sentence.start - sentence.span[0].idx


def _issue_before(context: Context, passage: Passage) -> dict[str, float]:
    """What the label or the first sentence of the passage is about ("Endorsement. Government: ...")."""
    first = passage.sentences[0]
    return (
        issues_in(label_of(context, passage.sentences[1])) or issues_in(first.text)
        if len(passage.sentences) > 1
        else {}
    )
