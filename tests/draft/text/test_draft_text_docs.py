"""The reference page of the grammar: each of its examples is read as the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goodoffices.draft.errors import TextError
from goodoffices.draft.text import Document, Status, parse_text, status_label, to_markdown

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "draft-text.md"
EXAMPLES = re.findall(r"```markdown\n(.*?)```\n+```(text|fault)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def listing(document: Document) -> str:
    """List the provisions as the page does."""
    return "".join(
        f"{each.number} | {each.id} | {each.status.value + ' ' if each.status else ''}| {each.heading or each.text}\n"
        for each in document.provisions
    )


def test_the_page_has_its_examples() -> None:
    """Five texts and three faults are shown."""
    assert [kind for _, kind, _ in EXAMPLES].count("text") == 5
    assert [kind for _, kind, _ in EXAMPLES].count("fault") == 3


@pytest.mark.parametrize(("source", "kind", "expected"), EXAMPLES)
def test_each_example_is_read_as_the_page_says(source: str, kind: str, expected: str) -> None:
    """What stands below an example is what the program reads, or the fault that it finds."""
    if kind == "text":
        document = parse_text(source)
        assert listing(document) == expected
        assert to_markdown(document) == source
    else:
        with pytest.raises(TextError) as caught:
            parse_text(source)
        assert str(caught.value) == f"text:{expected.strip()}"


@pytest.mark.parametrize("status", Status)
def test_the_page_names_every_status(status: Status) -> None:
    """Each status stands in the table, and has a label for people."""
    assert f"`.{status.value}`" in PAGE.read_text(encoding="utf-8")
    assert status_label(status)
