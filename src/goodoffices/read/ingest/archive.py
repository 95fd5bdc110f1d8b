"""Archives of reports: JSONL, one object a line, and CSV with a head; both are streamed."""

from __future__ import annotations

import csv
import functools
import io
import json
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import IO, Any

import msgspec

from goodoffices.record import InputError, Marking, Rejection, UnreadableReport, parse_marking

from .decoding import clean
from .draft import Draft
from .handed import LIMIT_BYTES, Handed
from .page_date import stated_day

__all__ = ["read_csv", "read_jsonl"]

_FIELD_CHARS = 20_000_000


@functools.cache
def _names() -> dict[str, list[str]]:
    return tomllib.loads(resources.files(__package__).joinpath("data/archive.toml").read_text(encoding="utf-8"))


def read_jsonl(handed: Handed) -> Iterator[Draft | Rejection]:
    """Read one report from each line; a line that holds none is a rejection that names it.

    Raises:
        UnreadableReport: If the file cannot be opened.
    """
    with handed.open() as file:
        number = 0
        while line := file.readline(LIMIT_BYTES):
            number += 1
            where = f"{handed.name}#{number}"
            if not line.strip():
                continue
            try:
                fields = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield Rejection(what=where, reason=f"is no line of JSON: {str(error)[:120]}")
                continue
            if isinstance(fields, dict):
                yield from _drafted(fields, where)
            else:
                yield Rejection(
                    what=where, reason='must be an object such as {"text": "...", "published": "2026-01-07"}'
                )


def read_csv(handed: Handed) -> Iterator[Draft | Rejection]:
    """Read one report from each row; the first row names the columns.

    Raises:
        UnreadableReport: If no column holds the text, or the file is not UTF-8.
    """
    csv.field_size_limit(_FIELD_CHARS)
    with handed.open() as file:
        stream = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        try:
            yield from _rows(stream, handed.name)
        except UnicodeDecodeError as error:
            msg = f"is not UTF-8 ({error.reason} at byte {error.start} of a block); save it as UTF-8"
            raise UnreadableReport(msg) from None
        except csv.Error as error:
            msg = f"is no CSV that can be read: {error}"
            raise UnreadableReport(msg) from None


def _rows(stream: IO[str], name: str) -> Iterator[Draft | Rejection]:
    head = stream.readline(_FIELD_CHARS)
    delimiter = max(",;\t", key=head.count)
    columns = [column.strip().lower() for column in next(csv.reader([head], delimiter=delimiter), [])]
    if not set(columns) & set(_names()["text"]):
        msg = f"has no column that holds the text; name one of its columns {_names()['text'][0]!r}"
        raise UnreadableReport(msg)
    for number, row in enumerate(csv.reader(stream, delimiter=delimiter), start=2):
        if row:
            yield from _drafted(dict(zip(columns, row, strict=False)), f"{name}#{number}")


def _drafted(fields: dict[str, Any], where: str) -> Iterator[Draft | Rejection]:
    given = {key.lower(): value for key, value in fields.items()}
    taken = {key: _first(given, names) for key, names in _names().items()}
    text = taken.pop("text")
    day, marking = taken.pop("published"), taken.pop("marking")
    if not text or not text.strip():
        yield Rejection(what=where, reason=f"has no text; put it under {_names()['text'][0]!r}")
        return
    published = stated_day(day) if day else None
    if day and published is None:
        yield Rejection(what=where, reason=f"'published': {day!r:.80} is no date; write it as YYYY-MM-DD")
    restricted = Marking.CLEAR
    if marking:
        try:
            restricted = parse_marking(marking)
        except InputError as error:
            restricted = Marking.RED
            yield Rejection(
                what=where, reason=f"'marking': {error}; the report is held as TLP:RED until this is mended"
            )
    try:
        draft = Draft(text=clean(text), path=where, published=published, marking=restricted)
        yield msgspec.structs.replace(draft, **taken)
    except UnreadableReport as error:
        yield Rejection(what=where, reason=str(error))


def _first(given: dict[str, Any], names: list[str]) -> str | None:
    """The first field that is there; a list of names is written as one."""
    for name in names:
        value = given.get(name)
        if isinstance(value, list):
            value = ", ".join(str(entry) for entry in value)
        if isinstance(value, str) and value.strip():
            return value.encode("utf-8", "replace").decode("utf-8")
    return None
