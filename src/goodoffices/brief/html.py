"""The brief as one HTML file that reaches no network: styles, script and charts inside, locked by a content policy."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from goodoffices.record import stances

from .build.phrases import bare, clip, counted, day_words, join_names, sentence_case
from .build.says import issue_label
from .model import Brief
from .page_parts import filled_page, page_templates
from .wording import sure_words, wording

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["shared_words", "to_html"]

_HERE = "goodoffices.brief"
_STYLES = tuple((_HERE, f"style/{name}.css") for name in ("tokens", "page", "sections", "texts", "phone", "print"))
_SCRIPTS = tuple((_HERE, f"script/{name}.js") for name in ("start", "filter", "travel", "cite", "panel"))


def to_html(brief: Brief) -> str:
    """Write the brief as a page.

    Args:
        brief: The view models.

    Returns:
        A whole HTML document. It needs no other file and no network; with no script it is a full, readable page. Text
        from reports is escaped wherever it stands.
    """
    from .drawing import contact_graph, timeline_chart  # noqa: PLC0415  only HTML needs it

    return filled_page(
        _templates(),
        "page.html.j2",
        styles=_STYLES,
        scripts=_SCRIPTS,
        label=brief.marking.label,
        brief=brief,
        charts={"timeline": timeline_chart(brief.timeline), "contacts": contact_graph(brief.table)},
        contents=_contents(brief),
        indexes=_indexes(brief),
        names=lambda actors: sorted(brief.names.get(actor, "an actor not shown") for actor in actors),
    )


def shared_words() -> dict[str, Any]:
    """What the templates of findings share, on whatever page they stand: how things are called and written."""
    return {
        "bare": bare,
        "clip": clip,
        "counted": counted,
        "day": day_words,
        "issue_label": issue_label,
        "join_names": join_names,
        "moment": _moment,
        "sentence_case": sentence_case,
        "stances": stances(),
        "sure_words": sure_words,
        "words": wording(),
    }


@functools.cache
def _templates() -> Environment:
    here = {"to_finding": lambda finding: f"#{finding}", "to_place": lambda cited: f"#{cited.anchor}", "tools": _none}
    return page_templates(["goodoffices.brief"], {**shared_words(), **here})


def _none(_entry: object) -> str:
    return ""  # a file has no tools: whoever judges does so at the case


def _moment(moment: dt.datetime) -> str:
    zone = moment.tzname() or ""
    return f"{day_words(moment.date())}, {moment:%H:%M} {zone}".strip()


def _indexes(brief: Brief) -> Callable[[Iterable[str]], str]:
    """Short names for parties, so that thousands of findings stay light: their place in `brief.parties`."""
    places = {party.id: str(n) for n, party in enumerate(brief.parties)}
    return lambda ids: " ".join(places[one] for one in ids if one in places)


def _contents(brief: Brief) -> list[tuple[str, str, int | None]]:
    positions = sum(len(cell.entries) for issue in brief.issues for cell in issue.cells)
    claims = sum(len(issue.claims) for issue in brief.issues)
    moments = len(brief.timeline.meetings) + len(brief.timeline.events)
    run = {section.id: (section.id, section.title, len(section.notes)) for section in brief.process}
    listed: list[tuple[str, str, int | None]] = [
        ("in-brief", "In brief", None),
        ("matrix", "Issues and parties", None),
        ("positions", "Positions", positions),
        ("states", "State of each issue", claims),
        ("changes", "What changed", len(brief.changes)),
        ("disagreements", "Disagreements", len(brief.disputes)),
        *([run["terms"]] if "terms" in run else []),
        ("timeline", "Meetings and events", moments),
        ("table", "At the table", len(brief.table.delegations)),
        ("missing", "Who is missing", len(brief.gaps)),
        *([run[one] for one in ("access", "process") if one in run]),
        ("plans", "Plans", len(brief.plans)),
        ("mechanisms", "Mechanisms", len(brief.mechanisms)),
        *([run["measures"]] if "measures" in run else []),
        ("said", "What was said", len(brief.quotes)),
        ("withheld", "What is withheld", len(brief.withheld)),
        ("reports", "The reports", len(brief.reports)),
    ]
    return listed
