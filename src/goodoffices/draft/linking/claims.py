"""Claims that talks have come far, against what the text shows: brackets that are open on the issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from goodoffices.record import Finding, Findings, IssueStatusContent

from ..text import Document, Status
from .bearing import BearsOn
from .passages import Passage

__all__ = ["ProgressClaim", "progress_claims"]

_HOPEFUL = frozenset({"progress", "agreed"})
_SETTLED = frozenset({Status.AGREED, Status.AD_REFERENDUM})
_NO_ISSUE = frozenset({"process", "other"})


class ProgressClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of progress or agreement, and the text.

    Attributes:
        finding: Id of the finding that claims it.
        issue: Id of the issue; where a claim is of the talks as a whole, the text as a whole is looked at.
        status: ``progress`` or ``agreed``, as claimed.
        text: The claim.
        said_by: Who says so, or "".
        sentence: The words of the report.
        provisions: The provisions on the issue.
        open: Those of them that have brackets.
        agreed: Those of them that are marked as agreed.
        verdict: ``borne out`` where all are marked as agreed and no bracket is open, ``open`` where a bracket is,
            ``silent`` where the text has nothing on the issue, ``unmarked`` where no bracket is open and nothing says
            that it is agreed.
    """

    finding: str
    issue: str
    status: str
    text: str
    said_by: str
    sentence: str
    provisions: tuple[str, ...]
    open: tuple[str, ...]
    agreed: tuple[str, ...]
    verdict: Literal["borne out", "open", "silent", "unmarked"]


def progress_claims(document: Document, findings: Findings, bears: BearsOn) -> tuple[ProgressClaim, ...]:
    """Hold each claim of progress against the text.

    Args:
        document: A text.
        findings: The record, for one audience.
        bears: What `bears_on` made of the two.

    Returns:
        In the order of the record.
    """
    return tuple(
        _claim(each, each.content, document, bears)
        for each in findings.findings
        if isinstance(each.content, IssueStatusContent) and each.content.status in _HOPEFUL
    )


def _claim(finding: Finding, content: IssueStatusContent, document: Document, bears: BearsOn) -> ProgressClaim:
    passages = [each for each in bears.passages if content.issue in _NO_ISSUE or content.issue in each.issues]
    provisions = tuple(dict.fromkeys(each.provision for each in passages))
    still_open = tuple(dict.fromkeys(_open(passages)))
    agreed = tuple(each for each in provisions if document[each].status in _SETTLED)
    return ProgressClaim(
        finding=finding.id,
        issue=content.issue,
        status=content.status,
        text=content.text,
        said_by=bears.people.name(finding.said_by) if finding.said_by else "",
        sentence=" ".join(finding.evidence[0].quote.split()) if finding.evidence else "",
        provisions=provisions,
        open=still_open,
        agreed=agreed,
        verdict=_verdict(provisions, still_open, agreed),
    )


def _open(passages: Sequence[Passage]) -> Iterator[str]:
    return (each.provision for each in passages if each.bracket)


def _verdict(
    provisions: tuple[str, ...], still_open: tuple[str, ...], agreed: tuple[str, ...]
) -> Literal["borne out", "open", "silent", "unmarked"]:
    if not provisions:
        return "silent"
    if still_open:
        return "open"
    return "borne out" if len(agreed) == len(provisions) else "unmarked"
