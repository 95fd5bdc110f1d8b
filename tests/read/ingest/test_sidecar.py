"""The sidecar: what `meta.json` says, and what it gets wrong."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from goodoffices.read.ingest import ingest
from goodoffices.record import Marking, Rejection, Report

TEXT = "The two delegations met in Cairo, officials said."


def take(folder: Path, sidecar: object) -> tuple[Report, list[Rejection]]:
    """Read one report beside a sidecar."""
    (folder / "01.txt").write_text(TEXT, encoding="utf-8")
    written = sidecar if isinstance(sidecar, str) else json.dumps(sidecar)
    (folder / "meta.json").write_text(written, encoding="utf-8")
    taken = list(ingest([folder]))
    (report,) = [each for each in taken if isinstance(each, Report)]
    return report, [each for each in taken if isinstance(each, Rejection)]


def test_every_key(tmp_path: Path) -> None:
    """All that a sidecar can say reaches the report."""
    entry = {
        "published": "2026-01-07T23:30:00+02:00",
        "outlet": "Gulf  Wire",
        "url": "https://example.org/1",
        "title": "Talks resume",
        "author": "Jane Doe",
        "language": "en-GB",
        "marking": "AMBER+STRICT",
        "collected_by": "another program's key",
    }
    report, rejections = take(tmp_path, {"01.txt": entry})
    assert rejections == []
    assert report.published == dt.date(2026, 1, 7)
    assert (report.outlet, report.url, report.title) == ("Gulf Wire", "https://example.org/1", "Talks resume")
    assert (report.author, report.language, report.marking) == ("Jane Doe", "en-GB", Marking.AMBER_STRICT)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"published": "yesterday"}, ["'01.txt'", "'published'", "'yesterday'", "YYYY-MM-DD"]),
        ({"published": 20260107}, ["'01.txt'", "'published'", "quotation marks"]),
        ({"publised": "2026-01-07"}, ["'01.txt'", "'publised'", "is 'published' meant"]),
        ("2026-01-07", ["'01.txt'", "must be an object"]),
    ],
)
def test_a_bad_entry_names_file_and_key(tmp_path: Path, entry: object, words: list[str]) -> None:
    """What a sidecar gets wrong is listed with the file and the key; the report is read, its day unknown."""
    report, (rejection,) = take(tmp_path, {"01.txt": entry})
    assert report.published is None
    assert rejection.what.endswith("meta.json")
    for word in words:
        assert word in rejection.reason


def test_one_bad_key_leaves_the_others(tmp_path: Path) -> None:
    """A bad date does not cost the outlet."""
    report, rejections = take(tmp_path, {"01.txt": {"published": "?", "outlet": "Wire"}})
    assert (report.outlet, len(rejections)) == ("Wire", 1)


@pytest.mark.parametrize("written", ["{", "[]", '{"01.txt": ', "[" * 100_000])
def test_a_broken_sidecar(tmp_path: Path, written: str) -> None:
    """A sidecar that is no JSON object is listed once, and the reports are read without it."""
    report, (rejection,) = take(tmp_path, written)
    assert report.text == TEXT
    assert report.marking is Marking.CLEAR
    assert "read without it" in rejection.reason


@pytest.mark.parametrize("entry", [{"marking": "secret"}, {"markings": "RED"}, {"marking": 5}])
def test_a_marking_that_cannot_be_read_restricts(tmp_path: Path, entry: object) -> None:
    """A report that was to be restricted is never shown for a spelling mistake."""
    report, (rejection,) = take(tmp_path, {"01.txt": entry})
    assert report.marking is Marking.RED
    assert "TLP:RED until" in rejection.reason


def test_a_broken_sidecar_with_markings_restricts(tmp_path: Path) -> None:
    """Where markings are lost with the file, all are taken as the most restricted."""
    report, (rejection,) = take(tmp_path, '{"01.txt": {"marking": "AMBER"}')
    assert report.marking is Marking.RED
    assert "TLP:RED" in rejection.reason


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """An entry for a file that is missing is listed: its name may be misspelt."""
    _, (rejection,) = take(tmp_path, {"1.txt": {"published": "2026-01-07"}})
    assert "'1.txt' is not in the folder" in rejection.reason
