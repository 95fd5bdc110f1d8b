"""Who else was at a meeting, whose people "whose" are, and meetings that have not been."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]
_KNOWN = (
    "The Government of Nepal and the Maoists are negotiating. Prime Minister Girija Prasad Koirala, Maoist leader "
    "Prachanda, Baburam Bhattarai and the United Nations envoy Ian Martin are in the country. Norway, India and "
    "Switzerland are observers. "
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Koirala and Prachanda signed the accord in Kathmandu, watched by Ian Martin.", {"Ian Martin"}),
        (
            (
                "At the City Hall in Kathmandu on Wednesday Koirala and Prachanda put their names to an accord of 37 "
                "articles, watched by Ian Martin, Norway's Erik Solheim and India's Shyam Saran."
            ),
            {"Ian Martin", "Erik Solheim", "Shyam Saran", "Girija Prasad Koirala", "Prachanda"},
        ),
        ("Under the eyes of Martin, Koirala and Prachanda signed a truce in Pokhara.", {"Ian Martin", "Prachanda"}),
        (
            (
                "Ian Martin chaired a plenary of the talks in Pokhara, attended by delegations of the "
                "Government and of the Maoists and by the representatives of the three observers, Norway and India."
            ),
            {"Ian Martin", "Norway", "India"},
        ),
        (
            (
                "Prachanda has called a meeting of donors in Oslo for 18 July, to which India and Switzerland agreed "
                "to come."
            ),
            {"India", "Switzerland"},
        ),
        ("Norway and India, whose envoys met Prachanda in Pokhara on Monday, are content.", {"Prachanda", "India"}),
        ("Norway, whose envoy Erik Solheim met Prachanda in Pokhara on Monday, is content.", {"Erik Solheim"}),
        ("They sat together only on Monday, all four parties, for an hour.", {"Nepal"}),
    ],
)
def test_those_told_beside_a_meeting_were_there(
    meets: Callable[[str], list[Meeting]], text: str, who: set[str]
) -> None:
    """A participle, "to which", "under the eyes of" and "whose" tell of others who were there."""
    assert who <= meets(_KNOWN + text)[-1][2]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A meeting in Oslo on Monday, at which Norway was absent, ended without result.", "Norway"),
        ("Koirala called a meeting in Pokhara for Friday, to which Bhattarai was not invited.", "Baburam Bhattarai"),
        ("Koirala met Prachanda in a hotel watched by India.", "India"),
        ("A session in Pokhara on Monday, to which Norway attaches great weight, was short.", "Norway"),
        ("The Government and the Maoists agreed on it after talks in the Norwegian capital on Monday.", "Norway"),
        ("They sat together only on Monday, all four parties, for an hour.", "Baburam Bhattarai"),
    ],
)
def test_those_who_stay_away_or_own_the_place_were_not(
    meets: Callable[[str], list[Meeting]], text: str, who: str
) -> None:
    """Who is absent, not invited, watches a house, or has the capital takes no part by that."""
    found = meets(_KNOWN + text)
    assert found
    assert who not in found[-1][2]


@pytest.mark.parametrize(
    "text",
    [
        "Koirala and Prachanda have yet to meet.",
        "The two delegations have yet to be in the same room.",
        "A meeting of the two delegations is yet to take place in Pokhara.",
        "Koirala could have met Prachanda in Delhi, but he stayed away.",
        "If Koirala met Prachanda, the strike would end.",
        "The money comes once a treaty is signed by the Government and the Maoists next week.",
        "Koirala met a demand of the Maoists on Monday.",
        "The army met fierce resistance in Rolpa on Monday.",
        "The popular consultation will be held on 8 August in Pokhara.",
    ],
)
def test_what_has_not_been_and_what_is_no_encounter_tells_of_no_meeting(
    meets: Callable[[str], list[Meeting]], text: str
) -> None:
    """Unreal clauses, terms, votes and things met are no meetings."""
    assert meets(_KNOWN + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The delegations met in Pokhara on Monday, yet they have to meet again.",
        "The accord was signed in Delhi on Monday by Koirala and Prachanda, if only in part.",
        "A consultation between the Government and the Maoists was held in Pokhara on Monday.",
        "Koirala and Prachanda should have met in Delhi on Monday, and did not.",
        "Even if Koirala met Prachanda on Monday, nothing would come of it.",
    ],
)
def test_what_only_looks_so_tells_of_one(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """ "Yet" of another clause, "even if", a consultation between parties, a meeting that fell through."""
    assert meets(_KNOWN + text)
