"""Reading passages that are parsed already, and text that means harm."""

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.read.dates import dates, find_dates, interval_of
from goodoffices.read.dates.find import _read_passages
from goodoffices.read.dates.recognise import recognise
from goodoffices.read.dates.vocabulary import words
from goodoffices.read.pipeline import parse

REPORT = dt.date(2026, 1, 7)
SHAPES = ["7", "31", "2014", "99999999", "1992-95", "3:30", "2026-01-07", "1/2/03", "1st", "1990s", "'90s", "0600 GMT"]
MARKS = [",", "-", ".", "'s", "$", "%", "\n\n", "Paris", "5,000", "3.5"]
WORDS = sorted({*words().single, *words().phrases, *SHAPES, *MARKS})
DAYS = st.none() | st.dates() | st.sampled_from([dt.date.min, dt.date.max])


def test_passages_count_in_the_whole_text() -> None:
    """Spans count from the start of the text, and what one passage tells holds in the next."""
    passages = ["They signed on 4 March 2020.", "Two days later they met again on Friday."]
    text = "\n\n".join(passages)
    offsets = [0, text.index("Two")]
    found = find_dates(list(zip(offsets, parse(passages), strict=True)), REPORT)
    assert [one.text for one in found] == [text[slice(*one.span)] for one in found]
    assert [one.value for one in found] == ["2020-03-04", "2020-03-06", "2026-01-02"]


def test_text_and_passages_agree() -> None:
    """A text and its parsed passages give the same expressions."""
    text = "The talks that began on Monday will resume next week, by 20 January or in the spring."
    assert dates(text, REPORT) == find_dates([(0, next(iter(parse([text]))))], REPORT)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), DAYS)
def test_any_words_are_read(chosen: list[str], published: dt.date | None) -> None:
    """Whatever words come, every span is its text, in order, apart, with a value and a possible interval."""
    text = " ".join(chosen)
    lexed, found = recognise(text)
    end = 0
    for one in _read_passages([(0, lexed, found, None)], published):
        assert text[slice(*one.span)] == one.text
        assert one.span[0] >= end
        assert one.value
        interval_of(one)
        end = one.span[1]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_characters_are_lexed(text: str) -> None:
    """Lexemes stand in order and apart, whatever the characters."""
    lexed, _ = recognise(text)
    assert len(lexed.classes) == len(lexed.starts) == len(lexed.ends) == len(lexed.values)
    assert all(end <= start for end, start in zip(lexed.ends, lexed.starts[1:], strict=False))


@pytest.mark.slow
@pytest.mark.parametrize("word", ["day ", "the ", "early ", "three days and ", "1992-", "twenty ", "1,000,", "\n "])
def test_time_is_linear(word: str) -> None:
    """Eight times the words take about eight times as long, not sixty-four."""
    recognise(word * 100)

    def seconds(count: int) -> float:
        started = time.process_time()
        recognise(word * count)
        return time.process_time() - started

    assert seconds(80_000) < 24 * seconds(10_000) + 0.5
