"""The order that the nine texts of the Minsk process ask for, and deadlocks put into each by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goodoffices.draft.check import check
from goodoffices.draft.sequence import Sequence, Wait, sequence
from goodoffices.draft.text import Document, parse_text

_TEXTS = Path(__file__).parents[4] / "shared" / "drafting" / "minsk"
_NAMES = ("1362", "1363", "1364", "2117", "2118", "2236", "2260", "2440", "930")

pytestmark = pytest.mark.skipif(not _TEXTS.exists(), reason="the texts in ../shared/drafting/minsk are not here")

_TWO_POINTS = """

{0}.

The joint patrols shall begin only after the demining brigades have been deployed.

{1}.

The demining brigades shall be deployed once the joint patrols have begun.

"""
_BY_NUMBER = """

{0}.

The registration of vehicles shall not start until point {1} has been implemented.

{1}.

A common market office shall be opened within 10 days after the completion of point {0}.

"""
_BULLETS = """

- agree that the exchange of all prisoners shall begin as soon as the checkpoints have been removed;

- agree that the checkpoints shall be removed upon completion of the exchange of all prisoners;

"""


def _read(name: str) -> str:
    return (_TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def _document(source: str) -> Document:
    return parse_text(source, plain=True, tolerant=True)


def _id(document: Document, number: str) -> str:
    return next(each.id for each in document.provisions if each.number == number)


def _waits_of(found: Sequence, provision: str) -> list[Wait]:
    return [each for each in found.waits if each.provision == provision]


def _with(name: str, block: str) -> str:
    """Put points of the next two numbers behind the last numbered point, or bullets before the last paragraph."""
    source = _read(name)
    numbers = list(re.finditer(r"(?m)^(\d{1,2})\.", source))
    if not numbers:
        cut = source.rstrip().rfind("\n\n")
        return source[:cut] + _BULLETS + source[cut:]
    last = int(numbers[-1][1])
    behind = re.search(r"\n\n(?=Participants|PARTICIPANTS|\*Offensive|The technical)", source[numbers[-1].end() :])
    cut = numbers[-1].end() + behind.start() if behind else len(source)
    return source[:cut] + block.format(last + 1, last + 2) + source[cut:]


@pytest.mark.parametrize("name", _NAMES)
def test_no_text_has_a_deadlock(name: str) -> None:
    """None of the nine texts makes its points wait for each other."""
    assert sequence(_document(_read(name))).cycles == ()


@pytest.mark.parametrize("name", _NAMES)
def test_words_of_waits_stand_where_they_say(name: str) -> None:
    """The words of a wait are the text at its span, white space made single."""
    source = _read(name)
    for wait in sequence(_document(source)).waits:
        assert re.sub(r"\s+", " ", source[wait.span[0] : wait.span[1]]) == wait.words


@pytest.mark.parametrize("block", [_TWO_POINTS, _BY_NUMBER])
@pytest.mark.parametrize("name", _NAMES)
def test_a_deadlock_put_in_by_hand_is_found(name: str, block: str) -> None:
    """Two points that wait for each other, by words or by numbers, are a deadlock with the words that make it."""
    source = _with(name, block)
    report = check(_document(source))
    assert len(report.sequence.cycles) == 1
    assert len(report.sequence.cycles[0].provisions) == 2
    [problem] = [each for each in report.problems if each.kind == "deadlock"]
    assert all(source[start:end].strip() for start, end in problem.spans)
    assert all(wait.words in problem.message for wait in report.sequence.cycles[0].waits)


@pytest.mark.parametrize(
    ("name", "old", "new", "numbers"),
    [
        (
            "1364",
            "Elections will be held",
            "Elections will be held only after full control of the state border has been reinstated,",
            {"9", "12"},
        ),
        (
            "1364",
            "Carrying out constitutional reform in Ukraine",
            "Once point 9 has been implemented, carrying out constitutional reform in Ukraine",
            {"9", "11"},
        ),
        ("1363", "inclusive national dialogue.", "inclusive national dialogue, after the local elections.", None),
        ("1362", "There is a ban on the use", "After point 9 has been carried out, there is a ban on the use", None),
        (
            "930",
            "Release of all hostages.",
            "Release of all hostages, after the disarmament of illegally armed groups.",
            None,
        ),
    ],
)
def test_one_point_made_to_wait(name: str, old: str, new: str, numbers: set[str] | None) -> None:
    """A point that waits for one that waits for it makes a deadlock; one that waits for a free point makes none."""
    source = _read(name)
    assert old in source
    document = _document(source.replace(old, new, 1))
    cycles = sequence(document).cycles
    if numbers is None:
        assert cycles == ()
    else:
        assert [{document[each].number for each in cycle.provisions} for cycle in cycles] == [numbers]


def test_the_border_waits_for_elections_settlement_and_reform() -> None:
    """Point 9 of the Package of Measures: its start, its end and its proviso, each with its words."""
    document = _document(_read("1364"))
    waits = _waits_of(sequence(document), _id(document, "9"))
    start = next(
        each for each in waits if "local elections" in each.event and each.part == "start" and each.kind == "after"
    )
    end = next(each for each in waits if each.part == "end")
    proviso = next(each for each in waits if each.kind == "proviso")
    assert start.words == "starting on day 1 after the local elections"
    assert start.target == _id(document, "12")
    assert end.words.startswith("ending after the comprehensive political settlement")
    assert proviso.words.startswith("provided that paragraph 11 has been implemented")
    assert proviso.target == _id(document, "11")


def test_nobody_verifies_what_the_border_waits_for() -> None:
    """Point 9 names nobody who says that its triggers have come, nor that it has been carried out."""
    document = _document(_read("1364"))
    problems = [each for each in check(document).problems if each.kind == "unverified-trigger"]
    [border] = [each for each in problems if _id(document, "9") in each.provisions]
    assert "nobody is named to verify" in border.message
    assert "paragraph 11" in border.message
    assert "settlement" in border.message


def test_the_settlement_is_due_by_the_end_of_the_year() -> None:
    """ "by the end of 2015" in points 9 and 11 is a last day of the calendar and no wait."""
    document = _document(_read("1364"))
    found = sequence(document)
    due = {document[each.provision].number for each in found.deadlines if each.clock == "calendar"}
    assert due == {"9", "11"}
    assert not any("2015" in each.waits_for[:20] for each in found.waits)


@pytest.mark.parametrize("name", ["1363", "2117", "2118", "2236", "2260", "930"])
def test_texts_that_only_declare_wait_for_nothing(name: str) -> None:
    """Lists of measures and recommitments order nothing after anything."""
    assert [each for each in sequence(_document(_read(name))).waits if each.holds_up] == []
