"""Trends and compliance as pages: a sentence a series, no change beyond the test, each score with its evidence."""

from __future__ import annotations

import datetime as dt
import itertools
import json

import msgspec
import numpy as np
import pytest
from watch_tables import table_of
from watching_sample import AGREEMENT, BREACH, ENTRIES, at, example, log_of, said

from goodoffices.brief.watching import Backing, render_scores, render_trend
from goodoffices.brief.watching.build import build_scores, build_trends
from goodoffices.brief.watching.build.rates import rates_of
from goodoffices.brief.watching.model import ScorePage, TrendPage
from goodoffices.watch.compliance import score
from goodoffices.watch.ledger import Ledger, ledger_of
from goodoffices.watch.log import Effort
from goodoffices.watch.trends import Mark, find_trends

FIRST, DAYS = dt.date(2026, 1, 1), 60
LAST = FIRST + dt.timedelta(days=DAYS - 1)
MARKS = (
    Mark(FIRST, "signed"),
    Mark(FIRST + dt.timedelta(days=30), "in force"),
    Mark(LAST + dt.timedelta(days=9), "after"),
)


def incidents(*rates: tuple[float, int], seed: int = 1) -> tuple[object, Ledger]:
    """Incidents by the day, at these rates for these days."""
    chance = np.random.default_rng(seed)
    counts = np.concatenate([chance.poisson(rate, days) for rate, days in rates])
    rows = [
        (f"i-{day}-{n}", "shelling", f"{FIRST + dt.timedelta(days=day)}T{n % 24:02d}:00")
        for day, many in enumerate(counts.tolist())
        for n in range(many)
    ]
    table = table_of(rows, text=[f"report of {row[0]}" for row in rows])
    return table, ledger_of(table)


def trends(*rates: tuple[float, int], efforts: tuple[Effort, ...] = ()) -> TrendPage:
    """The page of a series made of these stretches."""
    table, counted = incidents(*rates)
    log = log_of(efforts)
    found = find_trends(counted, log, FIRST, LAST, marks=MARKS)
    backing = Backing(log=log, table=table, ledger=counted)  # type: ignore[arg-type]
    return build_trends(found, title="Truce", days=(FIRST, LAST), marks=MARKS, backing=backing)


def test_a_change_says_from_what_to_what_when_and_how_surely() -> None:
    """Ten a day become two: one change, near the day, with its interval and the mark of that time."""
    whole = trends((10, 30), (2, 30)).series[0]
    (turn,) = whole.turns
    assert abs((turn.day - (FIRST + dt.timedelta(days=30))).days) <= 3
    assert turn.earliest <= turn.day <= turn.latest
    assert turn.chance <= 0.05
    assert [MARKS[number - 1].words for number in turn.marks] == ["in force"]
    assert "less" in turn.words
    assert "nineteen times in twenty" in turn.words


def test_the_stretches_cover_the_time_and_add_up() -> None:
    """Each begins on the day after the one before; their incidents are all incidents, and the rates are theirs."""
    whole = trends((10, 30), (2, 30)).series[0]
    assert whole.stretches[0].first == FIRST
    assert whole.stretches[-1].last == LAST
    for left, right in itertools.pairwise(whole.stretches):
        assert right.first - left.last == dt.timedelta(days=1)
    assert sum(each.number for each in whole.stretches) == whole.total
    assert (whole.turns[0].before, whole.turns[0].after) == tuple(each.rate for each in whole.stretches)


def test_no_change_is_claimed_of_a_steady_series_and_few_incidents_say_nothing() -> None:
    """One sentence each, and no turn."""
    steady = trends((5, 60)).series[0]
    assert steady.turns == ()
    assert steady.sentences == (f"{steady.total} incidents: no change that chance would not do as well.",)
    few = trends((0.1, 60)).series[0]
    assert few.too_few
    assert "too few" in few.sentences[0]


def test_without_effort_a_change_may_be_of_the_looking_and_with_it_rates_are_shown() -> None:
    """The caution stands there, and goes once the effort of every day is known."""
    blind = trends((10, 30), (2, 30))
    assert any(each.startswith("A count without effort is not a trend") for each in blind.cautions)
    assert blind.series[0].sentences[-1].endswith("it may be the looking that changed.")
    hours = Effort(zone="East", first=FIRST, last=LAST, hours=24.0 * DAYS, known=at("2026-03-15"))
    seen = trends((10, 30), (2, 30), efforts=(hours,))
    assert seen.series[0].unit == "hours"
    assert "100 hours" in seen.series[0].turns[0].words
    assert not any(each.startswith("A count") and "all of it" in each for each in seen.cautions)


def test_marks_outside_the_time_are_left_out_and_the_others_numbered() -> None:
    """Two of three lie in it."""
    assert [(each.number, each.words) for each in trends((5, 60)).marks] == [(1, "signed"), (2, "in force")]


