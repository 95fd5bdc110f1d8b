"""Where a matter stands, in the words of the news: what is in doubt, what runs into trouble, what has been met."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stands = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The prisoner exchange remains subject to the approval of the assembly.", ("detainees", "open")),
        ("The treaty must still be ratified by both parliaments.", ("process", "open")),
        ("The attack has thrown the ceasefire into doubt.", ("ceasefire", "open")),
        ("The vote raised new doubts about the return of the refugees.", ("displacement", "open")),
        ("The ceasefire agreement remains under pressure after a week of shelling.", ("ceasefire", "open")),
        ("The front had signed nothing on disarmament, its speaker said.", ("military-limits", "open")),
        ("The return of the refugees remains a distant prospect.", ("displacement", "open")),
        ("The amnesty remains a source of friction between the two camps.", ("justice", "open")),
        ("The accord foresees elections in three provinces, none of which has materialised.", ("government", "open")),
        ("The visit exposed sharp differences over the disarmament of the militias.", ("military-limits", "open")),
        ("Deep divisions persist over autonomy.", ("political-status", "open")),
        ("Despite the smiles, considerable obstacles remain.", ("process", "open")),
        ("The road ahead is uncertain.", ("process", "open")),
        ("Negotiations on the release of the hostages are described as frozen.", ("detainees", "blocked")),
        ("The prisoner exchange has run into serious difficulties.", ("detainees", "blocked")),
        ("Envoys say that the negotiations are close to collapse.", ("process", "blocked")),
        ("The two sides appear to be nearing a deal on the prisoners.", ("detainees", "progress")),
        ("The general's nod removed the last obstacle to the ceasefire.", ("ceasefire", "progress")),
        ("The disarmament of the militias moved forward this week.", ("military-limits", "progress")),
        ("The rebels' demands for an amnesty have been met.", ("justice", "agreed")),
        ("Both bodies accepted the new ceasefire.", ("ceasefire", "agreed")),
        ("Kenya and Uganda decided to resume their trade in copper.", ("economy", "agreed")),
        ("Chile and Peru took a first step on Friday, agreeing to release all prisoners.", ("detainees", "agreed")),
    ],
)
def test_words_of_the_news(stands: Stands, text: str, expected: tuple[str, str]) -> None:
    """What is subject to a vote, under strain, near, met or decided by two tells how far its matter has come."""
    assert expected in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "The currency remains under pressure.",
        "The rebels promised to free the prisoners.",
        "The First Division stayed in its barracks near the border.",
        "The party is divided over its leader.",
    ],
)
def test_what_is_no_matter_of_the_talks(stands: Stands, text: str) -> None:
    """A currency, one side's word, a part of an army and a quarrel inside a party are no status."""
    assert stands(text) == set()
