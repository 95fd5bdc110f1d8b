"""From what was handed in to reports: each found, read, dated and named, or rejected with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from goodoffices.read.language import detect_language
from goodoffices.record import Marking, Rejection, Report, UnreadableReport, make_report, most_restricted

from .dateline import Head, read_head
from .decoding import require_words
from .draft import Draft
from .formats import read_drafts
from .handed import Finder, Handed
from .sidecar import Entry, Sidecars
from .titles import one_line, title_of
from .web import fetch, is_address

__all__ = ["LIMIT_CHARS", "ingest"]

LIMIT_CHARS = 1_000_000
"""Longest text of one report: about 160,000 words, more than any report of a negotiation, and what a parser takes."""


class _Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller says of all reports."""

    published: dt.date | None
    outlet: str | None
    marking: Marking


def ingest(
    sources: Iterable[str | Path | Handed],
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    marking: Marking = Marking.CLEAR,
) -> Iterator[Report | Rejection]:
    """Read reports from files, folders, addresses of pages and feeds, and standard input.

    One report is read at a time, in the order of `sources` (a folder's files sorted by name), so memory does not grow
    with their number. The day of a report comes from `published`, else the sidecar `meta.json` beside the file, else
    the page's or message's own metadata, else a dateline; otherwise it is unknown.

    Args:
        sources: Paths; ``http://`` and ``https://`` addresses; ``-`` for standard input; what was handed in already.
        published: Day of publication of all of them, where the caller knows it.
        outlet: Who published all of them, where the caller knows it.
        marking: The least restricted marking that a report gets; a sidecar can only restrict it further.

    Yields:
        A report for each text that can be read, and a rejection with its reason for whatever cannot.
    """
    given = _Given(published=published, outlet=outlet, marking=marking)
    sidecars = Sidecars()
    seen: dict[str, str] = {}
    for found in _found(sources):
        if isinstance(found, Rejection):
            yield found
            continue
        entry = sidecars.entry(found.path)
        yield from sidecars.rejections()
        for taken in _reports(found, entry, given):
            if isinstance(taken, Report) and taken.id in seen:
                yield Rejection(what=taken.path, reason=f"is the same report as {seen[taken.id]}; it is read once")
                continue
            if isinstance(taken, Report):
                seen[taken.id] = taken.path
            yield taken


def _found(sources: Iterable[str | Path | Handed]) -> Iterator[Handed | Rejection]:
    """Find what is named, in the order in which it is named; addresses are fetched when their turn comes."""
    files = Finder()
    for source in sources:
        if isinstance(source, Handed):
            yield source
            continue
        if not is_address(str(source)):
            yield from files.find(source)
            continue
        try:
            yield fetch(str(source))
        except UnreadableReport as error:
            yield Rejection(what=str(source), reason=str(error))


def _reports(handed: Handed, entry: Entry, given: _Given) -> Iterator[Report | Rejection]:
    try:
        for draft in read_drafts(handed):
            yield draft if isinstance(draft, Rejection) else _report(draft, entry, given)
    except UnreadableReport as error:
        yield Rejection(what=handed.name, reason=str(error))


def _report(draft: Draft, entry: Entry, given: _Given) -> Report | Rejection:
    try:
        require_words(draft.text)
        _require_length(draft.text)
    except UnreadableReport as error:
        return Rejection(what=draft.path, reason=str(error))
    head = read_head(draft.text)
    return make_report(
        draft.text,
        path=draft.path,
        title=_title(draft, entry, head),
        published=given.published or entry.published or draft.published or head.published,
        outlet=given.outlet or entry.outlet or draft.outlet or head.outlet,
        author=entry.author or draft.author or head.author,
        url=entry.url or draft.url or head.url,
        language=entry.language or draft.language or detect_language(draft.text),
        marking=most_restricted([given.marking, draft.marking, entry.marking or Marking.CLEAR]),
        layout=draft.layout,
    )


def _title(draft: Draft, entry: Entry, head: Head) -> str:
    return one_line(entry.title or draft.title or head.title or "") or title_of(draft.text)


def _require_length(text: str) -> None:
    if len(text) > LIMIT_CHARS:
        msg = f"has {len(text):,} characters, over the limit of {LIMIT_CHARS:,} for one report; split it"
        raise UnreadableReport(msg)
