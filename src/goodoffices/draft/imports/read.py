"""Read an agreement from a file, whatever its form."""

from __future__ import annotations

from pathlib import Path

from goodoffices.draft.errors import FileError
from goodoffices.draft.text import Document, parse_text

from .bracketed import free_numbers
from .decoding import LIMIT_BYTES, decode

__all__ = ["FORMS", "read_draft", "read_draft_bytes"]

FORMS = {
    ".md": "markdown", ".markdown": "markdown", ".txt": "text", ".text": "text", "": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx", ".docm": "docx",
    ".xml": "akn", ".akn": "akn",
}  # fmt: skip
"""What the ending of a file's name says of its form."""


def read_draft(path: Path | str, *, tolerant: bool = False, changes: str = "alternatives") -> Document:
    """Read a text or an ordinary agreement.

    Args:
        path: A file: ``.md`` is read by the grammar of the trade; in ``.txt``, ``.html`` and ``.docx`` the provisions
            are found by their numbers and headings; ``.xml`` and ``.akn`` are Akoma Ntoso.
        tolerant: Go on behind a fault in Markdown and list it in `Document.faults` (an agreement is always read so).
        changes: What becomes of the tracked changes of a DOCX: "alternatives" with their authors, "accepted" or
            "rejected".

    Returns:
        The text taken apart. Spans point into the file's own characters for Markdown and plain text, and into the text
        taken from it for HTML, DOCX and Akoma Ntoso.

    Raises:
        FileError: If the file cannot be read, is too large, or is of no form known.
        TextError: If Markdown breaks the grammar: the first fault, with its line and column.
    """
    file = Path(path)
    form = FORMS.get(file.suffix.lower())
    if form is None:
        msg = f"{file.suffix!r} is no form that can be read; use .md, .txt, .html, .docx or .xml"
        raise FileError(msg, name=str(file))
    try:
        size = file.stat().st_size
        if size > LIMIT_BYTES:
            msg = f"holds {size:,} bytes, and {LIMIT_BYTES:,} can be read; cut it into several files"
            raise FileError(msg, name=str(file))
        data = file.read_bytes()
    except OSError as error:
        msg = f"cannot be read: {error.strerror}"
        raise FileError(msg, name=str(file)) from None
    return read_draft_bytes(data, form=form, name=str(file), tolerant=tolerant, changes=changes)


def read_draft_bytes(
    data: bytes, *, form: str, name: str = "", tolerant: bool = False, changes: str = "alternatives"
) -> Document:
    """Read a text or an agreement that is in memory.

    Args:
        data: The file's bytes.
        form: "markdown", "text", "html", "docx" or "akn".
        name: For messages.
        tolerant: See `read_draft`.
        changes: See `read_draft`.

    Raises:
        FileError: If no text can be taken from the bytes.
        TextError: If Markdown breaks the grammar.
    """
    if form == "docx":
        from .word import Changes, read_docx  # noqa: PLC0415  python-docx is an extra

        return read_docx(data, name=name, changes=Changes(changes))
    if form == "akn":
        from goodoffices.draft.exports.akn import from_akn  # noqa: PLC0415  lxml is loaded for XML only

        return from_akn(data, name=name)
    source = decode(data, name=name)
    if form == "html":
        from .page import markdown_of_html  # noqa: PLC0415  lxml is loaded for pages only

        return parse_text(free_numbers(markdown_of_html(source, name=name)), name=name, plain=True, tolerant=True)
    plain = form == "text"
    return parse_text(free_numbers(source) if plain else source, name=name, plain=plain, tolerant=tolerant or plain)
