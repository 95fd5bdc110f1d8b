"""Governments that are no state's ministers: juntas, regions with chief ministers, and the chairs of blocs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from persons_seated import sides_of

from goodoffices.read.context import Context

Opened = Callable[[str], Context]


@pytest.mark.parametrize(
    "office",
    [
        "The spokesman for the junta, Colonel Jan Novak, said",
        "Junta spokesman Jan Novak said",
        "The junta's chief negotiator, Jan Novak, said",
    ],
)
def test_a_junta_is_of_the_state_that_soldiers_rule(opened: Opened, office: str) -> None:
    """ "The junta" is the state of which the report says that it has military rulers, not its guest."""
    told = "Gabon's military rulers received the French. France sent a minister. French officials waited."
    assert sides_of(opened(f"{told} {office} that France had been heard. The French left."))["Jan Novak"] == "Gabon"


def test_two_states_with_soldiers_have_no_one_junta(opened: Opened) -> None:
    """Where two states are ruled by soldiers, nobody can tell whose spokesman it is."""
    told = "Gabon's junta and Chad's junta quarrelled. Junta spokesman Jan Novak said that it was over."
    assert sides_of(opened(told))["Jan Novak"] is None


@pytest.mark.parametrize(
    "office",
    [
        "Kerala's deputy chief minister, Jan Novak, said",
        "Jan Novak, the chief minister of Kerala, said",
        "Kerala Chief Secretary Jan Novak said",
    ],
)
def test_a_chief_minister_speaks_for_the_region(opened: Opened, office: str) -> None:
    """A chief minister has a region, which the office alone makes an actor."""
    assert sides_of(opened(f"{office} that the dam was safe. India's government agreed."))["Jan Novak"] == "Kerala"


@pytest.mark.parametrize("chair", ["who chairs SADC,", "who currently chairs SADC,"])
def test_a_known_head_of_state_in_the_chair_keeps_the_state(opened: Opened, chair: str) -> None:
    """Whom every reader knows for a head of state speaks for the state, where only the chair is told of."""
    sides = sides_of(opened(f"Zambia was thanked by Hakainde Hichilema, {chair} on Monday. SADC met. Zambia agreed."))
    assert sides["Hakainde Hichilema"] == "Zambia"


def test_the_chair_of_a_committee_is_its_own(opened: Opened) -> None:
    """Whoever chairs a committee of a parliament does it for the parliament, and in turn for no state."""
    told = "Congress rejected the accord. Bob Corker, who chairs the foreign committee of Congress, hailed the vote."
    assert sides_of(opened(f"{told} The United States waited."))["Bob Corker"] == "Congress"


def test_two_ministers_of_a_state_and_a_movement_are_left_open(opened: Opened) -> None:
    """Where a state and a movement talk, two ministers are not shared out between them."""
    told = "Sudan and the SPLM-N met. The SPLM-N and Sudan talked. Sudan's minister, Ana Ruiz, was there."
    sides = sides_of(opened(f"{told} The leaders of the two sides, Ana Ruiz and Jan Novak, shook hands."))
    assert sides["Jan Novak"] is None


def test_the_leaders_of_two_countries_are_one_each(opened: Opened) -> None:
    """ "The leaders of the two countries" are of one side each: of the other, once one is known."""
    told = "Peru and Ecuador have quarrelled. Peru and Ecuador met. Peru's president, Ana Ruiz, was there."
    sides = sides_of(opened(f"{told} The leaders of the two countries, Ana Ruiz and Jan Novak, shook hands."))
    assert (sides["Ana Ruiz"], sides["Jan Novak"]) == ("Peru", "Ecuador")


def test_his_envoy_is_the_one_of_whom_the_sentence_told(opened: Opened) -> None:
    """ "He met Y. His envoy": the envoy of the one who did something, not of Y."""
    told = "President Ana Ruiz of Peru was ill. President Jan Novak of Chile came to Lima. He saw Julio Sol of Bolivia."
    assert sides_of(opened(f"{told} His special envoy to the talks, Pablo Rey, stayed."))["Pablo Rey"] == "Chile"


@pytest.mark.parametrize("told", ["was shot dead", "fled", "had been seen in the hills"])
def test_a_name_of_war_before_an_office(opened: Opened, told: str) -> None:
    """One word before a comma and an office is a person's name, whatever is told of its bearer."""
    text = f"Nepal's government said nothing. Bhaskar, a divisional leader of the rebels, {told}."
    assert "Bhaskar" in sides_of(opened(text))


@pytest.mark.parametrize("text", ["Nilex, a firm whose director fled, paid.", "Vistel, the seat of a governor, fell."])
def test_a_word_before_another_noun_is_no_name_of_war(opened: Opened, text: str) -> None:
    """A firm with a director and a town with a governor are no persons."""
    assert text.partition(",")[0] not in sides_of(opened(f"{text} Nepal's government said nothing."))


def test_an_european_chief_of_policy_is_the_unions(opened: Opened) -> None:
    """ "European foreign policy chief X" speaks for the Union where it takes part."""
    told = "The European Union sent monitors. European foreign policy chief Ana Ruiz regretted the delay in Georgia."
    assert sides_of(opened(told))["Ana Ruiz"] == "European Union"
