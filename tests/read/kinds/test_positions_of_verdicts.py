"""Positions told by a verdict, in nouns, or in a clause behind a verb that tells no stance itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what would do harm
        (
            "Kenya warned that recognition of Somaliland would set a dangerous precedent.",
            ("Kenya", "political-status", "rejects"),
        ),
        ("Serbia said that an amnesty would undermine the courts.", ("Serbia", "justice", "rejects")),
        # what alone can
        ("Ghana insisted that only direct talks can end the conflict.", ("Ghana", "process", "demands")),
        ("Chad maintained that an amnesty was the only viable solution.", ("Chad", "justice", "demands")),
        # what stands open
        ("Norway said that the door to talks remains open.", ("Norway", "process", "offers")),
        # what a thing is called
        ("Peru has called the system of guarantees obsolete.", ("Peru", "security-guarantees", "rejects")),
        ("Togo described the elections as a domestic matter.", ("Togo", "government", "rejects")),
        ("Mali said that its elections were an internal affair.", ("Mali", "government", "rejects")),
        ("Nepal considered the truce the most credible basis for peace.", ("Nepal", "ceasefire", "accepts")),
        # what is possible on a condition
        (
            "Ecuador's president said that an accord was possible if the border were demilitarised.",
            ("Ecuador", "process", "conditional"),
        ),
        # what is ruled out by whoever says so
        (
            "Uganda's president said that an amnesty for the rebels was excluded.",
            ("Uganda", "justice", "rejects"),
        ),
        # a red line
        ("Georgia's red line is the annexation of Abkhazia.", ("Georgia", "territory", "rejects")),
        # behind a verb that tells a stance only with a preposition
        ("Latvia argued that the sanctions should be lifted.", ("Latvia", "sanctions", "demands")),
        # a deed told beside what was announced
        ("A truce announced by Hamas in May did not last.", ("Hamas", "ceasefire", "offers")),
    ],
)
def test_whoever_passes_a_verdict_holds_it(
    opened: Opened, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """What a thing is or would do, in someone's words, shows how that side stands to it."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Uganda spoke in support of an amnesty.", ("Uganda", "justice", "accepts")),
        ("Brazil issued words of encouragement.", ("Brazil", "process", "accepts")),
        ("Egypt viewed the truce proposal favourably.", ("Egypt", "ceasefire", "accepts")),
        ("Spain has given its endorsement to the sanctions.", ("Spain", "sanctions", "accepts")),
        ("Malawi has shown no inclination to lift the sanctions.", ("Malawi", "sanctions", "rejects")),
        ("Angola stressed the importance of preserving the truce.", ("Angola", "ceasefire", "demands")),
        ("Ireland is working to secure the release of the hostages.", ("Ireland", "detainees", "demands")),
        ("Togo encouraged direct contacts with the rebels.", ("Togo", "process", "demands")),
        ("Kosovo accused the European Union of overstepping its mandate.", ("Kosovo", "process", "rejects")),
    ],
)
def test_a_stance_told_in_nouns(
    opened: Opened, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """Support, reluctance and wishes are told in nouns as well as in verbs."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya warned that a new attack would undermine the ceasefire.",  # violence, which nobody proposes
        "Kenya warned that a lack of elections would destabilise the state.",  # what is wanting
        "Recognition of Somaliland would set a dangerous precedent.",  # nobody says so
        "Kenya said that only parliament can amend the constitution.",  # whose office it is
        "Kenya said that a truce was possible.",  # a forecast
        "Kenya said that the door of the ministry was painted green.",
        "Kenya stressed the importance of the process.",  # a courtesy
        "Kenya agreed that the border should be opened by Uganda.\n",
    ],
)
def test_no_verdict(opened: Opened, positions: Positions, text: str) -> None:
    """Where a thing is no proposal, or nobody passes the verdict, no stance is refused or demanded."""
    assert not {stance for _, _, stance in positions(opened(text))} & {"rejects", "demands", "conditional", "offers"}


def test_parts_of_a_paper_named_before(opened: Opened, positions: Positions) -> None:
    """A list of the parts of "the draft" holds what the side wants whose draft was named before."""
    text = (
        "The talks in Oslo turned on an Israeli draft handed over in May.\n\n"
        "Key elements of the draft are said to be the following:\n\n"
        "- A ban on heavy weapons south of the capital\n- An early release of all prisoners\n"
    )
    found = positions(opened(text))
    assert {("Israel", "military-limits", "demands"), ("Israel", "detainees", "demands")} <= found


def test_demands_set_out_by_the_delegation(opened: Opened, positions: Positions) -> None:
    """ "The delegation" is of whoever acted last before, and not of whom it speaks."""
    text = (
        "North Korea announced the end of the round and blamed the United States. Key demands outlined by the "
        "delegation include:\n\n- The removal of all sanctions\n- An end to joint military exercises\n"
    )
    found = positions(opened(text))
    assert ("North Korea", "sanctions", "demands") in found
    assert not any(party == "United States" for party, _, stance in found if stance == "demands")
