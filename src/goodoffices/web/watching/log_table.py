"""The log as a table, each entry in a row."""

from __future__ import annotations

import datetime as dt

from goodoffices.desk.tables import Cell, Table
from goodoffices.watch.log import Attribution, Effort, Entry, Finding, Happening, Pairing, Reading

from .making import Columns, made
from .room import Room

__all__ = ["log_table"]


def log_table(room: Room) -> Table:
    """What was set down and holds, the earliest first."""
    columns: Columns = (
        ("entry", "Entry", "id"),
        ("known", "Set down", "moment"),
        ("kind", "Kind", "text"),
        ("subject", "About", "text"),
        ("says", "Says", "text"),
        ("first", "From", "moment"),
        ("last", "To", "moment"),
        ("by", "By", "text"),
        ("incidents", "Incidents", "list"),
        ("sources", "Sources", "list"),
        ("note", "Note", "text"),
        ("marking", "Release", "text"),
    )
    rows = (_entry_row(key, entry) for key, entry in room.seen.log.entries.items())
    return made(room, ("log", f"{room.seen.agreement.name}: the log"), columns, rows)


def _entry_row(key: str, entry: Entry) -> tuple[Cell, ...]:
    subject, says, first, last, incidents = _said(entry)
    kind, marking = type(entry).__name__.lower(), entry.marking.value
    return key, entry.known, kind, subject, says, first, last, entry.by, incidents, entry.sources, entry.note, marking


_Said = tuple[str, str, dt.datetime | None, dt.datetime | None, tuple[str, ...]]


def _said(entry: Entry) -> _Said:  # noqa: PLR0911  a line for each of the seven kinds
    """What an entry is about, what it says, from when to when, and the incidents that it names."""
    match entry:
        case Happening():
            subject = f"{entry.subject} {entry.ref}".strip()
            return subject, entry.what.value, entry.earliest, entry.latest, entry.incidents
        case Finding():
            says = "; ".join([entry.verdict.value, *entry.reasons])
            return entry.obligation, says, _start(entry.first), _start(entry.last), entry.incidents
        case Attribution():
            says = entry.party or "undetermined"
            return entry.incident, f"{says} ({entry.confidence:.0%})", None, None, (entry.incident,)
        case Effort():
            named = (("patrols", entry.patrols), ("hours", entry.hours), ("cameras", entry.cameras))
            amounts = [
                f"{value:g} {name}" for name, value in (*named, ("times denied", entry.denied)) if value is not None
            ]
            return entry.zone, ", ".join(amounts), _start(entry.first), _start(entry.last), ()
        case Reading():
            return entry.indicator, f"{entry.value:g}", entry.at, entry.at, ()
        case Pairing():
            return entry.left, "one incident" if entry.same else "two incidents", None, None, (entry.left, entry.right)
        case _:
            return entry.entry, "taken back", None, None, ()


def _start(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
