"""Two reports that tell one thing otherwise: how soon, how often, how many, on which day, by whom, or not at all."""

from __future__ import annotations

import pytest
from newsroom import disagreements


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (
            "Under the accord Ethiopia's consulates will reopen within six weeks, diplomats said.",
            "The consulates are to open within three months.",
            "How soon: within six weeks or within three months",
        ),
        (
            "The parties undertake to withdraw their troops within ten days to their own lines.",
            "File | State | Next\nBuffer zone | agreed, armies out in 40 days | patrols",
            "How soon: within ten days or in 40 days",
        ),
        (
            "Both armies will release all prisoners no later than 15 days from signature.",
            "The accord has the captives freed within 60 days.",
            "How soon: no later than 15 days or within 60 days",
        ),
        (
            "The ministers approved a committee on border incidents. It will meet every week.",
            "A committee that is to examine incidents at the border was approved. It will meet twice a month.",
            "How often: every week or twice a month",
        ),
        (
            "In Muscat the envoys had six rounds of talks.",
            "Oman, where the delegations sat four times, has been thanked for its patience in the talks.",
            "Rounds in Muscat: 4 or 6",
        ),
        (
            "It was the third private meeting of Isaias Afwerki and Abiy Ahmed, aides said.",
            "Isaias Afwerki and Abiy Ahmed met only twice in the four days.",
            "Meetings: 2 or 3",
        ),
        (
            "They settled fishing near the reef. The text is short, it has eleven articles.",
            "A document of fourteen articles on fishing near the reef was approved.",
            "Articles of a text: 11 or 14",
        ),
        (
            "By June two thousand officers from the island will have been recruited and trained.",
            "It provides for 700 new police officers from the island.",
            "Police to be recruited: 700 or 2000",
        ),
        (
            "Farmers are to get 12 per cent of the royalties from the mines.",
            "It gives farmers near the mines 30 per cent of all royalties.",
            "How much: 12 per cent or 30 per cent",
        ),
        (
            "The president held to the date of 12 September for the signing.",
            "Her negotiator was blunt. 12 September is not possible any more, he said.",
            "12 September: stands or not",
        ),
        (
            "The ceasefire mission will have 240 observers.",
            "The mission is still on paper. No figure has been fixed for the observers.",
            "Monitors foreseen: 240, or not fixed",
        ),
        (
            "Colonel Idriss Warsame denied that his fighters were at Gorgora.",
            "Colonel Idriss Warsame admitted that a unit of his had carried out the ambush at Gorgora.",
            "Who did it: Gorgora",
        ),
        (
            "Transnistria did not figure in the talks, the spokesman said.",
            "The annex obliges both to reopen the bridges of Transnistria.",
            "Transnistria: came up or not",
        ),
    ],
)
def test_two_accounts_of_one_thing(one: str, other: str, about: str) -> None:
    """Two reports of about one day that cannot both be right are set against each other, in either order."""
    assert about in [found.about for found in disagreements(one, other)]
    assert len(disagreements(one, other)) == len(disagreements(other, one)) == 1


def test_a_meeting_that_did_not_take_place_elsewhere() -> None:
    """Who went home without having met somebody, and dined with him in another report, met him or did not."""
    one = "Colonel Idriss Warsame met President Hassan Barre in Djibouti on 2 July, an aide said."
    other = "President Hassan Barre left Djibouti without having met Colonel Idriss Warsame, his office said."
    (found,) = disagreements(one, other)
    assert found.about.startswith("Met or not: ")
    assert found.issue == "process"
    quotes = {each.quote for side in found.sides for each in side.evidence}
    assert quotes == {one, other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # in other units
        ("The accord has the militias disarmed within five months.", "The militias will be disarmed within 150 days."),
        # of another act
        ("The consulates will reopen within six weeks.", "The consulates will be closed within three months."),
        # of another thing
        ("The prisons will be opened within ten days.", "The schools will be opened within 30 days."),
        # wanted, not settled
        ("The front demands that troops leave Gao within ten days.", "The troops will leave Gao within 30 days."),
        (
            "Mali would see the troops leave Gao within a week if shelling stops.",
            "The troops will leave Gao in 30 days.",
        ),
        # by others
        ("Chad will withdraw its troops within ten days.", "Libya will withdraw its troops within 40 days."),
        # long ago
        ("They met in Oslo for the first talks in seven months.", "Talks in Oslo are to resume within 60 days."),
        # two steps, told by one of the two
        (
            "Half of the prisoners will be freed within ten days and all prisoners will be freed within 40 days.",
            "The prisoners will be freed within 40 days.",
        ),
        # often, of two things
        ("The committee on fishing will meet every week.", "The court will meet twice a month."),
        # at two places, or later
        ("In Muscat the envoys had six rounds of talks.", "In Geneva the envoys had four rounds of talks."),
        ("The envoys will hold three more rounds of talks in Muscat.", "The envoys had two rounds of talks in Muscat."),
        # of two texts, of a part, of a text that was another
        ("The document on fishing has eleven articles.", "The peace treaty of 1999 runs to 40 articles."),
        ("They agreed on seven points of the text.", "The text on the reef has nine points."),
        # two days that both stand, or one wished for
        ("The president held to the date of 12 September.", "The vote on 30 September is not possible any more."),
        # met only in public, or for years
        ("Hassan Barre has not met Idriss Warsame since 2019.", "Hassan Barre met Idriss Warsame in Rome in 2018."),
        # quantities of two things
        ("The strip will be ten kilometres wide.", "The village lies four kilometres from the town."),
        ("Turnout was 40 per cent in the north.", "Prices in the capital rose by 12 per cent."),
        # denied of another place
        ("Idriss Warsame denied that his fighters were at Gorgora.", "The front admitted that it attacked Assab."),
        # not raised here, wanted there
        ("Transnistria was not discussed, he said.", "Chisinau wants the text to include Transnistria."),
        # placed
        ("The envoy met the governor in Gao on 2 July.", "The envoy met the governor in Kidal on 8 July."),
    ],
)
def test_two_things_told_of_are_no_disagreement(one: str, other: str) -> None:
    """Other units, other acts, other doers, wishes and steps are no contradiction."""
    assert disagreements(one, other) == ()


def test_one_meeting_at_two_places() -> None:
    """Two persons met on one day at one place; on another day they can have met elsewhere."""
    text = "President Hassan Barre met Colonel Idriss Warsame in {} on {} July."
    (found,) = disagreements(text.format("Nairobi", 8), text.format("Cairo", 8))
    assert (found.about, found.issue) == ("Where they met", "process")
    assert disagreements(text.format("Nairobi", 8), text.format("Cairo", 9)) == ()


def test_a_term_changes_over_time() -> None:
    """What is set anew months later is the course of talks."""
    texts = ("The consulates will reopen within six weeks.", "The consulates are to open within three months.")
    assert disagreements(*texts) != ()
    assert disagreements(*texts, apart_days=90) == ()


def test_more_rounds_are_held_later() -> None:
    """A higher count in a later report is no contradiction; a lower one is."""
    texts = ("In Muscat the envoys had four rounds of talks.", "In Muscat the envoys had six rounds of talks.")
    assert disagreements(*texts, apart_days=8) == ()
    assert disagreements(*texts[::-1], apart_days=8) != ()
