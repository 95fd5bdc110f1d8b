"""`goodoffices watch state`, `report`, `trend`, `score`, `alerts` and `counts`, as people and machines call them."""

from __future__ import annotations

import http.server
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

EXAMPLE = Path(__file__).parents[2] / "examples" / "watch"
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example book with its incidents loaded, once."""
    from click.testing import CliRunner  # noqa: PLC0415  the fixture `run` is made anew for each test

    from goodoffices.cli import main  # noqa: PLC0415  as above

    book = tmp_path_factory.mktemp("watch") / "book"
    shutil.copytree(EXAMPLE, book)
    done = CliRunner().invoke(main, ["watch", "load", str(book), str(book / "incidents.csv")])
    assert done.exit_code == 0, done.output
    return book


@pytest.fixture
def book(loaded: Path, tmp_path: Path) -> str:
    """A copy of it that a test may write into."""
    return str(shutil.copytree(loaded, tmp_path / "book"))


@pytest.fixture
def webhook() -> Iterator[tuple[str, list[Any]]]:
    """A webhook on this machine that keeps what it gets."""
    got: list[Any] = []

    class Keeper(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Keeper) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", got
        server.shutdown()


def test_the_example_loads_whole(loaded: Path) -> None:
    """No row of the example is rejected."""
    loads = (loaded / "incidents" / "loads.jsonl").read_text(encoding="utf-8").splitlines()
    assert [(json.loads(each)["rows"], json.loads(each)["rejected"]) for each in loads] == [(279, 0)]


def test_state_as_it_was_known_differs_from_state_as_it_is_known(ask: Callable[..., Any], book: str) -> None:
    """The finding of 1 December puts the ceasefire in breach on 28 November; on the day nobody knew."""
    now = ask("watch", "state", book, "--on", "2025-11-28")
    then = ask("watch", "state", book, "--on", "2025-11-28", "--as-known", "2025-11-28")
    states = [next(each["state"] for each in made["obligations"] if each["id"] == "ceasefire") for made in (now, then)]
    assert states == ["breached", "active"]
    cause = next(each for each in now["obligations"] if each["id"] == "ceasefire")["causes"][0]
    assert cause["by"] == "Joint Commission"


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_the_report_is_written_in_every_form(run: Run, book: str, tmp_path: Path, form: str) -> None:
    """To a file where one is named."""
    out = tmp_path / f"report.{form}"
    run("watch", "report", book, "--week", "2025-12-14", "--format", form, "-o", str(out))
    assert "Saltmouth truce" in out.read_text(encoding="utf-8")


def test_every_number_of_the_report_leads_to_incidents_with_their_words(ask: Callable[..., Any], book: str) -> None:
    """The JSON of the report has each incident once, with text and source."""
    made = ask("watch", "report", book, "--week", "2025-12-14")
    described = {each["id"]: each for each in made["incidents"]}
    whole = made["lines"][0]["now"]
    assert len(whole["incidents"]) == whole["number"] > 0
    assert all(described[name]["text"] and described[name]["links"] for name in whole["incidents"])


def test_trend_finds_the_drop_and_says_what_was_agreed_then(run: Run, ask: Callable[..., Any], book: str) -> None:
    """The rate falls in September, with the truce beside it; --by leaves parts out."""
    made = ask("watch", "trend", book, "--from", "2025-07-21", "--to", "2025-12-14", "--by", "zone")
    turn = made["series"][0]["turns"][0]
    assert turn["day"].startswith("2025-09")
    words = {mark["words"] for mark in made["marks"] if mark["number"] in turn["marks"]}
    assert "Saltmouth truce: in force" in words
    assert not any(each["kind"] or each["party"] for each in made["series"])
    assert "nineteen times in twenty" in run("watch", "trend", book, "--by", "").stdout


def test_trend_refuses_what_it_cannot_part_by_and_days_that_run_backwards(run: Run, book: str) -> None:
    """One line each, that says what to write instead."""
    assert "zone, kind, party" in run("watch", "trend", book, "--by", "colour", status=1).output
    backwards = ("--from", "2025-12-01", "--to", "2025-01-01")
    assert "no stretch of days" in run("watch", "trend", book, *backwards, status=1).output


def test_trend_of_a_book_without_incidents_says_what_to_do(run: Run, tmp_path: Path) -> None:
    """It names the command that loads them; state and report work all the same."""
    bare = tmp_path / "bare"
    run("watch", "new", str(bare))
    assert "watch load" in run("watch", "trend", str(bare), status=1).output
    run("watch", "state", str(bare), "--on", "2026-02-01")
    run("watch", "report", str(bare), "--day", "2026-02-01")


def test_score_over_time_has_a_day_for_each_month_and_the_last(ask: Callable[..., Any], book: str) -> None:
    """From the entry into force on: three month ends, and the day that is asked about."""
    made = ask("watch", "score", book, "--on", "2025-12-14", "--every", "month")
    assert made["days"] == ["2025-09-30", "2025-10-31", "2025-11-30", "2025-12-14"]
    assert len(made["totals"]) == 4
    one = ask("watch", "score", book, "--on", "2025-12-14")
    assert one["days"] == ["2025-12-14"]
    assert [each["degrees"][-1] for each in made["provisions"]] == [each["degrees"][-1] for each in one["provisions"]]


@pytest.mark.parametrize(("every", "days"), [("week", 13), ("quarter", 2), ("year", 1)])
def test_score_every_week_quarter_and_year(ask: Callable[..., Any], book: str, every: str, days: int) -> None:
    """Weeks end on Sunday; the last day asked about is the fourteenth, a Sunday itself."""
    made = ask("watch", "score", book, "--on", "2025-12-14", "--every", every)
    assert len(made["days"]) == days
    assert made["days"][-1] == "2025-12-14"


def test_alerts_go_out_once_to_each_place(run: Run, ask: Callable[..., Any], book: str, tmp_path: Path) -> None:
    """The second time nothing; another place gets them all; what was sent is noted in the book."""
    first = ask("watch", "alerts", book, "--on", "2025-12-14")
    assert len(first["sent"]) > 0
    again = ask("watch", "alerts", book, "--on", "2025-12-14")
    assert (again["sent"], again["before"]) == ([], len(first["sent"]))
    out = tmp_path / "alerts.txt"
    run("watch", "alerts", book, "--on", "2025-12-14", "--to", str(out))
    assert len(out.read_text(encoding="utf-8").splitlines()) == len(first["sent"])
    assert (Path(book) / "alerts.sent").exists()


def test_alerts_that_are_only_shown_are_not_sent(ask: Callable[..., Any], book: str) -> None:
    """--dry-run notes nothing."""
    shown = ask("watch", "alerts", book, "--on", "2025-12-14", "--dry-run")
    sent = ask("watch", "alerts", book, "--on", "2025-12-14")
    assert shown["notices"] == sent["sent"]


def test_a_webhook_gets_each_alert_and_one_that_is_down_is_tried_again(
    run: Run, book: str, webhook: tuple[str, list[Any]]
) -> None:
    """What did not arrive is an error in one line, and goes out the next time."""
    down = run("watch", "alerts", book, "--on", "2025-12-14", "--to", "http://127.0.0.1:9/", status=1)
    assert "did not reach" in down.output
    url, got = webhook
    run("watch", "alerts", book, "--on", "2025-12-14", "--to", url)
    assert {"alert", "subject", "at", "words"} <= set(got[0])
    many = len(got)
    run("watch", "alerts", book, "--on", "2025-12-14", "--to", url)
    assert len(got) == many


def test_counts_of_a_report_in_prose_come_with_their_sentence(
    ask: Callable[..., Any], run: Run, tmp_path: Path
) -> None:
    """Number, kind, area, period and sentence; a file that is not there is listed, and the rest is read."""
    report = tmp_path / "daily.txt"
    report.write_text(
        "Daily report of 3 December 2025\n\nOn 2 December, the monitors recorded 14 ceasefire violations in the port, "
        "compared with nine on the day before.\n",
        encoding="utf-8",
    )
    made = ask("watch", "counts", str(report), str(tmp_path / "gone.txt"))
    first = made["reports"][0]["counts"][0]
    assert (first["count"], first["kind"]) == (14, "violation")
    assert "14 ceasefire violations" in first["sentence"]
    assert len(made["rejections"]) == 1
    assert "area: " in run("watch", "counts", str(report)).stdout
    assert "gone.txt" in run("watch", "counts", str(tmp_path / "gone.txt"), status=1).output


def test_what_a_log_says_does_not_drive_the_terminal(run: Run, book: str) -> None:
    """Escape sequences in a note are shown, not obeyed."""
    run(
        "watch",
        "note",
        book,
        "breached",
        "ceasefire",
        "--on",
        "2025-10-01",
        "--by",
        "West Bank Council",
        "--note",
        "\x1b[2Jgone",
    )
    assert "\x1b" not in run("watch", "state", book, "--on", "2025-12-14").stdout


def test_a_page_for_an_audience_has_nothing_of_what_it_may_not_see(run: Run, book: str) -> None:
    """An AMBER note is on the page for RED with its marking, and not on that for GREEN."""
    note = ("--note", "from the harbour master", "--marking", "amber")
    run("watch", "note", book, "breached", "ceasefire", "--on", "2025-10-01", "--by", "West Bank Council", *note)
    whole = run("watch", "state", book, "--on", "2025-12-14", "--format", "html").stdout
    assert "From the harbour master" in whole
    assert "TLP:AMBER" in whole
    green = run("watch", "state", book, "--on", "2025-12-14", "--format", "html", "--audience", "green").stdout
    assert "harbour master" not in green
    assert "TLP:AMBER" not in green
