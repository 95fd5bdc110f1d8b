"""Counting what an audience sees: from the counts of the indexes, put right by the few things that were moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec
import sqlalchemy as sa

from .listed import listed
from .schema import case_tally, report, report_tally
from .sight import Sight

__all__ = ["Span", "by_report", "reports", "statements"]


class Span(msgspec.Struct, frozen=True):
    """A time in which the record learned what is counted, as the tables write moments.

    Attributes:
        after: Only what it learned later, or None.
        until: Only what it had learned by then, or None.
    """

    after: str | None = None
    until: str | None = None

    def holds(self, at: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
        """Is the moment in the span?"""
        later = at > self.after if self.after is not None else sa.true()
        return sa.and_(later, at <= self.until if self.until is not None else sa.true())

    def has(self, at: str) -> bool:
        """Is the moment in the span?"""
        return (self.after is None or at > self.after) and (self.until is None or at <= self.until)

    def holds_day(self, day: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
        """Is the whole day in the span?"""
        later = day > self.after[:10] if self.after is not None else sa.true()
        return sa.and_(later, day < self.until[:10] if self.until is not None else sa.true())

    def parts(self) -> tuple[Span, ...]:
        """The parts of days at its two ends, which no count of days covers."""
        days = sorted({each[:10] for each in (self.after, self.until) if each is not None})
        return tuple(self._within(f"{day}T", f"{day}U") for day in days)

    def _within(self, begin: str, end: str) -> Span:
        after = begin if self.after is None else max(begin, self.after)
        return Span(after, end if self.until is None else min(end, self.until))


_ALL = Span()


def reports(connection: sa.Connection, sight: Sight, span: Span = _ALL) -> int:
    """Count the reports that are shown."""
    shown = sa.and_(sight.shows_report(connection), span.holds(report.c.at))
    return connection.scalar(sa.select(sa.func.count()).select_from(report).where(shown)) or 0


def statements(connection: sa.Connection, sight: Sight, span: Span = _ALL) -> Mapping[str, int]:
    """Count the statements that are shown, by kind; kinds with none are left out."""
    if (bound := sight.horizon.bound) is not None:
        span = Span(span.after, bound if span.until is None else min(bound, span.until))
    counts: Counter[str] = Counter()
    for query in (*_days(connection, sight, span), *(_part(connection, sight, part) for part in span.parts())):
        for kind, number in connection.execute(query):
            counts[kind] += int(number)
    moved = [each for each in sight.moved if span.has(each.at)]
    shown = _shown(connection, sight, {each.report for each in moved})
    for each in moved:
        if each.report in shown:
            counts[each.kind] += 1 if each.shown else -1
    return {kind: counts[kind] for kind in sorted(counts) if counts[kind]}


def _days(connection: sa.Connection, sight: Sight, span: Span) -> Iterable[sa.Select[str, int]]:
    # Whole days as they came, then the reports that were moved, with all that they say.
    tally, said = case_tally.c, report_tally.c
    came = sa.and_(tally.report_marking.in_(sight.allowed), tally.marking.in_(sight.allowed), span.holds_day(tally.day))
    yield sa.select(tally.kind, sa.func.sum(tally.statements)).where(came).group_by(tally.kind)
    day = sa.func.substr(said.at, 1, 10)
    of_days = sa.and_(said.marking.in_(sight.allowed), span.holds_day(day))
    for seqs, sign in ((sight.reports_in, 1), (sight.reports_out, -1)):
        if seqs:
            query = sa.select(said.kind, sign * sa.func.sum(said.statements)).where(of_days)
            yield query.where(said.report.in_(listed(connection, seqs))).group_by(said.kind)
    if sight.horizon.bound is not None:
        # Statements may have been known before their report was: they are not shown without it.
        late = sa.and_(report.c.at > sight.horizon.bound, report.c.marking.in_(sight.allowed))
        late = sa.and_(late, report.c.seq.not_in(listed(connection, sight.reports_out)))
        query = sa.select(said.kind, -sa.func.sum(said.statements)).join_from(report_tally, report)
        yield query.where(late, of_days).group_by(said.kind)


def _part(connection: sa.Connection, sight: Sight, span: Span) -> sa.Select[str, int]:
    said = report_tally.c
    of_part = sa.and_(said.marking.in_(sight.allowed), span.holds(said.at), sight.shows_report(connection))
    query = sa.select(said.kind, sa.func.sum(said.statements)).join_from(report_tally, report)
    return query.where(of_part).group_by(said.kind)


def _shown(connection: sa.Connection, sight: Sight, seqs: Iterable[int]) -> set[int]:
    if not (wanted := sorted(seqs)):
        return set()
    numbered = report.c.seq.in_(listed(connection, wanted))
    return set(connection.scalars(sa.select(report.c.seq).where(numbered, sight.shows_report(connection))))


def by_report(
    connection: sa.Connection, sight: Sight, seqs: Iterable[int] | None = None
) -> Mapping[int, dict[str, int]]:
    """Count the statements of reports by kind, as far as they are shown where the reports are.

    Args:
        connection: In a transaction.
        sight: For whom.
        seqs: The numbers of the reports, or None for all.

    Returns:
        Number of the report -> kind -> how many, sorted by kind; kinds with none are left out.
    """
    wanted = None if seqs is None else set(seqs)
    known, said = Span(until=sight.horizon.bound), report_tally.c
    counted = sa.and_(said.marking.in_(sight.allowed), known.holds(said.at))
    if wanted is not None:
        counted = sa.and_(counted, said.report.in_(listed(connection, sorted(wanted))))
    counts: dict[int, Counter[str]] = {}
    for seq, kind, number in connection.execute(sa.select(said.report, said.kind, said.statements).where(counted)):
        counts.setdefault(seq, Counter())[kind] += number
    for each in sight.moved:
        if known.has(each.at) and (wanted is None or each.report in wanted):
            counts.setdefault(each.report, Counter())[each.kind] += 1 if each.shown else -1
    return {seq: {kind: each[kind] for kind in sorted(each) if each[kind]} for seq, each in counts.items()}
