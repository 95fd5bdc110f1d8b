# ruff: noqa: ANN001, ANN201, C901, D102, PLR0911  to be read from top to bottom, without the program's structure
"""The engine again, slow and obvious: every six hours it looks at everything, and remembers all that it ever saw.

It shares the types with the program and none of its reckoning: no step functions, no wake-ups, no memories of when
something began; it reads its own history from the start each time.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from msgspec.structs import replace

from goodoffices.watch.agreement import Agreement, Duty, Obligation
from goodoffices.watch.conditions import (
    After,
    And,
    Counted,
    Happened,
    Is,
    Lasting,
    Not,
    Or,
    Reached,
    Triggered,
    Valued,
    Was,
)
from goodoffices.watch.log import Finding, Happening, Log, Reading, Retraction, Verdict, What

TICK = dt.timedelta(hours=6)


class Told(NamedTuple):
    """One happening that takes effect, or an event."""

    key: str
    what: What
    subject: str
    earliest: dt.datetime
    until: dt.datetime | None
    ref: str = ""


def holding(log: Log, known: dt.datetime | None) -> dict:
    """Entries that were known, but for those that something takes back which holds itself."""
    seen = {key: each for key, each in log.entries.items() if known is None or each.known <= known}

    def holds(key) -> bool:
        return not any(
            holds(other) for other, each in seen.items() if isinstance(each, Retraction) and each.entry == key
        )

    return {key: each for key, each in seen.items() if holds(key)}


def understood(agreement: Agreement, entries: dict, *, late: bool) -> list[Told]:
    """What takes effect, in no order."""
    told = []
    for key, each in entries.items():
        if isinstance(each, Finding) and each.verdict in {Verdict.MET, Verdict.BREACHED}:
            met = each.verdict is Verdict.MET
            day = each.last if met else each.first
            at = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
            found = Told(key, What.PERFORMED if met else What.BREACHED, each.obligation, at, None)
            by, disputed = each.by, False
        elif isinstance(each, Happening):
            at = each.latest if late else each.earliest
            found, by, disputed = Told(key, each.what, each.subject, at, each.until, each.ref), each.by, each.disputed
        else:
            continue
        if disputed:
            continue
        if found.what is What.HAPPENED:
            told.append(found)
            continue
        thing = next((one for one in agreement.obligations if found.subject.split("/")[0] == one.id), None)
        if thing and (thing.each or thing.every) and found.ref and "/" not in found.subject:
            found = found._replace(subject=f"{found.subject}/{found.ref}")
        power = next((one for one in agreement.powers if one.id == found.subject), None)
        if (thing and entitled(agreement, thing, found.what, by)) or (
            power and (not by or not power.holder or by in power.holder)
        ):
            told.append(found)
    return told


def entitled(agreement: Agreement, thing: Obligation, what: What, by: str) -> bool:
    """May somebody say so?"""
    if what in {What.SUSPENDED, What.RESUMED}:
        return True
    if thing.verified_by and what in {What.PERFORMED, What.BREACHED, What.REMEDIED}:
        return by in thing.verified_by
    if what is What.BREACHED:
        return not by or by not in (*agreement.parties, *thing.owes, *thing.to)
    return by not in thing.owes or by in thing.to


def spread(agreement: Agreement, told: list[Told], until: dt.datetime) -> Agreement:
    """Every instance by itself, in the place of what arises anew."""
    made = []
    for thing in agreement.obligations:
        if thing.each:
            first = {}
            for one in told:
                if one.what is What.HAPPENED and one.subject == thing.each and one.ref:
                    first[one.ref] = min(one.earliest, first.get(one.ref, one.earliest))
            for ref, at in sorted(first.items(), key=lambda item: (item[1], item[0])):
                trigger = And((Reached(at), thing.trigger)) if thing.trigger else Reached(at)
                made.append(replace(thing, id=f"{thing.id}/{ref}", trigger=trigger))
        elif thing.every:
            number = 0
            last = thing.until.at - TICK if isinstance(thing.until, Reached) else until
            while agreement.in_force + number * thing.every <= min(until, last) or not number:
                base = thing.trigger or Reached(agreement.in_force)
                trigger = After(number * thing.every, base) if number else base
                made.append(replace(thing, id=f"{thing.id}/{number + 1}", trigger=trigger))
                number += 1
        else:
            made.append(thing)
    return replace(agreement, obligations=tuple(made))


class Reference:
    """Simulates an agreement tick by tick; ``states`` are those at the end."""

    def __init__(
        self,
        agreement: Agreement,
        log: Log,
        until: dt.datetime,
        incidents: list[dt.datetime],
        *,
        known: dt.datetime | None = None,
        late: bool = False,
    ) -> None:
        entries = holding(log, known)
        self.happenings = sorted(understood(agreement, entries, late=late), key=lambda each: each.earliest)
        agreement = spread(agreement, self.happenings, until)
        self.agreement, self.incidents = agreement, incidents
        self.readings = [each for each in entries.values() if isinstance(each, Reading)]
        self.states = {each.id: "conditional" for each in agreement.obligations}
        self.states |= {each.id: "closed" for each in agreement.powers}
        self.history: list[tuple[dt.datetime, dict[str, str], dict[tuple, bool | None]]] = []
        self.entered: list[tuple[dt.datetime, str, str]] = []
        self.used: set[str] = set()
        self.unsettled = False
        self.now = agreement.in_force
        while self.now <= until:
            self.instant()
            self.now += TICK

    def instant(self) -> None:
        for _ in range(200):
            before = dict(self.states)
            moved = {}
            for thing in self.agreement.obligations:
                if (state := self.next(thing)) != before[thing.id]:
                    moved[thing.id] = state
            for power in self.agreement.powers:
                if (state := self.next_power(power)) != before[power.id]:
                    moved[power.id] = state
            for own, state in moved.items():
                self.states[own] = state
                self.entered.append((self.now, own, state))
            if not moved:
                break
        else:
            self.unsettled = True
        truths = {}
        for thing in (*self.agreement.obligations, *self.agreement.powers):
            for condition in self.everything(thing):
                truths[thing.id, condition] = self.holds(condition, thing.id)
        self.history.append((self.now, dict(self.states), truths))

    def everything(self, thing):
        """Every condition and part of a condition of a thing, and its own trigger."""
        keys = ("trigger", "lapses", "starts", "until", "suspended_while", "met", "broken", "when")
        todo = [found for key in keys if (found := getattr(thing, key, None)) is not None]
        if isinstance(thing, Obligation):
            todo.append(Triggered())
            if thing.due and thing.due.of:
                todo.append(thing.due.of)
        while todo:
            condition = todo.pop()
            yield condition
            if isinstance(condition, And | Or):
                todo.extend(condition.of)
            elif isinstance(condition, After | Lasting | Not):
                todo.append(condition.of)

    def holds(self, condition, owner):
        if isinstance(condition, And):
            answers = [self.holds(each, owner) for each in condition.of]
            return False if False in answers else None if None in answers else True
        if isinstance(condition, Or):
            answers = [self.holds(each, owner) for each in condition.of]
            return True if True in answers else None if None in answers else False
        if isinstance(condition, Not):
            answer = self.holds(condition.of, owner)
            return None if answer is None else not answer
        if isinstance(condition, After):
            firsts = [at for at, _, truths in self.history if truths[owner, condition.of] is True]
            if firsts:
                return self.now >= firsts[0] + condition.wait
            return None if self.holds(condition.of, owner) is None else False
        if isinstance(condition, Lasting):
            return self.lasting(condition, owner)
        if isinstance(condition, Triggered):
            return any(own == owner and state in {"pending", "active"} for _, own, state in self.entered)
        return self.atom(condition)

    def lasting(self, condition, owner):
        answer = self.holds(condition.of, owner)
        if answer is not True:
            return answer
        start = None
        for at, _, truths in reversed(self.history):
            if truths[owner, condition.of] is not True:
                break
            start = at
        return start is not None and self.now >= start + condition.wait

    def atom(self, condition):
        if isinstance(condition, Happened):
            return any(
                each.what is What.HAPPENED and each.subject == condition.event and each.earliest <= self.now
                for each in self.happenings
            )
        if isinstance(condition, Reached):
            return self.now >= condition.at
        if isinstance(condition, Is):
            return any(self.states[own] == condition.state for own in self.meant(condition.subject))
        if isinstance(condition, Was):
            first = "closed" if any(each.id == condition.subject for each in self.agreement.powers) else "conditional"
            meant = self.meant(condition.subject)
            seen = {state for _, own, state in self.entered if own in meant}
            return condition.state in ({first, *seen} if meant else seen)
        if isinstance(condition, Counted):
            window = dt.timedelta(days=condition.days) if condition.days else dt.timedelta(days=100_000)
            count = sum(at <= self.now < at + window for at in self.incidents)
            return condition.comparison.holds(count, condition.number)
        if isinstance(condition, Valued):
            values = [(each.at, each.value) for each in self.readings if each.indicator == condition.indicator]
            values = [each for each in values if each[0] <= self.now]
            return condition.comparison.holds(max(values)[1], condition.number) if values else None
        raise AssertionError(condition)

    def meant(self, subject: str) -> list[str]:
        """The obligation or power, or the instances of the one that arises anew."""
        return [own for own in self.states if own == subject or own.split("/")[0] == subject]

    def at_now(self, own: str, what: What) -> list[str]:
        return [
            each.key
            for each in self.happenings
            if each.subject == own and each.what is what and each.earliest == self.now
        ]

    def take(self, own: str, what: What) -> bool:
        return any(key not in self.used for key in self.at_now(own, what))

    def use(self, own: str, what: What) -> None:
        self.used.update(self.at_now(own, what))

    def true(self, condition, owner, *, missing=False) -> bool:
        return missing if condition is None else self.holds(condition, owner) is True

    def held_time(self, own: str) -> dt.timedelta:
        """How long it has been suspended, up to the last time that it came back."""
        total, start = dt.timedelta(0), None
        for at, who, state in self.entered:
            if who != own:
                continue
            if start is not None:
                total += at - start
                start = None
            if state == "suspended":
                start = at
        return total

    def due(self, thing: Obligation) -> dt.datetime | None:
        moved = [
            each
            for each in self.happenings
            if each.subject == thing.id and each.what is What.EXTENDED and each.earliest <= self.now
        ]
        if moved:
            latest = max(moved, key=lambda each: (each.earliest, each.key))
            held_then = self.held_until(thing.id, latest.earliest)
            return latest.until + self.held_time(thing.id) - held_then
        if thing.due is None:
            return None
        if thing.due.at:
            return thing.due.at + self.held_time(thing.id)
        base = thing.due.of or Triggered()
        firsts = [at for at, _, truths in self.history if truths[thing.id, base] is True]
        return firsts[0] + thing.due.within + self.held_time(thing.id) if firsts else None

    def held_until(self, own: str, instant: dt.datetime) -> dt.timedelta:
        """How long it had been suspended, up to the last time that it came back before an instant."""
        total, start = dt.timedelta(0), None
        for at, who, state in self.entered:
            if who != own or at >= instant:
                continue
            if start is not None:
                total += at - start
                start = None
            if state == "suspended":
                start = at
        return total

    def held(self, thing: Obligation) -> bool:
        used = [each for each in self.agreement.powers if self.states[each.id] == "exercised"]
        family = thing.id.split("/")[0]
        if any(family in each.effect.suspends for each in used):
            return True
        if any(family in each.effect.reinstates for each in used):
            return False
        flag = False
        marks = [each for each in self.happenings if each.subject == thing.id and each.earliest <= self.now]
        for each in sorted(marks, key=lambda each: (each.earliest, each.what is What.RESUMED)):
            if each.what is What.SUSPENDED:
                flag = True
            elif each.what is What.RESUMED:
                flag = False
        return flag or self.true(thing.suspended_while, thing.id)

    def next(self, thing: Obligation) -> str:
        own, state = thing.id, self.states[thing.id]
        if state in {"fulfilled", "expired", "discharged"}:
            return state
        ended = any(
            own.split("/")[0] in power.effect.discharges
            for power in self.agreement.powers
            if any(who == power.id and now == "exercised" for _, who, now in self.entered)
        )
        if self.take(own, What.DISCHARGED) or ended:
            return "discharged"
        keeps = thing.duty is Duty.REFRAIN
        done = not keeps and (
            any(
                each.what is What.PERFORMED and each.subject == own and each.earliest <= self.now
                for each in self.happenings
            )
            or self.true(thing.met, own)
        )
        over = self.true(thing.until, own)
        due = self.due(thing)
        late = due is not None and self.now >= due
        if state == "conditional":
            if self.true(thing.trigger, own, missing=True):
                return "active" if self.true(thing.starts, own, missing=True) else "pending"
            return "expired" if self.true(thing.lapses, own) else state
        if state == "breached":
            return self.mend(thing, done=done, late=late)
        if done:
            return "fulfilled"
        if state == "active" and (self.take(own, What.BREACHED) or self.true(thing.broken, own)):
            self.use(own, What.BREACHED)
            return "breached"
        if state == "active" and self.held(thing):
            return "suspended"
        if state == "active" and late:
            return "breached"
        if over:
            return "fulfilled" if keeps else "expired"
        if state == "suspended":
            return state if self.held(thing) else "active"
        if state == "pending":
            return "active" if self.true(thing.starts, own, missing=True) else state
        return state

    def mend(self, thing: Obligation, *, done: bool, late: bool) -> str:
        own = thing.id
        remedied = self.take(own, What.REMEDIED)
        broken = self.take(own, What.BREACHED) or self.true(thing.broken, own)
        if thing.duty is Duty.DO:
            if done or remedied:
                return "fulfilled"
            if self.take(own, What.EXTENDED) and not late:
                self.use(own, What.EXTENDED)
                return "active"
            return "breached"
        if remedied and not broken:
            self.use(own, What.REMEDIED)
            return "active"
        return "breached"

    def next_power(self, power) -> str:
        state = self.states[power.id]
        if state == "exercised":
            if self.take(power.id, What.WITHDRAWN):
                self.use(power.id, What.WITHDRAWN)
                return "closed"
            return state
        opens = self.holds(power.when, power.id) is True
        if opens and (power.automatic or self.take(power.id, What.EXERCISED)):
            self.use(power.id, What.EXERCISED)
            return "exercised"
        return "open" if opens else "closed"
