"""What the tests of the watch pages share: a small truce with known counts, and the example book."""

from __future__ import annotations

import datetime as dt
import functools
import sys
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1] / "watch"))  # the made-up tables of the watch room's tests

from watch_tables import table_of

from goodoffices.brief.watching import Backing
from goodoffices.record import Marking
from goodoffices.watch.agreement import Agreement, parse_agreement, read_agreement
from goodoffices.watch.attribution import settle_all
from goodoffices.watch.incidents import read_incidents
from goodoffices.watch.ledger import Ledger, attribute, ledger_of
from goodoffices.watch.log import Attribution, Effort, Entry, Finding, Happening, Log, Verdict, What, log_of, read_log
from goodoffices.watch.report import MonitorReport, Period, monitor
from goodoffices.watch.state import Outlook, state
from goodoffices.watch.zones import locate, read_zones

EXAMPLE = Path(__file__).parents[2] / "examples" / "watch"
AGREEMENT = parse_agreement(
    """
agreement: Port Selene ceasefire
in force: 2026-03-01
parties: [North, South]
indicators:
  - {id: paid, label: Paid into the fund, unit: million, target: 100}
obligations:
  - {id: ceasefire, provision: "1", owes: [North, South], act: cease <all> fire, duty: refrain, verified by: Commission}
  - {id: withdrawal, provision: "2", owes: North, to: South, act: withdraw, trigger: ceasefire is active for 7 days,
     within: 14 days, verified by: Commission}
  - {id: relief, provision: "3", owes: West, act: lift sanctions, duty: refrain,
     trigger: withdrawal is fulfilled and value(paid) >= 100}
  - {id: pledge, provision: "4", owes: West, act: pay 100 million, due: 2026-04-30, met when: value(paid) >= 100}
  - {id: answer, provision: "5", owes: South, act: answer a call, each: call, within: 24 hours}
  - {id: guarantee, provision: "6", owes: West, act: deploy, trigger: settlement is fulfilled}
  - {id: settlement, provision: "7", owes: [North, South], act: settle, trigger: guarantee is active}
powers:
  - {id: snapback, clause: "12", holder: Council, act: bring sanctions back, when: ceasefire was breached,
     suspends: relief}
"""
)
WEEK = Period.week(dt.date(2026, 3, 14))
ROWS = [
    ("a", "shelling", "2026-03-09T10:00"),
    ("b", "shelling", "2026-03-10T10:00"),
    ("c", "clash", "2026-03-14T23:59"),
    ("d", "shelling", "2026-03-02T10:00"),
    ("e", "clash", "2026-03-15T00:00"),
    ("f", "shelling", "2026-03-10T10:05"),
]
"""f tells of b again, e lies in the week after."""


def at(text: str) -> dt.datetime:
    """An instant in UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def said(what: str, subject: str, when: str, by: str = "", **more: Any) -> Happening:
    """An entry that was set down when it happened, unless it says otherwise."""
    more = {"latest": at(when), "known": at(when)} | more
    return Happening(what=What(what), subject=subject, earliest=at(when), by=by, **more)


BREACH = Finding(
    obligation="ceasefire",
    verdict=Verdict.BREACHED,
    first=dt.date(2026, 3, 10),
    last=dt.date(2026, 3, 10),
    incidents=("a", "b"),
    reasons=("two craters",),
    confidence=0.8,
    by="Commission",
    sources=("https://commission.example/3",),
    marking=Marking.AMBER,
    known=at("2026-03-11"),
)
ACCUSED = said("breached", "ceasefire", "2026-03-05", "South", note="accuses the <other> side")
VAGUE = said("performed", "withdrawal", "2026-03-20", "Commission", latest=at("2026-04-02"), known=at("2026-04-03"))
CALL = said("happened", "call", "2026-03-10T08:00", ref="c-1")
ENTRIES: tuple[Entry, ...] = (BREACH, ACCUSED, VAGUE, CALL)


def outlook(on: str, entries: tuple[Entry, ...] = ENTRIES, **asked: Any) -> Outlook:
    """The small truce on a day."""
    return state(AGREEMENT, log_of(entries), on=at(on), **asked)


def ledger(entries: tuple[Entry, ...] = (), **columns: Any) -> tuple[Any, Ledger]:
    """The incidents of the small truce, and the same as they are counted."""
    import numpy as np  # noqa: PLC0415  beside its only use

    columns.setdefault("region", ["East", "East", "West", "East", "East", "East"])
    table = table_of(ROWS, **columns)
    counted = ledger_of(table, clusters=np.array([0, 1, 2, 3, 4, 1]))
    return table, attribute(counted, settle_all(log_of(entries), parties=AGREEMENT.parties))


def report(*entries: Entry, **columns: Any) -> tuple[MonitorReport, Backing]:
    """The report of the week, and what stands behind it."""
    table, counted = ledger(entries, **columns)
    log = log_of(entries)
    return monitor(AGREEMENT, log, counted, WEEK), Backing(log=log, table=table, ledger=counted)


def effort(first: str, last: str, **more: Any) -> Effort:
    """How hard one looked in the East."""
    days = {"first": dt.date.fromisoformat(first), "last": dt.date.fromisoformat(last)}
    return Effort(**({"zone": "East", "known": at("2026-03-15")} | days | more))


def word(incident: str, party: str, by: str, **more: Any) -> Attribution:
    """Who did it, as somebody says."""
    more = {"confidence": 0.9, "evidence": ("inspection",), "known": at("2026-03-15")} | more
    return Attribution(incident=incident, party=party, by=by, **more)


@functools.cache
def example() -> tuple[Agreement, Log, Backing]:
    """The example book, read without writing into it."""
    agreement = read_agreement(EXAMPLE / "agreement.yaml")
    log = read_log(EXAMPLE / "log.jsonl").as_known()
    table, rejections = read_incidents(EXAMPLE / "incidents.csv", now=at("2026-01-01"))
    assert not rejections
    zones = read_zones(EXAMPLE / "zones.geojson")
    counted = ledger_of(table, locate(table, zones))
    settled = settle_all(log, parties=agreement.parties)
    names = {zone.id: zone.name for zone in zones}
    backing = Backing(
        log=log, table=table, ledger=attribute(counted, settled), zones=names, generated=at("2025-12-15T09:00")
    )
    return agreement, log, backing
