"""Incidents from files: what is known by its headers, what is listed as rejected, and that the rest is loaded."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import numpy as np
import pytest

from goodoffices.record.errors import InputError
from goodoffices.watch.incidents import COLUMN_NAMES, column_kinds, read_incidents

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
HEADER = "id,date,latitude,longitude,type,notes\n"
GOOD = "a,2024-05-01,48.1,37.7,shelling,heard near the mill\n"


def written(folder: Path, text: str | bytes, name: str = "incidents.csv") -> Path:
    """Write a file."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def many_rows(number: int) -> str:
    """Rows that lie together about 48, 37."""
    return "".join(
        f"n{row},2024-05-0{1 + row % 9},{48 + row % 7 / 10},{37 + row % 5 / 10},shelling,x{row}\n"
        for row in range(number)
    )


def test_a_row_comes_with_all_documented_columns(tmp_path: Path) -> None:
    """Every documented column is there, as long as the others, and says what the row says."""
    table, rejections = read_incidents(written(tmp_path, HEADER + GOOD))
    assert rejections == []
    assert table.column_names == COLUMN_NAMES
    assert {len(table[name]) for name in table} == {1}
    assert (table["id"][0], table["kind"][0], table["text"][0]) == ("a", "shelling", "heard near the mill")
    assert table["earliest"][0] == np.datetime64("2024-05-01T00:00:00")
    assert table["latest"][0] == np.datetime64("2024-05-01T23:59:59")
    assert np.isnan(table["precision_km"][0])
    assert table["killed"][0] == -1


def test_columns_are_held_as_documented(tmp_path: Path) -> None:
    """Numbers and times have the dtype that the list of columns says."""
    table, _ = read_incidents(written(tmp_path, HEADER + GOOD))
    for name, kind in column_kinds().items():
        if kind.held not in {"text", "label"}:
            assert table[name].dtype == np.dtype(kind.held), name


@pytest.mark.parametrize(
    ("row", "reason", "suggestion"),
    [
        ("b,2024-05-01,95,37.7,shelling,x", "latitude 95 lies beyond", "swapped? latitude 37.7, longitude 95"),
        ("b,2024-05-01,-95,137,shelling,x", "latitude -95 lies beyond", "check the latitude"),
        ("b,2024-05-01,48.1,190,shelling,x", "longitude 190 lies beyond", "-170"),
        ("b,2024-05-01,0,0,shelling,x", "the point is 0, 0", "give the place"),
        ("b,2024-05-01,,37.7,shelling,x", "no latitude", "decimal degrees"),
        ('b,2024-05-01,"48,1",37.7,shelling,x', "latitude '48,1' is not a number", "write 48.1"),
        ("b,2024-05-01,inf,37.7,shelling,x", "no latitude", "decimal degrees"),
        ("b,2031-05-01,48.1,37.7,shelling,x", "2031-05-01 lies in the future", "check the year"),
        ("b,,48.1,37.7,shelling,x", "no date", "YYYY-MM-DD"),
        ("b,2024-02-30,48.1,37.7,shelling,x", "the date cannot be read", "YYYY-MM-DD"),
        ("b,03/04/2024,48.1,37.7,shelling,x", "may be day/month or month/day", "day_first"),
        ("b,2024-05-01,48.1,37.7", "4 columns where the header has 6", "every column"),
        ("b,2024-05-01,48.1,37.7,shelling,x" + ",y" * 9_994, "10,000 columns where the header has 6", "quote cells"),
    ],
)
def test_a_bad_row_is_listed_and_the_rest_is_loaded(tmp_path: Path, row: str, reason: str, suggestion: str) -> None:
    """One bad row between two good ones: it is listed with its number, line, reason and a suggestion."""
    other = GOOD.replace("a,", "c,", 1)
    table, rejections = read_incidents(written(tmp_path, f"{HEADER}{GOOD}{row}\n{other}"), now=NOW)
    assert table["id"].tolist() == ["a", "c"]
    assert table["row"].tolist() == [1, 3]
    (rejection,) = rejections
    assert (rejection.row, rejection.line) == (2, 3)
    assert reason in rejection.reason
    assert suggestion in rejection.suggestion


