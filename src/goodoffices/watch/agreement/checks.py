"""What makes no sense in an agreement before any day has passed: names twice, names of nothing, a trigger of itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..conditions import Condition, Is, Valued, Was, atoms
from ..conditions.model import Triggered
from ..errors import AgreementError
from .model import Agreement, Alert, Obligation, Power

__all__ = ["OBLIGATION_STATES", "POWER_STATES", "check_agreement", "conditions_of"]

OBLIGATION_STATES = (
    "conditional",
    "pending",
    "active",
    "suspended",
    "fulfilled",
    "breached",
    "expired",
    "discharged",
)
"""The states of an obligation, in the order in which they may come."""

POWER_STATES = ("closed", "open", "exercised")
"""The states of a power."""


def check_agreement(agreement: Agreement) -> None:
    """Refuse an agreement that contradicts itself.

    Raises:
        AgreementError: An id stands twice, a condition names what is not there or a state that is none, or an
            obligation is triggered by its own state.
    """
    known = _ids(agreement)
    things: tuple[Obligation | Power | Alert, ...] = (*agreement.obligations, *agreement.powers, *agreement.alerts)
    for thing in things:
        for key, condition in conditions_of(thing):
            _check_names(agreement, thing, key, condition, known)
        if isinstance(thing, Obligation):
            _check_obligation(agreement, thing)
        elif isinstance(thing, Power):
            _check_effect(agreement, thing)
    for step in agreement.ladder:
        if known.get(step) != "power":
            msg = f"the ladder names {step!r}, which is no power"
            raise AgreementError(msg, name=agreement.source)


def conditions_of(thing: Obligation | Power | Alert) -> Iterator[tuple[str, Condition]]:
    """Every condition of an obligation or power, with the key under which it is written."""
    if not isinstance(thing, Obligation):
        if thing.when is not None:
            yield "when", thing.when
        return
    keys = ("trigger", "lapses", "starts", "until", "suspended_while", "met", "broken")
    for key in keys:
        if (condition := getattr(thing, key)) is not None:
            yield key, condition
    if thing.due and thing.due.of:
        yield "of", thing.due.of


def _ids(agreement: Agreement) -> dict[str, str]:
    """What each id names; obligations, powers and indicators share one set of names."""
    known: dict[str, str] = {}
    kinds = (
        ("obligation", agreement.obligations),
        ("power", agreement.powers),
        ("indicator", agreement.indicators),
        ("alert", agreement.alerts),
    )
    for kind, things in kinds:
        for thing in things:
            if thing.id in known:
                fault = f"{kind} {thing.id!r}: there is another {known[thing.id]} of that id; give one a new name"
                raise AgreementError(fault, name=agreement.source, line=thing.line)
            known[thing.id] = kind
    return known


def _check_names(
    agreement: Agreement, thing: Obligation | Power | Alert, key: str, condition: Condition, known: dict[str, str]
) -> None:
    for atom in atoms(condition):
        fault = _fault(atom, known)
        if isinstance(atom, Triggered) and (not isinstance(thing, Obligation) or key in {"trigger", "lapses"}):
            fault = "'trigger' means the obligation's own trigger, which is not known here"
        if fault:
            said = key.replace("_", " ")
            msg = f"{thing.id!r}, {said}: {fault}"
            raise AgreementError(msg, name=agreement.source, line=thing.line)


def _fault(atom: Condition, known: dict[str, str]) -> str:
    if isinstance(atom, Valued):
        return "" if known.get(atom.indicator) == "indicator" else f"there is no indicator {atom.indicator!r}"
    if not isinstance(atom, Is | Was):
        return ""
    kind = known.get(atom.subject.split("/")[0])
    states = {"obligation": OBLIGATION_STATES, "power": POWER_STATES}.get(kind or "")
    if states is None:
        return f"there is no obligation or power {atom.subject!r}"
    return "" if atom.state in states else f"{atom.state!r} is no state of an {kind}; there are {', '.join(states)}"


def _check_obligation(agreement: Agreement, obligation: Obligation) -> None:
    own = [atom for atom in atoms(obligation.trigger) if isinstance(atom, Is | Was)] if obligation.trigger else []
    if any(atom.subject.split("/")[0] == obligation.id for atom in own):
        fault = f"obligation {obligation.id!r} is triggered by its own state, so that it can never arise: name another"
        raise AgreementError(fault, name=agreement.source, line=obligation.line)
    if not obligation.owes:
        fault = f"obligation {obligation.id!r}: 'owes' is missing: write the party that owes it"
        raise AgreementError(fault, name=agreement.source, line=obligation.line)
    if obligation.each and obligation.every:
        fault = f"obligation {obligation.id!r}: 'each' and 'every' both say when it arises anew: leave one out"
        raise AgreementError(fault, name=agreement.source, line=obligation.line)


def _check_effect(agreement: Agreement, power: Power) -> None:
    ids = {each.id for each in agreement.obligations}
    for target in (*power.effect.suspends, *power.effect.reinstates, *power.effect.discharges):
        if target not in ids:
            fault = f"power {power.id!r}: there is no obligation {target!r}"
            raise AgreementError(fault, name=agreement.source, line=power.line)
