"""What a clause is about, by the phrases of `goodoffices.record.issue_phrases`, where findings see them too."""

from __future__ import annotations

from goodoffices.record.issue_phrases import issue_of, issue_of_head, issues_in

__all__ = ["issue_of", "issue_of_head", "issues_in"]
