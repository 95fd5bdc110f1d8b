"""Accounts put to one who denies them, told apart by "one said ... the other", and days that another has not fixed."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.context import open_context
from goodoffices.read.kinds.disputes import find_disputes
from goodoffices.read.reading import read_report
from goodoffices.record import AssertionContent, Disagreement, make_report
from goodoffices.record.findings import build


def accounts(text: str) -> list[AssertionContent]:
    """The accounts of a text that are set side by side."""
    report = make_report(text, path="report.txt", title="", published=dt.date(2024, 7, 10))
    return [s.content for s in find_disputes(open_context(report), set()) if isinstance(s.content, AssertionContent)]


def between(*texts: str) -> tuple[Disagreement, ...]:
    """The disagreements of reports of days that follow each other."""
    reports = [
        make_report(text, path=f"{n}.txt", title="", published=dt.date(2024, 7, 10 + n)) for n, text in enumerate(texts)
    ]
    return build(reports, [s for report in reports for s in read_report(report).statements]).disagreements


_HEADING = "RADIO BUKAVU, Wednesday\n\nHOST: Good evening, Mr Kabila.\n\nKABILA: Good evening.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        _HEADING + "HOST: The army says its envoys were threatened.\n\nKABILA: Nobody threatened the envoys.\n",
        _HEADING + "HOST: The mayor claims that you burned the market.\n\nKABILA: It is false.\n",
        _HEADING + "HOST: The UN says four camps were emptied.\n\nKABILA: Not one of the camps has been emptied.\n",
        _HEADING + "HOST: The government says you have 2,000 rifles.\n\nKABILA: We have 840.\n",
        "They contradicted each other about the amnesty: one said it was total, the other that it left out murder.",
        "The mayor attributed it to bandits; the bishop has attributed it to soldiers who have not been paid.",
        "The minister announced on Monday that the tanks had left the town. Aid workers are not so sure.",
        "His aides say he sat with her for an hour; her people describe it as a handshake and nothing more.",
        "Uganda blamed the front for the ambush near Gulu. The front condemned the killing and denied any hand in it.",
        "Palestinian doctors counted 40 dead. The army puts the number closer to 12.",
        "Sudan complained that Chadian columns had crossed over. Chad's army said that its men had never left Tine.",
        "The treasury says the province has had most of its grant. The governor insists that nothing has arrived.",
        "The embassy said that nobody had opened the crates. The police, by contrast, declared that it had seen them.",
        "The harbour office reported that the ferry had been turned back. The navy says every man was taken ashore.",
    ],
)
def test_accounts_that_cannot_both_hold(text: str) -> None:
    """What is put to a speaker and denied, and what two voices tell apart, are accounts side by side."""
    assert [content.holds for content in accounts(text)] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        _HEADING + "HOST: The army says it will leave in May.\n\nKABILA: We have no fear of that.\n",
        _HEADING + "HOST: You say the talks are dead.\n\nKABILA: Nobody wants them to go on in this form.\n",
        _HEADING + "HOST: The text says that camps will be closed.\n\nKABILA: Nobody has opened our schools.\n",
        _HEADING + "HOST: The camps are full.\n\nKABILA: Nobody has asked us about the dam.\n",
        _HEADING + "HOST: The UN says there are 40 camps.\n\nKABILA: There are 40 camps, it is true.\n",
        _HEADING + "HOST: The minister says nothing was decided.\n\nKABILA: I have nothing to add.\n",
        "The minister said that the bridge had been repaired. Analysts say that nobody had expected it.",
        "The front says it had lost four men. The front says every gun was brought home.",
        "The mayor said that the market will open in May. The army says that nobody was hurt.",
    ],
)
def test_answers_that_deny_nothing(text: str) -> None:
    """Intentions, the speaker's own words, and answers about something else are no dispute."""
    assert accounts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Contrary to what the minister told parliament, no prisoner has been released, the Red Cross said.",
        "By the army's account the patrol was ambushed; by the villagers' it opened fire first.",
        "It was not, as the agency wrote, a ceasefire but a pause for two days, the general said.",
        "What the army calls a withdrawal the rebels call a rotation.",
        "The minister's claim that the camps are empty does not square with images published on Friday.",
        "Kinshasa denies ever having received the letter that Kigali says it sent in March.",
        "The front says it has taken Kidal; the army says its troops still hold the town.",
        "Eritrea says its troops have left Tigray, but aid workers still see them in Shiraro.",
        "The minister said the meeting lasted two hours, the rebels' spokesman that it was over in ten minutes.",
        "Pyongyang says it fired a satellite; Seoul says it was a missile.",
        "Between 20 and 90 people died, depending on whom one asks.",
    ],
)
def test_accounts_set_apart_by_their_words(text: str) -> None:
    """A sentence that sets two accounts apart in its own words gives both."""
    assert [content.holds for content in accounts(text)] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "The delegations did not meet on Friday, as the mediator had announced, because of the storm.",
        "Despite reports of shelling, the talks went on in Geneva.",
        "What the rebels call autonomy is set out in an annex that the government calls a step forward.",
        "The two sides disagree on where the border should run.",
        "The accord differs from the draft: one clause is new, the other was deleted.",
        "The mediator said that nothing had been agreed. The rebels said that nothing had been signed.",
        "Ethiopia says its soldiers have left, and the UN confirmed that they were gone.",
    ],
)
def test_words_that_set_nothing_apart(text: str) -> None:
    """Plans that failed, demands that differ and accounts that agree are no dispute."""
    assert accounts(text) == []


def test_the_toll_is_of_people() -> None:
    """Over how many have died the issue is what befalls people, whoever counts."""
    found = accounts("Monitors say that 94 people have died since January. The army counts 61.")
    assert {content.issue for content in found} == {"humanitarian"}


def test_a_meeting_that_is_not_fixed() -> None:
    """One report has a meeting at a place, another says that none is fixed there."""
    found = between(
        "President Ruto and President Museveni are to meet in Geneva in September.",
        "A spokesman in Kampala was firm. No meeting in Geneva has been fixed, he said.",
    )
    assert [d.about for d in found] == ["Meeting in Geneva: fixed or not"]
    assert len({evidence.report for side in found[0].sides for evidence in side.evidence}) == 2


@pytest.mark.parametrize(
    "other",
    ["No meeting in Oslo has been fixed, he said.", "A meeting in Geneva has been fixed, he said."],
)
def test_another_meeting_or_the_same_one(other: str) -> None:
    """A meeting elsewhere that is not fixed, or the same one fixed, contradicts nothing."""
    assert not between("President Ruto and President Museveni are to meet in Geneva in September.", other)


def test_lorries_counted_differently() -> None:
    """Two counts of the lorries that got through within days cannot both hold."""
    found = between(
        "Fifteen lorries of the World Food Programme crossed at Adre on Monday.",
        "A UN official said that only nine lorries had crossed at Adre by Friday.",
    )
    assert "humanitarian" in {d.issue for d in found}
