"""Rules of a text: what a communiqué says with "shall" is agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import Sentence
from .accord_terms import main_verbs, says_a_term, terms_of_accords

if TYPE_CHECKING:
    from ..context import Context

__all__ = ["rules_laid_down", "rules_of_texts"]

_MARKS = frozenset("\"“”'")
_ENDS = frozenset('.;:,!"”')
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def rules_laid_down(context: Context) -> Iterator[Sentence]:
    """The sentences that tell a matter as settled, because an accord or a text lays them down.

    A list of what an accord is about ("Access for relief convoys") tells what is in it, and not how far each matter has
    come; nor does a report that goes on in its own words to what will be under an accord, unless it has asked what was
    agreed or says what the accord does.

    Args:
        context: The report.
    """
    for sentence in terms_of_accords(context):
        told = not _is_fragment(sentence) if sentence.block.kind == "item" else _is_asked(context, sentence)
        if told or says_a_term(sentence):
            yield sentence
    yield from rules_of_texts(context)


def _is_asked(context: Context, sentence: Sentence) -> bool:
    """Does a question stand before a sentence in its paragraph?"""
    return "?" in context.report.text[sentence.block.start : sentence.start]


def _is_fragment(sentence: Sentence) -> bool:
    """Is an item no clause: a capital, no mark at its end and no verb that tells anything?"""
    text = sentence.text.strip()
    if not text[:1].isupper() or text[-1:] in _ENDS:
        return False
    return not any(token.tag_ in _FINITE for token in sentence.span)


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
