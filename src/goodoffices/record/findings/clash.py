"""A clash of findings, and the disagreement that it is shown as."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from goodoffices.record.finding import Disagreement, Finding, Side
from goodoffices.record.ids import content_id
from goodoffices.record.release import most_restricted

__all__ = ["Clash", "Voice", "opponents", "show"]


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """What one finding says in a clash.

    Attributes:
        finding: The finding.
        text: What it says, in one clause.
        only: The evidence of this side where it is not all of the finding's (two versions of one plan), else None.
    """

    finding: Finding
    text: str
    only: Finding | None = None

    def side(self) -> Side:
        """Show it as a side of a disagreement."""
        shown = self.only or self.finding
        return Side(
            text=self.text,
            evidence=shown.evidence,
            finding=self.finding.id,
            said_by=shown.said_by,
            as_of=shown.as_of,
        )


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """Findings that cannot all hold.

    Attributes:
        about: What they clash over.
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
    sides = [voice.side() for voice in clash.voices]
    sides.sort(key=lambda side: (side.as_of or dt.date.max, side.finding, side.text))
    return Disagreement(
        id=content_id("d", sorted({side.finding for side in sides}), clash.about),
        about=clash.about + _change(sides),
        issue=clash.issue,
        sides=tuple(sides),
        marking=most_restricted((voice.only or voice.finding).marking for voice in clash.voices),
    )


def _change(sides: Sequence[Side]) -> str:
    """Say that a clash can be a change, where every side is dated and not all of one day."""
    days = [side.as_of for side in sides]
    known = sorted({day for day in days if day is not None})
    if None in days or len(known) < 2:  # noqa: PLR2004  one day is no change
        return ""
    return f" (or a change between {known[0].isoformat()} and {known[-1].isoformat()})"


def opponents(clashes: Iterable[Clash]) -> dict[str, tuple[str, ...]]:
    """Id of a finding -> ids of the findings that cannot hold beside it, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for clash in clashes:
        for one, other in clash.pairs:
            if one != other:
                found[one].add(other)
                found[other].add(one)
    return {finding: tuple(sorted(others)) for finding, others in found.items()}
