"""Compliance: each provision by how far its obligations have come, with what that rests on."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.watch.agreement import parse_agreement
from goodoffices.watch.compliance import Degree, degree_of, score, total
from goodoffices.watch.log import Entry, Happening, Reading, What, log_of

AGREEMENT = parse_agreement(
    """
agreement: Port Selene
in force: 2026-03-01
indicators:
  - {id: paid, label: Paid}
obligations:
  - {id: ceasefire, provision: "1", owes: North, act: cease fire, duty: refrain, verified by: Commission}
  - {id: withdrawal, provision: "2", owes: North, act: withdraw, due: 2026-03-31}
  - {id: census, provision: "2", owes: South, act: count, due: 2026-05-31}
  - {id: pledge, provision: "3", owes: West, act: pay, due: 2026-12-31, met when: value(paid) >= 100}
  - {id: answer, provision: "4", owes: South, act: answer, each: ticket, within: 24 hours}
  - {id: election, provision: "5", owes: South, act: vote, trigger: withdrawal is fulfilled}
"""
)


def at(text: str) -> dt.datetime:
    """An instant in UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def said(what: What, subject: str, when: str, **more: str) -> Happening:
    """What the Commission says."""
    return Happening(
        what=what, subject=subject, earliest=at(when), latest=at(when), known=at(when), by="Commission", **more
    )


def degrees(on: str, *entries: Entry) -> dict[str, Degree | None]:
    """The degree of each provision on a day."""
    return {each.provision: each.degree for each in score(AGREEMENT, log_of(entries), [dt.date.fromisoformat(on)])}


def test_what_has_not_arisen_is_not_scored() -> None:
    """No ticket, no withdrawal: provisions 4 and 5 have no degree, the pledge has none of it paid."""
    assert degrees("2026-03-10") == {
        "1": Degree.FULL,
        "2": Degree.NONE,
        "3": Degree.NONE,
        "4": None,
        "5": None,
    }


def test_a_provision_of_two_duties_one_of_which_is_done_is_intermediate() -> None:
    """One of two is more than a third and less than nine tenths."""
    done = said(What.PERFORMED, "withdrawal", "2026-03-20")
    found = degrees("2026-04-10", done)
    assert found["2"] is Degree.INTERMEDIATE
    assert found["5"] is Degree.NONE


@pytest.mark.parametrize(("paid", "degree"), [(0, 0), (20, 1), (60, 2), (95, 3), (100, 3)])
def test_a_pledge_has_come_as_far_as_its_money(paid: float, degree: int) -> None:
    """By the latest reading of the day."""
    reading = Reading(indicator="paid", value=paid, at=at("2026-04-01"), known=at("2026-04-01"))
    assert degrees("2026-04-10", reading)["3"] == degree
    assert degrees("2026-03-20", reading)["3"] is Degree.NONE


def test_a_ceasefire_has_been_kept_for_a_share_of_its_days() -> None:
    """Ten days kept, twenty in breach: a third."""
    breach = said(What.BREACHED, "ceasefire", "2026-03-11")
    (first, *_) = score(AGREEMENT, log_of([breach]), [dt.date(2026, 3, 30)])
    assert first.share == pytest.approx(1 / 3, abs=0.01)
    (evidence,) = first.evidence
    assert [change.after for change in evidence.changes] == ["active", "breached"]
    assert "kept 33%" in evidence.why


def test_tickets_count_by_how_many_were_answered() -> None:
    """One of two in time."""
    tickets = [
        said(What.HAPPENED, "ticket", "2026-03-05", ref="a"),
        said(What.HAPPENED, "ticket", "2026-03-06", ref="b"),
        said(What.PERFORMED, "answer/a", "2026-03-05"),
    ]
    (evidence,) = next(
        each for each in score(AGREEMENT, log_of(tickets), [dt.date(2026, 3, 20)]) if each.provision == "4"
    ).evidence
    assert (evidence.share, evidence.why) == (0.5, "1 of 2 done")


def test_the_aggregate_is_points_reached_of_points_that_could_be() -> None:
    """As the Matrix has it; nothing is known of nothing."""
    assert total(score(AGREEMENT, log_of([]), [dt.date(2026, 3, 10)])) == pytest.approx(3 / 9)
    assert total([]) is None


def test_degrees_rise_with_the_share() -> None:
    """None at 0, full from nine tenths on."""
    shares = [0, 0.01, 1 / 3, 0.34, 0.89, 0.9, 1]
    assert [degree_of(share).value for share in shares] == [0, 1, 1, 2, 2, 3, 3]
