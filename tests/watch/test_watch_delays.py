"""Delays and present values on agreements made up at random, against slow and obvious references."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import msgspec
import pytest
from watch_contracts import START, TICK, TICKS, contract
from watch_tables import table_of

from goodoffices.watch.agreement import Agreement, Duty, parse_agreement
from goodoffices.watch.beside import Nearness, incidents_beside, occasions_of
from goodoffices.watch.clocks import Ground, calls_of, clocks_of, delays_of, holds_of, responders_of
from goodoffices.watch.conditions import After, And, Condition, Is, Lasting, Not, Or, Was
from goodoffices.watch.course import Course, run
from goodoffices.watch.indicators import Present, objectives_of, pools_of, rates_of
from goodoffices.watch.ladder import climb
from goodoffices.watch.ledger import Ledger, ledger_of
from goodoffices.watch.log import Finding, Happening, Log, Verdict, What, log_of
from goodoffices.watch.sites import compare_results, sites_of
from goodoffices.watch.state import state
from goodoffices.watch.steps import pacts_of, steps_of

END = START + TICKS * TICK
DAY = dt.timedelta(days=1)


def ledger(incidents: list[dt.datetime]) -> Ledger:
    """Incidents of one kind, anywhere."""
    return ledger_of(
        table_of([(f"i-{place}", "clash", at.replace(tzinfo=None).isoformat()) for place, at in enumerate(incidents)])
    )


def late(step: str, course: Course, agreement: Agreement, seen: frozenset[str] = frozenset()) -> set[str]:
    """What a step is late for at the end of a course: the rules of `clocks.late`, on states alone."""
    things = {each.id: each for each in agreement.obligations}
    now = course.states.get(step, "")
    if now == "breached":
        return {step}
    if now not in {"conditional", "pending"} or step in seen:
        return set()
    own = things[step]
    condition = own.trigger if now == "conditional" else own.starts

    def ask(part: Condition) -> set[str]:
        if isinstance(part, And):
            return set().union(*map(ask, part.of))
        if isinstance(part, Or):
            found = [ask(each) for each in part.of]
            return set().union(*found) if all(found) else set()
        if isinstance(part, After | Lasting):
            return ask(part.of)
        if isinstance(part, Not):
            broken = isinstance(part.of, Is) and part.of.state == "breached"
            return {part.of.subject} if broken and course.states.get(part.of.subject) == "breached" else set()
        if isinstance(part, Is | Was):
            ever = {each.after for each in course.changes if each.subject == part.subject}
            been = isinstance(part, Was) and (part.state in ever or part.state == "conditional")
            so = course.states.get(part.subject) == part.state or been
            return set() if so else late(part.subject, course, agreement, seen | {step}) & set(things)
        return set()

    return ask(condition) if condition is not None else set()


def linked(seed: int) -> tuple[Agreement, list[Any], list[dt.datetime]]:
    """A made-up contract in which most obligations wait for others, some in a circle."""
    agreement, entries, incidents = contract(seed)
    chance = random.Random(seed)  # noqa: S311  nothing secret
    names = [each.id for each in agreement.obligations]

    def gate(own: str) -> Condition:
        others = [each for each in names if each != own]
        one, two = (
            chance.choice([Is(name, "fulfilled"), Was(name, "active"), Not(Is(name, "breached")), Is(name, "active")])
            for name in (chance.choice(others), chance.choice(others))
        )
        return chance.choice([one, And((one, two)), Or((one, two)), After(2 * TICK, one), Lasting(3 * TICK, two)])

    made = tuple(
        msgspec.structs.replace(each, trigger=gate(each.id)) if len(names) > 1 and chance.random() < 0.7 else each
        for each in agreement.obligations
    )
    return msgspec.structs.replace(agreement, obligations=made), entries, incidents


@pytest.mark.parametrize("seed", range(60))
def test_delays_agree_with_a_look_at_every_six_hours(seed: int) -> None:
    """Days of delay by obligation: the states at every tick, each from a run of its own, give the same sums."""
    agreement, entries, incidents = linked(seed)
    log, counts = log_of(entries), ledger(incidents)
    outlook = state(agreement, log, on=END, counts=counts)
    expected: dict[tuple[str, str], float] = {}
    keeps = {each.id for each in agreement.obligations if each.duty is Duty.REFRAIN}
    for tick in range(TICKS):
        course = run(agreement, log, until=START + tick * TICK, counts=counts)
        for each in agreement.obligations:
            causes = late(each.id, course, agreement) - ({each.id} & keeps)
            for cause in causes:
                key = each.id, cause
                expected[key] = expected.get(key, 0.0) + TICK / DAY / len(causes)
    got: dict[tuple[str, str], float] = {}
    for delay in delays_of(outlook, log):
        for share in delay.shares:
            key = delay.step, share.obligation
            got[key] = got.get(key, 0.0) + share.days
    assert got == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(60, 120))
def test_the_days_of_a_delay_add_up_and_name_nobody_without_evidence(seed: int) -> None:
    """Shares sum to the delay, each rests on something, and the one who is named owes what was late."""
    agreement, entries, incidents = contract(seed)
    rng = random.Random(seed)  # noqa: S311  nothing secret
    two = tuple(
        msgspec.structs.replace(each, owes=rng.choice([("North",), ("South",), ("North", "South")]))
        for each in agreement.obligations
    )
    agreement = msgspec.structs.replace(agreement, obligations=two)
    log = log_of(entries)
    outlook = state(agreement, log, on=END, counts=ledger(incidents))
    owes = {each.id: each.owes for each in two}
    for delay in delays_of(outlook, log):
        assert sum(each.days for each in delay.shares) == pytest.approx(delay.days)
        assert sum(each.share for each in delay.shares) == pytest.approx(1)
        assert delay.days + delay.other_days <= (END - START) / DAY + 1e-9
        for share in delay.shares:
            assert share.because
            assert (share.ground is Ground.ESTABLISHED) == bool(share.party)
            assert not share.party or owes[share.obligation] == (share.party,)
            assert (share.ground is Ground.CONTESTED) == bool(share.said)
    shuffled = log_of(rng.sample(entries, len(entries)))
    other = state(agreement, shuffled, on=END, counts=ledger(incidents))
    assert delays_of(other, shuffled) == delays_of(outlook, log)


@pytest.mark.parametrize("seed", range(120, 200))
def test_present_values_say_what_the_course_says(seed: int) -> None:
    """A condition of one part holds as its part does; the parts of an "and" as the course has them."""
    agreement, entries, incidents = contract(seed)
    log, counts = log_of(entries), ledger(incidents)
    outlook = state(agreement, log, on=END, counts=counts)
    if outlook.unsettled:
        return
    present = Present(outlook, log, counts)
    for each in present.thresholds():
        if len(each.parts) == 1 and not each.parts[0].negated and each.parts[0].number is not None:
            assert each.holds is each.parts[0].holds, each
        if (
            each.parts
            and all(part.holds is True and not part.negated for part in each.parts)
            and " or " not in each.words
        ):
            assert each.holds is True, each


@pytest.mark.parametrize("seed", range(40))
def test_every_answer_can_be_given_and_be_written(seed: int) -> None:
    """None of the answers fails on any agreement, and each becomes JSON."""
    agreement, entries, incidents = contract(seed)
    log, counts = log_of(entries), ledger(incidents)
    for on in (START - DAY, START, END):
        outlook = state(agreement, log, on=on, counts=counts)
        present = Present(outlook, log, counts)
        calls = calls_of(outlook, log)
        occasions = occasions_of(outlook, log)
        answers = (
            *(present.thresholds(), objectives_of(outlook, present.measured), pools_of(outlook, present.measured)),
            *(rates_of(outlook), calls, responders_of(outlook, calls), clocks_of(outlook, log, counts)),
            *(holds_of(outlook, log), delays_of(outlook, log), climb(outlook, present)),
            *(sites_of(outlook, log, None, counts), compare_results(log, on)),
            *(steps_of(outlook, log, present), pacts_of(outlook, log)),
            [incidents_beside(each, counts, Nearness(), on) for each in occasions],
        )
        assert msgspec.json.decode(msgspec.json.encode(answers)) is not None


CHAIN = """
agreement: A chain of three
in force: 2026-03-01
parties: [North, South]
obligations:
  - {id: open, owes: North, act: open the road, within: 10 days, verified by: Commission}
  - {id: clear, owes: South, act: clear the mines, trigger: open is fulfilled, within: 5 days, verified by: Commission}
  - {id: trade, owes: [North, South], act: trade, trigger: clear is fulfilled}
