"""Quotes in the genres in which reports come: statements, briefings, round-ups, diaries, marks of all kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.quotes import find_quotes
from goodoffices.record import QuoteContent

Opened = Callable[[str], Context]


def quotes(context: Context) -> list[tuple[str, str]]:
    """The quotes of a context as (speaker, text), in order of speaker."""
    contents = [s.content for s in find_quotes(context)]
    return sorted((context.roster.actors[c.speaker].name, c.text) for c in contents if isinstance(c, QuoteContent))


_HOST = "RADIO SAVA, 3 May. Presenter: Ana Kovač\n\nKovač: With us is Leon Kojen, the Serbian negotiator.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the sentence before says whose words they are
        (
            "The Sri Lankan minister G. L. Peiris was asked about the offer. He did not smile. “It is on paper.”",
            [("G. L. Peiris", "It is on paper.")],
        ),
        ("Kenya's envoy Ali Korane laughed. “Ask the elders.”", [("Ali Korane", "Ask the elders.")]),
        (
            "Norway's envoy Dag Nylander crossed the garden. I asked him when. “On Saturday, perhaps.”",
            [("Dag Nylander", "On Saturday, perhaps.")],
        ),
        (
            "William Ruto, the Kenyan president, was angry. His complaint was with Juba: “They signed, and they left.”",
            [("William Ruto", "They signed, and they left.")],
        ),
        # a name and a colon, without a verb
        (
            (
                "Iván Márquez of the FARC says: “No one gave us anything.”\n\n"
                "18:41 A senator, Paloma Valencia, on Radio Caracol: “This is impunity.”"
            ),
            [("Iván Márquez", "No one gave us anything."), ("Paloma Valencia", "This is impunity.")],
        ),
        # a long speech does not put its speaker out of mind
        (
            "Rwanda's minister, Charles Murigande, left.\n\n“They ask. We give. They ask. We give. We wait,” he says.",
            [
                ("Charles Murigande", "They ask. We give. They ask. We give. We wait,"),
            ],
        ),
        # one sentence in two quotations, the mark outside or inside
        (
            "“It was,” recalled Kenyan President William Ruto, “the longest night of the talks”.",
            [("William Ruto", "It was,"), ("William Ruto", "the longest night of the talks")],
        ),
        # French marks with their spaces
        (
            "« We are no bandits, » Niger's rebel leader Rhissa Ag Boula said. « And we shall not be so treated. »",
            [("Rhissa Ag Boula", "And we shall not be so treated."), ("Rhissa Ag Boula", "We are no bandits,")],
        ),
        # people without a name
        (
            "In Chad a nun who runs the clinic shook her head. “Both of them are lying,” she said.",
            [("nun", "Both of them are lying,")],
        ),
        ("“This is a door,” a Gulf ambassador said in Oman.", [("Gulf ambassador", "This is a door,")]),
        (
            "The orchard lies in Georgia. “I go to the third row,” said their owner, a farmer of seventy.",
            [("farmer", "I go to the third row,")],
        ),
        (
            "A Saudi official denied it. “No station was mentioned,” he told me.",
            [("Saudi official", "No station was mentioned,")],
        ),
        # a statement that one person delivers
        (
            (
                "Statement by the UN Special Representative, Margaret Anstee\n\nLuanda, 2 October\n\n"
                "I have followed the count in Angola. My staff saw no fraud.\n\nThe count was fair. I ask for calm."
            ),
            [
                ("Margaret Anstee", "I have followed the count in Angola. My staff saw no fraud."),
                ("Margaret Anstee", "The count was fair. I ask for calm."),
            ],
        ),
        # names under what they said
        (
            (
                "> We have turned a page.\n— Blaise Compaoré, President of Burkina Faso\n\n"
                "> The army will not be cut in two.\n— Moussa Faki, prime minister of Chad\n"
            ),
            [("Blaise Compaoré", "We have turned a page."), ("Moussa Faki", "The army will not be cut in two.")],
        ),
    ],
)
def test_whose_words(opened: Opened, text: str, expected: list[tuple[str, str]]) -> None:
    """Each quotation has the speaker that a reader would give it."""
    assert quotes(opened(text)) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            _HOST + "Kojen: We offer towns.\n\nKovač: And our listeners?\n\nKojen: We hear them.\n",
            {"Leon Kojen"},
        ),
        (
            (
                "HOST: We start with the minister of Papua New Guinea, Moi Avei.\n\n[CLIP] AVEI: We offer a vote.\n\n"
                "HOST: In Buka they had their own view.\n\n[CLIP] WOMAN: We are tired.\n"
            ),
            {"Moi Avei"},
        ),
        (
            (
                "REMARKS BY THE UN ENVOY, LAKHDAR BRAHIMI\n\nMr Brahimi: The two will sit in one building, we hope."
                "\n\nQuestion: Directly?\n\nMr Brahimi: Through me at first.\n"
            ),
            {"Lakhdar Brahimi"},
        ),
        (
            (
                "JOINT PRESS CONFERENCE\n\nForeign Minister Carl Bildt:\n\nSweden believes that we can open it.\n\n"
                "Question: And Karabakh?\n\nForeign Minister Bildt:\n\nThat is for Baku.\n"
            ),
            {"Carl Bildt"},
        ),
        (
            "Botswana\n\nQ: Who pays?\n\nSir Ketumile Masire: The donors pay late.\n",
            {"Ketumile Masire"},
        ),
    ],
)
def test_who_has_the_word_in_a_transcript(opened: Opened, text: str, speakers: set[str]) -> None:
    """Those who answer, by their full names; who makes the programme is no voice in the talks."""
    assert {name for name, _ in quotes(opened(text))} == speakers


@pytest.mark.parametrize(
    "text",
    [
        # a notice, a stranger and a third person's statement
        "Kenya's president William Ruto visited Bangui. The sign on the gate promised peace. “Welcome to Bangui.”",
        "William Ruto, the Kenyan president, came late. A trader waited at the gate. “Which ceasefire?” he asked.",
        "Statement by the Secretary-General on Cyprus\n\nHis adviser, Alexander Downer, says that they will meet.",
        "Letter from Nairobi\n\nAnn Cole writes that nobody expects John Garang before Friday. We shall see.",
    ],
)
def test_words_that_are_not_of_the_nearest_name(opened: Opened, text: str) -> None:
    """Nobody who is named says them."""
    assert {name for name, _ in quotes(opened(text))} <= {"trader"}


def test_what_is_told_within_a_speech_is_no_other_quotation(opened: Opened) -> None:
    """What a speaker says that others have shown is the speaker's."""
    context = opened("“Both governments have shown that they can decide,” Kenyan President William Ruto said.")
    assert {name for name, _ in quotes(context)} == {"William Ruto"}


def test_somebody_else_in_a_round_up_is_not_the_one_before(opened: Opened) -> None:
    """A line with its own label is no part of the turn above it."""
    context = opened(
        "Javier Solana, EU High Representative: “The union is the road. We see no other.”\n\n"
        "Milo Đukanović, President of Montenegro: “We accept three years.”\n\n"
        "Miodrag, 44, taxi driver: “They should all take the bus.”\n"
    )
    assert {name for name, text in quotes(context) if "bus" in text} <= {"Miodrag"}
