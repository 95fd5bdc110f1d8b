"""Bodies explained beside their name, companies, organs of a state, peoples and territories that govern themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context, open_context
from goodoffices.record import make_report

Opened = Callable[[str], Context]


def kinds(context: Context) -> dict[str, str]:
    """The acting actors by name, with their kinds."""
    return {actor.name: actor.kind for actor in context.roster.acting()}


@pytest.mark.parametrize(
    ("text", "name", "noun"),
    [
        ("The opposition alliance Taqaddum, chaired by Ana Ruiz, asked for talks.", "Taqaddum", "alliance"),
        ("The Agbelu Front (AF), a coalition formed in May, asked for talks.", "Agbelu Front", "coalition"),
        (
            "It began in the National Hearing Council, a forum of federal and regional leaders chaired by Ana Ruiz.",
            "National Hearing Council",
            "forum",
        ),
    ],
)
def test_a_noun_beside_a_name_is_no_other_body(opened: Opened, text: str, name: str, noun: str) -> None:
    """What explains a name, before it or behind, means whom the name means."""
    found = kinds(opened(text))
    assert name in found
    assert not any(noun in other for other in found if other != name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Norwegian producer VGO declined to sign.", "VGO"),
        ("Kenya's state carrier Belavia will be allowed to buy spare parts.", "Belavia"),
        ("The UN Commission of Inquiry said that it had begun its work.", "UN Commission of Inquiry"),
        ("The Syrian Red Crescent said that it had food.", "Syrian Red Crescent"),
    ],
)
def test_companies_and_bodies_by_their_kind(opened: Opened, text: str, name: str) -> None:
    """A company by the word before it, an organ of a union or a society of a state by its whole name."""
    assert kinds(opened(text)).get(name) == "organisation"


def test_whom_a_ministry_names_is_no_ministry(opened: Opened) -> None:
    """ "The committee named X" is no committee of that name."""
    found = kinds(opened("In May the committee named Suleiman Abdul Bakir, a commander from the north, as its head."))
    assert found.get("Suleiman Abdul Bakir", "person") == "person"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Puntland withdrew its recognition of the court.", "Puntland", "state"),
        ("Abkhazia rejected the draft.", "Abkhazia", "state"),
        ("Bedouin fighters withdrew from the town.", "Bedouins", "group"),
        ("The Quad put forward a truce.", "Quad", "group"),
        (
            "In a short note on Monday evening the co-chairs demanded access to the village, and gave no date for it.",
            "co-chairs",
            "group",
        ),
        ("The co-facilitators urged all parties to return.", "co-facilitators", "group"),
    ],
)
def test_territories_peoples_and_groupings(opened: Opened, text: str, name: str, kind: str) -> None:
    """Who governs a land of his own is a state; a people and a grouping of helpers are groups."""
    assert kinds(opened(text)).get(name) == kind


def test_a_body_of_a_far_state_lends_nobody_its_name(opened: Opened) -> None:
    """ "The National Consultative Council" is East Timor's where the report has East Timor."""
    assert "National Consultative Council of East Timor" not in kinds(
        opened("Kenya said that the National Consultative Council had met.")
    )


@pytest.mark.parametrize(
    ("text", "organ", "state"),
    [
        ("Georgia's State Security Service counted 14 new fences.", "State Security Service", "Georgia"),
        ("Malaysia's National Security Council approved the plan.", "National Security Council", "Malaysia"),
    ],
)
def test_an_organ_is_of_the_state_before_it(text: str, organ: str, state: str) -> None:
    """A service is on the side of the state that stands before its name; a council serves it, and speaks for itself."""
    roster = open_context(make_report(text, path="x.txt", title="x")).roster
    actors = [actor for actor in roster.actors.values() if actor.name == organ]
    assert [roster.actors[one.side or roster.serves[one.id]].name for one in actors] == [state]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Aid agencies warn that the mills are running dry.", "aid agencies"),
        ("Civic groups have been kept from the square.", "civic groups"),
    ],
)
def test_those_who_tell_or_suffer_are_no_party(opened: Opened, text: str, absent: str) -> None:
    """Helpers who only tell of the scene take no part, nor do people to whom something is done."""
    assert absent not in kinds(opened(text))


def test_a_coalition_of_groups_acts_for_them(opened: Opened) -> None:
    """What stands before "of" does what the groups do."""
    found = kinds(opened("A coalition of Chadian women's organisations demanded a share of the seats."))
    assert "Chadian women's organisations" in found
