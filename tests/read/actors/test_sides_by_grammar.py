"""For whom persons speak by the grammar around their names, and which bodies a report brings in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]


def kinds_of(context: Context) -> dict[str, str]:
    """The names and kinds of those who act."""
    return {actor.name: actor.kind for actor in context.roster.acting()}


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("UNITA left. A spokesman for the rebels, Jorge Lima, said that it would return.", "Jorge Lima", "UNITA"),
        ("UNITA left. One of its commanders, Winter Lima, said no.", "Winter Lima", "UNITA"),
        (
            "UNITA agreed. The accord was signed by Ana Ruiz, the head of the rebel delegation.",
            "Ana Ruiz",
            "UNITA",
        ),
        (
            "The commander of Russia's 201st Rifle Division, Major General Viktor Orlov, had no comment.",
            "Viktor Orlov",
            "Russia",
        ),
        ("Wu Dalin, who chairs the talks for China, says that this is a recess.", "Wu Dalin", "China"),
        ("Radio said UNITA, led by a former police chief, Guy Lima, would march.", "Guy Lima", "UNITA"),
        ("Guillermo Sol, 34, secretary-general of the Polisario Front, agreed.", "Guillermo Sol", "Polisario Front"),
        (
            "The Indian commander of the UN Protection Force, General Satish Rao, presided.",
            "Satish Rao",
            "UNPROFOR",
        ),
        (
            "Foreign guests came. Elena Ruiz, Norway's special envoy to the Philippines, spoke.",
            "Elena Ruiz",
            "Norway",
        ),
        (
            "Rosa Lima, director of foreign affairs, for South Africa, and others came to talk.",
            "Rosa Lima",
            "South Africa",
        ),
        ("Pablo Sol, who was spokesman of UNITA at the talks, signed.", "Pablo Sol", "UNITA"),
    ],
)
def test_side_by_the_words_around_a_name(opened: Opened, text: str, person: str, side: str, side_of: SideOf) -> None:
    """Offices, delegations and bodies beside a name say whose the person is."""
    assert side_of(opened(text), person) == side


@pytest.mark.parametrize(
    "name",
    ["Daniel arap Koech", "Arturo Rivas y Damas", "Fernando de Trazos", "Nuno Costa e Silva"],
)
def test_small_words_are_part_of_a_name(opened: Opened, name: str) -> None:
    """Particles stand inside a name and do not end it."""
    assert name in kinds_of(opened(f"The president of Kenya, {name}, said that the talks would go on."))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Soviet Union told them to stop.", "Soviet Union", "state"),
        ("Yugoslavia rejected the map.", "Yugoslavia", "state"),
        ("Executive Results, a security company based in Pretoria, sent men.", "Executive Results", "organisation"),
        ("The business federation CACIF rejected the reform.", "CACIF", "organisation"),
        (
            "They agreed on a Supervision and Monitoring Commission chaired by the UN.",
            "Supervision and Monitoring Commission",
            "organisation",
        ),
        (
            "The Inter-American Development Bank suspended its loans.",
            "Inter-American Development Bank",
            "organisation",
        ),
        ("The Commonwealth of Independent States sent soldiers.", "Commonwealth of Independent States", "organisation"),
        ("The faction of Diakoro, led by Fatou Sane, sent nobody.", "Diakoro", "group"),
    ],
)
def test_bodies_that_a_report_brings_in(opened: Opened, text: str, name: str, kind: str) -> None:
    """States of the past, and bodies by the nouns beside them, act under their whole names."""
    assert kinds_of(opened(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The blast damaged the headquarters of the Salvador Workers' Federation on Friday morning.",
            "Salvador Workers' Federation on Friday",
        ),
        ("The New York Act, signed at midnight, declares it.", "New York Act"),
        ("Former US president Bill Clinton said that he would come.", "United States"),
        ("Somebody who is not Renamo must lock the door, he said.", "Renamo"),
        ("The First Brigade attacked the town of Suchi.", "First Brigade"),
    ],
)
def test_what_is_no_actor(opened: Opened, text: str, name: str) -> None:
    """Acts, units of an army, offices of the past and what is denied take no part."""
    assert name not in kinds_of(opened(text))


def test_a_body_with_its_state_has_both_names(opened: Opened) -> None:
    """ "The Movement for Change in Liberia" is one body with "the Movement for Change"."""
    context = opened("The Movement for Change in Liberia signed. The Movement for Change said that it would disarm.")
    found = [actor for actor in context.roster.acting() if "Movement for Change" in {actor.name, *actor.aliases}]
    assert len(found) == 1
