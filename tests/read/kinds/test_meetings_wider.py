"""Meetings told in wider forms: behind a leader's name, in lists that the parser loses, in what talks are called."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("President Emmerson Mnangagwa received a team headed by Lemogang Kwape in Harare on Tuesday.", "Harare"),
        ("Hun Manet met a Vietnamese delegation led by Bui Thanh Son at the Peace Palace.", "Peace Palace"),
        ("In the village of Pagak, a mile from the bridge, Kenya and Uganda held talks on Monday.", "village of Pagak"),
        ("Envoys of Togo and Benin met at the home of Faure Gnassingbé on Sunday evening.", "home of Faure Gnassingbé"),
        ("The 12th round of the Geneva International Discussions took place on Monday with Russia present.", "Geneva"),
        ("A statement issued in Bamako on Friday following talks between Mali and Niger called for calm.", "Bamako"),
        ("The roadmap, released in Lima after two days of talks between Peru and Ecuador, has twelve points.", "Lima"),
        ("Lawmakers of the Labour Party met in parliament on Monday.", "parliament"),
        (
            "The envoy Staffan de Mistura toured Rabat, Algiers and Nouakchott last week.",
            "Rabat, Algiers and Nouakchott",
        ),
        (
            "Bolivian envoys returned from Santiago on Tuesday after two days of talks with Chilean officials.",
            "Santiago",
        ),
    ],
)
def test_the_place_is_found(meets: Callable[[str], list[Meeting]], text: str, place: str) -> None:
    """Behind the name of who led a team, in a village, at a home, in the talks' name, where a text was given out."""
    assert [content.place for _, content, _ in meets(text)] == [place]


def test_a_paper_of_others_says_nothing_of_where_talks_were(meets: Callable[[str], list[Meeting]]) -> None:
    """Where a study is released, nobody has met."""
    text = "The study was released in London on Friday after talks between Mali and Niger."
    assert all(content.place is None for _, content, _ in meets(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            (
                "Kenyan President William Ruto convened a conference in which Yoweri Museveni of "
                "Uganda, Paul Kagame of Rwanda and Salva Kiir of South Sudan took part."
            ),
            {"William Ruto", "Yoweri Museveni", "Paul Kagame", "Salva Kiir"},
        ),
        (
            (
                "Albanian Prime Minister Edi Rama was joined in the Blue Room by Aleksandar Vučić of "
                "Serbia, Greek Prime Minister Kyriakos Mitsotakis, Bulgarian Prime Minister Rosen "
                "Zhelyazkov and Finnish President Alexander Stubb."
            ),
            {"Edi Rama", "Aleksandar Vučić", "Kyriakos Mitsotakis", "Rosen Zhelyazkov", "Alexander Stubb"},
        ),
        (
            (
                "The text was agreed in Nairobi on Tuesday after a meeting of Kenyan Foreign "
                "Minister Musalia Mudavadi, Ugandan Foreign Minister Jeje Odongo and Tanzanian envoy Mahmoud Kombo."
            ),
            {"Musalia Mudavadi", "Jeje Odongo", "Mahmoud Kombo"},
        ),
        ("The announcement follows a visit to Yerevan last week by Hakan Fidan, the minister.", {"Hakan Fidan"}),
        (
            (
                "The round took place in Geneva on Monday and was moderated by Peter Sørensen "
                "together with the envoys of the United Nations and the OSCE."
            ),
            {"Peter Sørensen", "United Nations", "OSCE"},
        ),
    ],
)
def test_those_who_took_part_are_found(meets: Callable[[str], list[Meeting]], text: str, who: set[str]) -> None:
    """In a clause with "in which", in long lists, behind "by", and of a meeting that somebody moderated."""
    assert any(who <= found for _, _, found in meets(text))


def test_a_visit_that_somebody_announces_is_not_theirs(meets: Callable[[str], list[Meeting]]) -> None:
    """Who announces a visit does not make it."""
    found = meets("A visit of Salva Kiir to Addis Ababa next week was announced by William Ruto on Monday.")
    assert all("William Ruto" not in who for _, _, who in found)


@pytest.mark.parametrize(
    "text",
    [
        "The committee's co-chairs are due to meet again in Dublin in February.",
        "Officers of the Labour Party met on Friday evening.",
    ],
)
def test_people_who_meet_on_a_day_meet(meets: Callable[[str], list[Meeting]], text: str) -> None:
    """Nobody need be named, and one side may meet within itself."""
    assert len(meets(text)) == 1


def test_crowds_that_meet_the_police_do_not_meet(meets: Callable[[str], list[Meeting]]) -> None:
    """Whom they met makes it something else."""
    assert meets("Demonstrators met riot police in Tunis on Monday.") == []
