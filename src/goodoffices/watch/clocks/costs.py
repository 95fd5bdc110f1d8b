"""What a delay costs: a clock for every deadline and every step that waits, with the losses of its days.

Losses fall in the days of a delay; that they come from it is not said.
"""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Sequence
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..agreement import Indicator
from ..course.steps import minute
from ..ledger import Ledger
from ..log import Log, Reading
from ..report import harm_of
from ..state import Outlook, Standing
from .waiting import is_step_that_waits

__all__ = ["Clock", "Loss", "clock_of", "clocks_of", "hurt"]

_DAY = dt.timedelta(days=1)


class Loss(msgspec.Struct, frozen=True, kw_only=True):
    """What was lost in the days of a clock.

    Attributes:
        label: What is lost.
        unit: Its unit, for a day.
        a_day: The latest reading; None where nobody has read it by then.
        total: Over the days of which something is known; None where nothing is.
        days_known: Days for which there is a reading: it holds until the next.
        days_unknown: Days before the first reading.
        indicator: Its id; "" for people killed and injured in the incidents that were loaded.
    """

    label: str
    unit: str
    a_day: float | None
    total: float | None
    days_known: float
    days_unknown: float
    indicator: str = ""


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """Days since or until.

    Attributes:
        subject: The obligation, by id; "" for a day that was asked about.
        act: What is owed.
        owes: Who owes it.
        what: "overdue" (since its deadline), "waiting" (since the entry into force), "due" (until its deadline), or
            "since" (a day that was asked about).
        start: What the days are counted from; for "due", the deadline.
        days: Days since; below 0: days until.
        killed: People killed in those days, of the incidents of which it is known; None where no incident of those days
            says so, or none were loaded.
        injured: The same of the injured.
        unknown: Incidents of those days that say neither.
        losses: Indicators that are counted by the day.
    """

    subject: str
    act: str
    owes: tuple[str, ...]
    what: str
    start: dt.datetime
    days: float
    killed: int | None = None
    injured: int | None = None
    unknown: int | None = None
    losses: tuple[Loss, ...] = ()


def clocks_of(
    outlook: Outlook, log: Log, ledger: Ledger | None, *, since: dt.datetime | None = None
) -> tuple[Clock, ...]:
    """A clock for what is overdue, what waits, and what falls due, the longest first; and for a day asked about.

    Args:
        outlook: The agreement on the day.
        log: The log as the outlook saw it.
        ledger: The incidents; None where none were loaded.
        since: A day from which to count as well, such as that of an offer.
    """
    found = [
        clock_of(outlook, log, ledger, start=start, what=what, standing=each)
        for each in outlook.standings
        if (told := _start(each, outlook)) is not None
        for what, start in [told]
    ]
    if since is not None:
        found.append(clock_of(outlook, log, ledger, start=since, what="since"))
    return tuple(sorted(found, key=lambda each: -each.days))


def clock_of(
    outlook: Outlook,
    log: Log,
    ledger: Ledger | None,
    *,
    start: dt.datetime,
    what: str,
    standing: Standing | None = None,
) -> Clock:
    """One clock, with what was lost between its start and the day; nothing where that lies ahead."""
    end = outlook.on
    base = Clock(
        subject=standing.obligation.id if standing else "",
        act=standing.obligation.act if standing else "",
        owes=standing.obligation.owes if standing else (),
        what=what,
        start=start,
        days=(end - start) / _DAY,
    )
    if start >= end:
        return base
    daily = [each for each in outlook.agreement.indicators if _is_daily(each)]
    losses = tuple(
        _loss(each, [one for one in log.of(Reading) if one.indicator == each.id], start, end) for each in daily
    )
    if ledger is None:
        return msgspec.structs.replace(base, losses=losses)
    rows = ledger.select(since=minute(start), before=minute(end) + 1)
    return msgspec.structs.replace(
        base,
        losses=losses,
        killed=hurt(ledger.killed[rows]),
        injured=hurt(ledger.injured[rows]),
        unknown=harm_of(ledger, rows).unknown,
    )


def hurt(numbers: NDArray[np.int32]) -> int | None:
    """How many people were hurt in all; None where no incident says so, 0 where there is no incident.

    Args:
        numbers: Of each incident, shape (incidents,); below 0 where unknown.
    """
    if len(numbers) and (numbers < 0).all():
        return None
    return int(numbers[numbers > 0].sum())


def _start(standing: Standing, outlook: Outlook) -> tuple[str, dt.datetime] | None:
    if standing.state == "breached" and standing.due is not None and standing.due <= outlook.on:
        return "overdue", standing.due
    if is_step_that_waits(standing, outlook) and outlook.agreement.in_force <= outlook.on:
        return "waiting", outlook.agreement.in_force
    if standing.state == "active" and standing.due is not None:
        return "due", standing.due
    return None


@functools.cache
def _daily_units() -> tuple[str, ...]:
    text = resources.files(__package__).joinpath("data", "daily.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["units"])


def _is_daily(indicator: Indicator) -> bool:
    """Is it counted by the day, and is less of it better?"""
    unit = " ".join(indicator.unit.casefold().replace("/", " / ").split())
    return indicator.better == "less" and any(unit == each or unit.endswith(f" {each}") for each in _daily_units())


def _loss(indicator: Indicator, readings: Sequence[Reading], start: dt.datetime, end: dt.datetime) -> Loss:
    """Add up a daily number over some days: each reading holds until the next."""
    latest = {each.at: each for each in sorted(readings, key=lambda each: (each.at, each.value)) if each.at <= end}
    times = sorted(latest)
    total = known = 0.0
    for place, at in enumerate(times):
        until = times[place + 1] if place + 1 < len(times) else end
        days = max(0.0, (min(until, end) - max(at, start)) / _DAY)
        total += latest[at].value * days
        known += days
    return Loss(
        label=indicator.label,
        unit=indicator.unit,
        a_day=latest[times[-1]].value if times else None,
        total=total if known else None,
        days_known=known,
        days_unknown=max(0.0, (end - start) / _DAY - known),
        indicator=indicator.id,
    )