def test_swapped_points_are_suggested_not_mended(tmp_path: Path) -> None:
    """A point that is legal but mirrors where all others lie is listed with the point that was meant."""
    path = written(tmp_path, HEADER + many_rows(20) + "s,2024-05-01,37.2,48.3,shelling,swapped\n")
    table, rejections = read_incidents(path)
    assert len(table) == 20
    assert "look swapped" in rejections[0].reason
    assert "latitude 48.3, longitude 37.2?" in rejections[0].suggestion
    kept, none = read_incidents(path, {"options": {"swapped": "keep"}})
    assert (len(kept), none) == (21, [])
    mended, none = read_incidents(path, {"options": {"swapped": "mend"}})
    assert (float(mended["latitude"][20]), float(mended["longitude"][20]), none) == (48.3, 37.2, [])


def test_a_far_point_that_mirrors_nothing_is_kept(tmp_path: Path) -> None:
    """A lone incident elsewhere is no swap; nor are two regions that mirror each other and both hold many rows."""
    lone = written(tmp_path, HEADER + many_rows(20) + "far,2024-05-01,4.8,31.6,shelling,elsewhere\n")
    assert read_incidents(lone)[1] == []
    mirror = "".join(f"m{row},2024-05-01,37.{row},48.{row},shelling,m{row}\n" for row in range(1, 9))
    assert read_incidents(written(tmp_path, HEADER + many_rows(20) + mirror))[1] == []


def test_a_missing_column_is_one_clear_error(tmp_path: Path) -> None:
    """No latitude and no date: one error that names both, the file's columns and what to write."""
    with pytest.raises(InputError, match=r"no column for latitude and date.*'northing'.*mapping") as caught:
        read_incidents(written(tmp_path, "northing,longitude,text\n1,2,x\n"))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "\n\n", HEADER])
def test_a_file_of_nothing(tmp_path: Path, text: str) -> None:
    """An empty file is an error; a header without rows is an empty table."""
    path = written(tmp_path, text)
    if text.strip():
        table, rejections = read_incidents(path)
        assert (len(table), rejections) == (0, [])
    else:
        with pytest.raises(InputError, match="is empty"):
            read_incidents(path)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    """No traceback of the operating system."""
    with pytest.raises(InputError, match="cannot be opened"):
        read_incidents(tmp_path / "none.csv")


def test_an_open_quotation_mark_takes_one_row_only(tmp_path: Path) -> None:
    """A quotation mark that is never closed does not swallow the rows behind it."""
    path = written(
        tmp_path, f'{HEADER}{GOOD}b,2024-05-01,48.1,37.7,shelling,"never closed\n{GOOD.replace("a,", "c,", 1)}'
    )
    table, rejections = read_incidents(path)
    assert table["id"].tolist() == ["a", "c"]
    assert [(rejection.row, rejection.line) for rejection in rejections] == [(2, 3)]
    assert "quotation mark" in rejections[0].reason


def test_a_quoted_cell_may_hold_lines_and_delimiters(tmp_path: Path) -> None:
    """Lines inside quotation marks are one cell, and later rows keep their line numbers."""
    path = written(tmp_path, f'{HEADER}b,2024-05-01,48.1,37.7,shelling,"one, two\nthree"\nbad\n')
    table, rejections = read_incidents(path)
    assert table["text"].tolist() == ["one, two\nthree"]
    assert [(rejection.row, rejection.line) for rejection in rejections] == [(2, 4)]


def test_two_encodings_in_one_file(tmp_path: Path) -> None:
    """The row in the other encoding is listed with how it reads there; the rest is loaded."""
    good = HEADER + "".join(f"u{row},2024-05-01,48.1,37.7,shelling,обстріл села номер {row}\n" for row in range(6))
    bad = "w,2024-05-01,48.1,37.7,shelling,взрыв на складе боеприпасов в городе\n".encode("cp1251")
    table, rejections = read_incidents(written(tmp_path, good.encode() + bad + GOOD.encode()))
    assert len(table) == 7
    (rejection,) = rejections
    assert rejection.row == 7
    assert "not in the encoding of the file (utf-8)" in rejection.reason
    assert "взрыв на складе" in rejection.value


