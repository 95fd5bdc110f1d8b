"""Words marked with the mouse become a finding; without a script a sentence does; axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.record import Marking
from goodoffices.record.store import Store

pytestmark = pytest.mark.browser

_MARK = """
([from, to]) => {
  const text = document.querySelector("article.text");
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const start = node.data.indexOf(from), end = node.data.indexOf(to);
    if (start >= 0) range.setStart(node, start);
    if (end >= 0) range.setEnd(node, end + to.length);
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}
"""


def _report(store: Store) -> str:
    return next(each.id for each in store.view(Marking.RED).reports() if each.marking is Marking.CLEAR)


@pytest.fixture
def tolerated() -> str:
    """What does not fit is said with 422, of which a browser tells too."""
    return "422"


def test_marked_words_become_a_finding(open_page: Callable[..., Any], store: Store) -> None:
    """Marked over two sentences, past the signs of findings between them: the words of the report and nothing else."""
    page = open_page(f"/reports/{_report(store)}")
    offer = page.get_by_role("link", name="Add a finding from these words")
    assert offer.is_hidden()
    page.evaluate(_MARK, ["made progress", "A market was shelled"])
    offer.click()
    assert page.inner_text("mark") == "made progress. A market was shelled"
    page.get_by_role("link", name="later").last.click()
    assert page.inner_text("mark") == "made progress. A market was shelled over"
    page.get_by_role("link", name="Meeting").click()
    page.get_by_label("Who met, 1").fill("Arvenia")
    page.get_by_label("Who met, 2").fill("The Fen League")
    page.get_by_label("Place").fill("the old mill")
    page.get_by_role("button", name="Add the finding").click()
    assert "nobody called 'The Fen League'" in page.inner_text(".problem")
    page.get_by_label("The Fen League is a").select_option("group")
    page.get_by_role("button", name="Add the finding").click()
    page.get_by_text("Added by hand").wait_for()
    said = page.inner_text("h1")
    assert "the old mill" in said
    page.goto("/record?kind=meeting")
    assert said in page.inner_text("main")


def test_without_a_script_a_sentence_becomes_one(open_page: Callable[..., Any], store: Store) -> None:
    """From its link, by plain forms; and taken back by whoever added it."""
    page = open_page(f"/reports/{_report(store)}", java_script_enabled=False)
    page.get_by_role("link", name="Add a missed finding").click()
    page.get_by_role("link", name="The two delegations met in Lindholm.").click()
    page.get_by_role("link", name="Event", exact=True).click()
    page.locator("select[name=field-text-kind]").select_option("other")
    page.locator("textarea[name=field-text-text]").fill("a ferry was hired")
    page.get_by_role("button", name="Add the finding").click()
    assert "a ferry was hired" in page.inner_text("h1").lower()
    page.get_by_role("button", name="Take it back").click()
    assert "taken back by whoever added it" in page.inner_text("main")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_no_violation(open_page: Callable[..., Any], store: Store, scheme: str, width: int) -> None:
    """Choosing a sentence, the forms of two kinds, and the form that came back."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    report = _report(store)
    page = open_page(f"/reports/{report}/add", color_scheme=scheme, viewport={"width": width, "height": 900})
    for kind in ("", "position", "meeting"):
        if kind:
            page.goto(f"/reports/{report}/add?at=0-20&kind={kind}")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_label("Who met, 1").fill("The Fen League")
    page.get_by_role("button", name="Add the finding").click()
    page.locator(".problem").wait_for()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
