"""The answers of a day: clocks, indicators, steps, the ladder, places, what lay beside; and counts in prose."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi import Query as Asked
from starlette.responses import Response

from goodoffices.record import InputError
from goodoffices.watch import counts_in_prose, incidents_of_counts
from goodoffices.web.asking import Asking, Reader
from goodoffices.web.watching import room_of
from goodoffices.web.watching.answering import QUESTIONS, day_tables
from goodoffices.web.watching.asked import day_of, outlook_of
from goodoffices.web.watching.rendering import watch_page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_TITLES = {
    "clocks": (
        "Clocks",
        "What time costs: calls and their answers, deadlines, what holds up what, whose act was waited for.",
    ),
    "indicators": ("Indicators", "Objectives, thresholds with their present value, what was promised and given."),
    "steps": ("Steps and pacts", "Each step with its gate, what it lacks, its counterpart, and what turns it back."),
    "ladder": ("The ladder", "Which rung of enforcement is open or in use, by whom, and what the next one needs."),
    "sites": ("Places", "What is owed in each place, incidents there, how hard one looked, and who verifies."),
    "beside": (
        "Beside the talks",
        "Incidents near each event and change of state. That they lie near is all that is said.",
    ),
}
_LONGEST_PROSE = 200_000
assert set(_TITLES) == set(QUESTIONS)  # noqa: S101  a page for each question


def _shown(who: Asking, question: str, on: str) -> Response:
    room = room_of(who)
    day = day_of(on)
    title, says = _TITLES[question]
    return watch_page(
        who,
        "watch_day.html.j2",
        here=f"/watch/{question}",
        title=title,
        says=says,
        question=question,
        on=outlook_of(room, day).on,
        day_asked=on,
        tables=day_tables(room, question, day),
        known={each.id for each in room.seen.agreement.obligations},
        marking=room.seen.marking,
    )


Day = Annotated[str, Asked(max_length=20)]


@router.get("/watch/clocks")
def clocks(who: Reader, on: Day = "") -> Response:
    """What time costs."""
    return _shown(who, "clocks", on)


@router.get("/watch/indicators")
def indicators(who: Reader, on: Day = "") -> Response:
    """Numbers that are followed."""
    return _shown(who, "indicators", on)


@router.get("/watch/steps")
def steps(who: Reader, on: Day = "") -> Response:
    """Steps with their gates, and pacts."""
    return _shown(who, "steps", on)


@router.get("/watch/ladder")
def ladder(who: Reader, on: Day = "") -> Response:
    """The ladder of enforcement."""
    return _shown(who, "ladder", on)


@router.get("/watch/sites")
def sites(who: Reader, on: Day = "") -> Response:
    """Places, what is owed there, and who verifies."""
    return _shown(who, "sites", on)


@router.get("/watch/beside")
def beside(who: Reader, on: Day = "") -> Response:
    """Incidents near each event."""
    return _shown(who, "beside", on)


@router.get("/watch/counts")
def counts(who: Reader, report: Annotated[str, Asked(max_length=64)] = "") -> Response:
    """The counts that a report in prose gives, each with its sentence."""
    if not report:
        return _counted(who, "", "", "")
    found = who.view.report(report)
    return _counted(who, found.text, found.published.isoformat() if found.published else "", found.title)


@router.post("/watch/counts")
def counts_of(
    who: Reader,
    text: Annotated[str, Form(max_length=_LONGEST_PROSE)] = "",
    published: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """The counts of a text that is pasted; nothing of it is kept."""
    if not text.strip():
        msg = "paste a daily report in prose"
        raise InputError(msg)
    return _counted(who, text, published, "")


def _counted(who: Asking, text: str, published: str, title: str) -> Response:
    day = day_of(published)
    rows = incidents_of_counts(counts_in_prose(text[:_LONGEST_PROSE], published=day), text) if text.strip() else []
    return watch_page(
        who,
        "watch_counts.html.j2",
        here="/watch/counts",
        rows=rows,
        asked=bool(text.strip()),
        text=text[:_LONGEST_PROSE],
        published=published,
        title=title,
        marking=who.audience.marking,
    )