def test_every_week_opens_its_incidents() -> None:
    """All incidents of the time lie in one week each, in its days, with the report's words."""
    made = trends((3, 60))
    listed = [name for week in made.weeks for name in week.incidents]
    assert sorted(listed) == sorted(each.id for each in made.incidents)
    by_id = {each.id: each for each in made.incidents}
    for week in made.weeks:
        assert all(str(week.first) <= by_id[name].first[:10] <= str(week.last) for name in week.incidents)
    assert made.weeks[-1].last == LAST
    assert made.incidents[0].text.startswith("report of")


def test_rates_are_written_so_that_they_can_be_read() -> None:
    """Small ones for a hundred hours; a day stays a day; what is not known is unknown."""
    small = rates_of((0.05, None), "hours")
    assert (small.words, small.per) == (("5", "unknown"), "in 100 hours")
    assert rates_of((0.5, 0.25), "").per == "a day"
    assert rates_of((2.0,), "hours").per == "an hour"


def test_the_trend_page_reads_back_and_every_form_has_every_series() -> None:
    """The example: JSON loses nothing; HTML, Markdown and text name each series."""
    agreement, log, backing = example()
    days = (dt.date(2025, 7, 21), dt.date(2025, 12, 14))
    assert backing.ledger is not None
    found = find_trends(backing.ledger, log, *days, by=("zone",))
    made = build_trends(found, title=agreement.name, days=days, marks=(), backing=backing)
    written = render_trend(found, form="json", title=agreement.name, days=days, backing=backing)
    assert msgspec.json.decode(written, type=TrendPage) == made
    for form in ("text", "md", "html"):
        page = render_trend(found, form=form, title=agreement.name, days=days, backing=backing).casefold()
        for series in made.series:
            assert series.label.casefold() in page


def test_the_drop_after_the_truce_of_the_example_is_found() -> None:
    """The example is made so that it drops on 15 September: the page says so, with the truce beside it."""
    agreement, log, backing = example()
    days = (dt.date(2025, 7, 21), dt.date(2025, 12, 14))
    assert backing.ledger is not None
    marks = (Mark(dt.date(2025, 9, 15), "in force"),)
    found = find_trends(backing.ledger, log, *days, marks=marks, by=())
    (whole,) = build_trends(found, title=agreement.name, days=days, marks=marks, backing=backing).series
    first = whole.turns[0]
    assert first.after < first.before
    assert first.marks == (1,)


def test_no_incidents_is_a_page() -> None:
    """It says so."""
    written = render_trend([], form="html", title="Truce", days=(FIRST, LAST))
    assert "No incident in this time." in written


def scored(*days: str) -> ScorePage:
    """The small truce scored on some days."""
    log = log_of((*ENTRIES, said("performed", "answer/c-1", "2026-03-10T12:00")))
    scores = score(AGREEMENT, log, [dt.date.fromisoformat(day) for day in days])
    return build_scores(scores, AGREEMENT, Backing(log=log))


def test_each_degree_stands_beside_the_day_and_what_it_rests_on() -> None:
    """The ceasefire is full on 5 March and no longer on 20 March, because of the finding."""
    made = scored("2026-03-05", "2026-03-20")
    ceasefire = made.provisions[0]
    assert (ceasefire.provision, ceasefire.topic) == ("1", "cease <all> fire")
    assert [each.degree for each in ceasefire.degrees] == [3, 2]
    assert ceasefire.evidence[0].changes[-1].causes[0].note.startswith("two craters")
    assert BREACH.by == ceasefire.evidence[0].changes[-1].causes[0].by


def test_what_has_not_arisen_has_no_degree_and_is_not_in_the_total() -> None:
    """The settlement waits: shown as not arisen, and counted neither as done nor as not done."""
    made = scored("2026-03-05")
    settlement = next(each for each in made.provisions if each.provision == "7")
    assert (settlement.degrees[0].degree, settlement.degrees[0].label) == (None, "not arisen")
    assert settlement.evidence == ()
    degrees = [each.degrees[0].degree for each in made.provisions if each.degrees[0].degree is not None]
    assert made.totals[0] == pytest.approx(sum(degrees) / (3 * len(degrees)))


def test_scores_read_back_and_every_form_has_every_provision() -> None:
    """JSON loses nothing; the others show the matrix."""
    log = log_of(ENTRIES)
    scores = score(AGREEMENT, log, [dt.date(2026, 3, 5), dt.date(2026, 3, 20)])
    backing = Backing(log=log)
    written = render_scores(scores, form="json", agreement=AGREEMENT, backing=backing)
    assert msgspec.json.decode(written, type=ScorePage) == build_scores(scores, AGREEMENT, backing)
    assert json.loads(written)["format"] == "goodoffices.watch.score/1"
    for form in ("text", "md", "html"):
        page = render_scores(scores, form=form, agreement=AGREEMENT, backing=backing)
        assert "intermediate" in page
        assert "pay 100 million" in page
