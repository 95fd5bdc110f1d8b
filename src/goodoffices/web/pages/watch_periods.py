"""Over time: the monitor's report, changes of the rate of incidents, how far each provision has come."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.brief.watching.html import sections_of
from goodoffices.record import InputError
from goodoffices.watch.report import Period
from goodoffices.web.asking import Reader
from goodoffices.web.moments import now
from goodoffices.web.watching import Room, room_of
from goodoffices.web.watching.asked import day_of, incident_days, report_of, scores_of, trends_of
from goodoffices.web.watching.rendering import watch_page
from goodoffices.web.watching.spans import ends_between

__all__ = ["period_of", "router", "scored_days", "trend_parts"]

router = APIRouter(include_in_schema=False)

_PARTS = ("zone", "kind", "party")
_MOST_SCORED = 60
_EVERY = ("", "week", "month", "quarter", "year")
Day = Annotated[str, Asked(max_length=20)]


def period_of(room: Room, day: str, week: str) -> Period:
    """The period that is asked about; the week up to the last incident where none is said."""
    if day:
        return Period.day(day_of(day) or now().date())
    end = day_of(week)
    if end is None:
        days = incident_days(room)
        end = min(days[1], now().date()) if days else now().date()
    return Period.week(end)


@router.get("/watch/report")
def report(who: Reader, day: Day = "", week: Day = "") -> Response:
    """The monitor's report of a day, or of the week that ends with a day."""
    room = room_of(who)
    period = period_of(room, day, week)
    made = report_of(room, period)
    sections = room.worked("report written", lambda _seen: sections_of(made), period.first, period.last)
    return watch_page(
        who,
        "watch_report.html.j2",
        here="/watch/report",
        page=made,
        sections=sections,
        by_day=period.first == period.last,
        before=period.first - dt.timedelta(days=1),
        after=period.last + dt.timedelta(days=period.days),
        address={"day": period.first} if period.first == period.last else {"week": period.last},
        marking=room.seen.marking,
    )


def trend_parts(by: str) -> tuple[str, ...]:
    """By what incidents are parted.

    Raises:
        InputError: They cannot be parted so.
    """
    parts = tuple(part.strip() for part in by.split(",") if part.strip())
    odd = [part for part in parts if part not in _PARTS]
    if odd:
        msg = f"incidents cannot be parted by {odd[0][:20]!r}: give any of {', '.join(_PARTS)}, with commas between"
        raise InputError(msg)
    return parts


@router.get("/watch/trend")
def trend(
    who: Reader,
    first: Annotated[str, Asked(alias="from", max_length=20)] = "",
    last: Annotated[str, Asked(alias="to", max_length=20)] = "",
    by: Annotated[str, Asked(max_length=40)] = "zone,kind,party",
) -> Response:
    """Changes of the rate of incidents that chance would not do."""
    room = room_of(who)
    known, parts = incident_days(room), trend_parts(by)
    shown = None
    if known is not None:
        days = (day_of(first) or known[0], day_of(last) or known[1])
        made = trends_of(room, days, parts)
        shown = made, room.worked("trend written", lambda _seen: sections_of(made), *days, parts)
    return watch_page(
        who,
        "watch_trend.html.j2",
        here="/watch/trend",
        page=shown[0] if shown else None,
        sections=shown[1] if shown else "",
        by=by,
        all_parts=("zone,kind,party", "zone", "kind", "party", "zone,kind", ""),
        address={"from": first, "to": last, "by": by if by != "zone,kind,party" else ""},
        marking=room.seen.marking,
    )


def scored_days(room: Room, on: str, every: str) -> tuple[dt.date, ...]:
    """The days that are scored.

    Raises:
        InputError: There is no such span, or there are too many days.
    """
    if every not in _EVERY:
        msg = f"{every[:20]!r} is no span; use week, month, quarter or year"
        raise InputError(msg)
    last = day_of(on) or now().date()
    days = (*(ends_between(room.seen.agreement.in_force.date(), last, every) if every else ()), last)
    if len(days) > _MOST_SCORED:
        msg = f"these are {len(days)} days; {_MOST_SCORED} at most are scored on a page: choose a longer span"
        raise InputError(msg)
    return tuple(days)


@router.get("/watch/score")
def score(who: Reader, on: Day = "", every: Annotated[str, Asked(max_length=10)] = "month") -> Response:
    """How far each provision has come, with the evidence."""
    room = room_of(who)
    days = scored_days(room, on, every)
    made = scores_of(room, days)
    return watch_page(
        who,
        "watch_score.html.j2",
        here="/watch/score",
        page=made,
        sections=room.worked("score written", lambda _seen: sections_of(made), *days),
        on=days[-1],
        every=every,
        spans=_EVERY,
        address={"on": on, "every": every},
        marking=room.seen.marking,
    )
