"""The incident table: columns of words, merging, the file, and properties of reading."""

from __future__ import annotations

import csv
import datetime as dt
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.record.errors import InputError
from goodoffices.watch.incidents import (
    IncidentTable,
    LabelColumn,
    TextColumn,
    empty_table,
    incident_kinds,
    kind_of,
    load_incidents,
    merge_tables,
    read_incidents,
    write_incidents,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n"), max_size=8)


def read_rows(rows: list[list[str]], folder: Path, header: str = "id,date,lat,lon,notes") -> IncidentTable:
    """Read rows of a made-up file."""
    path = folder / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header.split(","), *rows])
    return read_incidents(path)[0]


@given(st.lists(WORDS), st.data())
def test_columns_of_words_behave_like_lists(words: list[str], data: st.DataObject) -> None:
    """What goes in comes out: by place, mask, order and comparison."""
    order = np.array(data.draw(st.lists(st.integers(0, len(words) - 1))) if words else [], dtype=np.int64)
    for column in (TextColumn.of(words), LabelColumn.of(words)):
        assert column.tolist() == words
        assert [column[place] for place in range(len(words))] == words
        assert column[order].tolist() == [words[place] for place in order]
        assert column[::-1].tolist() == words[::-1]
        wanted = words[0] if words else "x"
        assert (column == wanted).tolist() == [word == wanted for word in words]
        assert np.asarray(column).tolist() == words


def test_a_table_needs_every_column() -> None:
    """A missing column, or one of another length, is refused."""
    columns = {name: empty_table()[name] for name in empty_table()}
    with pytest.raises(InputError, match="columns of"):
        IncidentTable({**columns, "killed": np.zeros(2, dtype=np.int32)})
    columns.pop("killed")
    with pytest.raises(InputError, match="no column 'killed'"):
        IncidentTable(columns)


def test_the_same_file_again_adds_nothing(tmp_path: Path) -> None:
    """Merging is idempotent; new rows come behind, corrected ones take the place of the old and are named."""
    rows = [["a", "2024-05-01", "48", "37", "x"], ["b", "2024-05-02", "48", "37", "y"]]
    old = read_rows(rows, tmp_path)
    again = merge_tables(old, read_rows(rows, tmp_path))
    assert (again.added, again.repeated, again.revised) == (0, 2, ())
    assert again.table["id"].tolist() == ["a", "b"]
    new = read_rows([["b", "2024-05-02", "48", "37", "corrected"], ["c", "2024-05-03", "48", "37", "z"]], tmp_path)
    merged = merge_tables(old, new)
    assert (merged.added, merged.repeated, merged.revised) == (1, 0, ("b",))
    assert merged.table["id"].tolist() == ["a", "b", "c"]
    assert merged.table["text"].tolist() == ["x", "corrected", "z"]
    assert old["text"].tolist() == ["x", "y"]
    assert merge_tables(merged.table, new).revised == ()


def test_an_empty_table_merges_with_any(tmp_path: Path) -> None:
    """Nothing and something is something, either way round."""
    table = read_rows([["a", "2024-05-01", "48", "37", "x"]], tmp_path)
    assert merge_tables(empty_table(), table).table["text"].tolist() == ["x"]
    assert merge_tables(table, empty_table()).table["text"].tolist() == ["x"]
    assert len(merge_tables(empty_table(), empty_table()).table) == 0


@settings(max_examples=25)  # each writes files
@given(st.lists(st.tuples(WORDS, WORDS), max_size=6))
def test_a_table_comes_back_from_its_file(texts: list[tuple[str, str]]) -> None:
    """Written and loaded, every column is the same."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [[f"r{row}", "2024-05-01", "48", "37", f"{one}{other}"] for row, (one, other) in enumerate(texts)]
        table = read_rows(rows, folder)
        loaded = load_incidents(write_incidents(table, folder / "incidents.npz"))
        for column in table:
            assert str(np.asarray(loaded[column]).tolist()) == str(np.asarray(table[column]).tolist()), column


def test_what_is_no_incident_table_is_refused(tmp_path: Path) -> None:
    """A missing file, one of another kind, and a damaged one."""
    (tmp_path / "text.npz").write_text("hello", encoding="utf-8")
    whole = write_incidents(empty_table(), tmp_path / "whole.npz").read_bytes()
    (tmp_path / "half.npz").write_bytes(whole[: len(whole) // 2])
    for name in ("none.npz", "text.npz", "half.npz"):
        with pytest.raises(InputError, match="is no incident table"):
            load_incidents(tmp_path / name)


@settings(max_examples=40)  # each writes a file
@given(
    st.lists(
        st.tuples(
            CELLS, st.dates(dt.date(1990, 1, 1), dt.date(2024, 1, 1)), st.floats(-120, 120), st.floats(-200, 200)
        ),
        max_size=12,
    )
)
def test_every_row_is_loaded_or_listed(rows: list[tuple[str, dt.date, float, float]]) -> None:
    """Nothing is lost in silence, whatever the cells: rows loaded and rows listed are all the rows, each once."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["id", "date", "latitude", "longitude"])
            writer.writerows(rows)
        table, rejections = read_incidents(path)
    assert sorted([*table["row"].tolist(), *(rejection.row for rejection in rejections)]) == list(
        range(1, len(rows) + 1)
    )
    assert all(rejection.reason for rejection in rejections)
    assert len(set(table["id"].tolist())) == len(table)
    assert (np.abs(table["latitude"]) <= 90).all()
    assert (table["earliest"] <= table["latest"]).all()


@settings(max_examples=40)  # each writes three files
@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_one_error(raw: bytes) -> None:
    """Bytes that are no file of incidents end in the program's own error, never in another."""
    with tempfile.TemporaryDirectory() as name:
        for kind in ("a.csv", "a.json", "a.jsonl"):
            path = Path(name) / kind
            path.write_bytes(raw)
            try:
                table, _ = read_incidents(path)
            except InputError:
                continue
            assert len(table) == 0


@pytest.mark.parametrize(
    ("given_as", "kind"),
    [
        ("Shelling/artillery/missile attack", "shelling"),
        ("Armed clash", "clash"),
        ("UAV attack on a depot", "drone_strike"),
        ("ракет|удар", "missile_strike"),
        ("вибух", "explosion"),
        ("", ""),
        ("Cattle raid of the north", "cattle_raid_of_the_north"),
    ],
)
def test_kinds_come_to_one_vocabulary(given_as: str, kind: str) -> None:
    """What files call it, phrases, stems in Ukrainian and Russian; an unknown word stays itself."""
    assert kind_of(given_as) == kind
    assert kind in {*incident_kinds(), "", "cattle_raid_of_the_north"}
