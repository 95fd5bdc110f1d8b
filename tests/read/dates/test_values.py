"""Values and days of single expressions, against a report of Wednesday 7 January 2026."""

import datetime as dt

import pytest

from goodoffices.read.dates import TimeExpression, dates, interval_of
from goodoffices.record import InputError, Interval

REPORT = dt.date(2026, 1, 7)


def read(text: str, published: dt.date | str | None = REPORT) -> dict[str, TimeExpression]:
    """The expressions of a text by their words."""
    return {one.text: one for one in dates(text, published)}


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The envoys met in Geneva on Tuesday.", "Tuesday", "DATE", "2026-01-06"),
        ("The envoys will meet in Geneva on Tuesday.", "Tuesday", "DATE", "2026-01-13"),
        ("The two sides agreed to hold talks on Monday.", "Monday", "DATE", "2026-01-12"),
        ("The talks were postponed until Saturday.", "Saturday", "DATE", "2026-01-10"),
        ("The truce that was signed on 20 December holds.", "20 December", "DATE", "2025-12-20"),
        ("They will resume talks next week.", "next week", "DATE", "2026-W03"),
        ("They met last month.", "last month", "DATE", "2025-12"),
        ("He was freed three years ago.", "three years ago", "DATE", "2023"),
        ("The deal was made three and a half years ago.", "three and a half years ago", "DATE", "2022-07"),
        ("The plan dates from early 2025.", "early 2025", "DATE", "2025"),
        ("War came in the 1990s.", "the 1990s", "DATE", "199"),
        ("War came in the 19th century.", "the 19th century", "DATE", "18"),
        ("Trade fell in the fourth quarter of 2018.", "the fourth quarter of 2018", "DATE", "2018-Q4"),
        ("They met at 3 a.m. on Sunday.", "3 a.m. on Sunday", "TIME", "2026-01-04T03:00"),
        ("They met on the night of 5 January.", "the night of 5 January", "TIME", "2026-01-05TNI"),
        ("It was shelled last night.", "last night", "TIME", "2026-01-06TNI"),
        ("The truce is to last 24 hours.", "24 hours", "DURATION", "PT24H"),
        ("Nearly four years have passed.", "Nearly four years", "DURATION", "P4Y"),
        ("It may take a few days.", "a few days", "DURATION", "PXD"),
        ("It took half an hour.", "half an hour", "DURATION", "PT30M"),
        ("The committee meets every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("The committee meets quarterly.", "quarterly", "SET", "P3M"),
        ("It meets once every ten years.", "once every ten years", "SET", "P10Y"),
        ("Some 900 people a day arrive.", "a day", "SET", "P1D"),
        ("The channel is now open.", "now", "DATE", "PRESENT_REF"),
        ("They have met recently.", "recently", "DATE", "PAST_REF"),
        ("They hope for peace in the near future.", "the near future", "DATE", "FUTURE_REF"),
        ("It was signed on the first Monday of March 2025.", "the first Monday of March 2025", "DATE", "2025-03-03"),
        ("They met on Friday last week.", "Friday last week", "DATE", "2026-01-02"),
        ("They will meet at Orthodox Easter 2026.", "Orthodox Easter 2026", "DATE", "2026-04-12"),
        ("It was signed on 25/12/2025.", "25/12/2025", "DATE", "2025-12-25"),
    ],
)
def test_value(text: str, words: str, kind: str, value: str) -> None:
    """An expression has its extent, its TIMEX3 type and its value."""
    found = read(text)
    assert words in found, found
    assert (found[words].type, found[words].value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Fighting between 3 and 5 May 2024 killed ten.", dt.date(2024, 5, 3), dt.date(2024, 5, 5)),
        ("They met on May 3-5, 2024.", dt.date(2024, 5, 3), dt.date(2024, 5, 5)),
        ("It will open in mid-January.", dt.date(2026, 1, 11), dt.date(2026, 1, 21)),
        ("Ten died in the past 48 hours.", dt.date(2026, 1, 5), REPORT),
        ("They meet in the coming days.", REPORT, None),
        ("It is from 3/4/2025.", dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
    ],
)
def test_days(text: str, earliest: dt.date, latest: dt.date | None) -> None:
    """An expression bounds the days that it can mean, and no more than it says."""
    (found,) = dates(text, REPORT)
    assert (found.earliest, found.latest) == (earliest, latest)


def test_told_before() -> None:
    """What counts from something told before counts from the last date in the text."""
    found = read("He was arrested on 4 March 2020. Two days later he was freed, and a year later he died.")
    assert found["Two days later"].value == "2020-03-06"
    assert found["a year later"].value == "2021"


def test_the_first_end_of_a_range_takes_the_year_of_the_second() -> None:
    """In "from 3 March to 5 June 2014", March is of 2014 too."""
    assert read("From 3 March to 5 June 2014 they fought.")["3 March"].value == "2014-03-03"


def test_no_report_day_resolves_nothing_relative() -> None:
    """Without the report's day, absolute dates stand and all others keep their X."""
    found = read("They met on Tuesday, yesterday, on 7 January and on 1 March 2015; they meet next month.", None)
    assert {words: one.value for words, one in found.items()} == {
        "Tuesday": "XXXX-WXX-2",
        "yesterday": "XXXX-XX-XX",
        "7 January": "XXXX-01-07",
        "1 March 2015": "2015-03-01",
        "next month": "XXXX-XX",
    }
    assert [words for words, one in found.items() if one.earliest or one.latest] == ["1 March 2015"]


@pytest.mark.parametrize(
    "text",
    [
        "He may leave, and they march on.",
        "Resolution 2254 was adopted by 15 votes.",
        "Some 2000 troops came for $1999.",
        "A second ceasefire failed.",
        "A reporter for USA Today saw it.",
        "The fall of Aleppo was sudden.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    """Words of time in another sense are left alone."""
    assert dates(text, REPORT) == []


def test_a_deadline_says_what_it_counts_from() -> None:
    """A duration keeps the words that it counts from."""
    (found,) = dates("Prisoners shall be freed within 30 days of signature.", REPORT)
    assert (found.value, found.signal, found.anchor) == ("P30D", "within", "of signature")


def test_interval_follows_the_preposition() -> None:
    """An interval after "since" has no end, after "by" no start, after "on" both."""
    since, by, on = (
        interval_of(dates(text, REPORT)[0])
        for text in ("Since February 2022 it lasts.", "It must end by 1 March 2026.", "It began on 6 January 2026.")
    )
    assert since == Interval(dt.date(2022, 2, 1), None, "February 2022")
    assert by == Interval(None, dt.date(2026, 3, 1), "1 March 2026")
    assert on == Interval(dt.date(2026, 1, 6), dt.date(2026, 1, 6), "6 January 2026")


def test_curly_quotes_stay_in_the_text() -> None:
    """Offsets and words are those of the text as it was given."""
    text = "They met on New Year’s Day."
    (found,) = dates(text, REPORT)
    assert text[slice(*found.span)] == found.text == "New Year’s Day"


def test_report_day_as_text() -> None:
    """The report's day may be ISO 8601 text; anything else is refused in one sentence."""
    assert dates("yesterday", "2026-01-07")[0].value == "2026-01-06"
    with pytest.raises(InputError, match="write it as YYYY-MM-DD"):
        dates("yesterday", "7 Jan")
