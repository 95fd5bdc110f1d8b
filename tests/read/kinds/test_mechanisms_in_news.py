"""Mechanisms as news tells of them: those who stand by, who watch over, what is cleared, delivered and paid for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.mechanisms import find_mechanisms
from goodoffices.record import MechanismContent


@pytest.fixture
def named(read_with: Callable[..., Any]) -> Callable[[str], list[MechanismContent]]:
    """Read a text: its arrangements."""
    return lambda text: [statement.content for statement, _ in read_with(find_mechanisms, text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The African Union will accompany the dialogue in Bangui.", "monitoring"),
        ("A group of retired judges is to watch over the implementation of the accord.", "monitoring"),
        ("Four hundred rifles were destroyed under the eyes of the United Nations.", "monitoring"),
        ("Ghana would certify the destruction of the mortars.", "monitoring"),
        ("Sudan is seeking access for its engineers to the dam.", "monitoring"),
        ("Engineers of both countries will compare readings of the river's flow.", "monitoring"),
        ("Cameras at the gate would transmit images to both capitals.", "monitoring"),
        ("The two armies will begin humanitarian demining along the Mekong.", "humanitarian"),
        ("The accord is to bring more aid deliveries to Goma.", "humanitarian"),
        ("Repatriation flights from Tripoli will go on.", "humanitarian"),
        ("Under the arrangement Chad is to supply 40,000 barrels of crude a day.", "economic"),
        ("Turkey has offered to pay for the repair of the canal.", "economic"),
        ("The rebels live in designated camps under the ceasefire.", "other"),
        ("Algeria is prepared to resume mediation.", "mediation"),
        ("The Swiss president has offered to host the talks in Geneva.", "mediation"),
        ("Norway, which has shepherded the process since 2019, was praised.", "mediation"),
    ],
)
def test_what_news_tells_of_is_an_arrangement(
    named: Callable[[str], list[MechanismContent]], text: str, kind: str
) -> None:
    """The verbs and nouns of press reports name arrangements of their kinds."""
    assert kind in {content.kind for content in named(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The exchange followed a telephone call between the two ministers.",
        "The exchange was followed by thousands of viewers.",
        "The two teams have exchanged a list of posts.",
        "Investors ask for written guarantees of payment.",
        "Her husband accompanied her to the airport.",
        "The neighbours watched over the children.",
        "Farmers burned stubble in the presence of journalists.",
        "He offered to host a dinner for the delegates.",
        "The firm sold 300 cars a day.",
        "Tourists lived in camps near the beach.",
    ],
)
def test_words_alike_are_none(named: Callable[[str], list[MechanismContent]], text: str) -> None:
    """An exchange of words, guarantees of payment and everyday doings are no arrangement."""
    assert named(text) == []


def test_an_exchange_of_those_who_are_held_is_one(named: Callable[[str], list[MechanismContent]]) -> None:
    """Where a report tells of prisoners, "the exchange" is theirs."""
    told = named("The prisoners wait in Sukhumi. The exchange will follow the signature.")
    assert [content.kind for content in told] == ["exchange"]


@pytest.mark.parametrize(
    ("item", "kind"),
    [("Release of 60 detainees by the militia", "exchange"), ("Observing the truce in the valley", None),
     ("Verification of the pullback", "monitoring"), ("Supervision of the crossings", "monitoring"),
     ("Monitoring the truce along the river", "monitoring")],
)  # fmt: skip
def test_items_name_what_is_agreed_on(
    named: Callable[[str], list[MechanismContent]], item: str, kind: str | None
) -> None:
    """A release that waits for nothing is a term of a list; so is a doing with what it is done to."""
    text = f"They agreed on these points.\n\n- {item}\n- A road for the villages\n"
    found = {content.kind for content in named(text)}
    assert (kind in found) if kind else not found & {"monitoring"}


@pytest.mark.parametrize(
    "text",
    [
        "The truce was reached through Omani mediation.",
        "The facilitation by Oman goes on.",
        "Omani mediators carried letters between the rooms.",
    ],
)
def test_whose_mediation_it_is_leads_it(read_with: Callable[..., Any], text: str) -> None:
    """The nation before a mediation, or behind "by", is the one that leads it."""
    (content,) = [statement.content for statement, _ in read_with(find_mechanisms, text)]
    assert content.kind == "mediation"
    assert len(content.led_by) == 1
