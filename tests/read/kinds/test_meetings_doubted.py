"""Meetings that a rule finds and the signs of the sentence speak against, and what else only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meets = Callable[[str], list[tuple[Statement, MeetingContent, set[str]]]]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Kenyan President William Ruto has called on the neighbouring states to mediate between his country and "
            "Sudan, arguing that the quarrel over the ports had to be settled by peaceful means."
        ),
        (
            "The rebels, represented by their spokesman, proposed that Sudan negotiate directly with the Taliban "
            "and offered to help with such contacts, which the army has always refused."
        ),
    ],
)
def test_a_long_sentence_that_is_unlike_those_of_meetings_tells_of_none(meets: Meets, text: str) -> None:
    """What somebody asks others to do, at no place, is no meeting, though the verb is one of talks."""
    assert not meets(text)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Biya was sworn in on 6 November at a ceremony denounced by the opposition.",
        "The prize ceremony was held in Nairobi on Monday, William Ruto said.",
        "President João Lourenço was inaugurated on Tuesday in a ceremony in Luanda.",
    ],
)
def test_a_ceremony_for_one_who_is_honoured_is_no_meeting(meets: Meets, text: str) -> None:
    """Who takes an oath or a prize negotiates with nobody."""
    assert not meets(text)


def test_a_ceremony_of_signature_is_a_meeting(meets: Meets) -> None:
    """Where an accord is signed at a ceremony, people have met."""
    [(_, content, _)] = meets("The accord was signed in Luanda on Monday at a ceremony attended by Paul Kagame.")
    assert content.place == "Luanda"


def test_fighters_who_are_gathered_do_not_meet(meets: Meets) -> None:
    """ "The gathering of some 900 fighters" is their cantonment."""
    assert not meets("Rwanda and Congo inspected an area for the gathering of some 900 fighters on Monday.")


def test_a_mediation_of_years_is_no_meeting(meets: Meets) -> None:
    """Who has facilitated talks since a year has done so all the time."""
    assert not meets("Norway has facilitated the dialogue between Sudan and the SPLM since 2011.")
