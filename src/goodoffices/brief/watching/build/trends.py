"""From trends to their page: a sentence a series, and no change beyond the test."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import numpy as np

from goodoffices.brief.build.phrases import counted, day_words, join_names
from goodoffices.brief.watching.backing import Backing
from goodoffices.brief.watching.model import (
    IncidentView,
    MarkView,
    SeriesView,
    StretchView,
    TrendPage,
    TurnView,
    WeekView,
)
from goodoffices.brief.watching.wording import wording
from goodoffices.watch.trends import Mark, Series, Trend, Turn

from .incidents import Incidents, kind_label
from .moments import days_words
from .rates import rates_of

__all__ = ["build_trends"]

_EPOCH = dt.date(1970, 1, 1)
_DAY_MINUTES = 24 * 60
_WEEK = 7
_MOST = 50_000  # incidents that are listed week by week
_FINEST = 0.001  # chances below it are not told apart


def build_trends(
    trends: Sequence[Trend], *, title: str, days: tuple[dt.date, dt.date], marks: Collection[Mark], backing: Backing
) -> TrendPage:
    """Build the page of trends.

    Args:
        trends: Every series that was looked at, the whole first.
        title: The agreement.
        days: First and last day.
        marks: What was agreed when.
        backing: With the ledger, every week opens its incidents.
    """
    first, last = days
    shown = [mark for mark in marks if first <= mark.day <= last]
    numbered = tuple(MarkView(number, mark.day, mark.words) for number, mark in enumerate(shown, 1))
    places = {(mark.day, mark.words): mark.number for mark in numbered}
    series = tuple(_series(each, places, backing) for each in trends)
    weeks, incidents = _weeks(first, last, backing)
    return TrendPage(
        title=title,
        first=first,
        last=last,
        generated=backing.generated,
        marking=backing.rests_on,
        sentences=tuple(_sentences(series)),
        cautions=(*_cautions(series), *_unlisted(series, backing)),
        marks=numbered,
        series=series,
        weeks=weeks,
        incidents=incidents,
    )


def _series(trend: Trend, places: dict[tuple[dt.date, str], int], backing: Backing) -> SeriesView:
    series = trend.series
    stretches = tuple(_stretches(trend))
    rates = pairwise(each.rate for each in stretches)
    turns = tuple(_turn(each, ends, series, places) for each, ends in zip(trend.turns, rates, strict=True))
    return SeriesView(
        zone=series.zone,
        kind=series.kind,
        party=series.party,
        label=_label(series, backing),
        first=series.first,
        total=series.total,
        counts=tuple(series.counts.tolist()),
        effort=None if series.effort is None else tuple(series.effort.tolist()),
        unit=series.unit,
        is_rate=trend.is_rate,
        too_few=trend.too_few,
        turns=turns,
        stretches=stretches,
        sentences=tuple(_said(trend, turns)),
    )


def _label(series: Series, backing: Backing) -> str:
    if series.zone:
        return backing.zone_name(series.zone)
    if series.kind:
        return kind_label(series.kind)
    return f"attributed to {series.party}" if series.party else "everywhere, of every kind"


def _turn(turn: Turn, rates: tuple[float, float], series: Series, places: dict[tuple[dt.date, str], int]) -> TurnView:
    """A change, with the rates of the stretches on either side as the page shows them."""
    before, after = rates
    marks = tuple(places[mark.day, mark.words] for mark in turn.marks if (mark.day, mark.words) in places)
    said = rates_of(rates, series.unit)
    words = (
        f"From {said.words[0]} to {said.words[1]} {said.per}, {_change(before, after)}, "
        f"on {day_words(turn.day)} or near it "
        f"({days_words(turn.earliest, turn.latest)} nineteen times in twenty); "
        f"chance does as much {_chance(turn.chance)}."
    )
    return TurnView(
        day=turn.day,
        earliest=turn.earliest,
        latest=turn.latest,
        before=before,
        after=after,
        chance=turn.chance,
        marks=marks,
        words=words,
    )


def _change(before: float, after: float) -> str:
    if not before or not after:
        return "from none" if after else "to none"
    share = after / before - 1
    return f"{abs(share):.0%} {'more' if share > 0 else 'less'}"


def _chance(chance: float) -> str:
    return f"{chance:.1%} of the time at most" if chance >= 0.001 else "less than once in a thousand times"  # noqa: PLR2004  below it no more is known


def _stretches(trend: Trend) -> Iterator[StretchView]:
    series = trend.series
    bounds = [0, *((turn.day - series.first).days for turn in trend.turns), len(series.counts)]
    for start, end in pairwise(bounds):
        number = int(series.counts[start:end].sum())
        per_day = number / (end - start)
        rate = per_day if series.effort is None else number / float(series.effort[start:end].sum())
        yield StretchView(series.day(start), series.day(end - 1), number, rate, per_day)


def _said(trend: Trend, turns: Sequence[TurnView]) -> Iterator[str]:
    """What is to be said of one series."""
    if trend.too_few:
        yield f"{counted(trend.series.total, 'incident')}: too few to say anything of a trend."
        return
    if not turns:
        yield f"{counted(trend.series.total, 'incident')}: no change that chance would not do as well."
    yield from (turn.words for turn in turns)
    if not trend.is_rate and turns:
        yield "The effort is not known for every day: it may be the looking that changed."


def _sentences(series: Sequence[SeriesView]) -> Iterator[str]:
    if not series:
        yield "No incident in this time."
        return
    whole = series[0]
    yield from whole.sentences
    others = series[1:]
    changed = sum(bool(each.turns) for each in others)
    few = sum(each.too_few for each in others)
    if others:
        still = len(others) - changed - few
        yield (
            f"Of {counted(len(others), 'part')} looked at, {changed} changed by more than chance does, {still} not, "
            f"and {few} had too few incidents to say."
        )


def _cautions(series: Sequence[SeriesView]) -> Iterator[str]:
    words = wording().cautions
    blind = [each.label for each in series if not each.is_rate and not each.too_few]
    if blind:
        named = "all of it" if len(blind) == len(series) else join_names(blind)
        yield f"{words['no_effort']} So it is for: {named}."
    if any(turn.marks for each in series for turn in each.turns):
        yield words["together"]


def _unlisted(series: Sequence[SeriesView], backing: Backing) -> Iterator[str]:
    """What is said where the incidents are too many to be listed."""
    total = series[0].total if series else 0
    if backing.ledger is not None and total > _MOST:
        yield wording().cautions["too_many"].format(total=f"{total:,}")


def _weeks(first: dt.date, last: dt.date, backing: Backing) -> tuple[tuple[WeekView, ...], tuple[IncidentView, ...]]:
    """The incidents week by week, where they are at hand."""
    ledger = backing.ledger
    if ledger is None:
        return (), ()
    start, end = ((day - _EPOCH).days for day in (first, last + dt.timedelta(days=1)))
    rows = ledger.select(since=start * _DAY_MINUTES, before=end * _DAY_MINUTES)
    if len(rows) > _MOST:
        return (), ()
    weeks = (ledger.minutes[rows] // _DAY_MINUTES - start) // _WEEK
    incidents = Incidents(ledger, backing)
    made = []
    for number in range(-(-(end - start) // _WEEK)):
        begin = first + dt.timedelta(days=number * _WEEK)
        stop = min(last, begin + dt.timedelta(days=_WEEK - 1))
        made.append(WeekView(begin, stop, incidents.ids(rows[np.flatnonzero(weeks == number)])))
    return tuple(made), incidents.listed()
