"""What a condition rests on today: "linked to progress" with the number that stands there now.

Every condition of an agreement is taken apart to its atoms; each gets its present value beside what it asks for.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import msgspec

from ..agreement import Obligation, Power, conditions_of
from ..clocks import events_in, families_of, instances_named
from ..conditions import (
    After,
    Condition,
    Counted,
    Happened,
    Is,
    Lasting,
    Not,
    Reached,
    Triggered,
    Valued,
    Was,
    atoms,
    in_words,
    parts,
)
from ..course import Counts
from ..course.moves import FINAL
from ..course.steps import minute
from ..log import Log
from ..state import Outlook
from .measuring import Measured, measure_all

__all__ = ["Part", "Present", "Threshold"]

_DAY_MINUTES = 24 * 60


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a condition with what it is now.

    Attributes:
        words: The part.
        holds: True, False, or None where nobody knows.
        now: What is there now, in words: a state, a number, a day; "unknown".
        value: The number that is there now; None where it is no number or unknown.
        number: The number that is asked for; None where none is.
        unit: Of both.
        from_day: The instant from which it will hold if nothing changes; None where that cannot be said.
        negated: It stands under a "not": it must not hold.
    """

    words: str
    holds: bool | None
    now: str
    value: float | None = None
    number: float | None = None
    unit: str = ""
    from_day: dt.datetime | None = None
    negated: bool = False


class Threshold(msgspec.Struct, frozen=True, kw_only=True):
    """A condition with the present value of each of its parts.

    Attributes:
        owner: The obligation or power, by id.
        key: Under which key it is written: "trigger", "when", "met when", ...
        words: The condition.
        holds: True, False, or None where nobody knows.
        parts: Its parts.
    """

    owner: str
    key: str
    words: str
    holds: bool | None
    parts: tuple[Part, ...]

    @property
    def is_measured(self) -> bool:
        """Does it ask for a number?"""
        return any(part.number is not None for part in self.parts)


