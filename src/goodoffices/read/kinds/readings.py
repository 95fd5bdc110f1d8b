"""Readings: how a clause is read for a stance, and the claims that come of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from goodoffices.record import Stance

from ..document import Sentence, offset_of, sentence_of
from .claims import Claim, claim_issue
from .interview import question_before

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["Reading", "claims_of_reading", "clause_span", "extent"]


class Reading(msgspec.Struct, frozen=True):
    """How a clause is read: the stance, why, and the offsets of what it is about."""

    stance: Stance
    basis: str
    span: tuple[int, int]


def claims_of_reading(context: Context, token: Token, parties: tuple[str, ...], reading: Reading) -> Iterator[Claim]:
    """The claims of parties whose clause is read so; none where nothing tells of which issue."""
    sentence = sentence_of(token)
    start, end = reading.span
    issue = claim_issue(context.report.text[start:end], sentence, question_before(context, sentence), start)
    if issue is not None:
        for party in dict.fromkeys(parties):
            yield Claim(party, reading.stance, start, end, issue, sentence, reading.basis)


def clause_span(verb: Token, sentence: Sentence) -> tuple[int, int]:
    """Offsets of a verb's clause, within its sentence."""
    start, end = extent(verb)
    return max(start, sentence.start), min(end, sentence.end)


def extent(token: Token) -> tuple[int, int]:
    """Offsets of a word with all that hangs on it."""
    doc = token.doc
    left, right = doc[token.left_edge.i], doc[token.right_edge.i]
    return offset_of(left), offset_of(right) + len(right)
