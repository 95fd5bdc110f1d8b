"""Plain text and Markdown: the text of the report is the text of the file."""

from __future__ import annotations

from collections.abc import Iterator

from .decoding import decode
from .draft import Draft
from .handed import Handed

__all__ = ["read_plain"]


def read_plain(handed: Handed) -> Iterator[Draft]:
    r"""Read a text as it stands: only a byte-order mark goes, and line ends become ``\\n``.

    Raises:
        UnreadableReport: If it is too large, or no text.
    """
    text = decode(handed.read())
    markdown = handed.name.lower().endswith((".md", ".markdown")) or "markdown" in handed.media
    yield Draft(text=text, path=handed.name, url=handed.url, layout="markdown" if markdown else "text")
