"""The commands `watch indicators | clocks | ladder | sites | steps | beside`: text for people, JSON for machines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from watch_valley import write_book

from goodoffices.cli import main

COMMANDS = ("indicators", "clocks", "ladder", "sites", "steps", "beside")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The book on disk."""
    return str(write_book(tmp_path_factory.mktemp("valley") / "book"))


def run(*arguments: str, status: int = 0) -> str:
    """What a command prints; a traceback is a failure."""
    result = CliRunner().invoke(main, ["watch", *arguments], prog_name="goodoffices")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == status, result.output
    return result.output


def ask(*arguments: str) -> Any:
    """The answer as JSON."""
    return json.loads(run(*arguments, "--format", "json"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_answer_says_what_it_is_about(command: str, folder: str) -> None:
    """Agreement, day, and as known when; the same in JSON and as asked."""
    answer = ask(command, folder, "--on", "2025-06-15T00:00", "--as-known", "2025-06-14")
    assert answer["agreement"] == "Accord of the Varn valley"
    assert answer["on"] == "2025-06-15T00:00:00Z"
    assert answer["known"].startswith("2025-06-14T23:59:59")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("indicators", "Torland (pay_torland): 80 million, given 30 million (38%), breached, due before 2025-06-01"),
        ("indicators", "value(returned) >= 500: 350 families (does not hold)"),
        ("clocks", "answer (Lowland, upon ticket): 3 calls, 2 answered (1 in time), 1 open, 0 overdue"),
        ("clocks", "3.0 days (7%): ceasefire: Lowland (confidence 0.8)"),
        ("clocks", "obligation reply (Lowland, breached for 4 days) holds up tolls; behind them road"),
        ("ladder", "Next: 2. snapback. It needs: count(zone=strip, days=14) >= 3"),
        ("sites", "inspect/4, 2025-05-20: Lowland: breached (two crates kept shut), Upland: met"),
        ("sites", "east_bank, old_county: 872.5 km², by Upland, Lowland"),
        ("steps", "paired with watch_1"),
        ("steps", "not signed: Merrin"),
        ("beside", "2025-05-10  talks round_2 (second round at the hall): 1 before, 0 on the day, 1 after"),
    ],
)
def test_people_read_it_in_lines(command: str, words: str, folder: str) -> None:
    """One line a fact, with what it rests on."""
    assert words in run(command, folder, "--on", "2025-06-15T00:00")


def test_a_day_from_which_to_count_is_a_clock_of_its_own(folder: str) -> None:
    """Since an offer of 25 May, to the end of 14 June: twenty-one days."""
    clocks = ask("clocks", folder, "--on", "2025-06-14", "--since", "2025-05-25")["clocks"]
    (since,) = (each for each in clocks if each["what"] == "since")
    assert (since["start"], round(since["days"])) == ("2025-05-25T00:00:00Z", 21)


def test_the_distance_counts_where_the_place_is_known(folder: str) -> None:
    """Thirty km about the hall leave one incident."""
    near = ask("beside", folder, "--on", "2025-06-15", "--days", "3", "--km", "30")
    talks = next(each for each in near["beside"] if each["occasion"]["place"] == "round_2")
    assert (talks["placed"], talks["incidents"]) == (True, ["i-8"])


@pytest.mark.parametrize("command", COMMANDS)
def test_a_book_of_which_nothing_is_known_says_so(command: str, tmp_path: Path) -> None:
    """An agreement without log, map or incidents: an answer, no error, and nothing made up."""
    (tmp_path / "agreement.yaml").write_text(
        "agreement: Bare\nin force: 2025-01-01\nindicators: [{id: n, label: Returns}]\n"
        "obligations: [{id: a, owes: A, act: stop, due: 2025-02-01, zones: nowhere}]\n"
        "powers: [{id: p, act: warn, when: count() > 2}]\n"
    )
    assert ask(command, str(tmp_path), "--on", "2025-01-15")["agreement"] == "Bare"
    told = run(command, str(tmp_path), "--on", "2025-01-15")
    assert told.strip()
    assert "0 incidents" not in told


def test_what_is_restricted_is_left_out(tmp_path: Path) -> None:
    """A reading for few is not shown to the others, and the threshold is unknown to them."""
    folder = str(write_book(tmp_path / "book"))
    run("reading", folder, "troops_merrin", "450", "--on", "2025-06-01", "--marking", "red")
    parts = [
        next(each for each in ask("indicators", folder, *audience)["thresholds"] if each["owner"] == "send_merrin")[
            "parts"
        ]
        for audience in ((), ("--audience", "green"))
    ]
    assert [each[0]["value"] for each in parts] == [450, None]


def test_no_book_is_one_line(tmp_path: Path) -> None:
    """A folder without an agreement is an error that says what to do."""
    told = run("ladder", str(tmp_path), status=1)
    assert "agreement.yaml" in told
    assert len(told.strip().splitlines()) == 1
