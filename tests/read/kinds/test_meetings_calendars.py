"""Meetings in the rows of a table: calendars, next steps, lists of rounds; and tables that are none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.read.context import open_context
from goodoffices.read.kinds.meetings import find_meetings
from goodoffices.read.kinds.meetings.calendar_words import is_town_name, words_of
from goodoffices.record import MeetingContent, make_report

Row = tuple[set[str], str | None, str | None, str]


@pytest.fixture
def rows(read_with: Callable[..., Any]) -> Callable[[str], list[Row]]:
    """Read a text of 10 July 2024: who, where, from when and in what state, for each meeting."""

    def read(text: str) -> list[Row]:
        found: list[Row] = []
        for statement, names in read_with(find_meetings, text, dt.date(2024, 7, 10)):
            content = statement.content
            assert isinstance(content, MeetingContent)
            first = statement.when.earliest if statement.when else None
            who = {names[actor] for actor in content.participants}
            found.append((who, content.place, str(first) if first else None, content.status))
        return found

    return read


def test_each_row_of_a_calendar_with_places_is_a_meeting(rows: Callable[[str], list[Row]]) -> None:
    """Days and places under a title that says what they are; a row that lies ahead is planned, one put off is not."""
    text = (
        "Schedule of the talks\n\n"
        "| Round | Dates | Venue |\n| --- | --- | --- |\n"
        "| 1 | 3-5 March | Nepalgunj |\n| 2 | 12 May | Kathmandu (postponed) |\n| 3 | 20 August | tbc |\n"
    )
    assert rows(text) == [
        (set(), "Nepalgunj", "2024-03-03", "held"),
        (set(), "Kathmandu", "2024-05-12", "cancelled"),
        (set(), None, "2024-08-20", "planned"),
    ]


def test_of_next_steps_only_the_meetings_are_taken(rows: Callable[[str], list[Row]]) -> None:
    """A row counts where its step is named as a meeting; the town may stand beside the day, or behind "to"."""
    text = (
        "Next steps:\n\n"
        "| Step | Who | When |\n| --- | --- | --- |\n"
        "| Meeting of the leaders | The two leaders | Nicosia, 5 September |\n"
        "| Repair of the water main | Engineers | October |\n"
        "| Technical committee session | UN | 12 July |\n"
        "| Visit of the envoy to Ankara | The envoy | By 31 July |\n"
    )
    assert rows(text) == [
        (set(), "Nicosia", "2024-09-05", "planned"),
        ({"United Nations"}, None, "2024-07-12", "planned"),
        (set(), "Ankara", None, "planned"),
    ]


def test_offices_in_a_row_are_those_who_hold_them(rows: Callable[[str], list[Row]]) -> None:
    """A row that names offices is of the persons whom the report gives them."""
    text = (
        "President Salva Kiir and First Vice President Riek Machar spoke on the radio.\n\n"
        "| Event | Participants | Date |\n| --- | --- | --- |\n"
        "| Summit | President and First Vice President | 20 August |\n"
    )
    assert ({"Salva Kiir", "Riek Machar"}, None, "2024-08-20", "planned") in rows(text)


@pytest.mark.parametrize("head", ["Killed", "Incident", "Attack", "Violations"])
def test_a_table_of_violence_holds_no_meeting(rows: Callable[[str], list[Row]], head: str) -> None:
    """Days and places of something else are no meetings, whatever stands over them."""
    text = (
        "Incidents since the talks\n\n"
        f"| Date | Place | {head} |\n| --- | --- | --- |\n| 3 March | Nyala | 40 |\n| 5 March | El Fasher | 12 |\n"
    )
    assert rows(text) == []


def test_a_table_without_days_holds_no_meeting(rows: Callable[[str], list[Row]]) -> None:
    """What no column dates is a list of something else."""
    assert rows("| Round | Subject |\n| --- | --- |\n| 1 | Land |\n| 2 | Arms |\n") == []


def test_a_row_is_cited_whole() -> None:
    """The evidence of a row is the row."""
    text = "Calendar\n\n| Date | Place |\n| --- | --- |\n| 4 December | Oslo |\n| 7 December | Stockholm |\n"
    context = open_context(make_report(text, path="r.txt", title="", published=dt.date(2024, 7, 10)))
    quotes = [statement.evidence[0].quote for statement in find_meetings(context)]
    assert [quote.strip(" |") for quote in quotes] == ["4 December | Oslo", "7 December | Stockholm"]


def test_a_table_of_thousands_of_rows_is_no_calendar() -> None:
    """Of a table that is a data set only the first rows are read."""
    text = "Calendar\n\n| Date | Place |\n| --- | --- |\n" + "| 4 December | Oslo |\n" * 5000
    context = open_context(make_report(text, path="r.txt", title="", published=dt.date(2024, 7, 10)))
    assert 0 < len(list(find_meetings(context))) <= 200


@given(st.text(max_size=40))
def test_a_time_is_never_a_town(text: str) -> None:
    """Whatever a cell holds, a town is made of capitalised words, and of none that tells a time."""
    if is_town_name(text):
        assert all(word[:1].isupper() for word in text.split())
        assert not words_of(text) & {"june", "monday", "by", "early"}


def test_who_and_where_make_a_meeting_of_each_row(rows: Callable[[str], list[Row]]) -> None:
    """Days, places and people say that people met there; the same parties are those of the row before."""
    text = (
        "The Government of Nepal and the CPN (Maoist) fought for ten years.\n\n"
        "THE RECORD SO FAR\n\n"
        "| When | Where | Who |\n| --- | --- | --- |\n"
        "| 3 March | Pokhara | Foreign Minister Rama Thapa and Ambassador Lars Berg |\n"
        "| 12 May | Kathmandu | Same parties |\n"
    )
    assert rows(text) == [
        ({"Rama Thapa", "Lars Berg"}, "Pokhara", "2024-03-03", "held"),
        ({"Rama Thapa", "Lars Berg"}, "Kathmandu", "2024-05-12", "held"),
    ]


@pytest.mark.parametrize("title", ["ATTACKS SINCE MARCH", "Clashes by place", "List of arrests"])
def test_who_and_where_of_violence_are_no_meetings(rows: Callable[[str], list[Row]], title: str) -> None:
    """Where the title says what else was done there, nobody met."""
    text = f"{title}\n\n| When | Where | Who |\n| --- | --- | --- |\n| 3 March | Nyala | Sudan |\n"
    assert rows(text) == []


@pytest.mark.parametrize(
    ("cell", "who", "place"),
    [
        ("Opening at Ghadames.", set(), "Ghadames"),
        ("Signing at Osu Castle before President John Mensah.", {"John Mensah"}, "Osu Castle"),
        ("Retreat at Bled, chaired by Foreign Minister Ana Novak.", {"Ana Novak"}, "Bled"),
    ],
)
def test_an_opening_or_a_signing_at_a_place_is_a_meeting(
    rows: Callable[[str], list[Row]], cell: str, who: set[str], place: str
) -> None:
    """In a diary the first words of a cell name the occasion, and a name behind "at" is where it was."""
    found = rows(f"Diary of the conference\n\n| Date | What happened |\n| --- | --- |\n| 3 March | {cell} |\n")
    assert [(place_of, who <= people) for people, place_of, _, _ in found] == [(place, True)]


@pytest.mark.parametrize("cell", ["Opening of the border.", "Signing of the budget", "Closing of the crossing at noon"])
def test_what_is_opened_or_signed_besides_is_no_meeting(rows: Callable[[str], list[Row]], cell: str) -> None:
    """A border is opened, a budget is signed: nobody is said to have met."""
    assert rows(f"Diary\n\n| Date | What happened |\n| --- | --- |\n| 3 March | {cell} |\n") == []


def test_months_and_years_open_the_entries_of_a_diary(rows: Callable[[str], list[Row]]) -> None:
    """ "October: ..." and "August 1995: ..." are days of a log as well, coarse as they are."""
    text = (
        "CONTACTS BETWEEN SUDAN AND THE SPLM\n\n"
        "- October: a first round at Machakos.\n"
        "- August 1995: Sudan and the SPLM meet in Nairobi.\n"
        "- 1997: talks in Khartoum.\n"
    )
    assert [(place, day) for _, place, day, _ in rows(text)] == [
        ("Machakos", "2023-10-01"),
        ("Nairobi", "1995-08-01"),
        ("Khartoum", "1997-01-01"),
    ]
