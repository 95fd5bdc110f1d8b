"""Parted: a verb group that a saying parts, not joined by the parser ("would not, he added, give it up")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import Stance

from ..document import offset_of, sentence_of
from .claims import Claim, claim_issue
from .frames import frames
from .holders import actors_of_phrase, speakers_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..context import Context

__all__ = ["find_parted"]

_HELPING = frozenset({"will", "would", "shall", "must", "should", "could", "can"})
_NOT = frozenset({"not", "never", "n't"})
_SAYING = frozenset(
    {"say", "add", "tell", "warn", "insist", "repeat", "stress", "declare", "write", "explain", "argue"}
)
_LONGEST_ASIDE = 8
"""Words of a saying that parts a verb group at most."""


def find_parted(context: Context, doc: Doc) -> Iterator[Claim]:
    """Find the positions of one parsed block in clauses whose verb a saying parts from its helping verb.

    Args:
        context: The report.
        doc: The parse of the block.
    """
    for token in doc:
        if token.tag_ == "MD" and token.lower_ in _HELPING:
            yield from _parted(context, token)


def _parted(context: Context, helping: Token) -> Iterator[Claim]:
    doc, sentence = helping.doc, sentence_of(helping)
    at = helping.i + 1
    negated = at < len(doc) and doc[at].lower_ in _NOT
    at += negated
    if at >= len(doc) or doc[at].text != ",":
        return
    closing = next((t for t in doc[at + 1 : at + 2 + _LONGEST_ASIDE] if t.text == ","), None)
    if closing is None or closing.i + 1 >= sentence.span.end:
        return
    saying = next((t for t in doc[at + 1 : closing.i] if t.lemma_.lower() in frames().stating | _SAYING), None)
    subject = next(
        (t for t in reversed(doc[sentence.span.start : helping.i]) if t.dep_ in {"nsubj", "nsubjpass"}), None
    )
    if saying is None or subject is None:
        return
    parties = tuple(dict.fromkeys(context.roster.party(a) for a in actors_of_phrase(context, subject)))
    said = tuple(p for p in speakers_of(context, subject) if p in parties) or parties
    stance = _stance(helping, doc[closing.i + 1], negated=negated)
    start, end = offset_of(doc[closing.i + 1]), sentence.end
    issue = claim_issue(context.report.text[start:end], sentence, at=start) if stance is not None else None
    for party in dict.fromkeys(said) if issue is not None else ():
        yield Claim(party, stance or "rejects", start, end, issue or "other", sentence, "a parted verb")


def _stance(helping: Token, verb: Token, *, negated: bool) -> Stance | None:
    if negated:
        return None if helping.lower_ in {"could", "can"} or verb.lower_ in frames().utter else "rejects"
    giving = verb.lower_ in frames().concede and helping.lower_ in {"will", "would", "shall"}
    return "offers" if giving else None
