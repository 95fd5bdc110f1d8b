"""Adding a finding that the readers missed: choose a sentence of a report, then say what it says."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from goodoffices.record import Evidence, EvidenceError, InputError, Report, UnknownActors, parse_marking
from goodoffices.record.pointing import pointed_at
from goodoffices.record.saying import Proposal
from goodoffices.web.adding import NEW, Filled, added_for, blank_fields, finding_of, kind_words, names_for
from goodoffices.web.asking import Analyst, Asking
from goodoffices.web.context import head, tail
from goodoffices.web.correcting import read_fields
from goodoffices.web.rendering import page, to_finding, to_report, with_query
from goodoffices.web.sentences import choices, moved_by_words

from .report_marks import parts_of, read_place
from .report_text import rests_on

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_FIRST_KIND = "position"
_AROUND = 220
_Given = dict[str, Any]


@router.get("/reports/{report_id}/add")
def show(
    who: Analyst,
    report_id: str,
    at: Annotated[str, Query(max_length=40)] = "",
    kind: Annotated[str, Query(max_length=40)] = _FIRST_KIND,
    words: Annotated[str, Query(max_length=2500)] = "",
    part: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """Choose a sentence; or, where one is chosen, the form."""
    report = who.view.report(report_id)
    kind_words(kind)
    if not at and not words:
        return _choosing(who, report, part)
    try:
        place = read_place(at, len(report.text)) or (None, None)
        span = pointed_at(report, words=words, start=None if words else place[0], end=place[1])
    except EvidenceError as error:
        return _choosing(who, report, part, problem=str(error), words=words)
    return _form(who, report, span, kind, Filled())


def _choosing(who: Asking, report: Report, part: int, *, problem: str = "", words: str = "") -> Response:
    parts = parts_of(report.text)
    number = min(part, len(parts))
    spans = [(each.start, each.end) for each in rests_on(who, report.id).spans if not each.name]
    return page(
        who,
        "report_choose.html.j2",
        here="/reports",
        status=422 if problem else 200,
        r=report,
        lines=choices(report, parts[number - 1], spans),
        part=number,
        parts=len(parts),
        problem=problem,
        sought=words,
    )


def _form(
    who: Asking,
    report: Report,
    span: Evidence,
    kind: str,
    given: Filled,
    problem: str = "",
    unknown: tuple[str, ...] = (),
) -> Response:
    text = report.text
    return page(
        who,
        "report_add.html.j2",
        here="/reports",
        status=422 if problem else 200,
        r=report,
        span=span,
        before=tail(text[max(0, span.start - _AROUND) : span.start], _AROUND),
        after=head(text[span.end : span.end + _AROUND], _AROUND),
        moved=moved_by_words(text, span.start, span.end),
        kind=kind,
        about=kind_words(kind),
        fields=blank_fields(kind, span.quote, given.fields),
        names=names_for(who, report.id),
        given=given,
        problem=problem,
        unknown=unknown,
    )


@router.post("/reports/{report_id}/add")
def add(
    who: Analyst,
    report_id: str,
    fields: Annotated[_Given, read_fields],
    new: Annotated[dict[str, str], NEW],
    at: Annotated[str, Form(max_length=40)] = "",
    kind: Annotated[str, Form(max_length=40)] = _FIRST_KIND,
    said_by: Annotated[str, Form(max_length=400)] = "",
    first: Annotated[str, Form(max_length=10)] = "",
    last: Annotated[str, Form(max_length=10)] = "",
    why: Annotated[str, Form(max_length=500)] = "",
    marking: Annotated[str, Form(max_length=20)] = "CLEAR",
) -> Response:
    """Add it; or show the form again, with what was filled in and what is the matter."""
    report = who.view.report(report_id)
    kind_words(kind)
    start, end = read_place(at, len(report.text)) or (None, None)
    given = Filled(fields=fields, said_by=said_by, first=first, last=last, why=why, marking=marking, new=new)
    try:
        span = pointed_at(report, start=start, end=end)
    except EvidenceError as error:
        return _choosing(who, report, 1, problem=str(error))
    try:
        proposal = Proposal(
            report=report.id,
            kind=kind,
            says={name: value for name, value in fields.items() if value is not None},
            start=span.start,
            end=span.end,
            said_by=said_by,
            when=given.when,
            new=new,
            why=why,
            marking=parse_marking(marking),
        )
        addition = added_for(who, proposal)
    except UnknownActors as error:
        return _form(who, report, span, kind, given, problem=str(error), unknown=error.names)
    except InputError as error:
        return _form(who, report, span, kind, given, problem=str(error))
    found = finding_of(who, addition)
    place = with_query(to_report(report.id), at=f"{span.start}-{span.end}", done="found")
    return RedirectResponse(to_finding(found) if found else place, status_code=303)
