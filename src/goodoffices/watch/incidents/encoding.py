"""How a file is encoded: one encoding a file; lines in another are told apart and never guessed at in silence."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from goodoffices.record.errors import InputError

__all__ = ["Encoding", "encoding_of", "mixed_hint"]

_SAMPLE_LINES = 400
_LONGEST_SAMPLE = 2_000
_CANDIDATES = ["cp1251", "cp1252", "cp1250", "koi8_u", "cp1256", "iso8859_5"]
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_BLOCK = 1 << 22


class Encoding(msgspec.Struct, frozen=True):
    """How a file is encoded.

    Attributes:
        name: Codec that reads it.
        mixed: Do some lines stand in another encoding?
        other: What those lines seem to be in.
    """

    name: str
    mixed: bool = False
    other: str = ""


def encoding_of(path: Path, given: str = "") -> Encoding:
    """Find out how a file is encoded.

    A file is UTF-8 where more of the lines with letters beyond ASCII are valid UTF-8 than are not; the others are then
    told as `mixed`. Where more are not, the likeliest of the usual one-byte encodings is taken for the whole.

    Args:
        path: The file.
        given: The encoding that the user says; taken as it is.

    Raises:
        InputError: If the file cannot be opened, or `given` is no encoding.
    """
    if given:
        try:
            return Encoding(codecs.lookup(given).name)
        except LookupError:
            msg = f"{given!r} is no encoding; write utf-8, windows-1251, ..."
            raise InputError(msg) from None
    try:
        with path.open("rb") as file:
            start = file.read(4)
            bom = next((name for mark, name in _BOMS.items() if start.startswith(mark)), "")
            file.seek(0)
            return Encoding(bom) if bom.startswith("utf-16") else _judged(file, bom or "utf-8")
    except OSError as error:
        msg = f"{str(path)!r} cannot be opened ({error.strerror}); give a file that can be read"
        raise InputError(msg) from error


def _judged(file: BinaryIO, name: str) -> Encoding:
    if _all_utf8(file):
        return Encoding(name)
    file.seek(0)
    good = bad = 0
    sample: list[bytes] = []
    for line in _lines_beyond_ascii(file):
        try:
            line.decode("utf-8")
            good += 1
        except UnicodeDecodeError:
            bad += 1
            if len(sample) < _SAMPLE_LINES:
                sample.append(line[:_LONGEST_SAMPLE])
    other = _likeliest(b"\n".join(sample))
    return Encoding(name, mixed=True, other=other) if good >= bad else Encoding(other, mixed=good > 0, other="utf-8")


def _all_utf8(file: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := file.read(_BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _lines_beyond_ascii(file: BinaryIO) -> Iterator[bytes]:
    return (line for line in iter(lambda: file.readline(_BLOCK), b"") if not line.isascii())


def _likeliest(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  loaded only for a file that is not UTF-8

    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    return best.encoding if best else "cp1252"


def mixed_hint(text: str, encoding: Encoding) -> str:
    """Say how a row reads in the other encoding; empty where it is in the file's own.

    Args:
        text: The row, decoded by the file's encoding with ``surrogateescape``.
        encoding: Of the file.
    """
    if text.isascii():
        return ""
    if encoding.other != "utf-8":
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            return text.encode("utf-8", "surrogateescape").decode(encoding.other, "replace")
        return ""
    try:
        return text.encode(encoding.name, "surrogateescape").decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return ""
