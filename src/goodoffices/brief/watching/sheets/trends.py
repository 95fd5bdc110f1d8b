"""Trends as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.brief.build.phrases import day_words
from goodoffices.brief.watching.build.moments import days_words
from goodoffices.brief.watching.build.rates import rates_of
from goodoffices.brief.watching.model import SeriesView, TrendPage

from .blocks import Block, Heading, Item, Say, Table

__all__ = ["trend_blocks"]


def trend_blocks(page: TrendPage) -> Iterator[Block]:
    """Lay the trends out."""
    yield Heading(1, f"{page.title}: incidents, {days_words(page.first, page.last)}")
    if page.marking.rank:
        yield Say(page.marking.label)
    yield Say(" ".join(page.sentences))
    yield from map(Say, page.cautions)
    for series in page.series:
        yield from _series(series, page)
    if page.marks:
        yield Heading(2, "What was agreed, and what changed")
        yield from (Item(f"{day_words(mark.day)}: {mark.words}") for mark in page.marks)


def _series(series: SeriesView, page: TrendPage) -> Iterator[Block]:
    yield Heading(2, series.label)
    marks = {mark.number: mark for mark in page.marks}
    yield from map(Say, series.sentences)
    for turn in series.turns:
        near = [marks[number] for number in turn.marks]
        for day in dict.fromkeys(mark.day for mark in near):
            words = "; ".join(mark.words for mark in near if mark.day == day)
            yield Item(f"at the time of that of {day_words(turn.day)}: {day_words(day)}, {words}")
    if series.turns:
        rates = rates_of([each.rate for each in series.stretches], series.unit)
        rows = tuple(
            (days_words(each.first, each.last), f"{each.number:,}", rate)
            for each, rate in zip(series.stretches, rates.words, strict=True)
        )
        yield Table(("From, to", "Incidents", rates.per), rows)
