"""The log of a text and two tracks side by side, made of the versions that an audience sees."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec

from goodoffices.draft.log import (
    Entry,
    Hand,
    PublicClaim,
    VersionStands,
    find_divergence,
    hands_of,
    log_of,
    public_claims,
    stands_of,
)
from goodoffices.draft.log.tracks import Apart
from goodoffices.draft.text import parse_text
from goodoffices.draft.versions import History, make_version
from goodoffices.record import Findings, Marking
from goodoffices.record.note import Note

from .tasks import KeptText

__all__ = ["Logged", "TracksFound", "logged", "tracks_of"]

_NO_DAY = dt.date(1970, 1, 1)


class Logged(msgspec.Struct, frozen=True, kw_only=True):
    """The log.

    Attributes:
        entries: What each version did, the earliest first.
        stands: Who stands behind each version, by its id; "" for texts that are none of these.
        hands: Who put each point of the latest in, and who changed it last.
        claims: Sentences of reports by which a text was published or leaked.
        whole: Is it the keepers' own? What others are shown does not say that something leaked.
    """

    entries: tuple[Entry, ...]
    stands: dict[str, VersionStands]
    hands: tuple[Hand, ...]
    claims: tuple[PublicClaim, ...]
    whole: bool


def _history(kept: tuple[KeptText, ...], markings: tuple[Marking, ...] = ()) -> History:
    versions = []
    parent = ""
    for place, each in enumerate(kept):
        marking = markings[place] if markings else Marking.CLEAR
        version = make_version(
            each.source, date=each.date or _NO_DAY, author=each.author, parent=parent, note=each.note, marking=marking
        )
        versions.append(version)
        parent = version.id
    return History(Path("versions"), tuple(versions))


def logged(
    kept: tuple[KeptText, ...],
    markings: tuple[Marking, ...],
    findings: Findings | None,
    notes: tuple[Note, ...],
    whole: bool,  # noqa: FBT001  crosses to another process
) -> Logged:
    """Write the log.

    Args:
        kept: The versions that an audience sees.
        markings: Of each.
        findings: The record for the same audience, or None.
        notes: Consultations on record, for the same audience.
        whole: Is it the keepers' own?
    """
    history = _history(kept, markings)
    entries = log_of(history)
    stands: tuple[VersionStands, ...] = ()
    if findings is not None:
        documents = [parse_text(each.source, name=each.id, tolerant=True) for each in history]
        stands = stands_of(entries, documents, findings, notes)
    return Logged(
        entries=tuple(entries),
        stands={each.version: each for each in stands},
        hands=tuple(hands_of(history, history.versions[-1])),
        claims=public_claims(findings) if findings is not None else (),
        whole=whole,
    )


class TracksFound(msgspec.Struct, frozen=True, kw_only=True):
    """Two tracks: the number of the last text in common in the first (0 for none), their course, what differs now."""

    common: int
    course: tuple[Apart, ...]
    direction: str
    summary: str
    differences: tuple[str, ...]


def tracks_of(first: tuple[KeptText, ...], second: tuple[KeptText, ...]) -> TracksFound:
    """Set two tracks side by side."""
    one, other = _history(first), _history(second)
    found = find_divergence(one, other)
    places = {each.id: place for place, each in enumerate(one, start=1)}
    return TracksFound(
        common=places.get(found.common, 0),
        course=found.course,
        direction=found.trend.direction,
        summary=found.summary,
        differences=found.differences,
    )
