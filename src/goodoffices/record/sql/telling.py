"""Telling a case as entries, one report after the other, so that memory stays small whatever its size."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TypeVar

import sqlalchemy as sa

from goodoffices.record.entry import (
    Entry,
    JudgementEntry,
    MarkingEntry,
    NoteEntry,
    RejectionEntry,
    ReportEntry,
    RetirementEntry,
    StatementEntry,
    WallEntry,
)
from goodoffices.record.errors import CaseDamaged
from goodoffices.record.judgement import Judgement
from goodoffices.record.note import Note
from goodoffices.record.statement import Statement
from goodoffices.record.store import Fault

from .moment import read_moment
from .rows import read_content, read_report
from .schema import judgement, marking, note, rejection, report, report_text, retirement, statement, wall
from .visible import Horizon

__all__ = ["tell"]

T = TypeVar("T")


def tell(
    connection: sa.Connection, horizon: Horizon, on_fault: Callable[[Fault], None] | None = None
) -> Iterator[Entry]:
    """Tell everything that was known by the horizon's moment, with its history, to the record's keeper.

    Args:
        connection: In a transaction of its own.
        horizon: The moment; its audience must be None.
        on_fault: Called with each row that cannot be read, which is then passed over.

    Raises:
        CaseDamaged: If a row cannot be read and there is no `on_fault`.
    """
    assert horizon.audience is None  # noqa: S101  a view tells for an audience
    telling = _Telling(connection, horizon, on_fault)
    yield from telling.reports()
    yield from telling.others(rejection, RejectionEntry)
    for each in telling.rows(sa.select(judgement).where(horizon.known(judgement)).order_by(judgement.c.seq)):
        if told := telling.read(Judgement, each):
            yield JudgementEntry(at=read_moment(each.at), judgement=told)
    yield from telling.notes()


class _Telling:
    def __init__(self, connection: sa.Connection, horizon: Horizon, on_fault: Callable[[Fault], None] | None) -> None:
        self._connection = connection
        self._horizon = horizon
        self._on_fault = on_fault
        self._history = self._histories()

    def rows(self, query: sa.Select[tuple[object, ...]], size: int = 1000) -> Iterator[sa.Row[tuple[object, ...]]]:
        return iter(self._connection.execute(query, execution_options={"yield_per": size}))

    def read(self, kind: type[T], each: sa.Row[tuple[object, ...]]) -> T | None:
        try:
            if "utf8" in each._fields:
                return read_report(each.content, each.utf8, where=f"report {each.id}")  # type: ignore[return-value]
            return read_content(kind, each.content, where=each.id)
        except CaseDamaged as damage:
            if self._on_fault is None:
                raise
            self._on_fault(Fault(each.id, str(damage)))
            return None

    def reports(self) -> Iterator[Entry]:
        history = self._history
        texts = sa.select(report, report_text.c.utf8).join_from(report, report_text, isouter=True)
        texts = texts.where(self._horizon.known(report)).order_by(report.c.seq)
        statements = self._statements()
        group = next(statements, None)
        for each in self.rows(texts, size=20):
            if told := self.read(ReportEntry, each):
                yield ReportEntry(at=read_moment(each.at), report=told)  # type: ignore[arg-type]
            yield from history.pop(each.id, ())
            while group and group[0] <= each.seq:
                for found in group[1]:
                    yield found
                    yield from history.pop(found.statement.id, ())
                group = next(statements, None)

    def notes(self) -> Iterator[Entry]:
        for each in self.rows(sa.select(note).where(self._horizon.known(note)).order_by(note.c.seq)):
            if told := self.read(Note, each):
                yield NoteEntry(at=read_moment(each.at), note=told)
            yield from self._history.pop(each.id, ())
        yield from itertools.chain.from_iterable(self._history.values())  # of targets that are not there: a fault

    def _statements(self) -> Iterator[tuple[int, list[StatementEntry]]]:
        query = sa.select(statement).where(self._horizon.known(statement))
        rows = self.rows(query.order_by(statement.c.report, statement.c.seq))
        for seq, group in itertools.groupby(rows, key=lambda each: int(each.report)):
            told = [(each.at, self.read(Statement, each)) for each in group]
            yield seq, [StatementEntry(at=read_moment(at), statement=found) for at, found in told if found]

    def others(self, table: sa.Table, kind: type[T]) -> Iterator[T]:
        for each in self.rows(sa.select(table).where(self._horizon.known(table)).order_by(table.c.seq)):
            if told := self.read(kind, each):
                yield told

    def _histories(self) -> dict[str, list[Entry]]:
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for marked in self.others(marking, MarkingEntry):
            found[marked.target].append(marked)
        for retired in self.others(retirement, RetirementEntry):
            found[retired.target].append(retired)
        for walled in self.others(wall, WallEntry):
            found[walled.target].append(walled)
        return found
