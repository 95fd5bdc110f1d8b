"""Tables as workbooks: typed, whole, and with no formula whatever a report says."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pytest
import table_sample as sample
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.desk.tables import (
    Ground,
    Row,
    build_table,
    make_table,
    to_xlsx,
    write_xlsx,
)
from goodoffices.record import Marking


@pytest.fixture(scope="module")
def ground() -> Ground:
    """The ground of the made-up process."""
    return sample.ground()


def read_xlsx(data: bytes) -> Any:
    """Read the first sheet of a workbook."""
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


@pytest.mark.parametrize("name", sample.NAMES)
def test_a_workbook_has_every_row_and_no_formula(name: str, ground: Ground) -> None:
    """Each cell is a text, a number, a day or a flag; the head is frozen, and the sheet has all rows."""
    table = build_table(name, ground)
    sheet = read_xlsx(to_xlsx(table))
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == [column.label for column in table.columns]
    assert sheet.max_row == len(table) + 1
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "inlineStr", "n", "d", "b"}
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_a_formula_is_stored_as_text(ground: Ground) -> None:
    """The hostile position stands in its cell letter for letter, as text, and stays text where it is edited."""
    sheet = read_xlsx(to_xlsx(build_table("positions", ground)))
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == sample.FORMULA)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    data = zipfile.ZipFile(io.BytesIO(to_xlsx(build_table("positions", ground)))).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in data


def test_days_moments_and_numbers_are_typed() -> None:
    """A day is a day, a moment is one in UTC, a number and a flag are what they are; what is unknown is empty."""
    columns: Any = [
        ("d", "D", "date"),
        ("m", "M", "moment"),
        ("n", "N", "number"),
        ("f", "F", "flag"),
        ("t", "T", "text"),
    ]
    moment = dt.datetime(2026, 3, 2, 19, 30, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    rows: list[Row] = [
        (dt.date(2026, 3, 2), moment, 0.25, True, "a"),
        (None, None, None, None, None),
        (dt.date(1899, 5, 1), None, float("nan"), False, ""),
    ]
    sheet = read_xlsx(to_xlsx(make_table("x", "X", columns, rows, audience=Marking.RED, marking=Marking.RED)))
    first, second, third = ([cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=4))
    assert first == [dt.datetime(2026, 3, 2), dt.datetime(2026, 3, 2, 18, 30, 5), 0.25, True, "a"]  # noqa: DTZ001  as a sheet has it
    assert second == [None] * 5
    assert third == ["1899-05-01", None, None, False, None]


def test_signs_that_a_sheet_cannot_hold_do_not_break_it() -> None:
    """Control characters are replaced, codes of signs stay texts, and a text that is too long is cut with a sign."""
    texts = ("a\x00b\x0bc", "<&>\"'", "line\nline", "x" * 40_000, "#N/A", "_x0041_", "\U0001f54a שלום", "a\ud800b")
    sheet = read_xlsx(to_xlsx(sample.one_column(*texts)))
    values = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert values[:3] == ["a\ufffdb\ufffdc", "<&>\"'", "line\nline"]
    assert len(values[3]) == 32_767
    assert values[3].endswith("x…")
    assert values[4:] == ["#N/A", "_x005F_x0041_", "\U0001f54a שלום", "a\ufffdb"]


@settings(max_examples=50, deadline=None)  # a workbook takes some time where the machine is busy
@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=6))
def test_any_text_makes_a_workbook_that_opens(texts: list[str]) -> None:
    """Whatever the text, the workbook opens and has its rows."""
    assert read_xlsx(to_xlsx(sample.one_column(*texts))).max_row == len(texts) + 1


def test_a_long_text_is_cut_as_a_sheet_counts() -> None:
    """A sheet counts in UTF-16: a text of signs that take two units is cut at half as many, and never within one."""
    value = read_xlsx(to_xlsx(sample.one_column("\U0001f54a" * 20_000)))["A2"].value
    assert len(value.encode("utf-16-le")) // 2 <= 32_767
    assert value == "\U0001f54a" * 16_383 + "…"


def test_a_sheet_is_never_called_what_excel_keeps_for_itself() -> None:
    """A table with the title History opens in Excel."""
    table = make_table("h", "History", sample.HEAD, [], audience=Marking.RED, marking=Marking.RED)
    assert openpyxl.load_workbook(io.BytesIO(to_xlsx(table))).sheetnames == ["The history", "About"]


def test_rows_go_on_in_a_further_sheet_and_none_is_lost() -> None:
    """Where a sheet is full, the next one takes the rest, also of rows that are made one by one."""
    table = make_table("many", "Many/rows: [all]?", sample.HEAD, [], audience=Marking.RED, marking=Marking.AMBER)
    for number, wanted in ((9, [5, 4]), (10, [5, 5]), (11, [5, 5, 1]), (0, [0])):
        file = io.BytesIO()
        write_xlsx(table, file, sample.rows_of(number), sheet_rows=5)
        sheets = openpyxl.load_workbook(io.BytesIO(file.getvalue())).worksheets
        assert [sheet.max_row - 1 for sheet in sheets[:-1]] == wanted
        held = [row[1].value for sheet in sheets[:-1] for row in sheet.iter_rows(min_row=2)]
        assert held == list(range(number))
        assert sheets[-1].title == "About"


def test_the_about_sheet_says_whom_it_is_for(ground: Ground) -> None:
    """Title, marking, audience, moment, number of rows, the note, and what each column means."""
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(build_table("positions", ground))))
    told: dict[object, object] = {}
    for row in book["About"].iter_rows():
        told.setdefault(row[0].value, row[1].value)
    assert (told["Marking"], told["Made for"]) == ("TLP:GREEN", "TLP:AMBER")
    assert (told["Rows"], told["Note"]) == (len(build_table("positions", ground)), "case sample")
    assert told["Stance"] == "stance"
    assert book.worksheets[0].oddHeader.center.text == "TLP:GREEN"


def test_the_same_rows_give_the_same_sheet(ground: Ground) -> None:
    """Two workbooks of one table have the same rows in the same bytes."""
    table = build_table("positions", ground)
    one, other = (zipfile.ZipFile(io.BytesIO(to_xlsx(table))).read("xl/worksheets/sheet1.xml") for _ in range(2))
    assert one == other
