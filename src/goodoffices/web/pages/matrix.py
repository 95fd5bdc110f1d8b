"""Issues and parties: who stands where, how far the talks have come, and one page for each issue."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from goodoffices.brief.build.says import issue_label
from goodoffices.record import NotInCase, issues
from goodoffices.web.asking import Reader
from goodoffices.web.rendering import page
from goodoffices.web.sections import section

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_PARTS = 2
"""Parts of the matrix, of six parties each, on one page."""


_PARTIES = 24
"""Parties whose sentences stand on the page of an issue; the others are named, with their stances."""
_EACH = 5
"""Of each party's."""
_DISPUTES = 20


@router.get("/matrix")
def matrix(who: Reader, part: Annotated[int, Query(ge=1, le=1000)] = 1) -> Response:
    """The matrix, the states of the issues, and what changed."""
    snapshot = who.snapshot
    parts = -(-len(snapshot.brief.matrices) // _PARTS)
    shown = min(part, max(parts, 1))
    return page(
        who,
        "matrix.html.j2",
        here="/matrix",
        matrix=section(who, snapshot, "matrix_table.html.j2", start=(shown - 1) * _PARTS, end=shown * _PARTS),
        states=section(who, snapshot, "matrix_states.html.j2"),
        part=shown,
        parts=parts,
        disputes=snapshot.about.totals.disputes,
    )


@router.get("/matrix/{issue}")
def one_issue(who: Reader, issue: str) -> Response:
    """One issue: its positions, its claims, where reports disagree on it, who is missing."""
    if issue not in issues():
        msg = f"there is no issue {issue[:64]!r}; the matrix shows those that reports bear on"
        raise NotInCase(msg)
    snapshot = who.snapshot
    return page(
        who,
        "issue.html.j2",
        here="/matrix",
        issue=issue,
        label=issue_label(issue),
        body=section(
            who,
            snapshot,
            "issue_body.html.j2",
            beside=lambda: {"disputes": snapshot.disputes(issue=issue, limit=_DISPUTES)},
            issue=issue,
            most=_PARTIES,
            each=_EACH,
        ),
    )
