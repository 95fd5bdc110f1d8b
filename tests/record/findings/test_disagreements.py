"""Where reports and speakers contradict each other, and where they only seem to."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from newsroom import Draft, Newsroom, plain

from goodoffices.record import Disagreement, Findings, Marking, PlanItem


def stand(room: Newsroom, *told: tuple[str, str, str], party: str = "Chad", **rest: Any) -> tuple[Disagreement, ...]:
    """Give (issue, stance, text) of one party in a report each; the disagreements."""
    for place, (issue, stance, text) in enumerate(told):
        draft = room.report(f"r{place}")
        draft.position(draft.actor(party), issue, stance, text, **rest)
    return room.build().disagreements


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            (("ceasefire", "accepts", "the ceasefire"), ("ceasefire", "rejects", "a ceasefire")), id="stances"
        ),
        pytest.param(
            (
                ("territory", "conditional", "a withdrawal from part of the Donetsk region"),
                ("territory", "rejects", "any withdrawal from Donetsk"),
            ),
            id="a yes on a condition and a plain no",
        ),
        pytest.param(
            (
                ("humanitarian", "accepts", "UN aid convoys to Adre"),
                ("humanitarian", "rejects", "aid convoys of the UN to Adre"),
            ),
            id="like words",
        ),
        pytest.param(
            (
                ("territory", "rejects", "discuss territorial integrity"),
                ("territory", "offers", "gradual land concessions"),
            ),
            id="off the table, and on offer",
        ),
        pytest.param(
            (
                ("territory", "demands", "territorial integrity: non-negotiable"),
                ("territory", "accepts", "ceding the Aouzou strip"),
            ),
            id="red line and concession",
        ),
        pytest.param(
            (
                ("alliances", "demands", "membership in the Union"),
                ("alliances", "accepts", "abandoning its bid to join the Union"),
            ),
            id="renounced",
        ),
        pytest.param(
            (
                ("foreign-forces", "demands", "the withdrawal of French troops"),
                ("foreign-forces", "accepts", "that French troops stay"),
            ),
            id="poles with one object",
        ),
    ],
)
def test_opposite_accounts_of_one_party_disagree(room: Newsroom, told: tuple[tuple[str, str, str], ...]) -> None:
    """Two reports have one party for a thing and against it: one disagreement, with a side each, and `against` set."""
    found = stand(room, *told)
    assert len(found) == 1
    assert found[0].issue == told[0][0]
    assert len(found[0].sides) == 2
    one, other = room.build().of_kind("position")
    assert (one.against, other.against) == ((other.id,), (one.id,))
    assert {side.finding for side in found[0].sides} == {one.id, other.id}
    assert all(side.evidence for side in found[0].sides)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            (("ceasefire", "demands", "a ceasefire in Darfur"), ("ceasefire", "demands", "full ceasefire in Darfur")),
            id="the same",
        ),
        pytest.param((("ceasefire", "accepts", "a ceasefire"), ("sanctions", "rejects", "sanctions")), id="issues"),
        pytest.param(
            (
                ("foreign-forces", "demands", "the withdrawal of Turkish troops"),
                ("foreign-forces", "accepts", "the deployment of UN peacekeepers"),
            ),
            id="objects",
        ),
        pytest.param(
            (
                ("displacement", "accepts", "the withdrawal of troops from Turkish camps"),
                ("displacement", "rejects", "the withdrawal of troops from Syrian camps"),
            ),
            id="names",
        ),
        pytest.param(
            (
                ("territory", "demands", "its own territorial integrity"),
                ("territory", "demands", "that Libya cede the border strip"),
            ),
            id="owners",
        ),
        pytest.param(
            (("ceasefire", "conditional", "a ceasefire"), ("ceasefire", "rejects", "a ceasefire without guarantees")),
            id="a condition",
        ),
        pytest.param(
            (("ceasefire", "accepts", "a 30-day ceasefire"), ("ceasefire", "rejects", "a 90-day ceasefire")),
            id="numbers",
        ),
        pytest.param(
            (("justice", "rejects", "an amnesty for war crimes"), ("justice", "demands", "no amnesty for war crimes")),
            id="one thing said twice",
        ),
        pytest.param(
            (
                ("territory", "rejects", "territorial integrity matters"),
                ("territory", "demands", "territorial integrity: non-negotiable"),
            ),
            id="off the table, and not negotiable",
        ),
        pytest.param(
            (("ceasefire", "ambiguous", "a ceasefire"), ("ceasefire", "rejects", "a ceasefire")), id="ambiguous"
        ),
    ],
)
def test_what_only_seems_opposite_is_no_disagreement(room: Newsroom, told: tuple[tuple[str, str, str], ...]) -> None:
    """Other objects, owners, numbers or conditions, and one thing said in two ways, contradict nothing."""
    assert stand(room, *told) == ()


def test_two_parties_that_want_opposite_things_negotiate(room: Newsroom) -> None:
    """That one party rejects what another demands is no disagreement of reports."""
    for name, stance in (("Chad", "demands"), ("Libya", "rejects")):
        draft = room.report(name)
        draft.position(draft.actor(name), "territory", stance, "the return of the Aouzou strip")
    assert room.build().disagreements == ()


def test_one_voice_does_not_disagree_with_itself(room: Newsroom) -> None:
    """Both in one report, with no speakers named: the report's own nuance. Of two speakers it is a disagreement."""
    draft = room.report("a")
    chad = draft.actor("Chad")
    draft.position(chad, "ceasefire", "accepts", "a ceasefire")
    draft.position(chad, "ceasefire", "rejects", "a ceasefire")
    assert room.build().disagreements == ()
    two = Newsroom()
    draft = two.report("a")
    chad, ana, ben = draft.actor("Chad"), draft.person("Ana Silva"), draft.person("Ben Okoro")
    draft.position(chad, "ceasefire", "accepts", "a ceasefire", by=ana)
    draft.position(chad, "ceasefire", "rejects", "a ceasefire", by=ben)
    assert {side.said_by for side in two.build().disagreements[0].sides} == {ana, ben}


