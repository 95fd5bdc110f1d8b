"""What one party takes up in one report and turns down in another, and how accords and talks stand."""

from __future__ import annotations

import datetime as dt
import functools

import pytest
from newsroom import disagreements as disagreements_of

from goodoffices.record import Disagreement

disagreements = functools.partial(disagreements_of, apart_days=12, first=dt.date(2024, 3, 10))


def labelled(label: str, *texts: str, apart_days: int = 12) -> list[Disagreement]:
    """Those of a label."""
    return [found for found in disagreements(*texts, apart_days=apart_days) if label in found.about]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ethiopia and Eritrea met in Asmara. The two sides reached agreement on a railway to Massawa.",
         "Eritrea rejected the railway in every session, diplomats said."),
        ("Kenya is willing to withdraw for a mixed brigade, its minister said.",
         "Kenya's office ruled out any mixed brigade, saying that its own army would stay."),
        ("Sudan accepted the roadmap on Friday.", "Sudan said that it had never endorsed the mediator's sequence."),
        ("Uganda agreed to disarm its militias.", "Uganda has not accepted disarmament, its spokesman said."),
        ("Chad welcomed the moratorium on drilling.", "Chad denied having ever accepted a moratorium."),
        ("Sudan accepted the amnesty for deserters.", "In Khartoum, Sudan turned down the amnesty."),
    ],
)  # fmt: skip
def test_taken_up_and_turned_down(one: str, other: str) -> None:
    """A party that accepts a thing in one report refuses it in another, whatever either is filed under."""
    found = labelled("taken up or turned down", one, other)
    assert len(found) == 1
    assert len({each.report for side in found[0].sides for each in side.evidence}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eritrea accepted the railway.", "Ethiopia rejected the railway."),
        ("Sudan accepted the proposal.", "Sudan rejected the proposal of the front."),
        ("Sudan accepted the amnesty.", "Sudan no longer supports it and rejected the amnesty."),
        ("Sudan accepted the amnesty.", "Sudan ruled out the amnesty before the front had disarmed."),
        ("Sudan did not accept the amnesty.", "Sudan rejected the amnesty."),
        ("Sudan should accept the amnesty, the envoy said.", "Sudan rejected the amnesty."),
        ("Sudan accepted the roadmap.", "Sudan rejected the timetable."),
        ("Sudan accepted the deployment of a brigade.", "Did Sudan reject the brigade?"),
        ("Ethiopia and Eritrea met. The two sides reached agreement on a railway.", "Chad rejected the railway."),
    ],
)  # fmt: skip
def test_not_taken_up_and_turned_down(one: str, other: str) -> None:
    """Two parties, a vague name, a change that is told, a no on a condition and a wish contradict nothing."""
    assert not labelled("taken up or turned down", one, other)


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("The truce brokered in mid-May by the elders was holding across the valley, the envoy noted.",
         "Residents said that the truce had collapsed in the northern suburb.", "How the truce stands"),
        ("The ceasefire remains largely in force, monitors reported.",
         "The ceasefire has broken down in two districts, farmers say.", "How the truce stands"),
        ("The mediator said the two sides were ninety percent of the way there.",
         "Talks deadlocked over pensions, a delegate said.", "How the talks stand"),
        ("Negotiators moved closer to a landmark water agreement this week.",
         "The talks have hit a wall, according to three officials.", "How the talks stand"),
        ("The roadmap of the union has been blocked ever since the raid.",
         "The envoy reported that the roadmap was moving forward.", "How the plan stands"),
    ],
)  # fmt: skip
def test_standing_well_and_badly(one: str, other: str, label: str) -> None:
    """What holds, or is near, in one report has fallen, or is stuck, in another."""
    assert len(labelled(label, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The truce is holding, the envoy said.", "The envoy warned that the truce could collapse."),
        ("The truce is holding, the envoy said.", "An earlier truce collapsed in 2019."),
        ("The truce was not holding, monitors said.", "The truce had collapsed in the north."),
        ("The two sides were close to a deal, aides said.", "The envoy hopes to end the deadlock in the talks."),
        ("The two sides were not close to a deal, aides said.", "The talks are deadlocked."),
        ("The talks made substantial progress.", "The roadmap has been blocked since the raid."),
        ("The pact on fishing holds, ministers said.", "The accord on pensions has collapsed."),
    ],
)  # fmt: skip
def test_not_standing_otherwise(one: str, other: str) -> None:
    """What may come, another truce, another plan and what is denied contradict nothing."""
    assert not labelled("How the", one, other)


def test_standing_long_apart() -> None:
    """Talks that were near in spring may well be stuck in autumn."""
    texts = ("The two sides were close to a deal, aides said.", "The talks are deadlocked, aides said.")
    assert labelled("How the talks stand", *texts)
    assert not labelled("How the talks stand", *texts, apart_days=120)


@pytest.mark.parametrize(
    ("other", "apart_days", "found"),
    [
        ("The president acknowledged that the Aouzou Strip had come up in every round since the winter.", 25, True),
        ("The Aouzou Strip was discussed on Friday, a delegate said.", 5, True),
        ("The Aouzou Strip was discussed on Friday, a delegate said.", 40, False),
        ("The Aouzou Strip should be discussed in every round, a delegate said.", 5, False),
        ("The Tibesti Hills had come up in every round since the winter.", 5, False),
    ],
)
def test_came_up(other: str, apart_days: int, *, found: bool) -> None:
    """A matter did not come up in one account and did in another: of the same days, or of every round."""
    silent = "Officials of Chad say the question of the Aouzou Strip was not raised in Tripoli."
    assert bool(labelled("came up or not", silent, other, apart_days=apart_days)) is found
