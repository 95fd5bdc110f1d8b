"""What the page on exports shows is what the program does."""

from __future__ import annotations

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "draft-exports.md"


def test_every_example_of_the_page_runs_as_shown() -> None:
    """The page has worked examples, and each gives what it says."""
    failed, tried = doctest.testfile(str(PAGE), module_relative=False)
    assert tried > 0
    assert failed == 0
