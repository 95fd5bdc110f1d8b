"""WARC: the pages of a web archive, each a report; read as a stream."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from goodoffices.record import Rejection, UnreadableReport

from .draft import Draft
from .extra import library
from .formats import read_drafts
from .handed import LIMIT_BYTES, Handed

__all__ = ["read_warc"]

_OK = "200"


def read_warc(handed: Handed) -> Iterator[Draft | Rejection]:
    """Read every page that was answered with 200, of a media type that can be a report.

    Raises:
        UnreadableReport: If it is damaged, or holds no page.
    """
    iterator = library("warcio.archiveiterator", reads="a web archive")
    failures = library("warcio.exceptions", reads="a web archive")
    count = 0
    with handed.open() as file:
        try:
            for record in iterator.ArchiveIterator(file):
                for taken in _of_record(record, handed):
                    count += 1
                    yield taken
        except (failures.ArchiveLoadFailed, EOFError, ValueError, OSError) as error:
            msg = f"is a damaged web archive ({str(error)[:120]}); what stands before the damage is read"
            raise UnreadableReport(msg) from None
    if not count:
        msg = "is a web archive without a page in it, or one that was cut off; make it anew"
        raise UnreadableReport(msg)


def _of_record(record: Any, handed: Handed) -> Iterator[Draft | Rejection]:  # noqa: ANN401  the library has no types
    page = _page(record, handed)
    if page is None:
        return
    try:
        for taken in read_drafts(page):
            yield msgspec.structs.replace(taken, path=page.name) if isinstance(taken, Draft) else taken
    except UnreadableReport as error:
        yield Rejection(what=page.name, reason=str(error))


def _page(record: Any, handed: Handed) -> Handed | None:  # noqa: ANN401  the same
    """What was fetched, where it may be a report and not a picture or a script."""
    kind, headers = record.rec_type, record.http_headers
    if kind not in {"response", "resource"} or (headers is not None and headers.get_statuscode() != _OK):
        return None
    media = (headers or record.rec_headers).get_header("Content-Type", "") or ""
    if not media.startswith(("text/html", "text/plain", "application/xhtml+xml", "application/pdf")):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI", "")
    data = record.content_stream().read(LIMIT_BYTES + 1)
    return Handed(name=f"{handed.name}#{url}", data=data, media=media, url=url)
