"""One obligation: its words and conditions, its course, what bears on it, what was said of it, forms to say more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from fastapi import APIRouter
from starlette.responses import Response

from goodoffices.brief.model.entry import Entry as RecordEntry
from goodoffices.brief.watching.build.causes import cause_of
from goodoffices.desk.shelf import NotReady
from goodoffices.record import NotInCase
from goodoffices.watch.agreement import conditions_of
from goodoffices.watch.attribution import evidence_grades
from goodoffices.watch.conditions import in_words, span_in_words
from goodoffices.watch.log import Finding, Happening, What
from goodoffices.web.asking import Asking, Reader
from goodoffices.web.watching import Room, room_of
from goodoffices.web.watching.asked import state_of
from goodoffices.web.watching.incidents import views_of
from goodoffices.web.watching.rendering import watch_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goodoffices.brief.watching.model import CauseView, IncidentView
    from goodoffices.watch.agreement import Obligation
    from goodoffices.watch.book.seen import Seen

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_INCIDENTS = 30
_INSTANCES = 80
_FINDINGS = 20
WHATS = tuple(each.value for each in What if each is not What.HAPPENED)


@router.get("/watch/obligations/{name:path}")
def one(who: Reader, name: str, done: str = "") -> Response:
    """The page of an obligation, or of one that arose anew."""
    room = room_of(who)
    page = state_of(room)
    family = name.split("/", 1)[0]
    members = [each for each in page.obligations if each.family == family]
    owed = next((each for each in room.seen.agreement.obligations if each.id == family), None)
    if owed is None or (name != family and all(each.id != name for each in members)):
        msg = f"there is no obligation {name[:60]!r} here; the board shows what there is"
        raise NotInCase(msg)
    shown = next((each for each in members if each.id == name), members[0] if len(members) == 1 else None)
    against, total = _against(room, owed)
    return watch_page(
        who,
        "watch_obligation.html.j2",
        here="/watch",
        o=shown,
        owed=owed,
        name=name,
        on=page.on,
        members=members[-_INSTANCES:],
        count=len(members),
        conditions=_conditions(owed),
        said=_said(room, family),
        against=against,
        against_total=total,
        resting=_resting(who, owed),
        whats=WHATS,
        grades=tuple(evidence_grades()),
        zones={zone.id: zone.name for zone in room.seen.zones or ()},
        done=done,
        marking=room.seen.marking,
    )


def _conditions(owed: Obligation) -> list[tuple[str, str]]:
    """What it hangs on, in words."""
    labels = {
        "trigger": "Arises when",
        "lapses": "Lapses when",
        "starts": "Is owed once",
        "until": "Ends when",
        "suspended_while": "Suspended while",
        "met": "Done by itself when",
        "broken": "Breached by itself when",
        "of": "Its time runs from",
    }
    found = [(labels[key], in_words(condition)) for key, condition in conditions_of(owed)]
    if owed.due and owed.due.within:
        found.append(("To be done within", span_in_words(owed.due.within)))
    if owed.each:
        found.append(("Arises anew", f"with each {owed.each}"))
    if owed.every:
        found.append(("Arises anew", f"every {span_in_words(owed.every)}"))
    return found


def _said(room: Room, family: str) -> list[CauseView]:
    """What was set down of it, the latest first."""
    log = room.seen.log
    found = [
        key
        for key, entry in log.entries.items()
        if (isinstance(entry, Happening) and entry.what is not What.HAPPENED and _family(entry.subject) == family)
        or (isinstance(entry, Finding) and _family(entry.obligation) == family)
    ]
    return [cause_of(key, log) for key in sorted(found, key=lambda key: log.entries[key].known, reverse=True)]


def _family(name: str) -> str:
    return name.split("/", 1)[0]


def _against(room: Room, owed: Obligation) -> tuple[Sequence[IncidentView], int]:
    """The latest incidents of the kinds and in the zones that speak against it, since the agreement."""
    if not owed.incidents or not room.seen.has_incidents:
        return (), 0

    def make(seen: Seen) -> tuple[Sequence[IncidentView], int]:
        since = int(seen.agreement.in_force.timestamp()) // 60
        ledger = seen.counted
        rows = ledger.select(kinds=owed.incidents, zones=owed.zones, since=since)
        latest = rows[np.argsort(-ledger.minutes[rows], kind="stable")][:_INCIDENTS]
        return views_of(seen, latest), len(rows)

    return room.worked("against", make, owed.id)


def _resting(who: Asking, owed: Obligation) -> Sequence[RecordEntry]:
    """The findings of the record that asked for it, as far as they may be seen."""
    if not owed.statements:
        return ()
    try:
        return who.snapshot.resting_on(owed.statements)[:_FINDINGS]
    except NotReady:
        return ()
