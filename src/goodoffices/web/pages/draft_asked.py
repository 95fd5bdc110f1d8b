"""What is asked of a text: its checks, the order of its steps, what it provides for, the record, the deal, its log."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from starlette.responses import RedirectResponse, Response

from goodoffices.draft.errors import DraftError
from goodoffices.record import InputError
from goodoffices.web.asking import Analyst, Asking, Reader
from goodoffices.web.drafting.asked import ProvidedFor, Traced, provided, traced
from goodoffices.web.drafting.deal import DealOfText, deal_of, model_for, package_text
from goodoffices.web.drafting.ground import ground_of, record_of
from goodoffices.web.drafting.logged import Logged, TracksFound, logged, tracks_of
from goodoffices.web.drafting.looking import kept_texts, look_at
from goodoffices.web.drafting.saving import start_text
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


@router.get("/draft/{name}/deal")
def deal(who: Reader, name: str, version: Number = None, model: Name = "") -> Response:
    """The text and a deal model: which package each alternative is, and which packages the text still allows."""
    return _deal(who, name, version, model)


def _deal(who: Asking, name: str, version: int | None, model: str, problem: str = "", status: int = 200) -> Response:
    text = one_text(who, name, version)
    chosen, described = model_for(who, model)
    found: DealOfText | None = None
    if described:
        try:
            found = timed(deal_of, text.source, described, size=len(text.source), seconds=20.0)
        except InputError as error:
            problem = problem or str(error)
    return page(
        who,
        "draft_deal.html.j2",
        status=status,
        **head_of(who, text, "deal"),
        found=found,
        model=chosen,
        problem=problem,
    )


@router.post("/draft/{name}/deal")
def write_package(
    who: Analyst,
    name: str,
    model: Annotated[str, Form(max_length=64)],
    chosen: Annotated[list[str] | None, Form()] = None,
    choose: Annotated[list[str] | None, Form()] = None,
    keep: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Write the full text of a package, each bracket in the words of the option chosen; keep it as a text if asked."""
    text = one_text(who, name)
    model_name, described = model_for(who, model)
    try:
        package, sides = _pairs(chosen or ()), {int(a): int(b) for a, b in _pairs(choose or ()).items() if b}
        source: str = timed(package_text, text.source, described, package, sides, size=len(text.source))
        if keep:
            marking, circle = text.version.marking.value, next(iter(text.version.circles), "")
            version = start_text(who, source, marking=marking, circle=circle, why=f"A package of {model_name}")
            return _moved(to_text(version.name))
    except (DraftError, InputError, ValueError) as error:
        return _deal(who, name, None, model, problem=str(error), status=422)
    looked = look_at(source, ground_of(who, model)[0])
    shown = looked.page
    given: dict[str, Any] = {"page": shown, "numbers": numbers_in(shown), "name": name}
    sheet = filled("draft_sheet.html.j2", **given, rows=shown.rows, first=True, last=True, editing=False)
    return page(
        who,
        "draft_package.html.j2",
        **head_of(who, text, "deal"),
        model=model_name,
        package=package,
        sheet=sheet,
        chosen=chosen or (),
        choose=choose or (),
    )


def _moved(where: str) -> Response:
    from fastapi.responses import RedirectResponse  # noqa: PLC0415  here alone

    return RedirectResponse(where, status_code=303)


def _pairs(given: list[str] | tuple[str, ...]) -> dict[str, str]:
    pairs = (each.partition("=") for each in given[:500])
    return {name: value for name, _, value in pairs}


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
