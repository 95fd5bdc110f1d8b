"""Near-duplicates: copies are found, other reports on the same event are not."""

from __future__ import annotations

import datetime as dt
import random
import time
import tracemalloc

from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.read.duplicates import near_duplicates
from goodoffices.record import Report, make_report

SENTENCES = """The two delegations met in Oslo for nine hours, and neither side would say who had asked for the pause.
A framework on the dam is ready, the mediator told reporters, but the annex on water rights is still in brackets.
Farmers downstream have waited three years for a timetable, and many of them no longer believe in one.
The lake provinces want a joint board with equal votes; the government offers observers and nothing more.
Soldiers left two of the five bridges last week, under a truce that neither capital has called by that name.
An exchange of prisoners planned for Friday was put off because the lists did not agree.
Neighbouring states pay for the monitors, who have counted eleven violations since the first of the month.
Nobody expects the dam to be the last question, since the census of the valley was never accepted by the south.
The envoy will travel to both capitals before the next round, which is planned for the middle of May.
Veterans of the first war marched in silence past the hotel, carrying the names of those still missing.""".splitlines()

SAME_EVENT = """Talks about the dam went on in Oslo on Tuesday behind closed doors, with little to show by nightfall.
"The annex on water rights is still in brackets," the mediator said on the steps of the hotel.
Analysts point out that the lake provinces have never before sent their own engineers to a round.
What the government calls observers, its critics call spectators at the gate of a power plant.
A diplomat who asked not to be named spoke of a mood better than the news that leaves the room.
Should the round fail, the truce at the bridges would be the first thing to go, residents fear.
In the markets of the valley the price of diesel rose by a tenth within the day.
The envoy is expected in both capitals, though no one could say in which order.""".splitlines()


def report(sentences: list[str], title: str, day: int | None = None) -> Report:
    """A report of these sentences."""
    published = dt.date(2026, 5, day) if day else None
    return make_report(f"{title}\n\n" + "\n\n".join(sentences), path=title, title=title, published=published)


ORIGINAL = report(SENTENCES, "Nine hours in Oslo", 4)
EDITED = [s.replace("said", "stated").replace("want", "demand").replace("two", "both") for s in SENTENCES]


def test_copies_are_found() -> None:
    """A copy with another title, one that was edited and one that was cut lead to the report published first."""
    retitled = report(SENTENCES, "No pause at the dam talks, say sources", 5)
    edited = report(EDITED, "Oslo: the longest day", 6)
    cut = report(SENTENCES[:4], "Delegations meet", 5)
    cut_from_the_top = report(SENTENCES[-4:], "Envoy to travel", 7)
    copies = [retitled, edited, cut, cut_from_the_top]
    assert near_duplicates([*copies, ORIGINAL]) == {copy.id: ORIGINAL.id for copy in copies}


def test_another_report_on_the_event_is_no_copy() -> None:
    """A shared place, mediator and quotation do not make two reports one source."""
    assert near_duplicates([ORIGINAL, report(SAME_EVENT, "Dam talks drag on", 4)]) == {}


def test_flashes_that_share_their_names_are_no_copies() -> None:
    """In one line the parties' names are most of the words; only the same line is a copy."""
    held = report(["Talks between the government and the lake provinces resume in Oslo"], "1", 4)
    ended = report(["Talks between the government and the lake provinces collapse in Oslo"], "2", 5)
    again = report(["Talks between the government and the lake provinces resume in Oslo"], "3", 5)
    assert near_duplicates([held, ended, again]) == {again.id: held.id}


def test_who_stands_for_the_others() -> None:
    """The one published first stands for all; one without a day comes after those with one, then the id decides."""
    undated, later = report(SENTENCES, "Undated"), report(SENTENCES, "Later", 9)
    assert near_duplicates([undated, later]) == {undated.id: later.id}
    other = report(SENTENCES, "Undated too")
    first, second = sorted([undated, other], key=lambda r: r.id)
    assert near_duplicates([undated, other]) == {second.id: first.id}


def test_little_or_nothing() -> None:
    """No report, one report and the same report twice have no copies; reports without words are none of each other."""
    assert near_duplicates([]) == {}
    assert near_duplicates([ORIGINAL, ORIGINAL]) == {}


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_order_changes_nothing(order: list[int]) -> None:
    """The same reports in any order give the same answer."""
    made = [ORIGINAL, report(EDITED, "b", 5), report(SENTENCES[:5], "c", 5), report(SAME_EVENT, "d", 4)]
    made += [report(SAME_EVENT[:4], "e", 6), report(SENTENCES[2:6], "f")]
    assert near_duplicates([made[at] for at in order]) == near_duplicates(made)


def test_many_reports_take_little() -> None:
    """Five hundred reports take seconds, and what is kept of each is some kilobytes."""
    dice = random.Random(3)  # noqa: S311  the same reports every time
    words = [
        f"{a}{b}"
        for a in ("balm", "corn", "dusk", "fern", "grit", "hail", "iris", "jade", "kelp", "lark")
        for b in range(200)
    ]

    def made() -> list[Report]:
        return [report([" ".join(dice.choices(words, k=300))], str(number), 4) for number in range(500)]

    start = time.perf_counter()
    tracemalloc.start()
    assert near_duplicates(iter(made())) == {}
    _, highest_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.perf_counter() - start < 60
    assert highest_bytes < 40_000_000


def test_one_word_a_million_times() -> None:
    """A text without end takes no more memory than its words."""
    endless = make_report("peace " * 500_000, path="a", title="a")
    start = time.perf_counter()
    assert near_duplicates([endless, ORIGINAL]) == {}
    assert time.perf_counter() - start < 10
