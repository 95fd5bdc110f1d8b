"""What is to be settled: the issues of the positions found, each with what is proposed on it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from goodoffices.record import Finding, Findings, PositionContent, issues

from .proposals import Proposal, proposals
from .settings import settings
from .sides import Side

__all__ = ["Topic", "agenda", "positions_of"]


class Topic(msgspec.Struct, frozen=True):
    """One issue of a draft.

    Attributes:
        issue: Its id in the vocabulary of issues.
        name: Its label.
        findings: The positions of parties on it.
        proposals: What is proposed.
    """

    issue: str
    name: str
    findings: tuple[Finding, ...]
    proposals: tuple[Proposal, ...]


def positions_of(findings: Findings, parties: Sequence[Side]) -> tuple[Finding, ...]:
    """The positions that parties hold on what is to be agreed."""
    actors = {side.actor for side in parties}
    return tuple(
        finding
        for finding in findings.of_kind("position")
        if isinstance(finding.content, PositionContent)
        and finding.content.party in actors
        and finding.content.issue not in settings().left_out
    )


def agenda(findings: Findings, parties: Sequence[Side]) -> tuple[Topic, ...]:
    """Find the issues, in the order of the vocabulary, those without a proposal left out."""
    from goodoffices.record.findings.wording import stem  # noqa: PLC0415 - only where a draft is made

    names = frozenset(stem(word) for side in parties for word in side.words)
    by_issue: dict[str, list[Finding]] = {}
    for finding in positions_of(findings, parties):
        if isinstance(finding.content, PositionContent):
            by_issue.setdefault(finding.content.issue, []).append(finding)
    order = list(issues())
    topics = []
    for issue in sorted(by_issue, key=lambda each: (order.index(each) if each in order else len(order), each)):
        label = issues()[issue].label if issue in issues() else issue
        found = proposals(by_issue[issue], names)
        if found:
            topics.append(Topic(issue, label, tuple(by_issue[issue]), found))
    return tuple(topics)
