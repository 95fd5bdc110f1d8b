"""Sections of the draft pages filled in: the sheet with its margin, checks, order, versions, redlines."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from goodoffices.brief.drafting import ComparisonPage, RollingPage
from goodoffices.brief.drafting.model import ProvisionView
from goodoffices.brief.drafting.topics import topics_of
from goodoffices.brief.drafting.wording import wording
from goodoffices.brief.html import shared_words
from goodoffices.brief.page_parts import page_templates
from goodoffices.web.rendering import to_finding, with_query

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = ["filled", "numbers_in", "redline_chart", "sheet_charts", "signs"]

_COLOURS = 6  # of parties; the seventh has that of the first, and its own letters
_LONG = 400
"""Waits up to which they are drawn; the templates say where there is no drawing."""


@functools.cache
def _templates() -> Environment:
    rooms = ["goodoffices.web", "goodoffices.brief.drafting", "goodoffices.brief"]
    shared = {**shared_words(), "words": wording(), "colours": _COLOURS, "to_finding": to_finding}
    return page_templates(rooms, {**shared, "with_query": with_query})


def filled(template: str, /, *, at: str = "", **shown: Any) -> Markup:  # noqa: ANN401  what the template shows
    """Fill in a section.

    Args:
        template: Its name.
        at: The page on which the text stands, where that is another one: links to its provisions lead there.
        shown: What it shows.
    """
    from markupsafe import Markup  # noqa: PLC0415  comes with jinja2

    text = _templates().get_template(template).render(**shown)
    if at:
        for sign in ("p-", "b-"):
            text = text.replace(f'href="#{sign}', f'href="{at}#{sign}')
    return Markup(text)  # noqa: S704  our own templates, which escape


@functools.cache
def signs() -> Markup:
    """The signs that the sections use."""
    return filled("draft_signs.html.j2")


def numbers_in(page: RollingPage) -> dict[str, str]:
    """How each provision is called, by its id."""
    return {row.id: row.full for row in page.rows if isinstance(row, ProvisionView)}


def sheet_charts(page: RollingPage) -> dict[str, Markup | None]:
    """The drawings of a rolling text."""
    from goodoffices.brief.drafting.drawing import (  # noqa: PLC0415  only where they are drawn
        bracket_chart,
        distance_chart,
        flow_chart,
        standing_bar,
        wait_chart,
    )

    topics = topics_of(page)
    progress = page.progress
    return {
        "standing": standing_bar(page.statuses),
        "waits": wait_chart(page.waits, topics) if len(page.waits) <= _LONG else None,
        "brackets": bracket_chart(progress.versions) if progress else None,
        "distance": distance_chart(progress.versions) if progress else None,
        "flow": flow_chart(progress.flow, {id_: f"p-{id_}" for id_ in topics}) if progress else None,
    }


def redline_chart(page: ComparisonPage) -> Markup | None:
    """The drawing of a comparison."""
    from goodoffices.brief.drafting.drawing import flow_chart  # noqa: PLC0415  as above

    return flow_chart(page.flow, {point.id: change.id for change in page.changes for point in change.b})
