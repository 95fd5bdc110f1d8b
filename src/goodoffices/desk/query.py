"""What is asked of the findings of a snapshot, and the SQL that answers it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from goodoffices.record import KINDS, InputError, Marking, Verdict, issues, stances
from goodoffices.record.sql.moment import write_moment
from goodoffices.record.words import Sought, sought

__all__ = ["ORDERS", "Order", "Query", "Source", "source"]

Order: TypeAlias = Literal["newest", "oldest", "learned", "doubt", "sources", "record"]

ORDERS: dict[Order, tuple[str, str]] = {
    "newest": ("n", "ASC"),
    "oldest": ("day", "ASC"),
    "learned": ("known", "DESC"),
    "doubt": ("doubt", "DESC"),
    "sources": ("sources", "DESC"),
    "record": ("place", "ASC"),
}
"""Order -> the column that sorts, and which way. Ties go by ``n``: the newest first, those of a day by their place."""


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
            if given not in values and (given or field == "order"):
                msg = f"{given[:80]!r} is no {field}; use one of {', '.join(values)}"
                raise InputError(msg)


class Source(msgspec.Struct, frozen=True):
    """Where the findings of a query are read from, as SQL; nothing that anybody wrote stands in it.

    Attributes:
        tables: Of a FROM: the table ``f`` of findings, led by an index that gives few of them in the order of ``n``.
        n: The column that is ``f.n`` and read first, so that the order of ``n`` costs no sorting.
        condition: Of a WHERE, with a question mark for each value.
        values: The values.
    """

    tables: str
    n: str
    condition: str
    values: tuple[str, ...]


_LISTS = ("report", "party", "issue")
"""What a finding may have several of, those that few findings share first."""
_BY_KIND = frozenset({"party", "issue"})
"""Those whose index knows the kinds."""


def source(query: Query) -> Source:
    """Write where the findings of a query are read from.

    Raises:
        InputError: If its text holds no word.
    """
    tables, n, led_by = "finding f", "f.n", ""
    asked = [key for key in _LISTS if getattr(query, key)]
    if query.text:
        tables, n, led_by = (
            "finding_words CROSS JOIN finding f ON f.n = finding_words.rowid",
            "finding_words.rowid",
            "text",
        )
    elif asked:
        led_by = asked[0]
        tables, n = f"finding_{led_by} k CROSS JOIN finding f ON f.n = k.n", "k.n"
    parts = list(_parts(query, led_by))
    condition = " AND ".join(sql for sql, _ in parts) or "1"
    return Source(tables, n, condition, tuple(value for _, value in parts))


def _parts(query: Query, led_by: str) -> Iterator[tuple[str, str]]:
    if query.text:
        yield "finding_words MATCH ?", " AND ".join(_matched(each) for each in sought(query.text))
    yield from _of_lists(query, led_by)
    for column in ("kind", "stance", "verdict", "marking"):
        if value := getattr(query, column):
            yield f"f.{column} = ?", value
    if query.since:
        yield "f.known > ?", write_moment(query.since)
    if query.first:
        yield "f.day >= ?", query.first.isoformat()
    if query.last:
        yield "f.day > '0000-00-00' AND f.day <= ?", query.last.isoformat()


def _of_lists(query: Query, led_by: str) -> Iterator[tuple[str, str]]:
    for key in _LISTS:
        value: str = getattr(query, key)
        if value and key == led_by:
            yield f"k.{key} = ?", value
            if query.kind and key in _BY_KIND:
                yield "k.kind = ?", query.kind
        elif value:
            yield f"EXISTS (SELECT 1 FROM finding_{key} k WHERE k.{key} = ? AND k.n = f.n)", value  # noqa: S608  names of ours


def _matched(each: Sought) -> str:
    return f'"{" ".join(each.words)}"{" *" if each.open_ended else ""}'
