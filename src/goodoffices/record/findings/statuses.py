"""Statuses of issues: one issue, one status, one speaker; in wide issues only where the clauses carry one matter."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from goodoffices.record.content import IssueStatusContent

from .choice import clause
from .claims import Claim
from .kind import Kind
from .wording import alike, folded, matter

__all__ = ["WIDE_ISSUES", "Statuses", "status_words"]

WIDE_ISSUES = frozenset({"other", "process"})
"""Issues that hold many questions: the status of one says nothing of the next."""


def status_words(content: IssueStatusContent) -> frozenset[str]:
    """The words that carry the matter of a status."""
    return matter(content.text, "status")


class Statuses(Kind[IssueStatusContent]):
    """How statuses are gathered."""

    content = IssueStatusContent

    def _cell(self, claim: Claim[IssueStatusContent]) -> tuple[str, str, str]:
        return claim.content.issue, claim.content.status, claim.said_by or ""

    def form(self, claim: Claim[IssueStatusContent]) -> Hashable:
        """The cell, with the text in a wide issue."""
        wide = claim.content.issue in WIDE_ISSUES
        return *self._cell(claim), folded(claim.content.text) if wide else ""

    def marks(self, claim: Claim[IssueStatusContent]) -> Iterable[Hashable]:
        """The cell and each word in a wide issue, else the cell."""
        words = status_words(claim.content) if claim.content.issue in WIDE_ISSUES else ("",)
        return [(*self._cell(claim), word) for word in words]

    def fits(self, one: Claim[IssueStatusContent], other: Claim[IssueStatusContent]) -> bool:
        """One cell, and like words in a wide issue."""
        if self._cell(one) != self._cell(other):
            return False
        wide = one.content.issue in WIDE_ISSUES
        return not wide or alike(status_words(one.content), status_words(other.content))

    def merge(self, claims: Sequence[Claim[IssueStatusContent]]) -> IssueStatusContent:
        """The clause that most reports give."""
        first = claims[0].content
        text = clause(claim.content.text for claim in claims)
        return IssueStatusContent(issue=first.issue, status=first.status, text=text)
