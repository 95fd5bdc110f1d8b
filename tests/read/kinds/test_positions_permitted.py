"""Positions in clauses that name nobody who does a thing: what a side says can be, cannot be or was never granted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what cannot be
        (
            "Armenia's foreign minister said that foreign troops can never return.",
            ("Armenia", "foreign-forces", "rejects"),
        ),
        ("Sudan's army said that the refugees cannot be resettled.", ("Sudan", "displacement", "rejects")),
        # what cannot be as long as something goes on
        (
            "Armenia said that the return of refugees could not begin while shelling continued.",
            ("Armenia", "displacement", "conditional"),
        ),
        # a leave given
        ("Israel said that residents of the north can return home.", ("Israel", "displacement", "offers")),
        # what was never granted
        ("Turkey's minister denied that any withdrawal had been agreed.", ("Turkey", "foreign-forces", "rejects")),
        (
            "The Congolese minister clarified that no amnesty had been decided.",
            ("Democratic Republic of the Congo", "justice", "rejects"),
        ),
        # whose answer it is says it
        ("Foreign judges will not be accepted, the Kosovo government said.", ("Kosovo", "justice", "rejects")),
        (
            "Algeria said that an amnesty could be accepted only if all prisoners went free.",
            ("Algeria", "justice", "conditional"),
        ),
        # what a thing requires
        ("Rwanda said that peace requires the disarmament of the FDLR.", ("Rwanda", "military-limits", "demands")),
        # what a thing depends on, of which it is not said what it is about
        ("Norway stressed that success depends on an amnesty.", ("Norway", "justice", "demands")),
    ],
)
def test_whoever_says_so_holds_it(
    opened: Opened, positions: Positions, text: str, expected: tuple[str, str, str]
) -> None:
    """Where nobody is said to do a thing, its stance is that of the one who says so."""
    assert expected in positions(opened(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said that the road cannot be seen from the bridge.",  # nothing that anyone gives
        "Kenya agreed that the prisoners can stay.",  # the verb above tells
        "Kenya said that no deal had been agreed.",  # how the talks went
        "Mali's law requires every party to hold an election.",  # what a law requires
    ],
)
def test_what_grants_and_refuses_nothing(opened: Opened, positions: Positions, text: str) -> None:
    """A fact, and what another verb tells of, is neither a refusal nor a leave."""
    assert not {stance for _, _, stance in positions(opened(text))} & {"rejects", "offers", "demands"}
