"""For whom persons speak by who puts them forward, by the bracket of a label, by the place at the head of an item."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.quotes import find_quotes

Opened = Callable[[str], Context]
SideOf = Callable[[Context, str], str | None]

BRIEFING = """Transcript of the press briefing by the Foreign Minister
Lusaka, 17 July 2001

Spokesperson (Ms Alice Musonda): Good morning. The Minister will make a statement.

Foreign Minister (Mr Peter Banda): We are disappointed with the outcome.

Question: Will there be another round?

Foreign Minister: The caravan of peace will continue on its march.

Spokesperson: Last question, please.
"""


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Unitary Platform nominated Peter Musonda as its delegate.", "Unitary Platform"),
        ("Hamas has put forward Peter Musonda in his place.", "Hamas"),
        ("Peter Musonda, who was chosen by the Houthis, spoke to reporters.", "Houthis"),
        ("Peter Musonda, the choice of the Unitary Platform, is widely tipped to preside.", "Unitary Platform"),
        ("The ELN and the FARC appointed Peter Musonda as mediator.", None),
    ],
)
def test_who_is_put_forward_speaks_for_those_who_do_it(
    opened: Opened, text: str, side: str | None, side_of: SideOf
) -> None:
    """A nominee is of the body that nominates; a mediator is of none of the parties that choose her."""
    assert side_of(opened(text), "Peter Musonda") == side


def test_a_bracket_names_who_speaks_by_an_office(opened: Opened) -> None:
    """ "Spokesperson (Ms Alice Musonda):" is her turn, and so is "Spokesperson:" after it."""
    context = opened(BRIEFING)
    said = [context.roster.actors[q.content.speaker].name for q in find_quotes(context)]  # type: ignore[union-attr]  # quotes alone
    assert said == ["Alice Musonda", "Peter Banda", "Peter Banda", "Alice Musonda"]


def test_a_dateline_is_no_part_of_a_name(opened: Opened) -> None:
    """What stands before a dash with blanks on both sides is the place of the item."""
    names = {actor.name for actor in opened("KINGSTOWN - Ralph Gonsalves says that he will go on.").roster.acting()}
    assert "Ralph Gonsalves" in names


def test_letters_within_a_name_are_no_acronym(opened: Opened) -> None:
    """The AU is not in PORT-AU-PRINCE, the EU is in "the US-EU-UN team"."""
    assert "African Union" not in {a.name for a in opened("PORT-AU-PRINCE. The gangs rejected it.").roster.acting()}
    named = opened("The US-EU-UN team rejected the text.").passages[0].doc.user_data["named"]
    assert {entity.name for entity in named.values()} == {"United States", "European Union", "United Nations"}


def test_an_item_at_the_host_of_the_talks_is_about_those_who_talk(opened: Opened, side_of: SideOf) -> None:
    """ "The government" under the heading "Accra" is Liberia's, if the item tells of LURD and not of Ghana."""
    context = opened(
        "A port regained\n\nLURD and the Liberian government went on fighting. Liberia's army lost a bridge.\n\n"
        "Accra\n\nLURD wants its officers taken in, while the government's defence minister, Daniel Chea, said no.\n\n"
        "Conakry\n\nGuinea, LURD's friend, closed the border. The government's defence minister, Kandia Sow, said so."
    )
    assert side_of(context, "Daniel Chea") == "Liberia"
    assert side_of(context, "Kandia Sow") == "Guinea"
