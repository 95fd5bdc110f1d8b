"""Positions that no verb of wanting shows: terms behind a signing, promises and talks broken off."""

from __future__ import annotations

import pytest

from goodoffices.read.context import open_context
from goodoffices.read.kinds.pair import main_sides
from goodoffices.read.kinds.positions import find_positions
from goodoffices.record import PositionContent, make_report

Stand = tuple[str, str, str]

OPENING = (
    "Kenya and Chad met for talks on the truce in Rome on Monday. Kenya and Chad are at war over the Karo border. "
    "President Idriss Deby of Chad and Moses Kuria, the foreign minister of Kenya, took part.\n\n"
)


def _told(text: str, opening: str = OPENING) -> set[Stand]:
    context = open_context(make_report(opening + text, path="report.txt", title="", published=None))
    found: set[Stand] = set()
    for statement in find_positions(context):
        content = statement.content
        assert isinstance(content, PositionContent)
        if statement.evidence[0].start >= len(opening):
            found.add((context.roster.actors[content.party].name, content.issue, content.stance))
    return found


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Kenya and Chad agreed a truce in May.", ("Chad", "ceasefire", "accepts")),
        ("Kenya agreed a prisoner exchange with Chad.", ("Kenya", "detainees", "accepts")),
        ("Chad resolved to pull its army out of Karo by July.", ("Chad", "foreign-forces", "accepts")),
        ("Kenya called off the next round four days later.", ("Kenya", "process", "rejects")),
        ("Chad has suspended the talks.", ("Chad", "process", "rejects")),
        ("Chad recalled its delegates from Rome.", ("Chad", "process", "rejects")),
        ("Kuria ordered his team home.", ("Kenya", "process", "rejects")),
        ("Kuria announced that he was lifting the state of emergency.", ("Kenya", "government", "offers")),
        ("Kuria said that all prisoners of war would be released in May.", ("Kenya", "detainees", "offers")),
        ("Kenya would not, Kuria said, release any more prisoners.", ("Kenya", "detainees", "rejects")),
        ("Kuria said that on amnesty there is no flexibility.", ("Kenya", "justice", "rejects")),
        ("There is no negotiating the presidency, Kuria said.", ("Kenya", "government", "rejects")),
        ("Nothing is agreed until everything is agreed, Kuria said.", ("Kenya", "process", "demands")),
        ("Chad has asked for more time.", ("Chad", "process", "ambiguous")),
        ("Kenya claims 40 million dollars in unpaid reparations.", ("Kenya", "economy", "demands")),
        ("The two delegations signed an hour before midnight.", ("Chad", "process", "accepts")),
        ("Nigeria, Uganda and Burundi have each pledged a ceasefire.", ("Burundi", "ceasefire", "offers")),
    ],
)
def test_what_shows_a_stance(text: str, stand: Stand) -> None:
    """Each tells it of the party, though no verb of wanting does."""
    assert stand in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mediators called off the next round.",
        "If Kenya suspended the talks, nobody would be surprised.",
        "Kenya did not call off the next round.",
        "The talks were suspended until Monday.",
        "Chad's ambassador went home for the holidays.",
        "Kenya announced that it was ending its truce with Chad.",
        "Kuria said that prisoners held by Chad would be released in May.",
        "Kenya claimed responsibility for the raid on the border.",
        "Kuria presented the list of guests.",
        "What Kenya and Chad signed is short.",
        "Would Kenya sign?",
    ],
)
def test_what_only_seems_to(text: str) -> None:
    """A third hand, a thing supposed, denied, put off or taken back offers, accepts and rejects nothing."""
    assert not {stand for stand in _told(text) if stand[2] in {"offers", "accepts", "rejects"}}


SIGNED = "The government of Kenya and the Karo Front last night signed an agreement of nine points in Rome. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SIGNED + "Offensive operations will cease for sixty days.", True),
        (SIGNED + "It has four annexes. All prisoners will be released by May.", True),
        ("Kenya and Chad met again. What was agreed? All prisoners are to be released by May.", True),
        ("What was agreed? Prisoners on both sides go free once a register exists.", True),
        ("What was agreed? Nobody would say. Prisoners are not to be released.", False),
        ("No agreement was reached. Hostilities will cease for sixty days, the radio guessed.", False),
        ("Kenya and Chad discussed the draft. All prisoners will be released by May.", False),
    ],
)
def test_terms_behind_a_signing(text: str, *, told: bool) -> None:
    """What will be, right behind a signing or a question of what was agreed, the sides have accepted."""
    assert bool({s for s in _told(text) if s[2] == "accepts" and s[1] in {"ceasefire", "detainees"}}) == told


def _sides(text: str) -> set[str]:
    context = open_context(make_report(text, path="report.txt", title="", published=None))
    return {context.roster.actors[party].name for party in main_sides(context)}


def test_two_states_named_together() -> None:
    """Two states that are joined again and again are the sides, and no party of one of them."""
    text = (
        "Guyana and Venezuela met in Brasilia. Guyana said it was glad. Venezuela said so too. Guyana and Venezuela "
        "will meet again. In Georgetown the Working People's Congress spoke against it."
        " Venezuela is silent. Guyana waits."
    )
    assert _sides(text) == {"Guyana", "Venezuela"}


def test_a_government_without_a_state() -> None:
    """An authority that negotiates for a people is a side, and the host is none."""
    text = (
        "Israel and the Palestinian Authority ended their talks at Camp David on Monday. The Palestinian Authority "
        "said it was glad. Israel said so too. The Palestinian Authority wants a state. Israel wants guarantees. "
        "The United States hosted them. The United States is tired."
    )
    assert _sides(text) == {"Israel", "Palestinian Authority"}


def test_a_letterhead_names_who_is_we() -> None:
    """The body whose name stands at the top of a statement is "we" and "the Commission" in it."""
    text = (
        "INTERNATIONAL DISARMAMENT COMMISSION\nPress statement, Nairobi, 21 February 2014\n\n"
        "1. We call for the release of all prisoners.\n\n2. The Commission welcomes the ceasefire.\n"
    )
    found = _told(text, "")
    assert ("International Disarmament Commission", "detainees", "demands") in found
    assert ("International Disarmament Commission", "ceasefire", "accepts") in found


def test_what_is_offered_to_the_press_is_no_offer() -> None:
    """Points for the guidance of reporters are told, and not offered."""
    lead = "Kenya offers the following points for the guidance of the press:\n\n"
    text = f"{lead}- The border was closed in May.\n- Troops left Karo.\n"
    assert not {stand for stand in _told(text) if stand[2] == "offers"}
