"""The report in a real browser: no violation, no sideways scrolling, no script needed, paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import weighing_deals as deals

from goodoffices.brief.weighing import weighing_to_html

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["open", "wide", "stuck", "silent"])
def deal_page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report as a page on disk."""
    file = tmp_path_factory.mktemp("deal") / "deal.html"
    file.write_text(weighing_to_html(deals.report(request.param)), encoding="utf-8")
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_violation(open_page: Any, deal_page: Path, scheme: str, width: int) -> None:
    """In both colour schemes, on a phone and a laptop, with every fold open; and nothing scrolls sideways."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    page = open_page(deal_page, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_without_a_script_the_page_reads_in_full(open_page: Any, deal_page: Path) -> None:
    """The answer, the drawing and the table are there; folds open."""
    page = open_page(deal_page, viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    assert page.locator("#in-brief .paragraph").is_visible()
    assert page.locator(".chart").first.is_visible()
    assert page.locator(".grid tbody tr").count() >= 2
    page.click("#explained-B > summary")
    assert page.locator("#explained-B .party").first.is_visible()


def test_a_letter_leads_to_its_package(open_page: Any, deal_page: Path) -> None:
    """A package in the drawing leads to its words; a mark into a fold opens it."""
    page = open_page(deal_page, viewport={"width": 1280, "height": 900})
    page.evaluate("location.hash = '#explained-B'")
    page.wait_for_function("document.querySelector('#explained-B').open")
    page.locator(".chart a[href='#package-B']").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#package-B"


def test_paper_shows_everything(open_page: Any, deal_page: Path) -> None:
    """Printing unfolds all and leaves the contents out."""
    page = open_page(deal_page, viewport={"width": 794, "height": 1123})
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details:not([open])").count() == 0
    assert page.locator(".side").is_hidden()
    assert page.locator("#figures table").first.is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#figures details[open]").count() == 0
