"""What makes a wait, what makes none, what is a deadlock, and which deadlines do not fit."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.draft.sequence import Sequence, sequence, sequence_to_json
from goodoffices.draft.text import Point, parse_text


def _points(*texts: str) -> list[Point]:
    points, at = [], 0
    for number, text in enumerate(texts, 1):
        points.append(Point(str(number), str(number), text, at, at + len(text)))
        at += len(text) + 2
    return points


def _of(*texts: str) -> Sequence:
    return sequence(_points(*texts))


@pytest.mark.parametrize(
    "text",
    [
        "The Parties call upon the Council to act within the framework of the Charter.",
        "The Parties shall take the following steps, agreed upon in the talks, once a week.",
        "Disputes shall be brought before the Court.",
        "Persons displaced after the war shall receive compensation.",
        "The Mission was set up after the elections and met in Vienna.",
        "Nothing in Article 2 shall apply subject to Article 5.",
        "Fuel shall be provided by the Fund.",
        "The Parties shall respect the memorandum concluded after the fighting of May 2014.",
        "The Commission shall be named after its founder.",
        "The Parties shall disarm by 31 March 2031.",
        "Applicants may apply provided that they have no criminal record.",
    ],
)
def test_words_that_order_nothing(text: str) -> None:
    """A cue that is part of another phrase, that tells which, or that only gives a date, makes no wait."""
    assert [each for each in _of(text, "The Court shall sit.").waits if each.holds_up] == []


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("Aid shall flow after the roads have been cleared.", "after", "start"),
        ("Aid shall flow within 10 days of the clearance of the roads.", "within", "start"),
        ("Aid shall flow no later than 10 days after the clearance of the roads.", "deadline", "term"),
        ("The curfew shall last until the roads have been cleared.", "until", "over"),
        ("Aid shall not flow until the roads have been cleared.", "after", "start"),
        ("Aid shall flow, provided that the roads have been cleared.", "proviso", "start"),
        ("Patrols shall continue, ending after the roads have been cleared.", "after", "end"),
        ("Aid shall flow simultaneously with the clearance of the roads.", "together", "start"),
    ],
)
def test_each_cue_has_its_sense(text: str, kind: str, part: str) -> None:
    """The cue says what waits, and for what: here always the second point."""
    [wait] = _of(text, "The roads shall be cleared.").waits
    assert (wait.provision, wait.target, wait.kind, wait.part) == ("1", "2", kind, part)


def test_before_turns_round() -> None:
    """ "A before B" makes B wait for A."""
    [wait] = _of("Maps shall be exchanged before the roads are cleared.", "The roads shall be cleared.").waits
    assert (wait.provision, wait.target) == ("2", "1")


def test_subject_names_the_one_that_waits() -> None:
    """A point may make another one wait."""
    [wait] = _of(
        "Guns shall be withdrawn.", "Aid shall flow.", "Point 1 shall begin after point 2 has been carried out."
    ).waits
    assert (wait.provision, wait.target) == ("1", "2")


def test_simultaneous_points_are_no_deadlock() -> None:
    """Two points that happen at the same time do not wait for each other."""
    found = _of(
        "Prisoners shall be released simultaneously with the withdrawal of guns.",
        "Guns shall be withdrawn simultaneously with the release of prisoners.",
    )
    assert len(found.waits) == 2
    assert found.cycles == ()


def test_simultaneous_points_carry_a_deadlock() -> None:
    """What is simultaneous with a thing waits for what that thing waits for."""
    found = _of(
        "Prisoners shall be released simultaneously with the withdrawal of guns.",
        "Guns shall be withdrawn after the roads have been cleared.",
        "The roads shall be cleared once the prisoners have been released.",
    )
    assert len(found.cycles) == 1


def test_what_lasts_until_an_event_does_not_wait_to_begin() -> None:
    """ "X continues until Y" and "Y after X has begun" is no deadlock; "Y once X is lifted" is one."""
    lasting = "The curfew shall continue until the troops have left."
    assert _of(lasting, "The troops shall leave after the start of the curfew.").cycles == ()
    assert len(_of(lasting, "The troops shall leave once the curfew has been lifted.").cycles) == 1


def test_terms_that_count_from_each_other_are_no_deadlock() -> None:
    """ "No later than" sets a last day and holds nobody up."""
    assert (
        _of(
            "Guns shall be withdrawn no later than 5 days after the release of prisoners.",
            "Prisoners shall be released no later than 5 days after the withdrawal of guns.",
        ).cycles
        == ()
    )


def test_deadlock_through_a_whole_and_its_part() -> None:
    """A part waits for what its whole waits for, and a whole is done when its parts are."""
    source = (
        "# Plan\n\n## Phase 1. Guns {#one}\n\n1. Guns shall be withdrawn after the elections. {#guns}\n\n"
        "## Phase 2. Votes {#two}\n\nPhase 2 shall begin upon completion of Phase 1.\n\n"
        "1. Elections shall be held. {#vote}\n"
    )
    [cycle] = sequence(parse_text(source)).cycles
    assert set(cycle.provisions) == {"guns", "two"}


def test_last_days_out_of_order() -> None:
    """What must come first may not have the later last day; the same in calendar days."""
    [misfit] = _of(
        "The roads shall be cleared within 10 days of signature.",
        "Aid shall flow within 5 days of signature, after the roads have been cleared.",
    ).misfits
    assert misfit.provisions == ("2", "1")
    assert (
        len(
            _of(
                "Guns shall be withdrawn by 1 May 2030.",
                "After the withdrawal of guns, aid shall flow by 3 April 2030.",
            ).misfits
        )
        == 1
    )
    assert (
        _of(
            "Guns shall be withdrawn by 1 May 2030.", "After the withdrawal of guns, aid shall flow by 3 June 2030."
        ).misfits
        == ()
    )


def test_a_named_verifier_is_enough() -> None:
    """A trigger that a body verifies is not reported; one that it only watches is, with the words."""
    waiting = "Aid shall flow after the roads have been cleared."
    roads = "The roads shall be cleared."
    assert len(_of(waiting, roads).unverified) == 1
    assert _of(waiting, roads, "The Commission shall verify the clearance of the roads.").unverified == ()
    [watched] = _of(waiting, roads, "The Commission shall observe the clearance of the roads.").unverified
    assert watched.watched


def test_form_for_machines() -> None:
    """Each wait has its provision, what for, words and span; cycles are lists of ids."""
    form = sequence_to_json(_of("Guns shall be withdrawn after point 2.", "Aid shall flow after point 1."))
    assert {"provision", "for", "words", "span"} <= set(form["waits"][0])
    assert form["waits"][0]["for"] == "2"
    assert sorted(form["cycles"][0]) == ["1", "2"]


def test_alternatives_are_read_each() -> None:
    """In a bracket every alternative is read, with its place in the source."""
    source = "# T\n\n1. Aid shall flow [A: after the elections | B: once the roads are open]. {#aid}\n"
    waits = sequence(parse_text(source)).waits
    assert [source[each.span[0] : each.span[1]] for each in waits] == ["after the elections", "once the roads are open"]


@given(
    st.lists(
        st.sampled_from(
            [
                "after",
                "until",
                "within 5 days of",
                "the elections",
                "shall",
                "point 1",
                "(",
                ")",
                ",",
                "be held",
                "not",
                ":",
            ]
        ),
        max_size=40,
    )
)
def test_any_words_are_read_without_error(words: list[str]) -> None:
    """Whatever stands together, the spans hold the words."""
    text = " ".join(words)
    for wait in _of(text, text).waits:
        whole = text + "  " + text
        assert " ".join(whole[wait.span[0] : wait.span[1]].split()) == wait.words


@pytest.mark.parametrize(
    "word",
    [
        "after ",
        "point 1, ",
        "(",
        "within 5 days of ",
        "a ",
        "A",
        "no later than ",
        "1.",
        "the the ",
        "Article 1 of the ",
        '"',
        "| ",
    ],
)
def test_one_word_repeated_takes_no_long_time(word: str) -> None:
    """A hostile text is read in time that grows with its length and not faster."""
    start = time.process_time()
    _of(word * (100_000 // len(word)))
    assert time.process_time() - start < 5


def test_clause_about_another_provision_makes_that_one_wait() -> None:
    """ "Returns under Article 9 shall be completed once ..." holds up Article 9, and so a deadlock is seen."""
    text = parse_text(
        "4. Elections shall be held once the return of refugees under Article 9 is completed. {#vote}\n\n"
        "9. Refugees may return. {#return}\n\n"
        "10. Returns under Article 9 shall be completed once the elections have been held. {#later}\n"
    )
    assert [set(each.provisions) for each in sequence(text).cycles] == [{"vote", "return"}]


def test_report_under_an_article_does_not_make_the_article_wait() -> None:
    """ "Observers under Article 2 shall report after ..." is the observers' own wait."""
    text = parse_text(
        "2. Observers may be sent. {#observers}\n\n3. Elections shall be held. {#vote}\n\n"
        "4. Observers under Article 2 shall report after the elections have been held. {#report}\n"
    )
    assert [(each.provision, each.target) for each in sequence(text).waits] == [("report", "vote")]


def test_taking_effect_upon_something_waits_for_it() -> None:
    """ "takes effect upon" is a wait with its words whole; "have effect upon" is none."""
    text = parse_text(
        "1. The amnesty takes effect upon the disarmament of the groups. {#amnesty}\n\n"
        "2. The groups shall disarm. {#disarm}\n\n3. This shall have no effect upon the disarmament. {#none}\n"
    )
    [wait] = sequence(text).waits
    assert (wait.provision, wait.target) == ("amnesty", "disarm")
    assert wait.words.startswith("takes effect upon")
