"""The words and numbers of clauses, and places, compared."""

from __future__ import annotations

import pytest

from goodoffices.record.findings.places import same_place
from goodoffices.record.findings.wording import agree, alike, figures, matter


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("killed two people", ["2 killed"]),
        ("12 killed, 30 wounded", ["12 killed", "30 wounded"]),
        ("killed 12 and wounded 30", ["12 killed", "30 wounded"]),
        ("killing at least twenty-one civilians", ["21 killed"]),
        ("1,200 people were displaced", ["1200 displaced"]),
        ("the 28-point plan", ["28 points"]),
        ("a 30-day truce", ["30 days"]),
        ("on 7 January 2026", []),
        ("Resolution 1701", []),
    ],
)
def test_figures_are_what_reports_count(text: str, found: list[str]) -> None:
    """A number is read with what it counts, before or behind it; dates and names of documents are no figures."""
    assert [figure.text for figure in figures(text)] == found


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("12 killed", "15 killed", False),
        ("at least 12 killed", "15 killed", True),
        ("at least 12 killed", "10 killed", False),
        ("up to 12 killed", "15 killed", False),
        ("about 100 killed", "110 killed", True),
        ("12 killed", "30 wounded", True),
        ("12 killed", "a strike", True),
    ],
)
def test_bounds_leave_room(one: str, other: str, fits: bool) -> None:  # noqa: FBT001  a column of the table
    """Words like "at least", "up to" and "about" are bounds; numbers of other things contradict nothing."""
    assert agree(one, other) is fits
    assert agree(other, one) is fits


def test_matter_is_what_carries_the_meaning() -> None:
    """Endings, small words, days and figures are set aside: what is left tells clauses apart."""
    assert matter("the territories withdrawn on Tuesday") == matter("a territory, withdrawn")
    assert matter("30-day ceasefires") == matter("ceasefire")
    assert alike(matter("prisoner lists"), matter("the lists of prisoners"))
    assert not alike(matter("prisoner lists"), matter("grain exports"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Geneva", "Geneva, Switzerland", True),
        ("the Kremlin", "Moscow", True),
        ("the Élysée Palace", "Paris", True),
        ("Paris", "France", True),
        ("Miami", "Mar-a-Lago", False),
        ("Ankara, Turkey", "Istanbul, Turkey", False),
        ("Paris", "London", False),
        ("Paris", None, None),
    ],
)
def test_places_are_equal_or_within(one: str, other: str | None, same: bool | None) -> None:  # noqa: FBT001  as above
    """A building lies in its city and a capital in its country; two cities of one country are two places."""
    assert same_place(one, other) is same
    assert same_place(other, one) is same