def test_a_third_party_contradicts_its_own_plan(room: Newsroom) -> None:
    """A mediator that is said to uphold a state's integrity and whose plan has the state cede land."""
    one, other = room.report("a"), room.report("b")
    one.position(one.actor("Norway"), "territory", "accepts", "the territorial integrity of Chad", firm=True)
    one.actor("Chad")
    other.plan(
        "Oslo plan", other.actor("Norway"), items=(PlanItem("Chad ceding the Aouzou strip to Libya", "territory"),)
    )
    other.actor("Chad")
    (found,) = room.build().disagreements
    assert len(found.sides) == 2
    assert {len(finding.against) for finding in room.build().of_kind("plan")} == {1}


def test_all_sides_of_an_issue_and_party_are_one_disagreement(room: Newsroom) -> None:
    """Four accounts, two and two, are four sides of one disagreement, not four disagreements."""
    (found,) = stand(
        room,
        ("territory", "rejects", "any territorial concessions"),
        ("territory", "demands", "respect for its territorial integrity"),
        ("territory", "offers", "land concessions in stages"),
        ("territory", "accepts", "a land swap"),
    )
    assert len(found.sides) == 4


def test_a_change_over_time_is_flagged_as_one(room: Newsroom) -> None:
    """Between dated reports it can be a change: the sides carry their days, and the flag says so."""
    for name, published, stance in (("a", "2026-01-05", "rejects"), ("b", "2026-02-07", "accepts")):
        draft = room.report(name, published)
        draft.position(draft.actor("Chad"), "ceasefire", stance, "a ceasefire")
    (found,) = room.build().disagreements
    assert [side.as_of for side in found.sides] == [dt.date(2026, 1, 5), dt.date(2026, 2, 7)]
    assert found.over_time
    assert found.about == "Ceasefire: where Chad stands"


def test_a_change_that_a_report_tells_of_is_no_disagreement(room: Newsroom) -> None:
    """A shift from before, reported as one, contradicts nothing."""
    for name, published, stance in (("a", "2026-01-05", "rejects"), ("b", "2026-02-07", "accepts")):
        draft = room.report(name, published)
        draft.position(draft.actor("Chad"), "ceasefire", stance, "a ceasefire", shift=name == "b")
    assert room.build().disagreements == ()


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (("detainees", "agreed", "the prisoner lists were settled"), ("detainees", "blocked", "prisoner lists"), 1),
        (("detainees", "agreed", "an exchange of the wounded"), ("detainees", "blocked", "the fate of the missing"), 0),
        (("detainees", "progress", "prisoner lists"), ("detainees", "open", "prisoner lists"), 0),
        (("detainees", "progress", "prisoner lists"), ("detainees", "blocked", "prisoner lists"), 1),
        (
            ("process", "progress", "the talks in Doha were productive"),
            ("process", "blocked", "talks in Oslo failed"),
            0,
        ),
        (("nuclear", "agreed", ""), ("nuclear", "blocked", ""), 1),
    ],
)
def test_statuses_of_one_matter_disagree(room: Newsroom, one: Any, other: Any, count: int) -> None:
    """Agreed against open or blocked, moving against blocked, of one matter; not of two matters or two meetings."""
    for name, told in (("a", one), ("b", other)):
        room.report(name).status(*told)
    assert len(plain(room.build())) == count


def tell(draft: Draft, **rest: Any) -> None:
    """Tell of a meeting of two states."""
    draft.meeting(draft.actor("Kosovo"), draft.actor("Serbia"), **rest)


def about(findings: Findings) -> list[str]:
    """What the disagreements are about."""
    return [each.about for each in findings.disagreements]


