"""A snapshot: the findings of one audience as they were merged, read from their file page by page."""

from __future__ import annotations

import functools
import sqlite3
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec

from goodoffices.brief import Brief
from goodoffices.brief.model import DisputeView
from goodoffices.brief.model.entry import Entry
from goodoffices.record import InputError

from .about import About
from .query import ORDERS, Query, where

T = TypeVar("T")
_ENTRY = msgspec.json.Decoder(Entry)
_DISPUTE = msgspec.json.Decoder(DisputeView)
_COLUMNS = {each: each for each in ("kind", "stance", "verdict", "marking")}

__all__ = ["COUNTED", "Page", "ReportLine", "Snapshot"]

COUNTED = 20_000
"""Findings beyond this number are not counted one by one: a page says "20,000 or more"."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the findings that a query asks for.

    Attributes:
        entries: In the order of the query.
        after: Where the next page begins, or None on the last.
        total: How many there are in all, but at most `COUNTED`.
    """

    entries: tuple[Entry, ...]
    after: str | None
    total: int


class ReportLine(msgspec.Struct, frozen=True, kw_only=True):
    """A report as the findings know it.

    Attributes:
        id: Its id.
        number: Its number, from 1, in the order of days.
        source: Outlet and day.
        copy_of: Id of the report that it is a near copy of, or empty.
        findings: How many findings rest on it.
    """

    id: str
    number: int
    source: str
    copy_of: str
    findings: int