"""


def done(what: str, day: int, by: str = "Commission", **more: bool) -> Happening:
    """Something of March, known when it happened."""
    at = dt.datetime(2026, 3, day, tzinfo=dt.UTC)
    return Happening(what=What.PERFORMED, subject=what, earliest=at, latest=at, by=by, known=at, **more)


def shares(log: Log, step: str = "trade") -> dict[tuple[str, str, str], float]:
    """Obligation, ground and party of each share of a delay, with its days, at the end of 30 March."""
    outlook = state(parse_agreement(CHAIN), log, on=dt.datetime(2026, 3, 31, tzinfo=dt.UTC))
    delays = {each.step: each for each in delays_of(outlook, log)}
    if step not in delays:
        return {}
    return {(each.obligation, each.ground.value, each.party): each.days for each in delays[step].shares}


def test_who_starts_late_because_another_was_late_is_not_late_himself() -> None:
    """North opens four days late; South then takes its five days and three more."""
    log = log_of([done("open", 15), done("clear", 23)])
    assert shares(log) == {("open", "established", "North"): 4, ("clear", "established", "South"): 3}
    in_time = log_of([done("open", 15), done("clear", 20)])
    assert shares(in_time) == {("open", "established", "North"): 4}


def test_what_is_done_in_time_delays_nothing() -> None:
    """Nobody is named where everybody kept his day, however long it took."""
    assert shares(log_of([done("open", 10), done("clear", 15)])) == {}


def test_days_after_an_unverified_claim_are_contested() -> None:
    """North says that it opened on the thirteenth; the Commission says so on the fifteenth of the month."""
    log = log_of([done("open", 13, by="North"), done("open", 15), done("clear", 16)])
    assert shares(log) == {("open", "established", "North"): 2, ("open", "contested", ""): 2}


def test_a_disputed_finding_makes_the_days_from_it_on_contested() -> None:
    """The Commission itself leaves open from the twelfth on whether the road was opened."""
    day = dt.date(2026, 3, 12)
    finding = Finding(
        obligation="open",
        verdict=Verdict.DISPUTED,
        first=day,
        last=day,
        by="Commission",
        known=dt.datetime(2026, 3, 12, tzinfo=dt.UTC),
    )
    assert shares(log_of([finding, done("open", 15)]), "open") == {
        ("open", "established", "North"): 1,
        ("open", "contested", ""): 3,
    }


MANY = """
agreement: Questions on the draft
in force: 2026-03-01
obligations:
  - {id: reply, owes: South, act: reply to a question, each: question, within: 2 days}
  - {id: meet, owes: [North, South], act: meet, trigger: reply is fulfilled}
