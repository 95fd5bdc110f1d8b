"""Which format a file is in, and who reads it."""

from __future__ import annotations

import functools
import importlib
import re
import tomllib
from collections.abc import Callable, Iterator
from importlib import resources
from typing import TypeAlias, cast

from goodoffices.record import Rejection, UnreadableReport

from .draft import Draft
from .handed import Handed

__all__ = ["FormatReader", "format_of", "read_drafts"]

FormatReader: TypeAlias = Callable[[Handed], Iterator[Draft | Rejection]]

_HEAD_BYTES = 2_048
_HTML = re.compile(
    rb"^\s*(?:<!--.{0,500}?-->\s*)?(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL
)

_READERS = {
    "text": ("plain", "read_plain"),
    "markdown": ("plain", "read_plain"),
    "html": ("webpage", "read_webpage"),
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "mail": ("mail", "read_mail"),
    "feed": ("feed", "read_feed"),
    "jsonl": ("archive", "read_jsonl"),
    "csv": ("archive", "read_csv"),
    "warc": ("warc", "read_warc"),
}
"""Format -> its module here and its reader there; imported only when a file of the format is met."""


@functools.cache
def _table(name: str) -> dict[str, str]:
    text = resources.files(__package__).joinpath("data/formats.toml").read_text(encoding="utf-8")
    return cast("dict[str, str]", tomllib.loads(text)[name])


def read_drafts(handed: Handed) -> Iterator[Draft | Rejection]:
    """Read what was handed in, by the reader of its format.

    Raises:
        UnreadableReport: If the whole of it cannot be read; a part that cannot is a rejection.
    """
    module, reader = _READERS[format_of(handed)]
    function: FormatReader = getattr(importlib.import_module(f".{module}", __package__), reader)
    yield from function(handed)


def format_of(handed: Handed) -> str:
    """Tell the format of what was handed in.

    Returns:
        One of ``text``, ``markdown``, ``html``, ``pdf``, ``docx``, ``mail``, ``feed``, ``jsonl``, ``csv``, ``warc``.

    Raises:
        UnreadableReport: If it is known to be no report, or is empty.
    """
    head = handed.head(_HEAD_BYTES)
    if not head:
        msg = "is empty"
        raise UnreadableReport(msg)
    _refuse(head, handed.name.lower())
    for magic, name in _table("known").items():
        if head.startswith(bytes.fromhex(magic)):
            return _packed(name, handed.name.lower())
    return _declared(handed) or _sniffed(head)


def _refuse(head: bytes, name: str) -> None:
    for magic, label in _table("magic").items():
        if head.startswith(bytes.fromhex(magic)):
            msg = f"is {label}" if ";" in label else f"is {label}, not text"
            raise UnreadableReport(msg)
    for ending, reason in _table("refused").items():
        if name.endswith(ending):
            raise UnreadableReport(reason)


def _packed(known: str, name: str) -> str:
    """Tell the packed formats apart by their names."""
    if known == "zip" and name.endswith(".docx"):
        return "docx"
    if known == "gzip" and name.endswith(".warc.gz"):
        return "warc"
    if known in {"zip", "gzip"}:
        msg = f"is a {known} archive; unpack it first"
        raise UnreadableReport(msg)
    return known


def _declared(handed: Handed) -> str | None:
    """The format that the name or the media type gives; XML that is no feed is looked into first."""
    name, media = handed.name.lower(), handed.media.partition(";")[0].strip().lower()
    found = _table("media").get(media)
    if found is None and handed.url is None:
        found = next((value for ending, value in _table("endings").items() if name.endswith(ending)), None)
    if found in {"feed", "html"}:
        found = _sniffed(handed.head(_HEAD_BYTES)) if found == "feed" or media else found
        if found == "text":
            found = "html" if "html" in media else "feed"
    return found


def _sniffed(head: bytes) -> str:
    if _HTML.match(head):
        return "html"
    return "feed" if _FEED.match(head) else "text"
