"""The index of words: FTS5 on SQLite, tsvector pages on PostgreSQL, both fed with the same folded words.

The words are cut and folded here, so that both find the same; the index holds nothing that the texts do not.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from goodoffices.record.words import Sought, folded_words

from . import schema

__all__ = ["fill", "index", "indexed", "matching", "matching_query", "phrase", "rebuild"]

_PAGE = 10_000
"""Words a page: PostgreSQL numbers at most 16,383 places in one tsvector."""
_OVERLAP = 20
"""Words of the next page that a page repeats, so that a row of words over the border is found."""


def index(connection: sa.Connection, seq: int, title: str, text: str) -> None:
    """Put the words of one report into the index."""
    found = folded_words(f"{title}\n{text}")
    if connection.dialect.name == "sqlite":
        sql = "INSERT INTO report_search (rowid, words) VALUES (:seq, :words)"
        connection.execute(sa.text(sql), {"seq": seq, "words": " ".join(found)})
        return
    rows = [
        {"seq": seq, "page": start // _PAGE, "words": _tsvector(found[start : start + _PAGE + _OVERLAP])}
        for start in range(0, max(1, len(found)), _PAGE)
    ]
    sql = "INSERT INTO report_search (report, page, words) VALUES (:seq, :page, CAST(:words AS tsvector))"
    connection.execute(sa.text(sql), rows)


def _tsvector(page: Iterable[str]) -> str:
    places: dict[str, list[str]] = {}
    for place, word in enumerate(page, start=1):
        places.setdefault(word, []).append(str(place))
    # PostgreSQL keeps 255 places of a word; more would only be read to be dropped.
    return " ".join(f"'{word}':{','.join(numbers[:255])}" for word, numbers in places.items())


def fill(connection: sa.Connection) -> None:
    """Index every report that the case holds."""
    seqs = connection.scalars(sa.select(schema.report_text.c.report)).all()
    one = sa.select(schema.report.c.content, schema.report_text.c.utf8).join_from(schema.report, schema.report_text)
    for seq in seqs:
        content, utf8 = connection.execute(one.where(schema.report.c.seq == seq)).one()
        index(connection, seq, _title(content), bytes(utf8).decode("utf-8"))


def _title(content: str) -> str:
    return str(msgspec.json.decode(content)["title"])


def rebuild(connection: sa.Connection) -> None:
    """Throw the index away and make it anew from the texts."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO report_search (report_search) VALUES ('delete-all')")
    else:
        connection.exec_driver_sql("DELETE FROM report_search")
    fill(connection)


def indexed(connection: sa.Connection) -> set[int]:
    """The `seq` of every report that the index holds."""
    sqlite = connection.dialect.name == "sqlite"
    sql = "SELECT rowid FROM report_search" if sqlite else "SELECT DISTINCT report FROM report_search"
    return set(connection.scalars(sa.text(sql)))


def matching(connection: sa.Connection, asked: Iterable[Sought]) -> set[int]:
    """Find the reports, by `seq`, that hold all that is asked for.

    The words are looked up apart from who may see the reports: joined in one query, PostgreSQL plans on its guess of
    how many reports hold a word, and a wrong guess costs minutes.
    """
    dialect = connection.dialect.name
    found = [set(connection.scalars(_LOOK_UP[dialect], {"asked": phrase(each, dialect)})) for each in asked]
    return set.intersection(*found)


_LOOK_UP = {
    "sqlite": sa.text("SELECT rowid FROM report_search WHERE report_search MATCH :asked"),
    "postgresql": sa.text("SELECT DISTINCT report FROM report_search WHERE words @@ CAST(:asked AS tsquery)"),
}


def matching_query(asked: Iterable[Sought]) -> sa.Select[tuple[int]]:
    """Write the query of the reports, by `seq`, that hold all that is asked for, for SQLite."""
    words = sa.literal(" AND ".join(phrase(each, "sqlite") for each in asked), sa.Text)
    rows = sa.table("report_search", sa.column("rowid", sa.Integer), sa.column("report_search", sa.Text))
    return sa.select(rows.c.rowid).where(rows.c.report_search.op("MATCH", is_comparison=True)(words))


def phrase(each: Sought, dialect: str) -> str:
    """Write one thing asked for, as the index of a database reads it."""
    if dialect == "sqlite":
        return f'"{" ".join(each.words)}"{" *" if each.open_ended else ""}'
    return " <-> ".join(f"'{word}'" for word in each.words) + (":*" if each.open_ended else "")
