"""What the pages of the room hand out as tables: the board, its changes, alerts, loads, the log, incidents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from goodoffices.desk.tables import Table
from goodoffices.record import NotInCase

from .answering import QUESTIONS, day_tables
from .asked import all_changes, notices_of, state_of
from .incident_table import incidents_table
from .incidents import Wanted
from .loads import loads_shown
from .log_table import log_table
from .making import Columns, made
from .room import Room

__all__ = ["TABLES", "changes_table", "obligations_table", "watch_table"]


def obligations_table(room: Room, on: dt.date | None = None) -> Table:
    """Where every obligation stands."""
    state = state_of(room, on)
    columns: Columns = (
        ("obligation", "Obligation", "id"),
        ("act", "What is owed", "text"),
        ("provision", "Provision", "text"),
        ("owes", "Owed by", "list"),
        ("owed_to", "Owed to", "list"),
        ("kind", "About", "text"),
        ("state", "State", "text"),
        ("or_else", "Or, if later", "text"),
        ("since", "Since", "moment"),
        ("due", "Due before", "moment"),
        ("late", "Done late", "flag"),
        ("verified_by", "Verified by", "list"),
        ("waits_for", "Waits for", "list"),
        ("claims", "Claims that establish nothing", "number"),
        ("confirmed", "Confirmed by a person", "flag"),
        ("words", "Words of the text", "text"),
    )
    rows = (
        (
            each.id,
            each.act,
            each.provision,
            each.owes,
            each.to,
            each.kind,
            each.state,
            each.or_else,
            each.since,
            each.due,
            each.late,
            each.verified_by,
            tuple(wait.words for wait in each.waits_for),
            len(each.claims),
            each.confirmed,
            each.words,
        )
        for each in state.obligations
    )
    return made(room, ("obligations", f"{state.title}: obligations"), columns, rows)


def changes_table(room: Room, on: dt.date | None = None) -> Table:
    """Every change of state, the earliest first."""
    state = state_of(room, on)
    columns: Columns = (
        ("at", "When", "moment"),
        ("obligation", "Obligation or power", "id"),
        ("act", "What", "text"),
        ("before", "Was", "text"),
        ("after", "Became", "text"),
        ("because", "Because of", "list"),
        ("entries", "Entries", "list"),
    )
    rows = (
        (
            each.at,
            each.subject,
            each.act,
            each.before,
            each.after,
            tuple(f"{cause.by}: {cause.words}" if cause.by else cause.words for cause in each.causes),
            tuple(cause.entry for cause in each.causes if cause.entry),
        )
        for each in sorted(all_changes(state), key=lambda each: (each.at, each.subject))
    )
    return made(room, ("changes", f"{state.title}: changes of state"), columns, rows)


def alerts_table(room: Room) -> Table:
    """What the alerts say, the latest first."""
    columns: Columns = (
        ("at", "When", "moment"),
        ("alert", "Rule", "id"),
        ("obligation", "About", "id"),
        ("words", "Says", "text"),
    )
    rows = ((each.at, each.alert, each.subject, each.words) for each in notices_of(room))
    return made(room, ("alerts", f"{room.seen.agreement.name}: alerts"), columns, rows)


def loads_table(room: Room) -> Table:
    """The loads of incidents, with the rows that the audience may see."""
    columns: Columns = (
        ("known", "Loaded", "moment"),
        ("source", "File", "text"),
        ("by", "By", "text"),
        ("rows", "New or changed", "number"),
    )
    rows = ((each.known, each.source, each.by, number) for each, number in loads_shown(room))
    return made(room, ("loads", f"{room.seen.agreement.name}: loads of incidents"), columns, rows)


_ONE: dict[str, Callable[[Room], Table]] = {"log": log_table, "alerts": alerts_table, "loads": loads_table}
_OF_A_DAY: dict[str, Callable[[Room, dt.date | None], Table]] = {
    "obligations": obligations_table,
    "changes": changes_table,
}
TABLES = (*_OF_A_DAY, *_ONE, "incidents")
"""Tables that stand on their own; those of a day come from `day_tables`."""


def watch_table(room: Room, name: str, *, on: dt.date | None = None, wanted: Wanted | None = None) -> Table:
    """Make a table by its name.

    Raises:
        NotInCase: There is none of that name.
    """
    if name == "incidents":
        return incidents_table(room, wanted or Wanted())
    if name in _OF_A_DAY:
        return _OF_A_DAY[name](room, on)
    if name in _ONE:
        return _ONE[name](room)
    question = name.partition("_")[0]
    found = day_tables(room, question, on) if question in QUESTIONS else ()
    for table in found:
        if table.name == name:
            return table
    msg = f"there is no table {name[:40]!r} of the watch book"
    raise NotInCase(msg)
