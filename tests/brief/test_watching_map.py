"""The map page: every incident is counted once, every mark opens some of its own, and nothing can break out of it."""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
from pathlib import Path

import map_ledgers
import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.brief.watching.map import Choices, MapPage, map_page, map_to_html, map_to_json
from goodoffices.brief.watching.map.cells import cells_of
from goodoffices.brief.watching.map.listing import listed_rows
from goodoffices.brief.watching.map.marks import SHAPES, beside, radius, sign_of, signs
from goodoffices.brief.watching.map.tally import tally_of
from goodoffices.cli import main
from goodoffices.record import Marking
from goodoffices.watch.incidents import LabelColumn, empty_table, incident_kinds
from goodoffices.watch.ledger import ledger_of


def page_of(folder: Path, **choices: object) -> MapPage:
    """The page of the made-up ledger."""
    table, ledger = map_ledgers.made()
    return map_page(
        ledger,
        title="Ceasefire",
        table=table,
        zones=map_ledgers.zones_in(folder),
        choices=Choices(**choices),  # type: ignore[arg-type]
        marking=Marking.GREEN,
        generated=dt.datetime(2026, 6, 1, tzinfo=dt.UTC),
    )


def test_every_incident_is_drawn_once_or_said_to_be_missing(tmp_path: Path) -> None:
    """Marks, cells, numbers and the legend add up to the incidents on the sheet; the rest is outside or nowhere."""
    page = page_of(tmp_path)
    assert page.counted + page.outside_count + page.placeless == 400 - 10
    assert page.placeless == 1
    assert page.outside_count >= 3
    assert {each.view.id for each in page.outside} >= {"i0", "i1", "i2"}
    assert page.rows == 400
    assert page.counted == sum(cell.count for cell in page.cells) == int(page.tally.count.sum())
    assert page.counted == sum(mark.count for cell in page.cells for mark in cell.marks)
    assert page.counted == sum(kind.count for kind in page.kinds)


def test_every_mark_opens_incidents_of_its_own(tmp_path: Path) -> None:
    """With a small list too: each cell that is drawn lists at least its latest incident, with its source."""
    for shown in (3000, 80):
        page = page_of(tmp_path, shown=shown)
        assert page.listed == min(shown, page.counted)
        for cell in page.cells:
            assert cell.incidents
            assert all(each.view.source for each in cell.incidents)
            assert page.levels[page.level].of[cell.incidents[0].cell] == int(cell.id.removeprefix("at-"))


def test_an_incident_told_twice_names_both_sources(tmp_path: Path) -> None:
    """Row 30 tells again of what row 20 tells: one mark, two sources with their links."""
    page = page_of(tmp_path)
    listed = {each.view.id: each for cell in page.cells for each in cell.incidents}
    assert "i30" not in listed
    assert listed["i20"].others == (("Mission", ("https://example.org/30",)),)


def test_coarser_cells_hold_whole_finer_ones(tmp_path: Path) -> None:
    """Whatever the level, numbers add up to the same."""
    page = page_of(tmp_path)
    for level in page.levels:
        assert len(level.of) == len(page.levels[-1].x)
        assert max(level.of) == len(level.x) - 1
    assert [level.across for level in page.levels][:2] == [128.0, 64.0]


def test_choices_narrow_what_is_drawn(tmp_path: Path) -> None:
    """Kinds and days are taken as they are given."""
    page = page_of(tmp_path, kinds=("mine",), since=dt.date(2026, 2, 1), until=dt.date(2026, 2, 28))
    assert page.tally.kinds == ("mine",)
    assert page.first is not None
    assert page.last is not None
    assert dt.date(2026, 2, 1) <= page.first <= page.last <= dt.date(2026, 2, 28)


def test_zones_bear_kind_dates_and_number(tmp_path: Path) -> None:
    """An area with dates, a line and a point; incidents within the area are counted."""
    zones = map_ledgers.zones_in(tmp_path)
    table, _ = map_ledgers.made()
    ledger = map_ledgers.zoned(table, zones)
    north, line, gate = map_page(ledger, title="x", table=table, zones=zones).zones
    assert (north.label, north.dates) == ("buffer or demilitarised zone", "1 February 2026 to 15 March 2026")
    assert north.count > 20
    assert line.line
    assert line.path.startswith("M")
    assert gate.path.startswith("M")


