"""How often what is owed again and again is done: inspections held, results published, tickets answered."""

from __future__ import annotations

import msgspec

from ..agreement import Obligation
from ..state import Outlook, Standing

__all__ = ["Rate", "rates_of"]


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """One obligation that arises anew, over all its instances until the day.

    Attributes:
        obligation: Its id.
        act: What is to be done each time.
        kind: What it is about.
        owes: Who owes it.
        arisen: How often it has arisen.
        done: How often it was done, late or not.
        in_time: How often it was done in time.
        missed: How often its time passed and it was not done.
        open: How often it is owed and not late yet, or in abeyance.
        let_go: How often it was let go, or ended without being owed any more.
        rate: Done of those that were done or missed, in [0, 1]; None before there is one.
        rate_in_time: Done in time of the same; None likewise.
        missing: The instances that were missed, by id.
    """

    obligation: str
    act: str
    kind: str
    owes: tuple[str, ...]
    arisen: int
    done: int
    in_time: int
    missed: int
    open: int
    let_go: int
    rate: float | None
    rate_in_time: float | None
    missing: tuple[str, ...]


def rates_of(outlook: Outlook) -> tuple[Rate, ...]:
    """Every obligation that arises anew, by time or upon an event, in the order of the file."""
    families: dict[str, list[Standing]] = {}
    for each in outlook.standings:
        families.setdefault(each.obligation.id.split("/", 1)[0], []).append(each)
    return tuple(
        _rate(each, families.get(each.id, [])) for each in outlook.agreement.obligations if each.every or each.each
    )


def _rate(obligation: Obligation, standings: list[Standing]) -> Rate:
    arisen = [each for each in standings if each.state != "conditional"]
    done = [each for each in arisen if each.state == "fulfilled"]
    missed = [each for each in arisen if each.state == "breached"]
    in_time = sum(not each.late for each in done)
    counted = len(done) + len(missed)
    return Rate(
        obligation=obligation.id,
        act=obligation.act,
        kind=obligation.kind,
        owes=obligation.owes,
        arisen=len(arisen),
        done=len(done),
        in_time=in_time,
        missed=len(missed),
        open=sum(each.state in {"pending", "active", "suspended"} for each in arisen),
        let_go=sum(each.state in {"expired", "discharged"} for each in arisen),
        rate=len(done) / counted if counted else None,
        rate_in_time=in_time / counted if counted else None,
        missing=tuple(each.obligation.id for each in missed),
    )
