"""Statements of each kind merged into findings over reports."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from newsroom import Newsroom, only

from goodoffices.record import Marking, PlanItem, PlanVersion


def meetings(room: Newsroom, *told: dict[str, Any]) -> list[Any]:
    """Tell of a meeting of two states in a report each; `published` is the report's day, `present` who met."""
    for place, each in enumerate(told):
        draft = room.report(f"r{place}", each.pop("published", None))
        present = [draft.actor(name) for name in each.pop("present", ("Kosovo", "Serbia"))]
        draft.meeting(*present, **each)
    return [finding.content for finding in room.build().of_kind("meeting")]


def test_a_meeting_over_reports_is_one(room: Newsroom) -> None:
    """One place (or a building in it), one time: one meeting, with all its evidence and the topic that one gives."""
    found = meetings(
        room,
        {"place": "Moscow", "when": "2026-03-02", "topic": "borders"},
        {"place": "the Kremlin", "when": "2026-03-01/2026-03-03"},
        {"when": "2026-03-02"},
    )
    assert len(found) == 1
    assert found[0].topic == "borders"
    finding = only(room.build(), "meeting")
    assert finding.sources == 3
    assert len(finding.evidence) == 3
    assert finding.when is not None
    assert finding.when.iso() == "2026-03-02"


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(({"place": "Oslo", "when": "2026-03-02"}, {"place": "Bern", "when": "2026-03-02"}), id="places"),
        pytest.param(({"place": "Oslo", "when": "2026-03-02"}, {"place": "Oslo", "when": "2026-03-09"}), id="dates"),
        pytest.param(({"place": "Miami"}, {"place": "Mar-a-Lago"}), id="two places in one state"),
        pytest.param(({}, {}), id="neither place nor date"),
        pytest.param(({"place": "Oslo"}, {"place": "Oslo", "status": "planned"}), id="planned and held, undated"),
        pytest.param(
            ({"place": "Oslo", "published": "2026-01-02"}, {"place": "Oslo", "published": "2026-05-02"}),
            id="months apart",
        ),
        pytest.param(
            (
                {"place": "Oslo", "when": "2026-03-02"},
                {"place": "Oslo", "when": "2026-03-02", "present": ("Kosovo", "Norway")},
            ),
            id="two pairs at one table",
        ),
        pytest.param(
            ({"place": "Oslo"}, {"place": "Oslo", "present": ("Kosovo", "Norway", "Serbia")}), id="a third side"
        ),
    ],
)
def test_different_meetings_stay_apart(room: Newsroom, told: tuple[dict[str, Any], ...]) -> None:
    """Another place, another time, another table, or too little known: two meetings."""
    assert len(meetings(room, *told)) == 2


def test_undated_meetings_of_one_place_and_table_are_one(room: Newsroom) -> None:
    """Where no report gives the date, the place and the sides decide."""
    assert len(meetings(room, {"place": "Havana"}, {"place": "Havana, Cuba"})) == 1


def test_an_undated_mention_that_fits_two_rounds_joins_neither(room: Newsroom) -> None:
    """What is told of "the talks in Doha" can be either round."""
    found = meetings(
        room,
        {"place": "Doha", "when": "2026-03-02"},
        {"place": "Doha", "when": "2026-03-09"},
        {"place": "Doha", "published": "2026-03-10"},
    )
    assert len(found) == 3


def test_a_planned_meeting_becomes_the_held_one(room: Newsroom) -> None:
    """The state moves on with the reports: planned on Monday, held on Wednesday."""
    found = meetings(
        room,
        {"place": "Geneva", "when": "2026-03-04", "published": "2026-03-02", "status": "planned"},
        {"place": "Geneva", "when": "2026-03-04", "published": "2026-03-05"},
    )
    assert [content.status for content in found] == ["held"]


def test_delegates_and_delegations_meet_once(room: Newsroom) -> None:
    """One report has the states meet, another their envoys: one meeting, all named."""
    one, other = room.report("a"), room.report("b")
    one.meeting(one.actor("Yemen"), one.actor("Oman"), place="Muscat", when="2026-02-01")
    envoys = [
        other.person(name, side=other.actor(state)) for name, state in (("A. Alimi", "Yemen"), ("B. Busaidi", "Oman"))
    ]
    other.meeting(*envoys, place="Muscat", when="2026-02-01")
    assert len(only(room.build(), "meeting").content.participants) == 4


