"""Bytes to text: UTF-8 first, marked UTF-16, then the likeliest one-byte encoding."""

from __future__ import annotations

import codecs

from goodoffices.draft.errors import FileError

__all__ = ["LIMIT_BYTES", "decode"]

LIMIT_BYTES = 50_000_000
"""A larger file is refused."""
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 200_000
_WESTERN_SHARE = 0.15


def decode(data: bytes, *, name: str) -> str:
    """Read bytes as text, line ends as they are; only a byte-order mark is left out.

    Raises:
        FileError: If the bytes are no text.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    if b"\x00" in data[:_SAMPLE_BYTES]:
        msg = "holds NUL bytes, so it is no text; save it as UTF-8 text, or hand in the DOCX or HTML itself"
        raise FileError(msg, name=name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, _legacy(data[:_SAMPLE_BYTES]), name)


def _legacy(sample: bytes) -> str:
    """The likeliest encoding in one-byte letters: few of them beyond ASCII are Western ones."""
    if sum(byte > 0x7F for byte in sample) <= _WESTERN_SHARE * len(sample):  # noqa: PLR2004  the last of ASCII
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415  needed for few files

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"is neither UTF-8 nor {encoding} (byte {error.start}); save it as UTF-8"
        raise FileError(msg, name=name) from None
