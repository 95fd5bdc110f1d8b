"""Circles on a watch book: what is confined to one is nowhere for others, and changes nothing for them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from goodoffices.cli import main
from goodoffices.record import InputError, Marking
from goodoffices.watch.agreement import agreement_for, parse_agreement
from goodoffices.watch.agreement.writing import write_agreement
from goodoffices.watch.book import Book
from goodoffices.watch.errors import WatchError
from goodoffices.watch.log import Attribution, Effort, Finding, Pairing, Retraction, Verdict, entry_id
from goodoffices.watch.viewer import Viewer

AT = dt.datetime(2026, 3, 10, 8, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 5)
HEAD = "id,latitude,longitude,date,kind,place,text,marking,circle\n"
ROW = "{id},48.10,37.10,2026-03-05,shelling,{place},{text},{marking},{circle}\n"
AGREEMENT = """\
agreement: Port Selene ceasefire
in force: 2026-03-01
parties: [North, South]
obligations:
  - {id: ceasefire, owes: [North, South], act: cease fire, duty: refrain, incidents: [shelling]}
  - {id: hidden, owes: North, act: move, due: 2026-03-20, circle: east}
"""
EAST, WEST, NOBODY = (Viewer.of(Marking.RED, (name,)) for name in ("East", "west", "others"))
KEEPER = Viewer.of(Marking.RED)


def row(name: str, *, place: str = "Mill", text: str = "", marking: str = "", circle: str = "") -> str:
    """A line of a file."""
    return ROW.format(id=name, place=place, text=text, marking=marking, circle=circle)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book without incidents."""
    (tmp_path / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    return Book(tmp_path)


def load(book: Book, *lines: str, **more: Any) -> Any:
    """Load some lines."""
    file = book.folder / "rows.csv"
    file.write_text(HEAD + "".join(lines), encoding="utf-8")
    return book.load(file, now=AT, **more)[0]


def ids(book: Book, viewer: Viewer) -> list[str]:
    """The incidents that somebody sees."""
    return sorted(book.seen(None, viewer).table["id"])


def test_rows_of_a_circle_are_shown_to_its_members_and_the_keepers(book: Book) -> None:
    """A circle of the load holds for rows that say none themselves; names are compared without their case."""
    load(book, row("i-1"), row("i-2", circle="West"), circles=("EAST",))
    load(book, row("i-3"))
    assert ids(book, KEEPER) == ["i-1", "i-2", "i-3"]
    assert ids(book, EAST) == ["i-1", "i-3"]
    assert ids(book, WEST) == ["i-2", "i-3"]
    assert ids(book, NOBODY) == ["i-3"]
    assert sorted(book.seen(None, Marking.GREEN).table["id"]) == ["i-3"]
    assert sorted(book.seen(None, Marking.GREEN, ["east"]).table["id"]) == ["i-1", "i-3"]


def test_a_circle_lifts_no_marking(book: Book) -> None:
    """A member sees of the circle's rows those alone that their marking lets them see."""
    load(book, row("i-1", marking="AMBER"), row("i-2"), circles=("east",))
    assert sorted(book.seen(None, Marking.GREEN, ["east"]).table["id"]) == ["i-2"]


def test_a_member_is_told_of_no_other_circle(book: Book) -> None:
    """Of a row that two circles know, each reads its own name; the keepers read both."""
    load(book, row("i-1", circle="east; west"))
    labels = {who: book.seen(None, viewer).table["circles"][0] for who, viewer in (("e", EAST), ("k", KEEPER))}
    assert labels == {"e": "east", "k": "east; west"}


def test_what_one_circle_loads_neither_takes_from_another_nor_shows_in_what_came_of_it(book: Book) -> None:
    """The same row, loaded for two circles by themselves, is new to each and one for the keepers."""
    first = load(book, row("i-1"), circles=("east",), loader=EAST)
    second = load(book, row("i-1"), circles=("west",), loader=WEST)
    assert (first.rows, first.repeated) == (second.rows, second.repeated) == (1, 0)
    assert ids(book, EAST) == ids(book, WEST) == ids(book, KEEPER) == ["i-1"]
    assert book.seen(None, KEEPER).table["circles"][0] == "east; west"
    third = load(book, row("i-1"), loader=NOBODY)
    assert (third.rows, third.repeated) == (1, 0)
    assert ids(book, NOBODY) == ["i-1"]


def test_a_correction_of_one_circle_changes_nothing_for_another(book: Book) -> None:
    """Each reads its own words of one id; a marking given within a circle holds within it alone."""
    load(book, row("i-1", text="open"))
    load(book, row("i-1", text="east knows better"), circles=("east",))
    load(book, row("i-2"), circles=("west",))
    load(book, row("i-2", marking="AMBER"), circles=("east",))
    assert book.seen(None, EAST).table["text"][0] == "east knows better"
    assert book.seen(None, WEST).table["text"][0] == "open"
    assert sorted(book.seen(None, Marking.GREEN, ["west"]).table["id"]) == ["i-1", "i-2"]


def test_nothing_opens_by_oversight(book: Book) -> None:
    """Confined rows that are loaded again without a word of circles stay confined, and so do their corrections."""
    load(book, row("i-1"), row("i-2"), circles=("east",))
    again = load(book, row("i-1"), row("i-2", text="corrected"))
    assert (again.rows, again.repeated) == (1, 1)
    assert ids(book, NOBODY) == []
    assert ids(book, EAST) == ["i-1", "i-2"]


def test_the_keepers_widen_a_circle(book: Book) -> None:
    """Loaded for a second circle, a row is known to both, and that is said."""
    load(book, row("i-1"), circles=("east",))
    again = load(book, row("i-1"), circles=("west",))
    assert (again.widened, again.repeated, again.revised) == (1, 0, 0)
    assert ids(book, WEST) == ids(book, EAST) == ["i-1"]
    assert load(book, row("i-1"), circles=("west",)).repeated == 1


def test_rows_of_one_file_that_share_an_id_are_settled_within_each_circle(book: Book) -> None:
    """A confined row takes no id and no place from an open one, nor from one of another circle."""
    load(book, row("i-1", text="of east", circle="east"), row("i-1", text="of west", circle="west"))
    assert [book.seen(None, each).table["text"][0] for each in (EAST, WEST)] == ["of east", "of west"]
    assert ids(book, NOBODY) == []
    other = Book(book.folder)
    load(other, row("i-9", circle="east"), row("i-9"))
    assert ids(other, NOBODY) == ["i-9"]


def test_loads_are_told_of_as_their_rows_are(book: Book) -> None:
    """Nobody else is told of a load for a circle: neither its file nor that anything was loaded."""
    load(book, row("i-1"), circles=("east",))
    loads = book.loads()
    assert [loads.loads[0].rows_for(each) for each in (EAST, WEST, KEEPER)] == [1, 0, 1]
    assert [book.seen(None, each).has_incidents for each in (EAST, WEST, KEEPER)] == [True, False, True]
    assert loads.key(None, WEST) == loads.key(None, NOBODY) == loads.key(None, Marking.GREEN)
    assert loads.key(None, EAST) != loads.key(None, WEST)


def test_counts_are_kept_apart_for_those_who_see_others_rows(book: Book) -> None:
    """One load with rows of two circles: what is worked out for one is not given to the other."""
    load(book, row("i-1", circle="east"), row("i-2", circle="west"), row("i-3", circle="west"))
    assert [len(book.ledger(None, each).ids) for each in (EAST, WEST, KEEPER)] == [1, 2, 3]


def test_somebody_confines_to_circles_of_their_own(book: Book) -> None:
    """A row that names another circle than those of whoever loads it is listed, and not loaded."""
    done = load(book, row("i-1", circle="west"), row("i-2", circle="east"), loader=EAST)
    assert (done.rows, done.rejected) == (1, 1)
    with pytest.raises(InputError, match="semicolon"):
        load(book, row("i-3"), circles=("a;b",))


def test_zones_and_what_was_agreed_are_confined(book: Book) -> None:
    """A zone and an obligation of a circle are nowhere for others; their numbers have no gap."""
    square = {"type": "Polygon", "coordinates": [[[37, 48], [38, 48], [38, 49], [37, 49], [37, 48]]]}
    features = [
        {"type": "Feature", "properties": {"circle": name} if name else {}, "geometry": square}
        for name in ("east", "", ["west", "east"])
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (book.folder / "zones.geojson").write_text(text, encoding="utf-8")
    seen = {name: book.seen(None, each) for name, each in (("e", EAST), ("n", NOBODY), ("k", KEEPER))}
    assert {name: len(each.zones or ()) for name, each in seen.items()} == {"e": 3, "n": 1, "k": 3}
    assert [zone.id for zone in seen["n"].zones or ()] == ["zone-1"]
    assert len({zone.id for zone in seen["k"].zones or ()}) == 3
    assert [len(each.agreement.obligations) for each in seen.values()] == [2, 1, 2]
    again = parse_agreement(write_agreement(book.agreement))
    assert [each.circles for each in again.obligations] == [(), ("east",)]


def test_what_names_a_confined_thing_is_confined_too() -> None:
    """Words of an obligation would tell of what it names; an agreement of a circle holds nothing for others."""
    open_power = "powers:\n  - {id: snap, holder: Council, act: act, when: hidden is breached}\n"
    with pytest.raises(WatchError, match="confined to east"):
        parse_agreement(AGREEMENT + open_power)
    whole = parse_agreement(AGREEMENT.replace("parties:", "circle: [east, west]\nparties:"))
    assert agreement_for(whole, NOBODY) is None
    assert agreement_for(whole, WEST) is not None
    with pytest.raises(WatchError, match="and the agreement to west"):
        parse_agreement(AGREEMENT.replace("parties:", "circle: west\nparties:"))


def test_entries_are_confined_as_what_they_name(book: Book) -> None:
    """A word on an incident, obligation or zone of a circle is heard within it alone; so is taking it back."""
    load(book, row("i-1", circle="east"), row("i-2"), row("i-3", circle="west"))
    common = {"known": AT, "by": "Commission"}
    entry = book.confined(Attribution(incident="i-1", party="North", confidence=0.4, **common), EAST)  # type: ignore[arg-type]  # plain values
    assert entry.circles == ("east",)
    finding = Finding(obligation="hidden", verdict=Verdict.MET, first=DAY, last=DAY, **common)  # type: ignore[arg-type]  # the same
    book.add(entry, book.confined(finding), Attribution(incident="i-2", party="North", confidence=0.4, **common))  # type: ignore[arg-type]  # the same
    assert [len(book.seen(None, each).log.entries) for each in (EAST, WEST, KEEPER)] == [3, 1, 3]
    back = book.confined(Retraction(entry=entry_id(entry), **common), EAST)  # type: ignore[arg-type]  # the same
    assert back.circles == ("east",)
    with pytest.raises(WatchError, match="an entry for each"):
        book.confined(Pairing(left="i-1", right="i-3", same=True, **common))  # type: ignore[arg-type]  # the same


def test_entries_of_no_circle_keep_their_ids() -> None:
    """A log that was written before there were circles reads as it did: what takes an entry back still finds it."""
    entry = Effort(zone="buffer", first=DAY, last=DAY, patrols=3, known=AT, by="Commission")
    assert entry_id(entry) == "w-j64tj5lxgkzj6frs"


def test_the_commands_load_and_show_for_a_circle(book: Book) -> None:
    """`watch load --circle` and `--for` on what shows a book."""
    file = book.folder / "rows.csv"
    file.write_text(HEAD + row("i-1"), encoding="utf-8")
    folder = str(book.folder)
    run = CliRunner().invoke(main, ["watch", "load", folder, str(file), "--circle", "East"])
    assert run.exit_code == 0, run.output
    shown = {}
    for name, options in (("all", []), ("east", ["--for", "east"]), ("west", ["--for", "west"])):
        told = CliRunner().invoke(main, ["watch", "sites", folder, "--on", "2026-03-06", "--format", "json", *options])
        assert told.exit_code == 0, told.output
        log = CliRunner().invoke(main, ["watch", "pairs", folder, *options])
        assert log.exit_code == 0, log.output
        shown[name] = CliRunner().invoke(main, ["watch", "report", folder, "--day", "2026-03-05", *options]).output
    assert shown["all"] == shown["east"] != shown["west"]
