"""The report of a deal as one HTML file that reaches no network, in the style of the brief."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from goodoffices.brief.build.phrases import clip, counted, day_words, join_names
from goodoffices.brief.page_parts import FOLD, SHEET, filled_page, page_templates

from .build.amounts import amount, area, percent, place, span
from .citing import Citations
from .markdown_sides import SHOWN
from .model import Report
from .wording import wording

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = ["weighing_contents", "weighing_sections", "weighing_to_html"]

_BRIEF = "goodoffices.brief"
_HERE = "goodoffices.brief.weighing"


def weighing_to_html(report: Report) -> str:
    """Write the report as a page.

    Args:
        report: The view models.

    Returns:
        A whole HTML document. It needs no other file and no network, and reads in full with no script.
    """
    return filled_page(
        _templates(),
        "weighing.html.j2",
        styles=SHEET,
        scripts=FOLD,
        label=report.marking.label if report.marking else "",
        contents=weighing_contents(report),
        **_shown(report, lambda _statement: ""),
    )


def weighing_sections(report: Report, leads_to: Callable[[str], str]) -> Markup:
    """Write the sections of the report, for a page that has its own frame and styles.

    Args:
        report: The view models.
        leads_to: Where a statement stands, by its id; "" for one that leads nowhere.

    Returns:
        HTML without a style or script of its own.
    """
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2, which only HTML needs

    filled = _templates().get_template("sections.html.j2").render(**_shown(report, leads_to))
    return Markup(filled)  # noqa: S704  our own templates, which escape


def _shown(report: Report, leads_to: Callable[[str], str]) -> dict[str, Any]:
    citations = Citations()
    return {
        "report": report,
        "charts": _charts(report),
        "cited": citations.number,
        "citations": citations,
        "leads_to": leads_to,
        "number": lambda value: amount(value, report.scale),
        "span": lambda low, high: span(low, high, report.scale),
    }


@functools.cache
def _templates() -> Environment:
    shared: dict[str, Any] = {
        "clip": clip,
        "counted": counted,
        "day": day_words,
        "join_names": join_names,
        "land": area,
        "percent": percent,
        "place": place,
        "plain": amount,
        "shown": SHOWN,
        "words": wording(),
    }
    return page_templates([_HERE, _BRIEF], shared)


def _charts(report: Report) -> dict[str, Any]:
    from .drawing import parallel_chart, plane_chart, range_chart  # noqa: PLC0415  only HTML needs it

    space = report.space
    if space is None:
        return {"plane": None, "parallel": None, "ranges": {}}
    plane = plane_chart(space, report.packages)
    return {
        "plane": plane,
        "parallel": None if plane else parallel_chart(space),
        "ranges": {package.id: range_chart(package, space) for package in report.packages},
    }


def weighing_contents(report: Report) -> list[tuple[str, str, int | None]]:
    """List the sections that a report has: anchor, heading, and how many things stand in it, or None."""
    listed: list[tuple[str, str, int | None, bool]] = [
        ("in-brief", "In brief", None, report.answer is not None),
        ("space", "The deal space", report.space.size if report.space else None, report.space is not None),
        ("packages", "Packages", len(report.packages), bool(report.answer)),
        ("blocks", "What blocks", len(report.zone.clashes) if report.zone else None, report.zone is not None),
        ("sure", "How sure", None, report.sureness is not None),
        ("questions", "What to find out next", len(report.questions), report.sureness is not None),
        ("explained", "Who makes what of it", len(report.packages), bool(report.packages)),
        ("sides", "Who stands where", None, report.sides is not None),
        ("lasting", "Will it hold", None, report.lasting is not None),
        ("steps", "In which order", None, report.order is not None),
        ("coalitions", "Who can make or break it", len(report.coalitions), bool(report.coalitions)),
        ("foretelling", "What the positions foretell", None, report.foretelling is not None),
        ("figures", "The numbers of the model", None, bool(report.parties)),
        ("sources", "Sources", None, bool(report.packages)),
        ("method", "How this was found", None, report.sureness is not None),
    ]
    return [(anchor, label, count) for anchor, label, count, there in listed if there]
