"""Headed: what an item or a paragraph is about by the label it opens with ("Sanctions relief: Tehran wants ...")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from ..document import offset_of
from .issues import issues_in
from .pointing import points_back

if TYPE_CHECKING:
    from ..context import Context
    from ..document import Sentence
    from .claims import Claim

__all__ = ["by_label", "label_of"]

_LABEL = re.compile(r"[*_]*(?P<label>[A-Z][\w’'-]*(?: [\w’'-]+){0,3})(?:[*_]*[:.]|[:.][*_]*) +(?=[\w\"“*_])")
"""At most four words and a colon or a full stop."""
_WORDS = 8
"""Words and marks of a sentence in which such a label lies."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PLAIN = 0.9
"""Weight from which on words name an issue by themselves."""


def by_label(context: Context, claim: Claim) -> Claim:
    """Give a claim the issue that the label of its block names: right behind it, and later where its words name none.

    Args:
        context: The report.
        claim: What was found in a sentence of the block.
    """
    block = claim.sentence.block
    found = _LABEL.match(context.report.text, block.start, block.end)
    if found is None or block.speaker is not None or claim.start < found.end() or claim.issue == "":
        return claim
    named = next((issue for issue, weight in issues_in(found["label"]).items() if weight >= _PLAIN), None)
    if named is None:
        return claim
    if any(t.tag_ in _FINITE and offset_of(t) < found.end() for t in claim.sentence.span.doc[:_WORDS]):
        return claim  # "Cyprus offered two concessions: ...": a clause, and no label
    words = context.report.text[claim.start : claim.end]
    first = not context.report.text[found.end() : claim.sentence.start].strip()
    if first or not (issues_in(words) or points_back(words)):
        return msgspec.structs.replace(claim, issue=named)
    return claim


def label_of(context: Context, sentence: Sentence) -> str:
    """The label right in front of a sentence, or that it opens with ("Mines: the joint cell has not met").

    Args:
        context: The report.
        sentence: A sentence of it.

    Returns:
        Its words, empty where there is none.
    """
    block = sentence.block
    found = _LABEL.match(context.report.text, block.start, block.end)
    if found is None or block.speaker is not None or block.kind not in {"paragraph", "item"}:
        return ""
    if any(t.tag_ in _FINITE and offset_of(t) < found.end() for t in sentence.span.doc[:_WORDS]):
        return ""
    first = not context.report.text[found.end() : max(sentence.start, found.end())].strip()
    return found["label"] if first else ""
