"""The monitor's report: every number opens its incidents, and a count without effort is no rate."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from watch_tables import table_of

from goodoffices.watch.agreement import parse_agreement
from goodoffices.watch.attribution import settle_all
from goodoffices.watch.ledger import attribute, ledger_of
from goodoffices.watch.log import Attribution, Effort, Happening, What, log_of
from goodoffices.watch.report import Looking, Period, chance_of, looking, monitor

AGREEMENT = parse_agreement(
    """
agreement: Port Selene
in force: 2026-03-01
parties: [North, South]
obligations:
  - {id: ceasefire, owes: [North, South], act: cease fire, duty: refrain, verified by: Commission}
"""
)
WEEK = Period.week(dt.date(2026, 3, 14))
ROWS = [
    ("a", "shelling", "2026-03-09T10:00"),
    ("b", "shelling", "2026-03-10T10:00"),
    ("c", "clash", "2026-03-14T23:59"),
    ("d", "shelling", "2026-03-02T10:00"),
    ("e", "clash", "2026-03-15T00:00"),
    ("f", "shelling", "2026-03-10T10:05"),
]
REGIONS = ["East", "East", "West", "East", "East", "East"]


def at(text: str) -> dt.datetime:
    """An instant in UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def report(*entries: object, **columns: object):  # noqa: ANN201  a report
    """The report of the week; incident f is incident b again."""
    table = table_of(ROWS, region=REGIONS, **columns)
    ledger = ledger_of(table, clusters=np.array([0, 1, 2, 3, 4, 1]))
    log = log_of(entries)  # type: ignore[arg-type]
    settled = settle_all(log, parties=AGREEMENT.parties)
    return monitor(AGREEMENT, log, attribute(ledger, settled), WEEK)


def lines(made) -> dict:  # noqa: ANN001  as above
    """The counts of a report by area and kind."""
    return {(line.area, line.kind): (line.now.number, line.before.number) for line in made.lines}


def test_incidents_are_counted_once_and_by_the_days_of_the_period() -> None:
    """Seven days against seven; what two sources report counts once; the next day is another week."""
    assert lines(report()) == {
        ("", ""): (3, 1),
        ("", "shelling"): (2, 1),
        ("", "clash"): (1, 0),
        ("East", ""): (2, 1),
        ("East", "shelling"): (2, 1),
        ("West", ""): (1, 0),
        ("West", "clash"): (1, 0),
    }


def test_every_number_opens_its_incidents() -> None:
    """The rows of a count are the incidents it counts, in the period."""
    made = report()
    for line in made.lines:
        for count, period in ((line.now, WEEK), (line.before, WEEK.before)):
            assert len(count.rows) == count.number
            for row in count.rows:
                assert period.minutes[0] <= made.ledger.minutes[row] < period.minutes[1]
                assert line.kind in {"", made.ledger.kinds[row]}


def test_a_rate_needs_the_effort_of_both_periods() -> None:
    """With it, the rate is per hour; with one side only, no change can be claimed."""
    both = [
        Effort(zone="East", first=dt.date(2026, 3, 1), last=dt.date(2026, 3, 7), hours=10, known=at("2026-03-08")),
        Effort(zone="East", first=dt.date(2026, 3, 8), last=dt.date(2026, 3, 14), hours=40, known=at("2026-03-15")),
    ]
    east = next(line for line in report(*both).lines if (line.area, line.kind) == ("East", ""))
    assert (east.now.rate, east.before.rate, east.now.unit) == (2 / 40, 1 / 10, "hours")
    assert east.is_change is False
    one = next(line for line in report(both[1]).lines if (line.area, line.kind) == ("East", ""))
    assert (one.now.rate, one.chance, one.is_change) == (None, None, None)


def test_harm_counts_what_is_known_and_says_what_is_not() -> None:
    """Two killed, one injured; one incident of the week says nothing."""
    made = report(killed=[2, 0, -1, 5, -1, 9], injured=[0, 1, -1, 0, -1, 9])
    now, before = made.harm
    assert (now.killed, now.injured, now.unknown) == (2, 1, 1)
    assert (before.killed, before.injured, before.unknown) == (5, 0, 0)


def test_who_is_said_to_have_done_it_and_to_whom_it_is_attributed_are_two_lists() -> None:
    """The data claim, the Commission attributes; what is told of the second report holds for the first."""
    word = Attribution(
        incident="f", party="North", by="Commission", confidence=0.8, evidence=("inspection",), known=at("2026-03-12")
    )
    made = report(word, actor=["South", "South", "", "South", "", "North"])
    assert made.claims == {"South": 2}
    assert made.attributed == {"North": 1}
    assert made.unattributed == 2


def test_open_attributions_are_listed() -> None:
    """Two bodies disagree on incident c."""
    words = [
        Attribution(incident="c", party=party, by=by, confidence=0.6, evidence=("witness",), known=at("2026-03-15"))
        for party, by in (("North", "Commission"), ("South", "Agency"))
    ]
    made = report(*words)
    assert [question.incident for question in made.open] == ["c"]
    assert (made.attributed, made.unattributed) == ({}, 2)


def test_breaches_are_listed_with_what_came_of_them() -> None:
    """One put right in the week, one before it that is not."""

    def said(what: What, when: str) -> Happening:
        return Happening(
            what=what, subject="ceasefire", earliest=at(when), latest=at(when), by="Commission", known=at(when)
        )

    mended = report(said(What.BREACHED, "2026-03-05"), said(What.REMEDIED, "2026-03-10"))
    (remedy,) = mended.remedies
    assert (remedy.breached, remedy.remedied) == (at("2026-03-05"), at("2026-03-10"))
    (remedy,) = report(said(What.BREACHED, "2026-03-05")).remedies
    assert remedy.remedied is None
    assert report(said(What.BREACHED, "2026-03-02"), said(What.REMEDIED, "2026-03-03")).remedies == ()


def test_effort_of_several_days_counts_in_proportion() -> None:
    """Half of a fortnight's patrols, every camera on every day."""
    fortnight = Effort(
        zone="East", first=dt.date(2026, 3, 8), last=dt.date(2026, 3, 21), patrols=14, cameras=2, known=at("2026-03-22")
    )
    assert looking([fortnight], "East", WEEK) == Looking(patrols=7.0, cameras=14.0, days=7)
    assert looking([fortnight], "West", WEEK) == Looking()


@given(st.integers(0, 300), st.integers(0, 300), st.floats(0.05, 0.95))
def test_the_chance_of_two_counts_is_a_probability_and_the_same_the_other_way_round(
    now: int, before: int, share: float
) -> None:
    """Swapping the periods changes nothing."""
    chance = chance_of(now, before, share)
    assert 0 <= chance <= 1 + 1e-9
    assert chance == pytest.approx(chance_of(before, now, 1 - share), abs=1e-6)


def test_a_period_without_incidents_is_a_report_of_nothing() -> None:
    """No lines but the whole, and no error."""
    empty = monitor(AGREEMENT, log_of([]), ledger_of(table_of([])), WEEK)
    assert lines(empty) == {("", ""): (0, 0)}
