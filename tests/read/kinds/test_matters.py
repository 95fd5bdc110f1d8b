"""What a bare accord is about, told behind where and when it was made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.read.context import Context
from goodoffices.read.kinds.claims import core_of
from goodoffices.read.kinds.matters import is_bare, with_matter

Opened = Callable[[str], Context]
Positions = Callable[..., set[tuple[str, str, str]]]
Stands = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "behind", "expected"),
    [
        ("an agreement in Lusaka", " on Monday to reopen the port.", " on Monday to reopen the port"),
        (
            "a memorandum",
            " on 4 May in New York under which both sides trade.",
            " on 4 May in New York under which both sides trade",
        ),
        ("a joint declaration", " that commits them to disarm, the envoy said.", " that commits them to disarm"),
        ("the accord", " on Friday, with the envoy looking on.", ""),
        ("the deal", " but refused to sign.", ""),
        ("the deal", " on condition that the port opens.", ""),
        ("a deal on the port", " to free all prisoners.", ""),
    ],
)
def test_the_matter_stands_behind(text: str, behind: str, expected: str) -> None:
    """Place and day are passed over; what is no matter, and what has its own, stays as it is."""
    assert with_matter(text, behind) == text + expected


def test_bare_is_what_has_no_matter() -> None:
    """A paper with nothing but where, when and with whom it was made."""
    assert is_bare("a preliminary accord with Chad in Doha")
    assert not is_bare("an accord on prisoners")
    assert not is_bare("the prisoners")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda signed an agreement in Lusaka on Monday to release all prisoners.",
        "Kenya and Uganda signed a declaration in Doha on 4 May pledging to release all prisoners.",
        "Kenya and Uganda signed a joint statement on Sunday that commits them to release all prisoners.",
    ],
)
def test_who_signs_accepts_the_matter(opened: Opened, positions: Positions, stands: Stands, text: str) -> None:
    """An accord that is signed is accepted, and agreed, for what it is about."""
    assert ("Kenya", "detainees", "accepts") in positions(opened(text))
    assert ("detainees", "agreed") in stands(text)


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("that it would return to the table only if the blockade ended", "that it would return to the table"),
        ("a truce, which the governor had called a trap", "a truce"),
        ("the release of all prisoners", "the release of all prisoners"),
    ],
)
def test_the_core_is_what_depends_on_nothing(text: str, core: str) -> None:
    """A condition and what is only added are no words of what is wanted."""
    assert core_of(text).strip(" ,") == core
