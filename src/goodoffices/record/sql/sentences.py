"""The index of the statements' words: those of their quotes, and of what their content says beside them.

On SQLite the words stand in the column of the strictest of the markings that the statement and its report came with,
its kind and its report in columns of their own: one look into the index finds what an audience may see, and counts it.
PostgreSQL has a column each and looks at the rows. The words are folded as those of the reports are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from goodoffices.record.release import Marking
from goodoffices.record.words import Sought, folded_words

from .search import phrase

__all__ = ["Words", "clear", "index", "matching", "words_of"]

_PARTED = "\ue000"
"""Stands between a statement's texts, so that no row of words goes from one into the next; no folded word holds it."""
_SPOKEN = ("text", "name", "title", "place", "topic", "condition", "trigger", "aliases", "items", "label")
"""The fields of a content that hold words of a report, and no ids or words of ours."""


class Words(msgspec.Struct, frozen=True):
    """What the index is told of one statement.

    Attributes:
        seq: Its number.
        report: The number of its report.
        kind: Its kind.
        marking: The strictest of the markings that it and its report came with.
        texts: The folded words of each of its texts.
    """

    seq: int
    report: int
    kind: str
    marking: str
    texts: tuple[tuple[str, ...], ...]


class _Quoted(msgspec.Struct):
    quote: str = ""


class _Content(msgspec.Struct):
    evidence: list[_Quoted] = []
    content: dict[str, object] = {}


_DECODER = msgspec.json.Decoder(_Content)


def words_of(content: str) -> tuple[tuple[str, ...], ...]:
    """Read the folded words of each text of a statement from its JSON; what cannot be read has none."""
    try:
        told = _DECODER.decode(content)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return ()  # `case verify` tells of it
    texts = [each.quote for each in told.evidence]
    for name in _SPOKEN:
        texts += [text for text in _strings(told.content.get(name)) if not any(text in quote for quote in texts)]
    return tuple(tuple(folded_words(text)) for text in dict.fromkeys(texts))


def _strings(value: object) -> Iterable[str]:
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _strings(each)
        case dict():
            yield from _strings(value.get("text"))


def index(connection: sa.Connection, statements: Sequence[Words]) -> None:
    """Put the words of statements into the index."""
    if not statements:
        return
    if connection.dialect.name == "postgresql":
        sql = (
            "INSERT INTO statement_search (statement, marking, words) VALUES (:seq, :marking, CAST(:words AS tsvector))"
        )
        rows = [{"seq": each.seq, "marking": each.marking, "words": _tsvector(each.texts)} for each in statements]
        connection.execute(sa.text(sql), rows)
        return
    for marking in {each.marking for each in statements}:
        column = _COLUMNS[marking]
        sql = f"INSERT INTO statement_search (rowid, kind, report, {column}) VALUES (:seq, :kind, :report, :words)"  # noqa: S608  a name of ours
        rows = [
            {"seq": each.seq, "kind": _token(each.kind), "report": each.report, "words": _line(each.texts)}
            for each in statements
            if each.marking == marking
        ]
        connection.execute(sa.text(sql), rows)


_COLUMNS = {each.value: each.name.lower() for each in Marking}


def _token(kind: str) -> str:
    return "".join(folded_words(kind))


def _line(texts: Iterable[Iterable[str]]) -> str:
    return f" {_PARTED} ".join(" ".join(words) for words in texts)


def _tsvector(texts: Iterable[Sequence[str]]) -> str:
    places: dict[str, list[str]] = {}
    place = 0
    for words in texts:
        for word in words:
            place += 1
            places.setdefault(word, []).append(str(min(place, 16_383)))
        place += 1
    return " ".join(f"'{word}':{','.join(numbers[:255])}" for word, numbers in places.items())


def clear(connection: sa.Connection) -> None:
    """Throw the index away."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO statement_search (statement_search) VALUES ('delete-all')")
    else:
        connection.exec_driver_sql("DELETE FROM statement_search")


def matching(
    asked: Iterable[Sought], markings: Iterable[str], *, kind: str | None = None, report: int | None = None
) -> str:
    """Write what SQLite's index is asked for.

    Args:
        asked: What all must stand in a statement.
        markings: The markings that it and its report came with, at least one.
        kind: Its kind, or None.
        report: The number of its report, or None.
    """
    columns = " ".join(_COLUMNS[each] for each in markings)
    parts = [f"{{{columns}}} : {phrase(each, 'sqlite')}" for each in asked]
    if kind is not None:
        parts.append(f'kind : "{_token(kind)}"')
    if report is not None:
        parts.append(f'report : "{report}"')
    return " AND ".join(f"({part})" for part in parts)
