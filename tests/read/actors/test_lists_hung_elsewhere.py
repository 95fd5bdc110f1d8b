"""Names in lists that the parser hangs on a day or on guarantors, and capitals that someone turns to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]


def acting(context: Context) -> set[str]:
    """The names of those who take part."""
    return {actor.name for actor in context.roster.acting()}


@pytest.mark.parametrize(
    ("text", "present"),
    [
        (
            "In a joint letter to the Council on Friday, Peru, Chile and Bolivia declared that the deal had ended.",
            {"Peru", "Chile", "Bolivia"},
        ),
        ("At a session on Tuesday, Ghana, Togo and Benin will present a plan.", {"Ghana", "Togo", "Benin"}),
        (
            "Money will depend on gifts from the guarantor countries, Norway, Chile and Cuba, an adviser said.",
            {"Norway", "Chile", "Cuba"},
        ),
    ],
)
def test_those_who_are_listed_act(opened: Opened, text: str, present: set[str]) -> None:
    """A list is the subject of the verb behind it, wherever the parse hangs it; guarantors take part."""
    assert present <= acting(opened(text))


def test_a_list_of_places_does_nothing(opened: Opened) -> None:
    """States through which something goes are a road."""
    found = acting(opened("The trucks rolled from the depot on Friday through Chad, Niger and Libya."))
    assert not {"Chad", "Niger", "Libya"} & found


def test_a_capital_that_is_urged_is_its_state(opened: Opened) -> None:
    """Whom one urges or accuses is no place; where one goes is."""
    found = acting(opened("The envoy urged Tehran to come back. The trucks reached Kigali in the evening."))
    assert "Iran" in found
    assert "Rwanda" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Her debut at the United Nations on Tuesday was short.",
        "The prime minister, who attended the General Assembly last week, met the envoy of Peru.",
        "The president appeared before the Supreme Court of Peru, and named no date.",
    ],
)
def test_where_someone_speaks_is_no_actor(opened: Opened, text: str) -> None:
    """A house in which somebody appears does nothing by that."""
    assert not {"United Nations", "UN General Assembly", "Supreme Court"} & acting(opened(text))
