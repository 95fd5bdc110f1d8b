"""A case as a file of lines: everything in it, so that another case can be made of it.

The first line names the format; each further line is one entry in canonical JSON. The same case gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Iterator

import msgspec

from .circle import circle_names
from .entry import (
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
from .errors import CaseError, EvidenceError, InputError
from .ids import canonical_json
from .judgement import Judgement
from .note import Note
from .release import Marking
from .report import Report
from .statement import Statement
from .store import Store, Writer
from .verify import misnamed

__all__ = ["FORMAT", "Imported", "export_case", "import_case"]

FORMAT = "goodoffices.case/1"
_ENTRIES: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Entry)


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    """The first line: the format, and for whom and as of when it was written; both null for a whole case."""

    format: str
    audience: Marking | None = None
    as_of: dt.datetime | None = None


class _CircleHead(_Head, frozen=True, kw_only=True):
    """The first line where the audience belongs to circles."""

    circles: tuple[str, ...]


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What an import brought: new reports, statements (of new and known reports), judgements, notes; known reports."""

    reports: int = 0
    known: int = 0
    statements: int = 0
    judgements: int = 0
    notes: int = 0


def export_case(
    store: Store,
    *,
    audience: Marking | None = None,
    as_of: dt.datetime | None = None,
    circles: Collection[str] = (),
) -> Iterator[bytes]:
    r"""Write a case, line by line.

    Args:
        store: The open case.
        audience: For whom; None for all of it with its whole history, retired things included.
        as_of: As it was known at that moment, or None for all that is known.
        circles: The circles that the audience belongs to; only with an audience.

    Yields:
        Lines of UTF-8, each with its ``\n``.
    """
    head = _Head(format=FORMAT, audience=audience, as_of=as_of)
    if circles:
        head = _CircleHead(format=FORMAT, audience=audience, as_of=as_of, circles=circle_names(circles))
    yield canonical_json(head) + b"\n"
    entries = store.entries(as_of=as_of) if audience is None else store.view(audience, as_of, circles=circles).entries()
    for entry in entries:
        yield canonical_json(entry) + b"\n"


def import_case(store: Store, lines: Iterable[bytes], *, where: str, by: str = "") -> Imported:
    """Read an exported case into this one: all of it or, where a line is wrong, nothing.

    The audit log gets a line for all that is new, and one for the import with the digest of the file. The log of the
    case that it comes from is no part of an export and stays with that case.

    Args:
        store: The open case; what it holds already is left as it is.
        lines: The lines of an export.
        where: The name of the file, for messages.
        by: Who imports it, for the audit log.

    Returns:
        What was new.

    Raises:
        InputError: If a line is not what `export_case` writes, or an id or a quote in it is wrong.
    """
    digest = hashlib.sha256()
    numbered = ((number, line) for number, line in enumerate(_digested(lines, digest), start=1) if line.strip())
    _check_head(next(numbered, (1, b"")), where)
    number = 1
    with store.together() as writer:
        reading = _Import(writer, by)
        try:
            for number, line in numbered:  # noqa: B007  told where it fails
                reading.take(_ENTRIES.decode(line))
            imported = reading.close()
        except (msgspec.DecodeError, UnicodeError, InputError, EvidenceError, CaseError) as error:
            msg = f"{where}, line {number}: {error}; nothing was imported"
            raise InputError(msg) from error
        counts = msgspec.to_builtins(imported)
        writer.audit("import", target=where, by=by, detail={"sha256": digest.hexdigest(), "lines": number, **counts})
    return imported


def _digested(lines: Iterable[bytes], digest: hashlib._Hash) -> Iterator[bytes]:
    for line in lines:
        digest.update(line)
        yield line


def _check_head(numbered: tuple[int, bytes], where: str) -> None:
    try:
        head = msgspec.json.decode(numbered[1], type=_Head)
    except (msgspec.DecodeError, UnicodeError):
        head = _Head(format="")
    if head.format != FORMAT:
        msg = f"{where} is no exported case: its first line does not say {FORMAT!r}"
        raise InputError(msg)


class _Import:
    """Takes entries in the order of an export; a report waits for its statements, to be added with them."""

    def __init__(self, writer: Writer, by: str) -> None:
        self._writer = writer
        self._by = by
        self._waiting: ReportEntry | None = None
        self._later: list[Entry] = []
        self._statements: list[StatementEntry] = []
        self._count = dict.fromkeys(Imported.__struct_fields__, 0)

    def take(self, entry: Entry) -> None:
        match entry:
            case ReportEntry():
                _check_id(entry.report)
                self._add()
                self._waiting = entry
            case StatementEntry():
                _check_id(entry.statement)
                self._statements.append(entry)
            case MarkingEntry() | RetirementEntry() | WallEntry():
                self._later.append(entry)
            case RejectionEntry() | JudgementEntry() | NoteEntry():
                self._add()
                self._write(entry)

    def close(self) -> Imported:
        self._add()
        return Imported(**self._count)

    def _add(self) -> None:
        groups: dict[tuple[str, dt.datetime], list[Statement]] = {}
        for each in self._statements:
            groups.setdefault((each.statement.report, each.at), []).append(each.statement)
        if self._waiting:
            report, at = self._waiting.report, self._waiting.at
            statements = groups.pop((report.id, at), [])
            added = self._writer.add(report, statements, at=at, by=self._by)
            self._count["known" if added.known else "reports"] += 1
            self._count["statements"] += added.statements
            if added.known:  # another reader may have found more in it
                groups[report.id, at] = statements
        for (report_id, at), statements in groups.items():
            self._count["statements"] += self._writer.extend(report_id, statements, at=at, by=self._by)
        for entry in self._later:
            self._write(entry)
        self._waiting, self._statements, self._later = None, [], []

    def _write(self, entry: Entry) -> None:
        writer = self._writer
        match entry:
            case MarkingEntry():
                writer.mark(entry.target, entry.marking, at=entry.at, by=entry.by, why=entry.why)
            case RetirementEntry():
                change = writer.retire if entry.retired else writer.restore
                change(entry.target, by=entry.by, why=entry.why, at=entry.at)
            case RejectionEntry():
                writer.reject(entry.rejection, at=entry.at, marking=entry.marking, report=entry.report, by=self._by)
            case JudgementEntry():
                _check_id(entry.judgement)
                self._count["judgements"] += writer.judge(entry.judgement, at=entry.at)
            case NoteEntry():
                _check_id(entry.note)
                self._count["notes"] += writer.note(entry.note, at=entry.at)
            case WallEntry():
                _confine(writer, entry)


def _confine(writer: Writer, entry: WallEntry) -> None:
    writer.confine(entry.target, entry.circle, confined=entry.confined, by=entry.by, why=entry.why, at=entry.at)


def _check_id(thing: Report | Statement | Judgement | Note) -> None:
    if problem := misnamed(thing):
        msg = f"{thing.id}: {problem}"
        raise InputError(msg)