def test_a_file_wholly_in_another_encoding_is_read(tmp_path: Path) -> None:
    """Windows-1251 from end to end is one encoding, found out; the user can also say it."""
    text = HEADER + "".join(f"w{row},2024-05-01,48.1,37.7,shelling,взрыв на складе боеприпасов\n" for row in range(9))
    path = written(tmp_path, text.encode("cp1251"))
    assert read_incidents(path)[0]["text"][3] == "взрыв на складе боеприпасов"
    assert read_incidents(path, {"options": {"encoding": "cp1251"}})[0]["text"][3] == "взрыв на складе боеприпасов"


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_are_found_out(tmp_path: Path, delimiter: str) -> None:
    """Semicolons, tabs and bars."""
    table, rejections = read_incidents(written(tmp_path, (HEADER + GOOD).replace(",", delimiter)))
    assert (table["id"].tolist(), rejections) == (["a"], [])


def test_acled_columns_are_known(tmp_path: Path) -> None:
    """ACLED's headers need no mapping: kinds, actors, deaths, and its codes of precision as km and days."""
    header = (
        "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,admin1,location,"
        "latitude,longitude,geo_precision,source,notes,fatalities,timestamp"
    )
    row = "UKR1,03 May 2024,2,Battles,Armed clash,Force A,Force B,Oblast,Village,48.1,37.7,2,Outlet,Clash.,3,1714989600"
    table, rejections = read_incidents(written(tmp_path, f"{header}\n{row}\n"))
    assert rejections == []
    record = table.record(0)
    assert (record["id"], record["kind"], record["dataset"]) == ("UKR1", "clash", "acled")
    assert (record["actor"], record["target"], record["killed"]) == ("Force A", "Force B", 3)
    assert record["precision_km"] == 25.0
    assert (record["earliest"], record["latest"]) == ("2024-04-30T00:00:00Z", "2024-05-06T23:59:59Z")
    assert record["recorded"] == "2024-05-06T10:00:00Z"


def test_viina_columns_are_known(tmp_path: Path) -> None:
    """VIINA's reports: kinds and actors are yes/no columns."""
    header = (
        "event_id,report_id,date,time,geonameid,feature_code,asciiname,ADM1_NAME,longitude,latitude,source,url,"
        "text,t_artillery_b,t_airstrike_b,a_rus_b,a_ukr_b"
    )
    row = "7,70,20240503,14:30,1,PPL,Town,Oblast,37.7,48.1,outlet,https://example.org/a,Обстріл,1,0,1,0"
    table, rejections = read_incidents(written(tmp_path, f"{header}\n{row}\n"))
    assert rejections == []
    record = table.record(0)
    assert (record["kind"], record["actor"], record["dataset"]) == ("shelling", "Russia", "viina")
    assert (record["earliest"], record["latest"]) == ("2024-05-03T14:30:00Z", "2024-05-03T14:30:59Z")
    assert record["precision_km"] == 5.0


def test_viina_incidents_of_a_day_are_known() -> None:
    """The strike reports of a year are loaded whole."""
    path = Path(__file__).resolve().parents[4] / "shared" / "watching" / "viina-2022.csv"
    if not path.exists():
        pytest.skip("needs ../shared/watching")
    table, rejections = read_incidents(path)
    assert (len(table), rejections) == (2060, [])
    assert table["dataset"].counts() == {"viina-1pd": 2060}
    assert (table["reports"] > 0).all()


