"""States as a lawyer would have them, on small agreements; what falls due, what waits for what, and two times."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from goodoffices.record import Marking
from goodoffices.watch.agreement import parse_agreement
from goodoffices.watch.log import Entry, Finding, Happening, Reading, Retraction, Verdict, What, entry_id, log_of
from goodoffices.watch.state import Standing, state

AGREEMENT = parse_agreement(
    """
agreement: Port Selene ceasefire
in force: 2026-03-01
parties: [North, South]
indicators:
  - {id: paid, label: Paid into the fund, unit: million}
obligations:
  - {id: ceasefire, owes: [North, South], act: cease fire, duty: refrain, until: on 2026-06-01,
     verified by: Commission}
  - {id: withdrawal, owes: North, to: South, act: withdraw, trigger: ceasefire is active for 7 days, within: 14 days,
     verified by: Commission}
  - {id: relief, owes: West, to: North, act: lift sanctions, duty: refrain, trigger: withdrawal is fulfilled}
  - {id: pledge, owes: West, to: fund, act: pay 100 million, due: 2026-04-30, met when: value(paid) >= 100}
  - {id: answer, owes: South, act: answer a ticket, each: ticket, within: 24 hours}
  - {id: inspection, owes: Commission, act: inspect, every: 7 days, within: 7 days, until: on 2026-03-22}
  - {id: guarantee, owes: West, act: deploy, trigger: settlement is fulfilled}
  - {id: settlement, owes: [North, South], act: settle, trigger: guarantee is active and signing happened}
powers:
  - {id: snapback, holder: Council, act: bring sanctions back, when: ceasefire was breached, suspends: relief,
     clause: "12"}
"""
)


def at(text: str) -> dt.datetime:
    """An instant in UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def said(what: str, subject: str, when: str, by: str = "", **more: Any) -> Happening:
    """An entry that was set down when it happened, unless it says otherwise."""
    more = {"latest": at(when), "known": at(when)} | more
    return Happening(what=What(what), subject=subject, earliest=at(when), by=by, **more)


def standing(entries: list[Entry], on: str, subject: str, **asked: Any) -> Standing:
    """Where one obligation stands on a day."""
    outlook = state(AGREEMENT, log_of(entries), on=at(on), **asked)
    return next(each for each in outlook.standings if each.obligation.id == subject)


DONE = said("performed", "withdrawal", "2026-03-15", "Commission")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-02-01", "conditional"),
        ("2026-03-07", "conditional"),
        ("2026-03-08", "active"),
        ("2026-03-22", "breached"),
    ],
)
def test_a_duty_arises_upon_its_trigger_and_is_breached_when_its_time_is_up(on: str, expected: str) -> None:
    """The ceasefire held for seven days on 8 March; fourteen days later it is too late."""
    assert standing([], on, "withdrawal").state == expected


def test_what_was_done_in_time_is_fulfilled_and_lets_the_next_duty_arise() -> None:
    """The relief is owed from the day of the withdrawal on."""
    assert standing([DONE], "2026-03-15", "withdrawal").state == "fulfilled"
    assert standing([DONE], "2026-03-15", "relief").state == "active"
    assert standing([DONE], "2026-03-14", "relief").state == "conditional"


def test_what_was_done_late_is_fulfilled_and_said_to_be_late() -> None:
    """A breach by delay ends with the deed."""
    late = said("performed", "withdrawal", "2026-03-25", "Commission")
    found = standing([late], "2026-04-01", "withdrawal")
    assert (found.state, found.late) == ("fulfilled", True)
    assert standing([late], "2026-03-24", "withdrawal").state == "breached"


@pytest.mark.parametrize("by", ["North", "South", ""])
def test_only_the_verifier_can_say_that_it_was_done(by: str) -> None:
    """What others say is kept as a claim and changes nothing."""
    claim = said("performed", "withdrawal", "2026-03-15", by)
    found = standing([claim], "2026-03-16", "withdrawal")
    assert found.state == "active"
    assert found.claims == (entry_id(claim),)


def test_an_accusation_is_no_breach_and_a_finding_is() -> None:
    """South accuses; the Commission finds."""
    accused = said("breached", "ceasefire", "2026-03-20", "South")
    assert standing([accused], "2026-03-21", "ceasefire").state == "active"
    day = dt.date(2026, 3, 20)
    found = Finding(
        obligation="ceasefire", verdict=Verdict.BREACHED, first=day, last=day, by="Commission", known=at("2026-03-25")
    )
    assert standing([found], "2026-03-21", "ceasefire").state == "breached"
    for verdict in (Verdict.DISPUTED, Verdict.UNKNOWN):
        open_question = Finding(
            obligation="ceasefire", verdict=verdict, first=day, last=day, by="Commission", known=at("2026-03-25")
        )
        assert standing([open_question], "2026-03-21", "ceasefire").state == "active"


def test_a_breach_opens_the_power_and_its_use_suspends_the_relief() -> None:
    """Snapback: open with the breach, used by the Council alone, with the clause and the condition it rests on."""
    breach = said("breached", "ceasefire", "2026-03-25", "Commission")
    opened = state(AGREEMENT, log_of([DONE, breach]), on=at("2026-03-26"))
    (power,) = opened.openings
    assert (power.state, power.power.clause) == ("open", "12")
    assert [(each.words, each.holds) for each in power.why] == [("ceasefire was breached", True)]
    used = said("exercised", "snapback", "2026-03-27", "Council")
    assert standing([DONE, breach, used], "2026-03-28", "relief").state == "suspended"
    stranger = said("exercised", "snapback", "2026-03-27", "South")
    assert standing([DONE, breach, stranger], "2026-03-28", "relief").state == "active"
    early = said("exercised", "snapback", "2026-03-20", "Council")
    outlook = state(AGREEMENT, log_of([DONE, breach, early]), on=at("2026-03-28"))
    assert [key for key, _ in outlook.idle] == [entry_id(early)]


