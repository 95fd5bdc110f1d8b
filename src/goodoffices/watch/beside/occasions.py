"""Incidents beside the talks: what happened within some days, and some km, of a meeting or a step.

That two things lie close in time and place is all that is said. Beside each count stands how many one would expect of
days like those around it: near talks as far from them there are incidents.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..agreement import Agreement
from ..clocks import events_in
from ..course.steps import minute
from ..ledger import Ledger
from ..log import Log
from ..report import chance_of
from ..state import Outlook
from ..zones import ZoneSet

__all__ = ["Beside", "Nearness", "Occasion", "incidents_beside", "occasions_of"]

_LISTED = 100
_AROUND = 30


class Occasion(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting, another event, or a change of state of an obligation or power.

    Attributes:
        words: What it was.
        first: First day on which it can have been.
        last: Last day.
        place: Where, as a zone of the map; "" where that is not known.
        entry: The entry of the log; "" for a change of state.
    """

    words: str
    first: dt.date
    last: dt.date
    place: str = ""
    entry: str = ""


class Nearness(msgspec.Struct, frozen=True, kw_only=True):
    """What counts as near.

    Attributes:
        days: Days before and after.
        km: Km from the place, where that is known; None: anywhere.
    """

    days: int = 3
    km: float | None = None


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """An occasion with the incidents beside it.

    Attributes:
        occasion: What it was.
        placed: Were the incidents taken by place as well? False where that is unknown or no distance was asked for.
        before: Incidents in the days before it.
        during: On its days.
        after: In the days after it that have passed.
        killed: People killed in all of those, as far as known.
        usual: How many one would expect in as many days, going by the month before and after; None where no day of it
            was loaded.
        chance: How likely a number as far from that would be by chance, in [0, 1]; None likewise.
        incidents: Ids of the nearest hundred in time.
    """

    occasion: Occasion
    placed: bool
    before: int
    during: int
    after: int
    killed: int
    usual: float | None
    chance: float | None
    incidents: tuple[str, ...]


def occasions_of(outlook: Outlook, log: Log, zones: ZoneSet | None = None) -> tuple[Occasion, ...]:
    """Events of the log and changes of state until the day, in order.

    An event stands at the zone that has its reference or its name as id; an obligation at the first of its zones. Left
    out are events upon which something arises anew (tickets), the changes of that, and what began with the agreement.
    """
    places = {each.id for each in zones or ()}
    calls = {each.each for each in outlook.agreement.obligations if each.each}
    start = outlook.agreement.in_force
    found = [
        Occasion(
            words=" ".join(filter(None, (each.subject, each.ref, each.note and f"({each.note})"))),
            first=each.earliest.date(),
            last=each.latest.date(),
            place=next((name for name in (each.ref, each.subject) if name in places), ""),
            entry=key,
        )
        for key, each in events_in(log, outlook.on)
        if each.subject not in calls
    ]
    if start <= outlook.on:
        found.append(Occasion(words="the agreement entered into force", first=start.date(), last=start.date()))
    found += _changes(outlook, places)
    return tuple(sorted(found, key=lambda each: (each.first, each.words)))


def incidents_beside(
    occasion: Occasion, ledger: Ledger, near: Nearness, on: dt.datetime, zones: ZoneSet | None = None
) -> Beside:
    """Count the incidents beside an occasion.

    Args:
        occasion: What it was.
        ledger: The incidents.
        near: What counts as near.
        on: The day; later incidents are left out.
        zones: The map, for the place.
    """
    within = _within(occasion, ledger, near, zones)
    day = ledger.minutes // (24 * 60)
    keep = ledger.first & (ledger.minutes <= minute(on))
    placed = within is not None
    if within is not None:
        keep &= within
    first, last = (each.toordinal() - _EPOCH for each in (occasion.first, occasion.last))
    today = on.date().toordinal() - _EPOCH
    rows = np.flatnonzero(keep & (day >= first - near.days) & (day <= last + near.days))
    usual, chance = _usual(ledger, keep, day, (first - near.days, min(last + near.days, today)), len(rows))
    killed = ledger.killed[rows]
    order = np.argsort(np.maximum(first - day[rows], day[rows] - last), kind="stable")[:_LISTED]
    return Beside(
        occasion=occasion,
        placed=placed,
        before=int((day[rows] < first).sum()),
        during=int(((day[rows] >= first) & (day[rows] <= last)).sum()),
        after=int((day[rows] > last).sum()),
        killed=int(killed[killed > 0].sum()),
        usual=usual,
        chance=chance,
        incidents=tuple(ledger.ids[int(row)] for row in rows[order]),
    )


_EPOCH = dt.date(1970, 1, 1).toordinal()


def _usual(
    ledger: Ledger, keep: NDArray[np.bool_], day: NDArray[np.int64], span: tuple[int, int], found: int
) -> tuple[float | None, float | None]:
    """What as many days would hold, going by the month on either side, as far as it was loaded."""
    if not ledger.first.any():
        return None, None
    loaded = int(day[ledger.first].min()), int(day[ledger.first].max())
    around = max(span[0] - _AROUND, loaded[0]), min(span[1] + _AROUND, loaded[1])
    others = max(0, span[0] - around[0]) + max(0, around[1] - span[1])
    length = span[1] - span[0] + 1
    if others <= 0 or length <= 0:
        return None, None
    outside = keep & (day >= around[0]) & (day <= around[1]) & ((day < span[0]) | (day > span[1]))
    number = int(outside.sum())
    return number / others * length, chance_of(found, number, length / (length + others))


def _within(occasion: Occasion, ledger: Ledger, near: Nearness, zones: ZoneSet | None) -> NDArray[np.bool_] | None:
    """Which incidents lie near its place; None where the place is unknown or nobody asked."""
    zone = next((each for each in zones or () if each.id == occasion.place), None)
    if zone is None or near.km is None:
        return None
    import shapely  # noqa: PLC0415  geometry is heavy, and only places need it

    from ..zones import widen  # noqa: PLC0415  the same

    inside: NDArray[np.bool_] = shapely.contains_xy(widen(zone.shape, near.km), ledger.longitude, ledger.latitude)
    return inside


def _changes(outlook: Outlook, places: set[str]) -> Iterator[Occasion]:
    zones = {each.id: each.zones for each in outlook.agreement.obligations}
    acts = _acts(outlook.agreement)
    for change in outlook.course.changes:
        if change.subject in acts and not (change.at == outlook.agreement.in_force and change.before == "conditional"):
            day = change.at.date()
            place = next((name for name in zones.get(change.subject, ()) if name in places), "")
            words = f"{change.subject} {change.after} ({acts[change.subject]})"
            yield Occasion(words=words, first=day, last=day, place=place)


def _acts(agreement: Agreement) -> dict[str, str]:
    return {each.id: each.act for each in agreement.obligations} | {each.id: each.act for each in agreement.powers}
