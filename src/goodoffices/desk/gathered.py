"""All that one audience may see of a case, read in one pass, and what it comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from goodoffices.record import Findings, Judgement, Rejection, Report, Statement
from goodoffices.record.entry import Entry, JudgementEntry, RejectionEntry, ReportEntry, StatementEntry
from goodoffices.record.view import View

__all__ = ["Gathered", "gather", "merged"]


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """What a view holds.

    Attributes:
        reports: The reports, whole.
        statements: What they say.
        judgements: What analysts say of it.
        rejections: What was not taken.
        known: Statement or report id -> when the record learned it.
        upto: The latest of these moments and of the judgements', or None for an empty case.
    """

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    judgements: tuple[Judgement, ...]
    rejections: tuple[Rejection, ...]
    known: dict[str, dt.datetime]
    upto: dt.datetime | None


def gather(view: View) -> Gathered:
    """Read a view in one pass."""
    reports: list[Report] = []
    statements: list[Statement] = []
    judgements: list[Judgement] = []
    known: dict[str, dt.datetime] = {}
    upto: dt.datetime | None = None
    for entry in view.entries():
        if isinstance(entry, ReportEntry):
            reports.append(entry.report)
            known[entry.report.id] = entry.at
        elif isinstance(entry, StatementEntry):
            statements.append(entry.statement)
            known[entry.statement.id] = entry.at
        elif isinstance(entry, JudgementEntry):
            judgements.append(entry.judgement)
        if not isinstance(entry, RejectionEntry):
            upto = _later(upto, entry)
    return Gathered(
        reports=tuple(reports),
        statements=tuple(statements),
        judgements=tuple(judgements),
        rejections=view.rejections(),
        known=known,
        upto=upto,
    )


def _later(moment: dt.datetime | None, entry: Entry) -> dt.datetime:
    return entry.at if moment is None else max(moment, entry.at)


def merged(gathered: Gathered) -> Findings:
    """Build the findings: near copies count as one source, and what analysts said holds."""
    from goodoffices.read import near_duplicates  # noqa: PLC0415  MinHash: only where findings are built
    from goodoffices.record.findings import build  # noqa: PLC0415

    return build(
        gathered.reports,
        gathered.statements,
        judgements=gathered.judgements,
        near_duplicates=near_duplicates(gathered.reports),
        rejections=gathered.rejections,
    )


def first_known(statements: Iterable[str], known: dict[str, dt.datetime]) -> dt.datetime | None:
    """When the record learned the first of some statements, or None where it knows none of them."""
    return min((known[each] for each in statements if each in known), default=None)
