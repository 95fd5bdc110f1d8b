"""Those who verify: what each may say, about what, where, with which powers, and how hard it has looked."""

from __future__ import annotations

import msgspec

from ..log import Effort, Log
from ..report import Looking, Period, looking
from ..state import Outlook

__all__ = ["Mechanism", "mechanisms_of"]


class Mechanism(msgspec.Struct, frozen=True, kw_only=True):
    """A body that verifies or that holds powers.

    Attributes:
        name: The body.
        mandate: Obligations of which it may say that they were done or breached, by id.
        evidence: What it needs to say so, by obligation, where the agreement says.
        powers: What it may do, by id, with the state of each.
        owes: What it owes itself, by id, with the state of each.
        zones: Where: zones of its mandate, and those in which it looked.
        effort: How hard it looked in the period; None where it set nothing down.
        unverified: Obligations of its mandate of which it has said nothing yet.
    """

    name: str
    mandate: tuple[str, ...]
    evidence: dict[str, str]
    powers: dict[str, str]
    owes: dict[str, str]
    zones: tuple[str, ...]
    effort: Looking | None
    unverified: tuple[str, ...]


def mechanisms_of(outlook: Outlook, log: Log, period: Period) -> tuple[Mechanism, ...]:
    """Every body that verifies an obligation or holds a power, in the order in which they are named.

    Args:
        outlook: The agreement on the day.
        log: The log as the outlook saw it.
        period: The days over which effort is added up.
    """
    agreement = outlook.agreement
    names = [name for each in agreement.obligations for name in each.verified_by]
    names += [name for each in agreement.powers for name in each.holder]
    return tuple(_mechanism(name, outlook, log, period) for name in dict.fromkeys(names))


def _mechanism(name: str, outlook: Outlook, log: Log, period: Period) -> Mechanism:
    agreement, states = outlook.agreement, outlook.course.states
    mandate = [each for each in agreement.obligations if name in each.verified_by]
    own = [each for each in log.of(Effort) if each.by == name]
    in_period = [each for each in own if period.overlap_days(each.first, each.last)]
    spoken = _spoken_of(name, log)
    return Mechanism(
        name=name,
        mandate=tuple(each.id for each in mandate),
        evidence={each.id: each.evidence for each in mandate if each.evidence},
        powers={each.id: states[each.id] for each in agreement.powers if name in each.holder},
        owes={each.obligation.id: each.state for each in outlook.standings if name in each.obligation.owes},
        zones=tuple(dict.fromkeys([*(zone for each in mandate for zone in each.zones), *(each.zone for each in own)])),
        effort=looking(in_period, "", period) if in_period else None,
        unverified=tuple(each.id for each in mandate if each.id not in spoken),
    )


def _spoken_of(name: str, log: Log) -> set[str]:
    """Obligations of which it has said something; an instance speaks for its kind."""
    found = set()
    for entry in log.entries.values():
        if entry.by == name:
            subject = getattr(entry, "obligation", "") or getattr(entry, "subject", "")
            found.add(subject.split("/", 1)[0])
    return found
