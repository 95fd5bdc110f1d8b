"""Whose an office is where the nearest name is a backer's, a state's that has none such, or only the whole's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from persons_seated import sides_of

from goodoffices.read.context import Context

Opened = Callable[[str], Context]


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        (
            "Libya's truce held. Pablo Sol, a commander of the Russian-backed Libyan National Army, rejected the plan.",
            "Pablo Sol",
            "Libyan National Army",
        ),
        (
            "Yemen's parties met. Ana Ruiz, leader of the UAE-backed Southern Transitional Council, stayed away.",
            "Ana Ruiz",
            "Southern Transitional Council",
        ),
        ("Saudi-based analyst Pablo Sol said that the Houthis would not agree.", "Pablo Sol", None),
    ],
)
def test_a_backer_owns_no_office(opened: Opened, text: str, person: str, side: str | None) -> None:
    """Who backs a body is not the one for whom its officers speak."""
    assert sides_of(opened(text))[person] == side


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("The African Union's mediator, Angola's Pablo Sol, urged the M23 to stop.", "Pablo Sol", "African Union"),
        ("In Luanda, Zambia's Pablo Sol urged the M23 to stop.", "Pablo Sol", "Zambia"),
        (
            "Ana Ruiz, sent to Mali by the president of Togo on behalf of ECOWAS, met the officers.",
            "Ana Ruiz",
            "ECOWAS",
        ),
        ("Ana Ruiz, who mediates in Mali on behalf of ECOWAS, met the officers.", "Ana Ruiz", "ECOWAS"),
    ],
)
def test_envoys_are_of_who_sends_them(opened: Opened, text: str, person: str, side: str) -> None:
    """The state that an envoy is from, or that sends them for a body, is not whom they speak for."""
    assert sides_of(opened(text))[person] == side


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("Venezuela refused the American plan. The United States waits. Senator Pablo Sol wants a vote.", "Pablo Sol",
         "United States"),
        ("Venezuela refused the plan. Senator Pablo Sol wants a vote.", "Pablo Sol", None),
        ("Colombia talks to the ELN. Colombia's army waits. Senator Pablo Sol wants a vote.", "Pablo Sol", "Colombia"),
        ("Caracas was angry at U.S. chargé d'affaires Ana Ruiz over Venezuela's oil.", "Ana Ruiz", "United States"),
        ("Spain's ambassador in Caracas, Ana Ruiz, denied that Venezuela had asked.", "Ana Ruiz", "Spain"),
        ("Outgoing Nigerian President Pablo Sol told Niger to wait.", "Pablo Sol", "Nigeria"),
        (
            "IGAD said that Eritrea had left, and that its executive secretary, Ana Ruiz, would fly to Asmara.",
            "Ana Ruiz",
            "IGAD",
        ),
        (
            "Sierra Leone waits. Parliament must ratify the RUF's deal, which Speaker Ana Ruiz hopes it will do.",
            "Ana Ruiz",
            "parliament",
        ),
    ],
)  # fmt: skip
def test_titles_that_the_nearest_state_lacks(opened: Opened, text: str, person: str, side: str | None) -> None:
    """A senator is of a state with a senate, an envoy of who sends, an executive secretary of a body."""
    assert sides_of(opened(text))[person] == side


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        (
            "Ana Ruiz, who runs the UN mission, flew to Goma. The M23 had blamed MONUSCO for the attack.",
            "Ana Ruiz",
            "MONUSCO",
        ),
        ("The head of the UN mission, Ana Ruiz, flew to Goma to meet the M23.", "Ana Ruiz", "United Nations"),
        (
            "Ana Ruiz, who leads a breakaway wing of Renamo, met Mozambique's government.",
            "Ana Ruiz",
            "breakaway wing of Renamo",
        ),
        (
            "Pablo Sol, head of a dissident faction of the MFDC, met Senegal's government.",
            "Pablo Sol",
            "dissident faction of the MFDC",
        ),
        ("Ana Ruiz, leader of a hardline faction of Renamo, met Mozambique's government.", "Ana Ruiz", "Renamo"),
        (
            (
                "Ethiopia and Eritrea mass troops. Pablo Sol, head of the interim administration of the region, warned "
                "the United States."
            ),
            "Pablo Sol",
            "interim administration",
        ),
    ],
)
def test_parts_that_only_their_whole_names(opened: Opened, text: str, person: str, side: str) -> None:
    """The UN mission is the one that the report names; a breakaway wing speaks for itself, a hardline one does not."""
    assert sides_of(opened(text))[person] == side


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            (
                "Senegal's government met the MFDC. The rebel team is headed by Pablo Sol, and government negotiators "
                "led by Ana Ruiz refused."
            ),
            ("MFDC", "Senegal"),
        ),
        (
            (
                "Colombia met the ELN. The guerrilla delegation, led by Pablo Sol, met government delegates headed by "
                "Ana Ruiz."
            ),
            ("ELN", "Colombia"),
        ),
    ],
)
def test_teams_called_by_their_side(opened: Opened, text: str, sides: tuple[str, str]) -> None:
    """Who leads the rebel team speaks for the movement, who leads government delegates for the state."""
    found = sides_of(opened(text))
    assert (found["Pablo Sol"], found["Ana Ruiz"]) == sides


def test_an_office_in_the_next_sentence_is_not_the_army_s(opened: Opened) -> None:
    """ "The army's target. Defence Minister X" is no office of the army's."""
    text = "The ELN said it was the army's main target. Defence Minister Pablo Sol ruled out any truce in Colombia."
    assert sides_of(opened(text))["Pablo Sol"] == "Colombia"
