"""A clash of what reports say, and the disagreement that it is shown as."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from goodoffices.record.finding import Disagreement, Finding, Side
from goodoffices.record.ids import content_id
from goodoffices.record.release import Marking, most_restricted

__all__ = ["Clash", "Voice", "opponents", "show", "voice_of"]


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """What one account says in a clash.

    Attributes:
        side: It, as a side of a disagreement.
        marking: Who may be shown it.
    """

    side: Side
    marking: Marking = Marking.CLEAR


def voice_of(finding: Finding, text: str, *, only: Finding | None = None) -> Voice:
    """Let a finding speak.

    Args:
        finding: The finding.
        text: What it says, in one clause.
        only: The evidence of this side where it is not all of the finding's (two versions of one plan), else None.
    """
    shown = only or finding
    side = Side(text=text, evidence=shown.evidence, finding=finding.id, said_by=shown.said_by, as_of=shown.as_of)
    return Voice(side=side, marking=shown.marking)


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """Accounts that cannot all hold.

    Attributes:
        about: What they clash over, in one short line.
        issue: Id of the issue, or None.
        voices: What each says.
        pairs: Ids of the findings that cannot hold beside each other, two and two.
    """

    about: str
    voices: tuple[Voice, ...]
    issue: str | None = None
    pairs: tuple[tuple[str, str], ...] = ()


def show(clash: Clash) -> Disagreement:
    """Show a clash: its sides by their days, undated ones last, and whether it can be a change over time."""
    sides = [voice.side for voice in clash.voices]
    sides.sort(key=lambda side: (side.as_of or dt.date.max, side.evidence, side.finding, side.text))
    return Disagreement(
        id=content_id("d", sorted({_mark(side) for side in sides}), clash.about),
        about=clash.about,
        issue=clash.issue,
        sides=tuple(sides),
        over_time=_each_of_its_day(sides),
        marking=most_restricted(voice.marking for voice in clash.voices),
    )


def _mark(side: Side) -> str:
    """What stays the same of a side whatever else is reported: its finding, or the sentence that it first stands in."""
    if side.finding:
        return side.finding
    first = side.evidence[0]
    return f"{first.report} {first.start} {first.end}"


def _each_of_its_day(sides: Sequence[Side]) -> bool:
    days = [side.as_of for side in sides]
    return None not in days and len(set(days)) == len(days)


def opponents(clashes: Iterable[Clash]) -> dict[str, tuple[str, ...]]:
    """Id of a finding -> ids of the findings that cannot hold beside it, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for clash in clashes:
        for one, other in clash.pairs:
            if one != other:
                found[one].add(other)
                found[other].add(one)
    return {finding: tuple(sorted(others)) for finding, others in found.items()}
