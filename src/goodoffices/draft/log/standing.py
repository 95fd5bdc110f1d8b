"""Who stands behind which version, by consultations, statuses in the text and reports; and who is absent."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from goodoffices.record import ConsultationNote, Findings, Note, fold
from goodoffices.record.findings.process_endorsements import endorsements
from goodoffices.record.findings.process_setting import Setting

from ..text import Document
from .session import Entry

__all__ = ["Stand", "VersionStands", "stands_of"]

_POINTS = re.compile(r"(?i)\b(\d{1,3})[- ](?:points?|items?)\b")
_VERSION = re.compile(r"(?i)\b(?:draft|version|text|revision|v)\.?\s?(\d{1,3})\b")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """How one party stands to a text.

    Attributes:
        party: Its name.
        state: ``signed``, ``endorsed``, ``welcomed``, ``refused``, ``absent``, or the answer to a consultation:
            ``endorses``, ``objects``, ``abstains``, ``comments``, ``no-answer``.
        subject: Which text, as it is named there.
        words: What says so.
        on: The day, or None.
        source: ``consultation`` or ``report``.
    """

    party: str
    state: str
    subject: str
    words: str
    on: dt.date | None = None
    source: Literal["consultation", "report"] = "report"


class VersionStands(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands how to one version.

    Attributes:
        version: Its id; "" for what names no version that is known.
        stands: Of this version by name, number, number of points, or id.
        agreed: Party -> how many of its points it has agreed to, by the statuses in the text.
        silent: Those of whom nothing is known for this version, and who are parties to the text or stand to another.
    """

    version: str
    stands: tuple[Stand, ...]
    agreed: dict[str, int]
    silent: tuple[str, ...]


def stands_of(
    entries: Sequence[Entry], documents: Sequence[Document], findings: Findings, consultations: Sequence[Note]
) -> tuple[VersionStands, ...]:
    """Say who stands behind each version, and of whom nothing is known.

    Args:
        entries: The log.
        documents: The texts of the versions, in the same order.
        findings: The record, for one audience.
        consultations: Notes of consultations, for the same audience.

    Returns:
        One for each version, and last one for stands whose text is none that is known, if there are such.
    """
    every = (*_consulted(consultations), *_reported(findings))
    meant = [_meant(each, entries, documents) for each in every]
    parties = _parties(documents, every)
    found = []
    for place, (entry, document) in enumerate(zip(entries, documents, strict=True)):
        own = tuple(each for each, which in zip(every, meant, strict=True) if which == place)
        agreed = _agreed(document)
        heard = {fold(each.party) for each in own} | {fold(each) for each in agreed}
        silent = tuple(name for name in parties if fold(name) not in heard)
        found.append(VersionStands(version=entry.id, stands=own, agreed=agreed, silent=silent))
    if rest := tuple(each for each, which in zip(every, meant, strict=True) if which is None):
        found.append(VersionStands(version="", stands=rest, agreed={}, silent=()))
    return tuple(found)


def _consulted(notes: Sequence[Note]) -> Iterator[Stand]:
    for each in notes:
        if isinstance(each.content, ConsultationNote):
            content = each.content
            yield Stand(
                party=content.party,
                state=content.answer,
                subject=content.subject,
                words=content.text,
                on=each.day,
                source="consultation",
            )


def _reported(findings: Findings) -> Iterator[Stand]:
    setting = Setting(findings)
    for note in endorsements(setting):
        for actor in note.who:
            known = setting.actors.get(actor)
            yield Stand(
                party=known.name if known else actor,
                state=note.state,
                subject=note.text,
                words=" ".join(note.evidence[0].quote.split()) if note.evidence else "",
                on=note.as_of,
            )


def _meant(stand: Stand, entries: Sequence[Entry], documents: Sequence[Document]) -> int | None:
    """Which version a stand is about: by id, number, ordinal, number of points; else by title and day."""
    subject = stand.subject
    for place, entry in enumerate(entries):
        if entry.id in subject:
            return place
    if (found := _VERSION.search(subject)) and 1 <= int(found[1]) <= len(entries):
        return int(found[1]) - 1
    for place, word in enumerate(_ORDINALS[: len(entries)]):
        if re.search(rf"(?i)\b{word}\s(?:\w+\s){{0,2}}?(?:draft|version|text|revision)\b", subject):
            return place
    if found := _POINTS.search(f"{subject} {stand.words}"):
        fitting = [n for n, each in enumerate(entries) if int(found[1]) in {each.points, each.claimed}]
        if fitting:
            return fitting[-1]
    titled = [n for n, each in enumerate(documents) if each.title and fold(each.title) in fold(subject)]
    dated = [n for n in titled if stand.on is None or entries[n].date <= stand.on]
    return dated[-1] if dated else None


def _parties(documents: Sequence[Document], stands: Sequence[Stand]) -> tuple[str, ...]:
    names = [name for each in documents for name in each.parties]
    names += [each.party for each in stands if each.source == "consultation"]
    return tuple({fold(name): name for name in reversed(names)}.values())[::-1]


def _agreed(document: Document) -> dict[str, int]:
    counts: dict[str, int] = {}
    for each in document.provisions:
        for name in each.agreed_by:
            counts[name] = counts.get(name, 0) + 1
    return counts
