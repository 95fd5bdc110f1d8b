"""Clashes over states: an issue agreed or blocked, a mechanism agreed or rejected, a meeting held or cancelled."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from goodoffices.record.content import IssueStatusContent, MechanismContent, MeetingContent
from goodoffices.record.vocabulary import issues

from . import lexicon
from .cast import Cast
from .clash import Clash
from .mechanisms import clashing, like_names, mechanism_words
from .meetings import Meetings, both_ways, may_be_one_meeting
from .pairing import across, clash_of, connected, pairs_of
from .statuses import WIDE_ISSUES, status_words
from .wording import shared, stem
from .woven import Woven, independent

__all__ = ["clashes_of_mechanism", "clashes_of_meeting", "clashes_of_status", "meeting_text"]

def clashes_of_mechanism(mechanisms: Iterable[Woven[MechanismContent]]) -> Iterator[Clash]:
    """Find where one voice has a mechanism agreed and another rejected; two parties that differ are no clash."""
    told = list(mechanisms)
    rejected = [woven for woven in told if woven.content.status == "rejected"]
    others = [woven for woven in told if woven.content.status != "rejected"]
    pairs = [pair for pair in across(rejected, others, _mechanism_marks) if _agreed_and_rejected(*pair)]
    for group in connected(pairs):
        name = min(woven.content.name for pair in group for woven in pair)
        yield clash_of(
            f"{name}: agreed or rejected", None, group, lambda woven: f"{woven.content.status}: {woven.content.name}"
        )


def _mechanism_marks(woven: Woven[MechanismContent]) -> list[tuple[str, str]]:
    return [(woven.content.kind, word) for word in mechanism_words(woven.content)]


def _agreed_and_rejected(one: Woven[MechanismContent], other: Woven[MechanismContent]) -> bool:
    if not clashing(one.content, other.content) or one.finding.said_by != other.finding.said_by:
        return False
    return like_names(one.content, other.content) and independent(one.claims, other.claims)


def clashes_of_meeting(meetings: Iterable[Woven[MeetingContent]], cast: Cast) -> Iterator[Clash]:
    """Find where one report has a meeting held and another has it cancelled."""
    kind = Meetings(cast)
    told = list(meetings)
    cancelled = [woven for woven in told if woven.content.status == "cancelled"]
    held = [woven for woven in told if both_ways(woven.content.status, "cancelled")]
    pairs = [
        (a, b)
        for a, b in across(cancelled, held, lambda woven: kind.marks(woven.claims[0]))
        if independent(a.claims, b.claims) and may_be_one_meeting(a.claims[0], b.claims[0], cast)
    ]
    for group in connected(pairs):
        place = min(
            (woven.content.place for pair in group for woven in pair if woven.content.place), default="place unknown"
        )
        yield clash_of(f"Meeting ({place}): held or cancelled", None, group, lambda woven: meeting_text(woven, cast))


def meeting_text(woven: Woven[MeetingContent], cast: Cast) -> str:
    """A meeting in one clause."""
    said, when = woven.content, woven.finding.when
    who = ", ".join(cast.name(actor) for actor in said.participants) or "participants unknown"
    time = (when.iso() if when.known else when.text) if when is not None else ""
    return ", ".join(part for part in (f"{said.status.replace('_', ' ')}: {who}", said.place or "", time) if part)
