"""Positions by the width of the lexicon: verbs and their particles, turns of phrase, clefts, links."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Open = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway scoffed at a truce of seven days.", ("Norway", "ceasefire", "rejects")),
        ("Hungary came out against a ceasefire.", ("Hungary", "ceasefire", "rejects")),
        ("Kenya argued for a ceasefire.", ("Kenya", "ceasefire", "demands")),
        ("Kenya argued against a ceasefire.", ("Kenya", "ceasefire", "rejects")),
        ("Ghana held out for a ceasefire.", ("Ghana", "ceasefire", "demands")),
        ("Ghana held out against a ceasefire.", ("Ghana", "ceasefire", "rejects")),
        ("Ghana held out a ceasefire.", ("Ghana", "ceasefire", "offers")),
        ("Portugal shied away from a ceasefire.", ("Portugal", "ceasefire", "rejects")),
        ("Chile steered clear of the release of prisoners.", ("Chile", "detainees", "ambiguous")),
        ("Peru signed on to the ceasefire.", ("Peru", "ceasefire", "accepts")),
        ("Nepal went along with the ceasefire.", ("Nepal", "ceasefire", "accepts")),
        ("Iraq told the Americans to withdraw their troops.", ("Iraq", "foreign-forces", "demands")),
        ("Cuba was coy about the release of prisoners.", ("Cuba", "detainees", "ambiguous")),
    ],
)
def test_a_verb_shows_its_stance_with_its_particle(
    opened: Open, positions: Positions, text: str, expected: tuple[str | None, str, str]
) -> None:
    """The same verb may show one stance with one preposition, and another with the next."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spain turned a deaf ear to calls for a ceasefire.", ("Spain", "ceasefire", "rejects")),
        ("Poland has put on the table a ceasefire of three weeks.", ("Poland", "ceasefire", "offers")),
        ("Poland put a ceasefire on the table.", ("Poland", "ceasefire", "offers")),
        ("Malta dug its heels in over the release of prisoners.", ("Malta", "detainees", "rejects")),
        ("Mexico threw its weight behind the ceasefire.", ("Mexico", "ceasefire", "accepts")),
        ("Denmark called the ceasefire a trap.", ("Denmark", "ceasefire", "rejects")),
        ("Finland left open whether it would release the prisoners.", ("Finland", "detainees", "ambiguous")),
        ("Ireland made the case for a ceasefire.", ("Ireland", "ceasefire", "demands")),
        ("Austria did not give its blessing to the ceasefire.", ("Austria", "ceasefire", "rejects")),
    ],
)
def test_a_turn_of_phrase_shows_a_stance(
    opened: Open, positions: Positions, text: str, expected: tuple[str | None, str, str]
) -> None:
    """A turn counts in each form of its verb, and is turned round where the verb is negated."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "Spain may turn a deaf ear to calls for a ceasefire.",
        "Once Poland has put a ceasefire on the table, the mediators will travel.",
        "Hungary spoke for an hour about the ceasefire.",
        "The minister told reporters to wait for the ceasefire.",
    ],
)
def test_what_is_not_said_shows_no_stance(opened: Open, positions: Positions, text: str) -> None:
    """What may be, or is told of the press, is no stance."""
    found = positions(opened(text))
    assert not {(party, stance) for party, _, stance in found if party in {"Spain", "Poland", "Hungary"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A ceasefire is what Norway wants.", ("Norway", "ceasefire", "demands")),
        ("The release of prisoners remains Norway's first demand.", ("Norway", "detainees", "demands")),
        ("A ceasefire was the price Norway set.", ("Norway", "ceasefire", "demands")),
        ("The release of prisoners topped the list Norway handed over.", ("Norway", "detainees", "demands")),
        ("A ceasefire of three weeks was Norway's offer.", ("Norway", "ceasefire", "offers")),
    ],
)
def test_a_clause_says_what_is_wanted(
    opened: Open, positions: Positions, text: str, expected: tuple[str | None, str, str]
) -> None:
    """What is said to be someone's demand, price or offer is that party's position."""
    assert expected in positions(opened(text))


def test_what_is_not_wanted_is_no_demand(opened: Open, positions: Positions) -> None:
    """A denial of what is wanted is no demand of it."""
    assert ("Norway", "ceasefire", "demands") not in positions(opened("A ceasefire is not what Norway wants."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's release of prisoners hinged on a letter from the king.", ("Norway", "detainees", "conditional")),
        ("Norway tied the release of prisoners to the return of its ship.", ("Norway", "detainees", "conditional")),
        ("Norway would release its prisoners when Sweden had left.", ("Norway", "detainees", "conditional")),
        ("Norway might release its prisoners if Sweden left.", ("Norway", "detainees", "conditional")),
    ],
)
def test_what_hangs_on_something_is_conditional(
    opened: Open, positions: Positions, text: str, expected: tuple[str | None, str, str]
) -> None:
    """A thing that is hung on another, and what one would give when or if, is conditional."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"No foreign judges," Norway said.', ("Norway", "justice", "rejects")),
        ("Out with the mercenaries within ninety days, said Norway.", ("Norway", "foreign-forces", "rejects")),
        ("Norway let it be known that it would not release the prisoners.", ("Norway", "detainees", "rejects")),
        ("Norway complained about the ceasefire.", ("Norway", "ceasefire", "rejects")),
    ],
)
def test_what_one_will_have_none_of_needs_no_verb(
    opened: Open, positions: Positions, text: str, expected: tuple[str | None, str, str]
) -> None:
    """Words without a verb refuse too, where someone says them."""
    assert expected in positions(opened(text))


def test_news_that_opens_with_no_is_no_refusal(opened: Open, positions: Positions) -> None:
    """That nothing happened is no one's refusal."""
    assert positions(opened("No ceasefire was reached on Monday, Norway said.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Norway is not about to accept a ceasefire.",
        "Norway is in no position to accept a ceasefire.",
        "Norway cannot bring itself to accept a ceasefire.",
        "Norway was not persuaded to accept a ceasefire.",
        "Norway balked at accepting a ceasefire.",
        "Norway shied away from accepting a ceasefire.",
        "Norway avoided backing a ceasefire.",
    ],
)
def test_what_one_does_not_come_to_accept_one_rejects(opened: Open, positions: Positions, text: str) -> None:
    """A word above that undoes a yes leaves none of it."""
    assert {stance for party, _, stance in positions(opened(text)) if party == "Norway"} == {"rejects"}


def test_what_is_made_dependent_is_what_is_conditional(opened: Open, positions: Positions) -> None:
    """The thing that depends is conditional, not that on which it does."""
    found = positions(opened("Norway made the release of prisoners dependent on a ceasefire."))
    assert ("Norway", "detainees", "conditional") in found
