"""What is only said before the press, or of how talks went, is no position; what serves talks is of the process."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Positions = Callable[..., set[tuple[str, str, str]]]
Opened = Callable[..., Context]


@pytest.mark.parametrize(
    "text",
    [
        "Peru declined to describe the proposals presented in Lima, saying they had been given in confidence.",
        "Peru declined to discuss the agenda of the talks with Chile.",
        "Peru rejected that version of the talks.",
        "Peru voiced regret over the outcome of the talks with Chile.",
        "Peru and Chile described the talks on the border as constructive.",
        "Peru and Chile had been unable to agree on the border.",
        "A truce between Peru and Chile would allow aid agencies to reach districts that have been closed for months.",
    ],
)
def test_what_is_no_position(positions: Positions, opened: Opened, text: str) -> None:
    """Nobody wants, offers, accepts or refuses anything here."""
    assert positions(opened(text)) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru refused to discuss the border with Chile.", ("Peru", "territory", "rejects")),
        ("Peru rejected the second version of the border treaty.", ("Peru", "territory", "rejects")),
        ("Kenya offered to host a follow-up meeting of Peru and Chile.", ("Kenya", "process", "offers")),
        ("Peru has vowed to dismantle all armed groups operating outside state authority.",
         ("Peru", "military-limits", "offers")),
    ],
)  # fmt: skip
def test_what_is_one_all_the_same(positions: Positions, opened: Opened, text: str, told: tuple[str, str, str]) -> None:
    """A refusal to talk of a thing, a version of a text, a host's offer, and what is laid down by force."""
    assert told in positions(opened(text))


def test_whose_representative_speaks(positions: Positions, opened: Opened) -> None:
    """ "The representative of Chile" is not the UN's special representative who was named before."""
    text = (
        "UN special representative Ana Ruiz spoke of Peru. The representative of Chile rejected artificial deadlines."
    )
    assert {party for party, _, stance in positions(opened(text)) if stance == "rejects"} == {"Chile"}
