"""Where the reports disagree: the sides beside each other, each with its report and day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from goodoffices.brief.model import DisputeSide, DisputeView, Entry, Ref
from goodoffices.brief.wording import wording
from goodoffices.record import Disagreement, Side

from .entries import CITED_CHARACTERS, Sources
from .phrases import clip
from .roster import Roster

__all__ = ["disputes"]


def disputes(
    found: tuple[Disagreement, ...], by_id: Mapping[str, Entry], roster: Roster, sources: Sources
) -> tuple[DisputeView, ...]:
    """Show each disagreement; one whose findings this audience is not shown keeps its words and its evidence."""
    letter = wording().kinds["disagreement"].letter
    return tuple(_dispute(one, f"{letter}{n}", by_id, roster, sources) for n, one in enumerate(found, 1))


def _dispute(
    one: Disagreement, label: str, by_id: Mapping[str, Entry], roster: Roster, sources: Sources
) -> DisputeView:
    sides = tuple(sorted((_side(side, by_id, roster, sources) for side in one.sides), key=_day))
    concerned = {party for side in one.sides if side.finding in by_id for party in by_id[side.finding].parties}
    return DisputeView(
        id=one.id,
        label=label,
        about=one.about,
        issue=one.issue,
        sides=sides,
        over_time=one.over_time,
        by_answers=one.by_answers,
        marking=one.marking,
        parties=roster.sides(concerned | {side.said_by for side in one.sides if side.said_by}),
        reports=tuple(sorted({c.number for side in sides for c in side.evidence})),
        citation=f"{one.about} " + " / ".join(_cited(side) for side in sides),
    )


def _cited(side: DisputeSide) -> str:
    first = side.evidence[0]
    return f"“{clip(first.quote, CITED_CHARACTERS)}” ({first.source})"


def _day(side: DisputeSide) -> dt.date:
    return side.as_of or dt.date.max


def _side(side: Side, by_id: Mapping[str, Entry], roster: Roster, sources: Sources) -> DisputeSide:
    entry = by_id.get(side.finding)
    return DisputeSide(
        text=side.text,
        speaker=roster.name(side.said_by),
        said_by=side.said_by,
        as_of=side.as_of,
        evidence=tuple(sources.cite(evidence) for evidence in side.evidence),
        finding=entry.ref if entry else Ref(side.finding, ""),
        statements=side.statements,
    )
