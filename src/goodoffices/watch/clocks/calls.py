"""Calls that want an answer: hotline tickets, requests, an attack that calls for help. Open, answered, overdue.

A call is an event with a reference (``note BOOK happened ticket --ref t-7``); what is owed upon it is an obligation
with ``each: ticket``, which becomes ``answer/t-7``.
"""

from __future__ import annotations

import datetime as dt
import statistics

import msgspec

from ..agreement import Obligation
from ..log import Happening, Log
from ..state import Outlook, Standing
from .named import events_in

__all__ = ["Answer", "Call", "Responder", "calls_of", "responders_of"]

_HOUR = dt.timedelta(hours=1)


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What one owes upon a call.

    Attributes:
        obligation: The instance, by id: ``answer/t-7``.
        owes: Who owes it.
        act: What is owed.
        state: Its state on the day.
        due: By when; None where there is no deadline.
        answered: When it was done; None: not yet.
        hours: From the call to the answer; while there is none, until the day asked about.
        overdue: Its time is over and there is no answer.
        late: It was answered after its time.
        because: What its state rests on: entries of the log, or a deadline.
    """

    obligation: str
    owes: tuple[str, ...]
    act: str
    state: str
    due: dt.datetime | None
    answered: dt.datetime | None
    hours: float
    overdue: bool
    late: bool
    because: tuple[str, ...]


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One event that calls for something.

    Attributes:
        event: What it is: "ticket", "attack".
        ref: Which one.
        at: When it came.
        by: Who says so.
        note: What it is about.
        entry: The entry of the log.
        answers: What is owed upon it; empty where nobody owes anything.
    """

    event: str
    ref: str
    at: dt.datetime
    by: str
    note: str
    entry: str
    answers: tuple[Answer, ...]


class Responder(msgspec.Struct, frozen=True, kw_only=True):
    """How fast one obligation that arises with each call is met.

    Attributes:
        obligation: Its id, without the call.
        event: The event upon which it arises.
        owes: Who owes it.
        calls: How many calls there were.
        answered: How many were answered.
        in_time: How many of those in time.
        open: Not answered, and in time still.
        overdue: Not answered, and too late.
        median_hours: Median time to the answer, of those answered; None where there is none.
        longest_hours: The longest time to an answer; None likewise.
        oldest_open_hours: How long the oldest call without an answer has waited; None where all were answered.
    """

    obligation: str
    event: str
    owes: tuple[str, ...]
    calls: int
    answered: int
    in_time: int
    open: int
    overdue: int
    median_hours: float | None
    longest_hours: float | None
    oldest_open_hours: float | None


def calls_of(outlook: Outlook, log: Log) -> tuple[Call, ...]:
    """Every call until the day, the oldest first: each event with a reference upon which something arises.

    Args:
        outlook: The agreement on the day.
        log: The log as the outlook saw it.
    """
    standings = {each.obligation.id: each for each in outlook.standings}
    upon: dict[str, list[Obligation]] = {}
    for obligation in outlook.agreement.obligations:
        if obligation.each:
            upon.setdefault(obligation.each, []).append(obligation)
    came: dict[tuple[str, str], tuple[str, Happening]] = {}
    for key, each in events_in(log, outlook.on):
        if not each.ref or each.subject not in upon:
            continue
        known = came.get((each.subject, each.ref))
        if known is None or (each.earliest, key) < (known[1].earliest, known[0]):
            came[each.subject, each.ref] = key, each
    calls = [
        Call(
            event=each.subject,
            ref=each.ref,
            at=each.earliest,
            by=each.by,
            note=each.note,
            entry=key,
            answers=tuple(
                _answer(standings[own], each.earliest, outlook.on)
                for obligation in upon[each.subject]
                if (own := f"{obligation.id}/{each.ref}") in standings
            ),
        )
        for key, each in came.values()
    ]
    return tuple(sorted(calls, key=lambda call: (call.at, call.event, call.ref)))


def responders_of(outlook: Outlook, calls: tuple[Call, ...]) -> tuple[Responder, ...]:
    """Each obligation that arises with calls, in the order of the file; those without a call as well."""
    by_family: dict[str, list[Answer]] = {}
    for call in calls:
        for answer in call.answers:
            by_family.setdefault(answer.obligation.split("/", 1)[0], []).append(answer)
    return tuple(_responder(each, by_family.get(each.id, [])) for each in outlook.agreement.obligations if each.each)


def _answer(standing: Standing, called: dt.datetime, on: dt.datetime) -> Answer:
    answered = standing.since if standing.state == "fulfilled" else None
    return Answer(
        obligation=standing.obligation.id,
        owes=standing.obligation.owes,
        act=standing.obligation.act,
        state=standing.state,
        due=standing.due,
        answered=answered,
        hours=((answered or on) - called) / _HOUR,
        overdue=standing.state == "breached",
        late=standing.late,
        because=standing.because,
    )


def _responder(obligation: Obligation, answers: list[Answer]) -> Responder:
    done = [each for each in answers if each.answered]
    hours = [each.hours for each in done]
    waiting = [each for each in answers if each.state in {"conditional", "pending", "active", "suspended", "breached"}]
    return Responder(
        obligation=obligation.id,
        event=obligation.each,
        owes=obligation.owes,
        calls=len(answers),
        answered=len(done),
        in_time=sum(not each.late for each in done),
        open=sum(not each.overdue for each in waiting),
        overdue=sum(each.overdue for each in waiting),
        median_hours=statistics.median(hours) if hours else None,
        longest_hours=max(hours, default=None),
        oldest_open_hours=max((each.hours for each in waiting), default=None),
    )
