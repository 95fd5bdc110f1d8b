"""A place under a regime of its own: what is owed there, what happened there, how hard one looked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..clocks import hurt
from ..ledger import Ledger
from ..log import Effort, Log
from ..report import Looking, Period, looking
from ..state import Outlook, Standing
from ..zones import Zone, ZoneSet
from .areas import Cover, area_km2, cover_of, length_km, watches

__all__ = ["Owed", "Seen", "Site", "sites_of"]

_LISTED = 100


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is owed at a place.

    Attributes:
        obligation: Its id.
        act: What is owed.
        owes: Who owes it.
        duty: "do" or "refrain".
        kind: What it is about.
        state: Its state on the day.
        verified_by: Who may say that it was kept.
        against: Incidents there, since the entry into force, of the kinds that speak against it.
        incidents: Their ids, the latest hundred.
    """

    obligation: str
    act: str
    owes: tuple[str, ...]
    duty: str
    kind: str
    state: str
    verified_by: tuple[str, ...]
    against: int | None = None
    incidents: tuple[str, ...] = ()


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """How hard one looked at a place in the last days.

    Attributes:
        days: Days of the period.
        looked: Days of which any effort is known.
        patrols: Patrols made; None where nobody said.
        hours: Hours of observation; the same.
        camera_days: Cameras times days; the same.
        denied: Times that access was denied; the same.
        access: Patrols made, of those and the denied ones, in [0, 1]; None where either is unknown.
    """

    days: int
    looked: int
    patrols: float | None
    hours: float | None
    camera_days: float | None
    denied: float | None
    access: float | None


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """A place on a day.

    Attributes:
        zone: Its id.
        name: Its name.
        kind: What it is: "buffer_zone", "crossing", "site"; "" where it is not on the map.
        party: Whose it is said to be; "" where nobody says.
        holds: Does the zone hold on the day? None where it is not on the map.
        area_km2: Its size; None for lines, points and what is not on the map.
        length_km: Its length, where it is a line.
        owed: Obligations that name it.
        incidents: Incidents in it since the entry into force; None where none were loaded or it is not on the map.
        recent: The same in the last days.
        killed: People killed in those since the entry into force, as far as known.
        injured: The same of the injured.
        ids: Ids of the latest hundred.
        seen: How hard one looked in the last days.
        cover: How much of it cameras, posts and patrols reach.
    """

    zone: str
    name: str
    kind: str
    party: str
    holds: bool | None
    area_km2: float | None
    length_km: float | None
    owed: tuple[Owed, ...]
    incidents: int | None
    recent: int | None
    killed: int | None
    injured: int | None
    ids: tuple[str, ...]
    seen: Seen
    cover: Cover


def sites_of(
    outlook: Outlook, log: Log, zones: ZoneSet | None, ledger: Ledger | None, *, days: int = 30
) -> tuple[Site, ...]:
    """Every place of the map or of the agreement; places from which one looks are no places to look at.

    Args:
        outlook: The agreement on the day.
        log: The log as the outlook saw it.
        zones: The map; None where there is none.
        ledger: The incidents; None where none were loaded.
        days: How many days, the last one the day, "recent" is.
    """
    mapped = {each.id: each for each in zones or () if not watches(each)}
    named = dict.fromkeys(zone for each in outlook.agreement.obligations for zone in each.zones)
    efforts = list(log.of(Effort))
    looked = dict.fromkeys(effort.zone for effort in efforts)
    period = Period(outlook.on.date() - dt.timedelta(days=days - 1), outlook.on.date())
    every = tuple(zones or ())
    return tuple(
        _site(name, mapped.get(name), every, outlook, efforts, ledger, period)
        for name in dict.fromkeys([*mapped, *named, *looked])
    )


def _site(  # noqa: PLR0917  everything that bears on a place
    name: str,
    zone: Zone | None,
    every: tuple[Zone, ...],
    outlook: Outlook,
    efforts: list[Effort],
    ledger: Ledger | None,
    period: Period,
) -> Site:
    known = ledger if ledger is not None and name in ledger.zones else None
    since = _since(outlook, period)
    rows = known.select(zones=[name], since=since.minutes[0], before=since.minutes[1]) if known is not None else None
    recent = (
        known.select(zones=[name], since=period.minutes[0], before=period.minutes[1]) if known is not None else None
    )
    size = area_km2(zone.shape) if zone else 0.0
    is_line = zone is not None and not size
    return Site(
        zone=name,
        name=zone.name if zone else name,
        kind=zone.kind if zone else "",
        party=zone.party if zone else "",
        holds=zone.holds_on(outlook.on.date()) if zone else None,
        area_km2=size or None,
        length_km=(length_km(zone.shape) or None) if zone and is_line else None,
        owed=tuple(_owed(each, known, since) for each in _there(outlook.standings, name)),
        incidents=None if rows is None else len(rows),
        recent=None if recent is None else len(recent),
        killed=hurt(known.killed[rows]) if known is not None else None,
        injured=hurt(known.injured[rows]) if known is not None else None,
        ids=_ids(known, rows),
        seen=_seen(looking(efforts, name, period), period),
        cover=cover_of(zone, every, outlook.on.date()) if zone else Cover(None, ()),
    )


def _since(outlook: Outlook, period: Period) -> Period:
    """From the entry into force to the day."""
    return Period(min(outlook.agreement.in_force.date(), period.last), period.last)


def _there(standings: Iterable[Standing], name: str) -> list[Standing]:
    """What is owed at a place; of what arises anew, the latest that has arisen."""
    latest: dict[str, Standing] = {}
    for each in standings:
        family = each.obligation.id.split("/", 1)[0]
        if name in each.obligation.zones and (family not in latest or each.state != "conditional"):
            latest[family] = each
    return list(latest.values())


def _owed(standing: Standing, ledger: Ledger | None, since: Period) -> Owed:
    own = standing.obligation
    rows = None
    if ledger is not None and own.incidents:
        rows = ledger.select(kinds=own.incidents, zones=own.zones, since=since.minutes[0], before=since.minutes[1])
    return Owed(
        obligation=own.id,
        act=own.act,
        owes=own.owes,
        duty=own.duty.value,
        kind=own.kind,
        state=standing.state,
        verified_by=own.verified_by,
        against=None if rows is None else len(rows),
        incidents=_ids(ledger, rows),
    )


def _ids(ledger: Ledger | None, rows: NDArray[np.int64] | None) -> tuple[str, ...]:
    if ledger is None or rows is None:
        return ()
    latest = rows[np.argsort(ledger.minutes[rows], kind="stable")][-_LISTED:]
    return tuple(ledger.ids[int(row)] for row in latest)


def _seen(effort: Looking, period: Period) -> Seen:
    known = effort.patrols is not None and effort.denied is not None
    asked = (effort.patrols or 0) + (effort.denied or 0)
    return Seen(
        days=period.days,
        looked=effort.days,
        patrols=effort.patrols,
        hours=effort.hours,
        camera_days=effort.cameras,
        denied=effort.denied,
        access=(effort.patrols or 0) / asked if known and asked else None,
    )
