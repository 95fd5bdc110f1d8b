"""What leaves: tables, charts, the brief, the case; each for one audience, each kept in the audit log."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated

import msgspec
from fastapi import APIRouter
from fastapi import Query as Asked
from fastapi.responses import StreamingResponse
from starlette.responses import Response

from goodoffices.brief import Brief, to_html, to_json, to_markdown
from goodoffices.brief.drawing import contact_graph, timeline_chart
from goodoffices.desk.audience import Audience
from goodoffices.desk.handing_out import ground_of, table_of, whole_brief, write_table
from goodoffices.desk.snapshot import Snapshot
from goodoffices.desk.tables import FORMS, build_table, citations_docx, file_name, grid, link_of, matrix_chart, to_png
from goodoffices.record import InputError, NotInCase, parse_marking
from goodoffices.record.export import export_case
from goodoffices.web.asking import Asking, Reader
from goodoffices.web.moments import now

from .record import Queried

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_WHOLE = 50_000
"""Statements up to which a brief is written as one file."""

_BRIEFS: dict[str, tuple[str, Callable[[Brief], bytes]]] = {
    "html": ("text/html", lambda brief: to_html(brief).encode("utf-8")),
    "md": ("text/markdown", lambda brief: to_markdown(brief).encode("utf-8")),
    "json": ("application/json", to_json),
}

_Lower = Annotated[str, Asked(alias="for", max_length=20)]


def _lowered(who: Asking, marking: str) -> Asking:
    if not marking:
        return who
    return msgspec.structs.replace(who, audience=who.audience.lowered(parse_marking(marking)))


def _sent(who: Asking, name: str, media: str, parts: Iterable[bytes], *, attached: bool = True) -> Response:
    """Send a file, and write down that it left, for whom, and who took it."""
    detail = {"audience": who.audience.words, "file": name}
    who.bench.store.audit("export", by=who.account.name, at=now(), target=name, detail=detail)
    headers = {"content-disposition": f'{"attachment" if attached else "inline"}; filename="{name}"'}
    return StreamingResponse(parts, media_type=media, headers=headers)


@router.get("/export/brief.{form}")
def brief(who: Reader, form: str, to: _Lower = "") -> Response:
    """The brief as one file."""
    who = _lowered(who, to)
    if form not in _BRIEFS:
        msg = f"a brief is written as {', '.join(_BRIEFS)}, not as {form[:20]!r}"
        raise InputError(msg)
    if sum(who.view.tally().statements.values()) > _WHOLE:
        msg = (
            f"this case is too large for a brief in one file (over {_WHOLE:,} statements); take tables of what you need"
        )
        raise InputError(msg)
    media, write = _BRIEFS[form]
    content = write(whole_brief(who.view, who.audience, generated=now()))
    return _sent(who, f"brief-{_slug(who.audience)}.{form}", f"{media}; charset=utf-8", [content])


@router.get("/export/case.jsonl")
def case(who: Reader, to: _Lower = "") -> Response:
    """The case as a file of lines, from which another case can be made."""
    who = _lowered(who, to)
    audience = who.audience
    lines = export_case(who.bench.store, audience=audience.marking, circles=audience.circles)
    return _sent(who, f"case-{_slug(audience)}.jsonl", "application/x-ndjson", lines)


@router.get("/export/{chart}.png")
def picture(who: Reader, chart: str, part: Annotated[int, Asked(ge=1, le=1000)] = 1) -> Response:
    """The matrix, the timeline or the contacts as a picture."""
    snapshot = who.snapshot
    brief = snapshot.brief
    drawn = None
    if chart == "matrix" and part <= len(brief.matrices):
        drawn = matrix_chart(brief.matrices[part - 1])
    elif chart == "timeline":
        drawn = timeline_chart(brief.timeline)
    elif chart == "contacts":
        drawn = contact_graph(brief.table)
    if drawn is None:
        msg = f"there is no picture {chart[:40]!r} of this case; matrix, timeline and contacts can be drawn"
        raise NotInCase(msg)
    content = to_png(str(drawn), title=brief.title, marking=brief.marking)
    return _sent(who, f"{chart}-{_slug(who.audience)}.png", "image/png", [content])


@router.get("/export/citations.docx")
def citations(who: Reader, query: Queried, finding: Annotated[list[str] | None, Asked()] = None) -> Response:
    """Findings with their quotes, as an analyst pastes them into a note."""
    snapshot = who.snapshot
    chosen = list(snapshot.findings((finding or [])[:500]).values()) or list(snapshot.find(query, limit=200).entries)
    content = citations_docx(chosen, ground_of(snapshot, who.view, generated=now()))
    return _sent(who, f"findings-{_slug(who.audience)}.docx", FORMS["docx"].content_type, [content])


@router.get("/export/{table}.{form}")
def export_table(who: Reader, table: str, form: str, query: Queried, to: _Lower = "") -> Response:
    """A table; of findings, narrowed down as the record is."""
    who = _lowered(who, to)
    snapshot: Snapshot = who.snapshot
    ground = ground_of(snapshot, who.view, link=link_of(_base(who)), generated=now())
    made = grid(build_table("matrix", ground)) if table == "grid" else table_of(table, who.view, query, ground)
    parts = write_table(made, form, snapshot, query, ground)
    return _sent(who, file_name(made, form), FORMS[form].content_type, parts)


def _base(who: Asking) -> str:
    host = (
        who.bench.settings.hosts[0]
        if who.bench.settings.hosts
        else f"{who.bench.settings.host}:{who.bench.settings.port}"
    )
    return f"{'https' if who.bench.settings.secure else 'http'}://{host}/reports/"


def _slug(audience: Audience) -> str:
    return f"tlp-{audience.marking.value.lower().replace('+', '-')}"
