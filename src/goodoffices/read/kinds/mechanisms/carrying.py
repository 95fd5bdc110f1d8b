"""Carrying on: what is said of an arrangement in a sentence or an item that names it by a pronoun, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from ...document import Sentence, offset_of
from ..saying import told_by
from .mention import Mention
from .naming import bare_name
from .standing import state_of, trigger_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["carried_on"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PRONOUNS = frozenset({"it", "they", "both"})
_MODALS = frozenset({"will", "shall", "may", "must", "would", "should", "can", "is", "are"})


def carried_on(context: Context, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Find the sentences and items that say more of an arrangement that was the subject just before.

    Args:
        context: The report.
        mentions: The mentions by name, with the sentences that hold them as evidence.
    """
    by_start: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_start.setdefault(mention.evidence.start, []).append(mention)
    subject: Mention | None = None
    before: Sentence | None = None
    for sentence in context.sentences:
        verb = next((t for t in sentence.span if t.dep_ == "ROOT"), None)
        if before is not None and subject is not None and verb is not None:
            pronoun = _pronoun(sentence, verb) if sentence.block is before.block else None
            item = sentence.block.kind == "item" and _begins_with_modal(sentence)
            if pronoun is not None or item:
                yield _more(context, sentence, pronoun, subject)
                before = sentence
                continue
            if sentence.block.kind == "item" and before.block.kind == "item":
                subject = None
        named = by_start.get(sentence.start, [])
        subject, before = _subject(sentence, verb, named), sentence


def _subject(sentence: Sentence, verb: Token | None, named: Sequence[Mention]) -> Mention | None:
    """The arrangement that is the subject of a sentence, or all that the lead of a list says."""
    if not named or verb is None:
        return None
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    alone = sentence.text.rstrip().endswith(":") and len(named) == 1
    for mention in named:
        if alone or any(mention.noun == c.lower_.removesuffix("s") or mention.noun == c.lower_ for c in subjects):
            return mention
    return None


def _pronoun(sentence: Sentence, verb: Token) -> Token | None:
    """The pronoun with which a sentence begins, where it is the subject."""
    first = next((t for t in sentence.span if t.is_alpha), None)
    stands = first is not None and first.lower_ in _PRONOUNS and first.dep_ in _SUBJECTS and first.head == verb
    return first if stands else None


def _begins_with_modal(sentence: Sentence) -> bool:
    """ "(a) will be composed of ...": an item that its lead gives the subject."""
    first = next((t for t in sentence.span if t.is_alpha and len(t) > 1), None)
    return first is not None and first.lower_ in _MODALS


def _more(context: Context, sentence: Sentence, pronoun: Token | None, subject: Mention) -> Mention:
    told = pronoun if pronoun is not None else sentence.span[0]
    named = bare_name(told)
    runs = pronoun is not None and subject.state == "in_force"
    return msgspec.structs.replace(
        subject,
        evidence=sentence.evidence(),
        state=state_of(named) if runs else subject.state,
        trigger=trigger_of(context, sentence, named, sentence.end, "agreed"),
        said_by=told_by(context, offset_of(told), offset_of(told) + len(told)),
    )
