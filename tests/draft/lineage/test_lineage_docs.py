"""What the pages on lineage and merging show is what the program does."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "docs" / "explanation"


@pytest.mark.parametrize("name", ["draft-lineage.md", "draft-merge.md"])
def test_every_example_runs_as_shown(name: str) -> None:
    """Each page has at least one worked example, and each example gives what it says."""
    failed, tried = doctest.testfile(str(FOLDER / name), module_relative=False)
    assert tried > 0
    assert failed == 0
