"""The indexes of the record: written with each row of it. `reshelving` makes them anew from it at will.

They hold the digests, counts and words that make pages of a large case quick; nothing stands in them alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from goodoffices.record.ids import content_id
from goodoffices.record.release import Marking, most_restricted

from . import schema, sentences
from .listed import listed_ids
from .schema import judgement_rests_on, judgement_shelf, rejection_shelf, report_shelf

__all__ = [
    "judgement",
    "judgement_marking",
    "outlet_key",
    "rejections",
    "report",
    "report_keys",
    "shelve_rejections",
    "statements",
    "strictest",
]


class _Shelved(msgspec.Struct):
    outlet: str | None = None
    path: str = ""


class _Rejected(msgspec.Struct):
    what: str = ""
    reason: str = ""


class _RejectionContent(msgspec.Struct):
    rejection: _Rejected


def key(*texts: str) -> str:
    """Write the digest of a name that a list is narrowed down by."""
    return content_id("k", *(text.encode("utf-8", "replace").decode("utf-8") for text in texts))


def outlet_key(name: str | None) -> str:
    """Write the digest of an outlet, whatever the case and the blanks of its name; that of none is empty."""
    return key(" ".join(name.casefold().split())) if name else ""


def report(connection: sa.Connection, seq: int, content: str) -> None:
    """Shelve a report that is new to the record.

    Args:
        connection: In the transaction that wrote it.
        seq: Its number.
        content: Its JSON.
    """
    outlet, path = report_keys(content)
    connection.execute(sa.insert(report_shelf), {"report": seq, "outlet": outlet, "path": path})


def report_keys(content: str) -> tuple[str, str]:
    """Write the digests of a report's outlet and path, of its JSON."""
    told = msgspec.json.decode(content, type=_Shelved)
    return outlet_key(told.outlet), key(told.path)


def statements(
    connection: sa.Connection, report_seq: int, report_marking: str, rows: Iterable[Mapping[str, Any]]
) -> None:
    """Count and index statements that are new to the record.

    Args:
        connection: In the transaction that wrote them.
        report_seq: The number of their report.
        report_marking: The marking that it came with.
        rows: Their rows.
    """
    table = schema.statement
    seqs = {
        each.id: each.seq
        for each in connection.execute(sa.select(table.c.id, table.c.seq).where(table.c.report == report_seq))
    }
    numbered = [{**each, "seq": seqs[each["id"]]} for each in rows]
    _index(connection, report_seq, report_marking, numbered)
    counts = Counter((each["at"], each["kind"], each["marking"]) for each in numbered)
    _count(connection, report_seq, report_marking, counts)


def _index(connection: sa.Connection, report_seq: int, report_marking: str, rows: Iterable[Mapping[str, Any]]) -> None:
    found = [
        sentences.Words(
            each["seq"],
            report_seq,
            each["kind"],
            strictest(report_marking, each["marking"]),
            sentences.words_of(each["content"]),
        )
        for each in rows
    ]
    sentences.index(connection, found)


def _count(
    connection: sa.Connection, report_seq: int, report_marking: str, counts: Mapping[tuple[str, str, str], int]
) -> None:
    rows = [
        {
            "report": report_seq,
            "report_marking": report_marking,
            "at": at,
            "day": at[:10],
            "kind": kind,
            "marking": marking,
            "statements": number,
        }
        for (at, kind, marking), number in sorted(counts.items())
    ]
    if rows:
        connection.execute(_MORE_OF_REPORT, rows)
        connection.execute(_MORE_OF_CASE, rows)


_MORE_OF_REPORT = sa.text(
    "INSERT INTO report_tally (report, at, kind, marking, statements) "
    "VALUES (:report, :at, :kind, :marking, :statements) "
    "ON CONFLICT (report, at, kind, marking) "
    "DO UPDATE SET statements = report_tally.statements + excluded.statements"
)
_MORE_OF_CASE = sa.text(
    "INSERT INTO case_tally (day, report_marking, kind, marking, statements) "
    "VALUES (:day, :report_marking, :kind, :marking, :statements) "
    "ON CONFLICT (day, report_marking, kind, marking) "
    "DO UPDATE SET statements = case_tally.statements + excluded.statements"
)


def strictest(*markings: str) -> str:
    """Find the strictest of some markings."""
    return most_restricted(Marking(each) for each in markings).value


def judgement(connection: sa.Connection, seq: int, marking: str) -> None:
    """Shelve a judgement that is new to the record, and stands there with its grounds."""
    strictest = judgement_marking(connection, seq, marking)
    connection.execute(sa.insert(judgement_shelf), {"judgement": seq, "marking": strictest})


def judgement_marking(connection: sa.Connection, seq: int, marking: str) -> str:
    """Find the strictest of a judgement's own marking and those that its grounds came with."""
    grounds = (
        sa.select(schema.statement.c.marking, schema.report.c.marking)
        .join_from(judgement_rests_on, schema.statement)
        .join(schema.report)
        .where(judgement_rests_on.c.judgement == seq)
    )
    return strictest(marking, *(each for row in connection.execute(grounds) for each in row))


def rejections(connection: sa.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Shelve rejections that may be new to the record."""
    if not rows:
        return
    table = schema.rejection
    query = sa.select(table.c.seq, table.c.content).where(
        table.c.id.in_(listed_ids(connection, [each["id"] for each in rows])),
        table.c.seq.not_in(sa.select(rejection_shelf.c.rejection)),
    )
    shelve_rejections(connection, connection.execute(query).all())


def shelve_rejections(connection: sa.Connection, rows: Iterable[Any]) -> None:
    """Shelve rejections that the shelf does not hold, each its number and its JSON."""
    new = []
    for seq, content in rows:
        told = msgspec.json.decode(content, type=_RejectionContent).rejection
        new.append({"rejection": seq, "what": key(told.what), "said": key(told.what, told.reason)})
    if new:
        connection.execute(sa.insert(rejection_shelf), new)
