"""Names that stand for a place, a venue or a forum, and not for one who acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The Chadian rebels left the Qatari capital on Friday.", "Qatar"),
        ("The lorries waited on the Belarusian side of the border. Ukraine refused them.", "Belarus"),
        ("Jane Doe, once Ghana's ambassador to the United Nations, spoke.", "United Nations"),
        ("Iraq reserved the right to take the matter to the Security Council.", "UN Security Council"),
        ("Syria's envoy met the Turks on the fringes of the African Union.", "African Union"),
        ("Yemen's rebels want flights between Sanaa and Jordan.", "Jordan"),
        ("The BRN would do without European uniforms, said Malaysia.", "European governments"),
        ("Senator Ann Low told a Senate committee hearing that Chad would wait.", "Senate"),
        ("Envoys of Chad and Niger met at the State Department on Monday.", "State Department"),
        ("Chad's minister came for the annual meetings of the World Bank.", "World Bank"),
        ("Chad's minister came for the annual meetings of the Fund and the World Bank.", "World Bank"),
        ("Oman, Qatar and Kenya are mentioned as possible venues. Chad refused.", "Kenya"),
        ("Turkey is the West's most loyal ally in the region. Chad refused.", "Western governments"),
    ],
)
def test_who_only_lends_a_name(opened: Opened, text: str, absent: str) -> None:
    """A capital as a place, a side of a border, a forum to which something goes: no actors for that."""
    assert absent not in {actor.name for actor in opened(text).roster.acting()}


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("The European diplomats met the Polisario Front.", "European governments"),
        ("The Security Council met. Iraq appealed to the United Nations for help.", "UN Security Council"),
        ("The Belarusian side rejected the offer. Ukraine repeated it.", "Belarus"),
        ("Officials at the State Department refused. Chad agreed.", "State Department"),
        ("Kenya is mentioned as a mediator of the talks. Chad agreed.", "Kenya"),
        ("Chad rejected the West's demands.", "Western governments"),
        ("The Pentagon said that it would withdraw its troops from Niger.", "Pentagon"),
        ("The Obama administration rejected the offer of Chad.", "United States"),
    ],
)
def test_who_acts_all_the_same(opened: Opened, text: str, present: str) -> None:
    """A delegation called a side, diplomats of several states, a council that meets: they act."""
    assert present in {actor.name for actor in opened(text).roster.acting()}


def test_a_house_for_conferences_is_no_body(opened: Callable[..., Context]) -> None:
    """A conference centre is where something is signed; a centre with no such word may be a body."""
    text = "The text was signed at the Ana Ruiz Conference Centre in Lima. The Dialogue Centre met Peru's envoy."
    names = {a.name for a in opened(text).roster.actors.values()}
    assert "Ana Ruiz Conference Centre" not in names
    assert "Dialogue Centre" in names


def test_the_end_of_a_body_is_no_person(opened: Callable[..., Context]) -> None:
    """What stands behind "of" in a body's name is nobody besides."""
    text = "They entrusted it to the Council of Buddhist Temples (CBT), which will organise consultations. Chad agreed."
    roster = opened(text).roster
    assert {a.name for a in roster.actors.values() if a.kind == "organisation"} == {"Council of Buddhist Temples"}
    assert not [a for a in roster.actors.values() if a.kind == "person"]


def test_a_headline_in_capitals_makes_no_name(opened: Callable[..., Context]) -> None:
    """The verbs of a headline belong to no name."""
    head = "Okello and Barrow Meet Face to Face for the First Time"
    roster = opened(f"{head}\nPresident Sam Okello met opposition leader Amos Barrow in Kampala.").roster
    assert {a.name for a in roster.actors.values() if a.kind == "person"} == {"Sam Okello", "Amos Barrow"}