def test_two_calls_of_other_people_on_one_day_are_two(room: Newsroom) -> None:
    """Presidents and ministers of the same states can both talk on one day."""
    for name, pair in (("a", ("Ana Silva", "Ben Okoro")), ("b", ("Carla Rossi", "Dan Weiss"))):
        draft = room.report(name)
        sides = draft.actor("Cuba"), draft.actor("Chad")
        draft.meeting(*(draft.person(who, side=side) for who, side in zip(pair, sides, strict=True)), when="2026-02-01")
    assert len(room.build().of_kind("meeting")) == 2


def positions(room: Newsroom, *told: tuple[str, str]) -> int:
    """Give a position of one party in a report each, as (stance, text); how many findings they come to."""
    for place, (stance, text) in enumerate(told):
        draft = room.report(f"r{place}")
        draft.position(draft.actor("Sudan"), "ceasefire", stance, text)
    return len(room.build().of_kind("position"))


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (("a full ceasefire in Darfur", "full ceasefires in all of Darfur"), 1),
        (("Sudan demands a humanitarian truce", "a humanitarian truce"), 1),
        (("a humanitarian truce", "an arms embargo"), 2),
        (("a 30-day ceasefire", "a 60-day ceasefire"), 2),
        (("a truce of at least 30 days", "a truce of 60 days"), 1),
        (("a ceasefire in Darfur", "no ceasefire in Darfur"), 2),
    ],
)
def test_positions_of_one_matter_are_one(room: Newsroom, texts: tuple[str, str], count: int) -> None:
    """Like words are one position; other matters, other numbers and a "no" are not."""
    assert positions(room, *(("demands", text) for text in texts)) == count


def test_positions_of_other_stances_stay_apart(room: Newsroom) -> None:
    """To demand and to accept are two findings of one cell."""
    assert positions(room, ("demands", "a full ceasefire"), ("accepts", "a full ceasefire")) == 2


def test_a_red_line_in_one_report_is_one(room: Newsroom) -> None:
    """The finding is firm where any report has it so, and keeps the condition that one gives."""
    one, other = room.report("a"), room.report("b")
    one.position(one.actor("Sudan"), "territory", "rejects", "partition of the country", firm=True)
    other.position(other.actor("Sudan"), "territory", "rejects", "partition of the country", condition="in any form")
    content = only(room.build(), "position").content
    assert content.firm
    assert content.condition == "in any form"


def test_quotes_in_one_another_are_one(room: Newsroom) -> None:
    """A piece of a quote is the quote, in its longest direct form; another speaker's words are not."""
    long, short, other = room.report("a"), room.report("b"), room.report("c")
    long.quote(long.person("Martin Griffiths"), "There is no military solution to this war.")
    short.quote(short.person("Martin Griffiths"), "no military solution,")
    other.quote(other.person("Hans Grundberg"), "no military solution")
    quotes = room.build().of_kind("quote")
    assert sorted((f.content.text, f.sources) for f in quotes) == [
        ("There is no military solution to this war.", 2),
        ("no military solution", 1),
    ]


def test_a_small_word_is_no_piece_of_a_quote(room: Newsroom) -> None:
    """The word "war" is a quote of its own."""
    for name, text in (("a", "This war must end."), ("b", "war")):
        draft = room.report(name)
        draft.quote(draft.person("Martin Griffiths"), text)
    assert len(room.build().of_kind("quote")) == 2


def test_a_plan_has_all_its_versions_in_order(room: Newsroom) -> None:
    """What one report calls initial and another cut down is one plan with its versions in the order of the reports."""
    one, other, third = room.report("a"), room.report("b"), room.report("c")
    one.plan("Annan plan", one.person("Kofi Annan"), ("initial", 28), ("revised", 20))
    other.plan("the plan", other.person("Kofi Annan"), ("", 28))
    third.plan(
        "Annan's peace plan", third.person("Annan"), ("", 20), ("", 19), items=(PlanItem("a federation", "government"),)
    )
    plan = only(room.build(), "plan")
    assert [version.points for version in plan.content.versions] == [28, 20, 19]
    assert plan.content.versions[0] == PlanVersion(label="initial", points=28)
    assert plan.content.items == (PlanItem("a federation", "government"),)


def test_plans_of_other_names_or_authors_are_two(room: Newsroom) -> None:
    """One author can have a plan for Gaza and one for Darfur; two authors have two plans."""
    draft = room.report("a")
    author = draft.person("Ana Silva")
    draft.plan("Gaza plan", author)
    draft.plan("Darfur peace plan", author)
    draft.plan("peace plan", draft.person("Ben Okoro"))
    assert len(room.build().of_kind("plan")) == 3


def test_a_mechanism_has_its_latest_state(room: Newsroom) -> None:
    """Proposed in January, agreed in February: one mechanism, agreed, with the trigger that one report gives."""
    one, other = room.report("a", "2026-01-05"), room.report("b", "2026-02-05")
    one.mechanism("multinational stabilisation force", trigger="a ceasefire")
    other.mechanism("a multinational stabilisation force", status="agreed")
    content = only(room.build(), "mechanism").content
    assert (content.status, content.trigger) == ("agreed", "a ceasefire")