def test_a_mapping_names_other_columns(tmp_path: Path) -> None:
    """Ours to theirs or theirs to ours, as a dictionary or a TOML or JSON file, with kinds, codes and defaults."""
    path = written(tmp_path, "Wann,Nord,Ost,Was,Gut\n3.5.2024,48.1,37.7,Beschuss,B\n")
    columns = {"date": "Wann", "latitude": "Nord", "longitude": "Ost", "kind": "Was", "precision_km": "Gut"}
    whole = {
        "columns": columns,
        "kinds": {"Beschuss": "shelling"},
        "precision_km": {"B": 2.5},
        "defaults": {"source": "M"},
    }
    as_json = written(tmp_path, json.dumps(whole), "mapping.json")
    named = "\n".join(f'{ours} = "{theirs}"' for ours, theirs in columns.items())
    toml = f'[columns]\n{named}\n[kinds]\nBeschuss = "shelling"\n[precision_km]\nB = 2.5\n[defaults]\nsource = "M"'
    as_toml = written(tmp_path, toml, "mapping.toml")
    turned = {**whole, "columns": {theirs: ours for ours, theirs in columns.items()}}
    for mapping in (whole, as_json, str(as_toml), turned):
        table, rejections = read_incidents(path, mapping)
        assert rejections == []
        record = table.record(0)
        assert (record["kind"], record["kind_given"], record["source"]) == ("shelling", "Beschuss", "M")
        assert (record["precision_km"], record["earliest"]) == (2.5, "2024-05-03T00:00:00Z")


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ({"latitude": "lattitude"}, "does not have; did you mean 'latitude'"),
        ({"latitute": "latitude"}, "'latitute' is no column"),
        ({"columns": {}, "colour": {}}, "no table 'colour'"),
        ({"options": {"swapped": "perhaps"}}, "write reject, keep or mend"),
        ({"options": {"timezone": "Mars/Olympus"}}, "timezone 'Mars/Olympus' is not known"),
        ({"options": {"encoding": "klingon"}}, "no encoding"),
        ({"options": {"colour": 1}}, "cannot be used"),
    ],
)
def test_a_wrong_mapping_is_one_clear_error(tmp_path: Path, mapping: dict[str, object], message: str) -> None:
    """What is wrong with it, and what to write instead."""
    with pytest.raises(InputError, match=message):
        read_incidents(written(tmp_path, HEADER + GOOD), mapping)


def test_day_order_is_judged_by_the_file_itself(tmp_path: Path) -> None:
    """One 25/04 tells that the day comes first in all."""
    rows = "a,03/04/2024,48.1,37.7,shelling,x\nb,25/04/2024,48.1,37.7,shelling,x\n"
    table, rejections = read_incidents(written(tmp_path, HEADER + rows))
    assert rejections == []
    assert table["earliest"][0] == np.datetime64("2024-04-03")


@pytest.mark.parametrize(
    ("written_as", "earliest", "latest"),
    [
        ("20240501", "2024-05-01T00:00:00Z", "2024-05-01T23:59:59Z"),
        ("2024-05-01T12:30", "2024-05-01T12:30:00Z", "2024-05-01T12:30:59Z"),
        ("2024-05-01 12:30:05+02:00", "2024-05-01T10:30:05Z", "2024-05-01T10:30:05Z"),
        ("2024-05", "2024-05-01T00:00:00Z", "2024-05-31T23:59:59Z"),
        ("2024-05-01/2024-05-03", "2024-05-01T00:00:00Z", "2024-05-03T23:59:59Z"),
        ("1 травня 2024", "2024-05-01T00:00:00Z", "2024-05-01T23:59:59Z"),
        ("May 1, 2024", "2024-05-01T00:00:00Z", "2024-05-01T23:59:59Z"),
    ],
)
def test_times_keep_the_precision_with_which_they_are_written(
    tmp_path: Path, written_as: str, earliest: str, latest: str
) -> None:
    """A day is a day long, a month a month, a clock time to the minute a minute."""
    table, rejections = read_incidents(written(tmp_path, f'{HEADER}a,"{written_as}",48.1,37.7,shelling,x\n'))
    assert rejections == []
    assert (table.record(0)["earliest"], table.record(0)["latest"]) == (earliest, latest)


