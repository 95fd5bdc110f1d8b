"""What a snapshot answers with."""

from __future__ import annotations

import msgspec

from goodoffices.brief.model.entry import Entry

__all__ = ["Page", "ReportLine", "Rests"]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the findings that a query asks for.

    Attributes:
        entries: In the order of the query.
        after: Where the next page begins, or None on the last.
        total: How many there are in all, but at most `COUNTED`.
    """

    entries: tuple[Entry, ...]
    after: str | None
    total: int


class ReportLine(msgspec.Struct, frozen=True, kw_only=True):
    """A report as the findings know it.

    Attributes:
        id: Its id.
        number: Its number, from 1, in the order of days.
        source: Outlet and day.
        copy_of: Id of the report that it is a near copy of, or empty.
        findings: How many findings rest on it.
    """

    id: str
    number: int
    source: str
    copy_of: str
    findings: int


class Rests(msgspec.Struct, frozen=True):
    """A finding as a list shows it, and the stretches ``[start, end)`` of one report that bear it out."""

    entry: Entry
    spans: tuple[tuple[int, int], ...]
