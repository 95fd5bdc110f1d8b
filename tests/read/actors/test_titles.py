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
