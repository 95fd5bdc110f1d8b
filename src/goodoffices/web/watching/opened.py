"""One incident, opened: where it was, who says so, who else tells of it, what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from goodoffices.record import NotInCase

from .incidents import views_of
from .room import Room

if TYPE_CHECKING:
    from goodoffices.brief.watching.model import IncidentView
    from goodoffices.watch.attribution import Settled
    from goodoffices.watch.book.seen import Seen
    from goodoffices.watch.log import Attribution, Finding, Happening, Pairing

__all__ = ["OneIncident", "one_incident"]


class OneIncident(msgspec.Struct, frozen=True, kw_only=True):
    """One incident with all that is known of it.

    Attributes:
        view: As lists show it.
        row: All columns of its row, as plain values.
        zones: Name and standing of each zone in which it lies, or may lie: ``sure``, ``likely``, ``possible``.
        told: Rows that tell of the same incident, itself left out, as plain values.
        counted: The id under which it is counted, where that is another.
        settled: What is to be said of who did it; None where nobody has spoken.
        attributions: What was said of it, by id of the entry.
        rests: Findings and happenings that rest on it, by id of the entry.
        pairings: What was said of it and another report, by id of the entry.
        obligations: Obligations that it speaks against, by their zones and kinds of incidents.
    """

    view: IncidentView
    row: dict[str, Any]
    zones: tuple[tuple[str, str], ...]
    told: tuple[dict[str, Any], ...]
    counted: str
    settled: Settled | None
    attributions: dict[str, Attribution]
    rests: dict[str, Finding | Happening]
    pairings: dict[str, Pairing]
    obligations: tuple[str, ...]


def one_incident(room: Room, name: str) -> OneIncident:
    """Open one incident.

    Raises:
        NotInCase: This audience sees none of that id.
    """
    return room.worked("incident", lambda seen: _one(seen, name), name)


def _one(seen: Seen, name: str) -> OneIncident:
    from goodoffices.watch.attribution import settle_all  # noqa: PLC0415  tables are heavy
    from goodoffices.watch.log import Attribution, Finding, Happening, Pairing  # noqa: PLC0415  the same

    ledger, table = seen.counted, seen.table
    at = np.flatnonzero(table["id"] == name)
    if not len(at):
        msg = f"there is no incident {name[:60]!r} here; the list finds those that there are"
        raise NotInCase(msg)
    row = int(at[0])
    same = np.flatnonzero(ledger.clusters == ledger.clusters[row])
    first = int(same[ledger.first[same]][0])
    ids = {str(ledger.ids[int(each)]) for each in same}
    log = seen.log
    settled = settle_all(log, parties=seen.agreement.parties)
    entries = log.entries.items()
    return OneIncident(
        view=msgspec.structs.replace(views_of(seen, np.array([first]))[0], id=name)
        if first == row
        else _own_view(seen, row),
        row=table.record(row),
        zones=_zones(seen, row),
        told=tuple(table.record(int(each)) for each in same[:40] if int(each) != row),
        counted=str(ledger.ids[first]) if first != row else "",
        settled=next((settled[each] for each in sorted(ids, key=lambda one: one != name) if each in settled), None),
        attributions={key: each for key, each in entries if isinstance(each, Attribution) and each.incident in ids},
        rests={key: e for key, e in entries if isinstance(e, Finding | Happening) and ids & set(e.incidents)},
        pairings={key: each for key, each in entries if isinstance(each, Pairing) and {each.left, each.right} & ids},
        obligations=_against(seen, row),
    )


def _own_view(seen: Seen, row: int) -> IncidentView:
    """A report of an incident that is counted under another row."""
    return views_of(seen, np.array([row]))[0]


def _zones(seen: Seen, row: int) -> tuple[tuple[str, str], ...]:
    if seen.zones is None:
        return ()
    from goodoffices.watch.zones import Standing, locate  # noqa: PLC0415  geometry is heavy

    located = locate(seen.table.take(slice(row, row + 1)), seen.zones)
    _, zones, standing = located.judged
    pairs = zip(zones.tolist(), standing.tolist(), strict=True)
    return tuple((seen.zones[zone].name, Standing(sure).name.lower()) for zone, sure in pairs)


def _against(seen: Seen, row: int) -> tuple[str, ...]:
    """Obligations that an incident of this kind in this place speaks against."""
    ledger = seen.counted
    kind = ledger.kinds[row]
    values = ledger.zone_values[ledger.zone_offsets[row] : ledger.zone_offsets[row + 1]].tolist()
    inside = {ledger.zones[value] for value in values}
    return tuple(
        each.id
        for each in seen.agreement.obligations
        if kind in each.incidents and (not each.zones or inside & set(each.zones))
    )
