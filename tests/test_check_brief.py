"""The check that CI runs on a brief from the installed wheel: it sees what it is there to see."""

from __future__ import annotations

import copy
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TOOL = Path(__file__).resolve().parent.parent / "tools" / "check_brief.py"


@pytest.fixture(scope="module")
def check() -> ModuleType:
    """The script, as a module."""
    spec = importlib.util.spec_from_file_location("check_brief", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def brief(check: ModuleType) -> dict[str, Any]:
    """The smallest brief that fills every section."""
    evidence = [{"report": "r-1", "start": 0, "end": 5, "quote": "Talks"}]
    sections = {name: [{"evidence": evidence}] for name in check.SECTIONS}
    return {"format": "goodoffices.brief/1", "reports": [{"id": "r-1", "text": "Talks resumed."}], **sections}


def test_a_right_brief_has_no_fault(check: ModuleType, brief: dict[str, Any]) -> None:
    """A brief whose quotes stand at their offsets passes."""
    assert check.faults_in_json(brief) == []


def test_a_moved_quote_is_a_fault(check: ModuleType, brief: dict[str, Any]) -> None:
    """One offset that is off by one is named, however deep it stands."""
    wrong = copy.deepcopy(brief)
    wrong["disagreements"] = [{"sides": [{"evidence": [{"report": "r-1", "start": 1, "end": 6, "quote": "Talks"}]}]}]
    assert len(check.faults_in_json(wrong)) == 1


def test_an_empty_section_and_another_format_are_faults(check: ModuleType, brief: dict[str, Any]) -> None:
    """The examples fill every section, so an empty one means that something does not work."""
    faults = check.faults_in_json({**brief, "meetings": [], "format": "other"})
    assert faults == ["format is 'other'", "section 'meetings' is empty"]


@pytest.mark.parametrize(
    ("page", "faults"),
    [
        ("<!doctype html><a href='https://example.org'>report</a>", 0),
        ("<!doctype html><img src='data:image/png;base64,AA=='>", 0),
        ("<!doctype html><script src='https://example.org/x.js'></script>", 1),
        ("<!doctype html><link rel=stylesheet href=//example.org/x.css>", 1),
        ("plain text", 1),
    ],
)
def test_a_page_that_fetches_is_a_fault(check: ModuleType, page: str, faults: int) -> None:
    """Scripts, styles and pictures from elsewhere are faults; a link that a person may follow is none."""
    assert len(check.faults_in_html(page)) == faults