class Snapshot:
    """The findings of one audience, in a file. Many threads may read it at once.

    Args:
        place: The file; it is never changed, only replaced.

    Attributes:
        kept: What pages made of it and keep as long as it is shown; it goes when the snapshot goes.
    """

    def __init__(self, place: Path) -> None:
        self.place = place
        self._local = threading.local()
        self.kept: dict[object, object] = {}
        self.about: About = self._one("SELECT body FROM about", About)
        self.count = functools.lru_cache(maxsize=512)(self._count)
        self.tally = functools.lru_cache(maxsize=256)(self._tally)

    @functools.cached_property
    def brief(self) -> Brief:
        """The brief, cut to what fits a page; `about.totals` says how much there is."""
        return self._one("SELECT body FROM brief", Brief)

    def find(self, query: Query, *, limit: int = 50, after: str | None = None) -> Page:
        """Find findings.

        Args:
            query: Which.
            limit: How many at most.
            after: The `after` of the page before, or None for the first.

        Raises:
            InputError: If the text of the query holds no word.
        """
        condition, values = where(query)
        given: list[str | float] = [*values]
        column, way = ORDERS[query.order]
        start = _cursor(after)
        if start is not None:
            sign = "<" if way == "DESC" else ">"
            condition += f" AND (f.{column} {sign} ? OR (f.{column} = ? AND f.n > ?))"
            given = [*given, start[0], start[0], start[1]]
        sql = (
            f"SELECT f.{column}, f.n, f.body FROM finding f WHERE {condition} "  # noqa: S608  names of ours
            f"ORDER BY f.{column} {way}, f.n LIMIT ?"
        )
        rows = self._rows(sql, (*given, limit + 1))
        more = len(rows) > limit
        rows = rows[:limit]
        entries = tuple(_ENTRY.decode(body) for _, _, body in rows)
        following = msgspec.json.encode(rows[-1][:2]).decode("utf-8") if more else None
        return Page(entries=entries, after=following, total=self.count(query))

    def finding(self, finding: str) -> Entry | None:
        """One finding, or None where this audience has none of that id."""
        rows = self._rows("SELECT body FROM finding WHERE id = ?", (finding,))
        return _ENTRY.decode(rows[0][0]) if rows else None

    def findings(self, ids: Iterable[str]) -> dict[str, Entry]:
        """Several findings by id; those that are not there are left out."""
        return {each: entry for each in dict.fromkeys(ids) if (entry := self.finding(each)) is not None}

    def resting_on(self, statements: Iterable[str]) -> tuple[Entry, ...]:
        """The findings that rest on any of some statements."""
        sql = "SELECT f.body FROM finding f JOIN finding_statement s ON s.n = f.n WHERE s.statement = ? ORDER BY f.n"
        found = [row for each in statements for row in self._rows(sql, (each,))]
        return tuple({(entry := _ENTRY.decode(body)).id: entry for (body,) in found}.values())

    def of_report(self, report: str) -> tuple[tuple[Entry, ...], tuple[DisputeView, ...]]:
        """All findings and disagreements that rest on a report."""
        findings = "SELECT f.body FROM finding_report r JOIN finding f ON f.n = r.n WHERE r.report = ? ORDER BY f.n"
        disputes = "SELECT d.body FROM dispute_report r JOIN dispute d ON d.n = r.n WHERE r.report = ? ORDER BY d.n"
        return (
            tuple(_ENTRY.decode(body) for (body,) in self._rows(findings, (report,))),
            tuple(_DISPUTE.decode(body) for (body,) in self._rows(disputes, (report,))),
        )

    def disputes(self, *, limit: int = 50, start: int = 0, issue: str = "") -> tuple[DisputeView, ...]:
        """Disagreements, in their order."""
        only, values = ("WHERE issue = ?", [issue]) if issue else ("", [])
        sql = f"SELECT body FROM dispute {only} ORDER BY n LIMIT ? OFFSET ?"  # noqa: S608  a clause of ours
        return tuple(_DISPUTE.decode(body) for (body,) in self._rows(sql, (*values, limit, start)))

    def dispute(self, dispute: str) -> DisputeView | None:
        """One disagreement, or None."""
        rows = self._rows("SELECT body FROM dispute WHERE id = ?", (dispute,))
        return _DISPUTE.decode(rows[0][0]) if rows else None

    def reports(self, ids: Iterable[str]) -> dict[str, ReportLine]:
        """Reports as the findings know them; those that came in later are left out."""
        sql = "SELECT id, number, source, copy_of, findings FROM report WHERE id = ?"
        rows = (row for each in dict.fromkeys(ids) for row in self._rows(sql, (each,)))
        return {
            row[0]: ReportLine(id=row[0], number=row[1], source=row[2], copy_of=row[3], findings=row[4]) for row in rows
        }

    def copies_of(self, report: str) -> tuple[str, ...]:
        """The reports that are near copies of a report."""
        return tuple(
            str(row[0]) for row in self._rows("SELECT id FROM report WHERE copy_of = ? ORDER BY number", (report,))
        )

    def reports_by_id(self) -> dict[str, ReportLine]:
        """All reports as the findings know them."""
        rows = self._rows("SELECT id, number, source, copy_of, findings FROM report")
        return {
            row[0]: ReportLine(id=row[0], number=row[1], source=row[2], copy_of=row[3], findings=row[4]) for row in rows
        }

    def holds_any(self, things: Iterable[str]) -> set[str]:
        """Which of some reports and statements it shows or rests on."""
        sql = (
            "SELECT EXISTS (SELECT 1 FROM report WHERE id = ?1) "
            "OR EXISTS (SELECT 1 FROM finding_statement WHERE statement = ?1)"
        )
        return {each for each in things if self._rows(sql, (each,))[0][0]}

    def _count(self, query: Query) -> int:
        plain = msgspec.structs.replace(query, order="newest") == Query()
        if plain:
            return min(self.about.totals.findings, COUNTED)
        condition, values = where(query)
        sql = f"SELECT count(*) FROM (SELECT 1 FROM finding f WHERE {condition} LIMIT ?)"  # noqa: S608  as above
        return int(self._rows(sql, (*values, COUNTED))[0][0])

    def _tally(self, query: Query, field: str) -> Mapping[str, int]:
        """Count what a query finds by ``kind``, ``issue``, ``party``, ``stance``, ``verdict`` or ``marking``."""
        condition, values = where(query)
        chosen = f"SELECT f.n, f.kind, f.stance, f.verdict, f.marking FROM finding f WHERE {condition} LIMIT ?"  # noqa: S608
        if field in {"issue", "party", "report"}:
            sql = f"SELECT k.{field}, count(*) FROM ({chosen}) c JOIN finding_{field} k ON k.n = c.n GROUP BY 1"  # noqa: S608
        else:
            sql = f"SELECT {_COLUMNS[field]}, count(*) FROM ({chosen}) GROUP BY 1"  # noqa: S608
        counts: dict[str, int] = {key: int(number) for key, number in self._rows(sql, (*values, COUNTED)) if key}
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def close(self) -> None:
        """Let go of the file in this thread; other threads let go of it when they end."""
        if connection := getattr(self._local, "connection", None):
            connection.close()
            del self._local.connection

    def _rows(self, sql: str, values: Iterable[object] = ()) -> list[tuple[Any, ...]]:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            uri = f"file:{quote(str(self.place.absolute()))}?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._local.connection = connection
        return connection.execute(sql, tuple(values)).fetchall()

    def _one(self, sql: str, kind: type[T]) -> T:
        found: T = msgspec.json.decode(self._rows(sql)[0][0], type=kind)
        return found


def _cursor(after: str | None) -> tuple[str | float, int] | None:
    """Read where a page begins.

    Raises:
        InputError: If nobody was given it.
    """
    if after is None:
        return None
    try:
        return msgspec.json.decode(after, type=tuple[str | float, int])
    except msgspec.MsgspecError:
        msg = f"{after[:80]!r} is not where a page begins; start at the first page"
        raise InputError(msg) from None
