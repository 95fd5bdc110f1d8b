"""Withheld things: told in like words, kept by the same actors where reports name them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from goodoffices.record.content import WithheldContent

from .choice import clause
from .claims import Claim
from .kind import Kind
from .wording import alike, folded, matter

__all__ = ["Secrets"]


class Secrets(Kind[WithheldContent]):
    """How withheld things are gathered."""

    content = WithheldContent

    def form(self, claim: Claim[WithheldContent]) -> Hashable:
        """The folded text."""
        return folded(claim.content.text)

    def marks(self, claim: Claim[WithheldContent]) -> Iterable[Hashable]:
        """Each word."""
        return matter(claim.content.text)

    def fits(self, one: Claim[WithheldContent], other: Claim[WithheldContent]) -> bool:
        """Like words, and a keeper in common where both name keepers."""
        keepers, others = {*one.content.by}, {*other.content.by}
        if keepers and others and not keepers & others:
            return False
        return alike(matter(one.content.text), matter(other.content.text), cover_from=3)

    def rank(self, claim: Claim[WithheldContent]) -> tuple[int, ...]:
        """Fuller clauses first."""
        return (-len(matter(claim.content.text)),)

    def merge(self, claims: Sequence[Claim[WithheldContent]]) -> WithheldContent:
        """The clause that most reports give, and all who are said to keep it."""
        by = tuple(sorted({actor for claim in claims for actor in claim.content.by}))
        return WithheldContent(text=clause(claim.content.text for claim in claims), by=by)