def test_a_timezone_holds_for_times_that_give_none(tmp_path: Path) -> None:
    """A local day starts at local midnight, also where the clocks change."""
    table, _ = read_incidents(written(tmp_path, HEADER + GOOD), {"options": {"timezone": "Europe/Kyiv"}})
    assert table["earliest"][0] == np.datetime64("2024-04-30T21:00:00")


def test_rows_without_an_id_are_named_by_what_they_say(tmp_path: Path) -> None:
    """The same row has the same id in another file and place; another row has another."""
    header = "date,lat,lon,type,notes\n"
    one, other = "2024-05-01,48.1,37.7,shelling,x\n", "2024-05-01,48.1,37.7,shelling,y\n"
    first = read_incidents(written(tmp_path, header + one + other))[0]["id"].tolist()
    again = read_incidents(written(tmp_path, header + other + one, "again.csv"))[0]["id"].tolist()
    assert first == again[::-1]
    assert len(set(first)) == 2


def test_a_repeated_row_is_loaded_once_and_listed(tmp_path: Path) -> None:
    """The same row twice is there once; the same id with other content is a row of its own."""
    table, rejections = read_incidents(written(tmp_path, HEADER + GOOD + GOOD + GOOD.replace("mill", "bridge")))
    assert len(table) == 2
    assert table["id"][0] == "a"
    assert table["id"][1].startswith("a~")
    assert [(rejection.row, rejection.reason) for rejection in rejections] == [(2, "says the same as row 1")]


ENTRIES = [
    {"id": 1, "date": "2024-05-01", "lat": 48.1, "lon": 37.7, "kind": "shelling", "killed": 2},
    {"id": 2, "date": "2024-05-02", "lat": 95, "lon": 37.7, "kind": "shelling", "killed": None},
    {"id": 3, "date": "2024-05-03", "lat": 48.2, "lon": 37.8, "kind": "clash"},
]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", json.dumps(ENTRIES)),
        ("a.json", json.dumps({"status": 200, "data": ENTRIES})),
        ("a.jsonl", "\n".join(map(json.dumps, ENTRIES))),
        ("a.json", "\n".join(map(json.dumps, ENTRIES))),
        (
            "a.geojson",
            json.dumps(
                {
                    "type": "FeatureCollection",
                    "features": [
                        {
                            "type": "Feature",
                            "properties": {name: entry.get(name) for name in ("id", "date", "kind", "killed")},
                            "geometry": {"type": "Point", "coordinates": [entry["lon"], entry["lat"]]},
                        }
                        for entry in ENTRIES
                    ],
                }
            ),
        ),
    ],
)
def test_json_in_its_forms(tmp_path: Path, name: str, text: str) -> None:
    """A list, an answer of a service, JSON lines and GeoJSON give the same table and the same rejection."""
    table, rejections = read_incidents(written(tmp_path, text, name))
    assert table["id"].tolist() == ["1", "3"]
    assert table["killed"].tolist() == [2, -1]
    assert [rejection.row for rejection in rejections] == [2]
    assert "latitude 95" in rejections[0].reason


def test_bad_json_objects_are_listed(tmp_path: Path) -> None:
    """A line that is no JSON, one that is no object, a polygon among the points."""
    lines = [json.dumps(ENTRIES[0]), "{oops", "[1, 2]", json.dumps(ENTRIES[2])]
    table, rejections = read_incidents(written(tmp_path, "\n".join(lines), "a.jsonl"))
    assert len(table) == 2
    assert [(rejection.row, rejection.line) for rejection in rejections] == [(2, 2), (3, 3)]
    shape = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": []}}
    assert "not a point" in read_incidents(written(tmp_path, json.dumps([shape]), "b.json"))[1][0].reason


@pytest.mark.parametrize("text", ["{", "3", '{"a": 1}', "[" * 100_000])
def test_json_that_holds_no_incidents_is_one_error(tmp_path: Path, text: str) -> None:
    """Also where it is nested without end."""
    with pytest.raises(InputError, match=r"is not JSON|no list of incidents"):
        read_incidents(written(tmp_path, text, "a.json"))
