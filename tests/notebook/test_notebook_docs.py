"""The reference of the Python API: its examples run."""

from __future__ import annotations

import doctest
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "python.md"


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, examples: Path) -> None:
    """Each example of docs/reference/python.md gives what the page says, from the example reports on."""
    shutil.copytree(examples, tmp_path / "examples" / "paris")
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text(encoding="utf-8")
    examples_found = doctest.DocTestParser().get_doctest(text.replace("```", ""), {}, "python.md", str(PAGE), 0)
    assert len(examples_found.examples) > 25
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    results = runner.run(examples_found)
    assert results.failed == 0


def test_every_question_and_method_is_on_the_page() -> None:
    """The page names each public method of a case and of a list."""
    from goodoffices.notebook import Case, Listing, MatrixListing  # noqa: PLC0415  the page is about them

    text = PAGE.read_text(encoding="utf-8")
    for door in (Case, Listing, MatrixListing):
        for name in set(dir(door)) - set(dir(Sequence)):
            if not name.startswith("_") and name not in {"name", "audience", "shown", "grid"}:
                assert f"{name}(" in text, f"{door.__name__}.{name} is not on the page"
