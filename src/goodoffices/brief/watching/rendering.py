"""What the watch room found, as a text, as Markdown, as JSON or as a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from goodoffices.watch.agreement import Agreement
from goodoffices.watch.compliance import Score
from goodoffices.watch.report import MonitorReport
from goodoffices.watch.state import Outlook
from goodoffices.watch.trends import Mark, Trend

from .backing import Backing
from .build import build_report, build_scores, build_state, build_trends
from .html import report_to_html, scores_to_html, state_to_html, trends_to_html
from .json_form import Page, page_to_json
from .model import ReportPage, ScorePage, StatePage, TrendPage
from .sheets import Block, as_markdown, as_text, report_blocks, score_blocks, state_blocks, trend_blocks

__all__ = ["FORMS", "blocks_of", "render_report", "render_scores", "render_state", "render_trend", "written"]

FORMS = ("text", "json", "md", "html")
"""The forms in which a page can be written."""

_Kind = TypeVar("_Kind", bound=Page)


def render_state(outlook: Outlook, *, form: str, backing: Backing | None = None) -> str:
    """Write the state of an agreement on a day.

    Args:
        outlook: The agreement on the day.
        form: One of `FORMS`.
        backing: The log and the names of zones; without it causes are ids alone.

    Raises:
        ValueError: There is no such form.
    """
    page = build_state(outlook, backing or Backing())
    return _written(page, form, state_to_html, state_blocks)


def render_report(report: MonitorReport, *, form: str, backing: Backing | None = None) -> str:
    """Write the monitor's report.

    Args:
        report: The report.
        form: One of `FORMS`.
        backing: The log, the incident table and the names of zones; without it incidents have no text and no links.

    Raises:
        ValueError: There is no such form.
    """
    page = build_report(report, backing or Backing(), whole=form == "json")
    return _written(page, form, report_to_html, report_blocks)


def render_trend(
    trends: Sequence[Trend],
    *,
    form: str,
    title: str,
    days: tuple[dt.date, dt.date],
    marks: Collection[Mark] = (),
    backing: Backing | None = None,
) -> str:
    """Write trends.

    Args:
        trends: Every series that was looked at, the whole first: `find_trends` gives them.
        form: One of `FORMS`.
        title: The agreement.
        days: First and last day.
        marks: What was agreed when: `marks_of` gives it.
        backing: With its ledger and table, every week opens its incidents.

    Raises:
        ValueError: There is no such form.
    """
    page = build_trends(trends, title=title, days=days, marks=marks, backing=backing or Backing())
    return _written(page, form, trends_to_html, trend_blocks)


def render_scores(scores: Sequence[Score], *, form: str, agreement: Agreement, backing: Backing | None = None) -> str:
    """Write how far each provision has come.

    Args:
        scores: By day: `goodoffices.watch.compliance.score` gives them.
        form: One of `FORMS`.
        agreement: What was agreed.
        backing: The log, so that each change opens the entries that caused it.

    Raises:
        ValueError: There is no such form.
    """
    page = build_scores(scores, agreement, backing or Backing())
    return _written(page, form, scores_to_html, score_blocks)


def blocks_of(page: Page) -> Iterable[Block]:
    """A page as blocks: headings, paragraphs, lists and tables."""
    match page:
        case StatePage():
            return state_blocks(page)
        case ReportPage():
            return report_blocks(page)
        case TrendPage():
            return trend_blocks(page)
        case ScorePage():
            return score_blocks(page)


def written(page: Page, form: str) -> str:
    """Write a page that is built already.

    Args:
        page: The page.
        form: One of `FORMS`.

    Raises:
        ValueError: There is no such form.
    """
    match page:
        case StatePage():
            return _written(page, form, state_to_html, state_blocks)
        case ReportPage():
            return _written(page, form, report_to_html, report_blocks)
        case TrendPage():
            return _written(page, form, trends_to_html, trend_blocks)
        case ScorePage():
            return _written(page, form, scores_to_html, score_blocks)


def _written(
    page: _Kind, form: str, to_html: Callable[[_Kind], str], to_blocks: Callable[[_Kind], Iterable[Block]]
) -> str:
    if form == "json":
        return page_to_json(page)
    if form == "html":
        return to_html(page)
    if form in {"md", "text"}:
        return (as_markdown if form == "md" else as_text)(to_blocks(page))
    message = f"there is no form {form!r}; there are {', '.join(FORMS)}"
    raise ValueError(message)
