"""Reports: the list, one with what it says, handing in, and what is done to one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.desk.found import ReportLine
from goodoffices.record import Marking, Report, Statement
from goodoffices.record.paging import Outlet
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.inbox.shown import holds
from goodoffices.web.pages.report_acts import (
    Retired,
    confine_report,
    mark_report,
    restore_report,
    retire_report,
    retired_reports,
)
from goodoffices.web.pages.report_text import rests_on
from goodoffices.web.pages.reports import Listing, known_to_findings, list_reports

from .answers import answer, body, taken, told

__all__ = ["router"]

router = APIRouter(tags=["reports"])

Why = Annotated[str, msgspec.Meta(max_length=500)]


class ListedReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report without its text.

    `statements` counts by kind; `findings` is null until its findings have been put together; `copy_of` is
    the report that it is a near copy of.
    """

    report: Report
    characters: int
    added: dt.datetime
    statements: Mapping[str, int]
    findings: int | None
    copy_of: str | None


class FoundReports(msgspec.Struct, frozen=True, kw_only=True):
    """Some reports; `after` begins the next page, and is null on the last."""

    reports: tuple[ListedReport, ...]
    after: str | None
    total: int


class OneReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report with its text, what it says, and what rests on it.

    `merged` is false while the findings of this report are being put together; then `findings` is empty.
    """

    report: Report
    statements: tuple[Statement, ...]
    merged: bool
    findings: tuple[str, ...]
    disputes: tuple[str, ...]
    copies: tuple[ReportLine, ...]


class NewMarking(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A marking, and why it changes; a loosened one takes a reason."""

    marking: Marking
    why: Why = ""


class NewCircle(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The circle that a report is confined to, or (with `confined` false, for the case's keepers) is taken out of."""

    circle: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    why: Why
    confined: bool = True


class Reason(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Why."""

    why: Why = ""


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """What was changed, and whether whoever asked still sees it."""

    report: str
    shown: bool


@router.get("/reports", responses=told(FoundReports, "Reports"))
def find(
    who: Reader,
    q: Annotated[str, Asked(max_length=200)] = "",
    outlet: Annotated[str, Asked(max_length=200)] = "",
    order: Annotated[str, Asked(max_length=20)] = "newest",
    limit: Annotated[int, Asked(ge=1, le=500)] = 50,
    after: Annotated[str, Asked(max_length=200)] = "",
) -> Response:
    """List reports by words, outlet and order (newest, oldest, added)."""
    found = list_reports(who, Listing(text=q, outlet=outlet, order=order, after=after), limit)
    known = known_to_findings(who, found)
    reports = tuple(
        ListedReport(
            report=line.report,
            characters=line.characters,
            added=line.at,
            statements=line.statements,
            findings=known[line.report.id].findings if line.report.id in known else None,
            copy_of=(known[line.report.id].copy_of or None) if line.report.id in known else None,
        )
        for line in found.found
    )
    return answer(FoundReports(reports=reports, after=found.next, total=found.total))


@router.get("/outlets", responses=told(tuple[Outlet, ...], "Outlets, those with the most reports first"))
def outlets(who: Reader) -> Response:
    """Who published the reports."""
    return answer(who.view.outlets())


@router.get("/reports/retired", responses=told(tuple[Retired, ...], "Reports that can be brought back"))
def retired(who: Analyst) -> Response:
    """What was taken out of the case, of what this audience saw until then."""
    return answer(retired_reports(who))


@router.get("/reports/{report}", responses=told(OneReport, "A report"))
def one(who: Reader, report: str) -> Response:
    """One report, with its text and what it says."""
    view = who.view
    rested = rests_on(who, report)
    return answer(
        OneReport(
            report=view.report(report),
            statements=view.statements(report=report),
            merged=rested.line is not None,
            findings=tuple(each.entry.id for each in rested.entries),
            disputes=tuple(each.id for each in rested.disputes),
            copies=rested.copies,
        )
    )


@router.post("/reports/{report}/marking", responses=told(Changed, "Marked"), openapi_extra=taken(NewMarking))
def mark(who: Analyst, report: str, given: Annotated[NewMarking, Depends(body(NewMarking))]) -> Response:
    """Mark a report anew; its earlier markings are kept."""
    mark_report(who, report, given.marking.value, given.why)
    return _changed(who, report)


@router.post("/reports/{report}/circles", responses=told(Changed, "Confined"), openapi_extra=taken(NewCircle))
def confine(who: Analyst, report: str, given: Annotated[NewCircle, Depends(body(NewCircle))]) -> Response:
    """Confine a report to a circle, or take it out of one."""
    confine_report(who, report, given.circle, given.why, confined=given.confined)
    return _changed(who, report)


@router.post("/reports/{report}/retirement", responses=told(Changed, "Taken out"), openapi_extra=taken(Reason))
def retire(who: Analyst, report: str, given: Annotated[Reason, Depends(body(Reason))]) -> Response:
    """Take a report out of the case; it is kept."""
    retire_report(who, report, given.why)
    return _changed(who, report)


@router.post("/reports/{report}/restoration", responses=told(Changed, "Brought back"), openapi_extra=taken(Reason))
def restore(who: Analyst, report: str, given: Annotated[Reason, Depends(body(Reason))]) -> Response:
    """Bring a report back."""
    restore_report(who, report, given.why)
    return _changed(who, report)


def _changed(who: Asking, report: str) -> Response:
    return answer(Changed(report=report, shown=holds(who.view, report)))