def test_one_mediator_leads_one_mediation(room: Newsroom) -> None:
    """Whatever two reports call it, a mediation is told by who leads it, also where it is his minister."""
    one, other = room.report("a"), room.report("b")
    one.mechanism("Omani mediation", "mediation", led_by=(one.actor("Oman"),))
    other.mechanism("steering of the talks", "mediation", led_by=(other.person("Said Harthi", other.actor("Oman")),))
    assert len(room.build().of_kind("mechanism")) == 1


def test_other_mediators_and_other_kinds_stay_apart(room: Newsroom) -> None:
    """Two mediators are two, and one state may lead two forces."""
    draft = room.report("a")
    oman, togo = draft.actor("Oman"), draft.actor("Togo")
    draft.mechanism("Omani mediation", "mediation", led_by=(oman,))
    draft.mechanism("steering of the talks", "mediation", led_by=(togo,))
    draft.mechanism("stabilisation force", led_by=(togo,))
    draft.mechanism("coast guard", led_by=(togo,))
    assert len(room.build().of_kind("mechanism")) == 4


def test_mechanisms_of_other_kinds_or_names_stay_apart(room: Newsroom) -> None:
    """A force and a mission are two, and so are two forces of other names."""
    draft = room.report("a")
    draft.mechanism("stabilisation force")
    draft.mechanism("international peacekeepers")
    draft.mechanism("stabilisation force", kind="monitoring")
    assert len(room.build().of_kind("mechanism")) == 3


def test_statuses_merge_by_issue_status_and_speaker(room: Newsroom) -> None:
    """Ten reports that call an issue open are one finding; who says otherwise has one of his own."""
    for place in range(10):
        room.report(f"r{place}").status("detainees", "open", "the list of prisoners is not settled")
    draft = room.report("z")
    draft.status("detainees", "open", "the lists differ", by=draft.person("Ana Silva"))
    assert sorted(f.sources for f in room.build().of_kind("issue_status")) == [1, 10]


def test_events_merge_by_time_place_and_words(room: Newsroom) -> None:
    """One strike told by two reports is one event; the next day's, and another town's, are not."""
    for name, text, place, when in (
        ("a", "a drone strike killed 12 people at a market", "Kutum", "2026-01-05"),
        ("b", "12 killed in a drone strike on the market", "Kutum, Darfur", "2026-01-05"),
        ("c", "a drone strike killed 3 people at a market", "Kutum", "2026-01-09"),
        ("d", "a drone strike killed 12 people at a market", "Nyala", "2026-01-05"),
    ):
        room.report(name).event(text, place, when)
    assert sorted(f.sources for f in room.build().of_kind("event")) == [1, 1, 2]


def test_withheld_things_merge_by_words(room: Newsroom) -> None:
    """What two reports say is kept secret, in like words, is one; the keepers are those that either names."""
    one, other = room.report("a"), room.report("b")
    one.withheld("details of the prisoner lists remain confidential", one.actor("Yemen"))
    other.withheld("the details of the prisoner lists remain confidential")
    assert len(only(room.build(), "withheld").content.by) == 1


def test_days_sources_and_marking_are_those_of_the_reports(room: Newsroom) -> None:
    """A copy is no second source and makes nothing newer; the marking is the strictest."""
    for name, published, marking in (
        ("a", "2026-01-05", Marking.CLEAR),
        ("b", "2026-01-06", Marking.AMBER),
        ("c", None, Marking.GREEN),
    ):
        draft = room.report(name, published, marking)
        draft.position(draft.actor("Mali"), "justice", "rejects", "an amnesty for war crimes")
    ids = [report.id for report in room.reports()]
    finding = only(room.build(near_duplicates={ids[1]: ids[0]}), "position")
    assert finding.sources == 2
    assert (finding.first_reported, finding.as_of) == (dt.date(2026, 1, 5), dt.date(2026, 1, 5))
    assert finding.marking is Marking.AMBER
    assert finding.reports == tuple(ids)
    assert finding.confidence is not None


def test_a_statement_without_its_report_is_a_listed_rejection(room: Newsroom) -> None:
    """Nothing is lost in silence."""
    from goodoffices.record.findings import build  # noqa: PLC0415  the newsroom always brings the report

    draft = room.report("a")
    draft.status("nuclear", "open")
    findings = build([], room.statements())
    assert findings.findings == ()
    assert [r.what for r in findings.rejections] == [f"statement {room.statement(draft, 0).id}"]
