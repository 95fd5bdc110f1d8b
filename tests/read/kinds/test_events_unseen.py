"""Events in reports of other processes: what is said before a public, done by force, decreed, or befalls people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.events import find_events
from goodoffices.record import EventContent

Open = Callable[..., Context]


def kinds(context: Context) -> list[str]:
    """The kinds of the events of a report."""
    return [s.content.kind for s in find_events(context) if isinstance(s.content, EventContent)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("President Kagame told a rally in Kigali that there would be no deal.", "statement"),
        ("Foreign Minister Wang Yi said in a television interview that Beijing had no part in it.", "statement"),
        ("President Kagame told an audience in Davos that the war was over.", "statement"),
        ("The ministry denied that its planes had bombed the camp.", "statement"),
        ("Rebels captured the garrison at Bambari.", "violence"),
        ("Mortars rained down on the market.", "violence"),
        ("Police broke up a vigil in Tunis.", "violence"),
        ("Artillery has been firing on the town since Monday.", "violence"),
        ("Kenya put its army on alert.", "measure"),
        ("A frigate reached the port of Aden on Monday.", "measure"),
        ("The militia handed over twelve prisoners to the Red Cross.", "measure"),
        ("The president appointed a commission on Friday.", "measure"),
        ("The government suspended mobile data in two districts.", "measure"),
        ("The envoy left after the arrest of a preacher in Juba.", "measure"),
        ("The talks paused after the killing of two drivers.", "violence"),
        ("Parliament is debating a bill that would ban the party.", "measure"),
        ("The army says it was the rebels.", "statement"),
        ("The ministry says that no such order was given.", "statement"),
        ("The junta announced that it would lift the curfew.", "measure"),
        ("Zimbabwe's government announced that its battalions had their orders.", "statement"),
        ("Some 4,000 people have left the town in a week.", "other"),
        ("The convoy reached the camp on Sunday.", "other"),
        ("A column of reservists had driven into an ambush near Vukovar.", "violence"),
        ("The ministry freed the last guerrilla on the list.", "measure"),
        ("Hungary sold Croatia four helicopters in the spring.", "measure"),
        ("Lisbon offered Luanda a loan on Saturday.", "measure"),
        ("The pullback from the enclave was completed in May.", "measure"),
        ("Two patrols have been turned back at the bridge.", "measure"),
    ],
)
def test_kinds(opened: Open, text: str, kind: str) -> None:
    """Each is told by its verb in its frame."""
    assert kinds(opened(text)) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "We will talk only when these cases have been dropped.",
        "The rebels will leave before the army has vacated the barracks.",
        "The envoy told reporters that the talks would go on.",
        "They agreed provided that the militia left the town.",
        "Peru has struck a hopeful note.",
        "Ghana struck a bargain with Togo over the harbour.",
    ],
)
def test_what_is_awaited_is_no_event(opened: Open, text: str) -> None:
    """What is a condition, still to come, or a word to the press is none."""
    assert kinds(opened(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "President Kagame told state television on Tuesday that no dialogue would change this.",
        "President Kagame said at a seminar in Accra that nothing had moved.",
        "Kenya's government welcomed the agreement.",
        "The army put the dead at 40.",
        "The minister told lawmakers that the lease was fair.",
        "In an interview the general insisted that his men were patient.",
        "Many exiles in Nairobi expressed regret.",
        "The envoy urged both armies to halt, warning that patience was thin.",
        "Observers warned against haste.",
    ],
)
def test_what_is_said_of_the_talks_is_no_event(opened: Open, text: str) -> None:
    """A view, a welcome, a figure or a warning in passing: annotators hardly ever mark these."""
    assert kinds(opened(text)) == []


def test_a_charge_of_violence_is_both(opened: Open) -> None:
    """Who accuses says something, and what they charge with was done; a broken truce is a charge alone."""
    assert sorted(kinds(opened("Rebels in Chad accused the army of bombing the village of Ati."))) == [
        "statement",
        "violence",
    ]
    assert kinds(opened("Rebels in Chad accused the army of violating the truce.")) == ["statement"]


def test_what_is_not_done_to_anything(opened: Open) -> None:
    """A thing with "no" before it was not laid, sold or freed."""
    assert not kinds(opened("The rebels laid no mines on the road to Bangui."))
