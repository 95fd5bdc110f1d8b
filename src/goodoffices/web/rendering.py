"""Pages and parts of pages, filled in for whoever asks."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from fastapi.responses import HTMLResponse
from starlette.responses import Response

from goodoffices.brief.html import shared_words
from goodoffices.brief.page_parts import page_templates
from goodoffices.record import KINDS, Marking, issues
from goodoffices.record.account import Role

from .asking import Asking
from .assets import asset_url
from .guards.session import set_session

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from goodoffices.brief.model.entry import Citation

__all__ = [
    "fragment",
    "page",
    "templates",
    "to_finding",
    "to_issue",
    "to_place",
    "to_report",
    "tools_for",
    "with_query",
]


@functools.cache
def templates() -> Environment:
    """The templates of the workbench; those of findings come from the brief."""
    here = {
        "all_issues": tuple(issues()),
        "asset_url": asset_url,
        "kinds": KINDS,
        "markings": tuple(Marking),
        "Role": Role,
        "indexes": _no_indexes,
        "to_finding": to_finding,
        "to_issue": to_issue,
        "to_place": to_place,
        "to_report": to_report,
        "with_query": with_query,
    }
    return page_templates(["goodoffices.web", "goodoffices.brief"], {**shared_words(), **here})


def to_finding(finding: str) -> str:
    """Where a finding, a disagreement or a note stands: ids of findings never change."""
    return f"/findings/{quote(finding, safe='')}"


def to_issue(issue: str) -> str:
    """Where an issue stands."""
    return f"/matrix/{quote(issue, safe='')}"


def _no_indexes(_ids: object) -> str:
    return ""  # what a brief's own filters look at; the pages ask the record


def to_place(cited: Citation) -> str:
    """Where a span stands in its report, marked."""
    return f"{to_report(cited.report)}?at={cited.start}-{cited.end}#at"


def to_report(report: str) -> str:
    """Where a report stands."""
    return f"/reports/{quote(report, safe='')}"


def with_query(path: str, **values: object) -> str:
    """Write an address with its query; what is empty is left out."""
    given = {name: str(value) for name, value in values.items() if value not in {None, ""}}
    return f"{path}?{urlencode(given)}" if given else path


def page(who: Asking, name: str, *, status: int = 200, **shown: object) -> Response:
    """Fill in a page.

    Args:
        who: Who asks.
        name: The template.
        status: Of the answer.
        shown: What the template shows.
    """
    response = HTMLResponse(_filled(who, name, **shown), status_code=status)
    set_session(response, who.session, who.bench)
    return response


def fragment(who: Asking, name: str, *, status: int = 200, **shown: object) -> Response:
    """Fill in a part of a page, for a script of ours that puts it in place."""
    return HTMLResponse(_filled(who, name, **shown), status_code=status)


def _filled(who: Asking, name: str, **shown: object) -> str:
    tools = tools_for(judging=who.may(Role.ANALYST))
    return templates().get_template(name).render(who=who, tools=tools, **shown)


@functools.cache
def tools_for(*, judging: bool) -> Callable[[object], Markup]:
    """What stands under each finding: the way to judge it, for whoever may."""
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2

    template = templates().get_template("tools.html.j2")

    def made(entry: object) -> Markup:
        return Markup(template.render(judging=judging, e=entry))  # noqa: S704  our own template, which escapes

    return made
