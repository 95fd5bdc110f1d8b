"""Handing in as a person does: dropped, with progress; and the same without a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

_DROP = """
(names) => {
  const transfer = new DataTransfer();
  const file = (name) => new File([`Russia and Ukraine met in Geneva. This is ${name}`], name, {type: "text/plain"});
  for (const name of names) transfer.items.add(file(name));
  const said = {dataTransfer: transfer, bubbles: true, cancelable: true};
  for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, said));
}
"""


@pytest.fixture
def tolerated() -> str:
    """What cannot be read is said with 422, of which a browser tells too."""
    return "422"


def test_files_are_dropped_and_become_reports(open_page: Callable[..., Any]) -> None:
    """Whoever drops them has to say who may be shown them; then they are sent in parcels, and read."""
    page = open_page("/reports")
    page.evaluate(_DROP, [f"dropped {n}.txt" for n in range(42)])
    assert "42 files" in page.inner_text(".chosen")
    form = page.locator("form[data-files]")
    form.get_by_role("button", name="Hand in").click()
    assert page.locator(".progress").is_hidden()  # no marking: the browser asks for it
    form.locator("select[name=marking]").select_option("GREEN")
    form.get_by_role("button", name="Hand in").click()
    page.get_by_text("42 files of 42 handed in").wait_for()
    page.locator("#inbox .done-job").first.wait_for(state="attached", timeout=180_000)  # folded away, where many are
    page.goto("/reports?order=added")
    page.locator(".report-list a").first.click()
    page.locator("article.text mark").first.wait_for()
    assert "TLP:GREEN" in page.inner_text("main")


def test_a_text_is_pasted_without_leaving_the_page(open_page: Callable[..., Any]) -> None:
    """What is missing is said above it, and what was typed stays."""
    page = open_page("/reports")
    page.get_by_text("Text", exact=True).click()
    form = page.locator("form:has(textarea)")
    form.locator("textarea").fill("Russia and Ukraine met in Geneva.")
    form.locator("select[name=marking]").select_option("CLEAR")
    form.locator("input[name=url]").fill("https://")
    form.locator("input[name=url]").evaluate("each => each.type = 'text'")
    form.get_by_role("button", name="Hand in").click()
    page.locator("#notice .problem").wait_for()
    assert form.locator("textarea").input_value()


def test_everything_is_handed_in_without_a_script(open_page: Callable[..., Any], tmp_path: Path) -> None:
    """A plain form, answered by the page of the list."""
    (tmp_path / "plain.txt").write_text("Arvenia and Belmark met in Lindholm.", encoding="utf-8")
    page = open_page("/reports", java_script_enabled=False)
    page.get_by_text("Files", exact=True).click()
    form = page.locator("form[data-files]")
    form.locator("input[type=file]").set_input_files(str(tmp_path / "plain.txt"))
    form.locator("select[name=marking]").select_option("AMBER")
    form.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/reports?handed=1#inbox")
    assert "plain.txt" in page.inner_text("#inbox")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation(open_page: Callable[..., Any], scheme: str, width: int) -> None:
    """On each page of the room, with every fold open; nothing scrolls sideways."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    page = open_page("/reports", viewport={"width": width, "height": 900}, color_scheme=scheme)
    report = page.locator(".report-list a").first.get_attribute("href")
    for path in ("/reports", report, f"{report}?at=0-40", "/reports/rejections", "/reports/retired", "/reports/inbox"):
        page.goto(path)
        page.evaluate("for (const details of document.querySelectorAll('details:not([name])')) details.open = true")
        results = Axe().run(page)
        assert results.violations_count == 0, f"{path}: {results.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
