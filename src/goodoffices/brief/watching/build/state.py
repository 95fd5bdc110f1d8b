"""From the state of an agreement to its page."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from goodoffices.brief.watching.backing import Backing
from goodoffices.brief.watching.model import (
    IdleView,
    IndicatorView,
    ObligationView,
    PowerView,
    StateCount,
    StatePage,
)
from goodoffices.brief.watching.wording import wording
from goodoffices.watch.agreement import Agreement, Indicator, Power
from goodoffices.watch.course import Change
from goodoffices.watch.log import Log, Reading
from goodoffices.watch.state import Opening, Outlook, Standing

from .causes import cause_of, causes_of, change_of, wait_of
from .moments import deadline_words, moment_words
from .opening import state_sentences
from .spans import spans_of

__all__ = ["acts_of", "build_state"]


def build_state(outlook: Outlook, backing: Backing) -> StatePage:
    """Build the page of a day.

    Args:
        outlook: The agreement on the day.
        backing: The log, so that each change opens the entries that caused it.
    """
    agreement = outlook.agreement
    changes: dict[str, list[Change]] = defaultdict(list)
    for change in outlook.course.changes:
        changes[change.subject].append(change)
    obligations = tuple(_obligation(each, outlook, changes[each.obligation.id], backing) for each in outlook.standings)
    powers = tuple(_power(each, agreement, changes[each.power.id], backing.log) for each in outlook.openings)
    return StatePage(
        title=agreement.name,
        parties=agreement.parties,
        in_force=agreement.in_force,
        on=outlook.on,
        known=outlook.known,
        generated=backing.generated,
        marking=backing.rests_on,
        sentences=state_sentences(outlook, obligations, powers),
        states=_counts(obligations),
        obligations=obligations,
        powers=powers,
        indicators=tuple(_indicator(each, outlook.on, backing.log) for each in agreement.indicators),
        next_due=tuple(each.obligation.id for each in outlook.next_due),
        loops=outlook.loops,
        idle=tuple(IdleView(cause_of(key, backing.log), reason) for key, reason in outlook.idle),
        unsettled=outlook.unsettled,
    )


def acts_of(agreement: Agreement) -> dict[str, str]:
    """What is owed or may be done, by id."""
    owed = {each.id: each.act for each in agreement.obligations}
    return owed | {each.id: each.act for each in agreement.powers}


def _obligation(standing: Standing, outlook: Outlook, changes: Sequence[Change], backing: Backing) -> ObligationView:
    owed, log = standing.obligation, backing.log
    acts = {owed.id.split("/", 1)[0]: owed.act}
    arose = changes[0].at if changes and "/" in owed.id else outlook.agreement.in_force
    return ObligationView(
        id=owed.id,
        family=owed.id.split("/", 1)[0],
        act=owed.act,
        owes=owed.owes,
        to=owed.to,
        duty=owed.duty.value,
        kind=owed.kind,
        provision=owed.provision,
        words=owed.words,
        zones=tuple(map(backing.zone_name, owed.zones)),
        verified_by=owed.verified_by,
        evidence=owed.evidence,
        issue=owed.issue,
        option=owed.option,
        statements=owed.statements,
        confirmed=owed.confirmed,
        state=standing.state,
        label=wording().states[standing.state],
        or_else=standing.or_else,
        since=standing.since,
        due=standing.due,
        due_words=deadline_words(standing.due),
        late=standing.late,
        waits_for=tuple(map(wait_of, standing.waits_for)),
        causes=causes_of(standing.because, log),
        claims=causes_of(standing.claims, log),
        changes=tuple(change_of(each, log, acts) for each in changes),
        spans=spans_of(changes, standing.state, arose, outlook.on),
    )


def _power(opening: Opening, agreement: Agreement, changes: Sequence[Change], log: Log) -> PowerView:
    power = opening.power
    return PowerView(
        id=power.id,
        act=power.act,
        holder=power.holder,
        clause=power.clause,
        automatic=power.automatic,
        rung=agreement.ladder.index(power.id) + 1 if power.id in agreement.ladder else 0,
        state=opening.state,
        label=wording().powers[opening.state],
        since=opening.since,
        effect=_effect(power),
        why=tuple(map(wait_of, opening.why)),
        changes=tuple(change_of(each, log, {power.id: power.act}) for each in changes),
    )


def _effect(power: Power) -> str:
    """What the use of a power does, in words."""
    done = ((verb, getattr(power.effect, key)) for key, verb in wording().effects.items())
    return "; ".join(f"{verb} {', '.join(ids)}" for verb, ids in done if ids)


def _counts(obligations: Iterable[ObligationView]) -> tuple[StateCount, ...]:
    tally = Counter(each.state for each in obligations)
    return tuple(StateCount(state, label, tally[state]) for state, label in wording().states.items() if tally[state])


def _indicator(indicator: Indicator, on: dt.datetime, log: Log) -> IndicatorView:
    """An indicator with its latest reading by the day; of several at one instant, the one set down last."""
    readings = [each for each in log.of(Reading) if each.indicator == indicator.id and each.at <= on]
    latest = max(readings, key=lambda each: (each.at, each.known), default=None)
    return IndicatorView(
        id=indicator.id,
        label=indicator.label,
        unit=indicator.unit,
        objective=indicator.objective,
        baseline=indicator.baseline,
        target=indicator.target,
        value=latest.value if latest else None,
        at=latest.at if latest else None,
        by=latest.by if latest else "",
        sources=latest.sources if latest else (),
        words=_measured(indicator, latest),
    )


def _measured(indicator: Indicator, latest: Reading | None) -> str:
    unit = f" {indicator.unit}" if indicator.unit else ""
    aims: Mapping[str, float | None] = {"before": indicator.baseline, "aimed at": indicator.target}
    said = [f"{value:g}{unit} {word}" for word, value in aims.items() if value is not None]
    if latest is None:
        return "; ".join([f"{indicator.label}: nobody has read it", *said])
    return "; ".join([f"{indicator.label}: {latest.value:g}{unit} on {moment_words(latest.at)}", *said])
