"""Trends: a halved rate is found, chance is not taken for change, and what was agreed stands beside it."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from watch_tables import table_of

from goodoffices.watch.ledger import ledger_of
from goodoffices.watch.log import Effort, log_of
from goodoffices.watch.trends import Mark, daily_series, find_trends, scan, trend_of
from goodoffices.watch.trends.series import Series

FIRST = dt.date(2026, 1, 1)


def chance(seed: int = 1) -> np.random.Generator:
    """The same numbers for the same seed."""
    return np.random.default_rng(seed)


def drawn(*stretches: tuple[float, int], seed: int = 0) -> np.ndarray:
    """Poisson counts: rate a day and days."""
    numbers = chance(seed)
    return np.concatenate([numbers.poisson(rate, days) for rate, days in stretches])


def test_a_halved_rate_is_found_within_a_week() -> None:
    """Twenty a day become ten: in 20 of 20 series, on a day within 7 of the true one, inside its interval."""
    for seed in range(20):
        splits = scan(drawn((20, 90), (10, 60), seed=seed), None, chance())
        near = [split for split in splits if abs(split.place - 90) <= 7]
        assert len(near) == 1
        assert near[0].earliest <= near[0].place <= near[0].latest
        assert near[0].after == pytest.approx(10, rel=0.25)


def test_chance_is_not_taken_for_change() -> None:
    """Of 60 steady series at most 7 are taken for a change (5 % are 3; 8 or more happen once in 70 runs)."""
    alarms = sum(bool(scan(drawn((20, 120), seed=seed), None, chance())) for seed in range(100, 160))
    assert alarms <= 7


def test_what_the_effort_explains_is_no_change() -> None:
    """Half the patrols, half the incidents: the rate is the same."""
    effort = np.concatenate([np.full(60, 2.0), np.full(60, 1.0)])
    counts = chance(4).poisson(effort * 10)
    assert scan(counts, None, chance())
    assert scan(counts, effort, chance()) == []


def test_several_changes_are_found_in_order() -> None:
    """Up and down again."""
    splits = scan(drawn((5, 60), (20, 60), (5, 60)), None, chance())
    assert [round(split.place / 10) for split in splits] == [6, 12]
    assert [split.after > split.before for split in splits] == [True, False]


@pytest.mark.parametrize("counts", [[], [3], [0] * 50, [1, 2, 3, 4], [10**9] * 20])
def test_series_that_say_nothing_have_no_change(counts: list[int]) -> None:
    """Empty, short, all nought, all the same."""
    assert scan(np.array(counts, dtype=np.int64), None, chance()) == []


def test_ten_incidents_are_needed_to_say_anything() -> None:
    """Fewer are too few, and that is said."""
    series = Series(first=FIRST, counts=np.array([1] * 5 + [0] * 20))
    assert trend_of(series).too_few


def test_what_was_agreed_at_that_time_stands_beside_a_change() -> None:
    """Only marks between the earliest and the latest day."""
    series = Series(first=FIRST, counts=drawn((20, 90), (6, 60)))
    marks = [Mark(FIRST + dt.timedelta(days=90), "ceasefire"), Mark(FIRST + dt.timedelta(days=20), "talks")]
    (turn,) = trend_of(series, marks=marks).turns
    assert [mark.words for mark in turn.marks] == ["ceasefire"]


def test_trends_are_looked_for_by_kind_and_only_where_they_are() -> None:
    """Shelling halves, clashes do not."""
    rows = []
    for kind, counts in (("shelling", drawn((12, 60), (4, 60))), ("clash", drawn((6, 120), seed=3))):
        for day, number in enumerate(counts):
            rows += [(f"{kind}-{day}-{each}", kind, f"{FIRST + dt.timedelta(days=day)}") for each in range(number)]
    found = find_trends(ledger_of(table_of(rows)), log_of([]), FIRST, FIRST + dt.timedelta(days=119))
    turns = {trend.series.kind: len(trend.turns) for trend in found}
    assert turns["shelling"] == 1
    assert turns["clash"] == 0
    assert not any(trend.is_rate for trend in found)


def test_a_series_is_a_rate_only_where_the_effort_of_every_day_is_known() -> None:
    """One day without, and it is a count."""
    ledger = ledger_of(table_of([("a", "shelling", "2026-01-02")]))
    known = dt.datetime(2026, 1, 4, tzinfo=dt.UTC)
    effort = Effort(zone="", first=FIRST, last=FIRST + dt.timedelta(days=1), hours=6, known=known)
    whole = daily_series(ledger, FIRST, FIRST + dt.timedelta(days=1), efforts=[effort])
    assert whole.effort is not None
    assert whole.effort.tolist() == [3.0, 3.0]
    assert daily_series(ledger, FIRST, FIRST + dt.timedelta(days=2), efforts=[effort]).effort is None
