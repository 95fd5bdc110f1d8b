"""Rules over states and rates: what they say today."""

from __future__ import annotations

import datetime as dt

import msgspec
from msgspec.structs import replace

from ..agreement import Agreement, Alert, Power
from ..course import Counts, Course, run
from ..log import Log

__all__ = ["Notice", "notices"]

_PREFIX = "alert "
"""Ids of an agreement have no spaces: what is watched for an alert is told from its powers by this."""


class Notice(msgspec.Struct, frozen=True):
    """An alert that is due.

    Attributes:
        alert: Id of the rule.
        subject: The obligation it is about; "" for a condition.
        at: When it came to hold.
        words: What it says.
    """

    alert: str
    subject: str
    at: dt.datetime
    words: str

    @property
    def key(self) -> str:
        """The same alert about the same thing at the same time has the same key."""
        return f"{self.alert}|{self.subject}|{self.at.isoformat()}"


def notices(agreement: Agreement, log: Log, *, on: dt.datetime, counts: Counts | None = None) -> tuple[Notice, ...]:
    """Everything that the rules of an agreement say until an instant, in order.

    A rule with a condition speaks each time that the condition comes to hold; one on deadlines once for each deadline.

    Args:
        agreement: With its alerts.
        log: As it is known, and for the audience of the alerts.
        on: The instant.
        counts: Where conditions on counts take their incidents from.
    """
    watched = tuple(
        Power(id=_PREFIX + alert.id, act=alert.say, when=alert.when) for alert in agreement.alerts if alert.when
    )
    course = run(replace(agreement, powers=(*agreement.powers, *watched)), log, until=on, counts=counts)
    rules = {_PREFIX + alert.id: alert for alert in agreement.alerts}
    found = [
        Notice(rules[change.subject].id, "", change.at, rules[change.subject].say or "; ".join(change.because))
        for change in course.changes
        if change.subject in rules and change.after == "open"
    ]
    for alert in agreement.alerts:
        found += _deadlines(agreement, alert, course, on)
    return tuple(sorted(found, key=lambda each: (each.at, each.alert, each.subject)))


def _deadlines(agreement: Agreement, alert: Alert, course: Course, on: dt.datetime) -> list[Notice]:
    """Deadlines that are nearer than a rule asks for, of what is still owed."""
    if alert.due_within is None:
        return []
    acts = {each.id: each.act for each in agreement.obligations}
    found = []
    for subject, due in course.due.items():
        near = due - alert.due_within
        own = subject.split("/", 1)[0]
        if course.states[subject] in {"active", "pending"} and near <= on < due and own in (alert.of or acts):
            words = alert.say or f"{subject} is due on {due - dt.timedelta(minutes=1):%Y-%m-%d}: {acts[own]}"
            found.append(Notice(alert.id, subject, near, words))
    return found
