"""Rules of a text: what a communiqué says with "shall" is agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import Sentence
from .accord_terms import main_verbs, terms_of_accords

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["rules_of_texts"]

_MARKS = frozenset("\"“”'")


def rules_of_texts(context: Context) -> Iterator[Sentence]:
    """The sentences by which a text lays something down.

    Args:
        context: The report.

    Yields:
        They in the order of the text, those left out that `terms_of_accords` finds.
    """
    known = {sentence.number for sentence in terms_of_accords(context)}
    for sentence in context.sentences:
        block = sentence.block
        if block.speaker is not None or block.kind not in {"paragraph", "item"} or sentence.number in known:
            continue
        if _shall(sentence):
            yield sentence


def _shall(sentence: Sentence) -> bool:
    """Is it a rule of a text, which alone says "shall" of others ("The roll shall be compiled jointly")?"""
    if "shall" not in sentence.text or _is_quoted(sentence):
        return False
    verbs = list(main_verbs(sentence.span.root))
    ruling = any(c.lower_ == "shall" for verb in verbs for c in verb.children if c.dep_ in {"aux", "auxpass"})
    return ruling and not any(c.lower_ in {"we", "i"} for verb in verbs for c in verb.children)


def _is_quoted(sentence: Sentence) -> bool:
    return sentence.text.lstrip()[:1] in _MARKS or sentence.text.rstrip()[-1:] in _MARKS
