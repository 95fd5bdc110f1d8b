"""Rows of the tables to the record's own types and back."""

from __future__ import annotations

import functools
from typing import Any, TypeVar

import msgspec

from goodoffices.record.errors import CaseDamaged, InputError
from goodoffices.record.ids import canonical_json
from goodoffices.record.judgement import Judgement
from goodoffices.record.note import Note
from goodoffices.record.release import Marking, most_restricted
from goodoffices.record.report import Report
from goodoffices.record.statement import Statement

__all__ = ["read_content", "read_report", "row", "statement_row", "text_bytes", "with_markings"]

T = TypeVar("T")
Marked = TypeVar("Marked", Report, Statement, Judgement, Note)


def row(thing: Any, **columns: Any) -> dict[str, Any]:  # noqa: ANN401  any entry or struct of the record
    """Write the row of a thing: its canonical JSON, and the columns that queries filter by."""
    return {"id": thing.id, "content": canonical_json(thing).decode("utf-8"), **columns}


def statement_row(statement: Statement, report_seq: int, at: str) -> dict[str, Any]:
    """Write the row of a statement that the record learned `at`."""
    return row(statement, report=report_seq, kind=statement.kind, marking=statement.marking.value, at=at)


def text_bytes(report: Report) -> bytes:
    """Write the text of a report.

    Raises:
        InputError: If it holds half a character (a lone surrogate), which nothing can write.
    """
    try:
        return report.text.encode("utf-8")
    except UnicodeEncodeError as error:
        msg = f"report {report.path!r}: the character at {error.start} is half a character; read the file anew"
        raise InputError(msg) from None


def read_content(kind: type[T], content: str, *, where: str) -> T:
    """Read what a row says.

    Raises:
        CaseDamaged: If it is not what it should be.
    """
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, InputError, UnicodeEncodeError) as error:
        msg = f"{where} cannot be read ({error}); run `goodoffices case verify` on the case"
        raise CaseDamaged(msg) from error


def read_report(content: str, utf8: bytes | None, *, where: str) -> Report:
    """Read a report, with its text where `utf8` is given.

    Raises:
        CaseDamaged: If it is not what it should be.
    """
    report = read_content(Report, content, where=where)
    if utf8 is None:
        return report
    try:
        return msgspec.structs.replace(report, text=bytes(utf8).decode("utf-8"))
    except UnicodeDecodeError as error:
        msg = f"the text of {where} cannot be read ({error}); run `goodoffices case verify` on the case"
        raise CaseDamaged(msg) from error


def with_markings(thing: Marked, *markings: str) -> Marked:
    """Put the strictest of `markings` on a thing that is to be shown."""
    strictest = _strictest(*markings)
    return thing if thing.marking is strictest else msgspec.structs.replace(thing, marking=strictest)


@functools.cache
def _strictest(*markings: str) -> Marking:
    return most_restricted(Marking(each) for each in markings)
