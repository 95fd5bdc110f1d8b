"""Reading reports: what is handed in becomes reports, and each report its statements, one after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from goodoffices.record import Marking, NothingReadable, Rejection, Report, Statement

from .ingest import ingest
from .reader import Reader
from .rules import RulesReader
from .verify import verify

__all__ = ["ReadReport", "Reading", "collect", "read_report", "read_reports", "readings"]


class ReadReport(msgspec.Struct, frozen=True, kw_only=True):
    """One report, what it says, and what a reader found in it that did not pass the verifier."""

    report: Report
    statements: tuple[Statement, ...]
    rejections: tuple[Rejection, ...] = ()


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that was handed in: the reports, their statements, and what could not be taken."""

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    rejections: tuple[Rejection, ...] = ()


def read_report(report: Report, reader: Reader | None = None) -> ReadReport:
    """Read one report.

    Args:
        report: The report, in a language that the reader reads.
        reader: Another reader than the built-in one.

    Returns:
        Its statements, each of them proved against the text, sorted by place; the rest as rejections.
    """
    found = (reader or RulesReader()).read(report)
    statements, rejections = verify(found, report)
    unique = {statement.id: statement for statement in statements}
    ordered = sorted(unique.values(), key=lambda s: (s.evidence[0].start, s.kind, s.id))
    return ReadReport(report=report, statements=tuple(ordered), rejections=tuple(rejections))


def readings(
    sources: Iterable[str | Path],
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    marking: Marking = Marking.CLEAR,
    reader: Reader | None = None,
) -> Iterator[ReadReport | Rejection]:
    """Read what is handed in, one report after the other, so that each can be kept as soon as it is read.

    Args:
        sources: Files, folders, addresses of feeds and pages, or ``-`` for standard input.
        published: The day of every report that gives none itself, or None.
        outlet: The outlet of every report that gives none itself, or None.
        marking: Who may be shown them.
        reader: Another reader than the built-in one.

    Yields:
        Each report with its statements, and a rejection for whatever could not be taken.
    """
    reader = reader or RulesReader()
    for taken in ingest(sources, published=published, outlet=outlet, marking=marking):
        if isinstance(taken, Rejection):
            yield taken
        elif taken.language.split("-")[0] not in reader.languages:
            spoken = ", ".join(sorted(reader.languages))
            yield Rejection(taken.path, f"it is in {taken.language!r}; this reader reads {spoken}")
        else:
            yield read_report(taken, reader)


def read_reports(
    sources: Iterable[str | Path],
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    marking: Marking = Marking.CLEAR,
    reader: Reader | None = None,
) -> Reading:
    """Read all that is handed in. The arguments are those of `readings`.

    Raises:
        NothingReadable: If no report could be read; the message gives the first reason.
    """
    return collect(readings(sources, published=published, outlet=outlet, marking=marking, reader=reader))


def collect(read: Iterable[ReadReport | Rejection]) -> Reading:
    """Put together what `readings` gives, each report once.

    Raises:
        NothingReadable: If there is no report; the message gives the first reason.
    """
    reports: dict[str, Report] = {}
    statements: list[Statement] = []
    rejections: list[Rejection] = []
    for each in read:
        if isinstance(each, Rejection):
            rejections.append(each)
        elif each.report.id in reports:
            rejections.append(Rejection(each.report.path, f"it is the same report as {reports[each.report.id].path}"))
        else:
            reports[each.report.id] = each.report
            statements += each.statements
            rejections += each.rejections
    if not reports:
        first = f": {rejections[0].what}: {rejections[0].reason}" if rejections else ": nothing was handed in"
        msg = f"no report could be read{first}"
        raise NothingReadable(msg)
    return Reading(reports=tuple(reports.values()), statements=tuple(statements), rejections=tuple(rejections))
