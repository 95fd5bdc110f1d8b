"""Short names: those that a report gives in words, and those that bodies of several countries bear."""

from __future__ import annotations

import pytest

from goodoffices.read.reading import read_report
from goodoffices.record import ActorContent, make_report


def actors(text: str) -> dict[str, ActorContent]:
    """The actors of a report by name."""
    report = make_report(text, path="1.txt", title="T", language="en")
    contents = (statement.content for statement in read_report(report).statements)
    return {c.name: c for c in contents if isinstance(c, ActorContent)}


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        (
            "In Cameroon the SDF, the main opposition party, called for talks with the rebels.",
            "Syrian Democratic Forces",
        ),
        ("Kenya and Tanzania met in Arusha on Monday. The Rada rejected the truce.", "Verkhovna Rada"),
        (
            "Peru and Chile met in Lima on Monday. The ISI accused Peru of ending the truce.",
            "Inter-Services Intelligence",
        ),
    ],
)
def test_a_short_name_of_several_is_no_foreign_body(text: str, foreign: str) -> None:
    """In a report that names neither the body in full nor its state, a short name that others bear is not its own."""
    assert foreign not in actors(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In northern Syria the SDF rejected the ceasefire on Monday.", "Syrian Democratic Forces"),
        ("Ukraine's president met the Russian envoy. The Rada rejected the ceasefire on Tuesday.", "Verkhovna Rada"),
        ("The Southern Transitional Council met envoys. The STC rejected the truce.", "Southern Transitional Council"),
    ],
)
def test_beside_its_state_or_in_full_a_body_keeps_its_short_name(text: str, name: str) -> None:
    """Where the report names the state, or the body in full, the short name means the one that is known by it."""
    assert name in actors(text)


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        (
            "Mali and Niger left the Sahel Staff Committee, known as CEMAK, on Monday. CEMAK's head, Ali Fathi, left.",
            "Sahel Staff Committee",
            "CEMAK",
        ),
        (
            "The Karamoja Defence Front, known by its French initials FDK, rejected it. The FDK met Uganda.",
            "Karamoja Defence Front",
            "FDK",
        ),
        (
            "The Coastal Deterrence Force, or Rada, refused to leave Tripoli. Libya's premier met Rada.",
            "Coastal Deterrence Force",
            "Rada",
        ),
        (
            "The Lakeland Patriotic Front, better known as Lakpa, met Togo on Monday. Lakpa rejected the truce.",
            "Lakeland Patriotic Front",
            "Lakpa",
        ),
    ],
)
def test_a_short_name_given_in_words_is_the_bodys(text: str, name: str, short: str) -> None:
    """ "X, or Y", "X known as Y" and "X, known by its initials Y" give one body two names."""
    found = actors(text)
    assert short in found[name].aliases
    assert short not in found
    assert "Verkhovna Rada" not in found


def test_who_comes_next_in_a_list_is_no_short_name() -> None:
    """ "The Front, or Togo and Benin" names others; a person's name of war is no body's."""
    text = "Ghana would invite the Lakeland Patriotic Front, or Togo and Benin. Juan Ruiz, known as Ivan, rejected it."
    found = actors(text)
    assert all("Togo" not in c.aliases and "Ivan" not in c.aliases for c in found.values() if c.kind != "person")
