"""A watch book made up for tests: the accord of the Varn valley, with log, map and incidents, all of it invented."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from goodoffices.watch.log import Attribution, Effort, Finding, Happening, Reading, Verdict, What, append

ACCORD = """
agreement: Accord of the Varn valley
in force: 2025-04-01
parties: [Upland, Lowland]
actors: {Upland: [Hill Brigade], Lowland: [River Guard]}
indicators:
  - {id: paid_torland, label: Paid in by Torland, unit: million, objective: Rebuild the valley}
  - {id: paid_merrin, label: Paid in by Merrin, unit: million, objective: Rebuild the valley}
  - {id: damage, label: Damage to be made good, unit: million, objective: Rebuild the valley, target: 150}
  - {id: rebuilt, label: Houses rebuilt, unit: houses, objective: Rebuild the valley, baseline: 20, target: 120}
  - {id: troops_torland, label: Soldiers of Torland ready, unit: soldiers, objective: Hold the strip}
  - {id: troops_merrin, label: Soldiers of Merrin ready, unit: soldiers, objective: Hold the strip}
  - {id: troops, label: Soldiers needed, unit: soldiers, objective: Hold the strip, target: 2000}
  - {id: returned, label: Families that came back, unit: families, objective: Homes for all, target: 500}
  - {id: hungry, label: People short of food, unit: people, objective: Nobody goes hungry, baseline: 9000, target: 1000,
     better: less}
  - {id: exiled, label: Seats of the council filled, objective: Self-rule, baseline: 2, target: 12}
  - {id: deaths, label: People who die, unit: people a day, better: less}
  - {id: guns, label: Guns counted at the depot, unit: guns}
  - {id: clinics, label: Clinics reopened by both, unit: clinics, objective: Trust, target: 4}
obligations:
  - {id: ceasefire, provision: "1", owes: [Upland, Lowland], act: cease fire, duty: refrain, kind: ceasefire,
     verified by: Mission, incidents: [shelling, clash]}
  - {id: clear, provision: "2", owes: [Upland, Lowland], act: keep armed men out of the strip, duty: refrain,
     kind: buffer_zone, zones: strip, verified by: Mission, incidents: [shelling, clash]}
  - {id: pull_1, provision: "3", owes: Upland, to: Lowland, act: withdraw behind line A, kind: withdrawal,
     zones: line_a, within: 10 days, verified by: Mission, evidence: a visit and a photograph of each post}
  - {id: watch_1, provision: "3", owes: Lowland, to: Upland, act: let observers in, kind: monitoring, zones: line_a,
     within: 10 days, verified by: Mission}
  - {id: pull_2, provision: "4", owes: Upland, to: Lowland, act: withdraw behind line B, kind: withdrawal,
     zones: line_b,
     trigger: pull_1 is fulfilled, within: 20 days, verified by: Mission}
  - {id: return_1, owes: Lowland, to: Upland, act: hand the posts back, trigger: watch_1 was breached, within: 5 days}
  - {id: relief_1, provision: "5", owes: League, to: Upland, act: lift the first tranche, kind: relief, duty: refrain,
     trigger: pull_1 is fulfilled}
  - {id: relief_2, provision: "5", owes: League, to: Upland, act: lift the second tranche, kind: relief, duty: refrain,
     trigger: "pull_2 is fulfilled and value(returned) >= 500 and count(zone=strip, days=30) < 3"}
  - {id: pay_torland, provision: "6", owes: Torland, act: pay 80 million, kind: pledge, due: 2025-05-31,
     met when: value(paid_torland) >= 80}
  - {id: pay_merrin, provision: "6", owes: Merrin, act: pay 40 million, kind: pledge, due: 2025-05-31,
     met when: value(paid_merrin) >= 40}
  - {id: houses, owes: [Upland, Lowland], act: rebuild the houses of both banks, kind: project,
     met when: value(rebuilt) >= 120}
  - {id: clinics_open, owes: [Upland, Lowland], act: reopen four clinics together, kind: project,
     met when: value(clinics) >= 4}
  - {id: send_torland, provision: "7", owes: Torland, act: make 800 soldiers ready, kind: force,
     met when: value(troops_torland) >= 800}
  - {id: send_merrin, provision: "7", owes: Merrin, act: make 500 soldiers ready, kind: force,
     met when: value(troops_merrin) >= 500}
  - {id: deploy, provision: "7", owes: [Torland, Merrin], act: deploy, kind: guarantee,
     trigger: ceasefire is active for 14 days and pull_2 is fulfilled, within: 30 days}
  - {id: help_torland, provision: "8", owes: Torland, act: send the fleet, kind: response, each: attack,
     within: 48 hours,
     zones: strip}
  - {id: help_merrin, provision: "8", owes: Merrin, act: close its ports, kind: response, each: attack,
     within: 24 hours}
  - {id: answer, owes: Lowland, to: Upland, act: answer on the hotline, kind: hotline, each: ticket, within: 12 hours}
  - {id: inspect, owes: [Upland, Lowland], act: inspect the bridge together, kind: inspection, zones: bridge,
     every: 14 days,
     within: 14 days, verified by: Mission}
  - {id: publish, owes: Mission, act: publish what was found, kind: publication, each: inspected, within: 3 days}
  - {id: dam_empty, provision: "9", owes: [Upland, Lowland], act: keep troops out of the dam, duty: refrain, kind: site,
     zones: dam, verified by: Mission, incidents: [shelling]}
  - {id: dam_run, provision: "9", owes: Water Board, act: run the dam, duty: refrain, kind: operation, zones: dam,
     until: on 2027-01-01}
  - {id: swap, owes: [Upland, Lowland], act: exchange all prisoners, kind: milestone, due: 2025-05-01,
     verified by: Mission}
  - {id: no_league, provision: "10", owes: Upland, act: join no alliance, duty: refrain, kind: status,
     trigger: ratification happened, verified by: Council}
  - {id: reply, owes: Lowland, to: Upland, act: reply to the draft on tolls, kind: reply, due: 2025-06-10}
  - {id: tolls, owes: [Upland, Lowland], act: sign the toll agreement, kind: milestone, trigger: reply is fulfilled,
     within: 7 days}
  - {id: road, owes: Upland, act: open the toll road, trigger: tolls is fulfilled}
