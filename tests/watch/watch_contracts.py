# ruff: noqa: ANN001, ANN201, ANN202  names and conditions are what the strategies make of them
"""Agreements and logs made up at random, on a grid of six hours, for `test_watch_course` and `bench/watch_state.py`."""

from __future__ import annotations

import datetime as dt
import random

from msgspec.structs import replace

from goodoffices.watch.agreement import OBLIGATION_STATES, Agreement, Due, Duty, Effect, Indicator, Obligation, Power
from goodoffices.watch.conditions import (
    After,
    And,
    Comparison,
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
from goodoffices.watch.log import Finding, Happening, Reading, Retraction, Verdict, What, entry_id

START = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
TICK = dt.timedelta(hours=6)
TICKS = 48
EVENTS = ("signing", "election", "ticket-opened")
AUTHORS = ("", "North", "South", "Commission")
REFS = ("t-1", "t-2", "1", "2")


def contract(seed: int):
    """An agreement, the entries of its log and its incidents; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  nothing secret
    names = [f"o{number}" for number in range(chance.randint(1, 5))]
    powers = [f"p{number}" for number in range(chance.randint(0, 2))]
    agreement = Agreement(
        name="made up",
        in_force=START,
        parties=("North", "South"),
        obligations=tuple(_obligation(chance, name, names, powers) for name in names),
        powers=tuple(_power(chance, name, names, powers) for name in powers),
        indicators=(Indicator(id="returns", label="Returns"),),
    )
    entries = [_entry(chance, names, powers) for _ in range(chance.randint(0, 14))]
    incidents = [_instant(chance) for _ in range(chance.randint(0, 12))]
    return agreement, entries, incidents


def _instant(chance: random.Random) -> dt.datetime:
    return START + chance.randrange(TICKS) * TICK


def _span(chance: random.Random) -> dt.timedelta:
    return chance.randint(1, 16) * TICK


def _condition(chance: random.Random, names, powers, own: str, depth: int = 0, *, trigger: bool = False):
    if depth < 2 and chance.random() < 0.55:
        inner = [_condition(chance, names, powers, own, depth + 1, trigger=trigger) for _ in range(2)]
        return chance.choice(
            [
                And(tuple(inner)),
                Or(tuple(inner)),
                Not(inner[0]),
                After(_span(chance), inner[0]),
                Lasting(_span(chance), inner[0]),
            ]
        )
    others = [name for name in names if name != own] if trigger else names
    atoms = [
        Happened(chance.choice(EVENTS)),
        Reached(_instant(chance)),
        Counted((), (), (), chance.choice([0.0, 1.0, 3.0]), chance.choice(list(Comparison)), chance.randint(0, 4)),
        Valued("returns", chance.choice(list(Comparison)), chance.randint(0, 3)),
    ]
    if others:
        atoms += [make(chance.choice(others), chance.choice(OBLIGATION_STATES)) for make in (Is, Was, Is)]
    if powers:
        atoms.append(Is(chance.choice(powers), chance.choice(("open", "exercised"))))
    if not trigger and own in names:
        atoms.append(Triggered())
    return chance.choice(atoms)


def _maybe(chance: random.Random, likely: float, names, powers, own: str, *, trigger: bool = False):
    return _condition(chance, names, powers, own, trigger=trigger) if chance.random() < likely else None


def _obligation(chance: random.Random, own: str, names, powers) -> Obligation:
    due = None
    if chance.random() < 0.5:
        due = Due(at=_instant(chance))
        if chance.random() < 0.6:
            due = Due(within=_span(chance), of=_maybe(chance, 0.3, names, powers, own))
    return Obligation(
        id=own,
        act="do what was agreed",
        owes=("North",),
        to=("South",),
        duty=chance.choice(list(Duty)),
        trigger=_maybe(chance, 0.5, names, powers, own, trigger=True),
        lapses=_maybe(chance, 0.2, names, powers, own, trigger=True),
        starts=_maybe(chance, 0.25, names, powers, own),
        due=due,
        until=_maybe(chance, 0.25, names, powers, own),
        suspended_while=_maybe(chance, 0.25, names, powers, own),
        met=_maybe(chance, 0.15, names, powers, own),
        broken=_maybe(chance, 0.15, names, powers, own),
    )


def _power(chance: random.Random, own: str, names, powers) -> Power:
    pick = [chance.choice(names)]
    effect = Effect(**{chance.choice(("suspends", "reinstates", "discharges")): tuple(pick)})
    when = _condition(chance, names, [each for each in powers if each != own], "")
    return Power(id=own, act="use it", when=when, effect=effect, automatic=chance.random() < 0.3)


def _entry(chance: random.Random, names, powers) -> Happening | Reading:
    at = _instant(chance)
    known = at + chance.randint(0, 10) * TICK
    if chance.random() < 0.15:
        return Reading(indicator="returns", value=float(chance.randint(0, 3)), at=at, known=known)
    what = chance.choice(list(What))
    subject = chance.choice(names)
    if what is What.HAPPENED:
        subject = chance.choice(EVENTS)
    elif what in {What.EXERCISED, What.WITHDRAWN}:
        subject = chance.choice(powers or ["nothing"])
    until = _instant(chance) if what is What.EXTENDED else None
    return Happening(what=what, subject=subject, earliest=at, latest=at, until=until, known=known)


def rich_contract(seed: int):
    """The same with all that a log can hold, the day of which it is seen as known, and which end of a doubtful time.

    Obligations arise anew, verifiers are named, times are uncertain or lie before the entry into force, entries are
    disputed, found and taken back.
    """
    agreement, entries, incidents = contract(seed)
    chance = random.Random(f"rich {seed}")  # noqa: S311  nothing secret
    agreement = replace(agreement, obligations=tuple(_richer(chance, each) for each in agreement.obligations))
    names = [each.id for each in agreement.obligations]
    entries = [_vaguer(chance, each) for each in entries]
    entries += [_ticket(chance) for _ in range(chance.randint(0, 3))]
    entries += [_finding(chance, names) for _ in range(chance.randint(0, 2))]
    for _ in range(chance.randint(0, 3)):
        if entries:
            target = chance.choice(entries)
            entries.append(Retraction(entry=entry_id(target), known=target.known + chance.randint(0, 9) * TICK))
    known = chance.choice([None, _instant(chance)])
    return agreement, entries, incidents, known, chance.random() < 0.3


def _richer(chance: random.Random, obligation: Obligation) -> Obligation:
    verifiers = ("Commission",) if chance.random() < 0.3 else ()
    many = chance.random()
    if many < 0.2:
        return replace(obligation, verified_by=verifiers, each="ticket-opened")
    every = chance.randint(8, 24) * TICK if many < 0.35 else None
    return replace(obligation, verified_by=verifiers, every=every)


def _vaguer(chance: random.Random, entry: Happening | Reading) -> Happening | Reading:
    if isinstance(entry, Reading):
        return entry
    at = entry.earliest - (chance.randrange(12) * TICK if chance.random() < 0.15 else dt.timedelta(0))
    latest = at + (chance.randint(0, 8) * TICK if chance.random() < 0.3 else dt.timedelta(0))
    ref = chance.choice(REFS) if chance.random() < 0.4 else ""
    if ref and chance.random() < 0.3 and entry.what is not What.HAPPENED:
        entry, ref = replace(entry, subject=f"{entry.subject}/{ref}"), ""
    by, disputed = chance.choice(AUTHORS), chance.random() < 0.1
    return replace(entry, earliest=at, latest=latest, ref=ref, by=by, disputed=disputed)


def _ticket(chance: random.Random) -> Happening:
    at = _instant(chance)
    more = {"ref": chance.choice(REFS), "known": at + chance.randint(0, 9) * TICK}
    return Happening(what=What.HAPPENED, subject="ticket-opened", earliest=at, latest=at, **more)


def _finding(chance: random.Random, names) -> Finding:
    first = _instant(chance)
    last = first + chance.randint(0, 4) * dt.timedelta(days=1)
    return Finding(
        obligation=chance.choice(names),
        verdict=chance.choice(list(Verdict)),
        first=first.date(),
        last=last.date(),
        by=chance.choice(AUTHORS),
        known=last + chance.randint(0, 9) * TICK,
    )
