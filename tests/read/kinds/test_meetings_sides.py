"""Who the parties are whom a report's "both delegations" mean, who sees them, and where that was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]

_BURUNDI = (
    "The government of Burundi and the FNL resumed talks in Dodoma on Monday. The FNL wants seats in the army. "
    "Burundi refuses. "
)
_HOSTED = (
    "The government of Liberia and the LURD resumed talks in Akosombo on Monday. Nana Akufo-Addo, the president of "
    "Ghana, sat between them as mediator. Ghana has paid for the rooms, Ghana has sent the police and Ghana is "
    "patient. {last}"
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (_BURUNDI + "Yoweri Museveni, the president of Uganda, gave dinner to both delegations on Tuesday.", True),
        (_BURUNDI + "Yoweri Museveni, the president of Uganda, had both sides to lunch on Tuesday.", True),
        (_BURUNDI + "Yoweri Museveni of Uganda had emissaries of both sides to his house on Tuesday.", True),
        (
            _BURUNDI + "Yoweri Museveni, the president of Uganda, sat until midnight with the two delegations.",
            True,
        ),
        (_BURUNDI + "On Tuesday Yoweri Museveni gave dinner to two bishops.", False),
        (_BURUNDI + "On Tuesday Yoweri Museveni had lunch with the smaller parties.", False),
        (_BURUNDI + "On Tuesday Yoweri Museveni dined with both mediators.", False),
    ],
)
def test_a_third_one_who_sees_both_delegations_sees_the_parties(
    meets: Callable[[str], list[Meeting]], text: str, *, seen: bool
) -> None:
    """A plural of the parties with the verb means them; two bishops, mediators and smaller parties are others."""
    last = meets(text)[-1][2]
    assert ({"Burundi", "FNL"} <= last or {"Burundi", "Palipehutu-FNL"} <= last) is seen
    assert any("Museveni" in name for name in last)


@pytest.mark.parametrize(
    "last",
    [
        "The two delegations will meet again on 20 July.",
        "Both sides are to return to the table on 20 July.",
    ],
)
def test_who_hosts_the_talks_is_no_party(meets: Callable[[str], list[Meeting]], last: str) -> None:
    """A state whose president mediates is named more often than a side, and is none of the two."""
    assert meets(_HOSTED.format(last=last))[-1][2] == {"Liberia", "LURD"}


def test_a_standing_body_that_a_countryman_chairs_makes_no_host(meets: Callable[[str], list[Meeting]]) -> None:
    """ "Whose commission is chaired by the Chadian X": Chad is at the table all the same."""
    text = (
        "Chad and the FACT signed an accord in Doha on Monday. Chad offers an amnesty; FACT wants its prisoners back. "
        "The African Union, whose commission is chaired by the Chadian Moussa Faki Mahamat, sent observers. The two "
        "sides will meet again on 20 July."
    )
    assert "Chad" in meets(text)[-1][2]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Israel and the Palestinians opened talks in Taba on Monday. Israel offered land; the Palestinians want "
            "more. The United States sent an envoy, and is patient. The two sides will meet on 20 July."
        ),
        (
            "Israeli and Palestinian negotiators met in Taba on Monday. Likud was angry. The United States was told, "
            "said the United States. Israel and the Palestinians agree on water. Both delegations will return on "
            "20 July."
        ),
    ],
)
def test_a_people_without_a_state_has_a_side(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """What a people has for a government is a party, before its mediator and before a party at home."""
    assert meets(text)[-1][2] == {"Israel", "Palestinian Authority"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Joao Lima came to Maputo on Friday, when he met Afonso Dhlakama.", "Maputo"),
        ("Joao Lima is expected in Maputo on Monday, when he will see Afonso Dhlakama.", "Maputo"),
        ("Joao Lima remembered in Maputo the year when he met Afonso Dhlakama on Monday.", None),
        ("Joao Lima met Afonso Dhlakama over tea at the Polana Hotel on Friday.", "Polana Hotel"),
        ("Joao Lima had Afonso Dhlakama to his villa in Beira on Friday.", "his villa in Beira"),
        ("Joao Lima called on Afonso Dhlakama at Villa 3 on Friday.", "Villa 3"),
    ],
)
def test_where_one_was_that_day_they_met(meets: Callable[[str], list[Meeting]], text: str, place: str | None) -> None:
    """The place of the day on which they met, of the meal over which, the goal of those who are had to a house."""
    last = [m for m in meets(text) if "Afonso Dhlakama" in m[2]][-1]
    assert last[1].place == place


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Pedro Costa and Juan Vega met in Lima on Monday. Costa, whom Vega had met in Quito in May, was late.",
            {"Pedro Costa", "Juan Vega"},
        ),
        (
            "President Ana Ruiz arrived in Lima on Monday. Pedro Costa, with whom she met in Quito in May, was late.",
            {"Ana Ruiz", "Pedro Costa"},
        ),
        (
            "President Ana Ruiz arrived in Lima on Monday. Pedro Costa is due to telephone her on Tuesday.",
            {"Ana Ruiz", "Pedro Costa"},
        ),
        (
            "Rebels met Ana Ruiz in Lima. Pedro Costa, the interior minister, who met Juan Vega in Quito, was late.",
            {"Pedro Costa", "Juan Vega"},
        ),
        (
            "Pedro Costa spoke to Ana Ruiz. A session on Monday, to which Juan Vega was admitted, ended late.",
            {"Juan Vega"},
        ),
        (
            "Chad and the FACT hold talks in Doha. Juan Vega is to lead the delegation when they meet in Lima in May.",
            {"Juan Vega"},
        ),
        (
            "Pedro Costa shuttled on Monday between the suites of Ana Ruiz and Juan Vega.",
            {"Pedro Costa", "Ana Ruiz", "Juan Vega"},
        ),
    ],
)
def test_whom_a_relative_or_a_pronoun_means(meets: Callable[[str], list[Meeting]], text: str, who: set[str]) -> None:
    """ "Whom", "who" beside an office and a pronoun that another word of its clause cannot be: they are there."""
    assert who <= meets(text)[-1][2]
