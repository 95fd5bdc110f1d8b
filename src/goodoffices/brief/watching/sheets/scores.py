"""Compliance by provision as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.brief.watching.build.moments import short_day
from goodoffices.brief.watching.model import DegreeView, ScorePage

from .blocks import Block, Heading, Item, Say, Table
from .pieces import change_items

__all__ = ["score_blocks"]

_LAST = 6  # days side by side; the JSON has all


def score_blocks(page: ScorePage) -> Iterator[Block]:
    """Lay the scores out: the last few days side by side, then what the last degrees rest on."""
    yield Heading(1, f"{page.title}: how far each provision has come")
    if page.marking.rank:
        yield Say(page.marking.label)
    yield Say(" ".join(page.sentences))
    days = page.days[-_LAST:]
    head = ("Provision", "What", *(short_day(day, year=True) for day in days))
    rows = [(each.provision, each.topic, *map(_degree, each.degrees[-_LAST:])) for each in page.provisions]
    totals = ("–" if share is None else f"{share:.0%}" for share in page.totals[-_LAST:])
    yield Table(head, (*rows, ("", "all together", *totals)))
    if len(page.days) > _LAST:
        yield Say(f"The last {_LAST} of {len(page.days)} days; --format json has all.")
    yield Heading(2, "What the last degrees rest on")
    for each in page.provisions:
        for evidence in each.evidence:
            yield Item(f"{each.provision}, {evidence.obligation}: {evidence.why} ({evidence.share:.0%})")
            yield from change_items(evidence.changes, 1)


def _degree(degree: DegreeView) -> str:
    return degree.label if degree.degree is None else f"{degree.degree} {degree.label}"
