"""The reports of a case: the list of those that an audience may see, and the ways to hand in more."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query
from starlette.responses import Response

from goodoffices.desk.found import ReportLine
from goodoffices.desk.shelf import NotReady
from goodoffices.record import InputError
from goodoffices.record.account import Role
from goodoffices.record.paging import Order
from goodoffices.record.paging import Page as Listed
from goodoffices.record.view import Line
from goodoffices.web.asking import Asking, Reader
from goodoffices.web.inbox.job import State
from goodoffices.web.inbox.shown import inbox_shown, own_circles
from goodoffices.web.rendering import fragment, page

__all__ = ["Listing", "known_to_findings", "list_reports", "router"]

router = APIRouter(include_in_schema=False)

_PAGE = 50
_OUTLETS = 300
_ORDERS: dict[str, str] = {"newest": "Newest day first", "oldest": "Oldest day first", "added": "Handed in last"}


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of the list.

    Attributes:
        text: Words that the reports hold.
        outlet: Who published them.
        order: See `goodoffices.record.paging.Order`.
        after: Where the page begins.
    """

    text: str = ""
    outlet: str = ""
    order: str = "newest"
    after: str = ""


def list_reports(who: Asking, asked: Listing, limit: int = _PAGE) -> Listed[Line]:
    """Give one page of the reports that an audience may see.

    Raises:
        InputError: If what is asked for cannot be.
    """
    if asked.order not in _ORDERS:
        msg = f"{asked.order[:40]!r} is no order of reports; use one of {', '.join(_ORDERS)}"
        raise InputError(msg)
    order: Order = asked.order  # type: ignore[assignment]  # the line before
    return who.view.page_of_reports(
        limit,
        asked.after or None,
        order=order,
        outlet=asked.outlet.strip() or None,
        text=asked.text.strip() or None,
    )


def known_to_findings(who: Asking, found: Listed[Line]) -> dict[str, ReportLine]:
    """Reports as the findings know them; those that came in since are left out."""
    try:
        snapshot = who.snapshot
    except NotReady:
        return {}
    known = snapshot.reports(line.report.id for line in found.found)
    return {**snapshot.reports(each.copy_of for each in known.values() if each.copy_of), **known}


@router.get("/reports")
def show(
    who: Reader,
    q: Annotated[str, Query(max_length=200)] = "",
    outlet: Annotated[str, Query(max_length=200)] = "",
    order: Annotated[str, Query(max_length=20)] = "newest",
    after: Annotated[str, Query(max_length=200)] = "",
    handed: Annotated[str, Query(max_length=6)] = "",
    done: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """The list. Words that cannot be searched for are told on it, so that they can be mended."""
    asked = Listing(text=q, outlet=outlet, order=order, after=after)
    problem = ""
    try:
        found = list_reports(who, asked)
    except InputError as error:
        problem, found = str(error), Listed[Line](found=(), next=None, total=0)
    address = {"q": q, "outlet": outlet, "order": order if order != "newest" else ""}
    shown: dict[str, Any] = {
        "found": found,
        "known": known_to_findings(who, found),
        "address": address,
        "after": after,
        "problem": problem,
    }
    if who.script:
        return fragment(who, "report_found.html.j2", **shown)
    return page(
        who,
        "reports.html.j2",
        here="/reports",
        orders=_ORDERS,
        outlets=who.bench.tallies.outlets(who.audience)[:_OUTLETS],
        inbox=inbox_shown(who),
        State=State,
        circles=own_circles(who),
        handed=int(handed) if handed.isdecimal() else 0,
        done=done,
        may_hand_in=who.may(Role.ANALYST),
        **shown,
    )
