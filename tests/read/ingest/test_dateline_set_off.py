"""A head's line that ends with a day set off from the rest."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.ingest.dateline import read_head


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By our correspondent | 3 May 1998", dt.date(1998, 5, 3)),
        ("Security Council diary, Tuesday 26 November 2024", dt.date(2024, 11, 26)),
        ('"The Long Table", broadcast of Wednesday 21 August 2024', dt.date(2024, 8, 21)),
    ],
)
def test_a_day_set_off_is_the_day_of_publication(line: str, day: dt.date) -> None:
    """A bar, or a comma or "of" before a weekday, sets the day off."""
    assert read_head(f"A headline\n{line}\n\nThe talks go on.").published == day


@pytest.mark.parametrize("line", ["The talks ended on 3 May 1998", "What was signed. On Tuesday 26 November 2024"])
def test_a_day_inside_a_clause_is_none(line: str) -> None:
    """A day that belongs to what is told says nothing of the report."""
    assert read_head(f"{line}\n\nThe talks go on.").published is None
