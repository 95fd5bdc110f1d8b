"""A Word document as text with numbers. Its tracked changes are read elsewhere, through `WordsOf`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from goodoffices.draft.errors import FileError

from .numbering import Numbering

__all__ = ["WordsOf", "markdown_of_docx", "open_docx", "plain_words_of"]

WordsOf: TypeAlias = Callable[[Any], str]
"""Gives the words of one ``w:p`` element in Markdown; the seam at which tracked changes become alternatives."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNPACKED_BYTES = 300_000_000
_TIMES = 200
"""A part that unpacks to so many times its size, and to more than a few megabytes, is a bomb."""
_SMALL_BYTES = 5_000_000
_INDENT = 3


def open_docx(data: bytes, *, name: str = "") -> Any:  # noqa: ANN401  python-docx has no types of its own
    """Open a Word document; macros in it are never run, and entities in its XML never expanded.

    Raises:
        FileError: If it is none, unpacks to too much, or python-docx is not installed.
    """
    try:
        import docx  # noqa: PLC0415  an extra
        from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415  the same
        from lxml.etree import XMLSyntaxError  # noqa: PLC0415  the same
    except ImportError:
        msg = "is a Word document, and python-docx is not installed: pip install 'goodoffices[formats]'"
        raise FileError(msg, name=name) from None
    _check_package(data, name)
    try:
        return docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile) as error:
        msg = f"is no Word document that can be read: {str(error)[:120]}"
        raise FileError(msg, name=name) from None


def markdown_of_docx(data: bytes, *, name: str = "", words_of: WordsOf | None = None) -> str:
    """Take the text of an agreement from a Word document.

    Args:
        data: The file's bytes.
        name: For messages.
        words_of: Gives the words of a paragraph; None for the words as they stand if every tracked change is accepted.

    Returns:
        The text: one line a paragraph with the number that Word shows, headings with ``#``.

    Raises:
        FileError: If no text can be taken from it.
    """
    document = open_docx(data, name=name)
    lines = list(_lines(document, words_of or plain_words_of))
    if not lines:
        msg = "holds no text"
        raise FileError(msg, name=name)
    return "\n\n".join(lines) + "\n"


def plain_words_of(paragraph: Any) -> str:  # noqa: ANN401  lxml has no types
    """The words of a paragraph with every tracked change accepted."""
    pieces = []
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        else:
            pieces.append("-" if element.tag.endswith("Hyphen") else " ")
    return " ".join("".join(pieces).split())


def _check_package(data: bytes, name: str) -> None:
    """Refuse what unpacks to too much, or is no package at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    except zipfile.BadZipFile:
        msg = "is no Word document: it is not a ZIP package"
        raise FileError(msg, name=name) from None
    for entry in entries:
        if entry.file_size > _SMALL_BYTES and entry.file_size > _TIMES * max(entry.compress_size, 1):
            msg = f"holds {entry.filename!r}, which unpacks to {entry.file_size:,} bytes from {entry.compress_size:,}"
            raise FileError(msg, name=name)
    if sum(entry.file_size for entry in entries) > _UNPACKED_BYTES:
        msg = f"unpacks to more than {_UNPACKED_BYTES:,} bytes"
        raise FileError(msg, name=name)


def _lines(document: Any, words_of: WordsOf) -> Iterator[str]:  # noqa: ANN401  the same
    numbering = Numbering(_numbering_root(document), document.styles.element)
    levels = _heading_levels(document)
    for paragraph in document.element.body.iter(f"{_W}p"):
        words = words_of(paragraph)
        sign, depth = numbering.sign(paragraph)
        if not words:
            continue
        level = levels.get(_style(paragraph), 0)
        if level:
            yield " ".join(filter(None, ["#" * level, sign, words]))
        elif sign:
            yield " " * (_INDENT * depth) + f"{sign} {words}"
        else:
            yield words


def _numbering_root(document: Any) -> Any:  # noqa: ANN401  the same
    try:
        return document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return None  # a document without lists has no such part


def _style(paragraph: Any) -> str:  # noqa: ANN401  the same
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(found.get(f"{_W}val")) if found is not None else ""


def _heading_levels(document: Any) -> dict[str, int]:  # noqa: ANN401  the same
    """Of each heading style, its level: the title is 1, "Heading 1" is 2."""
    levels = {}
    for style in document.styles.element.findall(f"{_W}style"):
        label = style.find(f"{_W}name")
        name = str(label.get(f"{_W}val")).lower() if label is not None else ""
        if name == "title":
            levels[style.get(f"{_W}styleId")] = 1
        elif name.startswith("heading ") and name[8:].isdigit():
            levels[style.get(f"{_W}styleId")] = min(int(name[8:]) + 1, 6)
    return levels
