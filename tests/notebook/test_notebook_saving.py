"""A case from Python as files and pictures, and as the brief."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.record import InputError


def test_the_brief_has_its_texts(case: Case) -> None:
    """The brief of a case can be written as a page."""
    brief = case.brief(title="The river")
    assert brief.title == "The river"
    assert [len(each.text) > 0 for each in brief.reports] == [True, True]


def test_what_is_shown_names_no_folder(case: Case, place: Path) -> None:
    """The note on every table names the case by its file alone."""
    assert case.positions().table.note == "case river.goodoffices"
    assert str(place.parent) not in (case.positions().to_json() or "")


def test_a_list_can_be_saved_in_each_form(case: Case, tmp_path: Path) -> None:
    """CSV, JSON, XLSX, DOCX as table and as citations, and pictures of the matrix and the timeline."""
    found = case.positions()
    found.to_csv(tmp_path / "p.csv", bom=True)
    found.to_json(tmp_path / "p.json")
    found.to_xlsx(tmp_path / "p.xlsx")
    found.to_docx(tmp_path / "p.docx")
    found.to_docx(tmp_path / "c.docx", citations=True)
    case.matrix().to_png(tmp_path / "m.png")
    case.timeline().to_png(tmp_path / "t.png", width_px=900)
    assert all(file.stat().st_size > 500 for file in tmp_path.glob("[pcmt].*"))
    assert len(list(tmp_path.glob("[pcmt].*"))) == 7
    assert found.citations().count("\n\n") == len(found) - 1


def test_a_narrowed_matrix_and_timeline_draw_what_is_left(case: Case, tmp_path: Path) -> None:
    """A picture of a filtered list has its rows alone; of nothing there is none."""
    whole, part = tmp_path / "whole.png", tmp_path / "part.png"
    case.matrix().to_png(whole)
    case.matrix().on("territory").to_png(part)
    assert int.from_bytes(part.read_bytes()[20:24], "big") < int.from_bytes(whole.read_bytes()[20:24], "big")
    with pytest.raises(InputError, match="no meeting and no event"):
        case.timeline().where(kind="event").to_png(part)