powers:
  - {id: warn, holder: Council, act: warn in public, when: ceasefire was breached}
  - {id: snapback, clause: "5", holder: League, act: bring the sanctions back,
     when: "ceasefire was breached and count(zone=strip, days=14) >= 3", suspends: [relief_1, relief_2]}
  - {id: enforce, holder: [Torland, Merrin], act: enforce with the force,
     when: snapback is exercised and value(troops) >= 2000}
  - {id: release, holder: Council, act: release from neutrality, when: on 2045-01-01, discharges: no_league}
ladder: [warn, snapback, enforce]
"""

ON = dt.datetime(2025, 6, 15, tzinfo=dt.UTC)
"""The day that most tests ask about."""


def at(text: str) -> dt.datetime:
    """An instant in UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def said(what: str, subject: str, when: str, by: str = "Mission", **more: Any) -> Happening:
    """Something that was set down when it happened, unless it says otherwise."""
    more = {"latest": at(when), "known": at(when)} | more
    return Happening(what=What(what), subject=subject, earliest=at(when), by=by, **more)


def read(indicator: str, value: float, when: str, by: str = "Secretariat") -> Reading:
    """A value of an indicator."""
    return Reading(indicator=indicator, value=value, at=at(when), by=by, known=at(when))


def found(obligation: str, verdict: str, day: str, by: str, *reasons: str, **more: Any) -> Finding:
    """What one found of an obligation on a day."""
    first = dt.date.fromisoformat(day)
    known = at(day) + dt.timedelta(hours=20)
    return Finding(
        obligation=obligation,
        verdict=Verdict(verdict),
        first=first,
        last=first,
        by=by,
        reasons=reasons,
        known=known,
        **more,
    )


