"""What is asked of a text: its checks, the order of its steps, what it provides for, the record, its log."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from goodoffices.web.asking import Reader
from goodoffices.web.drafting.asked import ProvidedFor, Traced, provided, traced
from goodoffices.web.drafting.ground import ground_of, record_of
from goodoffices.web.drafting.logged import Logged, TracksFound, logged, tracks_of
from goodoffices.web.drafting.looking import kept_texts, look_at
from goodoffices.web.drafting.sheet import filled, numbers_in, sheet_charts
from goodoffices.web.drafting.shown import holds_whole, one_text, text_versions
from goodoffices.web.drafting.worker import timed
from goodoffices.web.rendering import page

from .draft import Name, Number, head_of, to_text

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/draft/{name}/checks")
def checks(who: Reader, name: str, version: Number = None, model: Name = "") -> Response:
    """What the checks find, mandates point by point, and what an agreement needs."""
    text = one_text(who, name, version)
    ground, chosen = ground_of(who, model)
    looked = look_at(text.source, ground, name=f"v{text.number}")
    shown, at = looked.page, to_text(name, version=version or "")
    given: dict[str, Any] = {"page": shown, "numbers": numbers_in(shown)}
    return page(
        who,
        "draft_checks.html.j2",
        **head_of(who, text, "checks"),
        looked=looked,
        problems=filled("problems.html.j2", at=at, **given) if looked.checked else "",
        needs=filled("needs.html.j2", at=at, **given) if looked.checked else "",
        model=chosen,
    )


@router.get("/draft/{name}/order")
def order(who: Reader, name: str, version: Number = None) -> Response:
    """What waits for what: the drawing, deadlocks, and the same in words."""
    text = one_text(who, name, version)
    looked = look_at(text.source, ground_of(who)[0], name=f"v{text.number}")
    shown = looked.page
    section = filled("order.html.j2", at=to_text(name, version=version or ""), page=shown, charts=sheet_charts(shown))
    return page(
        who, "draft_order.html.j2", **head_of(who, text, "order"), looked=looked, section=section if shown.waits else ""
    )


@router.get("/draft/{name}/provides")
def provides(who: Reader, name: str, version: Number = None) -> Response:
    """What the text provides for, measure by measure, and what it lacks."""
    text = one_text(who, name, version)
    found: ProvidedFor = timed(provided, text.source, size=len(text.source), seconds=20.0)
    return page(who, "draft_provides.html.j2", **head_of(who, text, "provides"), found=found)


@router.get("/draft/{name}/trace")
def trace(who: Reader, name: str, version: Number = None) -> Response:
    """The text against the record: who asks for what, objections, what has no reply, claims of progress."""
    text = one_text(who, name, version)
    findings = record_of(who)
    found: Traced | None = None
    if findings is not None:
        found = timed(traced, text.source, findings, size=len(text.source), seconds=20.0)
    return page(who, "draft_trace.html.j2", **head_of(who, text, "trace"), found=found)


@router.get("/draft/{name}/log")
def log(who: Reader, name: str) -> Response:
    """Who changed what, when and why; who put each point in; is it public; who stands behind it."""
    text = one_text(who, name)
    kept = kept_texts(text_versions(who, name))
    markings = tuple(each.version.marking for each in text_versions(who, name))
    notes = who.view.notes("consultation")
    size = sum(len(each.source) for each in kept)
    given = (kept, markings, record_of(who), notes, holds_whole(who.audience))
    found: Logged = timed(logged, *given, size=size, seconds=25.0)
    return page(who, "draft_log.html.j2", **head_of(who, text, "log"), found=found)


@router.get("/draft-tracks")
def tracks(
    who: Reader, a: Annotated[str, Query(max_length=64)] = "", b: Annotated[str, Query(max_length=64)] = ""
) -> Response:
    """Two texts as two tracks: the last that both had, how far they have drifted apart, what differs now."""
    if not a or not b:
        return RedirectResponse("/draft", status_code=303)  # where two texts are chosen
    one, other = one_text(who, a), one_text(who, b)
    first, second = (kept_texts(text_versions(who, each.name)) for each in (one, other))
    size = sum(len(each.source) for each in (*first, *second))
    found: TracksFound = timed(tracks_of, first, second, size=size, seconds=25.0)
    return page(who, "draft_tracks.html.j2", here="/draft", one=one, other=other, found=found, to_text=to_text)
