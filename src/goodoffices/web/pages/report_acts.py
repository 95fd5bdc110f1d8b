"""What is done to a report: marked anew, confined to a circle, taken out of the case and brought back."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec
from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from goodoffices.record import InputError, Marking, NotInCase, Report, parse_marking
from goodoffices.record.audit import AuditEntry
from goodoffices.record.circle import circle_name
from goodoffices.web.asking import Analyst, Asking
from goodoffices.web.inbox.shown import holds, own_circles
from goodoffices.web.moments import now
from goodoffices.web.rendering import page, to_report, with_query

__all__ = ["Retired", "confine_report", "mark_report", "restore_report", "retire_report", "retired_reports", "router"]

router = APIRouter(include_in_schema=False)

_LOOKED_AT = 500
"""Retirements of late that are looked at for what may be brought back."""
_BEFORE = dt.timedelta(seconds=1)
Why = Annotated[str, Form(max_length=500)]


class Retired(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was taken out of the case: its id and title, when, who and why (where the reason is known)."""

    report: str
    title: str
    at: dt.datetime
    by: str


def mark_report(who: Asking, report_id: str, marking: str, why: str) -> None:
    """Mark a report anew.

    Raises:
        NotInCase: If this audience does not see it.
        InputError: If it is no marking, or it is loosened without a reason.
    """
    report = who.view.report(report_id)
    new = parse_marking(marking)
    if new is report.marking:
        msg = f"it is marked {new.label} already"
        raise InputError(msg)
    if new.rank < report.marking.rank and not why.strip():
        msg = "say why more people may be shown it"
        raise InputError(msg)
    who.bench.store.mark(report_id, new, at=now(), by=who.account.name, why=why.strip())


def confine_report(who: Asking, report_id: str, circle: str, why: str, *, confined: bool) -> None:
    """Confine a report to a circle, or (for the case's keepers) take it out of one.

    Raises:
        NotInCase: If this audience does not see it.
        InputError: If the circle is none of theirs, or there is no reason.
    """
    who.view.report(report_id)
    name, own = circle_name(circle), own_circles(who)
    if own is not None and (name not in own or not confined):
        msg = "you may confine a report to a circle of your own; the rest is for whoever keeps the case"
        raise InputError(msg)
    _require_why(why)
    who.bench.store.confine(report_id, name, confined=confined, by=who.account.name, why=why.strip(), at=now())


def retire_report(who: Asking, report_id: str, why: str) -> None:
    """Take a report out of the case; it is kept.

    Raises:
        NotInCase: If this audience does not see it.
        InputError: If there is no reason.
    """
    who.view.report(report_id)
    _require_why(why)
    who.bench.store.retire(report_id, by=who.account.name, why=why.strip(), at=now())


def restore_report(who: Asking, report_id: str, why: str) -> None:
    """Bring a report back that this audience saw before it was taken out.

    Raises:
        NotInCase: If there is none; the words are the same where there never was one.
    """
    lines = who.bench.store.audit_log(target=report_id, act="retire", newest_first=True, limit=1)
    if not lines or _retired(who, lines[0]) is None:
        msg = f"there is no report {report_id[:40]!r} that could be brought back; the list shows which there are"
        raise NotInCase(msg)
    who.bench.store.restore(report_id, by=who.account.name, why=why.strip() or "brought back", at=now())


def _require_why(why: str) -> None:
    if not why.strip():
        msg = "say why; the record keeps the reason"
        raise InputError(msg)


def retired_reports(who: Asking) -> tuple[Retired, ...]:
    """The reports that were taken out of late, of those that this audience saw until then."""
    lines = who.bench.store.audit_log(act="retire", newest_first=True, limit=_LOOKED_AT)
    latest = {each.target: each for each in reversed(lines)}
    found = (_retired(who, each) for each in latest.values())
    return tuple(sorted((each for each in found if each), key=lambda each: each.at, reverse=True))


def _retired(who: Asking, line: AuditEntry) -> Retired | None:
    """What was retired, if it is so still and this audience saw it the moment before and would see it again."""
    report = _seen_before(who, line)
    if report is None or holds(who.view, line.target):
        return None
    restored = who.bench.store.audit_log(target=line.target, act="restore", after=line.number, limit=1)
    marked = who.bench.store.audit_log(target=line.target, act="mark", after=line.number, newest_first=True, limit=1)
    hidden = any(not who.audience.marking.may_see(Marking(str(each.detail["marking"]))) for each in marked)
    if restored or hidden:
        return None
    return Retired(report=report.id, title=report.title, at=line.at, by=line.by)


def _seen_before(who: Asking, line: AuditEntry) -> Report | None:
    before = msgspec.structs.replace(who.audience, as_of=line.at - _BEFORE)
    try:
        return before.view(who.bench.store).report(line.target)
    except NotInCase:
        return None


def _onward(who: Asking, report_id: str, done: str) -> Response:
    where = to_report(report_id) if holds(who.view, report_id) else "/reports"
    return RedirectResponse(with_query(where, done=done), status_code=303)


@router.get("/reports/retired")
def show_retired(who: Analyst) -> Response:
    """What was taken out of the case and can be brought back."""
    return page(who, "report_retired.html.j2", here="/reports", retired=retired_reports(who))


@router.post("/reports/{report_id}/mark")
def mark(who: Analyst, report_id: str, marking: Annotated[str, Form(max_length=20)] = "", why: Why = "") -> Response:
    """Mark it anew."""
    mark_report(who, report_id, marking, why)
    return _onward(who, report_id, "marked")


@router.post("/reports/{report_id}/confine")
def confine(
    who: Analyst,
    report_id: str,
    circle: Annotated[str, Form(max_length=200)] = "",
    confined: Annotated[str, Form(max_length=3)] = "yes",
    why: Why = "",
) -> Response:
    """Confine it to a circle, or take it out."""
    confine_report(who, report_id, circle, why, confined=confined != "no")
    return _onward(who, report_id, "confined" if confined != "no" else "opened")


@router.post("/reports/{report_id}/retire")
def retire(who: Analyst, report_id: str, why: Why = "") -> Response:
    """Take it out of the case."""
    retire_report(who, report_id, why)
    return _onward(who, report_id, "retired")


@router.post("/reports/{report_id}/restore")
def restore(who: Analyst, report_id: str, why: Why = "") -> Response:
    """Bring it back."""
    restore_report(who, report_id, why)
    return _onward(who, report_id, "restored")
