"""A report: a text, where it comes from, and the evidence that points into it."""

from __future__ import annotations

import datetime as dt

import msgspec

from .errors import EvidenceError
from .ids import content_id
from .release import Marking

__all__ = ["Evidence", "Rejection", "Report", "make_report"]


class Evidence(msgspec.Struct, frozen=True, order=True):
    """A span of a report: ``report.text[start:end] == quote``, always.

    Attributes:
        report: Id of the report.
        start: Offset of the first character, in Unicode code points.
        end: Offset behind the last character.
        quote: The characters themselves.
    """

    report: str
    start: int
    end: int
    quote: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A text as it was read, with what is known of where it comes from.

    Attributes:
        id: Hash of the text and its provenance.
        text: The text that every offset counts in, in Unicode code points.
        path: Where it was read from, as it was named to the program.
        title: Its headline, or its first words.
        outlet: Who published it, or None.
        author: Who signed it, or None.
        url: Where it can be found, or None.
        published: The day of its publication, or None where unknown: then no weekday is resolved.
        language: BCP 47 tag.
        marking: Who may be shown it.
        layout: What `text` is written in: ``text`` or ``markdown``.
    """

    id: str
    text: str
    path: str
    title: str
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: dt.date | None = None
    language: str = "und"
    marking: Marking = Marking.CLEAR
    layout: str = "text"

    def evidence(self, start: int, end: int) -> Evidence:
        """Cut the span ``[start, end)`` as evidence.

        Raises:
            EvidenceError: If the span is empty, blank or outside the text.
        """
        quote = self.text[start:end]
        if not (0 <= start < end <= len(self.text)) or not quote.strip():
            msg = f"report {self.id}: [{start}, {end}) holds no words of its {len(self.text)} characters"
            raise EvidenceError(msg)
        return Evidence(report=self.id, start=start, end=end, quote=quote)


class Rejection(msgspec.Struct, frozen=True):
    """Something that was handed in and not taken, so that nothing is lost in silence.

    Attributes:
        what: The file, or the statement, as it was named.
        reason: One sentence a person can act on.
    """

    what: str
    reason: str


def make_report(
    text: str,
    *,
    path: str,
    title: str,
    published: dt.date | None = None,
    outlet: str | None = None,
    author: str | None = None,
    url: str | None = None,
    language: str = "und",
    marking: Marking = Marking.CLEAR,
    layout: str = "text",
) -> Report:
    """Make a report with its content-hash id.

    The id rests on the text and its provenance (outlet, URL, day), not on the path or the marking: the same report
    read from another folder is the same report; the same text from another outlet is another one.
    """
    return Report(
        id=content_id("r", text, outlet, url, published),
        text=text,
        path=path,
        title=title,
        outlet=outlet,
        author=author,
        url=url,
        published=published,
        language=language,
        marking=marking,
        layout=layout,
    )
