"""What an audience may not see, it must not learn of: by no state, count, date, reason, list or message."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from goodoffices.cli import main
from goodoffices.record import Marking
from goodoffices.watch.agreement import parse_agreement
from goodoffices.watch.alerts import notices
from goodoffices.watch.book import Book
from goodoffices.watch.compliance import score
from goodoffices.watch.log import (
    Attribution,
    Effort,
    Entry,
    Finding,
    Happening,
    Reading,
    Retraction,
    Verdict,
    What,
    append,
    entry_id,
    log_of,
)
from goodoffices.watch.report import Period, monitor
from goodoffices.watch.state import state

AGREEMENT = """
agreement: Port Selene ceasefire
in force: 2026-03-01
parties: [North, South]
indicators:
  - {id: paid, label: Paid into the fund, unit: million}
obligations:
  - {id: ceasefire, owes: [North, South], act: cease fire, duty: refrain, verified by: Commission}
  - {id: withdrawal, owes: North, to: South, act: withdraw, within: 30 days, verified by: Commission}
  - {id: relief, owes: West, act: lift sanctions, trigger: withdrawal is fulfilled}
  - {id: answer, owes: South, act: answer a ticket, each: ticket, within: 24 hours}
  - {id: pledge, owes: West, act: pay, met when: value(paid) >= 100, within: 60 days}
powers:
  - {id: snapback, holder: Council, act: bring sanctions back, when: ceasefire was breached, suspends: relief}
alerts:
  - {id: alarm, when: ceasefire is breached or withdrawal is fulfilled or value(paid) >= 100}
