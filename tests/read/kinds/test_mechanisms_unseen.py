"""Mechanisms: further members of each class of body, arrangement and procedure, and words that only look like one."""

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
        ("Nepal has agreed to three early-warning stations on the ridge.", "monitoring"),
        ("A commission of retired generals has been watching the truce since May.", "monitoring"),
        ("Five foreign ministers will do the verifying themselves.", "monitoring"),
        ("All weapons will be surrendered and placed in containers under UN guard.", "monitoring"),
        ("The deal provides for verification visits to the barracks.", "monitoring"),
        ("The text leaves verification to the African Union.", "monitoring"),
        ("The two armies will take every complaint to a joint panel.", "monitoring"),
        ("The guarantors will hold a review every six months.", "monitoring"),
        ("We have sought to open a channel to the government of Ghana.", "channel"),
        ("The government has dealt with the rebels through Cardinal Nkomo.", "channel"),
        ("Messages reach the movement by way of a businessman in Geneva.", "channel"),
        ("A secure fax line links the two presidents' offices.", "channel"),
        ("Each side is to give 48 hours' notice of manoeuvres.", "channel"),
        ("The Working Mechanism for Consultation and Coordination met in Lima.", "channel"),
        ("The president of Gabon sat between them as mediator.", "mediation"),
        ("An American lawyer has been carrying a paper from room to room.", "mediation"),
        ("Both sides agreed to seek a mediator from outside the region.", "mediation"),
        ("Prisoners on both sides go free once the Red Cross has a register.", "exchange"),
        ("Half of those convicted in 1998 will be released when the move is complete.", "exchange"),
        ("A list of 102 detainees has changed hands.", "exchange"),
        ("They initialled a paper on the release of political prisoners.", "exchange"),
        ("Captured soldiers will be traded for bodies.", "exchange"),
        ("The UN coordinator asked both sides for a corridor to Goma.", "humanitarian"),
        ("Aid is to travel only through neutral organisations.", "humanitarian"),
        ("A daily four-hour pause would let the ambulances through.", "humanitarian"),
        ("Refugees would return in groups of fifty under UNHCR escort.", "humanitarian"),
        ("Under its terms both sides pull back 50 metres from the roadblocks.", "buffer_zone"),
        ("Neither side may bring troops within five kilometres of the river.", "buffer_zone"),
        ("A strip ten kilometres wide would be kept free of soldiers.", "buffer_zone"),
        ("The no-patrol zone between the two ridges is on our ground.", "buffer_zone"),
        ("Fiji will send 50 policemen.", "force"),
        ("A rapid reaction force is to be formed by the neighbours.", "force"),
        ("The United States approved 47 million dollars in aid to the rebels.", "economic"),
        ("Each fighter who hands in a gun receives 200 dollars.", "economic"),
        ("Frozen assets would be released in instalments.", "economic"),
        ("The gas field would be run by a joint gas authority.", "economic"),
        ("Each side pledged not to be the first to use force.", "security_pact"),
        ("The three powers would have a right to intervene.", "security_pact"),
        ("Ships will be inspected in Cyprus before they sail.", "border_verification"),
        ("A Constitutional Council will be set up once the agreement is signed.", "other"),
    ],
)
def test_unseen_by_kind(named: Callable[[str], Any], text: str, kind: str) -> None:
    """Each class has more members than the texts that the words were first taken from."""
    assert kind in [found.kind for found in named(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The Malaita Eagle Force has controlled the town since June.",
        "The National Police said two men had been arrested.",
        "Reporters waited in a corridor of the hotel.",
        "A television channel broke the news.",
        "The rebels moved their guns twenty kilometres north.",
        "The town lies 50 kilometres from the border.",
        "The rebels pulled back two kilometres on Tuesday.",
        "The room will be kept free of journalists.",
        "He carried a letter from his mother to his sister.",
        "The president speaks through an interpreter.",
        "He told us through his lawyer of the war.",
        "Two soldiers were freed on Friday after a week.",
        "Prisoners went on hunger strike.",
        "The company will hold a review of its accounts.",
        "The incident was reported to the police.",
        "He serves as mayor of the town.",
        "The minister vowed not to use his veto.",
        "Parliament approved the budget of 47 million dollars.",
        "The soldiers go home when the harvest comes.",
        "The radar station at Bor was bombed.",
        "The army said that drones would watch the rally.",
    ],
)
def test_words_that_only_look_like_one(named: Callable[[str], Any], text: str) -> None:
    """What happened, what a side itself is called and what is said of daily life is no arrangement."""
    assert named(text) == []


def test_a_letterhead_introduces_its_body(named: Callable[[str], Any]) -> None:
    """What a heading names is what "the Commission" then means; a heading alone states nothing."""
    letter = "INTERNATIONAL VERIFICATION COMMISSION\n\nThe Commission was set up in May. It has five members.\n"
    (found,) = named(letter)
    assert (found.kind, found.name) == ("monitoring", "International Verification Commission")
    assert named("INTERNATIONAL VERIFICATION COMMISSION\n\nThe weather was fine in Bilbao.\n") == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "They agreed on a joint military committee. That body will be set up upon signature of the text.",
            "upon signature of the text",
        ),
        ("An African force would guard the port. It would start work only once the guns fall silent.", "once the guns"),
    ],
)
def test_what_takes_up_an_arrangement(named: Callable[[str], Any], text: str, trigger: str) -> None:
    """A word for any body, or a pronoun with what only an arrangement does, goes on about the one just named."""
    (found,) = named(text)
    assert trigger in (found.trigger or "")


def test_a_row_has_its_trigger(named: Callable[[str], Any]) -> None:
    """A cell behind the label says what must happen first."""
    table = "| Point | A | B |\n| --- | --- | --- |\n| Joint monitoring team | accepts | once the text is signed |\n"
    (found,) = named(table)
    assert (found.kind, found.trigger) == ("monitoring", "once the text is signed")