def test_held_and_cancelled_disagree(room: Newsroom) -> None:
    """One report has the meeting held, another cancelled; a cancelled one of another day is another meeting."""
    tell(room.report("a"), place="Ohrid", when="2026-03-02")
    tell(room.report("b"), place="Ohrid", when="2026-03-02", status="cancelled")
    tell(room.report("c"), place="Ohrid", when="2026-04-02", status="cancelled")
    assert about(room.build()) == ["Meeting in Ohrid: held or cancelled"]


def test_different_meetings_do_not_disagree(room: Newsroom) -> None:
    """Rounds in one place, weeks apart or held day after day, contradict nothing."""
    for place, when in enumerate(("2026-03-02", "2026-03-03", "2026-03-30")):
        tell(room.report(f"r{place}"), place="Ohrid", when=when)
    assert room.build().disagreements == ()


def test_one_planned_meeting_on_two_days_disagrees(room: Newsroom) -> None:
    """Two reports of one week announce the next round for different days; a report that tells of both settles it."""
    for name, when in (("a", "2026-03-10"), ("b", "2026-03-12")):
        tell(room.report(name, "2026-03-01"), place="Ohrid", when=when, status="planned")
    assert about(room.build()) == ["Day of a meeting (Ohrid)"]
    tell(room.drafts[1], place="Ohrid", when="2026-03-10", status="planned")
    assert about(room.build()) == []


def test_tolls_of_one_event_disagree(room: Newsroom) -> None:
    """Twelve dead and fifteen dead cannot both hold; "at least ten" goes with either."""
    for name, toll in (("a", "12 people were"), ("b", "fifteen people were"), ("c", "at least ten people were")):
        room.report(name).event(f"{toll} killed in a drone strike on Kutum market", "Kutum", "2026-01-05")
    (found,) = room.build().disagreements
    assert found.about == "Figures of an event (Kutum)"
    assert len(found.sides) == 2


def test_tolls_of_an_event_that_one_report_does_not_date(room: Newsroom) -> None:
    """A strike told without its date is the one of the days before the report; a month later it is another one."""
    dated, undated, later = (
        room.report(name, f"2026-{day}") for name, day in (("a", "01-07"), ("b", "01-08"), ("c", "02-08"))
    )
    dated.event("Drone attack on Kutum killed two people", "Kutum", "2026-01-06")
    undated.event("Hours before the talks, a drone attack in Kutum killed five people and left homes dark", "Kutum")
    assert about(room.build()) == ["Figures of an event (Kutum)"]
    later.event("A drone attack in Kutum killed nine people", "Kutum")
    assert len(room.build().disagreements[0].sides) == 2


def test_points_of_one_version_disagree(room: Newsroom) -> None:
    """An initial plan has 28 points or 27; that a revised one has 20 contradicts neither."""
    for name, versions in (("a", (("initial", 28), ("revised", 20))), ("b", (("initial", 27),))):
        draft = room.report(name)
        draft.plan("Oslo plan", draft.actor("Norway"), *versions)
    (found,) = room.build().disagreements
    assert sorted(side.text for side in found.sides) == ["Oslo plan: 27 points", "Oslo plan: 28 points"]
    assert all(len(side.evidence) == 1 for side in found.sides)


def test_a_mechanism_agreed_and_rejected_disagrees(room: Newsroom) -> None:
    """Two reports differ on the state of one mechanism; that one party rejects what others agreed is no such thing."""
    room.report("a").mechanism("joint ceasefire commission", "monitoring", status="agreed")
    room.report("b").mechanism("a ceasefire commission", "monitoring", status="rejected")
    assert about(room.build()) == ["a ceasefire commission: agreed or rejected"]
    two = Newsroom()
    two.report("a").mechanism("joint ceasefire commission", "monitoring", status="agreed")
    draft = two.report("b")
    draft.mechanism("a ceasefire commission", "monitoring", status="rejected", by=draft.actor("Chad"))
    assert two.build().disagreements == ()


def test_a_position_with_two_numbers_disagrees(room: Newsroom) -> None:
    """One party demands a truce of 30 days in one report and of 60 days in another."""
    (found,) = stand(room, ("ceasefire", "demands", "a 30-day truce"), ("ceasefire", "demands", "a 60-day truce"))
    assert found.about == "Ceasefire: the figures that Chad names"


def test_a_disagreement_is_as_restricted_as_its_sides(room: Newsroom) -> None:
    """It shows what each side says, so the strictest of them marks it."""
    for name, marking, stance in (("a", Marking.CLEAR, "rejects"), ("b", Marking.RED, "accepts")):
        draft = room.report(name, None, marking)
        draft.position(draft.actor("Chad"), "ceasefire", stance, "a ceasefire")
    assert room.build().disagreements[0].marking is Marking.RED