"""
INCIDENTS = (
    "id,latitude,longitude,date,kind,killed\ni-1,48.1,37.1,2026-03-05,shelling,2\ni-2,48.2,37.2,2026-03-06,fire,0\n"
)
HIDDEN = "zq-secret"
AT = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 5)


def _open_entries() -> list[Entry]:
    """What everybody may see."""
    more: dict[str, Any] = {"known": AT, "by": "Commission"}
    return [
        Happening(what=What.HAPPENED, subject="ticket", ref="t-1", earliest=AT, latest=AT, **more),
        Attribution(incident="i-2", party="North", confidence=0.4, evidence=("report",), **more),
        Effort(zone="buffer", first=DAY, last=DAY, patrols=3, **more),
    ]


def _secrets(marking: Marking) -> list[Entry]:
    """One entry of each kind and use; each would change something, and names the secret."""
    more: dict[str, Any] = {"known": AT, "by": "Commission", "note": HIDDEN, "marking": marking, "sources": (HIDDEN,)}
    shown = _open_entries()[0]
    happened = [
        ("happened", "ticket", {"ref": HIDDEN}),
        ("happened", HIDDEN, {}),
        ("performed", "withdrawal", {}),
        ("performed", "withdrawal", {"by": "North"}),
        ("performed", f"answer/{HIDDEN}", {}),
        ("performed", HIDDEN, {}),
        ("breached", "ceasefire", {}),
        ("breached", "ceasefire", {"by": "South"}),
        ("remedied", "ceasefire", {}),
        ("suspended", "withdrawal", {}),
        ("extended", "withdrawal", {"until": AT + dt.timedelta(days=300)}),
        ("discharged", "relief", {}),
        ("exercised", "snapback", {"by": "Council"}),
        ("withdrawn", "snapback", {"by": "Council"}),
        ("breached", "withdrawal", {"latest": AT + dt.timedelta(days=3)}),
        ("breached", "ceasefire", {"disputed": True}),
    ]
    return [
        *(
            Happening(what=What(what), subject=subject, earliest=AT, **({"latest": AT} | more | own))
            for what, subject, own in happened
        ),
        Finding(obligation="ceasefire", verdict=Verdict.BREACHED, first=DAY, last=DAY, reasons=(HIDDEN,), **more),
        Finding(obligation="ceasefire", verdict=Verdict.DISPUTED, first=DAY, last=DAY, reasons=(HIDDEN,), **more),
        Attribution(incident="i-1", party="South", confidence=0.9, evidence=("forensic",), **more),
        Attribution(incident="i-2", party="South", confidence=0.9, evidence=("forensic",), **more),
        Effort(zone=HIDDEN, first=DAY, last=DAY, hours=30, **more),
        Effort(zone="buffer", first=DAY, last=DAY, denied=9, **more),
        Reading(indicator="paid", value=120.0, at=AT, **more),
        Retraction(entry=entry_id(shown), **more),
    ]


def _book(folder: Path, entries: list[Entry]) -> Path:
    """A watch book with incidents and a log."""
    folder.mkdir(parents=True)
    (folder / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    (folder / "i.csv").write_text(INCIDENTS, encoding="utf-8")
    Book(folder).load(folder / "i.csv", now=dt.datetime(2026, 3, 10, tzinfo=dt.UTC))
    append(folder / "log.jsonl", entries)
    return folder


def _asked(book: Path, *command: str) -> str:
    """What a command prints."""
    result = CliRunner().invoke(main, ["watch", command[0], str(book), *command[1:]])
    assert result.exit_code == 0, result.output
    return result.output.replace(str(book.parent), "")


QUESTIONS = [
    ("state", "--on", "2026-03-20"),
    ("state", "--on", "2026-03-20", "--format", "json"),
    ("state", "--on", "2026-03-20", "--format", "html"),
    ("report", "--week", "2026-03-08"),
    ("report", "--week", "2026-03-08", "--format", "json"),
    ("report", "--day", "2026-03-05", "--format", "md"),
    ("log",),
    ("log", "--format", "json"),
]


@pytest.mark.parametrize("audience", [each for each in Marking if each is not Marking.RED])
def test_what_is_marked_higher_changes_not_a_letter_of_any_answer(audience: Marking, tmp_path: Path) -> None:
    """For each audience: the answers with every kind of secret set down are those of a book without them."""
    hidden = [each for each in Marking if not audience.may_see(each)]
    plain = _book(tmp_path / "plain" / "book", _open_entries())
    laden = _book(
        tmp_path / "laden" / "book", [*_open_entries(), *(each for marking in hidden for each in _secrets(marking))]
    )
    for question in QUESTIONS:
        told = [_asked(book, *question, "--audience", audience.value) for book in (plain, laden)]
        assert HIDDEN not in told[1]
        assert told[0] == told[1], question


def test_those_who_may_see_it_do_see_it(tmp_path: Path) -> None:
    """The test above would hold of a program that shows nothing: for RED each answer is another."""
    plain = _book(tmp_path / "plain" / "book", _open_entries())
    laden = _book(tmp_path / "laden" / "book", [*_open_entries(), *_secrets(Marking.RED)])
    for question in QUESTIONS:
        assert _asked(plain, *question) != _asked(laden, *question), question


@pytest.mark.parametrize("marking", [each for each in Marking if each is not Marking.CLEAR])
@pytest.mark.parametrize("place", range(len(_secrets(Marking.RED))))
def test_no_single_secret_changes_a_state_a_score_an_alert_or_a_report(marking: Marking, place: int) -> None:
    """One secret at a time, so that none hides another."""
    agreement = parse_agreement(AGREEMENT)
    secret = _secrets(marking)[place]
    below = [each for each in Marking if not each.may_see(marking)][-1]
    on = dt.datetime(2026, 3, 20, tzinfo=dt.UTC)

    def seen(entries: list[Entry]) -> tuple[object, ...]:
        log = log_of(entries)
        outlook = state(agreement, log, on=on, audience=below)
        shown = log.as_known(None, below)
        return (
            outlook.standings,
            outlook.openings,
            outlook.idle,
            outlook.course.changes,
            outlook.unsettled,
            score(agreement, shown, [on.date()]),
            notices(agreement, shown, on=on),
            tuple(shown.entries),
        )

    assert seen(_open_entries()) == seen([*_open_entries(), secret])


def test_a_report_of_an_audience_counts_no_secret_attribution(tmp_path: Path) -> None:
    """Who did it is GREEN's to know only where GREEN may see who says so."""
    book = Book(_book(tmp_path / "book", [*_open_entries(), *_secrets(Marking.AMBER)]))
    period = Period.week(dt.date(2026, 3, 8))
    green, red = (
        monitor(
            book.agreement,
            book.log().as_known(None, audience),
            book.counted(None, audience),
            period,
        )
        for audience in (Marking.GREEN, Marking.RED)
    )
    assert green.attributed == {"North": 1}
    assert "South" in red.attributed
    assert set(green.effort) == {"", "buffer"}


def test_a_line_that_cannot_be_read_is_told_to_those_alone_who_may_see_everything(tmp_path: Path) -> None:
    """Nobody knows how it was marked, and its words may stand in the reason."""
    book = _book(tmp_path / "book", _open_entries())
    with (book / "log.jsonl").open("ab") as file:
        file.write(b'{"type":"happening","what":"zq-secret","subject":"x"}\n')
    assert HIDDEN in _asked(book, "log")
    for form in ("text", "json"):
        answer = _asked(book, "log", "--audience", "amber+strict", "--format", form)
        assert HIDDEN not in answer
        assert "cannot be read" not in answer
    assert json.loads(_asked(book, "log", "--audience", "clear", "--format", "json"))["rejections"] == []
