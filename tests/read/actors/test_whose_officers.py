"""Whose officer "its spokesman" is, whose office a title is by its name, and whom two teams are led by."""

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
            (
                "UNITA, the main movement, which broke with the FNLA, announced that it would not be bound by it. "
                '"One cannot reward thieves," said its chairman, Jorge Lima.'
            ),
            "Jorge Lima",
            "UNITA",
        ),
        (
            (
                "The Karen National Union took the weekend to reply to Myanmar's junta. On Saturday its chairwoman, "
                "Paw Lah, met an envoy at the Geneva Security Conference. Its spokesman, Saw Win, refused."
            ),
            "Saw Win",
            "Karen National Union",
        ),
        (
            "Moldova and Transnistria met under the OSCE. Its head of mission, Pablo Sol, was in the chair.",
            "Pablo Sol",
            "OSCE",
        ),
        (
            (
                "Polisario Front envoys came, said Morocco. The truce mission counted 44 dead in the winter, and "
                "its head, Ana Ruiz, wants more observers."
            ),
            "Ana Ruiz",
            "truce mission",
        ),
        (
            (
                "UNITA's men left. The African mission is weak. Its commander, the Indian Major-General Satish Rao, "
                "waits for money."
            ),
            "Satish Rao",
            "African mission",
        ),
        (
            "Indonesia met the Free Aceh Movement. Parliament was not asked, and its speaker, Agung Sol, objects.",
            "Agung Sol",
            "parliament",
        ),
    ],
)
def test_an_officer_is_of_the_body_that_the_text_is_about(opened: Opened, text: str, person: str, side: str) -> None:
    """Its officer is the subject's, also of the sentence before; not of a body told of on the way, or in a list."""
    assert sides_of(opened(text))[person] == side


def test_a_body_in_a_quotation_is_nobodys_it(opened: Opened) -> None:
    """Whoever the quoted one speaks of is not meant behind the quotation."""
    text = 'Renamo will not sign. "The United Nations has lied to us all," said its spokesman, Jorge Lima.'
    assert sides_of(opened(text))["Jorge Lima"] == "Renamo"


def test_a_party_is_no_movement(opened: Opened) -> None:
    """The movement's officer is not that of what the text calls a party."""
    text = (
        "The ELN met Colombia's government; the ELN wants land. Herri Batasuna, the main party of the left, was not "
        "there. Pablo Sol, the movement's secretary-general, said that Herri Batasuna had no say."
    )
    assert sides_of(opened(text))["Pablo Sol"] == "ELN"


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("Talks went on in Oman; that channel, which Sultan Qaboos had offered, worked.", "Qaboos", "Oman"),
        ("Spain and the Polisario Front met. King Mohammed spoke to the Moroccan people.", "Mohammed", "Morocco"),
        (
            "North Korea met the Americans. Jane Doe, a deputy assistant secretary at the Treasury, spent days there.",
            "Jane Doe",
            "United States",
        ),
        (
            "UN envoy Ana Ruiz came to Yemen. Pablo Sol, special adviser to the envoy, stayed in Sanaa.",
            "Pablo Sol",
            "United Nations",
        ),
        (
            "Burundi's government met the CNDD-FDD. Soldiers had shot the first elected head of state, Pablo Sol.",
            "Pablo Sol",
            "Burundi",
        ),
    ],
)
def test_titles_that_few_have(opened: Opened, text: str, person: str, side: str) -> None:
    """A sultan is of the state that has one, an adviser to the envoy is of the envoy's side."""
    assert sides_of(opened(text))[person] == side


@pytest.mark.parametrize(
    "text",
    [
        "The delegation of Yemen was led by Mr Pablo Sol and that of the Houthis by Commander Ana Ruiz.",
        "The delegation of Yemen and that of the Houthis met, led respectively by Mr Pablo Sol and Ms Ana Ruiz.",
        "The teams of Yemen and of the Houthis were led respectively by Mr Pablo Sol and Mrs Ana Ruiz.",
    ],
)
def test_two_teams_and_two_leaders(opened: Opened, text: str) -> None:
    """Each of two leaders is of the team that stands in the same place of the list."""
    sides = sides_of(opened(text))
    assert (sides["Pablo Sol"], sides["Ana Ruiz"]) == ("Yemen", "Houthis")


def test_a_counterpart_is_of_the_other_side(opened: Opened) -> None:
    """His counterpart is not of his side, but of the other of the two that talk."""
    text = (
        "The Philippine government met the MILF. Hashim Sol, the MILF's chief negotiator, was hopeful. His "
        "counterpart, Teresa Ruiz, was not."
    )
    sides = sides_of(opened(text))
    assert (sides["Hashim Sol"], sides["Teresa Ruiz"]) == ("Moro Islamic Liberation Front", "Philippines")


def test_a_verb_of_leading_that_looks_like_a_noun(opened: Opened) -> None:
    """Behind a name and right before a body, "heads" is what the person does."""
    text = "Burundi waits, since its present holder, Jean Sol, heads Frodebu, the party to which the president belongs."
    assert sides_of(opened(text))["Jean Sol"] == "Frodebu"


def test_an_opening_for_whom_one_speaks(opened: Opened) -> None:
    """Whoever is named right behind "For X," speaks for X."""
    text = "The talks resumed in Havana. For the ELN, Pablo Sol said that Colombia's government had not answered."
    assert sides_of(opened(text))["Pablo Sol"] == "ELN"


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("Frente POLISARIO: Mr. Khatri Sol, head of delegation.", "Khatri Sol", "Polisario Front"),
        (
            "In Bogotá, the ELN's negotiators, among them Pablo Beltran and Aureliano Carbonell, met the minister.",
            "Aureliano Carbonell",
            "ELN",
        ),
        (
            "Former Irish president Ana Ruiz, now the African Union's envoy to Sudan, met the army.",
            "Ana Ruiz",
            "African Union",
        ),
        ("The NSCN-IM tells it differently: Rh Sol, a senior leader who took part, said no.", "Rh Sol", "NSCN-IM"),
        (
            "Sudan's army met the RSF. Rear Admiral Omar Sol, who leads the army's team, said no.",
            "Omar Sol",
            "Sudanese Armed Forces",
        ),
        (
            "The UN envoy, Pablo Sol, met the Houthis. The envoy's spokeswoman, Ana Ruiz, said that talks went on.",
            "Ana Ruiz",
            "United Nations",
        ),
        (
            "For the SPLM, Chairman John Sol signed; for Sudan, First Vice President Ali Ruiz.",
            "Ali Ruiz",
            "Sudan",
        ),
        (
            "Uganda's delegation is headed by Ruhakana Sol, the interior minister, and the LRA's by Martin Ruiz.",
            "Martin Ruiz",
            "Lord's Resistance Army",
        ),
    ],
)
def test_words_beside_a_name_that_seat_its_bearer(opened: Opened, text: str, person: str, side: str) -> None:
    """Lists of those present, "among them", "now", a colon behind a telling, an owner's officer: each says whose."""
    assert sides_of(opened(text))[person] == side
