"""The draft pages as HTML files that reach no network, in the style of the brief."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from goodoffices.brief.build.phrases import clip, counted, day_words, join_names
from goodoffices.brief.page_parts import FOLD, SHEET, filled_page, page_templates

from .model import ComparisonPage, ProvisionView, RollingPage
from .wording import wording

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["comparison_to_html", "rolling_to_html"]

_BRIEF = "goodoffices.brief"
_HERE = "goodoffices.brief.drafting"
_STYLES = (
    *SHEET,
    (_HERE, "style/redline.css"),
    (_HERE, "style/rolling.css"),
    (_HERE, "style/charts.css"),
    (_HERE, "style/narrow.css"),
)
_COLOURS = 6  # of parties; the seventh has that of the first, and its own letters


def comparison_to_html(page: ComparisonPage) -> str:
    """Write a comparison as a page.

    Args:
        page: The view models.

    Returns:
        A whole HTML document. It needs no other file, no network and no script.
    """
    from .drawing import flow_chart  # noqa: PLC0415  only HTML needs it

    anchors = {point.id: change.id for change in page.changes for point in change.b}
    contents = [
        ("in-brief", "In brief", None),
        ("flow", "Where each point went", None),
        ("changes", "Point by point", len(page.changes)),
    ]
    return _rendered("comparison.html.j2", page, contents, chart=flow_chart(page.flow, anchors))


def rolling_to_html(page: RollingPage) -> str:
    """Write the rolling text as a page.

    Args:
        page: The view models.

    Returns:
        A whole HTML document. It needs no other file and no network, and reads in full with no script.
    """
    from .drawing import (  # noqa: PLC0415  only HTML needs it
        bracket_chart,
        distance_chart,
        flow_chart,
        standing_bar,
        wait_chart,
    )
    from .topics import topics_of  # noqa: PLC0415  the same

    topics = topics_of(page)
    numbers = {row.id: row.full for row in page.rows if isinstance(row, ProvisionView)}
    progress = page.progress
    charts = {
        "standing": standing_bar(page.statuses),
        "waits": wait_chart(page.waits, topics),
        "brackets": bracket_chart(progress.versions) if progress else None,
        "distance": distance_chart(progress.versions) if progress else None,
        "flow": flow_chart(progress.flow, {id_: f"p-{id_}" for id_ in topics}) if progress else None,
    }
    return _rendered("rolling.html.j2", page, _contents(page), charts=charts, numbers=numbers)


def _rendered(template: str, page: ComparisonPage | RollingPage, contents: list[Any], **more: object) -> str:
    return filled_page(
        _templates(),
        template,
        styles=_STYLES,
        scripts=FOLD,
        label=page.marking.label if page.marking else "",
        page=page,
        contents=contents,
        **more,
    )


@functools.cache
def _templates() -> Environment:
    shared: dict[str, Any] = {
        "clip": clip,
        "colours": _COLOURS,
        "counted": counted,
        "day": day_words,
        "join_names": join_names,
        "words": wording(),
    }
    return page_templates([_HERE, _BRIEF], shared)


def _contents(page: RollingPage) -> list[tuple[str, str, int | None]]:
    listed: list[tuple[str, str, int | None, bool]] = [
        ("in-brief", "In brief", None, True),
        ("text", "The text", page.points, True),
        ("wants", "Who wants what", len(page.contested), bool(page.contested)),
        ("problems", "What the checks find", len(page.troubles), True),
        ("order", "What waits for what", len(page.waits), bool(page.waits)),
        ("versions", "Over the versions", len(page.progress.versions) if page.progress else None, bool(page.progress)),
        ("asks", "Whom it asks for what", None, bool(page.shares)),
        ("needs", "What an agreement needs", sum(bool(each.found) for each in page.quality), bool(page.quality)),
    ]
    return [(anchor, label, count) for anchor, label, count, there in listed if there]
