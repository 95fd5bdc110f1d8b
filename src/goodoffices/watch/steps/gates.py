"""Steps that wait for steps: the gate of each with what it lacks, its counterpart, and what turns it back.

An incremental step has a gate (its trigger), a counterpart (what the other side owes upon the same gate or under the
same provision) and a way back (a power that suspends or ends it, or a duty that arises when it, or what let it in, is
breached). A duty to refrain that nothing ends is perpetual; what could end it is named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from ..agreement import Agreement, Duty, Obligation
from ..clocks import Missing, blocked_until, upon_breach
from ..conditions import Is, Was, atoms, in_words
from ..indicators import Part, Present
from ..log import Log
from ..state import Outlook, Standing

__all__ = ["Reversal", "Step", "steps_of"]


class Reversal(msgspec.Struct, frozen=True, kw_only=True):
    """What turns a step back.

    Attributes:
        by: A power or an obligation, by id.
        what: "suspends", "ends" (both powers), or "arises" (a duty that a breach brings up).
        state: The state of that power or obligation.
        when: Under which condition.
    """

    by: str
    what: str
    state: str
    when: str


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One obligation as a step.

    Attributes:
        obligation: Its id.
        act: What is to be done or kept.
        owes: Who owes it.
        to: To whom; empty for everyone.
        kind: What it is about: milestone, withdrawal, ...
        provision: The provision that it comes from.
        stage: 1 for what waits for no other step, 2 for what waits for one of those, and so on; 0 in a circle.
        state: Its state on the day.
        since: Since when.
        due: By when; None where there is no day yet.
        late: It was done after its time.
        zones: Where.
        gate: Its trigger in words; "" where it is owed from the start.
        needs: The parts of the gate, with what is there now; empty once it has arisen.
        contingent: It arises only upon a breach.
        blocked_until: What would have to come first, at the far end of the chain; empty for what is contingent.
        pairs: What another side owes upon the same gate or under the same provision, by id.
        reversals: What turns it back; empty: nothing does.
        verified_by: Who may say that it was done or breached.
        evidence: Upon what.
        perpetual: It is to be kept, and nothing in the agreement ends it.
        ended_by: What could end it: powers, by id; for one that is not perpetual, its own condition in words.
    """

    obligation: str
    act: str
    owes: tuple[str, ...]
    to: tuple[str, ...]
    kind: str
    provision: str
    stage: int
    state: str
    since: dt.datetime | None
    due: dt.datetime | None
    late: bool
    zones: tuple[str, ...]
    gate: str
    needs: tuple[Part, ...]
    contingent: bool
    blocked_until: tuple[Missing, ...]
    pairs: tuple[str, ...]
    reversals: tuple[Reversal, ...]
    verified_by: tuple[str, ...]
    evidence: str
    perpetual: bool
    ended_by: tuple[str, ...]


def steps_of(outlook: Outlook, log: Log, present: Present) -> tuple[Step, ...]:
    """Every obligation as a step, by stage, then in the order of the agreement; of what arises anew, the latest.

    Args:
        outlook: The agreement on the day.
        log: The log as the outlook saw it.
        present: The present values of its conditions.
    """
    blocked = blocked_until(outlook, log)
    stages = _stages(outlook.agreement)
    latest: dict[str, Standing] = {}
    for each in outlook.standings:
        family = each.obligation.id.split("/", 1)[0]
        if family not in latest or each.state != "conditional":
            latest[family] = each
    found = [_step(standing, stages[family], blocked, outlook, present) for family, standing in latest.items()]
    return tuple(sorted(found, key=lambda each: each.stage))


def _step(
    standing: Standing,
    stage: int,
    blocked: Mapping[str, tuple[Missing, ...]],
    outlook: Outlook,
    present: Present,
) -> Step:
    own = standing.obligation
    trigger = own.trigger
    waits = trigger is not None and standing.state == "conditional"
    gate = present.threshold(own.id, "trigger", trigger) if trigger is not None and waits else None
    enders = tuple(each.id for each in outlook.agreement.powers if own.id.split("/", 1)[0] in each.effect.discharges)
    return Step(
        obligation=own.id,
        act=own.act,
        owes=own.owes,
        to=own.to,
        kind=own.kind,
        provision=own.provision,
        stage=stage,
        state=standing.state,
        since=standing.since,
        due=standing.due,
        late=standing.late,
        zones=own.zones,
        gate=in_words(trigger) if trigger is not None else "",
        needs=gate.parts if gate else (),
        contingent=trigger is not None and bool(upon_breach(trigger)),
        blocked_until=blocked.get(own.id, ()),
        pairs=_pairs(own, outlook.agreement),
        reversals=_reversals(own, outlook),
        verified_by=own.verified_by,
        evidence=own.evidence,
        perpetual=own.duty is Duty.REFRAIN and own.until is None,
        ended_by=(*((in_words(own.until),) if own.until is not None else ()), *enders),
    )


def _pairs(own: Obligation, agreement: Agreement) -> tuple[str, ...]:
    """What others owe upon the same gate, or under the same provision."""
    family = own.id.split("/", 1)[0]
    base = next(each for each in agreement.obligations if each.id == family)
    return tuple(
        each.id
        for each in agreement.obligations
        if each.id != family
        and set(each.owes) != set(base.owes)
        and (
            (base.trigger is not None and each.trigger == base.trigger)
            or (base.provision and each.provision == base.provision)
        )
    )


def _reversals(own: Obligation, outlook: Outlook) -> tuple[Reversal, ...]:
    family, states = own.id.split("/", 1)[0], outlook.course.states
    found = [
        Reversal(by=power.id, what=what, state=states[power.id], when=in_words(power.when))
        for power in outlook.agreement.powers
        for what, targets in (("suspends", power.effect.suspends), ("ends", power.effect.discharges))
        if family in targets
    ]
    watched = {family, *_let_in_by(own)}
    found += [
        Reversal(by=each.id, what="arises", state=states.get(each.id, "conditional"), when=in_words(each.trigger))
        for each in outlook.agreement.obligations
        if each.trigger is not None and each.id != family and upon_breach(each.trigger) & watched
    ]
    return tuple(found)


def _let_in_by(own: Obligation) -> set[str]:
    """The steps by which its gate is let open."""
    if own.trigger is None:
        return set()
    return {atom.subject.split("/", 1)[0] for atom in atoms(own.trigger) if isinstance(atom, Is | Was)}


def _stages(agreement: Agreement) -> dict[str, int]:
    """How many steps deep each obligation waits; 0 where it waits in a circle."""
    waits = {each.id: _let_in_by(each) & {one.id for one in agreement.obligations} for each in agreement.obligations}
    stages: dict[str, int] = {}
    ready = [own for own, others in waits.items() if not others]
    while ready:
        for own in ready:
            stages[own] = 1 + max((stages[other] for other in waits[own]), default=0)
        ready = [own for own, others in waits.items() if own not in stages and others <= stages.keys()]
    return {own: stages.get(own, 0) for own in waits}
