"""From what a clause waits for to the conditions of its obligation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from ..agreement import Due, Duty, Obligation
from ..conditions import After, And, Condition, Happened, Is, Not, Reached
from .clause import Awaited, Deadline, Ordered
from .reading import clock_event, slug

__all__ = ["Timing", "timing_of"]

_DAY = dt.timedelta(days=1)
_LATEST_DAYS = 3_650_000


class Timing(msgspec.Struct, frozen=True):
    """When an obligation arises, is due and ends.

    Attributes:
        trigger: Upon what it arises; None: at once.
        until: What ends it.
        due: By when.
        unread: Words on time of which nothing could be made: a person must.
    """

    trigger: Condition | None = None
    until: Condition | None = None
    due: Due | None = None
    unread: tuple[str, ...] = ()


def timing_of(ordered: Ordered, duty: Duty, made: Mapping[str, Sequence[Obligation]], in_force: dt.datetime) -> Timing:
    """Read when an obligation arises, is due and ends.

    Args:
        ordered: The clause.
        duty: Is it done or kept?
        made: The obligations of each provision, by its id, without their timing.
        in_force: The day from which the agreement holds.
    """
    triggers: list[Condition] = []
    until: list[Condition] = []
    dues: list[Due] = []
    unread: list[str] = []
    for wait in ordered.waits:
        if wait.kind == "together" or wait.part == "term":
            continue
        if wait.kind == "within" or (wait.kind == "deadline" and wait.days is not None):
            dues += _due(wait.days, _reached(wait, made, ordered.provision), in_force)
            continue
        reached = _reached(wait, made, ordered.provision)
        if reached is None:
            unread.append(wait.words)
        elif wait.kind == "until" or wait.part in {"end", "over"} or _is_ban_until(wait, duty):
            until.append(reached)
        elif wait.kind in {"after", "proviso"}:
            triggers.append(After(wait.days * _DAY, reached) if wait.days else reached)
        else:
            unread.append(wait.words)
    for deadline in ordered.deadlines:
        dues += _from_deadline(deadline, made, ordered.provision, in_force)
    return Timing(_joined(triggers), _joined(until), dues[0] if dues else None, tuple(unread))


def _is_ban_until(wait: Awaited, duty: Duty) -> bool:
    """ "Shall not ... until ..." ends then; for a duty to do, the same words say that it starts then."""
    return duty is Duty.REFRAIN and wait.words.lower().startswith(("until", "till", "unless", "before"))


def _reached(wait: Awaited, made: Mapping[str, Sequence[Obligation]], own: str) -> Condition | None:
    """What holds once the event has come; None where nothing can be said of it."""
    if wait.provision and wait.provision != own and made.get(wait.provision):
        return _joined([_moment(each, wait.reached) for each in made[wait.provision]])
    if wait.clock:
        event = clock_event(wait.clock)
        return None if event is None else Happened(event) if event else _IN_FORCE
    return Happened(slug(wait.event)) if wait.event and slug(wait.event) != "p" else None


_IN_FORCE = Reached(dt.datetime.min.replace(tzinfo=dt.UTC))
"""Stands for the entry into force until the day is put in."""


def _moment(obligation: Obligation, reached: str) -> Condition:
    """The moment of another obligation that is meant; one that is to be kept is never done, but holds."""
    if obligation.duty is Duty.REFRAIN and reached != "over":
        return Is(obligation.id, "active")
    if reached == "start":
        return Not(Is(obligation.id, "conditional"))
    return Is(obligation.id, "fulfilled")


def _due(days: float | None, of: Condition | None, in_force: dt.datetime) -> list[Due]:
    if not days or days <= 0 or days > _LATEST_DAYS:
        return []
    if of is _IN_FORCE:
        return [Due(at=in_force + dt.timedelta(days=days) + _DAY)]
    return [Due(within=dt.timedelta(days=days), of=of)]


def _from_deadline(
    deadline: Deadline, made: Mapping[str, Sequence[Obligation]], own: str, in_force: dt.datetime
) -> list[Due]:
    if deadline.days is None or deadline.days > _LATEST_DAYS:
        return []
    if deadline.clock == "calendar":
        day = dt.date.fromordinal(int(deadline.days))
        # "Before 1 July": the day itself is too late.
        room = dt.timedelta(0) if deadline.words.lower().startswith("before") else _DAY
        return [Due(at=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) + room)]
    if deadline.clock.startswith("#"):
        wait = Awaited(words=deadline.words, kind="within", provision=deadline.clock[1:])
    else:
        event = clock_event(deadline.clock)
        is_clock = event is not None
        wait = Awaited(
            words=deadline.words,
            kind="within",
            clock=deadline.clock if is_clock else "",
            event="" if is_clock else deadline.clock,
        )
    reached = _reached(wait, made, own)
    return _due(deadline.days, reached, in_force) if reached is not None else []


def _joined(conditions: list[Condition]) -> Condition | None:
    found = [each for each in dict.fromkeys(conditions) if each is not _IN_FORCE]
    if not found:
        return None
    return found[0] if len(found) == 1 else And(tuple(found))
