"""Notes in every kind of store: kept, replayed, shown to those who may see all that they rest on, proved and moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from made import DAY, day, report, statements

from goodoffices.record import Marking, NotInCase
from goodoffices.record.export import export_case, import_case
from goodoffices.record.note import AssessmentNote, ConsultationNote, Note, RumourNote, SharedNote, make_note
from goodoffices.record.standing import was_shown
from goodoffices.record.store import Store, create_case
from goodoffices.record.verify import verify

FIRST, SECOND = report(1), report(2)
CLAIM, CORRECTION = statements(FIRST)[1].id, statements(SECOND)[1].id
ASKED = ConsultationNote(party="Farmers", subject="draft 2", answer="objects", text="the land")


def fill(case: Store) -> None:
    """Two reports, the second of them AMBER."""
    case.add(FIRST, statements(FIRST), at=day(0))
    case.add(SECOND, statements(SECOND), at=day(0))
    case.mark(SECOND.id, Marking.AMBER, at=day(0))


def refutation(number: int = 2) -> Note:
    """A note that refutes a claim of the first report with a statement of the second."""
    content = RumourNote(claim="point 0", about=CLAIM, status="refuted", correction=CORRECTION)
    return make_note(content, by="Ana", at=day(number), why="the ministry says so")


def ids(case: Store, audience: Marking = Marking.RED, number: int | None = None) -> list[str]:
    """The notes of a view."""
    return [each.id for each in case.view(audience, None if number is None else day(number)).notes()]


def test_a_note_is_kept_once_and_replayed(case: Store) -> None:
    """The same note twice is one; before it was learned it is not there; a kind can be asked for."""
    note = make_note(ASKED, by="Ana", at=day(1), why="minutes")
    assert case.note(note, at=day(3))
    assert not case.note(note, at=day(4))
    assert ids(case, number=2) == []
    assert ids(case, Marking.CLEAR, number=3) == [note.id]
    view = case.view(Marking.RED)
    assert view.note(note.id) == note
    assert view.notes("consultation") == (note,)
    assert view.notes("rumour") == ()


def test_a_note_rests_on_what_is_there(case: Store) -> None:
    """Nothing is kept that rests on what the case does not hold."""
    with pytest.raises(NotInCase, match="on which the note would rest"):
        case.note(refutation())
    assert ids(case) == []


def test_a_note_is_as_restricted_as_its_grounds(case: Store) -> None:
    """Who may not see the correction sees no note; who may, sees the note as restricted as the correction."""
    fill(case)
    note = refutation()
    case.note(note)
    assert ids(case, Marking.GREEN) == []
    assert case.view(Marking.AMBER).note(note.id).marking is Marking.AMBER
    case.mark(CORRECTION, Marking.RED, at=day(4))
    assert ids(case, Marking.AMBER) == []
    assert ids(case, Marking.AMBER, number=3) == [note.id]
    with pytest.raises(NotInCase):
        case.view(Marking.AMBER).note(note.id)


def test_a_note_on_a_note_is_as_restricted_as_both(case: Store) -> None:
    """What the other note rests on counts too, now and when it is retired later."""
    fill(case)
    first = refutation()
    case.note(first)
    content = AssessmentNote(text="they differ", confidence="low", caveats=("one source",))
    second = make_note(content, by="Bo", at=day(3), why="both", rests_on=(first.id,))
    case.note(second)
    assert ids(case, Marking.GREEN) == []
    assert ids(case, Marking.AMBER) == [first.id, second.id]
    assert case.view(Marking.AMBER).note(second.id).marking is Marking.AMBER
    case.retire(SECOND.id, by="Bo", why="a hoax", at=day(5))
    assert ids(case) == []
    assert ids(case, number=4) == [first.id, second.id]


def test_a_note_is_marked_and_retired_like_all_else(case: Store) -> None:
    """From then on, not before; and it comes back."""
    note = make_note(ASKED, by="Ana", at=day(1), why="minutes")
    case.note(note)
    case.mark(note.id, Marking.RED, at=day(2), by="Ana", why="in confidence")
    case.retire(note.id, by="Ana", why="misheard", at=day(3))
    case.restore(note.id, by="Bo", why="it was right", at=day(4))
    assert [len(ids(case, Marking.AMBER, number)) for number in (0, 1, 2, 3, 4)] == [0, 1, 0, 0, 0]
    assert [len(ids(case, Marking.RED, number)) for number in (0, 1, 2, 3, 4)] == [0, 1, 1, 0, 1]


def test_the_log_of_what_was_shared_is_for_the_keepers(case: Store) -> None:
    """No audience but the keepers sees who else was shown something, whatever its marking."""
    fill(case)
    case.note(make_note(SharedNote(to="EU", audience=Marking.GREEN, as_of=day(1)), by="Ana", at=day(1), why="asked"))
    assert len(ids(case)) == 1
    assert ids(case, Marking.AMBER_STRICT) == []
    assert case.view(Marking.RED, circles=["eu"]).notes() == ()


def test_what_was_shown_can_be_shown_again(case: Store) -> None:
    """A claim to have been told is checked against the view of then, not of now."""
    fill(case)
    as_green = SharedNote(to="EU", audience=Marking.GREEN, as_of=day(1))
    briefing = SharedNote(to="UN", things=(SECOND.id,))
    shared = [make_note(each, by="Ana", at=day(1), why="asked") for each in (as_green, briefing)]
    case.mark(SECOND.id, Marking.CLEAR, at=day(2))
    case.retire(FIRST.id, by="Bo", why="a hoax", at=day(2))
    assert was_shown(case, shared, FIRST.id) == (True, False)
    assert was_shown(case, shared, SECOND.id) == (False, True)
    assert was_shown(case, shared, CORRECTION) == (False, True)


def test_the_log_outlives_what_was_shared(case: Store, new_place: Callable[[], str]) -> None:
    """What is retired after it was shown stays in the log, and can still be asked for; no export for others has it."""
    fill(case)
    case.note(make_note(SharedNote(to="UN", things=(FIRST.id,)), by="Ana", at=day(1), why="asked"))
    case.retire(FIRST.id, by="Bo", why="a hoax", at=day(2))
    shared = case.view(Marking.RED).notes("shared")
    assert len(shared) == 1
    assert was_shown(case, shared, CLAIM) == (True,)
    with create_case(new_place()) as copy:
        import_case(copy, export_case(case, audience=Marking.RED), where="case.jsonl")
        assert ids(copy) == []
    with create_case(new_place()) as copy:
        import_case(copy, export_case(case), where="case.jsonl")
        assert len(ids(copy)) == 1


def test_notes_and_walls_are_moved_whole(case: Store, new_place: Callable[[], str]) -> None:
    """Export, import, export: the same bytes, every view the same, and no fault."""
    fill(case)
    note = refutation()
    case.note(note, at=day(3))
    case.note(make_note(ASKED, by="Ana", at=day(3), why="minutes", day=DAY.date(), rests_on=(note.id,)))
    case.confine(FIRST.id, "Security Track", by="Ana", why="given there", at=day(4))
    case.confine(note.id, "Arvenia", by="Ana", why="theirs", at=day(4))
    case.confine(note.id, "Arvenia", confined=False, by="Ana", why="open now", at=day(5))
    case.retire(note.id, by="Bo", why="misread", at=day(6))
    lines = list(export_case(case))
    with create_case(new_place()) as copy:
        assert import_case(copy, lines, where="case.jsonl").notes == 2
        assert list(export_case(copy)) == lines
        assert verify(copy).faults == verify(case).faults == ()
        for audience in Marking:
            for circles in ([], ["security track"]):
                for number in range(7):
                    views = [each.view(audience, day(number), circles=circles) for each in (case, copy)]
                    assert list(views[0].entries()) == list(views[1].entries())


def test_an_export_for_an_audience_holds_its_notes_alone(case: Store, new_place: Callable[[], str]) -> None:
    """It is a whole case of its own: what a note rests on is in it."""
    fill(case)
    note = refutation()
    case.note(note)
    for audience, held in ((Marking.GREEN, []), (Marking.AMBER, [note.id])):
        with create_case(new_place()) as copy:
            import_case(copy, export_case(case, audience=audience), where="case.jsonl")
            assert ids(copy) == held
            assert verify(copy).faults == ()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("DELETE FROM note_rests_on", "table of grounds does not hold"),
        ("UPDATE note SET kind = 'status'", "column 'kind'"),
        ("UPDATE note SET content = replace(content, 'Ana', 'Bob')", "not the hash"),
        ("UPDATE wall SET circle = 'all'", "column 'circle'"),
        ("UPDATE wall SET confined = 0", "column 'confined'"),
    ],
)
def test_what_is_changed_is_found(case: Store, change: str, problem: str) -> None:
    """`verify` finds a note or wall that somebody edited behind the program's back."""
    fill(case)
    case.note(refutation())
    case.confine(FIRST.id, "Security Track", by="Ana", why="given there", at=day(4))
    assert verify(case).faults == ()
    with case._engine.begin() as connection:  # type: ignore[attr-defined]  # noqa: SLF001  behind its back
        connection.execute(sa.text(change))
    assert any(problem in fault.problem for fault in verify(case).faults)
