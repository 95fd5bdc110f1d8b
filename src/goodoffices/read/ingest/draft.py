"""What one source holds, before it is a report: its text, and what it says of itself."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record import Marking

__all__ = ["Draft"]


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A text and its own metadata; what the caller and the sidecar say goes before it.

    Attributes:
        text: The text that offsets will count in.
        path: Where it was read from; for one of many in an archive ``archive.jsonl#12``.
        title: Its headline where the format names one, or None: then it is taken from the text.
        published: The day in its own metadata, or None: then a dateline may tell.
        outlet: Who published it, or None.
        author: Who signed it, or None.
        url: Where it can be found, or None.
        language: BCP 47 tag that its metadata gives, or None: then it is detected.
        marking: The marking that it carries itself, or CLEAR.
        layout: What `text` is written in: ``text`` or ``markdown``.
    """

    text: str
    path: str
    title: str | None = None
    published: dt.date | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    marking: Marking = Marking.CLEAR
    layout: str = "text"