def test_the_page_states_whose_borders_it_draws(tmp_path: Path) -> None:
    """By default nobody's, in words, with each disputed area that is seen; another choice is stated as well."""
    html = map_to_html(page_of(tmp_path))
    assert "Borders: nobody&#39;s" in html
    assert "Disputed areas are hatched and belong to no country." in html
    assert re.search(r'<th scope="row">Kherson oblast</th><td>Ukraine; Russia</td><td>hatched, nobody&#39;s</td>', html)
    other = map_to_html(page_of(tmp_path, borders="un"))
    assert "This is not a map of the United Nations" in other
    assert re.search(r'<th scope="row">Kherson oblast</th><td>Ukraine; Russia</td><td>part of Ukraine</td>', other)


def test_no_text_breaks_out_of_the_page(tmp_path: Path) -> None:
    """What a report says is escaped, a link that is no web address is left out, and the policy lets nothing in."""
    html = map_to_html(page_of(tmp_path))
    assert "<script>alert" not in html
    assert "javascript:" not in html
    assert html.count("</script>") == 2
    assert "default-src &#39;none&#39;" in html
    assert "TLP:GREEN" in html
    assert not re.search(r'(src|href)="(?!#|https://example\.org/)', html)
    assert not re.search(r"\sstyle=", html)


def test_a_place_name_cannot_end_the_script() -> None:
    """A place called `</script>` stays a name, on the map and in the data of the script."""
    table, _ = map_ledgers.made(40)
    columns = {name: table[name] for name in table.column_names}
    columns["place"] = LabelColumn.of([map_ledgers.HOSTILE] * 40)
    hostile = type(table)(columns)
    html = map_to_html(map_page(ledger_of(hostile), title=map_ledgers.HOSTILE, table=hostile))
    assert html.count("</script>") == 2
    assert json.loads(re.search(r'id="data">(.*?)</script>', html, re.DOTALL).group(1))["counted"] > 30  # type: ignore[union-attr]


def test_a_book_without_incidents_has_a_map(tmp_path: Path) -> None:
    """Zones alone are drawn; without those the whole world is, and the page says that there is nothing."""
    empty = ledger_of(empty_table())
    page = map_page(empty, title="Nothing yet", zones=map_ledgers.zones_in(tmp_path))
    assert (page.counted, page.cells, page.first) == (0, (), None)
    assert "0 incidents" in map_to_html(page)
    assert len(map_page(empty, title="Nothing at all").sheet.ground.countries) > 150


def test_json_gives_the_numbers_without_the_drawing(tmp_path: Path) -> None:
    """Cells with their incidents, zones, borders; no path of the drawing."""
    document = json.loads(map_to_json(page_of(tmp_path)))
    assert document["borders"]["name"] == "none"
    assert "kherson_oblast" in document["hatched"]
    assert sum(cell["count"] for cell in document["cells"]) == document["counted"]
    assert not {"sheet", "levels", "tally"} & set(document)


def test_the_data_of_a_page_have_one_order(tmp_path: Path) -> None:
    """The same incidents give the same bytes in every run: nothing stands in the order of a set."""
    data = json.loads(
        re.findall(r'<script type="application/json" id="data">(.*?)</script>', map_to_html(page_of(tmp_path)))[0]
    )
    assert len(data["shapes"]) > 1
    assert list(data["shapes"]) == sorted(data["shapes"])


