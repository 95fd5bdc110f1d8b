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

_CONTRARY = frozenset(
    {frozenset(pair) for pair in (("agreed", "open"), ("agreed", "blocked"), ("progress", "blocked"))}
)
"""Statuses that cannot both hold of one matter; progress on what is still open is no contradiction."""
_WORDS = 2
_HALF = 0.5
_CLAIMS = 40
"""Claims of a finding whose words are looked at, at most."""


def clashes_of_status(statuses: Iterable[Woven[IssueStatusContent]], cast: Cast) -> Iterator[Clash]:
    """Find where one account has an issue agreed or moving, another open or blocked; one clash for each issue."""
    by_issue: dict[str, list[Woven[IssueStatusContent]]] = defaultdict(list)
    for woven in statuses:
        by_issue[woven.content.issue].append(woven)
    for issue, told in sorted(by_issue.items()):
        pairs = [(a, b) for a, b in pairs_of(told) if _contrary(a, b, cast)]
        if pairs:
            label = issues()[issue].label if issue in issues() else issue
            yield clash_of(f"{label}: how far the talks have come", issue, pairs, _status_text)


def _contrary(one: Woven[IssueStatusContent], other: Woven[IssueStatusContent], cast: Cast) -> bool:
    if frozenset((one.content.status, other.content.status)) not in _CONTRARY or not independent(
        one.claims, other.claims
    ):
        return False
    words, others = _matters(one, cast), _matters(other, cast)
    if one.content.issue in WIDE_ISSUES:
        return len(words & others) >= _WORDS and shared(words, others) >= _HALF
    if not words or not others:
        return True
    least = _HALF if "progress" in {one.content.status, other.content.status} else 0.0
    return bool(words & others) and shared(words, others) >= least


def _matters(woven: Woven[IssueStatusContent], cast: Cast) -> frozenset[str]:
    """What is agreed or open, without the names of actors and their titles."""
    words = frozenset[str]().union(*(status_words(claim.content) for claim in woven.claims[:_CLAIMS]))
    return frozenset(word for word in words - _titles() if not cast.names_any(word))


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(stem(word) for word in lexicon.names().honorifics)


def _status_text(woven: Woven[IssueStatusContent]) -> str:
    return f"{woven.content.status}: {woven.content.text}" if woven.content.text else woven.content.status


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
