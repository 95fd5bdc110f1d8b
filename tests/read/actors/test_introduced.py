"""Bodies that a report brings in by the words beside them, in capitals or in small letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]


def kinds(context: Context) -> dict[str, str]:
    """The acting actors by name, with their kinds."""
    return {actor.name: actor.kind for actor in context.roster.acting()}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He now chairs a coalition known as Zamalek, which opposes the deal.", "Zamalek", "group"),
        ("The talks were led by the PCLU, which said that both sides had agreed.", "PCLU", "organisation"),
        ("On Monday the Agbelu militia attacked two villages near the border.", "Agbelu", "group"),
        ("The central bank agreed to hold the income in a joint account.", "central bank", "organisation"),
        ("The eastern delegates demand seats in the cabinet.", "eastern delegates", "group"),
        ("Chadian rebels attacked the town on Sunday.", "Chadian rebels", "group"),
    ],
)
def test_small_words_tell_a_body(opened: Opened, text: str, name: str, kind: str) -> None:
    """A name is a body's, and of which kind, by the words around it."""
    assert kinds(opened(text)).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "A joint committee will be set up next month.",
        "Turkey sent Syrian fighters to the front.",
        "The road between Sanaa and Amman was closed.",
    ],
)
def test_what_does_not_act_is_no_actor(opened: Opened, text: str) -> None:
    """A committee to come, the state of some fighters and the ends of a road take no part."""
    assert not {"joint committee", "Syria", "Jordan"} & kinds(opened(text)).keys()


def test_a_longer_name_is_another_body(opened: Opened) -> None:
    """A National Security Council is not the UN's."""
    found = kinds(opened("The deputy head of the National Security Council, Chai Somsak, leads the Thai delegation."))
    assert "UN Security Council" not in found
    assert "National Security Council" in found


def test_ranks_and_places_are_no_names(opened: Opened) -> None:
    """A rank is no given name, and what is taken or stood in is a place."""
    found = kinds(opened("Rear Admiral Mahjoub Bushra said that the rebels had taken Ed Daein and stood in Ras Lanuf."))
    assert "Mahjoub Bushra" in found
    assert not {"Ed Daein", "Ras Lanuf"} & found.keys()


def test_an_acronym_means_what_the_report_spells_out(opened: Opened) -> None:
    """An acronym that the report introduces itself is not the gazetteer's body of that name."""
    found = kinds(opened("The Regional Security Forum (RSF) met on Monday. The RSF said that it would meet again."))
    assert "Rapid Support Forces" not in found
    assert "Regional Security Forum" in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "According to the Autonomous Lakes Government (ALG), the talks failed. ALG refused.",
            "Autonomous Lakes Government",
        ),
        ("Mr. Ivo Prem, Coordinator of the State Peace Commission (COPES), refused to sign.", "State Peace Commission"),
    ],
)
def test_a_spelled_name_begins_behind_what_stands_before_it(opened: Opened, text: str, name: str) -> None:
    """Neither "According to" nor an office belongs to the name of a body."""
    found = kinds(opened(text))
    assert name in found
    assert not [each for each in found if each != name and name in each]


def test_one_rebel_is_no_group(opened: Opened) -> None:
    """Who is known as somebody is a person; what is known so is a body."""
    assert "Isandro" not in kinds(opened("The police let go a rebel known as Isandro."))
