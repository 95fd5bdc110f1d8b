"""Made-up reports of made-up talks, for drafts: two banks of a river, and news that comes later."""

from __future__ import annotations

import sys
from pathlib import Path

from goodoffices.record import Findings, Marking

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "record" / "findings"))
from newsroom import Draft, Newsroom

__all__ = ["first", "room", "second"]


def _actors(report: Draft) -> tuple[str, str, str, str]:
    east = report.actor("East Bank Authority", "group")
    west = report.actor("Westland")
    hosts = report.actor("Northland")
    body = report.actor("River Union", "organisation")
    return east, west, hosts, body


def _opening(room: Newsroom, marking: Marking = Marking.CLEAR) -> None:
    report = room.report("opening", "2021-03-01", marking)
    east, west, hosts, body = _actors(report)
    report.meeting(east, west, hosts, place="Northcity", convenor=hosts)
    report.position(east, "ceasefire", "demands", "a truce of ninety days")
    report.position(west, "ceasefire", "accepts", "a truce of ninety days")
    report.position(west, "foreign-forces", "rejects", "foreign soldiers on the river islands", firm=True)
    report.position(
        east, "foreign-forces", "conditional", "an observer mission of the Union", condition="once a ceasefire holds"
    )
    report.position(body, "foreign-forces", "offers", "an observer mission of the Union")
    report.position(hosts, "process", "offers", "a second round in Northcity")
    report.position(west, "territory", "demands", "the return of the port district", firm=True)
    report.position(report.person("Ada Quill"), "territory", "demands", "a park on the quay")


def room() -> Newsroom:
    """A newsroom whose one report is not for everybody."""
    confined = Newsroom()
    _opening(confined, Marking.RED)
    return confined


def first() -> Findings:
    """What the first report comes to."""
    room = Newsroom()
    _opening(room)
    return room.build()


def second() -> Findings:
    """What both reports come to: a stance confirmed, a new proposal, a new party."""
    room = Newsroom()
    _opening(room)
    report = room.report("week two", "2021-03-08")
    east, west, _, _ = _actors(report)
    south = report.actor("Southern Front", "group")
    report.meeting(east, west, south, place="Northcity")
    report.position(west, "ceasefire", "accepts", "a truce of ninety days")
    report.position(east, "territory", "offers", "joint customs at the port")
    report.position(south, "detainees", "demands", "the release of all prisoners")
    return room.build()
