"""Counts in prose: what a number counts, in sentences of our own in the manner of several missions."""

from __future__ import annotations

import pytest

from goodoffices.watch.prose import KINDS, Count, counts_in_prose

# Each row: a sentence and what is to be found in it, as (count, kind, area, period).
_SENTENCES = [
    (
        "Between 3 and 16 March it saw 1,204 violations, including 310 explosions, against 990 and 275 in May.",
        [
            (1204, "violation", None, "Between 3 and 16 March"),
            (310, "explosion", None, "Between 3 and 16 March"),
            (990, "violation", None, "May"),
            (275, "explosion", None, "May"),
        ],
    ),
    (
        "The Mission recorded 512 violations: 300 in Harbour region and 212 in the Hill district.",
        [
            (512, "violation", None, None),
            (300, "violation", "Harbour region", None),
            (212, "violation", "the Hill district", None),
        ],
    ),
    (
        "Its freedom of movement was restricted 41 times, including 37 instances in non-government-controlled areas.",
        [(41, "restriction", None, None), (37, "restriction", "non-government-controlled areas", None)],
    ),
    (
        "Drones saw jamming on 60 occasions, including nine on long flights, while flying on both sides of the line.",
        [
            (60, "interference", "on both sides of the line", None),
            (9, "interference", "on both sides of the line", None),
        ],
    ),
    (
        "The team confirmed two civilian casualties: a man injured in Upper Ford and a woman killed near Old Mill.",
        [
            (2, "casualty", None, None),
            (1, "injured", "Upper Ford", None),
            (1, "killed", "near Old Mill", None),
        ],
    ),
    (
        "This brings the number of civilian casualties since 1 January 2020 to 54 (seven deaths and 47 injuries).",
        [
            (54, "casualty", None, "since 1 January 2020"),
            (7, "killed", None, "since 1 January 2020"),
            (47, "injured", None, "since 1 January 2020"),
        ],
    ),
    (
        "On 8 May and 9 May the post logged 120 and almost 90 shots, respectively.",
        [(120, "fire", None, "8 May"), (90, "fire", None, "9 May")],
    ),
    (
        "It saw an anti-tank mine on a road near Stonebridge and about thirty-six mines in a field south of Weir.",
        [(1, "mine", "a road near Stonebridge", None), (36, "mine", "a field south of Weir", None)],
    ),
    (
        "For the first time it saw anti-tank mines near Lowwater (28), Pinecrest (about 1,900) and Quay (9).",
        [
            (28, "mine", "near Lowwater", None),
            (1900, "mine", "Pinecrest", None),
            (9, "mine", "Quay", None),
        ],
    ),
    (
        "Shelling damaged at least five houses in the village of El Roble.",
        [(5, "damage", "the village of El Roble", None)],
    ),
    ("UAVs were targeted four times, all but one in the south.", [(4, "fire", None, None)]),
    (
        "UNIFIL recorded 57 air violations in August, down from 63 in July.",
        [(57, "violation", None, "August"), (63, "violation", None, "July")],
    ),
    (
        "The Mechanism verified 21 incidents in Antioquia and four in Nariño between 1 January and 31 March 2017.",
        [
            (21, "other", "Antioquia", "between 1 January and 31 March 2017"),
            (4, "other", "Nariño", "between 1 January and 31 March 2017"),
        ],
    ),
    (
        "In Hodeidah city, 28 violations; in Ad Durayhimi, 35; in At Tuhayta, 41.",
        [
            (28, "violation", "Hodeidah city", None),
            (35, "violation", "Ad Durayhimi", None),
            (41, "violation", "At Tuhayta", None),
        ],
    ),
    (
        "Access was denied to the team six times in Tigray and once in Afar between 1 and 15 December 2022.",
        [
            (6, "restriction", "Tigray", "between 1 and 15 December 2022"),
            (1, "restriction", "Afar", "between 1 and 15 December 2022"),
        ],
    ),
    (
        "Two members of the armed forces were killed and another seven wounded near Kidal on 9 June 2023.",
        [(2, "killed", "near Kidal", "9 June 2023"), (7, "injured", "near Kidal", "9 June 2023")],
    ),
    ("A dozen rockets hit the airport overnight.", [(12, "fire", None, "overnight")]),
    ("The Mission saw nine tanks in the northern sector.", [(9, "weapon", "the northern sector", None)]),
    (
        "Over the past two weeks the monitors confirmed nine civilian casualties, one of whom was killed.",
        [(9, "casualty", None, "the past two weeks"), (1, "killed", None, "the past two weeks")],
    ),
]