def test_packed_numbers_come_out_as_they_went_in(tmp_path: Path) -> None:
    """Read as the script reads them: seven bits a byte, steps between keys and counts in turn."""
    tally = page_of(tmp_path).tally
    data, numbers, at = base64.b64decode(tally.packed()), [], 0
    while at < len(data):
        number, place = 0, 1
        while True:
            number, place, at, last = number + (data[at] & 127) * place, place * 128, at + 1, data[at] < 128
            if last:
                break
        numbers.append(number)
    keys, counts = np.cumsum(numbers[::2]), numbers[1::2]
    assert counts == tally.count.tolist()
    assert (keys % len(tally.starts)).tolist() == tally.span.tolist()
    assert (keys // (len(tally.starts) * len(tally.actors) * len(tally.kinds))).tolist() == tally.cell.tolist()


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from("abc"), st.integers(0, 10**7)), min_size=1, max_size=60))
def test_a_tally_counts_everything_once(rows: list[tuple[int, str, int]]) -> None:
    """The numbers of a tally add up, and each row finds its own place among them."""
    cells = np.array([row[0] for row in rows], dtype=np.int64)
    words = LabelColumn.of([row[1] for row in rows])
    minutes = np.array([row[2] for row in rows], dtype=np.int64)
    tally = tally_of(cells, words, words, minutes)
    assert int(tally.count.sum()) == len(rows)
    for cell, word, minute in rows:
        kind, actor, span = tally.place_of(word, word, minute)
        found = (tally.cell == cell) & (tally.kind == kind) & (tally.actor == actor) & (tally.span == span)
        assert tally.count[found].sum() >= 1
        day = dt.date(1970, 1, 1) + dt.timedelta(minutes=minute)
        assert 0 <= (day - tally.starts[span]).days < 7 * tally.weeks


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 800)), min_size=1, max_size=80),
    st.integers(1, 20),
)
def test_cells_keep_to_their_number(points: list[tuple[float, float]], most: int) -> None:
    """However many places, the finest level has no more cells than asked for, and each holds its own incidents."""
    x, y = np.array([p[0] for p in points]), np.array([p[1] for p in points])
    cells = cells_of(x / 100, y / 100, x, y, most)
    assert len(cells.finest.x) <= most
    assert set(cells.of_row.tolist()) == set(range(len(cells.finest.x)))
    for level in cells.levels:
        assert set(level.of_finest.tolist()) == set(range(len(level.x)))


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3), st.integers(0, 50)), min_size=1, max_size=60),
    st.integers(1, 40),
)
def test_the_latest_of_every_cell_is_listed_first_of_all(rows: list[tuple[int, int, int]], most: int) -> None:
    """No cell lists a second incident while another lists none; the list is the latest first."""
    cells, kinds, minutes = (np.array([row[n] for row in rows], dtype=np.int64) for n in range(3))
    chosen = listed_rows(cells, kinds, minutes, most)
    assert len(chosen) == min(most, len(rows)) == len(set(chosen.tolist()))
    assert (np.diff(minutes[chosen]) <= 0).all()
    counts = np.bincount(cells[chosen], minlength=7)
    there = np.unique(cells)
    if (counts[there] == 0).any():
        assert counts.max() == 1
    for cell in there[counts[there] > 0]:
        assert minutes[chosen][cells[chosen] == cell].max() == minutes[cells == cell].max()


def test_every_kind_has_a_sign_of_its_own() -> None:
    """The whole vocabulary of kinds, each with a pair of shape and colour that no other has."""
    assert set(signs()) == set(incident_kinds())
    pairs = {(sign.shape, sign.colour) for sign in signs().values()}
    assert len(pairs) == len(signs())
    assert {shape for shape, _ in pairs} | {sign_of("").shape} <= set(SHAPES)


def test_many_kinds_at_one_place_share_a_mark() -> None:
    """Beyond five, the rest is one mark that holds the remaining number; a kind without a sign is in it too."""
    kinds = {kind: 20 - n for n, kind in enumerate(list(signs())[:8])} | {"stone_throwing": 3}
    marks = beside(kinds, 0, 0, 1.0)
    assert len(marks) == 5
    assert marks[-1].kind == ""
    assert sum(mark.count for mark in marks) == sum(kinds.values())


def test_areas_of_marks_grow_with_numbers() -> None:
    """Four times the number has twice the radius, between the least and the largest."""
    assert radius(40, 2.0) == pytest.approx(2 * radius(10, 2.0))
    assert radius(1, 0.001) == radius(2, 0.001) > 0


def test_the_command_writes_a_map(tmp_path: Path) -> None:
    """`watch map BOOK` writes one page, says where, and refuses borders that are not there in one line."""
    runner = CliRunner()
    book = tmp_path / "book"
    assert runner.invoke(main, ["watch", "new", str(book)]).exit_code == 0
    map_ledgers.zones_in(book)
    rows = ["id,date,latitude,longitude,event_type,actor1,source,notes"]
    rows += [f"e{n},2026-{n + 1:02d}-01,{42 + n}.5,{30 + n}.5,Shelling,North,Mission,report {n}" for n in range(9)]
    (tmp_path / "incidents.csv").write_text("\n".join(rows), encoding="utf-8")
    loaded = runner.invoke(main, ["watch", "load", str(book), str(tmp_path / "incidents.csv")])
    assert loaded.exit_code == 0, loaded.output
    out = tmp_path / "map.html"
    done = runner.invoke(main, ["watch", "map", str(book), "-o", str(out)])
    assert done.exit_code == 0, done.output
    assert "9 incidents" in out.read_text(encoding="utf-8")
    as_json = runner.invoke(main, ["watch", "map", str(book), "--format", "json", "--borders", "de-facto"])
    assert json.loads(as_json.stdout)["borders"]["name"] == "de-facto"
    wrong = runner.invoke(main, ["watch", "map", str(book), "--borders", "moon"])
    assert wrong.exit_code == 1
    assert "there are no borders 'moon'" in wrong.output
