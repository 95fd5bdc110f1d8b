"""What leaves the watch room: tables, the map as GeoJSON and picture, charts, and reports as files; each is audited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.record import InputError, NotInCase
from goodoffices.web.asking import Reader
from goodoffices.web.watching import Room, room_of
from goodoffices.web.watching.asked import day_of, incident_days, map_of, report_of, scores_of, state_of, trends_of
from goodoffices.web.watching.geojson import features_of
from goodoffices.web.watching.handing import handed_out, handed_table
from goodoffices.web.watching.pictures import picture_of
from goodoffices.web.watching.tables import watch_table
from goodoffices.web.watching.word import word_of

from .watch_incidents import Sought
from .watch_map import choice_of
from .watch_periods import period_of, scored_days, trend_parts

if TYPE_CHECKING:
    from goodoffices.brief.watching.json_form import Page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
Day = Annotated[str, Asked(max_length=20)]
Short = Annotated[str, Asked(max_length=200)]


@router.get("/watch/export/map.geojson")
def map_geojson(who: Reader, wanted: Sought) -> Response:
    """Incidents and zones as GeoJSON."""
    room = room_of(who)
    return handed_out(room, "watch-map.geojson", "application/geo+json", features_of(room, wanted))


@router.get("/watch/export/map.png")
def map_picture(
    who: Reader,
    borders: Short = "none",
    kind: Short = "",
    first: Annotated[str, Asked(alias="from", max_length=20)] = "",
    last: Annotated[str, Asked(alias="to", max_length=20)] = "",
) -> Response:
    """The map as a picture; whose borders it draws stands above it."""
    from goodoffices.brief.watching.map.drawing import map_drawing  # noqa: PLC0415  geometry is heavy

    room = room_of(who)
    page = map_of(room, choice_of(borders, kind, first, last))
    title = f"{page.title}. Borders: {page.borders.label}"
    content = picture_of(str(map_drawing(page)), title=title, marking=room.seen.marking)
    return handed_out(room, "watch-map.png", "image/png", [content])


@router.get("/watch/export/chart-{name}.png")
def chart(
    who: Reader, name: str, day: Day = "", week: Day = "", on: Day = "", by: Short = "zone,kind,party"
) -> Response:
    """A chart as a picture: the course, the days of a report, the trend, the score."""
    from goodoffices.brief.watching.drawing import day_chart, state_chart, step_chart, total_chart  # noqa: PLC0415

    room = room_of(who)
    drawn: object = None
    title = room.seen.agreement.name
    if name == "state":
        page = state_of(room, day_of(on))
        drawn = state_chart(page, {each.id: "" for each in page.obligations})
    elif name == "report":
        drawn = day_chart(report_of(room, period_of(room, day, week)))
    elif name == "trend" and (days := incident_days(room)) is not None:
        trend = trends_of(room, days, trend_parts(by))
        drawn = step_chart(trend.series[0], trend) if trend.series else None
    elif name == "score":
        drawn = total_chart(scores_of(room, scored_days(room, on, "month")))
    if drawn is None:
        msg = f"there is no chart {name[:40]!r} of this book; state, report, trend and score can be drawn"
        raise NotInCase(msg)
    content = picture_of(str(drawn), title=title, marking=room.seen.marking)
    return handed_out(room, f"watch-{name}.png", "image/png", [content])


@router.get("/watch/export/page-{name}.{form}")
def whole_page(
    who: Reader,
    name: str,
    form: str,
    day: Day = "",
    week: Day = "",
    on: Day = "",
    every: Short = "month",
    first: Annotated[str, Asked(alias="from", max_length=20)] = "",
    last: Annotated[str, Asked(alias="to", max_length=20)] = "",
    by: Short = "zone,kind,party",
) -> Response:
    """A page of the room as one file: HTML, Markdown, JSON or a Word document."""
    room = room_of(who)
    page: Page
    if name == "state":
        page = state_of(room, day_of(on))
    elif name == "report":
        page = report_of(room, period_of(room, day, week))
    elif name == "score":
        page = scores_of(room, scored_days(room, on, every))
    elif name == "trend" and (known := incident_days(room)) is not None:
        days = (day_of(first) or known[0], day_of(last) or known[1])
        page = trends_of(room, days, trend_parts(by))
    else:
        msg = f"there is no page {name[:40]!r} of this book that could be written as a file"
        raise NotInCase(msg)
    return _written(room, name, page, form)


def _written(room: Room, name: str, page: Page, form: str) -> Response:
    from goodoffices.brief.watching.rendering import blocks_of, written  # noqa: PLC0415  only where it is asked for

    if form == "docx":
        content = word_of(page.title, blocks_of(page), audience=room.seen.audience, marking=page.marking)
        media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        return handed_out(room, f"watch-{name}.docx", media, [content])
    media_of = {"html": "text/html", "md": "text/markdown", "json": "application/json"}
    if form not in media_of:
        msg = f"a page is written as {', '.join(media_of)} or docx, not as {form[:20]!r}"
        raise InputError(msg)
    return handed_out(room, f"watch-{name}.{form}", f"{media_of[form]}; charset=utf-8", [written(page, form)])


@router.get("/watch/export/{name}.{form}")
def table(who: Reader, name: str, form: str, wanted: Sought, on: Day = "") -> Response:
    """A table; of incidents, narrowed down as the list is."""
    room = room_of(who)
    return handed_table(room, watch_table(room, name, on=day_of(on), wanted=wanted), form)
