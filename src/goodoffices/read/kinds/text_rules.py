"""Rules of a text: what a communiqué says with "shall", and what a report says that an accord does, is agreed."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from ..document import Sentence, offset_of
from .accord_terms import main_verbs, terms_of_accords
from .negation import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["rules_of_texts"]

_MARKS = frozenset("\"“”'")
_FIRST_WORDS = 8
"""Words of the sentence before in which the accord is named that "it" means."""


class Words(msgspec.Struct, frozen=True):
    """Nouns that are an accord, verbs of which it is the subject, and what makes of a text no accord yet."""

    accords: frozenset[str]
    provide: frozenset[str]
    unsettled: re.Pattern[str]


@functools.cache
def _words() -> Words:
    text = resources.files(__package__).joinpath("data/points.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)["accord"]
    unsettled = re.compile("|".join(data["unsettled"]), re.IGNORECASE)
    return Words(frozenset(data["accords"]), frozenset(data["provide"]), unsettled)


def rules_of_texts(context: Context) -> Iterator[Sentence]:
    """The sentences by which a text lays something down, or a report says what an accord does.

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
        if _shall(sentence) or _provides(context, sentence):
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


def _provides(context: Context, sentence: Sentence) -> bool:
    """Does an accord do something that tells a term of it ("the text caps the stock", "it halves the army")?"""
    words = _words()
    return any(
        verb.lemma_.lower() in words.provide
        and _is_of_accord(context, sentence, verb)
        and not is_negated(verb)
        and not words.unsettled.search(sentence.text)
        and not context.is_said(offset_of(verb), offset_of(verb) + len(verb))
        for verb in main_verbs(sentence.span.root)
    )


def _is_of_accord(context: Context, sentence: Sentence, verb: Token) -> bool:
    """Is the subject of a verb an accord, or "it" behind a sentence that opens with one?"""
    accords = _words().accords
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ != "it" or not sentence.number:
        return subject is not None and subject.lemma_.lower() in accords and subject.i < verb.i
    before = context.sentences[sentence.number - 1]
    return before.block is sentence.block and any(t.lemma_.lower() in accords for t in before.span[:_FIRST_WORDS])
