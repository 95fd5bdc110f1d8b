"""A Word document opened safely: macros in it are never run, entities never expanded, bombs refused."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from goodoffices.draft.errors import FileError

__all__ = ["open_docx"]

_UNPACKED_BYTES = 300_000_000
_TIMES = 200
"""A part that unpacks to so many times its size, and to more than a few megabytes, is a bomb."""
_SMALL_BYTES = 5_000_000


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
