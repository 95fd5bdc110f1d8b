"""For whom persons speak by the words beside their names, armed forces that act, and persons quoted without a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.actors.known import is_bygone, known_persons, known_side
from goodoffices.read.context import Context
from goodoffices.read.pipeline import read_words

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]


def titles_of(context: Context, person: str) -> set[str]:
    """The titles that the report gives a person."""
    actors = context.roster.actors
    return {role.title for role in context.roster.roles if actors[role.person].name == person}


def acting(context: Context) -> set[str]:
    """The names of those who take part."""
    return {actor.name for actor in context.roster.acting()}


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("Ana Keller for Indonesia and Rui Mota for Portugal signed the text.", "Rui Mota", "Portugal"),
        ("Ana Keller, on behalf of the European Union, thanked the hosts.", "Ana Keller", "European Union"),
        ("Ana Keller, who speaks for the Polisario, left the room.", "Ana Keller", "Polisario Front"),
        ("The Taliban sent Omar Zadran and Hamid Noori to the talks.", "Hamid Noori", "Taliban"),
        ("Rui Mota, whom the African Union has sent to Juba, believes in round tables.", "Rui Mota", "African Union"),
        ("UNIFIL is led by Rui Mota. He met officials on Monday.", "Rui Mota", "UNIFIL"),
        ("Rui Mota, Angola's envoy, was accompanied by Ambassador Ana Keller.", "Ana Keller", "Angola"),
    ],
)
def test_words_beside_a_name(opened: Opened, text: str, person: str, side: str, side_of: SideOf) -> None:
    """A preposition, a verb of sending or leading, and company tell for whom a person speaks."""
    assert side_of(opened(text), person) == side


@pytest.mark.parametrize(
    ("text", "person", "title"),
    [
        ("Rui Mota, secretary-general of the MNLA, left for Kidal.", "Rui Mota", "secretary-general"),
        ("Ana Keller, the UN Secretary-General's personal envoy, arrived.", "Ana Keller", "personal envoy"),
        ("Rui Mota, appointed on Monday as facilitator, will arrive soon.", "Rui Mota", "facilitator"),
    ],
)
def test_offices_in_several_words(opened: Opened, text: str, person: str, title: str) -> None:
    """A hyphen, a holder who owns another office, and a participle of appointment do not hide an office."""
    assert title in titles_of(opened(text), person)


def test_whose_envoy_someone_is_holds_no_office(opened: Opened) -> None:
    """The envoy of a person has the office; the person named behind it has not."""
    context = opened("The spokesman for Ana Keller said that she would return to the talks on Monday.")
    assert titles_of(context, "Ana Keller") == set()


def test_a_bygone_office_brings_in_no_state(opened: Opened) -> None:
    """The state of which someone was once president takes no part for that, and the title keeps its name."""
    context = opened("Rui Mota, a former president of Finland, mediates between the Polisario and Morocco.")
    assert "Finland" not in acting(context)
    assert titles_of(context, "Rui Mota") == {"president of Finland"}


def test_a_trade_is_no_allegiance(opened: Opened, side_of: SideOf) -> None:
    """A lawyer's nationality says where the lawyer comes from."""
    context = opened("Rui Mota, a Kenyan lawyer, said that Hamas and Israel would meet again in Doha.")
    assert side_of(context, "Rui Mota") is None
    assert "Kenya" not in acting(context)


def test_an_army_that_acts_is_an_actor(opened: Opened) -> None:
    """The military of a state is entered where it acts, and not where it is only spoken of."""
    assert "Israeli army" in acting(opened("The Israeli military said on Monday that it had struck a depot."))
    assert "Israeli army" not in acting(opened("Hamas spoke of the Israeli military at the talks on Monday."))


def test_a_person_quoted_without_a_name(opened: Opened, side_of: SideOf) -> None:
    """A source in quotation marks is a person of the state that the words say; one who is only told of is none."""
    quoted = opened('"We got nowhere," a senior Turkish official said on Monday.')
    assert side_of(quoted, "senior Turkish official") == "Turkey"
    assert "senior Turkish official" not in acting(opened("A senior Turkish official said that they got nowhere."))


