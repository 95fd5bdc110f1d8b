"""Release markings of incidents, zones and obligations: read, refused where they are none, and held to everywhere."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from goodoffices.cli import main
from goodoffices.record import InputError, Marking
from goodoffices.watch.agreement import agreement_for, parse_agreement
from goodoffices.watch.agreement.writing import write_agreement
from goodoffices.watch.book import Book
from goodoffices.watch.errors import AgreementError, WatchError
from goodoffices.watch.incidents import marking_ranks, read_incidents
from goodoffices.watch.log import Finding, Verdict
from goodoffices.watch.zones import read_zones

AT = dt.datetime(2026, 3, 10, tzinfo=dt.UTC)
HEAD = "id,latitude,longitude,date,kind,marking\n"
AGREEMENT = "agreement: A\nin force: 2026-03-01\nparties: [N, S]\nobligations:\n"
OPEN = "  - {id: open, owes: N, act: act}\n"


def book(folder: Path, agreement: str = AGREEMENT + OPEN) -> Book:
    """A book of an agreement."""
    folder.mkdir(exist_ok=True)
    (folder / "agreement.yaml").write_text(agreement, encoding="utf-8")
    return Book(folder)


def load(made: Book, rows: str, marking: Marking | None = None) -> None:
    """Load rows."""
    file = made.folder / "rows.csv"
    file.write_text(HEAD + rows, encoding="utf-8")
    made.load(file, now=AT, marking=marking)


def ids(made: Book, audience: Marking) -> list[str]:
    """The incidents that an audience sees."""
    return list(made.incidents(None, audience)["id"])


def test_a_row_bears_its_own_marking_or_that_of_its_load(tmp_path: Path) -> None:
    """Words as people write them; an empty cell takes the default; what is no marking is a listed rejection."""
    file = tmp_path / "i.csv"
    rows = "a,1,1,2026-03-01,fire,tlp:green\nb,1,1,2026-03-01,fire,\nc,1,1,2026-03-01,fire,PURPLE\n"
    file.write_text(HEAD + rows, encoding="utf-8")
    table, rejections = read_incidents(file, now=AT, marking=Marking.AMBER)
    assert list(table["marking"]) == ["GREEN", "AMBER"]
    assert [each.row for each in rejections] == [3]
    assert "'PURPLE' is no release marking" in rejections[0].reason


def test_a_restricted_correction_leaves_what_others_see(tmp_path: Path) -> None:
    """A RED correction of a CLEAR row is shown to RED alone; the others see the row as it was."""
    made = book(tmp_path / "b")
    load(made, "a,1,1,2026-03-01,fire,\n")
    load(made, "a,1,1,2026-03-01,shelling,RED\n")
    assert list(made.incidents(None, Marking.RED)["kind"]) == ["shelling"]
    assert list(made.incidents(None, Marking.GREEN)["kind"]) == [made_kind(tmp_path)]


def made_kind(tmp_path: Path) -> str:
    """How the vocabulary calls a fire."""
    file = tmp_path / "one.csv"
    file.write_text(HEAD + "a,1,1,2026-03-01,fire,\n", encoding="utf-8")
    return str(read_incidents(file, now=AT)[0]["kind"][0])


def test_the_same_row_with_another_marking_is_marked_anew(tmp_path: Path) -> None:
    """Restricted later, it is gone for the others at once, also as of an earlier day; loosened, it comes back."""
    made = book(tmp_path / "b")
    load(made, "a,1,1,2026-03-01,fire,\nb,2,2,2026-03-02,fire,\n")
    load(made, "a,1,1,2026-03-01,fire,RED\n")
    assert ids(made, Marking.GREEN) == ["b"]
    assert list(made.incidents(AT, Marking.GREEN)["id"]) == ["b"]
    assert made.loads().loads[-1].remarked == 1
    load(made, "a,1,1,2026-03-01,fire,GREEN\n")
    assert sorted(ids(made, Marking.GREEN)) == ["a", "b"]
    assert ids(made, Marking.CLEAR) == ["b"]


def test_a_restricted_row_of_the_same_id_does_not_rename_others(tmp_path: Path) -> None:
    """Of rows that share an id, the least restricted keeps it."""
    made = book(tmp_path / "b")
    load(made, "a,1,1,2026-03-01,fire,RED\na,1,1,2026-03-02,shelling,\n")
    assert ids(made, Marking.GREEN) == ["a"]
    assert len(ids(made, Marking.RED)) == 2


def test_duplicates_are_linked_from_what_is_seen(tmp_path: Path) -> None:
    """A RED report of a GREEN incident joins nothing for GREEN, and no word of it stays in any column."""
    made = book(tmp_path / "b")
    load(made, "a,1,1,2026-03-01,fire,\nb,1,1,2026-03-01,secret kind,RED\n")
    ledger = made.ledger(None, Marking.GREEN)
    assert len(ledger) == 1
    assert all("secret" not in label for label in ledger.kinds.labels)


def test_incidents_written_before_markings_are_clear(tmp_path: Path) -> None:
    """A book of an earlier version opens: all may see its rows."""
    import numpy as np  # noqa: PLC0415  one use

    made = book(tmp_path / "b")
    load(made, "a,1,1,2026-03-01,fire,\n")
    path = tmp_path / "b" / "incidents" / "00001.npz"
    with np.load(path) as arrays:
        kept = {name: arrays[name] for name in arrays if not name.startswith("marking")}
    np.savez(path, allow_pickle=False, **kept)
    assert ids(made, Marking.CLEAR) == ["a"]
    assert marking_ranks(made.incidents()["marking"]).tolist() == [0]


ZONE = '{"type":"Feature","properties":{"name":"%s"%s},"geometry":{"type":"Point","coordinates":[1,1]}}'


def test_zones_bear_markings_and_when_they_were_known(tmp_path: Path) -> None:
    """Hidden zones leave no gap in the numbers of others; a later one is not known before; a wrong word is listed."""
    path = tmp_path / "z.geojson"
    said = ["", ',"marking":"RED"', ',"known":"2026-03-05"', ',"tlp":"mauve"', ',"known_until":"2026-03-02"']
    features = ",".join(ZONE % (f"z{number}", each) for number, each in enumerate(said))
    path.write_text(f'{{"type":"FeatureCollection","features":[{features}]}}', encoding="utf-8")
    zones = read_zones(path)
    assert [each.row for each in zones.rejections] == [4]
    assert "'mauve' is no release marking" in str(zones.rejections[0])
    green = zones.seen(None, Marking.GREEN)
    assert [(zone.name, zone.id) for zone in green] == [("z0", "zone-1"), ("z2", "zone-2")]
    assert not green.rejections
    before = zones.seen(dt.datetime(2026, 3, 1, tzinfo=dt.UTC), Marking.GREEN)
    assert [zone.name for zone in before] == ["z0", "z4"]


def test_an_agreement_must_not_tell_of_what_is_hidden() -> None:
    """A condition or effect that names something more restricted is refused, with what to mark."""
    hidden = "  - {id: hidden, owes: S, act: act, marking: RED}\n"
    with pytest.raises(AgreementError, match="mark 'waits' RED too"):
        parse_agreement(AGREEMENT + hidden + "  - {id: waits, owes: N, act: act, trigger: hidden is fulfilled}\n")
    made = parse_agreement(AGREEMENT + hidden + OPEN)
    shown = agreement_for(made, Marking.GREEN)
    assert shown is not None
    assert [each.id for each in shown.obligations] == ["open"]
    again = parse_agreement(write_agreement(made))
    assert [each.marking for each in again.obligations] == [Marking.RED, Marking.CLEAR]


def test_an_agreement_may_be_hidden_whole(tmp_path: Path) -> None:
    """Its marking is the least of all in it; below it, nothing is there."""
    made = book(tmp_path / "b", "marking: AMBER\n" + AGREEMENT + OPEN)
    assert made.agreement.obligations[0].marking is Marking.AMBER
    with pytest.raises(WatchError, match="nothing in this book that may be shown to GREEN"):
        made.seen(None, Marking.GREEN)
    with pytest.raises(InputError, match="least it can be"):
        parse_agreement("marking: AMBER\n" + AGREEMENT + "  - {id: o, owes: N, act: act, marking: CLEAR}\n")


def test_an_entry_must_not_name_what_fewer_may_see(tmp_path: Path) -> None:
    """What rests on a RED incident is refused below RED; shown to others, an older one is shown without it."""
    made = book(tmp_path / "b")
    load(made, "a,1,1,2026-03-01,fire,\nr,1,1,2026-03-01,fire,RED\n")
    day = dt.date(2026, 3, 2)
    finding = Finding(
        obligation="open", verdict=Verdict.DISPUTED, first=day, last=day, incidents=("a", "r"), known=AT, by="C"
    )
    assert "'r', which is marked RED" in made.marking_fault_of(finding)
    made.add(finding)
    (shown,) = made.seen(None, Marking.GREEN).log.entries.values()
    assert isinstance(shown, Finding)
    assert shown.incidents == ("a",)


def test_the_commands_hold_to_it(tmp_path: Path) -> None:
    """`watch load --marking`, and what every command shows to an audience."""
    made = book(tmp_path / "b")
    file = tmp_path / "i.csv"
    file.write_text("id,latitude,longitude,date,kind\nzq-1,1,1,2026-03-01,fire\n", encoding="utf-8")
    runner = CliRunner()
    loaded = runner.invoke(main, ["watch", "load", str(made.folder), str(file), "--marking", "red", "--format", "json"])
    assert loaded.exit_code == 0, loaded.output
    assert json.loads(loaded.output)[0]["load"]["markings"] == ["RED"]
    for command in (["report", "--day", "2026-03-01"], ["map", "--format", "json"], ["state"], ["sites"]):
        asked = ["watch", command[0], str(made.folder), *command[1:]]
        shown = runner.invoke(main, [*asked, "--audience", "green"])
        assert shown.exit_code == 0, shown.output
        assert "zq-1" not in shown.output
    assert "zq-1" in runner.invoke(main, ["watch", "map", str(made.folder), "--format", "json"]).output
