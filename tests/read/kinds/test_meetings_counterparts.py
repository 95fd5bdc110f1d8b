"""Who takes part where a report names kinds of people: delegations, leaders of a region, heads of two sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meeting = tuple[Statement, MeetingContent, set[str]]
_TALKS = "The government of Sudan and the SPLM held talks in Naivasha on Monday. "


_BURUNDI = (
    "At the invitation of the Facilitator, Mr Jacob Zuma, delegations of the Government of Burundi, led by President "
    "Domitien Ndayizeye, and of the CNDD-FDD, led by Mr Pierre Nkurunziza, met in Pretoria on 5 July. The FNL of Mr "
    "Agathon Rwasa stayed away. The FNL said that the FNL would fight on. The two delegations will return on 20 July "
    "to Pretoria."
)
_ETHIOPIA = (
    "Under the auspices of the African Union, representatives of the Government of Ethiopia, headed by Redwan Hussien, "
    "and of the TPLF, headed by Getachew Reda, met in Pretoria on 5 July. Eritrea said that Eritrea and Kenya were not "
    "consulted. The parties will meet in Nairobi on 20 July."
)
_COLOMBIA = (
    "Delegations from the Government of Colombia, led by Otty Patiño, and from the ELN, led by Pablo Beltrán, met in "
    "Caracas on 5 July. Cuba and Norway praised it. The two sides will reconvene in Mexico City on 20 July."
)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (_BURUNDI, {"Domitien Ndayizeye", "Pierre Nkurunziza"}),
        (_ETHIOPIA, {"TPLF", "Ethiopia"}),
        (_COLOMBIA, {"ELN", "Colombia"}),
    ],
)
def test_the_delegations_that_open_a_communique_are_the_parties(
    meets: Callable[[str], list[Meeting]], text: str, sides: set[str]
) -> None:
    """ "Delegations of A, led by X, and of B, led by Y": these two meet, and are "the parties" ever after."""
    assert sides <= meets(text)[-1][2]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (_TALKS + "IGAD offered its help. Regional leaders are to gather in Kampala on 16 July.", {"IGAD"}),
        (_TALKS + "ECOWAS was told. The leaders of the region will meet in Abuja on 16 July.", {"ECOWAS"}),
        (_TALKS + "The matter goes to SADC and to the Heads of State when they meet in Gaborone on 16 July.", {"SADC"}),
        (_TALKS + "West African leaders will meet in Abuja on 16 July.", set()),
        (_TALKS + "The six ministers will meet in Abuja on 16 July.", set()),
    ],
)
def test_leaders_of_a_region_and_more_than_two_are_not_the_parties(
    meets: Callable[[str], list[Meeting]], text: str, who: set[str]
) -> None:
    """Who meets as a region is its body, where the report names one; in no case the two who negotiate."""
    assert meets(text)[-1][2] == who


def test_the_two_leaders_are_the_heads_of_the_two_sides(meets: Callable[[str], list[Meeting]]) -> None:
    """ "The two leaders" stands for persons, one of each side."""
    text = (
        "President Joaquim Chissano of Mozambique and the leader of Renamo, Afonso Dhlakama, met in Rome on 5 July. "
        "The delegations of Mozambique and Renamo stayed on. A second meeting of the two leaders is planned "
        "for September in Gaborone."
    )
    assert meets(text)[-1][2] == {"Joaquim Chissano", "Afonso Dhlakama"}


def test_who_chairs_a_body_is_there_when_it_meets(meets: Callable[[str], list[Meeting]]) -> None:
    """ "The task force, which X and Y co-chair, met": all three."""
    text = "The Ceasefire Task Force, which the United States and Russia co-chair, met on Monday in Geneva."
    assert {"United States", "Russia"} < meets(text)[0][2]


def test_all_of_a_roll_with_semicolons_attended(meets: Callable[[str], list[Meeting]]) -> None:
    """A communique's roll of those present is read to its end."""
    text = (
        "The meeting on Monday was attended by H.E. Abiy Ahmed, Prime Minister of Ethiopia; H.E. Abdel Fattah al-Sisi, "
        "President of Egypt; and H.E. Abdalla Hamdok, Prime Minister of Sudan."
    )
    assert meets(text)[0][2] == {"Abiy Ahmed", "Abdel Fattah al-Sisi", "Abdalla Hamdok"}


@pytest.mark.parametrize(
    "text",
    [
        _TALKS + "President Thabo Mbeki took part in the closing session.",
        _TALKS + "President Thabo Mbeki was expected to join the negotiators on Wednesday.",
        _TALKS + "The guarantors, Kenya and Norway, saw both delegations separately.",
        _TALKS + "The delegations rose from the table on Friday.",
        _TALKS + "The two sides have been closeted in a hotel in Naivasha since Sunday.",
        _TALKS + "After a last session that went on into the evening, officials said that little had changed.",
        _TALKS + "The one in Machakos in June was cancelled.",
        _TALKS + "The next round of the two is due on 19 July.",
        _TALKS + "A fourth round, planned for Nairobi in August, will not take place.",
        _TALKS + "Officials of the two sides had begun to talk secretly in Oman.",
    ],
)
def test_a_sentence_tells_of_a_meeting_by_what_happens_to_it_or_who_is_there(
    meets: Callable[[str], list[Meeting]], text: str
) -> None:
    """Beginning, ending, joining, attending, sitting together: one meeting besides the one of the first sentence."""
    assert len(meets(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Minister Sergei Lavrov left for Ufa on Wednesday.",
        "The foreign minister of Russia, Sergei Lavrov, on a visit to Muscat, ruled out any delay.",
        "The fighters of the FMLN were flown to Cuba by the Red Cross on Monday.",
        "Mr Christopher Hill told a Washington audience on Wednesday that it would take time.",
        "The oil is the easy part, said Song Min-soon at a breakfast for the press on Wednesday.",
        "Renamo called its delegates home in February.",
        _TALKS + "The army will move in if the talks fail.",
    ],
)
def test_going_away_speaking_from_somewhere_and_what_may_never_be_are_no_meetings(
    meets: Callable[[str], list[Meeting]], text: str
) -> None:
    """A journey away, a speech on a journey, hearers, a recall and a condition tell of no meeting."""
    assert len(meets(text)) == text.count(_TALKS)


def test_there_means_the_house_that_was_just_named(meets: Callable[[str], list[Meeting]]) -> None:
    """ "After spending two hours there": in the hotel of the same sentence, and it has happened."""
    text = "Staffan de Mistura announced it outside a lakeside hotel after spending two hours there with Riad Hijab."
    (_, content, who) = meets(text)[0]
    assert (content.status, content.place, who) == ("held", "lakeside hotel", {"Staffan de Mistura", "Riad Hijab"})
