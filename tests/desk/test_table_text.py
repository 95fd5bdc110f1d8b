"""Tables as CSV and JSON: nothing in them runs, nothing is lost, and each says whom it is for."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import tracemalloc
from typing import Any

import msgspec
import pytest
import table_sample as sample
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goodoffices.desk.tables import (
    FORMS,
    Ground,
    build_table,
    csv_parts,
    export,
    file_name,
    json_parts,
    make_table,
    table_schema,
    to_csv,
    to_json,
)
from goodoffices.desk.tables.json_form import TableForm
from goodoffices.desk.tables.plain import disarmed
from goodoffices.record import InputError, Marking

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.fixture(scope="module")
def ground() -> Ground:
    """The ground of the made-up process."""
    return sample.ground()


def read_csv(data: bytes) -> list[list[str]]:
    """Read a CSV as any program does."""
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


@pytest.mark.parametrize("name", sample.NAMES)
def test_no_cell_of_a_csv_begins_like_a_formula(name: str, ground: Ground) -> None:
    """Whatever a report says, no text cell begins with a sign that a spreadsheet takes for a formula."""
    table = build_table(name, ground)
    rows = read_csv(to_csv(table))
    assert rows[0] == list(table.names)
    assert len(rows) == len(table) + 1
    for row in rows[1:]:
        for column, text in zip(table.columns, row, strict=True):
            if column.type not in {"number", "date", "moment"}:
                assert not text.startswith(SIGNS), (column.name, text)


def test_a_formula_out_of_a_report_is_a_text(ground: Ground) -> None:
    """The hostile position is there, letter for letter, behind an apostrophe."""
    assert f"'{sample.FORMULA}" in {row[7] for row in read_csv(to_csv(build_table("positions", ground)))}


@pytest.mark.parametrize("lead", ["", " ", "\u00a0", "\ufeff", "\u200b ", "\u3000"])
@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_of_a_formula_is_disarmed(sign: str, lead: str) -> None:
    """Each sign, plain or in full width, alone or behind blanks that a spreadsheet trims, gets an apostrophe."""
    assert disarmed(f"{lead}{sign}1") == f"'{lead}{sign}1"


@pytest.mark.parametrize("text", ["", "a=1", "1-2", "'=1", "“-”", "שלום", "(=1)", "  a"])
def test_other_texts_are_left_alone(text: str) -> None:
    """A text that is no formula is written letter for letter."""
    assert disarmed(text) == text


def test_numbers_and_days_are_not_touched() -> None:
    """A negative number stays a number."""
    columns: Any = [
        ("n", "N", "number"),
        ("d", "D", "date"),
        ("m", "M", "moment"),
        ("f", "F", "flag"),
        ("l", "L", "list"),
    ]
    moment = dt.datetime(2026, 3, 2, 19, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    table = make_table(
        "x",
        "X",
        columns,
        [(-3, dt.date(2026, 3, 2), moment, False, ("-a", "b"))],
        audience=Marking.RED,
        marking=Marking.RED,
    )
    assert read_csv(to_csv(table))[1] == ["-3", "2026-03-02", "2026-03-02T18:30:00Z", "false", "'-a | b"]


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
@example(['a"b,c\r\nd', "\x00", "é"])
def test_a_csv_can_be_read_back(texts: list[str]) -> None:
    """Quotes, commas and line ends come back as they were, behind the apostrophe where there is one."""
    table = sample.one_column(*texts)
    read = [row[0] if row else "" for row in read_csv(to_csv(table))[1:]]
    assert read == [disarmed(text) for text in texts]


def test_the_byte_order_mark_stands_once_at_the_front() -> None:
    """With a mark, a CSV of many parts has it in the first alone; without, in none."""
    table = sample.one_column(*map(str, range(1_200)))
    assert to_csv(table, bom=True).startswith(b"\xef\xbb\xbfit\r\n")
    assert to_csv(table, bom=True).count(b"\xef\xbb\xbf") == 1
    assert to_csv(table).startswith(b"it\r\n")


@pytest.mark.parametrize("form", ["csv", "json"])
def test_many_rows_stream_without_being_held(form: str) -> None:
    """A table of 60,000 rows is written in parts: at no time is more than a small share of it in memory."""
    table = make_table("many", "Many", sample.HEAD, [], audience=Marking.RED, marking=Marking.RED)
    parts = {"csv": csv_parts, "json": json_parts}[form]
    tracemalloc.start()
    size = sum(len(part) for part in parts(table, sample.rows_of(60_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 1_500_000
    assert peak < 1_000_000


@pytest.mark.parametrize("name", sample.NAMES)
def test_json_fits_its_schema_and_holds_every_cell(name: str, ground: Ground) -> None:
    """A table as JSON says what it is, fits its schema, and has its texts letter for letter."""
    table = build_table(name, ground)
    document = msgspec.json.decode(to_json(table))
    assert msgspec.json.decode(to_json(table), type=TableForm).name == name
    assert set(document) == set(table_schema()["$defs"]["TableForm"]["properties"])
    assert document["format"] == "goodoffices.table/1"
    assert (document["audience"], document["marking"]) == ("AMBER", "GREEN")
    assert len(document["rows"]) == len(table)
    assert all(list(row) == list(table.names) for row in document["rows"])


def test_json_keeps_what_csv_must_disarm(ground: Ground) -> None:
    """The hostile position is in JSON as the report has it, and days are ISO 8601."""
    document = msgspec.json.decode(to_json(build_table("positions", ground)))
    assert sample.FORMULA in {row["text"] for row in document["rows"]}
    assert {row["published"] for row in document["rows"]} == {"2026-03-03", None}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_chosen_by_its_ending(form: str, ground: Ground) -> None:
    """Each form writes bytes, and a file is named after the table, its marking and its day, in plain letters."""
    table = build_table("positions", ground)
    assert len(export(table, form)) > 500
    assert file_name(table, form) == f"positions-tlp-green-2026-03-17.{form}"
    assert re.fullmatch(r"[a-z0-9.-]+", file_name(table, form))


def test_a_csv_for_a_spreadsheet_has_its_mark(ground: Ground) -> None:
    """What is downloaded as CSV opens with its accents right."""
    assert export(build_table("positions", ground), "csv").startswith(b"\xef\xbb\xbf")


def test_no_such_form_is_told_with_those_that_there_are(ground: Ground) -> None:
    """An unknown ending is refused with the endings that there are."""
    with pytest.raises(InputError, match="there is no form 'exe'; use one of csv, xlsx, json, docx"):
        export(build_table("positions", ground), "exe")
