"""Clauses that a first reading got wrong: bans by "neither", what comes again, who verifies, what a breach opens."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.watch.agreement import Duty
from goodoffices.watch.compiling import Deadline, Ordered, Permitted, Proposal, compile_agreement
from goodoffices.watch.conditions import Happened, Is

IN_FORCE = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def _proposal(*words: str, may: str = "", deadlines: tuple[Deadline, ...] = ()) -> Proposal:
    ordered = [
        Ordered(provision=f"p{place}", number=str(place), words=each, parties=("North",), deadlines=deadlines)
        for place, each in enumerate(words, 1)
    ]
    permitted = [Permitted(provision="m", number="9", words=may)] if may else []
    return compile_agreement("Talks", ordered, permitted, in_force=IN_FORCE, parties=("North", "South"))


@pytest.mark.parametrize(
    "words",
    [
        "Neither Party shall deploy aircraft above the zone.",
        "No Party shall lay mines.",
        "None of the Parties shall recruit children.",
        "No forces shall be stationed there.",
    ],
)
def test_a_ban_that_names_nobody_is_a_ban(words: str) -> None:
    """Not a duty to do what is forbidden."""
    (made,) = _proposal(words).agreement.obligations
    assert made.duty is Duty.REFRAIN
    assert made.act.startswith("not ")


def test_no_later_than_is_no_ban() -> None:
    """The "no" belongs to the day."""
    (made,) = _proposal("No later than 15 April, North shall open the road.").agreement.obligations
    assert made.duty is Duty.DO


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("North shall report every two weeks.", 14),
        ("North shall report every 10 days.", 10),
        ("North shall report once a month.", 30),
        ("North shall report at least once every six months.", 180),
        ("North shall report every other week.", 14),
        ("North shall report every single violation.", None),
    ],
)
def test_how_often_is_read_in_words_and_in_figures(words: str, days: int | None) -> None:
    """What comes again has as long as there is until it comes again."""
    (made,) = _proposal(words).agreement.obligations
    assert made.every == (dt.timedelta(days=days) if days else None)


@pytest.mark.parametrize(
    ("words", "event", "hours"),
    [
        ("North shall investigate each alleged violation within 48 hours.", "violation", 48),
        ("North shall investigate each reported violation within two days.", "violation", 48),
        ("North shall answer every request within one day of its receipt.", "request", None),
        ("Each Party shall appoint an officer within seven days.", "", 7 * 24),
        ("North shall pay each member state within 10 days.", "", 240),
    ],
)
def test_what_arises_for_each_is_the_thing_and_not_the_word_before_it(
    words: str, event: str, hours: int | None
) -> None:
    """ "Each alleged violation" is one for each violation; a party is no event."""
    (made,) = _proposal(words).agreement.obligations
    if hours is not None:
        assert made.due is not None
        assert made.due.within == dt.timedelta(hours=hours)
        assert made.each == event


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("North shall withdraw under the supervision of the Joint Commission.", ("Joint Commission",)),
        ("North shall withdraw, verified by the Monitoring Mission within ten days.", ("Monitoring Mission",)),
        ("North shall have the list confirmed by the end of the month.", ()),
        ("North shall withdraw, supervised by North.", ()),
    ],
)
def test_who_verifies_has_a_name_and_is_not_who_owes_it(words: str, by: tuple[str, ...]) -> None:
    """The end of the month verifies nothing, and nobody verifies himself."""
    (made,) = _proposal(words).agreement.obligations
    assert made.verified_by == by


def test_a_power_opens_with_the_breach_of_what_its_clause_speaks_of() -> None:
    """By the words that clause and obligation share, two at least; where there are none, somebody must say so."""
    owed = "North shall hand over the lists of missing persons."
    shared = _proposal(owed, may="If North fails to hand over the lists, South may close the road.").agreement
    assert shared.powers[0].when == Is(shared.obligations[0].id, "breached")
    other = _proposal(owed, may="If North violates the airspace, South may close the road.").agreement
    assert other.powers[0].when == Happened("breach-found")


def test_before_a_day_is_over_when_the_day_begins() -> None:
    """ "By 1 July" has that day still."""
    day = float(dt.date(2026, 7, 1).toordinal())
    for words, last in (("before 1 July 2026", 1), ("by 1 July 2026", 2)):
        (made,) = _proposal(
            f"North shall clear the road {words}.", deadlines=(Deadline("calendar", day, words),)
        ).agreement.obligations
        assert made.due is not None
        assert made.due.at == dt.datetime(2026, 7, last, tzinfo=dt.UTC)
