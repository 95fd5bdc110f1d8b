"""The map in a real browser: no network, no violation, filters, a closer look, the panel, paper, no script needed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import map_ledgers
import pytest
from playwright.sync_api import expect

from goodoffices.brief.watching.map import MapPage, map_page, map_to_html
from goodoffices.watch.incidents import empty_table
from goodoffices.watch.ledger import ledger_of

pytestmark = pytest.mark.browser

SIZE = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def map_view(tmp_path_factory: pytest.TempPathFactory) -> MapPage:
    """The map of the made-up ledger."""
    table, ledger = map_ledgers.made()
    zones = map_ledgers.zones_in(tmp_path_factory.mktemp("zones"))
    generated = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
    return map_page(ledger, title="Ceasefire", table=table, zones=zones, generated=generated)


@pytest.fixture(scope="module")
def map_file(map_view: MapPage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its page on disk."""
    file = tmp_path_factory.mktemp("map") / "map.html"
    file.write_text(map_to_html(map_view), encoding="utf-8")
    return file


def _ready(page: Any) -> Any:
    expect(page.locator("#count")).not_to_have_text("")
    page.wait_for_selector("#marks a[data-cell]")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 834, 1280])
def test_axe_finds_no_violation_on_the_map(open_page: Any, map_file: Path, scheme: str, width: int) -> None:
    """In both colour schemes, at three widths, with every fold and the panel's place open."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    page = _ready(open_page(map_file, viewport={"width": width, "height": 900}, color_scheme=scheme))
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_script_draws_what_the_program_draws(open_page: Any, map_file: Path, map_view: MapPage) -> None:
    """The same numbers as the marks that stand there without a script."""
    page = _ready(open_page(map_file, viewport=SIZE))
    assert page.inner_text("#count") == f"All {map_view.counted} incidents are shown."
    drawn = page.evaluate("[...document.querySelectorAll('#marks a')].map(one => one.getAttribute('aria-label'))")
    assert sum(int(label.split()[0].replace(",", "")) for label in drawn) == map_view.counted


def test_filters_leave_what_fits(open_page: Any, map_file: Path, map_view: MapPage) -> None:
    """By kind, by who is claimed to have done it, by time; clearing brings all back."""
    page = _ready(open_page(map_file, viewport=SIZE))
    mines = next(kind.count for kind in map_view.kinds if kind.name == "mine")
    page.select_option("select[name=kind]", label="mine, booby trap or improvised bomb")
    expect(page.locator("#count")).to_have_text(f"{mines} of {map_view.counted} incidents fit the filter.")
    page.select_option("select[name=actor]", label="nobody named")
    page.locator("#from").fill("5")
    left = int(page.inner_text("#count").split()[0])
    assert 0 < left < mines
    assert "9 February 2026 to" in page.inner_text("#when")
    page.locator("#to").fill("4")  # the two sliders may change places
    assert "2 February 2026 to 15 February 2026" in page.inner_text("#when")
    page.click("button[type=reset]")
    expect(page.locator("#count")).to_have_text(f"All {map_view.counted} incidents are shown.")


def test_zones_fade_when_they_do_not_hold(open_page: Any, map_file: Path) -> None:
    """The northern buffer holds in February and March; in January it is faint."""
    page = _ready(open_page(map_file, viewport=SIZE))
    page.locator("#to").fill("2")
    assert page.locator(".zonelink.past").count() == 1
    assert "North buffer" in page.locator(".zonelink.past").get_attribute("aria-label")
    page.locator("#to").fill("8")
    assert page.locator(".zonelink.past").count() == 0


def test_a_mark_opens_its_incidents_by_keyboard(open_page: Any, map_file: Path) -> None:
    """Enter opens the panel with sources, Escape closes it and the focus is back on the mark."""
    page = _ready(open_page(map_file, viewport=SIZE))
    mark = page.locator("#marks a").first
    label = mark.get_attribute("aria-label")
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel[open]")
    assert page.locator("#panel li.incident").count() == int(label.split()[0])
    assert "Source: " in page.inner_text("#panel")
    page.keyboard.press("Escape")
    page.wait_for_selector("#panel:not([open])", state="attached")
    assert page.evaluate("document.activeElement.closest('#marks') !== null")


def test_a_closer_look_parts_the_marks(open_page: Any, map_file: Path, map_view: MapPage) -> None:
    """Zooming in by button or key shows finer cells, another scale bar, and still every number; 0 shows all."""
    page = _ready(open_page(map_file, viewport=SIZE))
    bar = page.locator("#barkm").text_content()
    before = page.locator("#marks a").first.get_attribute("data-level")
    for _ in range(4):
        page.click("button[data-move=in]")
    expect(page.locator("#marks a").first).not_to_have_attribute("data-level", before)
    assert page.locator("#barkm").text_content() != bar
    page.focus("#mapscroll")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("0")
    expect(page.locator("#marks a").first).to_have_attribute("data-level", before)
    assert page.inner_text("#count") == f"All {map_view.counted} incidents are shown."


def test_without_a_script_marks_lead_to_their_lists(open_page: Any, map_file: Path, map_view: MapPage) -> None:
    """The map stands; no control is offered that would do nothing; a mark's link unfolds its incidents."""
    page = open_page(map_file, viewport=SIZE, java_script_enabled=False)
    assert page.locator("#filterbox").is_hidden()
    assert page.locator("#controls").is_hidden()
    assert page.locator("#marks a").count() == len(map_view.cells)
    cell = map_view.cells[0]
    page.locator(f"#marks a[href='#{cell.id}'] .mark").first.click()
    assert page.locator(f"#{cell.id} li.incident").first.is_visible()


def test_a_map_without_incidents_works(open_page: Any, tmp_path: Path) -> None:
    """A book that is new: the world, no marks, no script error and no violation."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    file = tmp_path / "empty.html"
    file.write_text(map_to_html(map_page(ledger_of(empty_table()), title="Nothing yet")), encoding="utf-8")
    page = open_page(file, viewport=SIZE)
    expect(page.locator("#count")).to_have_text("There is no incident.")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_paper_has_the_map_and_no_controls(open_page: Any, map_file: Path) -> None:
    """Printed, the map, its legend and its statement of borders stand; buttons and sliders do not."""
    page = _ready(open_page(map_file, viewport={"width": 794, "height": 1123}))
    page.emulate_media(media="print")
    assert page.locator("#map").is_visible()
    assert page.locator(".statement").first.is_visible()
    for hidden in ("#controls", "#sliders", ".side"):
        assert page.locator(hidden).is_hidden()
