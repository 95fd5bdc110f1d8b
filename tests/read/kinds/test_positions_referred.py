"""Positions of which the words name no matter: what they refer to does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.referents import refers_back

Open = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru tabled a draft on the repatriation of refugees. Ecuador rejected it and said its troops would stay.",
            ("Ecuador", "displacement", "rejects"),
        ),
        (
            "A plan for an exchange of prisoners was shown. It has four pages. Chad declined even to open the file.",
            ("Chad", "detainees", "rejects"),
        ),
        (
            "The future of the disputed islands was raised. Kiribati would sign the paper as it stood; Fiji refused.",
            ("Fiji", "territory", "rejects"),
        ),
        (
            'Norway asked for an amnesty for the rebels.\n\nDenmark has swallowed that demand "with gritted teeth".',
            ("Denmark", "justice", "accepts"),
        ),
        (
            "Mexico wants a lifting of sanctions. Cuba put forward a draft of such a treaty.",
            ("Cuba", "sanctions", "offers"),
        ),
        (
            "The ministers spoke of a release of hostages. Kenya would accept it only if a ceasefire held.",
            ("Kenya", "detainees", "conditional"),
        ),
        ("Portugal proposed Lisbon for the next round.", ("Portugal", "process", "offers")),
        ("Spain offered Madrid as the venue.", ("Spain", "process", "offers")),
    ],
)
def test_a_pronoun_takes_the_issue_of_what_it_means(
    opened: Open, positions: Positions, text: str, expected: tuple[str | None, str, str]
) -> None:
    """Words before in the sentence, then the sentences before it, count above what stands behind."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Ghana, which sent peacekeepers to the border, demands a release of hostages.",
            ("Ghana", "foreign-forces", "demands"),
        ),
        ("A ceasefire was discussed. Togo rejected an amnesty for the rebels.", ("Togo", "ceasefire", "rejects")),
        ("A ceasefire was discussed. Spain proposed Italy as guarantor of the pact.", ("Spain", "process", "offers")),
        ("Refugees were discussed. Brazil offered Bolivia a loan.", ("Brazil", "process", "offers")),
    ],
)
def test_what_names_its_own_matter_refers_to_none(
    opened: Open, positions: Positions, text: str, never: tuple[str | None, str, str]
) -> None:
    """Words with an issue of their own take none from their surroundings."""
    assert never not in positions(opened(text))


def test_a_short_question_is_asked_of_the_remark_before_it(opened: Open, positions: Positions) -> None:
    """ "The rebels want an amnesty. Do you agree?": the answer is about the amnesty."""
    text = (
        "REPORTER: The rebels want an amnesty. What is your answer?\n\n"
        "JOHN SMITH (Norway): We reject it.\n\n"
        "REPORTER: Thank you.\n"
    )
    assert ("Norway", "justice", "rejects") in positions(opened(text))


@pytest.mark.parametrize(
    "words", ["it", "to put it back into force", "such a scheme", "that it is not", "refused", "any of them"]
)
def test_pronouns_and_general_words_refer_back(words: str) -> None:
    """What can be accepted or refused and has no matter of its own points to one."""
    assert refers_back(words)


@pytest.mark.parametrize("words", ["that elections be held in spring", "four hundred lorries", "to keep their nerve"])
def test_other_words_do_not(words: str) -> None:
    """ "That" in front of a clause is no pronoun."""
    assert not refers_back(words)
