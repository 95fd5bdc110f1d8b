"""Persons without a name whose words a report gives, also those who are of a team, a ministry or a body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]


def persons(context: Context) -> dict[str, str | None]:
    """The persons who act, with the names of their sides."""
    actors = context.roster.actors
    return {
        a.name: actors[a.side].name if a.side in actors else None for a in context.roster.acting() if a.kind == "person"
    }


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        (
            (
                "Nepal met the Maoists. A member of the government team, who gave no name, said that it was "
                '"a beginning, not more".'
            ),
            "member of the government team",
            "Nepal",
        ),
        (
            'Israel met Hamas. An official of the Israeli delegation called it "a page of commas".',
            "official of the Israeli delegation",
            "Israel",
        ),
        ('A UN official told us that the wording was "advancing, slowly".', "UN official", "United Nations"),
        (
            (
                "Sri Lanka met the Tigers. A member of the rebel team was less cheerful. "
                'The talks, he said, had "not moved by a centimetre".'
            ),
            "member of the rebel team",
            "LTTE",
        ),
        (
            'Colombia met the ELN. An official in the ministry reckoned that only "drafting" was left.',
            "official in the ministry",
            "Colombia",
        ),
        ('A Western attaché in Tripoli believes that "nobody will come".', "Western attaché", None),
        ('A Western diplomat blamed the bombing. "They never stopped," she said.', "Western diplomat", None),
    ],
)
def test_quoted_without_a_name(opened: Opened, text: str, person: str, side: str | None) -> None:
    """Someone quoted who is of a side, a team or a body has that for a side; one who is only Western has none."""
    found = persons(opened(text))
    assert person in found
    assert found[person] == side


@pytest.mark.parametrize(
    "text",
    [
        "A Qatari diplomat said that Doha had agreed to pay.",
        'Hijab, a former prime minister who left in 2012, said nobody would come "until we see change".',
        'It was, says a Commission official who worked on it, "in so far as it agreed".',
        'A member of the audience said "amen".',
    ],
)
def test_not_entered(opened: Opened, text: str) -> None:
    """Whose words are not quoted, who has a name, or who is a body's voice is no person of their own."""
    assert not [name for name in persons(opened(text)) if " " in name or name.islower()]
