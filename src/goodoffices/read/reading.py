"""Reading reports: what is handed in becomes reports, and each report its statements, one after the other."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from goodoffices.record import GoodOfficesError, Marking, NothingReadable, Rejection, Report, Statement, found_by_both

from .extent import readable_part
from .faults import fault_of
from .ingest import ingest
from .parallel import read_in_processes
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
        Its statements, each of them proved against the text, sorted by place; the rest as rejections, one more of
        them where the report is so long that its end is not read (`goodoffices.read.extent`). What several readers find
        alike is one statement that names them all.
    """
    unique: dict[str, Statement] = {}
    part, left_out = readable_part(report)
    rejections: list[Rejection] = [left_out] if left_out else []
    for each in _reading(report, readers or (reader or RulesReader(),)):
        found = list(each.read(part))
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
    language = report.language.split("-")[0]
    return [each for each in readers if language in each.languages or language == _UNDETERMINED]


def readings(
    sources: Iterable[str | Path],
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    marking: Marking = Marking.CLEAR,
    reader: Reader | None = None,
    readers: Sequence[Reader] = (),
    jobs: int | None = 1,
    cluster: str | None = None,
) -> Iterator[ReadReport | Rejection]:
    """Read what is handed in, and give each report in its turn, so that it can be kept as soon as it is read.

    Args:
        sources: Files, folders, addresses of feeds and pages, or ``-`` for standard input.
        published: The day of every report that gives none itself, or None.
        outlet: The outlet of every report that gives none itself, or None.
        marking: Who may be shown them.
        reader: Another reader than the built-in one.
        readers: Several readers in its place, the first one first: the built-in one and a language model.
        jobs: How many processes read, as `read_taken` takes it.
        cluster: The cluster that reads, as `read_taken` takes it.

    Yields:
        Each report with its statements, and a rejection for whatever could not be taken.
    """
    taken = ingest(sources, published=published, outlet=outlet, marking=marking)
    yield from read_taken(taken, readers or (reader or RulesReader(),), jobs=jobs, cluster=cluster)


def read_taken(
    taken: Iterable[Report | Rejection],
    readers: Sequence[Reader],
    *,
    jobs: int | None = 1,
    cluster: str | None = None,
) -> Iterator[ReadReport | Rejection]:
    """Read reports that are taken in already; what could not be taken in goes through.

    Args:
        taken: Reports and rejections, as `goodoffices.read.ingest.ingest` gives them.
        readers: Who reads them, the first one first; they must be picklable where other processes read.
        jobs: How many processes read; None takes all cores where there are many reports.
        cluster: Address of a Dask scheduler whose workers read (extra ``goodoffices[dask]``), instead of `jobs`.

    Yields:
        Each report with its statements, and a rejection for whatever could not be taken, in the order of `taken`.
    """
    read = functools.partial(_attempt, readers=readers)
    if cluster is None:
        yield from read_in_processes(taken, read, jobs)
        return
    from .cluster import read_on_cluster  # noqa: PLC0415  Dask is an extra

    yield from read_on_cluster(taken, read, cluster)


def _attempt(report: Report, readers: Sequence[Reader]) -> ReadReport | Rejection:
    """Read one report of many: a fault in a rule costs that report, and not the run."""
    languages = frozenset[str]().union(*(each.languages for each in readers))
    language = report.language.split("-")[0]
    if language not in languages and language != _UNDETERMINED:
        spoken = ", ".join(sorted(languages))
        return Rejection(report.path, f"it is in {report.language!r}; this reader reads {spoken}")
    try:
        return read_report(report, readers=readers)
    except GoodOfficesError:
        raise
    except Exception as error:  # noqa: BLE001  it is named in the list of what was not taken
        return Rejection(report.path, fault_of(error))


def read_reports(
    sources: Iterable[str | Path],
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    marking: Marking = Marking.CLEAR,
    reader: Reader | None = None,
    readers: Sequence[Reader] = (),
    jobs: int | None = 1,
    cluster: str | None = None,
) -> Reading:
    """Read all that is handed in. The arguments are those of `readings`.

    Raises:
        NothingReadable: If no report could be read; the message gives the first reason.
    """
    taken = ingest(sources, published=published, outlet=outlet, marking=marking)
    return collect(read_taken(taken, readers or (reader or RulesReader(),), jobs=jobs, cluster=cluster))


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
