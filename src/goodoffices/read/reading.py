"""Reading reports: what is handed in becomes reports, and each report its statements, one after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from goodoffices.record import Marking, NothingReadable, Rejection, Report, Statement, found_by_both

from .ingest import ingest
from .reader import Reader
from .rules import RulesReader
from .verify import verify

__all__ = ["ReadReport", "Reading", "collect", "read_report", "read_reports", "read_taken", "readings"]


_UNDETERMINED = "und"
"""The language of a text that is too short to tell: it is tried."""


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


def read_report(report: Report, reader: Reader | None = None, *, readers: Sequence[Reader] = ()) -> ReadReport:
    """Read one report.

    Args:
        report: The report, in a language that the reader reads.
        reader: Another reader than the built-in one.
        readers: Several readers in its place, the first one first; each that reads the language reads the report.

    Returns:
        Its statements, each of them proved against the text, sorted by place; the rest as rejections. What several readers
        find alike is one statement that names them all.
    """
    unique: dict[str, Statement] = {}
    rejections: list[Rejection] = []
    for each in _reading(report, readers or (reader or RulesReader(),)):
        found = list(each.read(report))
        rejections += [entry for entry in found if isinstance(entry, Rejection)]
        proved, fallen = verify((entry for entry in found if isinstance(entry, Statement)), report)
        rejections += fallen
        for key, statement in {statement.id: statement for statement in proved}.items():
            unique[key] = found_by_both(unique[key], statement) if key in unique else statement
    ordered = sorted(unique.values(), key=lambda s: (s.evidence[0].start, s.kind, s.id))
    return ReadReport(report=report, statements=tuple(ordered), rejections=tuple(rejections))


def _reading(report: Report, readers: Sequence[Reader]) -> Sequence[Reader]:
    """The readers that read the language of a report; a single one is taken at its caller's word."""
    if len(readers) == 1:
        return readers
    return [each for each in readers if report.language.split("-")[0] in each.languages]


def readings(
    sources: Iterable[str | Path],
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    marking: Marking = Marking.CLEAR,
    reader: Reader | None = None,
    readers: Sequence[Reader] = (),
) -> Iterator[ReadReport | Rejection]:
    """Read what is handed in, one report after the other, so that each can be kept as soon as it is read.

    Args:
        sources: Files, folders, addresses of feeds and pages, or ``-`` for standard input.
        published: The day of every report that gives none itself, or None.
        outlet: The outlet of every report that gives none itself, or None.
        marking: Who may be shown them.
        reader: Another reader than the built-in one.
        readers: Several readers in its place, the first one first: the built-in one and a language model.

    Yields:
        Each report with its statements, and a rejection for whatever could not be taken.
    """
    taken = ingest(sources, published=published, outlet=outlet, marking=marking)
    yield from read_taken(taken, readers or (reader or RulesReader(),))


def read_taken(taken: Iterable[Report | Rejection], readers: Sequence[Reader]) -> Iterator[ReadReport | Rejection]:
    """Read reports that are taken in already; what could not be taken in goes through.

    Args:
        taken: Reports and rejections, as `goodoffices.read.ingest.ingest` gives them.
        readers: Who reads them, the first one first.

    Yields:
        Each report with its statements, and a rejection for whatever could not be taken.
    """
    languages = frozenset[str]().union(*(each.languages for each in readers))
    for each in taken:
        if isinstance(each, Rejection):
            yield each
        elif each.language.split("-")[0] not in languages:
            spoken = ", ".join(sorted(languages))
            yield Rejection(each.path, f"it is in {each.language!r}; this reader reads {spoken}")
        else:
            yield read_report(each, readers=readers)


def read_reports(
    sources: Iterable[str | Path],
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    marking: Marking = Marking.CLEAR,
    reader: Reader | None = None,
    readers: Sequence[Reader] = (),
) -> Reading:
    """Read all that is handed in. The arguments are those of `readings`.

    Raises:
        NothingReadable: If no report could be read; the message gives the first reason.
    """
    read = readings(sources, published=published, outlet=outlet, marking=marking, reader=reader, readers=readers)
    return collect(read)


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
