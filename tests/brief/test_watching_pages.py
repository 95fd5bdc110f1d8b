"""The watch pages in a real browser: no violation, no sideways scrolling, no script needed, numbers open, paper."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from watching_sample import at, example

from goodoffices.brief.watching import render_report, render_scores, render_state, render_trend
from goodoffices.watch.compliance import score
from goodoffices.watch.report import Period, monitor
from goodoffices.watch.state import state
from goodoffices.watch.trends import find_trends, marks_of

pytestmark = pytest.mark.browser

DAYS = (dt.date(2025, 7, 21), dt.date(2025, 12, 14))
NAMES = ["state", "report", "trend", "score"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The four pages of the example book, on disk."""
    agreement, log, backing = example()
    counted = backing.ledger
    assert counted is not None
    outlook = state(agreement, log, on=at("2025-12-14T23:59"), counts=counted)
    marks = marks_of(agreement, log, outlook.course)
    week = monitor(agreement, log, counted, Period.week(DAYS[1]))
    months = [dt.date(2025, 9, 30), dt.date(2025, 10, 31), dt.date(2025, 11, 30), DAYS[1]]
    found = find_trends(counted, log, *DAYS, marks=marks, by=("zone", "party"))
    written = {
        "state": render_state(outlook, form="html", backing=backing),
        "report": render_report(week, form="html", backing=backing),
        "trend": render_trend(found, form="html", title=agreement.name, days=DAYS, marks=marks, backing=backing),
        "score": render_scores(
            score(agreement, log, months, counted), form="html", agreement=agreement, backing=backing
        ),
    }
    folder = tmp_path_factory.mktemp("watching")
    for name, page in written.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in written}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_violation_in_a_watch_page(
    open_page: Any, pages: dict[str, Path], name: str, scheme: str, width: int
) -> None:
    """In both colour schemes, on a phone and a laptop, with every fold open; and nothing scrolls sideways."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    page = open_page(pages[name], viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("name", NAMES)
def test_every_link_within_a_page_leads_somewhere(open_page: Any, pages: dict[str, Path], name: str) -> None:
    """No link and no mark of a drawing leads to nothing, and no id is given twice."""
    page = open_page(pages[name], viewport={"width": 1280, "height": 900})
    lost = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.getAttribute('href').slice(1))"
        ".filter((id) => !document.getElementById(decodeURIComponent(id)))"
    )
    assert lost == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((each) => each.id)")
    assert len(ids) == len(set(ids))


def test_a_card_of_the_board_leads_to_what_caused_its_state(open_page: Any, pages: dict[str, Path]) -> None:
    """With no script, from the column of the breached to the finding."""
    page = open_page(pages["state"], viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    page.locator(".column.breached .card a").first.click()
    target = page.url.rpartition("#")[2]
    article = page.locator(f"article:has(#{target})")
    assert article.locator(".because").last.is_visible()
    assert "Joint Commission" in article.inner_text()


def test_the_columns_stand_beside_each_other_and_below_on_a_phone(open_page: Any, pages: dict[str, Path]) -> None:
    """On a laptop the columns start at one height; on a phone each below the one before."""
    tops = "[...document.querySelectorAll('.column')].map((each) => each.getBoundingClientRect().top)"
    wide = open_page(pages["state"], viewport={"width": 1280, "height": 900}).evaluate(tops)
    assert len(set(wide)) == 1
    narrow = open_page(pages["state"], viewport={"width": 360, "height": 800}).evaluate(tops)
    assert narrow == sorted(set(narrow))


def test_a_number_opens_its_incidents_and_one_leads_to_its_report(open_page: Any, pages: dict[str, Path]) -> None:
    """Opened, a number lists as many incidents as it says; the first leads to its words and source."""
    page = open_page(pages["report"], viewport={"width": 1280, "height": 900})
    number = page.locator(".counts .opens").nth(3)
    many = int(number.locator("summary b").inner_text())
    number.locator("summary").click()
    assert number.locator(".opened li").count() == many
    number.locator(".opened a").first.click()
    incident = page.locator(f"#{page.url.rpartition('#')[2]}")
    assert incident.is_visible()
    assert incident.locator(".said").is_visible()


def test_a_day_of_the_drawing_opens_its_list(open_page: Any, pages: dict[str, Path]) -> None:
    """A bar of the period before is folded below; the bar unfolds it."""
    page = open_page(pages["report"], viewport={"width": 1280, "height": 900})
    bar = page.locator(".days a").first
    target = (bar.get_attribute("href") or "")[1:]
    assert page.locator(f"#{target}").get_attribute("open") is None
    bar.click()
    page.wait_for_function(f"document.getElementById('{target}').open")


@pytest.mark.parametrize("name", NAMES)
def test_a_watch_page_on_paper_keeps_within_the_sheet(open_page: Any, pages: dict[str, Path], name: str) -> None:
    """Printing unfolds all but the lists behind numbers, leaves the contents out, and cuts no drawing off."""
    page = open_page(pages[name], viewport={"width": 794, "height": 1123})
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details:not([open])").count() == 0
    assert page.locator(".side").is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 794
    rights = page.evaluate("[...document.querySelectorAll('.chart')].map((c) => c.getBoundingClientRect().right)")
    assert max(rights) <= 794
    assert not any(each.is_visible() for each in page.locator(".opens > .opened").all()[:5])
