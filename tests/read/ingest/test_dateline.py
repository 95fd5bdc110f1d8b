"""The head of a report: days that are stated, and days that are not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.read.ingest.dateline import dateline_end, read_day, read_head

DAY = dt.date(2026, 1, 7)


@pytest.mark.parametrize(
    "line",
    [
        "PARIS, Jan 7, 2026 (Agency) - Talks went on.",
        "KYIV, 7 January 2026 — Talks went on.",
        "BOGOTÁ, Colombia, January 7, 2026 — Talks went on.",
        "MUSCAT, Oman (Gulf Wire, 7 January 2026) — Talks went on.",
        "MUSCAT (Gulf Wire), 7 January 2026 — Talks went on.",
        "Published: 7 January 2026",
        "Posted on January 7th, 2026 at 10:15 pm",
        "**Published:** 2026-01-07T10:15:00Z",
        "Date: Wednesday, 7 January 2026",
        "Wednesday, January 7, 2026",
        "2026-01-07",
        "7 January 2026 | Geneva",
    ],
)
def test_a_stated_day(line: str) -> None:
    """Datelines, labels and lines that are a date give the day of publication."""
    assert read_head(f"Talks resume in Cairo\n\n{line}\nMore of it.").published == DAY


@pytest.mark.parametrize(
    "line",
    [
        "PARIS, Jan 7 (Agency) - The year is missing.",
        "06/01/2026",
        "Updated 7 January 2026",
        "The talks began on Wednesday, 7 January 2026 - and went on.",
        "Talks on 7 January 2026",
        "They met on 7 January 2026 in Cairo.",
        "Geneva, 30 February 2026 — No such day.",
        "7 January 2026 - 9 January 2026",
    ],
)
def test_what_is_no_stated_day(line: str) -> None:
    """No day is guessed from a sentence, from half a date, or from one that can be read in two ways."""
    assert read_head(f"{line}\nMore of it.").published is None


def test_a_day_far_down_is_none_of_the_head() -> None:
    """Only the first lines can say when a report was published."""
    assert read_head("They said so.\n" * 50 + "7 January 2026\n").published is None


@pytest.mark.parametrize(("text", "day"), [("13/01/2026", dt.date(2026, 1, 13)), ("01/13/2026", dt.date(2026, 1, 13))])
def test_an_order_that_can_be_told(text: str, day: dt.date) -> None:
    """A number over twelve is the day, wherever it stands."""
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("line", "outlet", "author"),
    [
        ("PARIS, Jan 7, 2026 (Agency) - Talks went on.", "Agency", None),
        ("PARIS (Agency) — Talks went on.", "Agency", None),
        ("Source: Gulf Wire", "Gulf Wire", None),
        ("By Jane Doe and John Roe", None, "Jane Doe and John Roe"),
        ("By Jane Doe, Gulf Wire", None, "Jane Doe"),
        ("By Monday the talks had failed.", None, None),
        ("REPORTER: Source: who says so?", None, None),
    ],
)
def test_outlet_and_author(line: str, outlet: str | None, author: str | None) -> None:
    """The agency in a dateline, a labelled source and a byline are read; a sentence is none of them."""
    head = read_head(line)
    assert (head.outlet, head.author) == (outlet, author)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("PARIS, Jan 7 (Agency) - Talks went on.", "Talks went on."),
        ("KYIV, 7 January 2026 — Talks went on.", "Talks went on."),
        ("NAIROBI -- Talks went on.", "Talks went on."),
        ("Talks - long ones - went on.", "Talks - long ones - went on."),
    ],
)
def test_where_the_news_starts(line: str, rest: str) -> None:
    """What stands behind a dateline is the news; a dash in a sentence is no dateline."""
    assert line[dateline_end(line) :] == rest


@given(st.text(max_size=400))
def test_any_text_has_a_head(text: str) -> None:
    """No text makes the head fail, and no place in it is outside the line."""
    read_head(text)
    assert 0 <= dateline_end(text) <= len(text)
