"""What a person says of two reports outdoes what the program reckons."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import numpy as np
from click.testing import CliRunner
from watch_tables import table_of

from goodoffices.cli import main
from goodoffices.watch.book import Book
from goodoffices.watch.ledger import Ledger, decide, ledger_of
from goodoffices.watch.log import Pairing, Retraction, entry_id, log_of

NOW = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
EXAMPLE = Path(__file__).parents[2] / "examples" / "watch"
ROWS = [(name, "shelling", "2026-03-01") for name in "abcd"]


def said(left: str, right: str, *, same: bool, day: int = 0) -> Pairing:
    """A person's word."""
    return Pairing(left=left, right=right, same=same, known=NOW + dt.timedelta(days=day), by="analyst")


def incidents(*words: Pairing) -> list[str]:
    """The reports of each incident; the program took b for a again."""
    ledger: Ledger = decide(ledger_of(table_of(ROWS), clusters=np.array([0, 0, 1, 2])), words)
    found: dict[int, str] = {}
    for name, cluster in zip(ledger.ids, ledger.clusters.tolist(), strict=True):
        found[cluster] = found.get(cluster, "") + name
    assert ledger.first.sum() == len(found)
    return sorted(found.values())


def test_without_a_word_the_reckoning_stands() -> None:
    """Two reports of one, and two alone."""
    assert incidents() == ["ab", "c", "d"]


def test_the_same_joins_and_two_parts() -> None:
    """Each incident is counted once afterwards."""
    assert incidents(said("b", "c", same=True)) == ["abc", "d"]
    assert incidents(said("a", "b", same=False)) == ["a", "b", "c", "d"]


def test_the_later_word_holds_and_a_word_on_nothing_changes_nothing() -> None:
    """Joined on the first day, parted on the second, whichever comes first in the log."""
    words = [said("c", "d", same=False, day=2), said("c", "d", same=True, day=1)]
    assert incidents(*words) == ["ab", "c", "d"]
    assert incidents(said("a", "z", same=True)) == ["ab", "c", "d"]


def book(folder: Path) -> str:
    """A book with two reports a kilometre and an hour apart, in like words."""
    (folder / "agreement.yaml").write_text("agreement: x\nin force: 2026-03-01\n")
    lines = [
        "id,date,latitude,longitude,precision_km,kind,source,text",
        "a,2026-03-02,48.000,37.000,1,shelling,Post,Shells hit the market in the old town and hurt three",
        "b,2026-03-02,48.005,37.005,1,shelling,Echo,Three were hurt as shells hit the market of the old town",
        "c,2026-03-09,49.000,36.000,1,clash,Echo,Patrols exchanged fire near the weir",
    ]
    (folder / "incidents.csv").write_text("\n".join(lines))
    assert CliRunner().invoke(main, ["watch", "load", str(folder), str(folder / "incidents.csv")]).exit_code == 0
    return str(folder)


def counted(place: str) -> int:
    """Incidents that are counted."""
    return int(Book(place).counted().first.sum())


def test_a_decision_on_the_command_line_changes_what_is_counted_and_can_be_taken_back(tmp_path: Path) -> None:
    """The same, then two, then the last word taken back."""
    place, run = book(tmp_path), CliRunner()
    assert run.invoke(main, ["watch", "pair", place, "a", "c", "--same", "--by", "analyst"]).exit_code == 0
    joined = counted(place)
    parted = run.invoke(main, ["watch", "pair", place, "a", "c", "--two", "--by", "analyst"])
    assert parted.exit_code == 0
    assert counted(place) == joined + 1
    assert run.invoke(main, ["watch", "retract", place, parted.stdout.strip()]).exit_code == 0
    assert counted(place) == joined


def test_pairs_in_doubt_are_listed_until_they_are_decided(tmp_path: Path) -> None:
    """As JSON, with both reports whole; a decided pair is no longer asked about, the others are."""
    place, run = str(tmp_path / "truce"), CliRunner()
    shutil.copytree(EXAMPLE, place)
    assert run.invoke(main, ["watch", "load", place, str(EXAMPLE / "incidents.csv")]).exit_code == 0
    ask = ["watch", "pairs", place, "--format", "json", "--most", "1000"]
    before = json.loads(run.invoke(main, ask).stdout)
    assert before["undecided"] == len(before["pairs"]) > 1
    first, *rest = before["pairs"]
    assert 0 < first["probability"] < 1
    assert run.invoke(main, ["watch", "pair", place, first["left"]["id"], first["right"]["id"], "--two"]).exit_code == 0
    assert json.loads(run.invoke(main, ask).stdout)["pairs"] == rest


def test_a_book_without_doubts_says_so(tmp_path: Path) -> None:
    """Three reports, none of them in doubt."""
    assert "No pair is in doubt" in CliRunner().invoke(main, ["watch", "pairs", book(tmp_path)]).stdout


def test_what_cannot_be_a_pair_is_one_sentence(tmp_path: Path) -> None:
    """No such row, one row twice, or neither --same nor --two."""
    place, run = book(tmp_path), CliRunner()
    for ids, said_of in ((["a", "zz"], "no incident 'zz'"), (["a", "a"], "one report, not two")):
        result = run.invoke(main, ["watch", "pair", place, *ids, "--same"])
        assert (result.exit_code, said_of in result.stderr) == (1, True)
    assert run.invoke(main, ["watch", "pair", place, "a", "b"]).exit_code == 2


def test_a_word_that_was_taken_back_is_not_in_the_log_as_known() -> None:
    """So it changes nothing either."""
    word = said("a", "b", same=False)
    log = log_of([word, Retraction(entry=entry_id(word), known=NOW)])
    assert list(log.as_known().of(Pairing)) == []
