"""The brief in a real browser: no network, no violation, keyboard, filters, links, print, and no script needed."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import crowd
import pytest
from playwright.sync_api import expect

from goodoffices.brief import Brief, build_brief, to_html
from goodoffices.record import Marking

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 834, 1280])
def test_axe_finds_no_violation(open_page: Any, scheme: str, width: int) -> None:
    """In both colour schemes, at three widths, with every fold open."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [360, 834, 1280])
def test_the_page_never_scrolls_sideways(open_page: Any, width: int) -> None:
    """What is wider than the page scrolls in a region of its own."""
    page = open_page(viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def _shown(page: Any) -> int:
    return page.evaluate("[...document.querySelectorAll('.f')].filter(one => !one.closest('[hidden]')).length")


def test_filters_leave_what_matches_and_say_how_much(open_page: Any, brief: Brief) -> None:
    """By issue, by kind, by report, by words; clearing brings all back."""
    page = open_page(viewport={"width": 1280, "height": 900})
    everything = len(brief.entries) + len(brief.disputes)
    assert _shown(page) == everything
    page.select_option("select[name=i]", "sanctions")
    assert _shown(page) == sum("sanctions" in entry.issues for entry in brief.entries) == 3
    assert page.inner_text("#filter-count") == f"3 of {everything} findings"
    assert page.locator(".matrix tbody tr:visible").count() == 1
    assert page.locator("section.empty h2").all_inner_texts() == [
        "The state of each issue, and who says so",
        "What changed",
        "Where the reports disagree",
        "Meetings and events",
        "Who is at the table",
        "Plans and their versions",
        "Mechanisms, and what each waits for",
        "What was said",
        "What is withheld",
    ]
    page.select_option("select[name=k]", "meeting")
    assert _shown(page) == 0
    page.click("button[type=reset]")
    expect(page.locator("#filter-count")).to_have_text("")
    assert _shown(page) == everything
    page.select_option("select[name=r]", "5")
    assert _shown(page) == sum(5 in e.reports for e in brief.entries) + sum(5 in d.reports for d in brief.disputes)
    page.click("button[type=reset]")
    page.fill("input[name=w]", "harbour plan")
    assert 1 <= _shown(page) <= 4


def test_filtering_by_party_keeps_its_column(open_page: Any, brief: Brief) -> None:
    """The matrix keeps the column of the chosen party alone."""
    page = open_page(viewport={"width": 1280, "height": 900})
    place = [party.name for party in brief.parties].index("Tolmia")
    page.select_option("select[name=p]", str(place))
    assert page.locator(".matrix thead th:visible").all_inner_texts() == ["Issue", "Tolmia"]


def test_a_cell_opens_its_sentences_by_keyboard(open_page: Any) -> None:
    """Enter opens a panel with the quotes, Escape closes it and the focus is back on the cell."""
    page = open_page(viewport={"width": 1280, "height": 900})
    cell = page.locator("td.firm .open").first
    cell.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel[open]")
    assert "his government would never accept a border" in page.inner_text("#panel")
    assert page.locator("#panel [id^='f-']").count() == 0
    page.keyboard.press("Escape")
    page.wait_for_selector("#panel:not([open])", state="attached")
    assert page.evaluate("document.activeElement.classList.contains('open')")


def test_the_first_tab_stop_skips_to_the_brief(open_page: Any) -> None:
    """The skip link comes first and is seen when it has the focus."""
    page = open_page(viewport={"width": 1280, "height": 900})
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the brief"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#in-brief"


def test_a_finding_leads_to_its_words_and_back(open_page: Any, brief: Brief) -> None:
    """The quote's link lights up the whole span in the report; the label behind the span leads to the finding."""
    page = open_page(viewport={"width": 1280, "height": 900})
    entry = next(e for e in brief.entries if e.kind == "role" and "chief negotiator" in e.says)
    citation = entry.evidence[0]
    page.click(f"#{entry.id} summary")
    page.click(f"#{entry.id} a[href='#{citation.anchor}']")
    page.wait_for_selector("mark.shown")
    lit = page.evaluate("[...document.querySelectorAll('mark.shown')].map(one => one.textContent).join('')")
    assert lit == citation.quote
    page.click(f".text[data-n='{citation.number}'] a.ref[href='#{entry.id}']")
    expect(page).to_have_url(re.compile(f"#{entry.id}$"))
    assert page.locator(f"#{entry.id}").is_visible()


def test_a_link_to_a_filtered_finding_clears_the_filter(open_page: Any, brief: Brief) -> None:
    """No link leads to something hidden."""
    page = open_page(viewport={"width": 1280, "height": 900})
    page.select_option("select[name=k]", "quote")
    target = next(entry for entry in brief.entries if entry.kind == "meeting")
    page.evaluate(f"location.hash = '#{target.id}'")
    expect(page.locator("#filter-count")).to_have_text("")
    assert page.locator(f"#{target.id}").is_visible()


def test_copy_as_citation(open_page: Any, brief: Brief) -> None:
    """The clipboard holds the finding, its quote, outlet and day, hostile names included as they are."""
    page = open_page(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    for entry in (brief.entries[0], next(e for e in brief.entries if e.kind == "quote" and "<to all>" in e.says)):
        button = page.locator(f"#{entry.id} .cite")
        assert button.get_attribute("aria-label") == f"Copy {entry.label} as citation"
        button.click()
        expect(button).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == entry.citation
        assert entry.evidence[0].source in entry.citation


def test_without_a_script_the_page_reads_in_full(open_page: Any, brief: Brief) -> None:
    """No filter is offered; every finding is there; folds open; links arrive."""
    page = open_page(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    assert page.locator("#filters").is_hidden()
    assert page.locator(".f").count() == len(brief.entries) + len(brief.disputes)
    assert page.locator("details.report, .report details").first.is_visible()
    first = brief.entries[-1]
    page.click(f"#{first.id} summary")
    assert page.locator(f"#{first.id} q").first.is_visible()
    page.click("td.firm .open >> nth=0")
    assert "#c-territory-" in page.url


def test_paper_shows_every_quote_and_no_control(open_page: Any) -> None:
    """Printing unfolds the quotes and leaves the contents, filters and buttons out."""
    page = open_page(viewport={"width": 794, "height": 1123})
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details:not([open])").count() == 0
    assert page.locator(".side").is_hidden()
    assert page.locator(".cite").first.is_hidden()
    assert page.locator(".quotes q").first.is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.ev[open]").count() == 0


@pytest.mark.slow
def test_five_thousand_findings_stay_usable(open_page: Any, tmp_path: Path) -> None:
    """A hundred reports and 5,000 findings are written in 3 s, open, and filter within a second or two."""
    findings = crowd.crowd(100, 5000)
    start = time.process_time()
    html = to_html(build_brief(findings, audience=Marking.CLEAR))
    assert time.process_time() - start < 3
    file = tmp_path / "large.html"
    file.write_text(html, encoding="utf-8")
    start = time.perf_counter()
    page = open_page(file, viewport={"width": 1280, "height": 900})
    page.select_option("select[name=i]", "territory")
    assert "of 5,000 findings" in page.inner_text("#filter-count")
    assert time.perf_counter() - start < 15
