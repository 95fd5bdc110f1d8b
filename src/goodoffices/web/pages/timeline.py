"""When: meetings and events; who is at the table; plans and mechanisms; how the talks are run."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from goodoffices.web.asking import Reader
from goodoffices.web.rendering import page
from goodoffices.web.sections import section

__all__ = ["PARTS", "router"]

router = APIRouter(include_in_schema=False)

PARTS: dict[str, tuple[str, str, str]] = {
    "timeline": ("Meetings and events", "Timeline", "part_timeline.html.j2"),
    "table": ("At the table", "Who is at the table, who speaks for whom, who is missing", "part_table.html.j2"),
    "plans": ("Plans and mechanisms", "Plans and mechanisms", "part_plans.html.j2"),
    "process": ("How the talks are run", "How the talks are run", "part_process.html.j2"),
    "disagreements": ("Disagreements", "Where the reports disagree", "part_disputes.html.j2"),
}
"""Path -> its name among its neighbours, its heading, its template."""


def _show(who: Reader, part: str) -> Response:
    snapshot = who.snapshot
    _, heading, template = PARTS[part]
    return page(
        who,
        "parts.html.j2",
        here="/timeline",
        part=part,
        parts=PARTS,
        heading=heading,
        body=section(who, snapshot, template),
        totals=snapshot.about.totals,
    )


@router.get("/timeline")
def timeline(who: Reader) -> Response:
    """Meetings and events."""
    return _show(who, "timeline")


@router.get("/table")
def table(who: Reader) -> Response:
    """Who is at the table."""
    return _show(who, "table")


@router.get("/plans")
def plans(who: Reader) -> Response:
    """Plans and mechanisms."""
    return _show(who, "plans")


@router.get("/process")
def process(who: Reader) -> Response:
    """How the talks are run."""
    return _show(who, "process")


@router.get("/disagreements")
def disagreements(who: Reader) -> Response:
    """Where the reports disagree."""
    return _show(who, "disagreements")
