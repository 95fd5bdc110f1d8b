"""One report: its text with the marked evidence, a place that an address points to, and what is known of it."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from starlette.responses import Response

from goodoffices.brief.build.phrases import clip, day_words
from goodoffices.brief.build.texts import is_web_address
from goodoffices.brief.model import DisputeView, Ref
from goodoffices.brief.model.entry import Entry
from goodoffices.brief.wording import wording
from goodoffices.desk.found import ReportLine, Rests
from goodoffices.desk.shelf import NotReady
from goodoffices.record import Marking, Report, Statement
from goodoffices.record.audit import AuditEntry
from goodoffices.web.asking import Asking, Reader
from goodoffices.web.inbox.shown import own_circles
from goodoffices.web.rendering import page

from .report_marks import Span, marked_lines, parts_of, read_place

__all__ = ["Rested", "cited", "history_of", "is_keeper", "rests_on", "router"]

router = APIRouter(include_in_schema=False)

_FINDINGS = 400
_HISTORY = 50
_QUOTE = 400
_CHANGES = ("add", "extend", "mark", "retire", "restore", "confine")


class Rested(msgspec.Struct, frozen=True, kw_only=True):
    """What rests on a report.

    Attributes:
        entries: The findings and where it bears them out, in the order in which they first stand in it.
        disputes: The disagreements.
        spans: Every span that something rests on.
        line: The report as the findings know it, or None where it came in since they were merged.
        copies: Reports that are near copies of it, or that it is one of.
    """

    entries: tuple[Rests, ...] = ()
    disputes: tuple[DisputeView, ...] = ()
    spans: tuple[Span, ...] = ()
    line: ReportLine | None = None
    copies: tuple[ReportLine, ...] = ()


def rests_on(who: Asking, report: str) -> Rested:
    """Find what rests on a report, for whoever asks."""
    try:
        snapshot = who.snapshot
    except NotReady:
        return _stated(who.view.statements(report=report))
    line = snapshot.reports([report]).get(report)
    if line is None:
        return _stated(who.view.statements(report=report))
    entries, disputes = snapshot.of_report(report)
    near = [*snapshot.copies_of(report), *([line.copy_of] if line.copy_of else [])]
    return Rested(
        entries=tuple(sorted(entries, key=lambda each: min(each.spans))),
        disputes=disputes,
        spans=tuple(_spans(report, entries, disputes)),
        line=line,
        copies=tuple(snapshot.reports(near).values()),
    )


def _spans(report: str, entries: Iterable[Rests], disputes: Iterable[DisputeView]) -> Iterable[Span]:
    # A sentence from which an actor is known as well leads to what it says, not to the actor.
    found = [(each.entry, span) for each in entries for span in each.spans]
    said = {span for entry, span in found if entry.kind != "actor"}
    for entry, span in sorted(found, key=lambda each: each[0].kind == "actor"):
        named = entry.kind == "actor" and span not in said
        yield Span(start=span[0], end=span[1], ref=entry.ref, name=named)
    for dispute in disputes:
        for side in dispute.sides:
            for c in side.evidence:
                if c.report == report:
                    yield Span(start=c.start, end=c.end, ref=dispute.ref)


def _stated(statements: Iterable[Statement]) -> Rested:
    """What a report says, where no findings were made of it yet."""
    kinds = wording().kinds
    spans = [
        Span(start=c.start, end=c.end, ref=Ref("", kinds[each.kind].letter, kinds[each.kind].one))
        for each in statements
        for c in each.evidence
        if each.kind in kinds
    ]
    return Rested(spans=tuple(dict.fromkeys(spans)))


def cited(report: Report, place: tuple[int, int] | None) -> str:
    """Write a report, or a place in it, as a note cites it."""
    source = f"{report.outlet or 'outlet unknown'}, {day_words(report.published)}"
    marking = f", {report.marking.label}" if report.marking is not Marking.CLEAR else ""
    if place is None:
        return f"“{report.title}”, {source}{marking}"
    words = clip(" ".join(report.text[place[0] : place[1]].split()), _QUOTE)
    return f"“{words}” — “{report.title}”, {source}, characters {place[0]}–{place[1]}{marking}"


def is_keeper(who: Asking) -> bool:
    """Does whoever asks look at the case as its keepers do, for whom no wall holds?"""
    return who.audience.marking is Marking.RED and not who.audience.circles and who.audience.as_of is None


def history_of(who: Asking, report: str) -> tuple[AuditEntry, ...]:
    """What was done to a report, the last first; for the case's keepers alone: circles may be secret."""
    if not is_keeper(who):
        return ()
    lines = who.bench.store.audit_log(target=report, limit=_HISTORY, newest_first=True)
    return tuple(each for each in lines if each.act in _CHANGES)


def _added(who: Asking, report: str) -> AuditEntry | None:
    found = who.bench.store.audit_log(target=report, act="add", limit=1)
    return found[0] if found else None


@router.get("/reports/{report_id}")
def show(
    who: Reader,
    report_id: str,
    at: Annotated[str, Query(max_length=40)] = "",
    part: Annotated[int, Query(ge=1, le=100_000)] = 1,
    done: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """The page of one report."""
    report = who.view.report(report_id)
    rested = rests_on(who, report_id)
    place = read_place(at, len(report.text)) if at else None
    parts = parts_of(report.text)
    number = _part_of(parts, place[0]) if place else min(part, len(parts))
    return page(
        who,
        "report.html.j2",
        here="/reports",
        r=report,
        web=is_web_address(report.url or ""),
        rested=rested,
        entries=rested.entries[:_FINDINGS],
        lines=marked_lines(report.text, parts[number - 1], rested.spans, place),
        part=number,
        parts=len(parts),
        place=place,
        lost=bool(at) and place is None,
        resting=_resting(rested, place),
        citation=cited(report, place),
        added=_added(who, report_id),
        history=history_of(who, report_id),
        circles=own_circles(who),
        keeper=is_keeper(who),
        done=done,
    )


def _part_of(parts: tuple[tuple[int, int], ...], place: int) -> int:
    return bisect.bisect_right([start for start, _ in parts], place)


def _resting(rested: Rested, place: tuple[int, int] | None) -> tuple[Entry, ...]:
    if place is None or rested.line is None:
        return ()
    start, end = place
    return tuple(each.entry for each in rested.entries if any(a < end and b > start for a, b in each.spans))
