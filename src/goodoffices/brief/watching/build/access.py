"""Effort and access by zone, with the entries of the log that say so."""

from __future__ import annotations

from goodoffices.brief.build.phrases import counted
from goodoffices.brief.watching.backing import Backing
from goodoffices.brief.watching.model import AccessView, EffortView
from goodoffices.watch.log import Effort, entry_id
from goodoffices.watch.report import Looking, MonitorReport, Period

from .causes import cause_of

__all__ = ["access_of"]


def access_of(report: MonitorReport, backing: Backing) -> tuple[AccessView, ...]:
    """Effort and access of every zone of which anybody said anything in either period; all zones first.

    Zones with incidents and no word on the effort are listed too: what nobody said is shown as unknown.
    """
    zones = dict.fromkeys([*report.effort, *(line.area for line in report.lines if line.area in report.ledger.zones)])
    nothing = (Looking(), Looking())
    made = (_zone(zone, report.effort.get(zone, nothing), report, backing) for zone in zones)
    return tuple(made)


def _zone(zone: str, sides: tuple[Looking, Looking], report: MonitorReport, backing: Backing) -> AccessView:
    now, before = sides
    return AccessView(
        zone=zone,
        name=backing.zone_name(zone) if zone else "all zones",
        now=_effort(now),
        before=_effort(before),
        entries=tuple(
            cause_of(entry_id(each), backing.log)
            for each in backing.log.of(Effort)
            if zone and each.zone == zone and _touches(each, report.period)
        ),
        words=_unknown(now, before, report.period),
    )


def _effort(looking: Looking) -> EffortView:
    return EffortView(
        hours=looking.hours,
        patrols=looking.patrols,
        cameras=looking.cameras,
        denied=looking.denied,
        days=looking.days,
    )


def _touches(effort: Effort, period: Period) -> bool:
    return bool(period.overlap_days(effort.first, effort.last) or period.before.overlap_days(effort.first, effort.last))


def _unknown(now: Looking, before: Looking, period: Period) -> str:
    """What is not known of the effort, in words."""
    if not now.days and not before.days:
        return "nobody said how hard one looked"
    said = [
        f"of {name}, nothing is known"
        if not side.days
        else f"of {name}, {counted(period.days - side.days, 'day')} unknown"
        for name, side in (("this period", now), ("the period before", before))
        if side.days < period.days
    ]
    return "; ".join(said)
