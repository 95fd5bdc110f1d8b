"""Meetings of bodies: what a council adopts somewhere, congresses, missions, and who is behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meets = Callable[[str], list[tuple[Statement, MeetingContent, set[str]]]]


@pytest.mark.parametrize(
    ("text", "body", "place"),
    [
        (
            "The statement, adopted by the African Union's Peace and Security Council in Addis Ababa, was short.",
            "African Union Peace and Security Council",
            "Addis Ababa",
        ),
        (
            "The decision, taken at an extraordinary congress of the Polisario Front in Oran, was made public.",
            "Polisario Front",
            "Oran",
        ),
        ("Norwegian envoy Espen Eide concluded a week-long mission to Nepal on Tuesday.", "Espen Eide", "Nepal"),
    ],
)
def test_bodies_sit_and_envoys_go_somewhere(meets: Meets, text: str, body: str, place: str) -> None:
    """What a council adopts in a town, a movement's congress and an envoy's mission have a place and somebody."""
    [(_, content, people)] = meets(text)
    assert body in people
    assert (content.place, content.status) == (place, "held")


@pytest.mark.parametrize(
    "text",
    [
        "The resolution, adopted by the United States Congress, was short.",
        "The bill was taken up by Congress in May.",
        "The United Nations ended its observer mission to Nepal in 2011.",
        "The mission has three aims.",
    ],
)
def test_legislatures_and_forces_meet_nobody(meets: Meets, text: str) -> None:
    """A legislature's vote and a force that is sent out are no meetings."""
    assert not meets(text)


def test_a_delegation_is_of_the_body_that_announces_it(meets: Meets) -> None:
    """ "X announced that a delegation would travel to Y": X's."""
    [(_, content, people)] = meets("ECOWAS announced that a high-level delegation would travel to Niger in May.")
    assert people == {"ECOWAS"}
    assert (content.place, content.status) == ("Niger", "planned")


def test_who_holds_consultations_is_there(meets: Meets) -> None:
    """A body before "which", behind its short form too, takes part in the talks that it holds."""
    text = (
        "They entrusted the work to the National Council of Churches (NCC), which will organise consultations in all "
        "47 counties from January."
    )
    [(_, content, people)] = meets(text)
    assert people == {"National Council of Churches"}
    assert content.status == "planned"


def test_a_document_signed_somewhere_binds_those_who_signed(meets: Meets) -> None:
    """ "The document, signed at a palace, commits A and B": they were there."""
    text = "The document, signed at the Kofi Annan Centre, commits Sudan and the SPLM-N to a national dialogue."
    [(_, content, people)] = meets(text)
    assert people == {"Sudan", "SPLM-North"}
    assert content.place == "Kofi Annan Centre"


def test_who_does_something_at_an_opening_is_there(meets: Meets) -> None:
    """ "Opened its dialogue in X, with President Y hailing the day": Y was there."""
    text = (
        "Chad opened its national dialogue on Wednesday at a ceremony in N'Djamena, with President Mahamat Déby "
        "hailing the day."
    )
    [(_, _, people)] = meets(text)
    assert "Mahamat Déby" in people


def test_some_of_them_are_people_whom_one_meets(meets: Meets) -> None:
    """ "After meeting some of them in X": one named person, at a place; who they are is not said."""
    text = (
        "Kenya and Somalia want peace. Opposition leader Raila Odinga said after meeting some of them in Mombasa that "
    )
    [(_, content, people)] = meets(text + "the strike would go on.")
    assert people == {"Raila Odinga"}
    assert content.place == "Mombasa"


def test_who_only_welcomes_something_in_words_receives_nobody(meets: Meets) -> None:
    """ "Welcomed the panel but ruled out any mediation" tells what somebody thinks."""
    assert not meets("In Tunis, Foreign Minister Nabil Ammar welcomed the panel but ruled out any mediation.")
    [(_, content, _)] = meets("Foreign Minister Nabil Ammar welcomed Abdoulaye Bathily in Tunis on Monday.")
    assert content.status == "held"
