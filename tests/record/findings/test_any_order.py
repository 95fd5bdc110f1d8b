"""Findings are a function of the set of statements: no order matters, nothing is lost, and many are quick."""

from __future__ import annotations

import datetime as dt
import random
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import Draft, Newsroom, day, only

from goodoffices.record import (
    Disagreement,
    EventContent,
    Finding,
    Marking,
    PositionContent,
    Report,
    Statement,
    Verdict,
    actor_id,
    make_judgement,
    make_report,
    make_statement,
)
from goodoffices.record.findings import build

STATES = ("Chad", "Libya", "Kyiv", "Ukraine")
PEOPLE = ("Volodymyr Zelensky", "Zelenskyy", "Castro", "Raúl Castro", "Fidel Castro", "R. Castro")
CLAUSES = ("a ceasefire", "no ceasefire", "a 30-day ceasefire", "territorial integrity", "land concessions", "the plan")


def tell(draft: Draft, choose: random.Random) -> None:
    """Say something of every kind, at random, out of few words, so that things meet."""
    states = [draft.actor(name, aliases=["Kyiv"] if name == "Ukraine" else []) for name in choose.sample(STATES, 2)]
    person = draft.person(choose.choice(PEOPLE), side=choose.choice([None, *states]))
    when = choose.choice([None, "2026-01-05", "2026-01-04/2026-01-06", "2026-01-09"])
    issue, stance = choose.choice(["ceasefire", "territory"]), choose.choice(["demands", "rejects", "offers"])
    draft.position(states[0], issue, stance, choose.choice(CLAUSES), by=choose.choice([None, person]), when=when)
    draft.position(person, issue, choose.choice(["accepts", "rejects"]), choose.choice(CLAUSES))
    state = choose.choice(["held", "planned", "cancelled"])
    draft.meeting(*states, place=choose.choice([None, "Paris", "the Élysée Palace"]), when=when, status=state)
    draft.event(f"{choose.randrange(3)} people killed in a drone strike on the market", "Kutum", when)
    draft.quote(person, choose.choice(["peace must be just", "peace must be just and lasting", "our people are dying"]))
    draft.role(person, choose.choice(["adviser", "senior advisor", "advisor"]), choose.choice([None, states[0]]))
    draft.plan(
        choose.choice(["the plan", "Oslo plan"]), choose.choice([None, states[0]]), ("initial", choose.randrange(2, 4))
    )
    draft.mechanism("a joint commission", "monitoring", status=choose.choice(["proposed", "agreed", "rejected"]))
    draft.status(issue, choose.choice(["agreed", "blocked"]), choose.choice(["", "the ceasefire line"]))
    draft.withheld(choose.choice(["the lists remain secret", "lists of names remain secret"]), states[0])


def made(seed: int, count: int) -> tuple[list[Report], list[Statement]]:
    """Reports and statements of a made-up negotiation."""
    choose, room = random.Random(seed), Newsroom()  # noqa: S311  a test wants the same numbers each time
    for place in range(count):
        tell(room.report(f"r{place}", choose.choice([None, "2026-01-06", "2026-01-10"])), choose)
    return room.reports(), room.statements()


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 6), shuffle=st.randoms(use_true_random=False))
def test_no_order_matters(seed: int, count: int, shuffle: random.Random) -> None:
    """Any order of reports, statements and judgements gives the same findings with the same ids."""
    reports, statements = made(seed, count)
    at = dt.datetime(2026, 2, 1, tzinfo=dt.UTC)
    kinds = [Verdict.CONFIRM, Verdict.REJECT, Verdict.UNSURE, Verdict.SAME_AS, Verdict.NOT_SAME]
    judged: list[Any] = []
    for place in range(4):
        one, other = shuffle.choice(statements), shuffle.choice(statements)
        verdict = shuffle.choice(kinds)
        second = other.id if verdict in (Verdict.SAME_AS, Verdict.NOT_SAME) else None
        judged.append(make_judgement(one.id, verdict, by="ana", at=at + dt.timedelta(place), other=second))
    expected = build(reports, statements, judgements=judged)
    for things in (reports, statements, judged):
        shuffle.shuffle(things)
    assert build(reports, statements, judgements=judged) == expected


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 6))
def test_every_statement_is_in_one_finding(seed: int, count: int) -> None:
    """Merging loses no statement, counts none twice, keeps every span, and gives no two findings one id."""
    reports, statements = made(seed, count)
    findings = build(reports, statements)
    merged = [statement for finding in findings.findings for statement in finding.statements]
    assert sorted(merged) == sorted({statement.id for statement in statements})
    assert len({finding.id for finding in findings.findings}) == len(findings.findings)
    texts = {report.id: report.text for report in reports}
    for finding in findings.findings:
        assert finding.evidence
        assert len(set(finding.evidence)) == len(finding.evidence)
        assert all(texts[e.report][e.start : e.end] == e.quote for e in finding.evidence)
        assert 1 <= finding.sources <= len(finding.reports)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(2, 6))
