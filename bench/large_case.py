"""A large made-up case: reports of invented sentences and what they say, the same for the same numbers.

`python bench/large_case.py CASE --reports 20000 --statements 50` writes one. Nothing in it is read by the reader: it is
the load of a case, not a measure of reading. Names, places and sentences are invented.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from goodoffices.record import (
    ActorContent,
    EventContent,
    Interval,
    IssueStatusContent,
    MechanismContent,
    MeetingContent,
    PositionContent,
    QuoteContent,
    Report,
    RoleContent,
    Statement,
    WithheldContent,
    actor_id,
    issues,
    make_report,
    make_statement,
)
from goodoffices.record.store import Store, create_case

__all__ = ["fill", "made_reports"]

_BEGINNINGS = "Ar Bel Cor Dal Es Fen Gor Hal Ist Jor Kal Lor Mar Nor Os Pel Quar Ros Sel Tor Ul Ven Wes Yar Zel"
_ENDINGS = "avia enia ador ium okia estan ovo undia aria imba ethi olan"
_PLACES = ["Lindholm", "Marrowgate", "Tessaly", "Brannock", "Ostervik", "Calder", "Fenwater", "Highmoor"]
_THINGS = (
    "the withdrawal from the northern districts",
    "the release of detainees",
    "the port fees",
    "the joint patrol",
    "the school language",
    "the customs posts",
    "the return of the displaced",
    "the status of the river bridge",
    "the amnesty for fighters",
    "the election calendar",
    "the oil shares",
    "the observers at the line",
    "the disarmament schedule",
    "the pension arrears",
    "the veto of the council",
)
_START = dt.date(2020, 1, 1)


class _World:
    """The names that a run draws from."""

    def __init__(self, draw: random.Random) -> None:
        names = [begin + end for begin in _BEGINNINGS.split() for end in _ENDINGS.split()]
        draw.shuffle(names)
        self.states = names[:24]
        self.groups = [f"{name} Front" for name in names[24:64]]
        self.people = [f"{first} {last}" for first, last in zip(names[64:], reversed(names[64:]), strict=True)]
        self.issues = sorted(issues())
        self.sides = [(name, actor_id("state", name)) for name in self.states]
        self.sides += [(name, actor_id("group", name)) for name in self.groups]


def made_reports(
    number: int, statements: int, *, seed: int = 7, start: int = 0
) -> Iterator[tuple[Report, list[Statement]]]:
    """Make reports and what they say.

    Args:
        number: How many reports.
        statements: How many statements each.
        seed: Of the random draws.
        start: Number of the first, so that a second run makes others.
    """
    world = _World(random.Random(seed))  # noqa: S311  made-up data
    for each in range(start, start + number):
        yield _report(each, statements, world, random.Random(f"{seed} {each}"))  # noqa: S311  the same


def _report(number: int, statements: int, world: _World, draw: random.Random) -> tuple[Report, list[Statement]]:
    day = _START + dt.timedelta(days=number % 2000)
    told = [_sentence(world, draw, day) for _ in range(statements)]
    title = f"Talks report {number}"
    text = f"{title}\n\n" + " ".join(sentence for sentence, _, _ in told) + "\n"
    outlet = f"{draw.choice(_PLACES)} Courier"
    report = make_report(text, path=f"made/{number}.txt", title=title, outlet=outlet, published=day, language="en")
    found, at = [], len(title) + 2
    for sentence, contents, when in told:
        span = report.evidence(at, at + len(sentence))
        found += [make_statement(one, (span,), reader="made/1", when=when, basis="made") for one in contents]
        at += len(sentence) + 1
    return report, found


_Told = tuple[str, list[object], Interval | None]


def _sentence(world: _World, draw: random.Random, day: dt.date) -> _Told:  # noqa: PLR0911  a line a kind
    (name, side), (other, against) = draw.sample(world.sides, 2)
    issue, thing, place = draw.choice(world.issues), draw.choice(_THINGS), draw.choice(_PLACES)
    when = Interval(earliest=day, latest=day)
    kind = draw.random()
    if kind < 0.25:
        stance, verb = draw.choice(
            [("demands", "demanded"), ("rejects", "rejected"), ("accepts", "accepted"), ("offers", "offered")]
        )
        text = f"{verb} {thing} of {other}"
        return f"{name} {text}.", [PositionContent(party=side, issue=issue, stance=stance, text=text)], when
    if kind < 0.40:
        text = f"we will not wait for {thing} until {draw.choice(_PLACES)} number {draw.randrange(5000)}"
        return f"{name} said {text}.", [QuoteContent(speaker=side, text=text, direct=False)], when
    if kind < 0.55:
        met = MeetingContent(participants=tuple(sorted((side, against))), place=place, status="held")
        return f"{name} and {other} met in {place}.", [met], when
    if kind < 0.65:
        text = f"talks on {thing} made progress"
        return f"{name} said {text}.", [IssueStatusContent(issue=issue, status="progress", text=text)], None
    if kind < 0.75:
        text = f"{name} shelled a village near {place} number {draw.randrange(3000)}"
        return f"{text}.", [EventContent(kind="violence", actors=(side,), text=text, place=place)], when
    if kind < 0.80:
        what = MechanismContent(
            name=f"observer mission of {name}", kind="monitoring", led_by=(side,), status="proposed"
        )
        return f"An observer mission of {name} was proposed.", [what], None
    if kind < 0.82:
        return f"{name} kept {thing} secret.", [WithheldContent(text=f"{name} kept {thing} secret", by=(side,))], None
    if kind < 0.90:
        person = draw.choice(world.people)
        role = RoleContent(actor=actor_id("person", person), title="envoy", of=side)
        who = ActorContent(actor=role.actor, name=person, kind="person", side=side)
        return f"{person}, envoy of {name}, arrived.", [role, who], None
    sort = "group" if name.endswith("Front") else "state"
    return f"{name} sent a delegation.", [ActorContent(actor=side, name=name, kind=sort)], None


def fill(store: Store, number: int, statements: int, *, seed: int = 7, start: int = 0) -> int:
    """Fill a case; return how many statements it got."""
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=start)
    total = 0
    made = made_reports(number, statements, seed=seed, start=start)
    while batch := list(itertools.islice(made, 200)):
        with store.together() as writer:
            total += sum(writer.add(report, found, at=at).statements for report, found in batch)
        at += dt.timedelta(seconds=1)
    return total


def main(words: Sequence[str] | None = None) -> None:
    """Write the case that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--statements", type=int, default=50)
    given = parser.parse_args(words)
    before = time.perf_counter()
    with create_case(given.case) as store:
        total = fill(store, given.reports, given.statements)
    print(f"{given.reports:,} reports, {total:,} statements in {time.perf_counter() - before:.0f} s")


if __name__ == "__main__":
    main()
