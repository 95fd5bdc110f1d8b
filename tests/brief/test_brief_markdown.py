"""The brief as Markdown."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from goodoffices.brief import Brief, to_markdown
from goodoffices.brief.markdown.text import plain


@pytest.fixture(scope="module")
def text(brief: Brief) -> str:
    """The Markdown."""
    return to_markdown(brief)


def test_every_finding_has_a_footnote_with_its_quote(text: str, brief: Brief) -> None:
    """Each finding's label has one footnote, which names the outlet and the offsets."""
    for entry in brief.entries:
        notes = re.findall(rf"^\[\^{entry.label}\]: (.*)$", text, re.MULTILINE)
        assert len(notes) == 1
        first = entry.evidence[0]
        assert f"{first.start}–{first.end}" in notes[0]


def test_every_mark_has_its_footnote(text: str) -> None:
    """No mark points nowhere."""
    marks = set(re.findall(r"\[\^(\w+)\](?!:)", text))
    notes = set(re.findall(r"^\[\^(\w+)\]:", text, re.MULTILINE))
    assert marks <= notes


def test_the_sections_are_those_of_the_page(text: str) -> None:
    """The head carries the marking, the sections stand in the order of the page."""
    assert text.startswith("**TLP:GREEN**")
    titles = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert titles[:6] == [
        "In brief",
        "Issues and parties",
        "Positions, issue by issue",
        "The state of each issue, and who says so",
        "What changed",
        "Where the reports disagree",
    ]


def test_nothing_that_a_report_says_becomes_markup(text: str) -> None:
    """Rendered with HTML allowed, hostile names and titles are text: no script, image or bold, no script address."""
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert "<script" not in rendered
    assert "<img" not in rendered
    assert "<b>" not in rendered
    assert "javascript:" not in rendered
    assert "&lt;/script&gt;" in rendered


@pytest.mark.parametrize(
    "hostile", ["# big", "- item", "1. item", "a | b", "[x](y)", "*b*", "`c`", "<i>", "~~s~~", "+ x"]
)
def test_a_text_shows_as_it_is(hostile: str) -> None:
    """Whatever could start a block, a link or a tag is escaped, and reads as it was written."""
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(plain(hostile)).strip()
    unescaped = rendered.removeprefix("<p>").removesuffix("</p>").replace("&lt;", "<").replace("&gt;", ">")
    assert unescaped == hostile
