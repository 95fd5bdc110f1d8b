"""Walls: what is confined to a party or track does not exist for those outside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import day, report, statements

from goodoffices.record import Marking, NotInCase, Verdict, make_judgement
from goodoffices.record.export import export_case, import_case
from goodoffices.record.note import AttemptNote, make_note
from goodoffices.record.store import Store, create_case
from goodoffices.record.verify import verify
from goodoffices.record.view import View

FIRST, SECOND = report(1), report(2)
SAID = statements(FIRST)[1].id


def fill(case: Store, *, second: bool = True) -> None:
    """Two reports (or the first alone), with a judgement and a note on the second."""
    case.add(FIRST, statements(FIRST), at=day(0))
    if second:
        case.add(SECOND, statements(SECOND), at=day(0))
        case.judge(make_judgement(statements(SECOND)[1].id, Verdict.CONFIRM, by="Ana", at=day(1), why="heard"))
        content = AttemptNote(what="a truce", tried_by="Norway", outcome="failed")
        case.note(make_note(content, by="Ana", at=day(1), why="read", rests_on=(SECOND.id,)))


def shown(view: View) -> str:
    """Write down everything that a view answers."""
    answers: list[object] = [view.lines(), view.statements(), view.judgements(), view.notes(), view.rejections()]
    answers += [view.search("bridge"), list(view.entries())]
    for thing in (SECOND.id, "r-nothing"):
        try:
            answers.append(view.report(thing))
        except NotInCase as error:
            answers.append(str(error).replace(thing, "it"))
    return repr(answers)


def reports(case: Store, *circles: str, audience: Marking = Marking.GREEN, number: int | None = None) -> list[str]:
    """The reports of a view for these circles."""
    view = case.view(audience, None if number is None else day(number), circles=circles)
    return [each.id for each in view.reports()]


def test_what_is_confined_does_not_exist_outside(new_place: Callable[[], str]) -> None:
    """To the letter, those outside the circle see a case that never held it: no count, no judgement, no note."""
    with create_case(new_place()) as walled, create_case(new_place()) as without:
        fill(walled)
        fill(without, second=False)
        walled.confine(SECOND.id, "security track", by="Ana", why="given there", at=day(2))
        for audience in Marking:
            for circles in ([], ["Arvenia"], ["Arvenia", "humanitarian track"]):
                if audience is Marking.RED and not circles:
                    continue  # the keepers
                views = [each.view(audience, circles=circles) for each in (walled, without)]
                first, second = (
                    shown(each).replace(case.name, "") for each, case in zip(views, (walled, without), strict=True)
                )
                assert first == second


def test_members_and_keepers_see_over_the_wall(case: Store) -> None:
    """A member of any of its circles sees it; so do the keepers; its marking holds for members too."""
    fill(case)
    case.confine(SECOND.id, "Security Track", by="Ana", why="given there", at=day(2))
    case.confine(SECOND.id, "Arvenia", by="Ana", why="told", at=day(2))
    assert reports(case) == reports(case, "belmark") == [FIRST.id]
    assert reports(case, "SECURITY  track") == reports(case, "belmark", "arvenia") == [FIRST.id, SECOND.id]
    assert reports(case, audience=Marking.RED) == [FIRST.id, SECOND.id]
    case.mark(SECOND.id, Marking.AMBER, at=day(3))
    assert reports(case, "arvenia") == [FIRST.id]


def test_a_wall_can_be_lifted_and_is_replayed(case: Store) -> None:
    """Before, during and after are each shown as they were; out of its last circle it is open to all."""
    fill(case)
    case.confine(SECOND.id, "a", by="Ana", why="x", at=day(2))
    case.confine(SECOND.id, "b", by="Ana", why="x", at=day(3))
    case.confine(SECOND.id, "a", confined=False, by="Ana", why="x", at=day(4))
    case.confine(SECOND.id, "b", confined=False, by="Ana", why="x", at=day(5))
    seen = {
        name: [len(reports(case, *circles, number=n)) for n in (1, 2, 3, 4, 5)] for name, circles in CIRCLES.items()
    }
    assert seen == {"none": [2, 1, 1, 1, 2], "a": [2, 2, 2, 1, 2], "b": [2, 1, 2, 2, 2]}


CIRCLES: dict[str, tuple[str, ...]] = {"none": (), "a": ("a",), "b": ("b",)}


def test_a_statement_stands_behind_both_walls(case: Store) -> None:
    """Its own and its report's: who is in one circle of two that do not overlap does not see it."""
    fill(case)
    case.confine(FIRST.id, "a", by="Ana", why="x", at=day(2))
    case.confine(SAID, "b", by="Ana", why="x", at=day(2))
    held = {
        names: SAID in {s.id for s in case.view(Marking.GREEN, circles=names).statements()}
        for names in ((), ("a",), ("b",), ("a", "b"))
    }
    assert held == {(): False, ("a",): False, ("b",): False, ("a", "b"): True}


def test_an_export_for_a_circle_is_a_case_of_its_own(case: Store, new_place: Callable[[], str]) -> None:
    """It says for which circle it is, holds what the circle may see, and tells of no wall."""
    fill(case)
    case.confine(SECOND.id, "Security Track", by="Ana", why="x", at=day(2))
    lines = list(export_case(case, audience=Marking.GREEN, circles=["Security Track"]))
    assert b'"circles":["security track"]' in lines[0]
    assert not any(b'"entry":"wall"' in line for line in lines)
    with create_case(new_place()) as copy:
        import_case(copy, lines, where="case.jsonl")
        assert reports(copy) == [FIRST.id, SECOND.id]
        assert len(copy.view(Marking.GREEN).notes()) == 1
        assert verify(copy).faults == ()


def test_nothing_that_is_not_there_is_confined(case: Store) -> None:
    """A wall around nothing is refused."""
    with pytest.raises(NotInCase):
        case.confine("r-nothing", "a", by="Ana", why="x", at=day(2))


STEPS = st.lists(st.tuples(st.sampled_from("ab"), st.booleans()), max_size=6)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, circles=st.sets(st.sampled_from("abc")))
def test_a_view_is_what_replaying_the_walls_gives(
    new_place: Callable[[], str], steps: list[tuple[str, bool]], circles: set[str]
) -> None:
    """After any history, a thing is shown where no wall stands, or one of the circle's."""
    with create_case(new_place()) as case:
        case.add(FIRST, at=day(0))
        for number, (circle, confined) in enumerate(steps, start=1):
            case.confine(FIRST.id, circle, confined=confined, by="Ana", why=str(number), at=day(number))
        for number in range(len(steps) + 1):
            standing = {circle for circle, confined in dict(steps[:number]).items() if confined}
            expected = not standing or bool(standing & circles)
            assert bool(reports(case, *circles, number=number)) is expected
