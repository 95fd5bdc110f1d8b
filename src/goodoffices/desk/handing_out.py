"""What leaves a case as a file: tables of a snapshot, of any length, and the brief, for one audience."""

from __future__ import annotations

import datetime as dt
import heapq
import tempfile
from collections.abc import Iterable, Iterator

import msgspec

from goodoffices.brief import Brief, build_brief
from goodoffices.brief.model import DisputeView
from goodoffices.brief.model.entry import Entry
from goodoffices.record import InputError
from goodoffices.record.view import View

from .audience import Audience
from .building import day_of
from .gathered import gather, merged
from .query import Query
from .snapshot import Snapshot
from .tables import FORMS, Ground, Link, ReportLine, Table, build_table, csv_parts, empty_table, export, json_parts
from .tables.finding_rows import entry_row
from .tables.layout import layout
from .tables.record_rows import evidence_rows
from .tables.table import Row
from .tables.xlsx_form import write_xlsx

__all__ = ["FINDING_TABLES", "entries_of", "ground_of", "table_of", "whole_brief", "write_table"]

_NAMES = "findings positions meetings quotes plans mechanisms statuses events withheld roles actors timeline evidence"
FINDING_TABLES = frozenset(_NAMES.split())
"""Tables whose rows are findings or their spans; they can be narrowed down as the record can."""

_HAPPEN = ("meeting", "event")
_PAGE = 500
_PRINTED = 2_000
"""Rows that a Word document takes: nobody reads more, and it would not open."""


def ground_of(
    snapshot: Snapshot, view: View, *, link: Link | None = None, generated: dt.datetime | None = None
) -> Ground:
    """Gather what rows look up: reports, names, meetings, judgements, all of one audience."""
    known = snapshot.reports_by_id()
    lines = [
        ReportLine(
            report=line.report,
            number=known[line.report.id].number if line.report.id in known else 0,
            characters=line.characters,
            findings=known[line.report.id].findings if line.report.id in known else 0,
            copy_of=(known[line.report.id].copy_of or None) if line.report.id in known else None,
        )
        for line in view.lines()
    ]
    totals = snapshot.about.totals
    brief = msgspec.structs.replace(snapshot.brief, disputes=_all_disputes(snapshot), generated=generated)
    cut = [name for name in ("changes", "gaps") if getattr(totals, name) > len(getattr(brief, name))]
    note = f"Only the first {len(brief.changes)} of {', '.join(cut)} stand here." if cut else ""
    return Ground.of(brief, reports=lines, judgements=view.judgements(), notes=view.notes(), link=link, note=note)


def _all_disputes(snapshot: Snapshot) -> tuple[DisputeView, ...]:
    return snapshot.disputes(limit=snapshot.about.totals.disputes)


def entries_of(snapshot: Snapshot, query: Query) -> Iterator[Entry]:
    """All findings that a query asks for, page after page."""
    after: str | None = None
    while True:
        page = snapshot.find(query, limit=_PAGE, after=after)
        yield from page.entries
        after = page.after
        if after is None:
            return


def table_of(name: str, view: View, query: Query, ground: Ground) -> Table:
    """Make a table whose rows are at hand; those of findings have none yet, see `write_table`."""
    if name in FINDING_TABLES:
        return empty_table(name, ground)
    if name == "statements":
        found = view.statements(kind=query.kind or None, report=query.report or None)
        return build_table(name, msgspec.structs.replace(ground, statements=found))
    return build_table(name, ground)


def write_table(table: Table, form: str, snapshot: Snapshot, query: Query, ground: Ground) -> Iterable[bytes]:
    """Write a table in a form, without holding a long one in memory.

    Raises:
        InputError: If there is no such form, or a Word document would be too long.
    """
    if form not in FORMS:
        msg = f"there is no form {form[:20]!r}; use one of {', '.join(FORMS)}"
        raise InputError(msg)
    if table.name not in FINDING_TABLES:
        return [export(table, form)]
    asked = msgspec.structs.replace(query, kind=layout(table.name).kind or query.kind)
    rows = _rows(table.name, snapshot, asked, ground)
    match form:
        case "csv":
            return csv_parts(table, rows, bom=True)
        case "json":
            return json_parts(table, rows)
        case "xlsx":
            return _workbook(table, rows)
    if snapshot.count(asked) > _PRINTED:
        msg = f"a Word document takes at most {_PRINTED:,} findings; narrow the list down, or take XLSX"
        raise InputError(msg)
    return [export(msgspec.structs.replace(table, rows=tuple(rows)), form)]


def _workbook(table: Table, rows: Iterable[Row]) -> Iterator[bytes]:
    with tempfile.TemporaryFile() as file:
        write_xlsx(table, file, rows)
        file.seek(0)
        while part := file.read(64 * 1024):
            yield part


def _rows(name: str, snapshot: Snapshot, query: Query, ground: Ground) -> Iterator[Row]:
    if name == "evidence":
        assert ground.brief is not None  # noqa: S101  `ground_of` gives it one
        for entry in entries_of(snapshot, query):
            yield from evidence_rows(msgspec.structs.replace(ground.brief, entries=(entry,), disputes=()), ground)
        return
    of = layout(name)
    found = _happenings(snapshot, query) if name == "timeline" else entries_of(snapshot, query)
    for entry in found:
        yield entry_row(of, entry, ground)


def _happenings(snapshot: Snapshot, query: Query) -> Iterator[Entry]:
    # Each kind comes in the order of days, unknown days first.
    kinds = (entries_of(snapshot, msgspec.structs.replace(query, kind=kind, order="oldest")) for kind in _HAPPEN)
    return heapq.merge(*kinds, key=day_of)


def whole_brief(view: View, audience: Audience, *, generated: dt.datetime) -> Brief:
    """Build the brief of all that an audience may see, with the full texts of the reports."""
    return build_brief(merged(gather(view)), audience=audience.marking, generated=generated)