LOG = (
    said("happened", "signing", "2025-03-28", ref="Upland"),
    said("happened", "signing", "2025-03-28", ref="Lowland"),
    said("happened", "accession", "2025-04-20", ref="Torland"),
    said("happened", "ratification", "2025-04-15"),
    said("happened", "talks", "2025-05-10", ref="round_2", note="second round at the hall"),
    # Upland withdrew five days late, Lowland let observers in on time; Upland then claims the second withdrawal.
    said("performed", "pull_1", "2025-04-16"),
    said("performed", "watch_1", "2025-04-09"),
    said("performed", "pull_2", "2025-05-20", by="Upland"),
    said("performed", "swap", "2025-05-11"),
    said("breached", "ceasefire", "2025-05-12", incidents=("i-7",)),
    said("exercised", "warn", "2025-05-13", by="Council"),
    Attribution(
        incident="i-7", party="Lowland", by="Mission", confidence=0.8, evidence=("inspection",), known=at("2025-05-14")
    ),
    said("remedied", "ceasefire", "2025-05-18"),
    # Hotline: one in time, one late, one without an answer.
    said("happened", "ticket", "2025-05-01T08:00", by="Upland", ref="t-1", note="drone over the weir"),
    said("performed", "answer/t-1", "2025-05-01T12:00", by="Upland"),
    said("happened", "ticket", "2025-05-03T08:00", by="Upland", ref="t-2"),
    said("performed", "answer/t-2", "2025-05-04T08:00", by="Upland"),
    said("happened", "ticket", "2025-06-14T20:00", by="Upland", ref="t-3"),
    said("happened", "attack", "2025-06-13T00:00", ref="a-1"),
    said("performed", "help_merrin/a-1", "2025-06-13T20:00"),
    # Inspections of the bridge: three done, of which one late, and two that differ.
    said("performed", "inspect/1", "2025-04-10"),
    said("performed", "inspect/2", "2025-05-01"),
    said("performed", "inspect/4", "2025-05-20"),
    found("inspect/4", "met", "2025-05-20", "Upland", "all crates opened"),
    found("inspect/4", "breached", "2025-05-20", "Lowland", "two crates kept shut"),
    said("happened", "inspected", "2025-04-10", ref="1"),
    said("performed", "publish/1", "2025-04-11", by="Council"),
    said("happened", "inspected", "2025-05-01", ref="2"),
    read("guns", 40, "2025-05-20", by="Upland"),
    read("guns", 43, "2025-05-20", by="Lowland"),
    read("paid_torland", 30, "2025-05-15"),
    read("paid_merrin", 40, "2025-05-20"),
    read("rebuilt", 70, "2025-06-01"),
    read("clinics", 1, "2025-06-01"),
    read("troops_torland", 600, "2025-06-01"),
    read("returned", 350, "2025-06-10"),
    read("hungry", 9500, "2025-04-20"),
    read("hungry", 5000, "2025-06-01"),
    read("exiled", 1, "2025-06-01"),
    read("deaths", 4, "2025-06-01"),
    read("deaths", 2, "2025-06-11"),
    Effort(
        zone="strip",
        first=dt.date(2025, 6, 1),
        last=dt.date(2025, 6, 10),
        patrols=15,
        denied=5,
        by="Mission",
        known=at("2025-06-11"),
    ),
)


def _square(west: float, south: float, east: float, north: float) -> dict[str, Any]:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


MAP = (
    ("strip", "buffer_zone", _square(10.0, 45.0, 10.4, 45.1), {}),
    ("bridge", "crossing", {"type": "Point", "coordinates": [10.05, 45.05]}, {"buffer_km": 1}),
    ("dam", "site", _square(10.6, 45.0, 10.7, 45.1), {}),
    ("east_bank", "control", _square(10.5, 45.0, 11.0, 45.5), {"party": "Upland"}),
    ("old_county", "control", _square(10.8, 45.0, 11.2, 45.5), {"party": "Lowland"}),
    ("line_a", "withdrawal_line", {"type": "LineString", "coordinates": [[10.0, 45.2], [10.4, 45.2]]}, {}),
    ("cam_1", "camera", _square(10.0, 45.0, 10.1, 45.1), {}),
    ("round_2", "site", {"type": "Point", "coordinates": [10.9, 45.2]}, {}),
)

INCIDENTS = (
    # id, kind, when, latitude, longitude, killed
    ("i-1", "shelling", "2025-03-11", 45.05, 10.2, 1),
    ("i-2", "shelling", "2025-03-15", 45.05, 10.2, 0),
    ("i-3", "clash", "2025-03-20", 45.05, 10.3, 2),
    ("i-4", "shelling", "2025-03-25", 45.05, 10.2, ""),
    ("i-5", "clash", "2025-03-30", 45.04, 10.3, 0),
    ("i-6", "shelling", "2025-04-20", 45.05, 10.65, 0),
    ("i-7", "shelling", "2025-05-12", 45.05, 10.25, 3),
    ("i-8", "airstrike", "2025-05-09", 45.21, 10.91, 2),
    ("i-9", "clash", "2025-06-08", 45.06, 10.3, 1),
    ("i-10", "shelling", "2025-06-12", 45.05, 10.9, 5),
)


def write_book(folder: Path) -> Path:
    """Write the whole book; gives its folder."""
    from goodoffices.watch.book import Book  # noqa: PLC0415  tables are heavy

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "agreement.yaml").write_text(ACCORD, encoding="utf-8")
    features = [
        {"type": "Feature", "id": name, "geometry": shape, "properties": {"kind": kind, **more}}
        for name, kind, shape, more in MAP
    ]
    (folder / "zones.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    rows = [",".join(map(str, each)) for each in INCIDENTS]
    (folder / "rows.csv").write_text("\n".join(["id,kind,date,latitude,longitude,killed", *rows]))
    append(folder / "log.jsonl", LOG)
    _, rejections = Book(folder).load(folder / "rows.csv", now=at("2025-06-14"))
    assert not rejections
    return folder
