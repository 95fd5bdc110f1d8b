"""Mechanisms of peace processes around the world: what kind they are, what they wait for, what is none."""

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
        ("The joint incident prevention mechanism for the Dniester meets on Tuesdays.", "monitoring"),
        ("The Joint Ceasefire Committee has recorded 112 violations.", "monitoring"),
        (
            "The ceasefire would be overseen by a tripartite body in which the African Union has the chair.",
            "monitoring",
        ),
        ("The guarantors, Cuba and Norway, have the draft.", "mediation"),
        ("The guarantor group met in Bamako.", "mediation"),
        ("Moscow insists on binding agreements on the non-use of force with Tbilisi.", "security_pact"),
        ("A safe-conduct agreement protects the delegates.", "security_pact"),
        ("Turkey insisted that its guarantor rights stay in force.", "security_pact"),
        ("A customs union between the two republics is to start in 2004.", "economic"),
        ("Zagreb would pay for the wells.", "economic"),
        ("Cantonment of the Maoist fighters begins on Monday.", "other"),
        ("The president thanked Italy for its readiness to send a force of 3,500.", "force"),
        ("The Sultan's palace serves as a back channel.", "channel"),
        ("The two countries will reopen their embassies within two months.", "channel"),
        ("The ICRC would escort the wounded out of Homs.", "humanitarian"),
        ("Seventy lorries of flour would be let in every day.", "humanitarian"),
        ("Hostages are to be swapped at Semenawi Bahri, one for ten.", "exchange"),
        ("The release of the captives in three batches starts on Sunday.", "exchange"),
        ("The crossing at Torkham is to be controlled by officers of both states.", "border_verification"),
        ("The armies would pull their guns back ten kilometres.", "buffer_zone"),
    ],
)
def test_kinds(named: Callable[[str], list[MechanismContent]], text: str, kind: str) -> None:
    """Each arrangement once, of its kind."""
    assert [found.kind for found in named(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The exchange of prisoners would follow the signature.", "exchange"),
        ("Gulf money will follow when the militias leave Aden.", "economic"),
        ("The company will invest in Mali only when sanctions are lifted.", "economic"),
        ("Oil would flow again through the pipeline within ninety days of signature.", "economic"),
        ("Nigeria would send 3,200 soldiers, but only at the invitation of the junta.", "force"),
        (
            "The Council wants an African force. Sudan will consider this only once an accord has been signed.",
            "force",
        ),
        (
            "Delhi mandated a mission of 200 observers. Its deployment begins only after the Maoists have left.",
            "monitoring",
        ),
        ("Geneva offered observers to the Polisario. First there must be a list of voters.", "monitoring"),
        (
            "A Joint Border Verification and Monitoring Mission, supported by a UN force, shall start once both agree.",
            "border_verification",
        ),
    ],
)
def test_what_must_happen_first(named: Callable[[str], list[MechanismContent]], text: str, kind: str) -> None:
    """The condition belongs to the arrangement that it holds back."""
    assert [found.kind for found in named(text) if found.trigger] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "A liaison office in Kaesong was blown up in 2020.",
        "There is no need of guarantors between neighbours.",
        "A police commission in Durban looked into the brawl.",
        "She chairs the parliamentary group of friends of Cyprus.",
        "The minister cannot invest more time.",
        "The chief lives in a safe demilitarised village.",
        "The front line was held by the army.",
    ],
)
def test_what_is_none(named: Callable[[str], list[MechanismContent]], text: str) -> None:
    """Words that an arrangement could have, of something else."""
    assert not named(text)


def test_what_only_a_question_names_is_none(named: Callable[[str], list[MechanismContent]]) -> None:
    """Who asks states nothing; what the answer says of it counts."""
    turns = "HOST: Joshua Kala of Kenya is with us. What of the {}?\n\nKALA: {}\n\nHOST: Good?\n\nKALA: We thank you.\n"
    assert not named(turns.format("European monitors", "We do not speak of that."))
    assert [m.kind for m in named(turns.format("monitors", "The monitors will come in June."))] == ["monitoring"]
