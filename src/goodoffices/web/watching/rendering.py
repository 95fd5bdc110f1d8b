"""Pages of the watch room: in the frame of the workbench, with the signs and words of the watch pages of the brief."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from fastapi.responses import HTMLResponse
from starlette.responses import Response

from goodoffices.brief.html import shared_words
from goodoffices.brief.page_parts import page_templates
from goodoffices.brief.watching.html import shared_words as watch_words
from goodoffices.record import Marking
from goodoffices.record.account import Role
from goodoffices.web.asking import Asking
from goodoffices.web.assets import asset_url
from goodoffices.web.guards.session import set_session
from goodoffices.web.rendering import to_finding, to_report, with_query

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = ["ROOMS", "to_entry", "to_incident", "to_obligation", "watch_page"]

ROOMS = (
    ("Kept or not", (("/watch", "Board"), ("/watch/log", "Log"), ("/watch/agreement", "Agreement"))),
    (
        "Incidents",
        (
            ("/watch/incidents", "List"),
            ("/watch/map", "Map"),
            ("/watch/pairs", "Doubtful pairs"),
            ("/watch/counts", "Counts in prose"),
        ),
    ),
    ("Over time", (("/watch/report", "Report"), ("/watch/trend", "Trend"), ("/watch/score", "Score"))),
    (
        "On a day",
        (
            ("/watch/clocks", "Clocks"),
            ("/watch/indicators", "Indicators"),
            ("/watch/steps", "Steps"),
            ("/watch/ladder", "Ladder"),
            ("/watch/sites", "Places"),
            ("/watch/beside", "Beside the talks"),
        ),
    ),
)
"""The pages of the room, in groups."""


def to_obligation(name: str) -> str:
    """Where an obligation stands; an instance is named with a slash."""
    return f"/watch/obligations/{quote(name, safe='/')}"


def to_incident(name: str) -> str:
    """Where an incident stands."""
    return f"/watch/incidents/{quote(name, safe='')}"


def to_entry(name: str) -> str:
    """Where an entry of the log stands."""
    return f"/watch/log?entry={quote(name, safe='')}#e-{quote(name, safe='')}"


@functools.cache
def _templates() -> Environment:
    shared: dict[str, Any] = {
        **shared_words(),
        **watch_words(),
        "asset_url": asset_url,
        "markings": tuple(Marking),
        "Role": Role,
        "rooms_of_watch": ROOMS,
        "to_entry": to_entry,
        "to_finding": to_finding,
        "to_incident": to_incident,
        "to_obligation": to_obligation,
        "to_report": to_report,
        "with_query": with_query,
    }
    made = page_templates(["goodoffices.web", "goodoffices.brief.watching", "goodoffices.brief"], shared)
    made.globals["watch_signs"] = _own_signs(made)
    return made


def _own_signs(templates: Environment) -> Markup:
    """The signs of the watch pages that the frame does not bring: none stands twice on a page."""
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2

    frame = str(templates.get_template("pieces.html.j2").module.glyphs())  # type: ignore[attr-defined]  # a macro
    there = set(re.findall(r'<symbol id="([^"]+)"', frame))
    own = str(templates.get_template("signs.html.j2").module.signs())  # type: ignore[attr-defined]  # the same
    symbols = re.findall(r'(<symbol id="([^"]+)".*?</symbol>)', own, flags=re.DOTALL)
    kept = "".join(symbol for symbol, name in symbols if name not in there)
    head = '<svg class="symbols" aria-hidden="true" focusable="false" width="0" height="0">'
    return Markup(f"{head}{kept}</svg>")  # noqa: S704  our own template


def watch_page(who: Asking, template: str, /, *, here: str, status: int = 200, **shown: object) -> Response:
    """Fill in a page of the room.

    Args:
        who: Who asks.
        template: Its template.
        here: The page's own address, marked in the list of pages.
        status: Of the answer.
        shown: What the template shows.
    """
    may_set = who.may(Role.ANALYST)
    text = (
        _templates()
        .get_template(template)
        .render(who=who, here="/watch", room=here, may_set=may_set, tools=lambda _entry: "", **shown)
    )
    response = HTMLResponse(text, status_code=status)
    set_session(response, who.session, who.bench)
    return response
