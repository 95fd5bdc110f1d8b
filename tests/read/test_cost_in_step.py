"""Reading and building take time in step with the length: four times the text costs less than eight times as much."""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from goodoffices.read import read_report
from goodoffices.read.actors.naming import name_persons
from goodoffices.read.actors.persons import PersonName
from goodoffices.read.actors.roster import Roster
from goodoffices.read.actors.spelled import Spelled
from goodoffices.read.ingest import ingest
from goodoffices.read.ingest.handed import Handed
from goodoffices.record import Rejection, actor_id, fold, make_report
from goodoffices.record.findings import build

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "bench"))
from hostile import COSTLY, surname

MOST_TIMES = 8.0
"""Four times the text costs four times as much where it is linear, sixteen times where it is quadratic."""
READ = {"one-phrase": 30, "table-of-groups": 40, "labels-of-offices": 30}
"""What is read -> the pieces of the short text."""


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the better of two runs."""
    best = float("inf")
    for _ in range(2):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def read(name: str, pieces: int) -> Callable[[], object]:
    """Read a text of so many pieces."""
    report = make_report(COSTLY[name][0](pieces), path="a", title="a", language="en")
    return lambda: read_report(report)


@pytest.mark.parametrize("name", READ)
def test_reading_takes_time_in_step_with_the_length(name: str) -> None:
    """No rule looks at all names for each label, cell or name."""
    read("one-phrase", 1)()
    assert seconds(read(name, 4 * READ[name])) < MOST_TIMES * seconds(read(name, READ[name]))


def test_names_are_told_apart_in_step_with_their_number() -> None:
    """No full name is held against all others to see which is a part of which."""

    def told_apart(number: int) -> Callable[[], object]:
        names = [PersonName(f"{surname(n)} {surname(n + 7)}", 0, 2, sure=True) for n in range(number)]
        return lambda: name_persons(names, [name.text for name in names])

    assert seconds(told_apart(4_000)) < MOST_TIMES * seconds(told_apart(1_000))


def test_cells_are_looked_up_in_step_with_their_number() -> None:
    """No cell or label is held against the names of all persons and bodies, and all are found as by doing so."""

    def looked_up(number: int) -> Callable[[], list[tuple[str, ...]]]:
        roster = Roster(())
        persons = [roster.enter(f"{surname(n)} {surname(n + 7)}", "person") for n in range(number)]
        roster.enter(f"Front of {surname(3)}", "group")
        spelled = Spelled(roster)
        return lambda: [spelled.persons(fold(f"with {one.name}")) for one in persons]

    found = looked_up(30)()
    assert all(actor_id("person", f"{surname(n)} {surname(n + 7)}") in found[n] for n in range(30))
    assert seconds(looked_up(4_000)) < MOST_TIMES * seconds(looked_up(1_000))


def test_building_takes_time_in_step_with_the_length() -> None:
    """No clash looks through all reports for each of the sentences that correct a number."""

    def built(pieces: int) -> Callable[[], object]:
        days = (dt.date(2026, 1, 1), dt.date(2026, 1, 2))
        text = COSTLY["corrections"][0](pieces)
        reports = [make_report(f"{text} {day}", path=f"{day}", title="a", published=day, language="en") for day in days]
        return lambda: build(reports, [])

    assert seconds(built(100)) < MOST_TIMES * seconds(built(25))


def test_words_far_behind_the_limit_of_reading_cost_nothing_more() -> None:
    """Sentences behind 25,000 words are not looked at: a text of 300,000 words costs what one of 50,000 does."""
    text = COSTLY["marks-alone"][0]

    def built(pieces: int) -> Callable[[], object]:
        report = make_report(text(pieces), path="a", title="a", language="en")
        return lambda: build([report], [])

    assert seconds(built(100_000)) < 2 * seconds(built(25_000))


@pytest.mark.parametrize("header", ["Subject: " + "=?utf-8?q?a?= " * 3_000, "Content-Type: text/plain; " + "(" * 3_000])
def test_a_header_without_end_is_a_listed_rejection(header: str) -> None:
    """Python's parser of headers takes minutes and gigabytes for some, or ends in a RecursionError."""
    started = time.process_time()
    (taken,) = ingest([Handed(name="a.eml", data=f"{header}\nFrom: a@b.example\n\nIran rejects it.".encode())])
    assert isinstance(taken, Rejection)
    assert "hand in its text" in taken.reason
    assert time.process_time() - started < 1.0


def test_parts_within_parts_are_a_listed_rejection() -> None:
    """A message of a thousand parts, one within another, is refused by its lines and parts."""
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(1_500))
    (taken,) = ingest([Handed(name="a.eml", data=parts.encode())])
    assert isinstance(taken, Rejection)


def test_a_broken_sender_costs_the_sender_alone() -> None:
    """A name of the sender that cannot be taken apart is left out, and the letter is read."""
    letter = f"Subject: a\nFrom: {'(' * 3_000}\n\nIran rejects it."
    (taken,) = ingest([Handed(name="a.eml", data=letter.encode())])
    assert "Iran rejects it." in getattr(taken, "text", "")
