"""The monitor's report of a day or a week."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..agreement import Agreement
from ..attribution import Settled, Standing, settle_all
from ..course import Change, run
from ..ledger import Ledger
from ..log import Effort, Finding, Log, entry_id
from .counting import Line, count_lines
from .effort import Looking, looking
from .harm import Harm, harm_of
from .period import Period

__all__ = ["MonitorReport", "OpenQuestion", "Remedy", "monitor"]


class Remedy(msgspec.Struct, frozen=True):
    """A breach, and whether it was put right.

    Attributes:
        obligation: Id of the obligation.
        breached: When it was breached.
        remedied: When it was put right or done late; None: not yet.
        because: What the breach rests on.
    """

    obligation: str
    breached: dt.datetime
    remedied: dt.datetime | None
    because: tuple[str, ...]


class OpenQuestion(msgspec.Struct, frozen=True):
    """An incident of the period of which nobody, or not everybody, knows who did it.

    Attributes:
        incident: Its id.
        row: Its row in the ledger.
        settled: What is to be said of it.
    """

    incident: str
    row: int
    settled: Settled


class MonitorReport(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What a monitor reports.

    Attributes:
        period: Its days.
        lines: Counts by area and kind, against the period before.
        harm: People hurt in the period, and in the one before.
        effort: By zone, the effort of the period and of the one before; "" for all.
        claims: By who is said to have done it, how many incidents: claims, no attributions.
        attributed: By party, how many incidents are attributed to it.
        open: Incidents about which somebody has spoken and nobody is agreed on.
        unattributed: How many incidents nobody has spoken about.
        remedies: Breaches, with what came of them.
        findings: What was found in the period, by id.
        changes: Changes of state in the period.
        agreement: What was agreed.
        ledger: The incidents, for the rows.
    """

    period: Period
    lines: tuple[Line, ...]
    harm: tuple[Harm, Harm]
    effort: Mapping[str, tuple[Looking, Looking]]
    claims: Mapping[str, int]
    attributed: Mapping[str, int]
    open: tuple[OpenQuestion, ...]
    unattributed: int
    remedies: tuple[Remedy, ...]
    findings: Mapping[str, Finding]
    changes: tuple[Change, ...]
    agreement: Agreement
    ledger: Ledger


def monitor(agreement: Agreement, log: Log, ledger: Ledger, period: Period) -> MonitorReport:
    """Write the report of a period.

    Args:
        agreement: What was agreed.
        log: As it is known, and for an audience: `Log.as_known` gives it.
        ledger: The incidents, attributed.
        period: The days.
    """
    efforts = list(log.of(Effort))
    zones = ("", *sorted({effort.zone for effort in efforts}))
    effort = {zone: (looking(efforts, zone, period), looking(efforts, zone, period.before)) for zone in zones}
    rows = ledger.select(since=period.minutes[0], before=period.minutes[1])
    earlier = ledger.select(since=period.before.minutes[0], before=period.before.minutes[1])
    settled = settle_all(log, parties=agreement.parties)
    questions = _open(ledger, settled, set(rows.tolist()))
    course = run(agreement, log, until=period.end - dt.timedelta(minutes=1), counts=ledger)
    parties = Counter(ledger.parties[rows].tolist())
    spoken = len(questions) + sum(number for code, number in parties.items() if code >= 0)
    return MonitorReport(
        period=period,
        lines=tuple(count_lines(ledger, period, effort)),
        harm=(harm_of(ledger, rows), harm_of(ledger, earlier)),
        effort=effort,
        claims=_named(ledger, rows),
        attributed={ledger.party_names[code]: number for code, number in sorted(parties.items()) if code >= 0},
        open=questions,
        unattributed=len(rows) - spoken,
        remedies=_remedies(course.changes, period),
        findings={entry_id(each): each for each in log.of(Finding) if period.overlap_days(each.first, each.last)},
        changes=tuple(change for change in course.changes if period.start <= change.at < period.end),
        agreement=agreement,
        ledger=ledger,
    )


def _named(ledger: Ledger, rows: NDArray[np.int64]) -> dict[str, int]:
    """How many incidents each actor is said to have done, the most first."""
    counts = ledger.actors[rows].counts()
    return dict(sorted(((name, number) for name, number in counts.items() if name), key=lambda each: -each[1]))


def _open(ledger: Ledger, settled: Mapping[str, Settled], rows: set[int]) -> tuple[OpenQuestion, ...]:
    asked = {name: each for name, each in settled.items() if each.standing is not Standing.ATTRIBUTED}
    found = ledger.rows_of(asked)
    return tuple(OpenQuestion(name, row, asked[name]) for name, row in sorted(found.items()) if row in rows)


def _remedies(changes: tuple[Change, ...], period: Period) -> tuple[Remedy, ...]:
    """Breaches that were open in the period or put right in it."""
    found: list[Remedy] = []
    open_now: dict[str, Change] = {}
    for change in changes:
        if change.at >= period.end:
            break
        breach = open_now.pop(change.subject, None)
        if breach is not None and change.at >= period.start:
            found.append(Remedy(change.subject, breach.at, change.at, breach.because))
        if change.after == "breached":
            open_now[change.subject] = change
    found += [Remedy(own, breach.at, None, breach.because) for own, breach in open_now.items()]
    return tuple(sorted(found, key=lambda each: (each.breached, each.obligation)))
