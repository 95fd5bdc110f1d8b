"""Counts in prose: what PDFs do to sentences, dates, rows for the report, and hostile input."""

from __future__ import annotations

import datetime as dt
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.watch.prose import counts_in_prose, incidents_of_counts
from goodoffices.watch.prose.sentences import LONGEST, sentences


def _days(text: str, published: dt.date | None = None) -> list[tuple[dt.date | None, dt.date | None]]:
    return [(one.earliest, one.latest) for one in counts_in_prose(text, published=published)]


def test_broken_lines_and_words_are_read_as_meant() -> None:
    """Lines end in sentences and words, hyphens stray: the count is found and its area is as it stands."""
    text = (
        "FACTS\n\nThe Mission e xperienced signal inter-\nference on 14 occa-\nsions while flying over non -govern-\n"
        "ment-controlled\nareas.\n\n \uf0b7 It recorded 12 ceasefire viola-tions.\n"
    )
    first, second = counts_in_prose(text)
    assert (first.count, first.kind, first.area) == (14, "interference", "non -govern-\nment-controlled\nareas")
    assert (second.count, second.kind, second.what) == (12, "violation", "ceasefire violations")


def test_a_caption_inside_a_sentence_is_left_out() -> None:
    """A picture's caption that the PDF puts into a sentence takes no part in it."""
    text = "It recorded 50 violations, compared with 40 in the\n\nMonitors at Upper Ford (Example)\n\nprevious week.\n"
    own, before = counts_in_prose(text)
    assert (own.area, own.period) == (None, None)
    assert (before.area, before.period, before.compared) == (None, "previous week", True)


def test_a_blank_line_ends_a_heading_but_no_unfinished_sentence() -> None:
    """A heading is a sentence of its own; words that cannot end a sentence go on after a blank line."""
    text = "Latest news\n\nIt heard nine shots near Weir and\n\nStonebridge. Done."
    assert [text[slice(*span)] for span in sentences(text)] == [
        "Latest news",
        "It heard nine shots near Weir and\n\nStonebridge.",
        "Done.",
    ]


def test_years_come_from_the_words_or_from_the_day_of_publication() -> None:
    """A date without a year is the last one before publication; without that day it stays unknown."""
    text = "Between 28 December and 10 January, it recorded five violations."
    assert _days(text) == [(None, None)]
    assert _days(text, dt.date(2021, 1, 12)) == [(dt.date(2020, 12, 28), dt.date(2021, 1, 10))]
    assert _days("On 3 May 2019 it recorded five violations.") == [(dt.date(2019, 5, 3), dt.date(2019, 5, 3))]


def test_the_reports_own_period_gives_the_others() -> None:
    """ "The reporting period" is the report's first range of days, "the previous" one as long before it."""
    text = (
        "Between 5 and 18 April 2021, it recorded 30 violations, compared with 40 in the previous two-week period."
        " During the reporting period it saw six mines. Since the beginning of the year it saw nine mines."
    )
    assert _days(text, dt.date(2021, 4, 20)) == [
        (dt.date(2021, 4, 5), dt.date(2021, 4, 18)),
        (dt.date(2021, 3, 22), dt.date(2021, 4, 4)),
        (dt.date(2021, 4, 5), dt.date(2021, 4, 18)),
        (dt.date(2021, 1, 1), dt.date(2021, 4, 18)),
    ]


@pytest.mark.parametrize("day", ["31 June 2020", "30 February 2021", "45 May"])
def test_a_day_that_there_is_not_gives_no_date(day: str) -> None:
    """A date that no calendar has leaves the days unknown, and the rest is read."""
    (one,) = counts_in_prose(f"On {day} it recorded five violations.")
    assert (one.count, one.earliest, one.latest) == (5, None, None)


def test_rows_are_sums_and_say_where_their_days_come_from() -> None:
    """Rows are marked as sums, keep their sentence and their whole, and say whose period they have."""
    text = "In May 2020 it recorded 40 violations,\nincluding six explosions. It saw two mines."
    first, last = dt.date(2020, 5, 1), dt.date(2020, 5, 31)
    rows = incidents_of_counts(counts_in_prose(text), text, source="monthly", first=first, last=last)
    assert [(row.count, row.part_of, row.dated_by, row.aggregate) for row in rows] == [
        (40, None, "sentence", True),
        (6, 0, "sentence", True),
        (2, None, "report", True),
    ]
    assert rows[0].sentence == "In May 2020 it recorded 40 violations, including six explosions."
    assert {(row.first, row.last, row.source) for row in rows} == {(first, last, "monthly")}


def test_without_a_period_to_lend_days_stay_unknown() -> None:
    """Nothing is lent that the caller does not give."""
    text = "It saw two mines."
    (row,) = incidents_of_counts(counts_in_prose(text), text)
    assert (row.first, row.last, row.dated_by) == (None, None, "")


@pytest.mark.parametrize(
    "word",
    [
        "mine ",
        "5 and ",
        "a man ",
        "(",
        "5 mines in A, ",
        "on 5 May ",
        "since the ",
        "twice ",
        "- ",
        "near X (",
        "\n\n",
        "1,",
    ],
)
def test_one_thing_repeated_takes_no_more_than_its_length(word: str) -> None:
    """Four times the text takes no more than about four times as long, whatever is repeated."""
    seconds = [_seconds(word * (size // len(word))) for size in (10_000, 40_000)]
    assert seconds[1] < 12 * max(seconds[0], 0.02)


def _seconds(text: str) -> float:
    start = time.process_time()
    counts_in_prose(text)
    return time.process_time() - start


_PIECES = """
5 12 no a twice two violations, mines explosions. killed injured in near Donetsk and including ( ) – compared with to
between 3 March 2020 previous week; respectively on times of the total number -year-old • which
"""


@given(st.lists(st.sampled_from([*_PIECES.split(), "\n\n"]), max_size=60))
def test_any_words_in_any_order_are_read_without_an_error(words: list[str]) -> None:
    """Whatever the words, spans give their words and counts are not below zero."""
    text = " ".join(words)
    for one in counts_in_prose(text, published=dt.date(2020, 6, 1)):
        assert one.count >= 0
        assert text[slice(*one.span)].strip()
        assert one.area is None or text[slice(*(one.area_span or (0, 0)))] == one.area
        assert one.period is None or text[slice(*(one.period_span or (0, 0)))] == one.period


@given(st.text(max_size=3000))
def test_sentences_are_in_order_and_lose_no_letters(text: str) -> None:
    """Sentences do not overlap, are no longer than the longest, and leave out nothing but space and bullets."""
    spans = list(sentences(text))
    kept = "".join(text[slice(*span)] for span in spans)
    assert all(end - start <= LONGEST for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    drop = str.maketrans("", "", "•●\uf0b7\uf0a7")
    assert "".join(kept.translate(drop).split()) == "".join(text.translate(drop).split())
