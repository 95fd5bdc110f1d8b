"""Rows of a CSV: any delimiter, quoted lines, and no bad row that takes others with it."""

from __future__ import annotations

import csv
import gzip
import io
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from goodoffices.record.errors import InputError

from .batches import BATCH_ROWS, MAX_COLUMNS, RowBatch, RowSource
from .encoding import Encoding, encoding_of, mixed_hint
from .layout import Options
from .rejection import IncidentRejection, shown

__all__ = ["csv_source"]

_DELIMITERS = (",", ";", "\t", "|")


class _Lines:
    """The lines of a file one after another, remembering those of the row at hand so that they can be handed back."""

    def __init__(self, file: Iterator[str]) -> None:
        self._file = file
        self._back: deque[str] = deque()
        self.row: list[str] = []
        self.number = 0
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = self._back.popleft() if self._back else next(self._file)
        except StopIteration:
            self.ended = True
            raise
        self.number += 1
        self.row.append(line)
        return line

    def put_back(self, line: str) -> None:
        """Give out a line again."""
        self._back.appendleft(line)
        self.number -= 1

    def hand_back(self) -> None:
        """Keep the first line of the row at hand as read, and give out the others again."""
        again = self.row[1:]
        self.ended = False
        self._back.extendleft(reversed(again))
        self.number -= len(again)


def csv_source(path: Path, options: Options, rejections: list[IncidentRejection]) -> RowSource:
    """Open a CSV (``.csv``, ``.tsv``, ``.txt``, also ``.gz``).

    Args:
        path: The file.
        options: Encoding and delimiter, where the user says them.
        rejections: Takes the rows that cannot be read.

    Raises:
        InputError: If the file cannot be opened, is empty or has no header.
    """
    encoding = Encoding(options.encoding or "utf-8") if path.suffix == ".gz" else encoding_of(path, options.encoding)
    file = _open(path, encoding)
    try:
        lines = _Lines(file)
        first = _first_line(lines, path)
        delimiter = options.delimiter or max(_DELIMITERS, key=first.count)
        header = _header(lines, delimiter, path)
    except (InputError, OSError, EOFError) as error:
        file.close()
        if isinstance(error, InputError):
            raise
        msg = f"{str(path)!r} cannot be read ({error}); give a whole file"
        raise InputError(msg) from error
    return RowSource(header, _batches(lines, delimiter, len(header), encoding, rejections), file.close)


def _open(path: Path, encoding: Encoding) -> io.TextIOWrapper:
    try:
        raw = gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # noqa: SIM115  rows are read as asked for
    except OSError as error:
        msg = f"{str(path)!r} cannot be opened ({error.strerror}); give a file that can be read"
        raise InputError(msg) from error
    return io.TextIOWrapper(cast("BinaryIO", raw), encoding=encoding.name, errors="surrogateescape", newline="")


def _first_line(lines: _Lines, path: Path) -> str:
    """Look at the first line that is not empty, and hand it back."""
    for line in lines:
        if line.strip():
            lines.put_back(line)
            return line
    msg = f"{str(path)!r} is empty; an incident file has a header and a row an incident"
    raise InputError(msg)


def _header(lines: _Lines, delimiter: str, path: Path) -> list[str]:
    try:
        header = [name.strip().lstrip("\ufeff") for name in next(csv.reader(lines, delimiter=delimiter))]
    except csv.Error as error:
        msg = f"the header of {str(path)!r} cannot be read ({error}); give the names of its columns first"
        raise InputError(msg) from error
    if len(header) > MAX_COLUMNS:
        msg = f"{str(path)!r} has a header of {len(header):,} columns; more than {MAX_COLUMNS:,} is no incident file"
        raise InputError(msg)
    return header


def _batches(
    lines: _Lines, delimiter: str, width: int, encoding: Encoding, rejections: list[IncidentRejection]
) -> Iterator[RowBatch]:
    batch = RowBatch([], [], [])
    for number, (line, row) in enumerate(_rows(lines, delimiter, width), start=1):
        fault = _fault(row, width, encoding) if encoding.mixed or type(row) is str or len(row) != width else None
        if fault:
            rejections.append(IncidentRejection(number, line, *fault))
            continue
        batch.rows.append(row)  # type: ignore[arg-type]  # a row that is a str has a fault
        batch.numbers.append(number)
        batch.lines.append(line)
        if len(batch.rows) == BATCH_ROWS:
            yield batch
            batch = RowBatch([], [], [])
    yield batch


def _rows(lines: _Lines, delimiter: str, width: int) -> Iterator[tuple[int, list[str] | str]]:
    """Give each row with the line on which it starts; what cannot be read comes as the message.

    A quotation mark that is never closed swallows the lines behind it: where a row over several lines comes out with a
    wrong number of columns, only its first line is lost and the others are read again.
    """
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.row.clear()
        line = lines.number + 1
        try:
            row: list[str] | str = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            row = f"the row cannot be read ({error})"
        unclosed = lines.ended and "".join(lines.row).count('"') % 2
        if len(lines.row) > 1 and (unclosed or type(row) is str or len(row) != width):
            lines.hand_back()
            reader = csv.reader(lines, delimiter=delimiter)
            row = "a quotation mark is opened and not closed"
        if row:
            yield line, row


def _fault(row: list[str] | str, width: int, encoding: Encoding) -> tuple[str, str, str] | None:
    """Say what is wrong with a row: reason, suggestion, value."""
    if isinstance(row, str):
        return row, "close the quotation mark, or double those inside a quoted cell", ""
    if len(row) != width:
        reason = f"{len(row):,} columns where the header has {width:,}"
        return reason, "quote cells that hold the delimiter, and give every column a cell", shown(",".join(row[:20]))
    hint = mixed_hint("\n".join(row), encoding)
    if not hint:
        return None
    return (
        f"not in the encoding of the file ({encoding.name.removesuffix('-sig')})",
        f"it reads in {encoding.other}: convert the row, then load it again",
        shown(hint),
    )
