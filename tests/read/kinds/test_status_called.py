"""What talks are called, and what only speaks of a result that was told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stands = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        "The mediator described the second session in Geneva as frank and useful.",
        "Both delegations deemed the discussions constructive.",
        "The consultations in Oslo were characterised as positive by the Norwegian hosts.",
        "The foreign ministry in Muscat called the dialogue “substantive, practical and fruitful”.",
        "The two generals parted after an exchange that observers judged productive.",
        "The three hours of discussions were described as “difficult but useful” by the envoy.",
        "Aides portrayed the atmosphere of the round as encouraging.",
    ],
)
def test_talks_that_are_praised_get_on(stands: Stands, text: str) -> None:
    """Whoever calls the talks constructive says that they make progress as a whole."""
    assert ("process", "progress") in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mediator described the session as anything but useful.",
        "The envoy described the harvest as encouraging.",
        "The delegate did not describe the discussions as constructive.",
        "She called the minister a useful man.",
    ],
)
def test_what_is_no_praise_of_talks(stands: Stands, text: str) -> None:
    """A denial, or praise of something else, says nothing of the talks."""
    assert ("process", "progress") not in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "The breakthrough came at the fourth session, in a villa above Lugano.",
        "Shells fell on the town hours after the breakdown.",
        "The minister rejected the rapprochement between the two capitals.",
        "The fighters will stay in the hills until an agreement is signed.",
        "The bishop, who brokered the accord, lives in Nairobi.",
        "The agreement will be signed in Accra on Monday.",
        "The front said that it is still willing to conclude an accord with the government.",
        "The accord was signed in a hotel above the lake, with two bishops looking on.",
        "The agreement was concluded shortly before midnight.",
        "The government and the front concluded a fifth round of negotiations in Accra.",
    ],
)
def test_what_is_only_named_claims_nothing(stands: Stands, text: str) -> None:
    """A result that was told before, is still to come or is only a round of talks is no status."""
    assert not {status for _, status in stands(text)} & {"agreed", "progress", "blocked"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A breakthrough on the prisoners was announced in Sanaa.", ("detainees", "progress")),
        ("The agreement on the prisoners was signed in Sanaa.", ("detainees", "agreed")),
        ("The accord has not been signed.", ("process", "open")),
        ("There was no breakthrough on the amnesty.", ("justice", "blocked")),
        ("The government and the front concluded an agreement on the prisoners.", ("detainees", "agreed")),
    ],
)
def test_what_is_new_is_told(stands: Stands, text: str, expected: tuple[str, str]) -> None:
    """A breakthrough that is told, or denied, and a paper that is concluded, tell how far a matter has come."""
    assert expected in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels say that no date or place for the elections has been settled.",
        "The spokesman added that none of the lists of prisoners is settled.",
    ],
)
def test_what_is_settled_of_none_is_not_agreed(stands: Stands, text: str) -> None:
    """A "no" before two joined things denies what is said of them."""
    assert "agreed" not in {status for _, status in stands(text)}


def test_what_an_accord_provides_is_no_status(stands: Stands) -> None:
    """What a paper, as a subject, does is a point of it, and tells anew of no matter how far it has come."""
    text = "The roadmap of March provides for an amnesty and the return of the refugees. It also creates a fund."
    assert stands(text) == set()


def test_wishes_under_a_heading_of_differences_are_no_open_points(stands: Stands) -> None:
    """A lead of what one side wants ends the section: what it lists is a position."""
    opening = "# Talks\n\nThey met in Oslo.\n\n"
    wishes = "## Sticking points\n\nThe revised demands of the front include:\n\n- A longer ceasefire\n- An amnesty\n"
    assert stands(opening + wishes) == set()
    challenges = "Key challenges include:\n\n- The disarmament of the militias\n- An amnesty for deserters\n"
    assert {("military-limits", "open"), ("justice", "open")} <= stands(opening + challenges)