def test_names_of_bodies_with_small_words(opened: Opened) -> None:
    """What a body is for or of belongs to its name; the word that opens a sentence does not."""
    context = opened(
        "On Monday the National Commission for the Consolidation of Peace met the Council of Elders. "
        "Then the Kalonda Peoples' Congress walked out."
    )
    bodies = {"National Commission for the Consolidation of Peace", "Council of Elders", "Kalonda Peoples' Congress"}
    assert bodies <= acting(context)


def test_a_landscape_is_no_state(opened: Opened) -> None:
    """The Niger Delta is not Niger."""
    assert "Niger" not in acting(opened("The adviser on the Niger Delta talks arranged the meeting with Nigeria."))


def test_known_persons_are_found_by_their_full_names() -> None:
    """A well-known full name is found whatever the parser takes it for; a longer word is not cut."""
    doc = read_words("Then Kim Jong Un left; Kim Jong Unger stayed.")
    assert [doc[start:end].text for start, end in known_persons(doc)] == ["Kim Jong Un"]


def test_several_sides_of_one_person() -> None:
    """Who has spoken for two bodies speaks for the one that the report names."""
    assert known_side("Espen Barth Eide", titled=True) is None
    side = known_side("Espen Barth Eide", titled=True, named={"United Nations", "Cyprus"})
    assert side is not None
    assert side.name == "United Nations"


def test_who_is_bygone() -> None:
    """Elder mediators are told from those who hold an office."""
    assert is_bygone("Jimmy Carter")
    assert not is_bygone("Sergei Lavrov")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ana Keller, a Dutch official of the European Union, is tipped to lead the mission.", "European Union"),
        ("Ana Keller, a Dutch official, is tipped to lead the mission.", "Netherlands"),
        ("Ana Keller, the Dutch ambassador to the European Union, left the room.", "Netherlands"),
    ],
)
def test_who_serves_a_body_speaks_for_it(opened: Opened, text: str, side: str, side_of: SideOf) -> None:
    """Where an official of a body is from is no side; an ambassador to a body is sent by a state."""
    assert side_of(opened(text), "Ana Keller") == side


@pytest.mark.parametrize(
    ("text", "takes_part"),
    [
        ("Ana Keller, a Dutch official of the European Union, is tipped to lead the mission.", False),
        ("A Dutch official said that the mission would leave.", True),
    ],
)
def test_where_who_serves_a_body_is_from_takes_no_part(opened: Opened, text: str, *, takes_part: bool) -> None:
    """A state acts in its own officials, and not in those of a body."""
    assert ("Netherlands" in acting(opened(text))) is takes_part


def test_a_question_in_capitals_names_no_body(opened: Opened) -> None:
    """ "WHO WATCHES" asks; "WHO said" names the World Health Organization."""
    assert "World Health Organization" not in acting(opened("WHO WATCHES\n\nThe sides met in Bonn."))
    assert "World Health Organization" in acting(opened("WHO said on Monday that cholera had spread."))


def test_a_shadow_minister_is_of_no_state(opened: Opened, side_of: SideOf) -> None:
    """Who would have an office does not speak for those who govern."""
    context = opened("Ann Bell, the shadow foreign secretary of Britain, rejected the truce. Britain accepted it.")
    assert side_of(context, "Ann Bell") is None
    context = opened("Prime minister Rui Mota of Peru rejected the truce. Peru did not accept it.")
    assert side_of(context, "Rui Mota") == "Peru"


def test_a_service_that_keeps_a_state_safe_is_of_that_state(opened: Opened, side_of: SideOf) -> None:
    """A security service that the report gives to a state speaks for it."""
    context = opened("Peru's State Security Service met Bolivian officials. The State Security Service wants a truce.")
    assert side_of(context, "State Security Service") == "Peru"


def test_a_name_within_what_is_said_of_another_is_no_it(opened: Opened) -> None:
    """ "The al-Qaeda affiliate" tells what another is, and "it" goes back to that other."""
    context = opened("JNIM, the al-Qaeda affiliate led by Rui Mota, announced a siege in May. It wants a ceasefire.")
    doc = context.passages[0].doc
    it = next(token for token in doc if token.text == "It")
    assert [context.roster.actors[a].name for a in context.roster.at(it)] == ["JNIM"]
