"""Notes of record: signed, with a reason, never contradicting themselves; of several on one thing the latest stands."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from made import DAY, day

from goodoffices.record import InputError, Marking
from goodoffices.record.circle import circle_name, circle_names, walls_hold
from goodoffices.record.note import (
    NOTE_KINDS,
    AssessmentNote,
    AttemptNote,
    ConsultationNote,
    Note,
    NoteContent,
    RumourNote,
    SharedNote,
    StatusNote,
    make_note,
)
from goodoffices.record.standing import claims, latest
from goodoffices.record.verify import misnamed

STATUS = StatusNote(issue="detainees", status="agreed", source="a delegate", sealed=True)


def written(
    content: NoteContent, number: int = 0, *, rests_on: tuple[str, ...] = (), marking: Marking = Marking.CLEAR
) -> Note:
    """A note of Ana's, written on the day with this number."""
    return make_note(content, by="Ana", at=day(number), why="told", rests_on=rests_on, marking=marking)


def test_a_note_is_named_by_what_it_says_and_who_says_it() -> None:
    """The id changes with the content, the writer, the time, the reason and the grounds, and not with the marking."""
    note = written(STATUS)
    still_open = StatusNote(issue="detainees", status="open", source="a delegate", sealed=True)
    others = [
        written(still_open),
        make_note(STATUS, by="Bo", at=DAY, why="told"),
        make_note(STATUS, by="Ana", at=DAY, why="read"),
        written(STATUS, 1),
        written(STATUS, rests_on=("r-1",)),
    ]
    assert len({note.id, *(each.id for each in others)}) == 6
    assert written(STATUS, marking=Marking.RED).id == note.id
    assert misnamed(note) is None
    assert misnamed(msgspec.structs.replace(note, by="Bo"))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (StatusNote(issue="weather", status="open", source="x"), "no issue 'weather'"),
        (StatusNote(issue="process", status="open", source=" "), "source"),
        (StatusNote(issue="process", status="open", source="x", sealed=True, text="leak"), "sealed"),
        (RumourNote(claim="x", status="refuted"), "needs the correction"),
        (RumourNote(claim="x", status="corrected"), "needs the correction"),
        (AssessmentNote(text="x", confidence="low"), "must name"),
        (SharedNote(to="x"), "must be named"),
    ],
)
def test_what_contradicts_itself_is_no_note(content: NoteContent, problem: str) -> None:
    """A sealed status has no content, a refutation has its correction, an assessment its grounds."""
    with pytest.raises(InputError, match=problem):
        written(content)


@pytest.mark.parametrize(("by", "why"), [("", "told"), ("Ana", " ")])
def test_a_note_is_signed_with_a_reason(by: str, why: str) -> None:
    """Nobody's word, or a word without a reason, is not kept."""
    with pytest.raises(InputError, match="needs the name"):
        make_note(STATUS, by=by, at=DAY, why=why)


def test_a_note_rests_on_what_its_content_names() -> None:
    """The claim and the correction of a rumour, and what was shared, are grounds without being named twice."""
    rumour = RumourNote(claim="x", about="s-1", status="refuted", correction="s-2")
    assert written(rumour, rests_on=("r-3", "s-1")).rests_on == ("r-3", "s-1", "s-2")
    assert written(SharedNote(to="EU", things=("r-1",))).rests_on == ("r-1",)


def test_the_latest_on_a_thing_stands() -> None:
    """Of one party on one subject the last answer, of one claim the last word; other things stay beside it."""
    objects = ConsultationNote(party="Women’s Forum", subject="Draft 3", answer="objects")
    endorses = ConsultationNote(party="the women's forum", subject="draft 3", answer="endorses")
    other = ConsultationNote(party="Women’s Forum", subject="Draft 4", answer="abstains")
    attempt = AttemptNote(what="a truce", tried_by="Norway", outcome="failed")
    contents: list[NoteContent] = [objects, other, attempt, endorses]
    notes = [written(each, number) for number, each in enumerate(contents)]
    assert [each.content for each in latest(notes)] == [other, attempt, endorses]


def test_a_claim_is_known_by_the_latest_word_on_it() -> None:
    """What is known of a claim is found by the id of what makes it; a claim that only goes about has none."""
    first = written(RumourNote(claim="x", about="s-1"), 0)
    second = written(RumourNote(claim="x", about="s-1", status="refuted", text="not so"), 1)
    loose = written(RumourNote(claim="y"), 2)
    assert claims([first, second, loose]) == {"s-1": second}


def test_every_kind_has_a_name() -> None:
    """The kinds are those of the contents."""
    assert {str(each.__struct_config__.tag) for each in get_args(NoteContent)} == set(NOTE_KINDS)


def test_circles_are_compared_without_case_and_spaces() -> None:
    """A circle has one name however it is written; a name needs a word."""
    assert circle_name("  Security \t Track") == "security track"
    assert circle_names(["B", "a", "b "]) == ("a", "b")
    with pytest.raises(InputError, match="needs a name"):
        circle_name(" ")


def test_walls_hold_for_all_but_the_keepers() -> None:
    """RED without a circle is the keepers of the case; every other audience stands before the walls."""
    assert [walls_hold(each, ()) for each in Marking] == [True, True, True, True, False]
    assert walls_hold(Marking.RED, ("a",))
