"""Positions that are none because of what a word of stance is about, or of the form in which it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Open = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        "The army of Togo shot down a drone near the border with Benin.",
        "Benin votes for a new president in June.",
        "The president of Benin, who is seeking a third term, flew home.",
        "Benin sought to distance itself from the sanctions on Togo.",
        "The president of Togo sought out Benin's commanders at the border.",
        "The two governments of Togo and Benin have offered rival interpretations of the truce.",
        "Peru claimed two attacks on the port of Bolivia.",
        "Togo deplored the killing of three elders at the border post.",
        "Peru said that its border guards had defended themselves.",
    ],
)
def test_what_a_word_of_stance_is_about_can_leave_it_idle(opened: Open, positions: Positions, text: str) -> None:
    """Elections, drones, rival readings of a text and one's own good name are wanted of nobody."""
    assert positions(opened(text)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The parliament of Benin voted for the ceasefire with Togo.", ("Benin", "ceasefire", "accepts")),
        ("The parliament of Benin shot down the truce proposal of Togo.", ("Benin", "ceasefire", "rejects")),
        ("Benin sought the lifting of sanctions.", ("Benin", "sanctions", "demands")),
        ("Peru claimed the islands of Bolivia.", ("Peru", "territory", "demands")),
        ("Peru offered a truce.", ("Peru", "ceasefire", "offers")),
    ],
)
def test_the_same_word_of_another_thing_is_a_stance(
    opened: Open, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """A proposal shot down is refused, where a drone is not."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "Togo urged its citizens to leave Benin at once.",
        'Benin called the Togolese offer to withdraw troops "a gesture".',
        "Togo kept to a truce that it calls patience.",
        "Togo and Benin met without a word on what the two governments had agreed, as shells fell on the border.",
        "Togo could have no veto over the accession of Benin to the union, the ministers of France said.",
        "The Togolese minister left Paris with a promise of food aid.",
        "The envoy said that Benin would read the draft before proposing a ceasefire.",
        "The general spoke of a step that Benin considers a threat to the ceasefire.",
    ],
)
def test_the_form_in_which_a_word_stands_can_leave_it_idle(opened: Open, positions: Positions, text: str) -> None:
    """A name that is given, advice to one's own people and what one has been promised commit nobody."""
    assert not {one for one in positions(opened(text)) if "kept to" not in text or one[2] == "demands"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo urged Benin to free its citizens from prison.", ("Togo", "detainees", "demands")),
        ("Benin called, once more, for a ceasefire.", ("Benin", "ceasefire", "demands")),
        ("Benin rejected the delay before proposing a ceasefire.", ("Benin", "ceasefire", "offers")),
        ("Togo would consider a ceasefire.", ("Togo", "ceasefire", "accepts")),
        ("Togo made its ceasefire contingent on the release of prisoners.", ("Togo", "ceasefire", "conditional")),
    ],
)
def test_the_same_word_in_another_form_is_a_stance(
    opened: Open, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """What is asked of others, and what one did before proposing, counts as before."""
    assert expected in positions(opened(text))


def test_a_contingent_is_soldiers_unless_it_hangs_on_something(opened: Open, positions: Positions) -> None:
    """Soldiers who are pledged are no condition."""
    told = positions(opened("Togo has pledged a contingent of 300 soldiers for the mission on the border."))
    assert not {one for one in told if one[2] == "conditional"}


def test_who_is_expected_to_do_something_has_not_demanded_it(opened: Open, positions: Positions) -> None:
    """A passive that shares its subject with the verb before is said of that one, and by others."""
    text = "President Rui Dias of Angola won the vote in May and is expected to call fresh elections by July."
    assert ("Angola", "government", "demands") not in positions(opened(text))
    text = "Angola expects Zambia to withdraw its troops from the border."
    assert ("Angola", "foreign-forces", "demands") in positions(opened(text))


def test_what_would_be_under_a_plan_if_is_no_condition_of_those_it_names(opened: Open, positions: Positions) -> None:
    """Who put the plan forward would have it so."""
    text = "Officials of Peru spoke of a plan under which Bolivia would withdraw its troops if observers came."
    assert ("Bolivia", "foreign-forces", "conditional") not in positions(opened(text))
    text = "Bolivia said that it would withdraw its troops if observers came."
    assert "conditional" in {stance for party, _, stance in positions(opened(text)) if party == "Bolivia"}


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("The envoy welcomed the understanding that Peru and Bolivia announced on Monday.", True),
        ("Trade has grown under the understanding that Peru and Bolivia announced in May.", False),
        ("The Lima Text, the understanding that Peru and Bolivia announced in May, was hailed in Paris.", False),
    ],
)
def test_an_accord_named_as_background_is_no_news_of_a_yes(
    opened: Open, positions: Positions, text: str, *, accepted: bool
) -> None:
    """Who has concluded it is told of again only where the accord itself is spoken of."""
    assert ("Peru" in {party for party, _, stance in positions(opened(text)) if stance == "accepts"}) is accepted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru said that its signature depended on the release of prisoners.", True),
        ("The economy of Peru, whose mines depend on sanctions relief, has shrunk.", False),
        ("Peru's farmers and its farms depend on the release of water.", False),
    ],
)
def test_what_people_live_by_is_no_condition(opened: Open, positions: Positions, text: str, *, expected: bool) -> None:
    """A consent can depend on something, a port only lives by it."""
    assert ("conditional" in {stance for _, _, stance in positions(opened(text))}) is expected


def test_how_a_thing_is_to_be_taken_is_no_demand(opened: Open, positions: Positions) -> None:
    """What should not be read as a surrender nobody has refused."""
    text = "The spokesman of Peru said that the withdrawal of troops should not be read as a surrender."
    assert positions(opened(text)) == set()
    text = "The spokesman of Peru said that the troops should be withdrawn."
    assert ("Peru", "foreign-forces", "demands") in positions(opened(text))


def test_who_goes_home_at_his_own_wish_wants_nothing_of_others(opened: Open, positions: Positions) -> None:
    """A request of the other side counts."""
    text = "Six fishermen were returned by Peru at their own wish across the maritime border."
    assert positions(opened(text)) == set()
    text = "The troops of Bolivia were deployed at the request of Peru."
    assert ("Peru", "foreign-forces", "demands") in positions(opened(text))


def test_who_once_governed_holds_no_position_of_the_state(opened: Open, positions: Positions) -> None:
    """A former premier speaks for himself, the premier for the state."""
    text = "Former prime minister Rui Mota of Peru rejected the ceasefire with Chad. Peru is at war."
    assert ("Peru", "ceasefire", "rejects") not in positions(opened(text))
    text = "Prime minister Rui Mota of Peru rejected the ceasefire with Chad. Peru is at war."
    assert ("Peru", "ceasefire", "rejects") in positions(opened(text))
