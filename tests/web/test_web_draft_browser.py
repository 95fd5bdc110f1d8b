"""The draft room as a person uses it: written, checked as they type, decided, compared; without a script too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[2] / "examples"
_TEXTS = ("1-hosts", "2-second-round", "3-saltmouth")


def keep(page: Any, source: str) -> None:
    """Keep a new text through the form of the list."""
    page.goto("/draft")
    page.locator("textarea[name=source]").fill(source)
    page.locator("select[name=marking]").select_option("AMBER")
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/draft/agreement-saltmouth*")


def text_of(name: str) -> str:
    """One of the example texts."""
    return (EXAMPLES / "draft" / f"{name}.md").read_text(encoding="utf-8")


def test_a_text_is_written_checked_decided_and_compared(open_page: Callable[..., Any]) -> None:
    """From a pasted text to a provision edited with checks beside it, a bracket decided, and the redline of both."""
    page = open_page("/draft")
    keep(page, text_of("3-saltmouth"))
    page.get_by_role("link", name="Edit 15").click()
    page.locator("#checked h2").wait_for()
    page.locator("#words").fill("Street names shall be shown in both languages, as Article 77 says.")
    page.get_by_text("New with this edit").wait_for()
    assert "77" in page.inner_text("#checked")
    page.locator("#words").fill("The Town Council shall show street names in both languages within 90 days of signing.")
    page.get_by_text("Mended by it").wait_for()
    page.locator("input[name=why]").fill("somebody is named now")
    page.get_by_role("button", name="Save as a new version").click()
    page.get_by_text("Your version is kept.").wait_for()
    page.get_by_role("link", name="Bracket 1 opens").click()
    page.locator("li:has(#side-2) button[value=accept]").click()
    page.get_by_text("The bracket is decided").wait_for()
    assert "pull back its heavy weapons 20 kilometres" in page.inner_text("#p-pull-back")
    page.get_by_role("navigation", name="Pages of this text").get_by_role("link", name="Versions").click()
    page.locator("select[name=a]").select_option("1")
    page.get_by_role("button", name="Show the redline").click()
    page.locator("del", has_text="10 | 20").or_(page.locator("del", has_text="10")).first.wait_for()
    shown = page.locator(".change.same").count()
    page.locator("#show-same").uncheck()
    assert shown
    assert page.locator(".change.same").first.is_hidden()


def test_leaving_with_changes_that_are_not_saved_asks_first(open_page: Callable[..., Any]) -> None:
    """The browser asks; whoever stays keeps what they typed."""
    page = open_page("/draft")
    keep(page, text_of("3-saltmouth"))
    page.get_by_role("link", name="Edit the text").click()
    page.locator("#source").press_sequentially("x")
    asked: list[str] = []

    def stay(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_role("link", name="Leave it").click()
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert page.url.endswith("/edit")


def test_everything_works_without_a_script(open_page: Callable[..., Any]) -> None:
    """Check is a button, saving a plain form, and the page comes back with what was typed."""
    page = open_page("/draft", java_script_enabled=False)
    keep(page, text_of("3-saltmouth"))
    page.get_by_role("link", name="Edit 15").click()
    page.locator("#words").fill("Street names shall be shown as Article 77 says.")
    page.get_by_role("button", name="Check").click()
    assert "New with this edit" in page.inner_text("#checked")
    assert page.locator("#words").input_value() == "Street names shall be shown as Article 77 says."
    page.get_by_role("button", name="Save as a new version").click()
    assert "Your version is kept." in page.inner_text("main")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation(open_page: Callable[..., Any], scheme: str, width: int) -> None:
    """On each page of the room, with every fold open; nothing scrolls sideways."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    page = open_page("/draft", viewport={"width": width, "height": 900}, color_scheme=scheme)
    keep(page, text_of(_TEXTS[0]))
    for name in _TEXTS[1:]:
        page.goto("/draft/agreement-saltmouth/edit")
        page.locator("#source").fill(text_of(name))
        page.get_by_role("button", name="Save as a new version").click()
        page.get_by_text("Your version is kept.").wait_for()
    pages = (
        "",
        "checks",
        "order",
        "provides",
        "trace",
        "deal",
        "versions",
        "log",
        "merge",
        "edit",
        "add",
        "brackets/1",
    )
    shown = ("compare?a=1&b=3", "edit?provision=pull-back", "?version=1")
    for path in ("/draft", *(f"/draft/agreement-saltmouth/{each}".replace("/?", "?") for each in (*pages, *shown))):
        page.goto(path.rstrip("/"))
        page.evaluate("for (const details of document.querySelectorAll('details:not([name])')) details.open = true")
        page.wait_for_load_state("networkidle")
        results = Axe().run(page)
        assert results.violations_count == 0, f"{path}: {results.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
