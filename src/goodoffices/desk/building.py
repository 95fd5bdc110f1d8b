"""Making a snapshot: the findings of one audience written into a file of their own, whole or not at all."""

from __future__ import annotations

import datetime as dt
import gc
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

import msgspec

from goodoffices import __version__
from goodoffices.brief import Brief, build_brief
from goodoffices.brief.model import DisputeView
from goodoffices.brief.model.entry import Entry
from goodoffices.record import Findings, PositionContent
from goodoffices.record.paging import Standing
from goodoffices.record.sql.moment import write_moment
from goodoffices.record.store import open_case
from goodoffices.record.words import folded_words

from .about import FORM, About
from .audience import Audience
from .gathered import Gathered, first_known, gather, merged
from .glimpse import glimpse
from .trimmed import trimmed

__all__ = ["build_from", "day_of", "make_snapshot"]

_EARLY = "0000-00-00"
"""The day of what has none: it stands last where the newest stands first."""


def build_from(case: str, audience: Audience, place: str) -> None:
    """Make the snapshot of an audience from a case; what a process of its own is started for.

    Args:
        case: Path or URL of the case.
        audience: For whom.
        place: The file to write.
    """
    gc.disable()  # millions of findings that stay to the end, and none of them in a circle: looking through them costs
    with open_case(case) as store:
        standing = store.standing()  # before the rows are read: what comes in meanwhile makes the snapshot a later one
        make_snapshot(Path(place), gather(audience.view(store)), audience, standing)


def make_snapshot(place: Path, gathered: Gathered, audience: Audience, standing: Standing) -> None:
    """Write a snapshot, and put it in its place when it is whole.

    Args:
        place: The file; an earlier one is replaced.
        gathered: What the audience may see, and nothing else.
        audience: Who that is.
        standing: How far the case had come before it was read.
    """
    findings = merged(gathered)
    brief = build_brief(findings, audience=audience.marking, texts=False)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=place.stem, suffix=".new")
    os.close(handle)
    try:
        _write(Path(name), gathered, findings, brief, audience, standing)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _write(  # noqa: PLR0917  all that a snapshot is made of
    place: Path, gathered: Gathered, findings: Findings, brief: Brief, audience: Audience, standing: Standing
) -> None:
    connection = sqlite3.connect(place, isolation_level=None)
    try:
        # The file is a cache that is put in place whole: it needs no journal.
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        connection.executescript(_sql("snapshot"))
        connection.execute("BEGIN")
        _write_findings(connection, brief.entries, gathered.known)
        _write_disputes(connection, brief.disputes)
        _write_reports(connection, findings, brief)
        cut, totals = trimmed(brief)
        about = About(
            form=FORM, program=__version__, audience=audience, standing=standing, upto=gathered.upto, totals=totals
        )
        connection.execute("INSERT INTO about VALUES (?)", (msgspec.json.encode(about),))
        connection.execute("INSERT INTO brief VALUES (?)", (msgspec.json.encode(cut),))
        connection.execute("COMMIT")
        connection.executescript(_sql("snapshot_index"))
    finally:
        connection.close()


def _sql(name: str) -> str:
    return resources.files("goodoffices.desk").joinpath(f"data/{name}.sql").read_text(encoding="utf-8")


def _write_findings(connection: sqlite3.Connection, entries: Iterable[Entry], known: dict[str, dt.datetime]) -> None:
    places = enumerate(entries, 1)
    newest_first = sorted(places, key=lambda each: day_of(each[1]), reverse=True)  # those of one day keep their order
    for n, (place, entry) in enumerate(newest_first, 1):
        connection.execute("INSERT INTO finding VALUES (?,?,?,?,?,?,?,?,?,?,?)", _row(n, place, entry, known))
        short = glimpse(entry)
        cut = None if short is entry else msgspec.json.encode(short)
        connection.execute("INSERT INTO finding_body VALUES (?,?,?)", (n, cut, msgspec.json.encode(entry)))
        for table, keys in (("party", entry.parties), ("issue", entry.issues)):
            sql = f"INSERT INTO finding_{table} VALUES (?,?,?)"  # noqa: S608  one of two names of ours
            connection.executemany(sql, [(key, n, entry.kind) for key in dict.fromkeys(keys)])
        statements = [(each, n) for each in dict.fromkeys(entry.statements)]
        connection.executemany("INSERT INTO finding_statement VALUES (?,?)", statements)
        connection.executemany("INSERT INTO finding_report VALUES (?,?,?)", _spans(n, entry))
        words = " ".join(folded_words(" ".join((entry.says, *(each.quote for each in entry.evidence[:20])))))
        connection.execute("INSERT INTO finding_words (rowid, words) VALUES (?,?)", (n, words))


def _spans(n: int, entry: Entry) -> Iterator[tuple[str, int, str]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for each in entry.evidence:
        spans.setdefault(each.report, []).append((each.start, each.end))
    for report, found in spans.items():
        yield report, n, msgspec.json.encode(found).decode("ascii")


def _row(n: int, place: int, entry: Entry, known: dict[str, dt.datetime]) -> tuple[object, ...]:
    moment = first_known(entry.statements, known)
    stance = entry.content.stance if isinstance(entry.content, PositionContent) else ""
    doubt = 1.0 - entry.confidence if entry.confidence is not None else 1.0
    return (
        n,
        entry.id,
        place,
        entry.kind,
        day_of(entry),
        write_moment(moment) if moment else "",
        doubt,
        entry.sources,
        stance,
        entry.verdict.value,
        entry.marking.value,
    )


def day_of(entry: Entry) -> str:
    """The day that sorts a finding: of the thing itself, else of its latest report; ISO 8601, 0000-00-00 for none."""
    dated = entry.when.earliest or entry.when.latest if entry.when else None
    day = dated or entry.as_of
    return day.isoformat() if day else _EARLY


def _write_disputes(connection: sqlite3.Connection, disputes: Iterable[DisputeView]) -> None:
    for n, dispute in enumerate(disputes, 1):
        row = (n, dispute.id, dispute.issue or "", msgspec.json.encode(dispute))
        connection.execute("INSERT INTO dispute VALUES (?,?,?,?)", row)
        reports = {each.report for side in dispute.sides for each in side.evidence}
        connection.executemany("INSERT INTO dispute_report VALUES (?,?)", [(report, n) for report in sorted(reports)])


def _write_reports(connection: sqlite3.Connection, findings: Findings, brief: Brief) -> None:
    from goodoffices.brief.build.entries import Sources  # noqa: PLC0415  how reports are named

    sources = Sources.of(findings.reports)
    counts: dict[str, int] = {}
    for entry in brief.entries:
        for cited in {each.report for each in entry.evidence}:
            counts[cited] = counts.get(cited, 0) + 1
    for report in findings.reports:
        copied = findings.near_duplicates.get(report.id, "")
        row = (report.id, sources.numbers[report.id], sources.names[report.id], copied, counts.get(report.id, 0))
        connection.execute("INSERT INTO report VALUES (?,?,?,?,?)", row)
