"""Terms that count from the day of the report, and those that count from something else."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.dates import dates
from goodoffices.read.dates.within import dated_term

_DAY = dt.date(2024, 8, 31)


def last_day(text: str, published: dt.date | None = _DAY) -> dt.date | None:
    """The last day of the first term of a text."""
    return dated_term(dates(text, published)[0], published).latest


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The schools will reopen within ten days.", dt.date(2024, 9, 10)),
        ("The mines will be cleared within three weeks.", dt.date(2024, 9, 21)),
        ("The troops will leave within six months.", dt.date(2025, 2, 28)),
        ("A vote will be held within two years.", dt.date(2026, 8, 31)),
    ],
)
def test_a_term_runs_from_the_report(text: str, last: dt.date) -> None:
    """ "Within six months" ends on the same day of the month, or on its last."""
    assert last_day(text) == last


@pytest.mark.parametrize(
    "text",
    [
        "The talks lasted ten days.",
        "The troops will leave within six months of signature.",
        "The troops left within hours.",
    ],
)
def test_what_runs_from_elsewhere_is_left(text: str) -> None:
    """What lasted, what counts from a signing and what has no number ends on no day that is known."""
    assert last_day(text) is None
    assert last_day("The schools will reopen within ten days.", None) is None