class Present:
    """Gives the present value of conditions.

    Args:
        outlook: The agreement on the day.
        log: The log as the outlook saw it.
        counts: The incidents, as the outlook counted them; None: counts are unknown.
    """

    def __init__(self, outlook: Outlook, log: Log, counts: Counts | None = None) -> None:
        self._outlook, self._counts = outlook, counts
        self.measured: dict[str, Measured] = measure_all(outlook.agreement, log, outlook.on)
        self._families = families_of(outlook.course.states)
        self._happened: dict[str, dt.datetime] = {}
        for _, each in events_in(log, outlook.on):
            self._happened[each.subject] = min(self._happened.get(each.subject, each.earliest), each.earliest)

    def thresholds(self) -> tuple[Threshold, ...]:
        """Every condition of what is not at an end, and of every power; of what arises anew, that of the latest."""
        outlook = self._outlook
        latest = {
            each.obligation.id.split("/", 1)[0]: each.obligation
            for each in outlook.standings
            if each.state not in FINAL
        }
        things: tuple[Obligation | Power, ...] = (*latest.values(), *outlook.agreement.powers)
        return tuple(
            self.threshold(each.id, key, condition) for each in things for key, condition in conditions_of(each)
        )

    def threshold(self, owner: str, key: str, condition: Condition) -> Threshold:
        """One condition with its present values."""
        return Threshold(
            owner=owner,
            key=_KEYS.get(key, key.replace("_", " ")),
            words=in_words(condition),
            holds=self._outlook.course.truths.get((owner, key)),
            parts=tuple(self._parts(condition, owner, negated=False)),
        )

    def _parts(self, condition: Condition, owner: str, *, negated: bool) -> Iterator[Part]:
        if isinstance(condition, After | Lasting):
            yield self._timed(condition, owner, negated=negated)
            if self._running(condition) is None:
                yield from self._parts(condition.of, owner, negated=negated)
        elif inner := parts(condition):
            turned = negated != isinstance(condition, Not)
            for each in inner:
                yield from self._parts(each, owner, negated=turned)
        else:
            yield self._atom(condition, owner, negated=negated)

    def _timed(self, condition: After | Lasting, owner: str, *, negated: bool) -> Part:
        """A length of time, with when it is over; known where it runs from an event or a state."""
        known = self._outlook.course.parts.get((owner, condition))
        since = self._running(condition)
        if since is None:
            simple = sum(1 for _ in atoms(condition.of)) == 1
            return Part(
                words=in_words(condition),
                holds=False if simple and known is None else known,
                now="its time has not begun",
                negated=negated,
            )
        over = since + condition.wait
        return Part(
            words=in_words(condition),
            holds=self._outlook.on >= over if known is None else known,
            now=f"since {since:%Y-%m-%d}",
            from_day=over,
            negated=negated,
        )

    def _running(self, condition: After | Lasting) -> dt.datetime | None:
        """Since when a length of time runs; "after" runs from the first time on, "for" from the last."""
        of = condition.of
        if isinstance(condition, After) and isinstance(of, Is):
            of = Was(of.subject, of.state)
        return next(self._since(of), None)

    def _since(self, condition: Condition) -> Iterator[dt.datetime]:
        """Since when an event, a day or a state is there."""
        course = self._outlook.course
        if isinstance(condition, Happened) and condition.event in self._happened:
            yield self._happened[condition.event]
        elif isinstance(condition, Reached) and condition.at <= self._outlook.on:
            yield condition.at
        elif isinstance(condition, Is):
            family = instances_named(condition.subject, course.states, self._families)
            so = [own for own in family if course.states[own] == condition.state]
            if so:
                yield min(course.since(own) or self._outlook.agreement.in_force for own in so)
        elif isinstance(condition, Was):
            family = instances_named(condition.subject, course.states, self._families)
            times = [each.at for each in course.changes if each.subject in family and each.after == condition.state]
            if times or any(course.states[own] == condition.state for own in family):
                yield min(times, default=self._outlook.agreement.in_force)

    def _atom(self, atom: Condition, owner: str, *, negated: bool) -> Part:
        if isinstance(atom, Valued):
            return self._valued(atom, negated=negated)
        if isinstance(atom, Counted):
            return self._counted(atom, negated=negated)
        holds: bool | None = next(self._since(atom), None) is not None
        now = "it is so" if holds else "it is not so"
        if isinstance(atom, Happened):
            at = self._happened.get(atom.event)
            now = f"happened on {at:%Y-%m-%d}" if at else "has not happened"
        elif isinstance(atom, Is | Was):
            now = self._stands(atom.subject)
            if "/" in atom.subject and atom.subject not in self._outlook.course.states:
                holds = None  # an instance of which nobody has heard
        elif isinstance(atom, Reached):
            now = f"{'it is' if holds else 'it comes on'} {atom.at:%Y-%m-%d}"
        elif isinstance(atom, Triggered):
            state = self._outlook.course.states.get(owner)
            holds, now = state != "conditional", f"{owner} is {state}"
        return Part(words=in_words(atom), holds=holds, now=now, negated=negated)

    def _stands(self, subject: str) -> str:
        """The state of an obligation or power; of what arises anew, how many instances are in which."""
        states = self._outlook.course.states
        if subject in states:
            return f"{subject} is {states[subject]}"
        arisen = (states[own] for own in self._families.get(subject, ()) if states[own] != "conditional")
        tally = Counter(arisen)
        told = ", ".join(f"{number} {found}" for found, number in tally.items())
        return f"of {subject}: {told}" if told else f"{subject} has not arisen"

    def _valued(self, atom: Valued, *, negated: bool) -> Part:
        found = self.measured.get(atom.indicator)
        value, unit = (found.value, found.unit) if found else (None, "")
        return Part(
            words=in_words(atom),
            holds=None if value is None else atom.comparison.holds(value, atom.number),
            now="unknown: nobody has read it" if value is None else f"{value:,.10g} {unit}".strip(),
            value=value,
            number=atom.number,
            unit=unit,
            negated=negated,
        )

    def _counted(self, atom: Counted, *, negated: bool) -> Part:
        value: int | None = None
        if self._counts is not None:
            at = self._counts.instants(atom.kinds, atom.zones, atom.parties)
            end = minute(self._outlook.on)
            inside = at <= end
            if atom.days:
                inside &= at + round(atom.days * _DAY_MINUTES) > end
            value = int(inside.sum())
        return Part(
            words=in_words(atom),
            holds=None if value is None else atom.comparison.holds(value, atom.number),
            now="unknown: no incidents were loaded" if value is None else f"{value:,}",
            value=value,
            number=atom.number,
            unit="incidents",
            negated=negated,
        )


_KEYS = {"met": "met when", "broken": "breached when", "of": "within, of"}