"""


def asked(day: int, ref: str, **more: bool) -> Happening:
    """A question of March."""
    at = dt.datetime(2026, 3, day, tzinfo=dt.UTC)
    return Happening(what=What.HAPPENED, subject="question", ref=ref, earliest=at, latest=at, known=at, **more)


def test_a_step_that_waits_for_any_of_several_replies_is_late_where_all_of_them_are() -> None:
    """Two questions stand open: while one is in time nothing is late; then South is, until it answers one of them."""
    agreement = parse_agreement(MANY)
    log = log_of([asked(5, "q-1"), asked(8, "q-2")])

    def meeting(day: int, log: Log) -> tuple[float, list[str], list[str]]:
        outlook = state(agreement, log, on=dt.datetime(2026, 3, day, tzinfo=dt.UTC))
        late = [each for each in delays_of(outlook, log) if each.step == "meet"]
        (gate,) = Present(outlook, log).threshold("meet", "trigger", agreement.obligations[1].trigger).parts  # type: ignore[arg-type]
        holds = [each.subject for each in holds_of(outlook, log) if "meet" in each.blocks]
        return (late[0].days if late else 0.0), holds, [gate.now]

    assert meeting(2, log) == (0.0, ["reply"], ["reply has not arisen"])
    assert meeting(9, log) == (1.0, ["reply/q-1", "reply/q-2"], ["of reply: 1 breached, 1 active"])
    assert meeting(14, log)[0] == 1 + 4
    at = dt.datetime(2026, 3, 12, tzinfo=dt.UTC)
    answered = Happening(what=What.PERFORMED, subject="reply/q-2", earliest=at, latest=at, by="North", known=at)
    log = log_of([asked(5, "q-1"), asked(8, "q-2"), answered])
    days, holds, now = meeting(14, log)
    assert (days, holds, now) == (3.0, [], ["of reply: 1 breached, 1 fulfilled"])


def test_what_is_disputed_is_no_call() -> None:
    """A ticket of which somebody says that it never came calls for nothing."""
    agreement = parse_agreement(MANY)
    log = log_of([asked(5, "q-1", disputed=True)])
    outlook = state(agreement, log, on=dt.datetime(2026, 3, 9, tzinfo=dt.UTC))
    assert calls_of(outlook, log) == ()
