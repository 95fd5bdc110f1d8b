"""The weigh room as a person uses it: the front moves as one types; no script is needed; axe finds nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from screens import reached

from goodoffices.record import Marking
from goodoffices.web import Settings, create_app
from goodoffices.web.moments import now

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAME = "saltmouth-talks"


@pytest.fixture
def address(case: Path) -> Iterator[str]:
    """A workbench with one model that a browser reaches."""
    app = create_app(Settings(case=str(case)))
    desk = app.state.bench.desk
    for n, file in enumerate(("prisoners-and-corridor", "two-banks")):
        text = (EXAMPLES / "weigh" / f"{file}.yaml").read_text(encoding="utf-8")
        kept: dict[str, Any] = {"by": "ana", "at": now(), "marking": Marking.CLEAR, "title": "Saltmouth talks"}
        desk.save("model", NAME if n else "tarn-road", text, after=0, **kept)
    with reached(app) as place:
        yield place


@pytest.fixture
def tolerated() -> str:
    """What cannot be read is said with 422, of which a browser tells too."""
    return "422"


def test_the_front_moves_as_one_types(open_page: Callable[..., Any]) -> None:
    """A score is typed: the answer follows by itself, the saved front stays behind it, the field keeps its focus."""
    page = open_page("/weigh/tarn-road")
    assert page.locator("#answer .ghost").count() == 0
    field = page.locator("details.side-of[open] .scores input").nth(2)
    field.click()
    field.fill("70")
    page.wait_for_selector("#answer .ghost", state="attached")
    assert "There is a deal" in page.inner_text("#told")
    assert page.evaluate("document.activeElement.name") == field.get_attribute("name")
    field.fill("plenty")
    page.wait_for_selector("#answer .problem")
    assert "is no number" in page.inner_text("#answer")


def test_it_works_without_a_script(open_page: Callable[..., Any]) -> None:
    """Weigh, change, save, compare: by plain forms."""
    page = open_page("/weigh/tarn-road", java_script_enabled=False)
    page.locator("details.side-of[open] .scores input").first.fill("70")
    page.get_by_role("button", name="Weigh", exact=True).click()
    assert "Not saved" in page.inner_text(".bar-of-model")
    page.get_by_role("button", name="Edit as YAML").click()
    assert "value: 70" in page.locator("textarea[name=text]").input_value()
    page.get_by_role("button", name="Save as a new version").click()
    assert "Saved as version 2" in page.inner_text("main")
    page.get_by_role("link", name="Versions").click()
    page.get_by_role("button", name="Compare").click()
    assert "parties / Government / scores" in page.inner_text("main")


def test_a_fault_of_the_yaml_is_one_click_away(open_page: Callable[..., Any]) -> None:
    """The line of a fault is marked in the text."""
    page = open_page("/weigh/tarn-road?as=yaml")
    text = page.locator("#yaml")
    text.fill(text.input_value().replace("reservation: 20", "reservation: 2000"))
    page.locator("#answer a[data-line]").click()
    chosen = page.evaluate("(() => { const t = document.getElementById('yaml');"
                           " return t.value.slice(t.selectionStart, t.selectionEnd); })()")  # fmt: skip
    assert "reservation: 2000" in chosen


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(open_page: Callable[..., Any], scheme: str, width: int) -> None:
    """Every page of the room, on a phone and a laptop, light and dark; no page is wider than its window."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    paths = [
        *("/weigh", f"/weigh/{NAME}", f"/weigh/{NAME}?as=yaml", f"/weigh/{NAME}/report", f"/weigh/{NAME}/versions"),
        *(f"/weigh/{NAME}/compare?a=1&b=1", "/thread", "/thread?issue=economy"),
    ]
    page = open_page("/weigh", viewport={"width": width, "height": 900}, color_scheme=scheme)
    for path in paths:
        page.goto(path)
        found = axe.Axe().run(page)
        assert found.violations_count == 0, (path, re.sub(r"\n\s*\n", "\n", found.generate_report())[:1500])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
