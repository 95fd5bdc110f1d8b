"""Which missing acts a step is late for, instant by instant: the formula of its trigger, and the states behind it.

1. A step that is in breach is late for itself.
2. A step that waits is late for what its trigger lacks: of an "and" for every part that does not hold; of an "or" only
   where each part is late for something.
3. What is lacking and waits itself is late for what its own trigger lacks, and so on.
4. What is owed and in time, in abeyance, or at an end is late for nothing; nor is an event, a day or a number that
   nobody owes.
5. A length of time that runs ("for 7 days") is waited out, and nobody is late in it: where a breach makes it start
   anew, only the days of the breach itself count.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterator, Mapping

from ..agreement import Obligation
from ..conditions import After, And, Condition, Is, Lasting, Not, Or, Was, atoms, parts
from ..course import Change, Course
from ..course.moves import FINAL
from .named import families_of, instances_named

__all__ = ["Lateness", "States", "awaited"]


class States:
    """The state of every obligation at any instant of a course.

    Args:
        course: How it went.
    """

    def __init__(self, course: Course) -> None:
        self._changes: dict[str, list[Change]] = {}
        for change in course.changes:
            self._changes.setdefault(change.subject, []).append(change)
        self._times = {subject: [each.at for each in changes] for subject, changes in self._changes.items()}
        self._known = course.states

    def change_at(self, subject: str, at: dt.datetime) -> Change | None:
        """The change that put it into the state in which it is; None: it has been in it from the start."""
        place = bisect.bisect_right(self._times.get(subject, []), at)
        return self._changes[subject][place - 1] if place else None

    def at(self, subject: str, at: dt.datetime) -> str:
        """Its state; "" where there is no such thing."""
        change = self.change_at(subject, at)
        if change is not None:
            return change.after
        first = self._changes.get(subject)
        if first:
            return first[0].before
        return self._known.get(subject, "")

    def has_been(self, subject: str, state: str, at: dt.datetime) -> bool:
        """Is it, or has it been, in a state?"""
        changes = self._changes.get(subject, ())
        return self.at(subject, at) == state or any(each.after == state and each.at <= at for each in changes)

    def times(self, subjects: set[str]) -> list[dt.datetime]:
        """The instants at which one of these changed."""
        return sorted({at for subject in subjects for at in self._times.get(subject, ())})


class Lateness:
    """Answers for what a step is late, at any instant.

    All steps that wait for others are worked out together, from "late for nothing" up, until nothing is added: so a
    circle is late for nothing of its own, and long chains cost no more than their length.

    Args:
        states: The states at any instant.
        obligations: By id, instances as themselves.
    """

    def __init__(self, states: States, obligations: Mapping[str, Obligation]) -> None:
        self._states, self._obligations = states, obligations
        self._families = families_of(obligations)
        self._linked = _in_order({own: named for own, each in obligations.items() if (named := awaited(each))})
        self._together = _connected(self._linked, {own: awaited(obligations[own]) for own in self._linked})
        self._answers: dict[tuple[int, dt.datetime], dict[str, frozenset[str]]] = {}

    def of(self, step: str, at: dt.datetime) -> frozenset[str]:
        """The obligations in breach that a step is late for at an instant; empty where nothing is late.

        Args:
            step: The obligation, by id.
            at: The instant.
        """
        if self._states.at(step, at) == "breached":
            return frozenset({step})
        together = self._together.get(step)
        if together is None:
            return frozenset()
        key = id(together), at
        if key not in self._answers:
            self._answers[key] = self._at(at, together)
        return self._answers[key].get(step, frozenset())

    def _at(self, at: dt.datetime, together: list[str]) -> dict[str, frozenset[str]]:
        waits = [(own, gate) for own in together if (gate := self._gate(own, at)) is not None]
        found: dict[str, frozenset[str]] = {}
        growing = True
        while growing:
            growing = False
            for own, gate in waits:
                causes = frozenset(self._lacks(gate, at, found))
                if causes != found.get(own, frozenset()):
                    found[own] = causes
                    growing = True
        return found

    def _gate(self, step: str, at: dt.datetime) -> Condition | None:
        """What a step waits for at an instant; None where it does not wait."""
        own = self._obligations[step]
        return {"conditional": own.trigger, "pending": own.starts}.get(self._states.at(step, at))

    def _lacks(self, gate: Condition, at: dt.datetime, found: Mapping[str, frozenset[str]]) -> Iterator[str]:
        """Give what is late of a condition, by what is known so far."""
        match gate:
            case Or(of=several):
                late = [frozenset(self._lacks(each, at, found)) for each in several]
                if all(late):
                    yield from frozenset().union(*late)
            case Not(of=Is(subject=subject, state="breached")):
                if self._states.at(subject, at) == "breached":
                    yield subject
            case And() | After() | Lasting():
                for each in parts(gate):
                    yield from self._lacks(each, at, found)
            case Is() | Was():
                yield from self._lacks_state(gate, at, found)

    def _lacks_state(self, atom: Is | Was, at: dt.datetime, found: Mapping[str, frozenset[str]]) -> Iterator[str]:
        """Give what is late of a state; of what arises anew any instance would do, as in an "or"."""
        family = instances_named(atom.subject, self._obligations, self._families)
        if any(self._is_so(own, atom, at) for own in family):
            return
        late = [self._late_itself(own, at, found) for own in family if self._is_coming(own, atom, at, found)]
        if all(late):
            yield from frozenset().union(*late)

    def _late_itself(self, own: str, at: dt.datetime, found: Mapping[str, frozenset[str]]) -> frozenset[str]:
        return frozenset({own}) if self._states.at(own, at) == "breached" else found.get(own, frozenset())

    def _is_coming(self, own: str, atom: Is | Was, at: dt.datetime, found: Mapping[str, frozenset[str]]) -> bool:
        """Can it come to be so? Not what is over, nor an instance that has not arisen and that nothing holds up."""
        state = self._states.at(own, at)
        return state not in FINAL and (state != "conditional" or own == atom.subject or bool(found.get(own)))

    def _is_so(self, own: str, atom: Is | Was, at: dt.datetime) -> bool:
        if isinstance(atom, Was):
            return self._states.has_been(own, atom.state, at)
        return self._states.at(own, at) == atom.state


def awaited(obligation: Obligation) -> frozenset[str]:
    """The obligations and powers whose states it waits for, by the ids that its conditions name."""
    gates = (each for each in (obligation.trigger, obligation.starts) if each is not None)
    return frozenset(atom.subject for gate in gates for atom in atoms(gate) if isinstance(atom, Is | Was))


def _in_order(waits: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Those that wait, each after what it waits for, as far as there is no circle."""
    order: dict[str, None] = {}
    for start in waits:
        ahead = [(start, False)]
        while ahead:
            own, over = ahead.pop()
            if over:
                order.setdefault(own)
            elif own not in order and own in waits and (own, True) not in ahead:
                ahead.append((own, True))
                ahead += [(other, False) for other in waits[own] if other not in order]
    return tuple(order)


def _connected(order: tuple[str, ...], waits: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    """Put those together that wait for each other, however far, or for the same; each keeps its order."""
    head: dict[str, str] = {}

    def top(own: str) -> str:
        while head.setdefault(own, own) != own:
            head[own] = head[head[own]]
            own = head[own]
        return own

    for own in order:
        for other in waits[own]:
            head[top(other.split("/", 1)[0])] = top(own.split("/", 1)[0])
    found: dict[str, list[str]] = {}
    for own in order:
        found.setdefault(top(own.split("/", 1)[0]), []).append(own)
    return {own: several for several in found.values() for own in several}
