"""Mechanisms: what would carry or guard an agreement, who leads it, what must happen first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from goodoffices.read.kinds.mechanisms import find_mechanisms
from goodoffices.record import MechanismContent

Found = list[tuple[MechanismContent, set[str], int]]


@pytest.fixture
def mechanisms(read_with: Callable[..., Any]) -> Callable[[str], Found]:
    """Read a text: each mechanism with the names of its leaders and its number of evidence spans."""

    def read(text: str) -> Found:
        found = []
        for statement, names in read_with(find_mechanisms, text):
            content = statement.content
            assert isinstance(content, MechanismContent)
            found.append((content, {names[actor] for actor in content.led_by}, len(statement.evidence)))
        return found

    return read


@pytest.mark.parametrize(
    ("text", "kind", "status", "trigger", "leaders"),
    [
        (
            "A coalition led by Britain and France would deploy troops to Ukraine once a ceasefire is in place.",
            "force",
            "proposed",
            "once a ceasefire is in place",
            {"United Kingdom", "France"},
        ),
        (
            "The agreement provides for joint teams that verify the withdrawal of rebel units from the valley.",
            "monitoring",
            "agreed",
            None,
            set(),
        ),
        ("The Houthis rejected a demilitarised zone around Hodeidah.", "buffer_zone", "rejected", None, set()),
        ("Khartoum refused to accept an international force in Darfur.", "force", "rejected", None, set()),
        ("A hotline between the two armies was activated on Tuesday.", "channel", "in_force", None, set()),
        (
            "The accord creates a Joint Military Commission, chaired by the United Nations.",
            "other",
            "agreed",
            None,
            {"United Nations"},
        ),
        (
            "A humanitarian corridor to El Fasher will be opened if both sides guarantee the safety of the trucks.",
            "humanitarian",
            "agreed",
            "if both sides guarantee the safety of the trucks",
            set(),
        ),
        (
            "Once the militias disarm, a joint police unit would patrol the port.",
            "force",
            "proposed",
            "Once the militias disarm",
            set(),
        ),
        (
            "Under the deal, prisoners would be exchanged within ten days of signature.",
            "exchange",
            "proposed",
            "within ten days of signature",
            set(),
        ),
        (
            "The European Union would pay into a reconstruction fund upon signature of the agreement.",
            "economic",
            "proposed",
            "upon signature of the agreement",
            set(),
        ),
        ("- A truth and reconciliation commission, to sit in Monrovia", "other", "proposed", None, set()),
        ("ECOWAS proposed a standby force to protect the government in Bamako.", "force", "proposed", None, set()),
        ("Mexico asked for a commission under the United Nations.", "other", "proposed", None, {"United Nations"}),
    ],
)
def test_a_sentence_names_one_arrangement(  # noqa: PLR0917  the columns of the table above
    mechanisms: Callable[[str], Found], text: str, kind: str, status: str, trigger: str | None, leaders: set[str]
) -> None:
    """Kind, status, trigger and leaders come from the words around its name."""
    ((content, led_by, _),) = mechanisms(text)
    assert (content.kind, content.status, content.trigger, led_by) == (kind, status, trigger, leaders)


@pytest.mark.parametrize(
    "text",
    [
        "Two peacekeepers were killed when a convoy was ambushed near Kidal.",
        "The mechanism has never been used.",
        "The Security Council met, and the International Committee of the Red Cross appealed for money.",
        "The government's security forces and the armed forces took control of the zone.",
        "The MILF central committee welcomed the parliamentary committee.",
        "Troops crossed the line of contact in exchange for nothing.",
        "The two armies exchanged fire and the ministers exchanged letters.",
        "The International Monetary Fund lent money to Kenya.",
    ],
)
def test_what_is_no_arrangement(mechanisms: Callable[[str], Found], text: str) -> None:
    """Events, standing bodies of others, bare words and other senses name no arrangement."""
    assert mechanisms(text) == []


def test_named_again_it_is_the_same_one(mechanisms: Callable[[str], Found]) -> None:
    """A mechanism that a report names three times is one statement with three sentences."""
    text = (
        "The accord provides for a joint monitoring commission. Both sides will send officers.\n\n"
        "Norway will chair the monitoring commission. The commission is to meet every week."
    )
    ((content, leaders, spans),) = mechanisms(text)
    assert (content.name, content.kind, spans) == ("joint monitoring commission", "monitoring", 3)
    assert leaders == {"Norway"}


def test_another_force_is_another_one(mechanisms: Callable[[str], Found]) -> None:
    """What one party proposes and another rejects under other words is not made one."""
    text = "Egypt proposed an Arab peacekeeping force. Israel has ruled out an international force."
    assert [(content.status) for content, _, _ in mechanisms(text)] == ["proposed", "rejected"]


def test_initials_stand_for_the_full_name(mechanisms: Callable[[str], Found]) -> None:
    """An abbreviation of a mechanism's name is a mention of it."""
    text = "The Independent Decommissioning Body counts the rifles. Each rifle is destroyed by the IDB."
    ((_, _, spans),) = mechanisms(text)
    assert spans == 2


def test_rows_of_a_table_are_read(mechanisms: Callable[[str], Found]) -> None:
    """The label of a row names the arrangement, and the row is its evidence."""
    rows = "| Option | Aim |\n|---|---|\n| Buffer Zones | Fewer clashes |\n| Joint economic fund | Trade |\n"
    text = f"The options:\n\n{rows}"
    assert {content.kind for content, _, _ in mechanisms(text)} == {"buffer_zone", "economic"}


def test_the_lead_of_a_list_tells_how_far_it_is(mechanisms: Callable[[str], Found]) -> None:
    """An item without a verb stands as its heading says."""
    agreed = "## What the annex creates\n\n- A liaison mission in each capital\n"
    proposed = "## What could break the deadlock\n\n- A liaison mission in each capital\n"
    assert mechanisms(agreed)[0][0].status == "agreed"
    assert mechanisms(proposed)[0][0].status == "proposed"


def test_a_hostile_text_is_read_in_time(mechanisms: Callable[[str], Found]) -> None:
    """Thousands of heads in a row do not slow the reader down."""
    assert len(mechanisms("monitoring mission " * 3000)) <= 1


def test_what_still_waits_is_not_in_force(mechanisms: Callable[[str], Found]) -> None:
    """A force that will deploy once there is a truce is not there, however its place is spoken of."""
    ((content, _, spans),) = mechanisms(
        "Ghana and Togo will station a multinational force in the north once a ceasefire is in place. "
        "The multinational force stands behind the line, an officer said."
    )
    assert (content.kind, content.status, spans) == ("force", "agreed", 2)
    assert content.trigger == "once a ceasefire is in place"
