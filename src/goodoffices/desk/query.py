"""What is asked of the findings of a snapshot, and the SQL that answers it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record import KINDS, InputError, Marking, Verdict, issues, stances
from goodoffices.record.sql.moment import write_moment
from goodoffices.record.words import Sought, sought

__all__ = ["ORDERS", "Order", "Query", "where"]

Order: TypeAlias = Literal["newest", "oldest", "learned", "doubt", "sources", "record"]

ORDERS: dict[Order, tuple[str, str]] = {
    "newest": ("day", "DESC"),
    "oldest": ("day", "ASC"),
    "learned": ("known", "DESC"),
    "doubt": ("doubt", "DESC"),
    "sources": ("sources", "DESC"),
    "record": ("n", "ASC"),
}
"""Order -> the column that sorts, and which way. Ties go by the place in the record."""


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """Which findings are asked for; what is left empty asks for nothing.

    Attributes:
        kind: One of `KINDS`.
        issue: Id of an issue.
        party: Id of a side.
        report: Id of a report.
        stance: Id of a stance.
        verdict: What analysts say of it.
        marking: Of the finding.
        text: Words, as `sought` reads them.
        since: Learned by the record after this moment.
        first: Of or after this day.
        last: Of or before this day.
        order: How they stand.
    """

    kind: str = ""
    issue: str = ""
    party: str = ""
    report: str = ""
    stance: str = ""
    verdict: str = ""
    marking: str = ""
    text: str = ""
    since: dt.datetime | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    order: Order = "newest"

    def __post_init__(self) -> None:
        """Refuse what is no value.

        Raises:
            InputError: Names what is wrong and which values there are.
        """
        known: dict[str, tuple[str, ...]] = {
            "kind": KINDS,
            "issue": tuple(issues()),
            "stance": tuple(stances()),
            "verdict": tuple(each.value for each in Verdict if each is not Verdict.RETRACT),
            "marking": tuple(each.value for each in Marking),
            "order": tuple(ORDERS),
        }
        for field, values in known.items():
            given = getattr(self, field)
            if given and given not in values:
                msg = f"{given[:80]!r} is no {field}; use one of {', '.join(values)}"
                raise InputError(msg)


def where(query: Query) -> tuple[str, list[str]]:
    """Write the condition of a query.

    Returns:
        SQL with a question mark for each value, and the values; nothing that anybody wrote stands in the SQL.

    Raises:
        InputError: If its text holds no word.
    """
    parts = list(_parts(query))
    return " AND ".join(sql for sql, _ in parts) or "1", [value for _, values in parts for value in values]


def _parts(query: Query) -> Iterator[tuple[str, list[str]]]:
    for column in ("kind", "stance", "verdict", "marking"):
        if value := getattr(query, column):
            yield f"f.{column} = ?", [value]
    for key in ("issue", "party", "report"):
        if value := getattr(query, key):
            yield f"f.n IN (SELECT n FROM finding_{key} WHERE {key} = ?)", [value]  # noqa: S608  names of ours
    if query.since:
        yield "f.known > ?", [write_moment(query.since)]
    if query.first:
        yield "f.day >= ?", [query.first.isoformat()]
    if query.last:
        yield "f.day <= ? AND f.day > '0000-00-00'", [query.last.isoformat()]
    if query.text:
        matched = " AND ".join(_matched(each) for each in sought(query.text))
        yield "f.n IN (SELECT rowid FROM finding_words WHERE finding_words MATCH ?)", [matched]


def _matched(each: Sought) -> str:
    return f'"{" ".join(each.words)}"{" *" if each.open_ended else ""}'
