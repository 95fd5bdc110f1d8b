"""The edges of times: ranges, what has no firm edge, and which way a time lies that was planned."""

import datetime as dt

import pytest

from goodoffices.read.dates import dates, find_dates, interval_of
from goodoffices.read.pipeline import parse


def day(text: str) -> dt.date | None:
    """A day, or None for a dash."""
    return None if text == "-" else dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It ends before July.", "-", "2018-06-30"),
        ("It ends before the end of the year.", "-", "2018-12-31"),
        ("By mid-May 187 had been certified.", "-", "2018-05-15"),
        ("They have waited since the beginning of the month.", "2018-06-01", "-"),
        ("It happened two weeks ago.", "2018-05-18", "2018-05-18"),
        ("The deadline was extended to July 18.", "-", "2018-07-18"),
        ("They will meet in the autumn.", "-", "-"),
        ("They will meet early next year.", "-", "-"),
        ("Two diplomats expected a first session in August.", "2018-08-01", "2018-08-31"),
        ("The round, which was to be held in September, has been postponed.", "2018-09-01", "2018-09-30"),
        ("The panels were due to meet on Monday, but the session was called off.", "2018-05-28", "2018-05-28"),
        ("It shall be tabled no later than 2023.", "2023-01-01", "2023-12-31"),
        ("It shall be tabled not later than 1 October 2018.", "-", "2018-10-01"),
        ("It ends in any case not after 7 February 2026.", "-", "2026-02-07"),
        ("Work begins no later than the end of February.", "-", "2019-02-28"),
        ("Both sides undertook to hand over the lists by the end of January.", "-", "2019-01-31"),
        ("The court instructed the army to leave by March.", "-", "2019-03-31"),
    ],
)
def test_edges(text: str, earliest: str, latest: str) -> None:
    """Prepositions open, close or end a time; what has no firm edge has none; plans lie ahead unless called off."""
    (found,) = dates(text, dt.date(2018, 6, 1))
    interval = interval_of(found)
    assert (interval.earliest, interval.latest) == (day(earliest), day(latest))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("It met from 22 January to 6 February 2024.", "2024-01-22", "2024-02-06", "22 January to 6 February 2024"),
        ("They met on Tuesday and Wednesday.", "2024-05-28", "2024-05-29", "Tuesday and Wednesday"),
    ],
)
def test_ranges_are_one_time(text: str, earliest: str, latest: str, words: str) -> None:
    """Two ends of a range, and two days in a row, are one time with both its ends."""
    (found,) = find_dates([(0, next(iter(parse([text]))))], dt.date(2024, 5, 31))
    interval = interval_of(found)
    assert (interval.earliest, interval.latest, interval.text) == (day(earliest), day(latest), words)


def test_days_apart_are_two_times() -> None:
    """Two days that do not follow each other stay two."""
    text = "They met on Monday and Thursday."
    found = find_dates([(0, next(iter(parse([text]))))], dt.date(2024, 5, 31))
    assert [one.text for one in found] == ["Monday", "Thursday"]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Two posts burned down earlier this month.", "2018-06-01", "2018-06-13"),
        ("The envoys are to meet later this month.", "2018-06-13", "2018-06-30"),
        ("He had called it off earlier in the week.", "2018-06-11", "2018-06-13"),
        ("The council votes later this year.", "2018-06-13", "2018-12-31"),
        ("The council sits this month.", "2018-06-01", "2018-06-30"),
    ],
)
def test_the_day_of_the_report_parts_a_period(text: str, earliest: str, latest: str) -> None:
    """What is earlier this month ends on the day of the report, what is later in it starts there."""
    (found,) = dates(text, dt.date(2018, 6, 13))
    assert (found.earliest, found.latest) == (day(earliest), day(latest))
