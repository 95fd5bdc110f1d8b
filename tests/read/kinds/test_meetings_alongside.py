"""Meetings told by who speaks beside whom, to whom, and by how talks went."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meets = Callable[[str], list[tuple[Statement, MeetingContent, set[str]]]]


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        (
            "Speaking alongside Chancellor Olaf Scholz in Berlin, President Salome Zourabichvili said it was late.",
            {"Olaf Scholz", "Salome Zourabichvili"},
            "Berlin",
        ),
        (
            "Standing next to President William Ruto at State House in Nairobi, Félix Tshisekedi said it was over.",
            {"William Ruto", "Félix Tshisekedi"},
            "State House in Nairobi",
        ),
        (
            "Flanked by President João Lourenço, Paul Kagame told reporters in Luanda that the truce would hold.",
            {"João Lourenço", "Paul Kagame"},
            None,
        ),
    ],
)
def test_who_speaks_beside_somebody_is_with_him(meets: Meets, text: str, who: set[str], place: str | None) -> None:
    """ "Speaking alongside X at a place, Y said" tells that the two were together there."""
    [(_, content, people)] = meets(text)
    assert people == who
    assert content.status == "held"
    assert place is None or content.place == place


def test_who_speaks_beside_a_thing_meets_nobody(meets: Meets) -> None:
    """A thing beside a speaker, or generals without a name, is no company."""
    assert not meets("Speaking beside the wreck of a tank, President William Ruto said that the war was over.")
    assert not meets("Standing next to a map of the valley, Paul Kagame said that the rebels had to withdraw.")


@pytest.mark.parametrize(
    "text",
    [
        "Ghanaian President John Mahama, who took the chair, told the summit that the region could not wait.",
        "On Monday John Mahama told the closing session that nobody had won.",
        "President John Mahama told the African Union Peace and Security Council that the ports would be open.",
    ],
)
def test_who_tells_those_who_meet_is_at_the_meeting(meets: Meets, text: str) -> None:
    """ "Told the summit that": who speaks to a meeting takes part in it."""
    [(_, content, people)] = meets(text)
    assert "John Mahama" in people
    assert content.status == "held"


def test_who_tells_the_press_or_lawmakers_meets_nobody(meets: Meets) -> None:
    """A press conference hears, and so do lawmakers: neither is a meeting of those who negotiate."""
    assert not meets("President John Mahama told a press conference that the region could not wait.")
    assert not meets("Foreign Minister Yvette Cooper, who took over in May, told senators that France would not act.")


def test_delegations_are_told_something_at_a_place(meets: Meets) -> None:
    """ "Told the delegations at the palace": he was with them there."""
    text = "“This is a gamble,” Colombian President Gustavo Petro told the delegations at the Nariño Palace on Monday."
    [(_, content, people)] = meets(text)
    assert "Gustavo Petro" in people
    assert content.place == "Nariño Palace"


def test_representatives_of_several_take_their_seats(meets: Meets) -> None:
    """Those of several sides who took their seats sat down with each other."""
    text = "Representatives of Fatah, Hamas and Egypt took their seats, while the chair of the bank stayed empty."
    [(_, _, people)] = meets(text)
    assert people == {"Fatah", "Hamas", "Egypt"}


@pytest.mark.parametrize(
    "second",
    [
        "The talks were described as frank by both delegations.",
        "The discussions, which were deemed useful by both sides, dealt with the release of prisoners.",
        "The talks focused on the release of prisoners.",
    ],
)
def test_talks_are_told_by_how_they_went(meets: Meets, second: str) -> None:
    """What talks were called by those who sat there, and what they centred on, is told of talks that have been."""
    found = meets(f"Sudan's army and the Rapid Support Forces met in Jeddah on Monday. {second}")
    assert [content.status for _, content, _ in found] == ["held", "held"]
    assert found[1][2] == {"Sudan", "Rapid Support Forces"}


def test_what_talks_centre_on_is_not_where_they_are(meets: Meets) -> None:
    """ "Centred on the border" names the matter."""
    text = "Armenia and Azerbaijan met in Abu Dhabi on Monday. The talks centred on the border."
    assert [content.place for _, content, _ in meets(text)] == ["Abu Dhabi", "Abu Dhabi"]


def test_talks_that_a_signature_ends_are_those_of_the_signers(meets: Meets) -> None:
    """ "Signed a pact that would ..., ending ten days of talks in X": who signed, and there."""
    text = (
        "The Philippines and the Moro Islamic Liberation Front signed an agreement on Saturday that would make "
        "Mindanao a state, ending ten days of closed-door talks at a hotel in Penang."
    )
    [(_, content, people)] = meets(text)
    assert people == {"Philippines", "Moro Islamic Liberation Front"}
    assert (content.place, content.status) == ("hotel in Penang", "held")


def test_a_place_where_somebody_is_to_convene(meets: Meets) -> None:
    """ "Eyes turn to X, where Y is to convene": the place is X."""
    text = "Eyes now turn to Geneva, where the UN Human Rights Council is to convene a conference on 30 September."
    [(_, content, _)] = meets(text)
    assert (content.place, content.status) == ("Geneva", "planned")


def test_a_titled_agreement_is_signed_at_its_place(meets: Meets) -> None:
    """ "Signed a Suspension of Operations agreement in X" names the town of the signing."""
    text = "On Thursday Sudan and the SPLM-N signed a Suspension of Operations agreement in Nairobi."
    [(_, content, _)] = meets(text)
    assert content.place == "Nairobi"
