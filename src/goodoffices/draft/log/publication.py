"""Whether a version is public: by its front matter, by notes of versions, by its marking, by sentences of reports."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from goodoffices.record import Findings, Marking

from ..text import Document
from ..versions import History, Version
from .reasons import log_data

__all__ = ["PublicClaim", "Publication", "public_claims", "publication_of"]

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_SENTENCE = re.compile(r"[^.!?\n]{10,600}[.!?]?")


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a version's becoming public.

    Attributes:
        state: ``public`` (published, or marked for all), ``leaked``, or ``not public`` as far as anything says.
        on: The day, or None.
        words: What says so.
        breach: Is it out, although its marking lets it be shown to some alone?
    """

    state: Literal["public", "leaked", "not public"]
    on: dt.date | None = None
    words: str = ""
    breach: bool = False


class PublicClaim(msgspec.Struct, frozen=True):
    """A sentence of a report by which a text was published or leaked."""

    state: Literal["public", "leaked"]
    sentence: str
    report: str
    published: dt.date | None


def publication_of(version: Version, document: Document, history: History) -> Publication:
    """Say whether a version is public.

    Args:
        version: The version.
        document: Its text. ``published: 2026-03-01 by the hosts`` or ``leaked: 2026-02-27`` in its front matter says
            so.
        history: All versions: the note of this one or of a later one says so too, where it names this version's id or
            has the same words ("published", "leaked") of a text that has not changed since.
    """
    told = _front(document) or _noted(version, history)
    if told is None:
        # whoever marks a text for all has no objection to its being public; that is not that it was published
        return Publication(state="not public", words=f"marked {version.marking.label}, and nothing says it is out")
    state, on, words = told
    breach = state == "leaked" or not Marking.CLEAR.may_see(version.marking)
    return Publication(state=state, on=on, words=words, breach=breach)


def _front(document: Document) -> tuple[Literal["public", "leaked"], dt.date | None, str] | None:
    meta = dict(document.meta)
    if said := meta.get("leaked", ""):
        return "leaked", _day(said), f"leaked: {said}"
    if said := meta.get("published", ""):
        return "public", _day(said), f"published: {said}"
    return None


def _noted(version: Version, history: History) -> tuple[Literal["public", "leaked"], dt.date | None, str] | None:
    for each in history:
        names_it = version.id in each.note
        same = each.source == version.source
        if (each.id == version.id or names_it or same) and (state := _state(each.note)):
            return state, _day(each.note) or each.date, each.note
    return None


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(r"(?i)(?:" + "|".join(log_data()[name]) + ")")


def _state(words: str) -> Literal["public", "leaked"] | None:
    """Do words say that something is out; "not yet published" does not."""
    states: tuple[tuple[str, Literal["public", "leaked"]], ...] = (("leaked", "leaked"), ("published", "public"))
    for name, state in states:
        for found in _pattern(name).finditer(words):
            if not _pattern("denied").search(words[max(0, found.start() - 16) : found.start()]):
                return state
    return None


def _day(words: str) -> dt.date | None:
    found = _DAY.search(words)
    try:
        return dt.date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def public_claims(findings: Findings) -> tuple[PublicClaim, ...]:
    """Find the sentences of reports by which a plan or text was published or leaked.

    Args:
        findings: The record, for one audience.
    """
    return tuple(claim for report in findings.reports for claim in _claims(report.text, report.title, report.published))


def _claims(text: str, title: str, published: dt.date | None) -> Iterator[PublicClaim]:
    noun = re.compile(r"(?i)\b(?:" + "|".join(log_data()["texts"]) + r")s?\b")
    for found in _SENTENCE.finditer(text):
        state = _state(found[0])
        if state and noun.search(found[0]):
            yield PublicClaim(state, " ".join(found[0].split()), title, published)
