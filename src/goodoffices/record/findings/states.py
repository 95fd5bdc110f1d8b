"""Clashes over states: a mechanism agreed or rejected, a meeting held, planned or cancelled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from goodoffices.record.content import MechanismContent, MeetingContent
from goodoffices.record.vocabulary import mechanisms as kinds

from .cast import Cast
from .claims import Claim
from .clash import Clash, voice_of
from .mechanisms import clashing, like_names, mechanism_words
from .meetings import Meetings, both_ways, may_be_one_meeting
from .pairing import across, clash_of, connected
from .shelf import Shelf
from .verdicts import Rulings
from .woven import Woven, bind, independent

__all__ = ["clashes_of_mechanism", "clashes_of_meeting", "meeting_text"]


def clashes_of_mechanism(mechanisms: Iterable[Woven[MechanismContent]]) -> Iterator[Clash]:
    """Find where one voice has a mechanism agreed and another rejected; two parties that differ are no clash."""
    told = list(mechanisms)
    rejected = [woven for woven in told if woven.content.status == "rejected"]
    others = [woven for woven in told if woven.content.status != "rejected"]
    pairs = [pair for pair in across(rejected, others, _mechanism_marks) if _agreed_and_rejected(*pair)]
    for group in connected(pairs):
        name = min(woven.content.name for pair in group for woven in pair)
        term = kinds().get(group[0][0].content.kind)
        yield clash_of(f"{name}: agreed or rejected", term.issue if term else None, group, _mechanism_text)


def _mechanism_text(woven: Woven[MechanismContent]) -> str:
    return f"{woven.content.name} is {woven.content.status.replace('_', ' ')}"


def _mechanism_marks(woven: Woven[MechanismContent]) -> list[tuple[str, str]]:
    return [(woven.content.kind, word) for word in mechanism_words(woven.content)]


def _agreed_and_rejected(one: Woven[MechanismContent], other: Woven[MechanismContent]) -> bool:
    if not clashing(one.content, other.content) or one.finding.said_by != other.finding.said_by:
        return False
    if one.finding.said_by is None and not _is_marked(one, other):
        return False
    return like_names(one.content, other.content) and independent(one.claims, other.claims)


def _is_marked(one: Woven[MechanismContent], other: Woven[MechanismContent]) -> bool:
    """Do two words of the names or more tell which it is? Any talks may have several a "monitoring mechanism"."""
    return len(mechanism_words(one.content) & mechanism_words(other.content)) > 1


def clashes_of_meeting(
    meetings: Iterable[Woven[MeetingContent]], cast: Cast, shelf: Shelf, rulings: Rulings
) -> Iterator[Clash]:
    """Find where one report has a meeting held or planned and another has it cancelled."""
    told = list(meetings)
    yield from _held_and_cancelled(told, cast)
    yield from _planned_and_cancelled(told, cast, shelf, rulings)


def _held_and_cancelled(told: Sequence[Woven[MeetingContent]], cast: Cast) -> Iterator[Clash]:
    kind = Meetings(cast)
    cancelled = [woven for woven in told if woven.content.status == "cancelled"]
    held = [woven for woven in told if both_ways(woven.content.status, "cancelled")]
    pairs = [
        (a, b)
        for a, b in across(cancelled, held, lambda woven: kind.marks(woven.claims[0]))
        if independent(a.claims, b.claims) and may_be_one_meeting(a.claims[0], b.claims[0], cast)
    ]
    for group in connected(pairs):
        place = min((woven.content.place for pair in group for woven in pair if woven.content.place), default="")
        about = f"{_meeting_in(place)}: held or cancelled"
        yield clash_of(about, "process", group, lambda woven: meeting_text(woven, cast))


def _meeting_in(place: str | None) -> str:
    return f"Meeting in {place}" if place else "A meeting"


def _planned_and_cancelled(
    told: Sequence[Woven[MeetingContent]], cast: Cast, shelf: Shelf, rulings: Rulings
) -> Iterator[Clash]:
    """One meeting that is still on in one report and called off in another, not an earlier one."""
    for woven in told:
        off = [claim for claim in woven.claims if claim.content.status == "cancelled"]
        on = [claim for claim in woven.claims if claim.content.status == "planned" and _not_after(claim, off)]
        if not on or not off or not independent(on, off) or woven.content.status in {"held", "under_way"}:
            continue
        voices = []
        for claims in (on, off):
            only = bind(woven.content, [claim.statement for claim in claims], shelf, rulings)
            text = _clause(claims[0].content, cast)
            voices.append(voice_of(woven.finding, text, only=only))
        about = f"{_meeting_in(woven.content.place)}: planned or cancelled"
        yield Clash(about=about, issue="process", voices=tuple(voices))


def _not_after(claim: Claim[MeetingContent], off: Iterable[Claim[MeetingContent]]) -> bool:
    """Was it told before it was called off, as far as is known? A meeting that is set anew afterwards is another."""
    return all((claim.day or dt.date.min) <= (other.day or dt.date.max) for other in off)


def _clause(said: MeetingContent, cast: Cast) -> str:
    who = ", ".join(cast.name(actor) for actor in said.participants) or "participants unknown"
    return f"{said.status.replace('_', ' ')}: {who}" + (f", {said.place}" if said.place else "")


def meeting_text(woven: Woven[MeetingContent], cast: Cast) -> str:
    """A meeting in one clause."""
    when = woven.finding.when
    time = (when.iso() if when.known else when.text) if when is not None else ""
    return _clause(woven.content, cast) + (f", {time}" if time else "")