def test_a_late_report_changes_last_month_as_seen_today_and_not_as_known_then() -> None:
    """Two times: when it happened and when it was known."""
    late = said("performed", "withdrawal", "2026-03-15", "Commission", known=at("2026-04-20"))
    assert standing([late], "2026-03-20", "withdrawal").state == "fulfilled"
    assert standing([late], "2026-03-20", "withdrawal", known=at("2026-03-20")).state == "active"


def test_what_was_taken_back_no_longer_holds_from_then_on() -> None:
    """Nothing is deleted: before the retraction the view was another."""
    back = Retraction(entry=entry_id(DONE), known=at("2026-03-18"))
    assert standing([DONE, back], "2026-03-16", "withdrawal").state == "active"
    assert standing([DONE, back], "2026-03-16", "withdrawal", known=at("2026-03-17")).state == "fulfilled"


def test_a_pledge_is_met_by_the_money_and_not_by_the_word() -> None:
    """The indicator's readings decide; before the first nobody knows."""
    paid = [
        Reading(indicator="paid", value=value, at=at(when), known=at(when))
        for value, when in ((40.0, "2026-03-10"), (100.0, "2026-04-10"))
    ]
    assert standing(paid, "2026-04-09", "pledge").state == "active"
    assert standing(paid, "2026-04-10", "pledge").state == "fulfilled"
    assert standing(paid[:1], "2026-05-02", "pledge").state == "breached"


def test_each_ticket_has_its_own_clock() -> None:
    """Two tickets: one answered in time, one not."""
    tickets = [said("happened", "ticket", "2026-03-05", ref="t1"), said("happened", "ticket", "2026-03-06", ref="t2")]
    answer = said("performed", "answer/t1", "2026-03-05T12:00", "Commission")
    assert standing([*tickets, answer], "2026-03-09", "answer/t1").state == "fulfilled"
    assert standing([*tickets, answer], "2026-03-09", "answer/t2").state == "breached"


def test_a_weekly_duty_arises_each_week() -> None:
    """The first week was done, the second was missed, the third has just begun."""
    done = said("performed", "inspection/1", "2026-03-03", "monitor")
    seen = [standing([done], "2026-03-16", f"inspection/{week}").state for week in (1, 2, 3)]
    assert seen == ["fulfilled", "breached", "active"]


def test_what_waits_for_itself_in_a_circle_is_named() -> None:
    """The guarantee waits for the settlement and the settlement for the guarantee."""
    outlook = state(AGREEMENT, log_of([]), on=at("2026-03-10"))
    assert outlook.loops == (("guarantee", "settlement"),)


def test_what_something_waits_for_is_said_part_by_part() -> None:
    """Of the settlement's trigger neither part holds."""
    waits = standing([], "2026-03-10", "settlement").waits_for
    assert [(each.words, each.holds) for each in waits] == [("guarantee is active", False), ("signing happened", False)]
    signed = said("happened", "signing", "2026-03-05")
    waits = standing([signed], "2026-03-10", "settlement").waits_for
    assert [each.words for each in waits] == ["guarantee is active"]


def test_what_falls_due_next_comes_soonest_first() -> None:
    """Only what is owed and has a deadline ahead."""
    outlook = state(AGREEMENT, log_of([]), on=at("2026-03-10"))
    assert [each.obligation.id for each in outlook.next_due] == ["inspection/2", "withdrawal", "pledge"]


def test_time_in_abeyance_does_not_count_towards_a_deadline() -> None:
    """Suspended for five days, the withdrawal is due five days later."""
    held = [said("suspended", "withdrawal", "2026-03-10"), said("resumed", "withdrawal", "2026-03-15")]
    assert standing(held, "2026-03-12", "withdrawal").state == "suspended"
    assert standing(held, "2026-03-26", "withdrawal").state == "active"
    assert standing(held, "2026-03-27", "withdrawal").state == "breached"


def test_where_the_time_of_a_thing_is_not_known_both_states_are_named() -> None:
    """Done between the 10th and the 30th: fulfilled or breached on the 25th."""
    vague = said("performed", "withdrawal", "2026-03-10", "Commission", latest=at("2026-03-30"))
    found = standing([vague], "2026-03-25", "withdrawal")
    assert (found.state, found.or_else) == ("fulfilled", "breached")


def test_what_an_audience_may_not_see_changes_nothing_for_it() -> None:
    """A RED entry leaves GREEN's view as if it were not there."""
    secret = said("performed", "withdrawal", "2026-03-15", "Commission", marking=Marking.RED)
    assert standing([secret], "2026-03-16", "withdrawal", audience=Marking.GREEN).state == "active"
    assert standing([secret], "2026-03-16", "withdrawal").state == "fulfilled"


def test_a_refrained_duty_is_fulfilled_when_its_time_is_over_unbroken() -> None:
    """The ceasefire ends on 1 June; one that was broken and put right also counts."""
    assert standing([], "2026-06-01", "ceasefire").state == "fulfilled"
    breach = said("breached", "ceasefire", "2026-03-25", "Commission")
    assert standing([breach], "2026-06-01", "ceasefire").state == "breached"
    mended = said("remedied", "ceasefire", "2026-03-28", "Commission")
    assert standing([breach, mended], "2026-06-01", "ceasefire").state == "fulfilled"
