"""Titles of several words before a name, and initials in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context


@pytest.mark.parametrize(
    ("text", "name", "title", "side"),
    [
        ("UN Secretary-General Ana Ruiz urged Chad to talk.", "Ana Ruiz", "Secretary-General", "United Nations"),
        ("UNESCO Director-General Ana Ruiz urged Chad to talk.", "Ana Ruiz", "Director-General", "UNESCO"),
        ("Peru's Attorney General Ana Ruiz urged Chad to talk.", "Ana Ruiz", "Attorney General", "Peru"),
        ("Peru's defence minister, Major-General Ana Ruiz, left.", "Ana Ruiz", "defence minister", "Peru"),
        ("China's chief delegate, Senior Colonel Wu Qian, left.", "Wu Qian", "chief delegate", "China"),
        ("India's army chief, General M.M. Naravane, left.", "M.M. Naravane", "army chief", "India"),
        ("UN Resident Coordinator Ana Ruiz urged Chad to talk.", "Ana Ruiz", "Resident Coordinator", "United Nations"),
        ("Kenya's President-elect Ana Ruiz left.", "Ana Ruiz", "President-elect", "Kenya"),
        ("Peru met Myanmar's Foreign Minister Than Aung, who left.", "Than Aung", "Foreign Minister", "Myanmar"),
    ],
)
def test_titles_of_several_words(opened: Callable[..., Context], text: str, name: str, title: str, side: str) -> None:
    """Neither a hyphen nor a rank in front hides the office or the name."""
    roster = opened(text).roster
    (person,) = [a for a in roster.actors.values() if a.kind == "person"]
    assert person.name == name
    assert [role.title for role in roster.roles_of(person.id)] == [title]
    assert person.side is not None
    assert roster.actors[person.side].name == side


def test_a_state_with_full_stops_is_no_initial(opened: Callable[..., Context]) -> None:
    """Full stops do not make a country part of a person's name."""
    roster = opened("U.S. President Ana Ruiz met U.N. envoy Jan Novak.").roster
    assert {a.name for a in roster.actors.values() if a.kind == "person"} == {"Ana Ruiz", "Jan Novak"}


def test_an_office_that_is_not_taken_up_yet(opened: Callable[..., Context]) -> None:
    """Who is to be president is none yet."""
    (role,) = opened("Kenya's President-elect Ana Ruiz left.").roster.roles
    assert role.tenure == "incoming"


def test_a_second_office_behind_and(opened: Callable[..., Context]) -> None:
    """What "and the" joins to an office is another of the same person, but not whom an adviser advises."""
    roster = opened("Ana Ruiz, a former mayor of Cusco and the founder of Luz, met Peru's envoy.").roster
    assert {"mayor", "founder"} <= {role.title for role in roster.roles}
    roster = opened("Ana Ruiz, an adviser to the king and the speaker of Peru, left.").roster
    assert "speaker" not in {role.title for role in roster.roles}


def test_an_office_in_the_plural_is_not_the_next_ones(opened: Callable[..., Context]) -> None:
    """Whom a list names besides leaders is none of them."""
    roster = opened("The audience included business leaders and former President Ana Ruiz of Peru.").roster
    assert {role.title for role in roster.roles} == {"President"}


def test_an_office_behind_after(opened: Callable[..., Context]) -> None:
    """A name between commas and before its verb is the officer's who stands before it."""
    roster = opened("Kenya joined after a High Court judge, Ana Ruiz, lifted the order.").roster
    assert {(role.title, roster.actors[role.of or ""].name) for role in roster.roles} == {("judge", "High Court")}
    assert not opened("After talks with the envoy of Peru, Ana Ruiz said that Chad agreed.").roster.roles


def test_a_place_where_something_is_to_be(opened: Callable[..., Context]) -> None:
    """ "New York, where the General Assembly is to meet" is nobody with an office."""
    text = "Attention is now turning to New York, where the UN General Assembly is to meet. New York is ready."
    assert not [a for a in opened(text).roster.actors.values() if a.kind == "person"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Ana Ruiz, the minister of social affairs, has toured the camps in Peru.", ["minister of social affairs"]),
        ("Ana Ruiz, the minister of public works, spoke in Peru.", ["minister of public works"]),
        ("Ana Ruiz, the shadow secretary of state, said that she would vote.", ["shadow secretary of state"]),
        ("Ana Ruiz, a leading figure of the Green Movement, left Peru.", ["leading figure"]),
        ("Ana Ruiz, a ranking official of the Green Movement, left Peru.", ["ranking official"]),
        ("Jan Novak, who led the Peruvian delegation, left.", []),
        ("Peru was represented by Jan Novak.", []),
        ("Jan Novak, who heads the Green Movement, left Peru.", ["heads the Green Movement"]),
    ],
)
def test_a_title_is_whole_and_an_office(opened: Callable[..., Context], text: str, titles: list[str]) -> None:
    """What an office is for, and its rank, are parts of its title; to have led a delegation for once is none."""
    assert [role.title for role in opened(text).roster.roles] == titles


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Officials in North Korea said that Pak Song Nam, a diplomat, had stayed for the talks.", "Pak Song Nam"),
        ("Officials in Indonesia said that Pak Joko Widodo, the president, had stayed.", "Joko Widodo"),
    ],
)
def test_a_form_of_address_that_is_a_family_name_elsewhere(
    opened: Callable[..., Context], text: str, name: str
) -> None:
    """Before two short given names "Pak" is Korean."""
    assert name in {a.name for a in opened(text).roster.actors.values() if a.kind == "person"}