def test_disagreements_hold_together(seed: int, count: int) -> None:
    """A disagreement has two sides or more, of findings that are there, and `against` goes both ways."""
    findings = build(*made(seed, count))
    by_id = {finding.id: finding for finding in findings.findings}
    for each in findings.disagreements:
        assert len(each.sides) > 1
        assert all(side.finding in by_id and side.evidence for side in each.sides)
        assert voices(each, by_id) > 1
    for finding in findings.findings:
        assert finding.id not in finding.against
        assert all(finding.id in by_id[other].against for other in finding.against)


def voices(disagreement: Disagreement, by_id: dict[str, Finding]) -> int:
    """How many reports and speakers are on the sides of a disagreement."""
    found = {report for side in disagreement.sides for report in by_id[side.finding].reports}
    return len(found | {side.said_by for side in disagreement.sides if side.said_by})


def test_a_later_report_leaves_the_ids_as_they_are(room: Newsroom) -> None:
    """What a report adds to a finding does not make it another one."""
    first = room.report("a", "2026-01-05")
    first.position(first.actor("Chad"), "justice", "rejects", "an amnesty for war crimes")
    before = only(room.build(), "position").id
    later = room.report("b", "2026-01-07")
    later.position(later.actor("Chad"), "justice", "rejects", "any amnesty for war crimes")
    assert only(room.build(), "position").id == before


def test_a_finding_is_rebuilt_without_what_an_audience_may_not_see(room: Newsroom) -> None:
    """Without the restricted report there is no trace of it: not in a name, a source, a day or a disagreement."""
    clear, red = room.report("a", "2026-01-05"), room.report("b", "2026-01-07", Marking.RED)
    for draft, name, stance in ((clear, "Zelensky", "accepts"), (red, "Volodymyr Zelenskyy", "rejects")):
        ukraine = draft.actor("Ukraine")
        draft.person(name, side=ukraine)
        draft.position(ukraine, "ceasefire", stance, "a ceasefire")
    whole = room.build()
    reports, statements = [clear.report()], clear.statements(clear.report())
    part = build(reports, statements)
    assert len(whole.disagreements) == 1
    assert part.disagreements == ()
    assert [finding.content.name for finding in part.of_kind("actor")] == ["Ukraine", "Zelensky"]
    assert all(f.reports == (reports[0].id,) and f.against == () and f.marking is Marking.CLEAR for f in part.findings)


def crowd(count: int) -> tuple[list[Report], list[Statement]]:
    """Many statements of many reports: half of them positions in one cell, half events of one town."""
    choose = random.Random(7)  # noqa: S311  a test wants the same numbers each time
    words = [
        f"{one}{other}" for one in ("bor", "kal", "mer", "sut", "tan", "vel") for other in ("dam", "fin", "gos", "lup")
    ]
    reports, statements = [], []
    for place in range(count // 20):
        report = make_report(
            "word " * 200, path=f"{place}.txt", title="t", url=f"u{place}", published=dt.date(2026, 1, 5)
        )
        reports.append(report)
        for line in range(10):
            span = (report.evidence(line * 5, line * 5 + 4),)
            text = " ".join(choose.sample(words, 5))
            held = PositionContent(party=actor_id("state", "Chad"), issue="ceasefire", stance="demands", text=text)
            told = EventContent(
                kind="violence", actors=(), text=f"{choose.randrange(9)} killed near {text}", place="Kutum"
            )
            when = day(f"2026-01-{choose.randrange(1, 29):02}")
            statements.append(make_statement(held, span, reader="test/1"))
            statements.append(make_statement(told, span, reader="test/1", when=when))
    return reports, statements


def seconds(count: int) -> float:
    """Processor time to build the findings of so many statements."""
    reports, statements = crowd(count)
    start = time.process_time()
    build(reports, statements)
    return time.process_time() - start


@pytest.mark.slow
def test_twenty_thousand_statements_take_seconds() -> None:
    """In the worst cell (one party, one issue, one stance; one town), four times as many take no ten times as long."""
    few, many = seconds(5_000), seconds(20_000)
    assert many < 20
    assert many < 10 * few


def test_hostile_text_is_quick() -> None:
    """One word repeated a hundred thousand times in a clause, a name and a place costs no more than reading it."""
    room = Newsroom()
    for name in ("a", "b"):
        draft = room.report(name)
        long = "ceasefire 12 " * 50_000 + name
        chad = draft.actor("Chad")
        draft.person(f"{long} {name}", side=chad)
        draft.position(chad, "ceasefire", "demands", long)
        draft.meeting(chad, place=long)
        draft.event(long, long)
        draft.quote(chad, long)
    start = time.process_time()
    assert room.build().findings
    assert time.process_time() - start < 10
