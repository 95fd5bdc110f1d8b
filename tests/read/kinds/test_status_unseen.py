"""Where a matter stands, in reports of other processes: sections, rules of a text, topics, turns of speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stands = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What the negotiators did not settle is the amnesty.", ("justice", "open")),
        ("Nor do the two sides agree on the return of the refugees.", ("displacement", "open")),
        ("There is still nothing on the release of the prisoners.", ("detainees", "open")),
        ("The sides are miles apart on autonomy.", ("political-status", "open")),
        ("The amnesty law is still being studied.", ("justice", "open")),
        ("The fate of the refugees has been left to the transition.", ("displacement", "open")),
        ("The donors contradicted each other on the lifting of sanctions.", ("sanctions", "open")),
        ("Neither side would budge on the amnesty.", ("justice", "blocked")),
        ("The disarmament of the militias has foundered on the question of pay.", ("military-limits", "blocked")),
        ("The ceasefire hardly exists.", ("ceasefire", "blocked")),
        ("The two sides are close to agreement on the exchange of prisoners.", ("detainees", "progress")),
        ("A deal on power-sharing is taking shape.", ("government", "progress")),
        ("The amnesty is more or less agreed.", ("justice", "progress")),
        ("The annex on the prisoners is finished.", ("detainees", "agreed")),
        ("The release of the hostages was accepted without argument.", ("detainees", "agreed")),
        ("The ceasefire of June remains binding.", ("ceasefire", "agreed")),
        ("Power-sharing is largely finished.", ("government", "progress")),
        ("The gap on the amnesty is now narrow.", ("justice", "progress")),
        ("The new chapter on the militias goes a long way to meet the front.", ("process", "progress")),
        ("The return of the refugees was left for a later meeting.", ("displacement", "open")),
        ("No common view was found on the amnesty.", ("justice", "open")),
        ("The delegations are arguing over the amnesty.", ("justice", "open")),
        ("Autonomy fell at the last hurdle.", ("political-status", "blocked")),
        ("The understanding on the prisoners stands.", ("detainees", "agreed")),
        ("A document on the exchange of prisoners was approved.", ("detainees", "agreed")),
    ],
)
def test_turns_of_speech(stands: Stands, text: str, expected: tuple[str, str]) -> None:
    """What is left, studied, wrecked, near or closed tells how far its matter has come."""
    assert expected in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "If the annex on the prisoners is finished, we will sign.",
        "The amnesty would be accepted without argument.",
        "We did not come to Rome for the amnesty.",
    ],
)
def test_what_tells_nothing(stands: Stands, text: str) -> None:
    """What is supposed, or says something else with the same words, claims no status."""
    assert stands(text) == set()


def test_hardly_disputed_is_not_open(stands: Stands) -> None:
    """What is hardly or no longer in dispute is not told as open."""
    for text in ("An amnesty is hardly disputed.", "The amnesty is no longer in dispute."):
        assert ("justice", "open") not in stands(text)


def test_a_section_under_a_question(stands: Stands) -> None:
    """Items under "What was agreed?" are agreed, those under "What remains open?" open."""
    text = (
        "Talks in Colombo ended on Friday.\n\nWhat was agreed?\n\n- Prisoners will be exchanged within a month.\n"
        "- The refugees may return to the coast.\n\nWhat remains open?\n\n- The amnesty for the fighters.\n"
    )
    assert {("detainees", "agreed"), ("displacement", "agreed"), ("justice", "open")} <= stands(text)


def test_a_section_ends_at_the_next_heading(stands: Stands) -> None:
    """A heading that names no status ends the section."""
    text = "## Still open\n\n- The amnesty for the fighters.\n\n## Background\n\n- The refugees fled in 1996.\n"
    assert stands(text) == {("justice", "open")}


def test_rules_of_a_text(stands: Stands) -> None:
    """In an article every sentence with "shall" lays something down, not the first alone."""
    text = (
        "Communiqué\n\n1. The Parties agree on public hearings. Refugees shall be registered by the commission.\n"
        "2. Prisoners shall be released within ten days.\n"
    )
    assert {("displacement", "agreed"), ("detainees", "agreed")} <= stands(text)


def test_what_an_accord_does(stands: Stands) -> None:
    """A report that says what an accord does tells a term of it; of a draft it tells none."""
    assert ("military-limits", "agreed") in stands("The accord caps the number of soldiers at 6,000.")
    assert ("military-limits", "agreed") not in stands("The draft accord caps the number of soldiers at 6,000.")


def test_they_are_those_named_before(stands: Stands) -> None:
    """ "They" is joint where the sentence before has both sides as its subject, and else not."""
    both = "The two delegations met in Abuja. They agreed on an amnesty."
    one = "The rebels met in Abuja with their elders, and one man spoke. He agreed on an amnesty."
    assert ("justice", "agreed") in stands(both)
    assert ("justice", "agreed") not in stands(one)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two points are still open: the amnesty for the fighters, and the return of the refugees.",
            {("justice", "open"), ("displacement", "open")},
        ),
        (
            "On disarmament there has been some progress: the army now talks of elections.",
            {("military-limits", "progress")},
        ),
        ("Prisoners: no agreement was reached in Oslo.", {("detainees", "open")}),
    ],
)
def test_topics_set_apart(stands: Stands, text: str, expected: set[tuple[str, str]]) -> None:
    """Matters that are counted and then named, put in front or given as a label are what a claim is of."""
    assert stands(text) == expected


def test_a_column_of_an_accord(stands: Stands) -> None:
    """In a table whose last column is the accord each row is agreed, unless its cell says otherwise."""
    text = (
        "Where they stood and where they ended.\n\n| Subject | Government | Rebels | Lusaka Accord |\n"
        "| --- | --- | --- | --- |\n| Prisoners | None | All | Half of them |\n| Amnesty | None | General | Open |\n"
    )
    assert {("detainees", "agreed"), ("justice", "open")} <= stands(text)
