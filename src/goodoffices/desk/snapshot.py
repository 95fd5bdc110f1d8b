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
from .found import Page, ReportLine, Rests
from .query import ORDERS, Query, source

T = TypeVar("T")
_ENTRY = msgspec.json.Decoder(Entry)
_SPANS = msgspec.json.Decoder(tuple[tuple[int, int], ...])
_DISPUTE = msgspec.json.Decoder(DisputeView)
_COLUMNS = ("kind", "stance", "verdict", "marking")
"""What a finding has one of."""
_TALLIES = 4_000
"""Counts kept: as many as people ask for in an evening, each of a few dozen numbers."""

__all__ = ["COUNTED", "Snapshot"]

COUNTED = 20_000
"""Findings beyond this number are not counted one by one: a page says "20,000 or more"."""


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
        self.count = functools.lru_cache(maxsize=_TALLIES)(self._count)
        self._profile = functools.lru_cache(maxsize=_TALLIES)(self._profiled)
        self.tally = functools.lru_cache(maxsize=_TALLIES)(self._tally)

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
        ns, following = self._page(query, limit, _cursor(after))
        return Page(entries=self._whole(ns), after=following, total=self._total(query))

    def glimpses(self, query: Query, *, limit: int = 50, after: str | None = None) -> Page:
        """Find findings for a list: the same as `find`, each with the first of its evidence."""
        ns, following = self._page(query, limit, _cursor(after))
        return Page(entries=self._short(ns), after=following, total=self._total(query))

    def some(self, query: Query, *, limit: int) -> tuple[Entry, ...]:
        """The first findings of a query, for a list that does not say how many there are."""
        return self._short(self._page(query, limit, None)[0])

    def finding(self, finding: str) -> Entry | None:
        """One finding, or None where this audience has none of that id."""
        found = self._whole([row[0] for row in self._rows("SELECT n FROM finding WHERE id = ?", (finding,))])
        return found[0] if found else None

    def findings(self, ids: Iterable[str]) -> dict[str, Entry]:
        """Several findings by id; those that are not there are left out."""
        return {each: entry for each in dict.fromkeys(ids) if (entry := self.finding(each)) is not None}

    def resting_on(self, statements: Iterable[str]) -> tuple[Entry, ...]:
        """The findings that rest on any of some statements."""
        sql = "SELECT n FROM finding_statement WHERE statement = ?"
        return self._whole(sorted({row[0] for each in statements for row in self._rows(sql, (each,))}))

    def rested_on(self, statements: Iterable[str]) -> dict[str, set[str]]:
        """Which of some statements each finding rests on; findings that rest on none of them are left out."""
        sql = "SELECT f.id FROM finding_statement s JOIN finding f ON f.n = s.n WHERE s.statement = ?"
        found: dict[str, set[str]] = {}
        for statement in statements:
            for (finding,) in self._rows(sql, (statement,)):
                found.setdefault(finding, set()).add(statement)
        return found

    def of_report(self, report: str) -> tuple[tuple[Rests, ...], tuple[DisputeView, ...]]:
        """All findings and disagreements that rest on a report."""
        rows = self._rows("SELECT n, spans FROM finding_report WHERE report = ? ORDER BY n", (report,))
        found = zip(self._short([n for n, _ in rows]), rows, strict=True)
        disputes = "SELECT d.body FROM dispute_report r JOIN dispute d ON d.n = r.n WHERE r.report = ? ORDER BY d.n"
        return (
            tuple(Rests(entry, _SPANS.decode(spans)) for entry, (_, spans) in found),
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

    def _total(self, query: Query) -> int:
        return self.count(msgspec.structs.replace(query, order="newest"))  # in whatever order, they are as many

    def _count(self, query: Query) -> int:
        if query == Query():
            return min(self.about.totals.findings, COUNTED)
        return sum(self._profile(query).values())

    def _tally(self, query: Query, field: str) -> Mapping[str, int]:
        """Count what a query finds by ``kind``, ``issue``, ``party``, ``stance``, ``verdict`` or ``marking``."""
        counts: dict[str, int] = {}
        if field in _COLUMNS:
            for values, number in self._profile(query).items():
                value = values[_COLUMNS.index(field)]
                counts[value] = counts.get(value, 0) + number
        else:
            of = source(query)
            chosen = f"SELECT {of.n} AS n FROM {of.tables} WHERE {of.condition} LIMIT ?"  # noqa: S608  names of ours
            joined = f"({chosen}) c CROSS JOIN finding_{field} k ON k.n = c.n"
            sql = f"SELECT k.{field}, count(*) FROM {joined} GROUP BY 1"  # noqa: S608  as above
            counts = dict(self._rows(sql, (*of.values, COUNTED)))
        counts.pop("", None)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def _profiled(self, query: Query) -> Mapping[tuple[str, ...], int]:
        """How many of each kind, stance, verdict and marking a query finds, in one pass."""
        of = source(query)
        columns = ", ".join(f"f.{each}" for each in _COLUMNS)
        chosen = f"SELECT {columns} FROM {of.tables} WHERE {of.condition} LIMIT ?"  # noqa: S608  names of ours
        sql = f"SELECT *, count(*) FROM ({chosen}) GROUP BY 1, 2, 3, 4"  # noqa: S608  as above
        return {row[:-1]: row[-1] for row in self._rows(sql, (*of.values, COUNTED))}

    def _page(self, query: Query, limit: int, start: tuple[str | float, int] | None) -> tuple[list[int], str | None]:
        """The numbers of the findings on a page, and where the next one begins."""
        of = source(query)
        name, way = ORDERS[query.order]
        column = of.n if name == "n" else f"f.{name}"
        given: list[str | float] = [*of.values]
        condition = of.condition
        if start is not None:
            behind, begun = _behind(column, of.n, way, start)
            condition, given = f"{condition} AND {behind}", [*given, *begun]
        order = column if name == "n" else f"{column} {way}, {of.n}"
        sql = f"SELECT {column}, {of.n} FROM {of.tables} WHERE {condition} ORDER BY {order} LIMIT ?"  # noqa: S608  as above
        rows = self._rows(sql, (*given, limit + 1))
        following = msgspec.json.encode(rows[limit - 1]).decode("utf-8") if len(rows) > limit else None
        return [n for _, n in rows[:limit]], following

    def _whole(self, ns: Iterable[int]) -> tuple[Entry, ...]:
        sql = "SELECT whole FROM finding_body WHERE n = ?"
        return tuple(_ENTRY.decode(self._rows(sql, (n,))[0][0]) for n in ns)

    def _short(self, ns: Iterable[int]) -> tuple[Entry, ...]:
        sql = "SELECT coalesce(glimpse, whole) FROM finding_body WHERE n = ?"
        return tuple(_ENTRY.decode(self._rows(sql, (n,))[0][0]) for n in ns)

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


def _behind(column: str, n: str, way: str, start: tuple[str | float, int]) -> tuple[str, list[str | float]]:
    """What stands behind the last row of the page before."""
    if column == n:
        return f"{n} > ?", [start[1]]
    sign = "<" if way == "DESC" else ">"
    return f"({column} {sign} ? OR ({column} = ? AND {n} > ?))", [start[0], start[0], start[1]]
