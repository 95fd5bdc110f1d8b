"""Positions told by the weight, the time or the worth that a side gives a thing, and by whom a thing was wanted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # weight and worth
        ("Kenya stressed the importance of elections.", ("Kenya", "government", "demands")),
        ("Uganda put the emphasis on the release of all prisoners.", ("Uganda", "detainees", "demands")),
        ("Sudan listed the release of all prisoners among its conditions.", ("Sudan", "detainees", "demands")),
        ("The release of all prisoners is a priority for Sudan.", ("Sudan", "detainees", "demands")),
        ("Foreign troops are a red line for Sudan.", ("Sudan", "foreign-forces", "rejects")),
        ("A statement by Kenya stressed that a truce was essential.", ("Kenya", "ceasefire", "demands")),
        ("Norway described the truce as an important step.", ("Norway", "ceasefire", "accepts")),
        # time, and what is due
        ("Kenya gave Uganda one week to withdraw its troops.", ("Kenya", "foreign-forces", "demands")),
        ("Sudan said it was time to free all prisoners.", ("Sudan", "detainees", "demands")),
        ("Sudan said it was up to Kenya to free all prisoners.", ("Sudan", "detainees", "demands")),
        ("Sudan's position is that all prisoners must be freed.", ("Sudan", "detainees", "demands")),
        ("Sudan wants the Ugandan troops out.", ("Sudan", "foreign-forces", "demands")),
        # the occasion that is used, and the verb that is done with what it names
        ("Norway used the occasion to demand the release of all prisoners.", ("Norway", "detainees", "demands")),
        ("Sudan supports deploying foreign troops.", ("Sudan", "foreign-forces", "accepts")),
        ("Sudan extended its ceasefire by 30 days.", ("Sudan", "ceasefire", "offers")),
        ("Norway promoted the idea of an exchange of prisoners.", ("Norway", "detainees", "offers")),
        ("Norway presented a plan for the release of prisoners.", ("Norway", "detainees", "offers")),
        ("Norway said it remained at the disposal of both sides.", ("Norway", "process", "offers")),
        ("The Kenyan side was not interested in joining the government.", ("Kenya", "government", "rejects")),
        ("The release of all prisoners, demanded by Sudan, is still open.", ("Sudan", "detainees", "demands")),
    ],
)
def test_the_stance_that_is_told(
    opened: Opened, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """Weight, time and worth show a wish as a verb of wanting does, and "by" shows whose it is."""
    assert expected in positions(opened(text))


def test_what_is_up_to_another_is_no_promise(opened: Opened, positions: Positions) -> None:
    """ "It was up to the army to free them": nobody undertakes to do it."""
    assert "accepts" not in {s for _, _, s in positions(opened("Sudan said it was up to Kenya to free all prisoners."))}


def test_who_is_proposed_is_no_thing_proposed(opened: Opened, positions: Positions) -> None:
    """ "The judge proposed by Kenya": a name that is put forward, and no matter."""
    assert not positions(opened("The judge proposed by Kenya for the elections arrived."))


def test_who_used_to_want_a_thing_wants_it_no_more(opened: Opened, positions: Positions) -> None:
    """ "Used to demand" tells of the past, "used the occasion to demand" of a wish."""
    assert not positions(opened("Sudan used to demand the release of all prisoners."))
