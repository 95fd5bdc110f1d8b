"""The pages of the draft room in a real browser: no violation, no sideways scrolling, no script needed, paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from goodoffices.brief.drafting import Kept, build_comparison, build_rolling, comparison_to_html, rolling_to_html
from goodoffices.draft.imports import read_draft
from goodoffices.draft.text import parse_text

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "draft"
FENCED = """---
parties: North, South, East, West, Far Islands, Upper Valley, Lower Valley
marking: RED
---

# Odds and ends

1. A text without status, with a long word: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau.

[North, South:

2. The forces leave the zone.
   (a) by [East: land | West: sea | Far Islands: [air | balloon] | Upper Valley: night | Lower Valley: day]; {.reserved}

| East:

3. Nobody leaves. {.reserved note="not before the winter"}

]{.private}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The comparison, the rolling text with its versions, and one with odd things in it, on disk."""
    texts = [read_draft(path) for path in sorted(EXAMPLES.glob("*.md"))]
    kept = [Kept(document=each, name=f"v{n}") for n, each in enumerate(texts, 1)]
    odd = [Kept(document=parse_text(FENCED, name="odd.md"), name="now")]
    written = {
        "comparison": comparison_to_html(build_comparison(texts[0], texts[-1])),
        "rolling": rolling_to_html(build_rolling(kept)),
        "odd": rolling_to_html(build_rolling(odd)),
    }
    folder = tmp_path_factory.mktemp("drafting")
    for name, page in written.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in written}


@pytest.mark.parametrize("name", ["comparison", "rolling", "odd"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_violation_in_a_draft_page(
    open_page: Any, pages: dict[str, Path], name: str, scheme: str, width: int
) -> None:
    """In both colour schemes, on a phone and a laptop, with every fold open; and nothing scrolls sideways."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    page = open_page(pages[name], viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_filter_hides_a_kind_of_change_with_no_script(open_page: Any, pages: dict[str, Path]) -> None:
    """Ticking a kind off takes its rows away and leaves the others."""
    page = open_page(pages["comparison"], viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    page.uncheck("#show-reworded")
    assert page.locator(".change.reworded").first.is_hidden()
    assert page.locator(".change.merged").first.is_visible()
    page.check("#show-reworded")
    assert page.locator(".change.reworded").first.is_visible()


def test_both_sides_stand_level_and_stack_on_a_phone(open_page: Any, pages: dict[str, Path]) -> None:
    """On a laptop the two wordings of a point start at one height; on a phone the later one stands below."""
    where = (
        "[...document.querySelector('.change.reworded .two').children].map((side) => side.getBoundingClientRect().top)"
    )
    old, new = open_page(pages["comparison"], viewport={"width": 1280, "height": 900}).evaluate(where)
    assert old == new
    old, new = open_page(pages["comparison"], viewport={"width": 360, "height": 800}).evaluate(where)
    assert old < new


def test_a_point_in_the_drawing_leads_to_its_redline(open_page: Any, pages: dict[str, Path]) -> None:
    """Clicking a number of the later text goes to its row."""
    page = open_page(pages["comparison"], viewport={"width": 1280, "height": 900})
    link = page.locator(".flow a").nth(3)
    target = link.get_attribute("href")
    link.click()
    assert page.evaluate("location.hash") == target
    assert page.locator(target).is_visible()


def test_parties_are_told_apart_without_colour(open_page: Any, pages: dict[str, Path]) -> None:
    """Each alternative carries its party's letters, no two parties have the same, and the full name is spoken."""
    page = open_page(pages["odd"], viewport={"width": 1280, "height": 900})
    letters = page.locator(".key.parties .who [aria-hidden]").all_inner_texts()
    assert len(letters) == len(set(letters)) == 7
    assert page.locator(".alternative .who .aloud").first.inner_text() == "East"


def test_a_problem_in_the_margin_leads_to_what_was_found(open_page: Any, pages: dict[str, Path]) -> None:
    """The margin of a provision leads to the list of that kind of problem, and back."""
    page = open_page(pages["rolling"], viewport={"width": 1280, "height": 900})
    page.click("#p-pull-back .trouble.grave a")
    assert page.evaluate("location.hash") == "#problem-deadlock"
    page.click("#problem-deadlock + ul a[href='#p-silos']")
    assert page.evaluate("location.hash") == "#p-silos"


def test_a_draft_page_on_paper_shows_everything(open_page: Any, pages: dict[str, Path]) -> None:
    """Printing unfolds all, leaves the controls out, and keeps the drawings within the sheet."""
    page = open_page(pages["rolling"], viewport={"width": 794, "height": 1123})
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details:not([open])").count() == 0
    assert page.locator(".side").is_hidden()
    assert page.locator(".past p").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 794
    widths = page.evaluate("[...document.querySelectorAll('.chart')].map((c) => c.getBoundingClientRect().right)")
    assert max(widths) <= 794
