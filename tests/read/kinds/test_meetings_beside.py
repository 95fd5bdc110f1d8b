"""Who was at a meeting besides, and where it was, where the words are beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.record import MeetingContent, Statement

Meets = Callable[[str], list[tuple[Statement, MeetingContent, set[str]]]]


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Sudan and Chad, which opened in Juba on Monday, were mediated by Uganda and Kenya.",
        "Talks of Sudan and Chad brokered by Uganda and Kenya opened in Juba on Monday.",
        "Talks between Sudan and Chad, facilitated by Uganda and Kenya, were held in Juba on Monday.",
    ],
)
def test_who_mediates_talks_is_there(meets: Meets, text: str) -> None:
    """A mediator sits in the talks, as who chairs them does."""
    [(_, content, people)] = meets(text)
    assert {"Uganda", "Kenya"} <= people
    assert content.place == "Juba"


def test_each_of_two_talks_has_its_own_company(meets: Meets) -> None:
    """ "With X in one town on a day and with Y in another on the next": two meetings, each with its own."""
    text = (
        "The German diplomat held talks with President Aleksandar Vučić in Belgrade on Monday "
        "and with President Vjosa Osmani in Pristina on Wednesday."
    )
    found = {content.place: people for _, content, people in meets(text)}
    assert "Vjosa Osmani" not in found["Belgrade"]
    assert "Vjosa Osmani" in found["Pristina"]
    assert "Aleksandar Vučić" not in found["Pristina"]


def test_talks_were_in_the_capital_that_is_left(meets: Meets) -> None:
    """ "Left the Uzbek capital after two days of meetings": there they were."""
    text = "A delegation of the Taliban left the Uzbek capital on Tuesday after two days of meetings with Pakistan."
    assert meets(text)[0][1].place == "Uzbek capital"


def test_a_mediation_of_weeks_is_of_those_who_agree_after_it(meets: Meets) -> None:
    """ "Following weeks of mediation in a town, A and B reached an understanding": theirs."""
    text = "Following weeks of quiet mediation in Nairobi, Sudan and Uganda have reached an understanding on oil."
    [(_, content, people)] = meets(text)
    assert people == {"Sudan", "Uganda"}
    assert content.place == "Nairobi"


def test_an_island_is_where_somebody_is_visited(meets: Meets) -> None:
    """ "Visited X on Lipari", of what the report calls an island."""
    text = "Paul Kagame visited Félix Tshisekedi on Lipari a week earlier. The prison is on Lipari island."
    assert meets(text)[0][1].place == "Lipari"


def test_who_plans_a_visit_is_to_make_it(meets: Meets) -> None:
    """ "Is planning a visit to a town": of the traveller."""
    [(_, content, people)] = meets("William Ruto is planning a visit to Khartoum in May.")
    assert people == {"William Ruto"}
    assert (content.status, content.place) == ("planned", "Khartoum")


def test_two_who_are_due_to_speak_again_will(meets: Meets) -> None:
    """ "X and Y are due to speak again next week"."""
    [(_, content, people)] = meets("William Ruto and Paul Kagame are due to speak again next week.")
    assert people == {"William Ruto", "Paul Kagame"}
    assert content.status == "planned"


def test_who_acknowledges_meetings_was_at_them(meets: Meets) -> None:
    """What one owns up to one has done."""
    text = "Paul Kagame has acknowledged meetings with Félix Tshisekedi in Goma."
    [(_, content, people)] = meets(text)
    assert people == {"Paul Kagame", "Félix Tshisekedi"}
    assert content.status == "held"


def test_people_meeting_in_an_aside_have_met(meets: Meets) -> None:
    """ "Leaders, meeting in a town, declined": they met there."""
    text = "Sudan is at war. ECOWAS leaders, meeting in Abuja over the weekend, declined to lift the sanctions."
    assert meets(text)[0][1].place == "Abuja"
