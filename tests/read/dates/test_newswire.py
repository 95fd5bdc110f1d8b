"""Manners of telling times that agencies and business pages have, against a report of Thursday 12 March 1998."""

import datetime as dt

import pytest

from goodoffices.read.dates import TimeExpression, dates

REPORT = dt.date(1998, 3, 12)


def read(text: str, published: dt.date | None = REPORT) -> dict[str, TimeExpression]:
    """The expressions of a text by their words."""
    return {one.text: one for one in dates(text, published)}


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The crossing took 3 1/2 hours.", "3 1/2 hours", "DURATION", "PT3.5H"),
        ("The siege went on for 2½ years.", "2½ years", "DURATION", "P2.5Y"),
        ("He served two-and-a-half years.", "two-and-a-half years", "DURATION", "P2.5Y"),
        ("It took one and one-half years.", "one and one-half years", "DURATION", "P1.5Y"),
        ("Troops entered the town in the year 1990.", "the year 1990", "DATE", "1990"),
        ("At year-end 1997 it had 400 trucks.", "year-end 1997", "DATE", "1997"),
        ("Donors expect a deal by year's end.", "year's end", "DATE", "1998"),
        ("The final quarter of 1997 was bad.", "The final quarter of 1997", "DATE", "1997-Q4"),
        ("In the next century, wars will differ.", "the next century", "DATE", "20"),
        ("They met on Wed. in Rome.", "Wed.", "DATE", "1998-03-11"),
        ("At this time no talks are planned.", "this time", "DATE", "PRESENT_REF"),
        ("By that time he had left.", "that time", "DATE", "PAST_REF"),
        ("In past years the fair drew crowds.", "past years", "DATE", "PAST_REF"),
        ("In late-afternoon trading, the crown rose.", "late-afternoon", "TIME", "1998-03-12TAF"),
        ("He left in early morning on Sunday.", "early morning on Sunday", "TIME", "1998-03-08TMO"),
        ("The war lasted one day, officials said.", "one day", "DURATION", "P1D"),
        ("He spoke at eleven in the morning.", "eleven in the morning", "TIME", "1998-03-12T11:00"),
        ("The train leaves at half past five.", "half past five", "TIME", "1998-03-12T05:30"),
        ("It was ten minutes to three.", "ten minutes to three", "TIME", "1998-03-12T02:50"),
        ("It began at a quarter to nine p.m.", "a quarter to nine p.m.", "TIME", "1998-03-12T20:45"),
    ],
)
def test_value(text: str, words: str, kind: str, value: str) -> None:
    """An expression has its extent, its TIMEX3 type and its value."""
    found = read(text)
    assert words in found, found
    assert (found[words].type, found[words].value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The talks will resume on the 18th.", "the 18th", "1998-03-18"),
        ("The talks will resume on the 5th.", "the 5th", "1998-04-05"),
        ("The talks broke up on the 14th.", "the 14th", "1998-02-14"),
        ("They met on 10 January and parted on the 14th.", "the 14th", "1998-01-14"),
        ("They met on Tuesday the 18th.", "Tuesday the 18th", "1997-11-18"),
        ("They meet on the 20th of this month.", "the 20th of this month", "1998-03-20"),
        ("They will meet on the 3rd of next month.", "the 3rd of next month", "1998-04-03"),
        ("They will meet on the 31st of next month.", "the 31st of next month", "XXXX-XX-31"),
    ],
)
def test_day_of_month(text: str, words: str, value: str) -> None:
    """A day told by its number lies in the month told last, or next to the report's day as the tense says."""
    assert {one.value for one in dates(text, REPORT) if one.text == words} == {value}


def test_day_of_month_without_report() -> None:
    """Without the report's day a number alone stays open."""
    assert read("The talks will resume on the 18th.", None)["the 18th"].value == "XXXX-XX-18"


@pytest.mark.parametrize(
    "text",
    [
        "The October War changed the map.",
        "Veterans of the Six-Day War gathered.",
        "She reads the Sunday Times.",
        "The Friday Mosque was hit.",
        "One day, there will be peace.",
        "He works on the 18th floor.",
        "They gathered on the 25th anniversary.",
        "The side won nine to five.",
        "Shares rose between 7 and 9 percent.",
        "One quarter to three fifths of them fled.",
    ],
)
def test_no_time(text: str) -> None:
    """Names, floors, anniversaries, scores and shares are no times."""
    assert not dates(text, REPORT)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It blew up at 9 p.m. (2000 GMT) on Monday.", ["1998-03-09T21:00", "1998-03-09T20:00", "1998-03-09"]),
        ("Guns were heard between 7 and 9 p.m. Monday.", ["1998-03-09T19:00", "1998-03-09T21:00"]),
        ("Guns were heard from 11 to 2 p.m. on Monday.", ["1998-03-09T11:00", "1998-03-09T14:00"]),
    ],
)
def test_hours_of_a_day_that_follows(text: str, values: list[str]) -> None:
    """Two hours with one day behind them both lie in it."""
    assert [one.value for one in dates(text, REPORT)] == values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "The third quarter was good. It lost in the year-earlier quarter.",
            "the year-earlier quarter",
            "1996-Q3",
        ),
        ("Sales in the third quarter of 1997 beat the year-ago period.", "the year-ago period", "1996-Q3"),
        ("Sales of 1997 beat the year-ago period.", "the year-ago period", "1996"),
        ("Sales beat the year-ago period.", "the year-ago period", "1997"),
    ],
)
def test_like_period_before(text: str, words: str, value: str) -> None:
    """A year-earlier period is as long as the one that was told."""
    assert read(text)[words].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Sept. 1 deadline passed.", "1997-09-01"),
        ("The deadline of Sept. 1 expired without a reply.", "1997-09-01"),
        ("The Sept. 1 deadline will pass without a reply.", "1998-09-01"),
    ],
)
def test_deadline_that_passed(text: str, value: str) -> None:
    """A deadline lies ahead, but not once it has passed."""
    assert read(text)["Sept. 1"].value == value


def test_some_day_of_a_week() -> None:
    """ "One day last week" is no length of a day."""
    assert list(read("One day last week, a shell hit the school.")) == ["last week"]


def test_hour_in_words_has_no_day_of_its_own() -> None:
    """ "At half past eight" alone dates nothing; with a day behind it, it does."""
    open_hour = read("They rose at half past eight.")["half past eight"]
    assert (open_hour.earliest, open_hour.latest) == (None, None)
    (hour,) = dates("They rose at half past eight on Monday.", REPORT)
    assert (hour.value, hour.earliest) == ("1998-03-09T08:30", dt.date(1998, 3, 9))


def test_two_numbered_days() -> None:
    """ "On the 10th and the 11th" names two days."""
    found = dates("They talked on the 10th and the 11th in Rome.", REPORT)
    assert [one.value for one in found] == ["1998-03-10", "1998-03-11"]


def test_name_that_only_seems_one() -> None:
    """ "On Monday Group of Seven ministers" is a day before a name, not a part of one."""
    assert list(read("On Monday Group of Seven ministers met.")) == ["Monday"]


def test_end_of_a_year_has_its_last_third() -> None:
    """ "Year-end" is modified as "the end of the year" is."""
    (found,) = dates("It was signed at year-end 1997.", REPORT)
    assert (found.mod, found.latest) == ("END", dt.date(1997, 12, 31))
    assert found.earliest is not None
    assert found.earliest.month > 6
