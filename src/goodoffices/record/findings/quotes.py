"""Quotes: of one speaker, in equal words, or one within the other."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from goodoffices.record.content import QuoteContent

from .claims import Claim
from .kind import Kind
from .wording import tokens

__all__ = ["Quotes"]

_SHORTEST = 8
"""Characters of a single word from which it can be a piece of a longer quote."""


class Quotes(Kind[QuoteContent]):
    """How quotes are gathered."""

    content = QuoteContent

    def form(self, claim: Claim[QuoteContent]) -> Hashable:
        """Speaker and words."""
        return claim.content.speaker, " ".join(tokens(claim.content.text))

    def marks(self, claim: Claim[QuoteContent]) -> Iterable[Hashable]:
        """Speaker and each word."""
        return [(claim.content.speaker, word) for word in tokens(claim.content.text)]

    def fits(self, one: Claim[QuoteContent], other: Claim[QuoteContent]) -> bool:
        """One speaker; the shorter stands in the longer, and is no mere small word."""
        short, long = sorted((" ".join(tokens(claim.content.text)) for claim in (one, other)), key=len)
        if one.content.speaker != other.content.speaker:
            return False
        piece = " " in short or len(short) >= _SHORTEST
        return short == long or (piece and f" {short} " in f" {long} ")

    def rank(self, claim: Claim[QuoteContent]) -> tuple[int, ...]:
        """Longer ones first, so that pieces find them."""
        return (-len(tokens(claim.content.text)),)

    def vague(self, claim: Claim[QuoteContent]) -> bool:  # noqa: ARG002  any quote can be a piece
        """A piece that stands in two quotes stays apart."""
        return True

    def merge(self, claims: Sequence[Claim[QuoteContent]]) -> QuoteContent:
        """The longest direct form, else the longest; direct where any report has it in quotation marks."""
        said = [claim.content for claim in claims]
        fullest = min(said, key=lambda content: (not content.direct, -len(content.text), content.text))
        told = tuple(sorted({actor for content in said for actor in content.to}))
        return QuoteContent(speaker=fullest.speaker, text=fullest.text, direct=fullest.direct, to=told)
