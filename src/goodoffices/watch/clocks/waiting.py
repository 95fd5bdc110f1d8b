"""What waits for what: which missing act, answer or event holds up which steps, and what a step is blocked until."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

import msgspec

from ..conditions import (
    Condition,
    Is,
    Not,
    Was,
    parts,
)
from ..log import Log
from ..state import Outlook, Standing
from .missing import Missing, missing_for
from .named import events_in

__all__ = ["Hold", "Missing", "blocked_until", "holds_of", "is_step_that_waits", "missing_for", "upon_breach"]

_WAITING = frozenset({"conditional", "pending"})


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """Something that has not come, and what it holds up.

    Attributes:
        what: "obligation", "event", "day", "value" or "count".
        subject: Its id or name.
        kind: Kind of the obligation; "" otherwise.
        owes: Who owes it; empty where it is no obligation.
        state: Its state; "" where it is no obligation.
        since: Since when it has been in that state; None where it is no obligation, or from the start.
        due: By when it is to be done; None where there is no day.
        days: Days for which it has been owed, or overdue; None where it is not owed yet.
        blocks: Steps that wait for it, by id.
        beyond: Steps that wait for those, and so on.
        waits_for: What it waits for itself; empty: it could come at once.
    """

    what: str
    subject: str
    kind: str = ""
    owes: tuple[str, ...] = ()
    state: str = ""
    since: dt.datetime | None = None
    due: dt.datetime | None = None
    days: float | None = None
    blocks: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()


def upon_breach(condition: Condition) -> set[str]:
    """The obligations whose breach a condition asks for; what it asks for is then no step that is held up."""
    if isinstance(condition, Not):
        return set()
    if isinstance(condition, Is | Was):
        return {condition.subject.split("/", 1)[0]} if condition.state == "breached" else set()
    return set().union(*map(upon_breach, parts(condition)))


def holds_of(outlook: Outlook, log: Log) -> tuple[Hold, ...]:
    """Everything that holds up a step, what holds up most first.

    Args:
        outlook: The agreement on the day.
        log: The log as the outlook saw it.
    """
    waits = _waits(outlook, log)
    standings = {each.obligation.id: each for each in outlook.standings}
    blocks: dict[tuple[str, str], list[str]] = {}
    for step, missing in waits.items():
        for each in missing:
            blocks.setdefault((each.what, each.subject), []).append(step)
    found = []
    for (what, subject), steps in blocks.items():
        direct = tuple(dict.fromkeys(steps))
        hold = Hold(what=what, subject=subject, blocks=direct, beyond=_beyond(direct, blocks))
        standing = standings.get(subject) if what == "obligation" else None
        found.append(_told(hold, standing, waits.get(subject, ()), outlook.on) if standing else hold)
    return tuple(sorted(found, key=lambda each: (-len(each.blocks) - len(each.beyond), each.what, each.subject)))


def blocked_until(outlook: Outlook, log: Log) -> dict[str, tuple[Missing, ...]]:
    """For each step that waits, what would have to come first: the far end of its chain."""
    waits = _waits(outlook, log)
    return {step: tuple(dict.fromkeys(_roots(step, waits, set()))) for step in waits}


def _roots(step: str, waits: Mapping[str, tuple[Missing, ...]], seen: set[str]) -> Iterator[Missing]:
    if step in seen:
        return
    seen.add(step)
    for each in waits.get(step, ()):
        if each.what == "obligation" and waits.get(each.subject):
            yield from _roots(each.subject, waits, seen)
        else:
            yield each


def _waits(outlook: Outlook, log: Log) -> dict[str, tuple[Missing, ...]]:
    happened = {each.subject: each for _, each in events_in(log, outlook.on)}
    waiting = (each for each in outlook.standings if is_step_that_waits(each, outlook))
    return {each.obligation.id: missing_for(each, outlook, happened) for each in waiting}


def is_step_that_waits(standing: Standing, outlook: Outlook) -> bool:
    """Does it wait for its turn?

    What arises only upon a breach does not wait for it; of what arises at intervals only the first does.
    """
    if standing.state not in _WAITING:
        return False
    trigger = standing.obligation.trigger
    family, _, number = standing.obligation.id.partition("/")
    periodic = number and any(each.id == family and each.every for each in outlook.agreement.obligations)
    contingent = trigger is not None and bool(upon_breach(trigger))
    return not contingent and (not periodic or number == "1")


def _beyond(steps: tuple[str, ...], blocks: Mapping[tuple[str, str], list[str]]) -> tuple[str, ...]:
    """Steps that wait for these, and so on, each once."""
    seen, ahead = set(steps), list(steps)
    found: list[str] = []
    while ahead:
        for step in blocks.get(("obligation", ahead.pop()), ()):
            if step not in seen:
                seen.add(step)
                found.append(step)
                ahead.append(step)
    return tuple(sorted(found))


def _told(hold: Hold, standing: Standing, missing: tuple[Missing, ...], on: dt.datetime) -> Hold:
    owed = standing.state in {"active", "breached"} and standing.since is not None
    return msgspec.structs.replace(
        hold,
        kind=standing.obligation.kind,
        owes=standing.obligation.owes,
        state=standing.state,
        since=standing.since,
        due=standing.due,
        days=(on - standing.since) / dt.timedelta(days=1) if owed and standing.since else None,
        waits_for=tuple(each.words for each in missing),
    )
