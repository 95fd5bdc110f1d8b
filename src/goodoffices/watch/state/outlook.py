"""Every obligation on a day, as it was or as it was known then: what stands, what falls due, what waits for what."""

from __future__ import annotations

import datetime as dt

import msgspec

from goodoffices.record import Marking

from ..agreement import Agreement, Obligation, Power, conditions_of
from ..conditions import And, Condition, in_words
from ..course import Change, Counts, Course, run
from ..course.story import Story, tell
from ..log import Happening, Log
from ..viewer import Audience
from .loops import loops

__all__ = ["Opening", "Outlook", "Standing", "Wait", "state"]


class Wait(msgspec.Struct, frozen=True):
    """One thing that something waits for.

    Attributes:
        words: The condition.
        holds: Whether it holds: True, False, or None where nobody knows.
    """

    words: str
    holds: bool | None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """One obligation on the day.

    Attributes:
        obligation: What is owed; an instance has an id of its own.
        state: Its state.
        or_else: Another state that it can be in, where the time of something is not known; "" otherwise.
        since: Since when; None: from the start.
        because: What put it there: entries of the log by id, or a condition in words.
        due: By when, where that is known.
        waits_for: What it waits for, while it is conditional, pending or suspended.
        claims: Entries of the log that claim something of it and establish nothing.
        late: It was done after its deadline.
    """

    obligation: Obligation
    state: str
    or_else: str = ""
    since: dt.datetime | None = None
    because: tuple[str, ...] = ()
    due: dt.datetime | None = None
    waits_for: tuple[Wait, ...] = ()
    claims: tuple[str, ...] = ()
    late: bool = False


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """One power on the day.

    Attributes:
        power: What may be done.
        state: Closed, open or exercised.
        since: Since when.
        why: What its condition rests on, each part with whether it holds.
    """

    power: Power
    state: str
    since: dt.datetime | None
    why: tuple[Wait, ...]


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement on a day.

    Attributes:
        agreement: What was agreed.
        on: The instant.
        known: As it was known at this instant; None: as it is known now.
        standings: Every obligation.
        openings: Every power.
        next_due: Those that fall due after the day, the soonest first.
        loops: Obligations that wait for each other in a circle, by id.
        idle: Entries that took no effect, with the reason.
        unsettled: Instants at which states chased each other.
        course: All that led here.
    """

    agreement: Agreement
    on: dt.datetime
    known: dt.datetime | None
    standings: tuple[Standing, ...]
    openings: tuple[Opening, ...]
    next_due: tuple[Standing, ...]
    loops: tuple[tuple[str, ...], ...]
    idle: tuple[tuple[str, str], ...]
    unsettled: tuple[tuple[dt.datetime, tuple[str, ...]], ...]
    course: Course


def state(
    agreement: Agreement,
    log: Log,
    *,
    on: dt.datetime,
    known: dt.datetime | None = None,
    counts: Counts | None = None,
    audience: Audience = Marking.RED,
) -> Outlook:
    """Work out where every obligation stands.

    Args:
        agreement: What was agreed.
        log: Everything that was set down.
        on: The instant that is asked about.
        known: Take only what was set down by then; None: everything. ``counts`` must have been made as of it too.
        counts: Where conditions on counts take their incidents from; None: counts are unknown.
        audience: Leave out what it may not see.
    """
    seen = log.as_known(known, audience)
    course = run(agreement, seen, until=on, counts=counts)
    other = run(agreement, seen, until=on, counts=counts, late=True) if _is_vague(seen) else course
    story = tell(agreement, seen)
    things = {each.id: each for each in agreement.obligations}
    last = {change.subject: change for change in course.changes}
    standings = tuple(
        _standing(things[subject.split("/", 1)[0]], last.get(subject), subject, (course, other), story)
        for subject in course.states
        if subject.split("/", 1)[0] in things
    )
    ahead = (each for each in standings if each.due and each.due > on and each.state in {"active", "pending"})
    return Outlook(
        agreement=agreement,
        on=on,
        known=known,
        standings=standings,
        openings=tuple(_opening(power, course) for power in agreement.powers),
        next_due=tuple(sorted(ahead, key=lambda each: (each.due or on, each.obligation.id))),
        loops=loops(agreement, course),
        idle=course.idle,
        unsettled=course.unsettled,
        course=course,
    )


def _is_vague(log: Log) -> bool:
    """Is the time of anything not known?"""
    return any(each.earliest != each.latest for each in log.entries.values() if isinstance(each, Happening))


def _standing(
    obligation: Obligation, last: Change | None, subject: str, courses: tuple[Course, Course], story: Story
) -> Standing:
    course, other = courses
    found, else_found = course.states[subject], other.states.get(subject, "")
    return Standing(
        obligation=msgspec.structs.replace(obligation, id=subject),
        state=found,
        or_else=else_found if else_found != found else "",
        since=last.at if last else None,
        because=last.because if last else (),
        due=course.due.get(subject),
        waits_for=_waits(obligation, subject, course, found),
        claims=tuple(story.claims.get(subject, ())),
        late=bool(last and last.before == "breached" and found == "fulfilled"),
    )


_KEYS = {"conditional": "trigger", "pending": "starts", "suspended": "suspended_while"}


def _waits(obligation: Obligation, subject: str, course: Course, state_now: str) -> tuple[Wait, ...]:
    """The parts of what it waits for that do not hold yet; for what is suspended, what holds it."""
    key = _KEYS.get(state_now)
    condition = dict(conditions_of(obligation)).get(key or "")
    if condition is None or key is None:
        return ()
    parts = condition.of if isinstance(condition, And) else (condition,)
    waits = (Wait(in_words(part), _holds(part, subject, key, course, condition)) for part in parts)
    return tuple(wait for wait in waits if key == "suspended_while" or wait.holds is not True)


def _holds(part: Condition, subject: str, key: str, course: Course, whole: Condition) -> bool | None:
    return course.truths.get((subject, key)) if part is whole else course.parts.get((subject, part))


def _opening(power: Power, course: Course) -> Opening:
    parts = power.when.of if isinstance(power.when, And) else (power.when,)
    why = tuple(Wait(in_words(part), _holds(part, power.id, "when", course, power.when)) for part in parts)
    return Opening(power=power, state=course.states[power.id], since=course.since(power.id), why=why)
