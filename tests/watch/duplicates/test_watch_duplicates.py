"""Reports of one incident: linked within the tolerances, apart beyond them, doubtful ones for a person."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.watch.duplicates import Tolerances, duplicate_pairs, link_duplicates
from goodoffices.watch.duplicates.clusters import Clusters
from goodoffices.watch.duplicates.vicinity import distance_km, near_pairs
from goodoffices.watch.duplicates.wording import word_keys
from goodoffices.watch.incidents import IncidentTable, empty_table, read_incidents

HEADER = ["id", "date", "latitude", "longitude", "precision_km", "kind", "killed", "source", "url", "notes"]
STRIKE = [
    "1",
    "2024-05-01",
    "48.10",
    "37.70",
    "2",
    "shelling",
    "2",
    "Alpha",
    "https://a.example/1",
    "Shelling of the mill in Verkhnia kills two",
]


def table_of(folder: Path, *rows: list[str], header: list[str] = HEADER) -> IncidentTable:
    """Read rows of a made-up file."""
    path = folder / "reports.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    table, rejections = read_incidents(path)
    assert rejections == []
    return table


def changed(row: list[str], **cells: str) -> list[str]:
    """Change some cells of a row."""
    return [cells.get(name, cell) for name, cell in zip(HEADER, row, strict=True)]


OTHER_WORDS = changed(
    STRIKE, id="2", date="2024-05-02", latitude="48.115", longitude="37.71", source="Beta", url="https://b.example/2",
    kind="artillery fire", notes="Two dead as artillery fire hits a mill in Verchnya",
)  # fmt: skip


def test_moved_shifted_and_told_in_other_words_is_one_incident(tmp_path: Path) -> None:
    """Two kilometres and a day away, by another source in other words and another spelling."""
    table = table_of(tmp_path, STRIKE, OTHER_WORDS)
    assert link_duplicates(table).tolist() == [0, 0]
    pairs = duplicate_pairs(table)
    assert (pairs.left.tolist(), pairs.right.tolist()) == ([0], [1])
    assert pairs.probability[0] > 0.8
    assert not pairs.look.any()


@pytest.mark.parametrize(
    "cells",
    [
        {"latitude": "48.60"},
        {"date": "2024-05-04"},
        {"kind": "protest", "killed": "0", "notes": "Farmers march through the town against the price of grain"},
    ],
)
def test_far_late_or_of_another_kind_is_another_incident(tmp_path: Path, cells: dict[str, str]) -> None:
    """Beyond the tolerances, or plainly something else."""
    assert link_duplicates(table_of(tmp_path, STRIKE, changed(OTHER_WORDS, **cells))).tolist() == [0, 1]


def test_tolerances_are_the_users(tmp_path: Path) -> None:
    """Three days apart is one incident where the user says so."""
    table = table_of(tmp_path, STRIKE, changed(OTHER_WORDS, date="2024-05-03"))
    assert link_duplicates(table).tolist() == [0, 1]
    assert link_duplicates(table, Tolerances(days=3)).tolist() == [0, 0]


def test_one_report_repeated_is_one(tmp_path: Path) -> None:
    """One link and one text, on the next day and at another place, is one report; unless told otherwise."""
    table = table_of(tmp_path, STRIKE, changed(STRIKE, id="2", date="2024-05-02", latitude="49.9"))
    assert link_duplicates(table).tolist() == [0, 0]
    assert duplicate_pairs(table).same_report.tolist() == [True]
    assert link_duplicates(table, Tolerances(same_report_anywhere=False)).tolist() == [0, 1]
    later = table_of(tmp_path, STRIKE, changed(STRIKE, id="2", date="2024-07-02"))
    assert link_duplicates(later).tolist() == [0, 1]


def test_a_crowded_place_asks_for_more_alike_words(tmp_path: Path) -> None:
    """Where there is shelling every day, nearness says little: the same pair is no longer linked for sure."""
    crowd = [
        changed(
            STRIKE,
            id=f"c{day}-{hour}",
            date=f"2024-{4 + day // 30:02d}-{1 + day % 30:02d}",
            killed="",
            source="Gamma",
            url="",
            notes=f"entry {day} {hour}",
        )
        for day in range(60)
        for hour in range(12)
    ]
    bare = changed(OTHER_WORDS, notes="")
    alone = duplicate_pairs(table_of(tmp_path, STRIKE, bare))
    crowded = duplicate_pairs(table_of(tmp_path, STRIKE, bare, *crowd))
    chances = crowded.probability[(crowded.left == 0) & (crowded.right == 1)]
    assert alone.probability[0] > 0.8
    assert chances.size == 0 or chances[0] < alone.probability[0] - 0.2


VIINA = ["event_id_1pd", "date", "longitude", "latitude", "sources_matching", "source_urls", "representative_text"]


def test_a_data_set_of_incidents_keeps_them_apart_and_says_so(tmp_path: Path) -> None:
    """VIINA has told the incidents of a place and day apart: a likely pair is not linked but is to be looked at."""
    one = ["1", "20240501", "37.7", "48.1", "alpha", "https://a.example/1", "Вибух на складі боєприпасів у місті"]
    two = ["2", "20240501", "37.7", "48.1", "beta", "https://b.example/2", "Взрыв на складе боеприпасов в городе"]
    table = table_of(tmp_path, one, two, header=VIINA)
    assert link_duplicates(table).tolist() == [0, 1]
    pairs = duplicate_pairs(table).to_look_at()
    assert (pairs.left.tolist(), pairs.right.tolist()) == ([0], [1])


def test_nothing_and_one() -> None:
    """An empty table has no clusters."""
    assert link_duplicates(empty_table()).tolist() == []
    assert len(duplicate_pairs(empty_table())) == 0


@settings(max_examples=30)  # each writes files
@given(st.permutations(range(6)))
def test_the_order_of_rows_changes_no_cluster(order: list[int]) -> None:
    """The same reports in another order are the same incidents."""
    rows = [
        STRIKE,
        OTHER_WORDS,
        changed(STRIKE, id="3", date="2024-05-20", url="", notes="Mortar rounds fall near the bridge"),
        changed(OTHER_WORDS, id="4", date="2024-05-21", url="", notes="Near the bridge mortar rounds fell"),
        changed(STRIKE, id="5", latitude="50.4", url="", notes="A drone is seen over the town"),
        changed(STRIKE, id="6", longitude="30.1", url="", notes="Sirens"),
    ]
    with tempfile.TemporaryDirectory() as name:
        table = table_of(Path(name), *(rows[place] for place in order))
    clusters = link_duplicates(table)
    by_id = dict(zip(table["id"].tolist(), clusters.tolist(), strict=True))
    groups = {tuple(sorted(row for row in by_id if by_id[row] == cluster)) for cluster in by_id.values()}
    assert groups == {("1", "2"), ("3", "4"), ("5",), ("6",)}
    assert list(dict.fromkeys(clusters.tolist())) == list(range(4))


@given(
    st.lists(st.tuples(st.floats(-89, 89), st.floats(-180, 180), st.integers(0, 5)), min_size=1, max_size=40),
    st.floats(2, 25),
)
def test_no_near_pair_is_missed(rows: list[tuple[float, float, int]], km: float) -> None:
    """Every pair within the distance and a day is among the candidates, near the poles and the antimeridian too."""
    latitude, longitude = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    latitude[len(rows) // 2 :] = latitude[: len(rows) - len(rows) // 2] + 0.01
    longitude[len(rows) // 2 :] = (longitude[: len(rows) - len(rows) // 2] + 180.01) % 360 - 180
    day = np.array([row[2] for row in rows], dtype=np.int64)
    left, right = near_pairs(latitude, longitude, day, km=km, days=1, orders=[np.arange(len(rows))])
    found = set(zip(left.tolist(), right.tolist(), strict=True))
    one, other = np.triu_indices(len(rows), 1)
    near = (distance_km(latitude, longitude, one, other) < 0.99 * km) & (np.abs(day[one] - day[other]) <= 1)
    assert found >= set(zip(one[near].tolist(), other[near].tolist(), strict=True))
    assert len(found) == len(left)


def test_a_crowd_is_not_compared_with_itself_pair_by_pair() -> None:
    """Ten thousand reports of one place and day give pairs in proportion, and like ones among them still meet."""
    rows = 10_000
    marks = np.arange(rows, dtype=np.int64) // 2
    same = np.zeros(rows)
    left, right = near_pairs(same + 48, same + 37, same.astype(np.int64), km=5, days=1, orders=[marks])
    assert len(left) < 70 * rows
    assert set(zip(range(0, rows, 2), range(1, rows, 2), strict=True)) <= set(
        zip(left.tolist(), right.tolist(), strict=True)
    )


def test_one_sure_pair_chains_no_crowds() -> None:
    """Two clusters whose pairs speak against it on the whole stay two."""
    times = np.zeros(4, dtype=np.int64)
    clusters = Clusters(times, times)
    pairs = [(0, 1, 5.0), (2, 3, 5.0), (1, 2, 1.0), (0, 2, -3.0), (0, 3, -3.0), (1, 3, -3.0)]
    clusters.weigh(pairs)
    assert [clusters.join(one, other, 2) for one, other, odds in pairs if odds > 0] == [True, True, False]
    assert clusters.numbers().tolist() == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Харків", "Kharkiv"),
        ("аэродром", "аеродром"),
        ("Zaporizhzhia", "Zaporozhye"),
        ("Łódź", "Lódz"),
        ("об'єкт", "обʼєкт"),
    ],
)
def test_spellings_come_together(one: str, other: str) -> None:
    """Scripts, marks and usual ways of writing a name do not tell words apart."""
    assert word_keys(one, 4) == word_keys(other, 4)


def test_words_are_found_in_time() -> None:
    """A text of one word a million times, or of one endless word, is no more work than any."""
    assert word_keys("word " * 1_000_000, 4) == ["vord"]
    assert word_keys("a" * 1_000_000, 4) == ["aaaa"]
