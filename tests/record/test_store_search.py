"""Searching: the same answers from every store."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import DAY

from goodoffices.record import Marking, Report, make_report
from goodoffices.record.store import Store
from goodoffices.record.words import folded_words, places, sought


def text_report(text: str, number: int = 0, title: str = "Untitled") -> Report:
    """A report with this text."""
    published = dt.date(2026, 1, 1) + dt.timedelta(days=number) if number else None
    return make_report(text, path=f"{number}.txt", title=title, published=published)


def found(case: Store, words: str) -> list[str]:
    """The texts that a search finds, in its order."""
    return [hit.report.text for hit in case.view(Marking.RED).search(words)]


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("elysee", True),
        ("ÉLYSÉE", True),
        ("ukraines president", False),
        ("Ukraine's", True),
        ("guarantees security", True),
        ('"security guarantees"', True),
        ('"guarantees security"', False),
        ("guarant*", True),
        ("guarant", False),
        ('"security guar*"', True),
        ('"security guar"', False),
        ("security absent", False),
        ("28", True),
        ("2", False),
        ("straße", True),
        ("STRASSE", True),
        ("הסכם", True),
        ("O'Brien", True),
        ("a_b", True),
        ("' OR 1=1 --", False),
        ("NOT security", False),
        ("security NEAR", False),
        ("!security:|&()", True),
    ],
)
def test_words_are_found_whatever_their_dress(case: Store, words: str, finds: bool) -> None:  # noqa: FBT001
    """Case and accents make no difference, rows of words and open endings count, and no word is an operator."""
    text = "The E\u0301lysée on Ukraine’s security guarantees: 28 points. Straße. הֶסְכֵּם. O’Brien, a_b."
    case.add(text_report(text), at=DAY)
    assert found(case, words) == ([text] if finds else [])


def test_the_newest_come_first_and_the_undated_last(case: Store) -> None:
    """The order rests on the reports' days alone; a limit cuts its end off."""
    for number in (2, 0, 3, 1):
        case.add(text_report(f"peace {number}", number), at=DAY)
    assert found(case, "peace") == ["peace 3", "peace 2", "peace 1", "peace 0"]
    assert [hit.report.text for hit in case.view(Marking.RED).search("peace", limit=2)] == ["peace 3", "peace 2"]


def test_a_hit_shows_the_first_place_of_each_word(case: Store) -> None:
    """The evidence of a hit is in the text, in its order; words of the title alone have none."""
    case.add(text_report("One point. A second point on the Donbas.", title="Talks in Lindholm"), at=DAY)
    (hit,) = case.view(Marking.RED).search('donbas lindholm "second point" point')
    assert [span.quote for span in hit.evidence] == ["point", "second point", "Donbas"]


def test_a_long_report_is_found_by_any_word(case: Store) -> None:
    """A report of more words than a page of an index holds is found by its last word, and by a row over the border."""
    words = [f"w{number}" for number in range(25_000)]
    case.add(text_report(" ".join([*words, "needle"])), at=DAY)
    for asked in ("needle", "w0 needle", '"w9999 w10000"', '"w19998 w19999 w20000 w20001"', "w2499*"):
        assert len(found(case, asked)) == 1, asked
    assert found(case, '"w9999 w10001"') == []


def test_one_word_a_million_times(case: Store) -> None:
    """A hostile text is indexed and searched as any other."""
    case.add(text_report("peace " * 1_000_000 + "x" * 5000), at=DAY)
    assert len(found(case, "peace")) == 1
    assert len(found(case, "x" * 5000)) == 1
    assert found(case, "war") == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60).filter(lambda text: text.isprintable() and folded_words(text)), data=st.data())
def test_every_word_of_a_text_finds_it(case: Store, text: str, data: st.DataObject) -> None:
    """Any word, and any row of words, finds the report that it was taken from."""
    row = folded_words(text)
    start = data.draw(st.integers(0, len(row) - 1))
    asked = '"' + " ".join(row[start : start + 3]) + '"'
    case.add(text_report(text), at=DAY)
    assert text in [hit.report.text for hit in case.view(Marking.RED).search(asked, limit=1000)]


@given(text=st.text(alphabet="ab é.ß’-", max_size=40).filter(folded_words), data=st.data())
def test_places_are_where_the_words_stand(text: str, data: st.DataObject) -> None:
    """Each place folds to what was asked for, and there is none before it."""
    row = folded_words(text)
    start = data.draw(st.integers(0, len(row) - 1))
    asked = sought('"' + " ".join(row[start : start + 2]) + '"')
    ((begin, end),) = places(text, asked)
    assert tuple(folded_words(text[begin:end])) == asked[0].words
    assert places(text[: end - 1], asked) == () or places(text[: end - 1], asked) != ((begin, end),)
