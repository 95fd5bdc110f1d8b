"""Which way a day lies when its clause does not say so plainly, and periods within a month or a week."""

from __future__ import annotations

import datetime as dt

import pytest

from goodoffices.read.dates import find_dates, interval_of
from goodoffices.read.pipeline import parse

WEDNESDAY = dt.date(2024, 7, 10)


def days_of(text: str, published: dt.date = WEDNESDAY) -> list[tuple[str | None, str | None]]:
    """The first and last day of each time that a sentence names."""
    found = [interval_of(one) for one in find_dates([(0, next(iter(parse([text]))))], published)]
    return [(i.earliest and i.earliest.isoformat(), i.latest and i.latest.isoformat()) for i in found]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The envoy was due in Bamako on Friday to meet both sides.", "2024-07-12", "2024-07-12"),
        ("A meeting of the two staffs in Aden on Friday to compare their maps.", "2024-07-12", "2024-07-12"),
        ("Aid would stop unless the rebels set free the drivers by the end of October.", None, "2024-10-31"),
        ("Kenya has proposed a summit in Nairobi in the second half of August.", "2024-08-16", "2024-08-31"),
        ("A visit that the king was to pay on Friday has been called off.", "2024-07-12", "2024-07-12"),
    ],
)
def test_what_is_to_come(text: str, first: str | None, last: str | None) -> None:
    """Who is due, what is proposed, supposed or meant for a purpose lies ahead, whatever the tense of its verb."""
    assert days_of(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("A session of the joint board that had been called for May was cancelled.", "2024-05"),
        ("A round planned for April in Cairo never took place.", "2024-04"),
    ],
)
def test_what_came_to_nothing(text: str, month: str) -> None:
    """A day that was set in the past, and of which nothing came, is that of the past."""
    assert days_of(text)[0][0] == f"{month}-01"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("We can meet in Doha in the week of 15 August.", "2024-08-12", "2024-08-18"),
        ("The first round took place in the last week of January.", "2024-01-25", "2024-01-31"),
        ("The vote was held in November and December 2019.", "2019-11-01", "2019-12-31"),
        ("Gunmen struck in the night from Saturday to Sunday.", "2024-07-06", "2024-07-07"),
        ("They were released on the night of Monday to Tuesday.", "2024-07-08", "2024-07-09"),
        ("He will not visit the capital before September.", "2024-09-01", None),
        ("They will give no interviews before 30 August.", "2024-08-30", None),
        ("By Monday noon the rebels had dropped the demand.", None, "2024-07-08"),
    ],
)
def test_periods_with_their_edges(text: str, first: str | None, last: str | None) -> None:
    """A week, a half of a month, a night and two months in a row have the days that the words give them."""
    assert days_of(text) == [(first, last)]


def test_months_counted_from_what_was_told() -> None:
    """ "The following May" and "that December" count from the time told before; "that April would be late" does not."""
    assert days_of("A truce of December 2002 broke down the following May.")[1] == ("2003-05-01", "2003-05-31")
    told = days_of("They met in Rome in October 2012 and freed eight men that December, it said.")
    assert told[1] == ("2012-12-01", "2012-12-31")
    assert days_of("He said that April would be too late.")[0][1] is not None


def test_a_year_told_before_does_not_draw_back_what_lies_ahead() -> None:
    """The year of a truce is not that of the day to which it is extended."""
    assert days_of("The truce of August 2006 was extended until 31 October.")[1] == (None, "2024-10-31")


def test_the_present_text_is_no_time() -> None:
    """ "The present agreement" names no day; "at present" does name a time."""
    assert days_of("The board shall watch over the present agreement.") == []
    assert len(days_of("At present the road is shut.")) == 1
