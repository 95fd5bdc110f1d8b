"""Bytes to text: which encoding a report is in, and what is no text at all."""

from __future__ import annotations

import codecs
import re
import zlib

from goodoffices.record import UnreadableReport

__all__ = ["clean", "decode", "require_words"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_WORD = re.compile(r"\w")

_SAMPLE_BYTES = 200_000
_WESTERN_SHARE = 0.08
"""Up to this share of bytes above 0x7F a text in one-byte letters is taken as Western (Windows-1252)."""
_CONTROL_SHARE = 0.01
"""Above this share of control characters a file is no text."""
_LONG_CHARS = 50_000
_REPEATED_SHARE = 0.02
"""Prose packs to about 0.35 of its size, a long table to 0.1, one word repeated to 0.001."""


def decode(data: bytes) -> str:
    r"""Read bytes as text: UTF-8 first, marked UTF-16 and UTF-32, then the likeliest one-byte encoding.

    Only a byte-order mark is left out, and line ends are made ``\\n``; control characters become spaces, one for one.

    Raises:
        UnreadableReport: If the bytes are no text, or a mixture of encodings.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return clean(_strictly(data, encoding))
    if b"\x00" in data[:_SAMPLE_BYTES]:
        msg = "holds NUL bytes, so it is binary or UTF-16 without its mark; save it as UTF-8 text"
        raise UnreadableReport(msg)
    try:
        return clean(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _UTF8_SEQUENCE.search(data):
            msg = f"mixes encodings: byte 0x{data[error.start]:02x} at offset {error.start} is not UTF-8, and other \
letters are; save all of it as UTF-8"
            raise UnreadableReport(msg) from None
    return clean(_strictly(data, _legacy(data)))


def clean(text: str) -> str:
    r"""Make line ends ``\\n`` and control characters spaces, one for one.

    Raises:
        UnreadableReport: If more than one character in a hundred is a control character.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    cleaned, count = _CONTROL.subn(" ", text)
    if count > max(4, _CONTROL_SHARE * len(text)):
        msg = f"holds {count} control characters, so it is no text; save it as UTF-8 text"
        raise UnreadableReport(msg)
    return cleaned


def require_words(text: str) -> None:
    """Refuse a text that has nothing to read.

    Raises:
        UnreadableReport: If it is empty, blank, has no word, or is one passage repeated without end.
    """
    if not text:
        msg = "is empty"
    elif not text.strip():
        msg = "is blank: it holds only spaces and line ends"
    elif not _WORD.search(text):
        msg = "holds no words"
    elif _repeats(text):
        msg = "says the same few words over and over, so there is nothing to read in it; hand in the report itself"
    else:
        return
    raise UnreadableReport(msg)


def _repeats(text: str) -> bool:
    if len(text) < _LONG_CHARS:
        return False
    data = text.encode("utf-8", "replace")
    return len(zlib.compress(data, 1)) < _REPEATED_SHARE * len(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"is not whole {encoding.upper()}: {error.reason} at byte {error.start}; save it as UTF-8 text"
        raise UnreadableReport(msg) from None


def _legacy(data: bytes) -> str:
    """Name the encoding of bytes that are not UTF-8.

    A few bytes above 0x7F in a Western text look alike in a dozen encodings: Windows-1252 is then by far the
    commonest. Where they are many, statistics decide.
    """
    if len(_NOT_ASCII.findall(data)) <= _WESTERN_SHARE * len(data) and _fits(data, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415  only where a text is not UTF-8

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    if best is None:
        msg = "is in no encoding that can be told; save it as UTF-8 text"
        raise UnreadableReport(msg)
    return best.encoding


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