_SILENT = [
    "The mission conducted 12 patrols and flew 35 sorties over 1,200 square kilometres.",
    "Article 12 prohibits weapons with a calibre of more than 100 mm within 25 km of the line.",
    "The 120mm mortar and the T-72 have a range of 7 km.",
    "The meeting on 3 March 2019 lasted five hours and 20 participants attended.",
    "More than half of all ceasefire violations were recorded in five hotspots.",
    "There was a 20 per cent increase in ceasefire violations compared with the previous week.",
    "A convoy of 24 trucks with 300 tonnes of aid crossed Route 60 at 10:15.",
    "Resolution 2202 of 17 February 2015 was recalled.",
    "The patrol stopped 300 metres from the explosion for 45 minutes.",
    "The total number of monitors is 412, with 226 of them in the east.",
    "Repairs bring water to 380,000 civilians and 1.2 million people.",
    "The crossing is open twice a week; once repairs end, daily.",
    "The team received 10 armoured vehicles from a donor.",
    "See Spot Report 14/2021 at www.example.org/12/explosions/45.",
    "The village (population 450) had no electricity for 17 days because of damage.",
    "On average, 30 violations a day were recorded; 12 explosions per night.",
    "Seven 60-year-old mills stand in Zone-5.",
]


def _facts(text: str) -> list[tuple[int, str, str | None, str | None]]:
    return [(one.count, one.kind, one.area, one.period) for one in counts_in_prose(text)]


@pytest.mark.parametrize(("sentence", "expected"), _SENTENCES, ids=range(len(_SENTENCES)))
def test_a_sentence_gives_its_counts_with_area_and_period(sentence: str, expected: list[tuple[object, ...]]) -> None:
    """Every count of the sentence is found, with its kind and with the words that say where and when."""
    assert _facts(sentence) == expected


@pytest.mark.parametrize("sentence", _SILENT)
def test_a_sentence_without_a_count_gives_none(sentence: str) -> None:
    """Distances, times, shares, names, dates, people served and patrols are no counts."""
    assert _facts(sentence) == []


def test_an_explicit_zero_is_a_count_of_zero() -> None:
    """ "No violations" says how many there were: none."""
    text = "It recorded no ceasefire violations inside the buffer zone. No injuries were reported."
    assert _facts(text) == [(0, "violation", "inside the buffer zone", None), (0, "injured", None, None)]


def test_what_is_compared_is_marked() -> None:
    """The count of the period before is a count of its own, and says so."""
    own, before = counts_in_prose("It saw 26 weapons, compared with 89 in the previous reporting period.")
    assert (own.compared, before.compared) == (False, True)
    assert before.period == "the previous reporting period"


def test_a_part_names_its_whole() -> None:
    """A count that is a part of another one says which, so that nobody adds them up."""
    whole, part = counts_in_prose("It recorded 40 violations, including six explosions.")
    assert whole.part_of is None
    assert part.part_of == whole.span


def test_a_blurred_number_says_how() -> None:
    """ "About", "at least" and "up to" are kept, and a range has both its ends."""
    text = "It heard about 30 explosions, at least five shots and up to nine bursts. It counted ten to fifteen shells."
    blurs = [(one.count, one.most, one.blur) for one in counts_in_prose(text)]
    assert blurs == [(30, None, "about"), (5, None, "at least"), (9, None, "at most"), (10, 15, "exact")]


def test_an_article_counts_people_and_mines_but_no_cause() -> None:
    """ "A man was killed" is one; "an explosion" alone, or as a cause, is no count."""
    assert [one.count for one in counts_in_prose("A man was killed near Weir.")] == [1]
    assert counts_in_prose("Windows broke after an explosion near a mine.") == []
    assert counts_in_prose("An explosion occurred near the patrol.") == []


def test_counts_join_over_a_semicolon_of_thousands() -> None:
    """Thousands are read with commas, points, thin spaces and spaces."""
    text = "It recorded 7,333 violations. It saw 3.250 mines. It heard 1 000 shots. It heard 2\u202f500 shots."
    assert [one.count for one in counts_in_prose(text)] == [7333, 3250, 1000, 2500]


def test_words_stand_in_the_text() -> None:
    """Every span of a count gives its words, and lies in its sentence."""
    text = "\n\n".join(sentence for sentence, _ in _SENTENCES)
    counts = counts_in_prose(text)
    assert counts
    for one in counts:
        _check_spans(text, one)


def _check_spans(text: str, one: Count) -> None:
    assert one.kind in KINDS
    assert one.sentence[0] <= one.span[0] < one.span[1] <= one.sentence[1]
    for words, span in ((one.area, one.area_span), (one.period, one.period_span)):
        assert (words is None) == (span is None)
        if span is not None:
            assert text[slice(*span)] == words
            assert one.sentence[0] <= span[0] < span[1] <= one.sentence[1]
