"""What an audience may not see does not exist for it, in any answer of a store."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import day, report, statements

from goodoffices.record import InputError, Marking, NotInCase, Rejection, Verdict, content_id, make_judgement
from goodoffices.record.entry import StatementEntry
from goodoffices.record.store import Store, create_case, open_case
from goodoffices.record.view import View

AUDIENCES = list(Marking)


def shown(view: View, secret_ids: tuple[str, ...] = ()) -> str:
    """Write down everything that a view answers, errors included."""
    answers: list[object] = [
        view.reports(),
        view.lines(),
        view.statements(),
        view.statements(kind="position"),
        view.judgements(),
        view.rejections(),
        [view.search(words, limit=limit) for words in ("bridge", '"point 1"', "secret") for limit in (1, 2, 50)],
        list(view.entries()),
        [view.statements(report=each) for each in secret_ids],
    ]
    for ask, thing in itertools.product((view.report, view.statement, view.judgement), secret_ids):
        try:
            answers.append(ask(thing))
        except NotInCase as error:
            answers.append(str(error))
    return repr(answers)


def fill(case: Store, *, secret: Marking | None) -> tuple[str, ...]:
    """Fill a case with what is open and, where `secret` is given, with things of that marking; return their ids."""
    secrets: list[str] = []
    for number in range(4):
        made = report(
            number, words="secret" if number % 2 else "", marking=secret if number % 2 and secret else Marking.CLEAR
        )
        if number % 2 and secret is None:
            continue
        case.add(made, statements(made), at=day(number), rejections=[Rejection(f"s of {number}", "not borne out")])
        secrets += [made.id, *(each.id for each in statements(made))] if number % 2 else []
    target = statements(report(0))[1].id
    case.judge(make_judgement(target, Verdict.CONFIRM, by="Ana", at=day(5), why="open"))
    if secret:
        restricted = make_judgement(target, Verdict.REJECT, by="Bo", at=day(6), why="secret", marking=secret)
        mixed = make_judgement(
            content_id("f", 1), Verdict.CONFIRM, by="Bo", at=day(6), statements=(target, secrets[1]), why="on both"
        )
        back = make_judgement(restricted.id, Verdict.RETRACT, by="Bo", at=day(7), why="secret too")
        for each in (restricted, mixed, back):
            case.judge(each)
            secrets.append(each.id)
        alone = msgspec.structs.replace(statements(report(0), 5)[4], marking=secret)
        case.extend(report(0).id, [alone], at=day(8))
        case.reject(Rejection("secret.pdf", "it is broken"), at=day(8), marking=secret)
        secrets.append(alone.id)
    return tuple(secrets)


@pytest.mark.parametrize("secret", AUDIENCES[1:])
def test_what_may_not_be_seen_does_not_exist(new_place: Callable[[], str], secret: Marking) -> None:
    """Every answer to those who may not see it is, to the letter, that of a case that never held it."""
    with create_case(new_place()) as holding, create_case(new_place()) as bare:
        ids = fill(holding, secret=secret)
        fill(bare, secret=None)
        for audience in AUDIENCES:
            full = shown(holding.view(audience), ids).replace(holding.name, "")
            poor = shown(bare.view(audience), ids).replace(bare.name, "")
            assert (full == poor) == (not audience.may_see(secret)), audience


def test_the_stricter_of_statement_and_report_holds(case: Store) -> None:
    """A statement is shown as its own marking and its report's both allow, and carries the stricter."""
    for number, (of_report, own) in enumerate(itertools.product(AUDIENCES, repeat=2)):
        made = report(number, marking=of_report)
        one = msgspec.structs.replace(statements(made)[0], marking=own)
        case.add(made, [one], at=day(0))
        stricter = max(of_report, own, key=lambda marking: marking.rank)
        for audience in AUDIENCES:
            found = case.view(audience).statements(report=made.id)
            assert [each.marking for each in found] == ([stricter] if audience.may_see(stricter) else [])


def test_a_report_marked_anew_takes_its_statements_along(case: Store) -> None:
    """Statements and judgements come and go with the marking of the report that they stand in."""
    made = report(1)
    case.add(made, statements(made), at=day(0))
    case.judge(make_judgement(statements(made)[0].id, Verdict.CONFIRM, by="Ana", at=day(1)))
    case.mark(made.id, Marking.AMBER_STRICT, at=day(2))
    view = case.view(Marking.AMBER)
    assert (view.statements(), view.judgements()) == ((), ())
    assert {each.marking for each in case.view(Marking.RED).judgements()} == {Marking.AMBER_STRICT}
    assert len(case.view(Marking.AMBER, day(1)).judgements()) == 1


def test_a_judgement_is_as_restricted_as_what_it_rests_on(case: Store) -> None:
    """The marking that a judgement is shown with is the strictest of its own and all that it rests on."""
    made = report(1, marking=Marking.GREEN)
    one = msgspec.structs.replace(statements(made)[0], marking=Marking.AMBER)
    case.add(made, [one], at=day(0))
    case.judge(make_judgement(one.id, Verdict.CONFIRM, by="Ana", at=day(1)))
    assert case.view(Marking.GREEN).judgements() == ()
    assert case.view(Marking.AMBER).judgements()[0].marking is Marking.AMBER


def test_an_export_for_an_audience_tells_no_history(case: Store) -> None:
    """Entries of a view have the markings that hold, without who gave which before."""
    made = report(1, marking=Marking.RED)
    case.add(made, statements(made), at=day(0))
    case.mark(made.id, Marking.GREEN, by="Ana", why="published", at=day(1))
    entries = list(case.view(Marking.GREEN).entries())
    assert {each.statement.marking for each in entries if isinstance(each, StatementEntry)} == {Marking.GREEN}
    assert "RED" not in repr(entries)
    assert "published" not in {getattr(each, "why", "") for each in entries}


CHANGES = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 3), st.sampled_from(AUDIENCES), st.integers(0, 5)), max_size=12
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES, audience=st.sampled_from(AUDIENCES), as_of=st.integers(0, 6))
def test_a_view_is_what_replaying_the_history_gives(
    case: Store, changes: list[tuple[int, int, Marking, int]], audience: Marking, as_of: int
) -> None:
    """Whatever is marked when, a view shows what a plain replay of the markings up to its moment allows."""
    first = len(case.view(Marking.RED).lines())  # the case is the same for all examples, the reports are not
    made = [report(first + number) for number in range(3)]
    held: dict[str, list[tuple[int, int, Marking]]] = {}
    for each in made:
        case.add(each, statements(each), at=day(0))
    for order, (number, part, marking, when) in enumerate(changes):
        target = [made[number].id, *(each.id for each in statements(made[number]))][part]
        case.mark(target, marking, at=day(when), by=str(order))
        held.setdefault(target, []).append((when, order, marking))

    def holds(target: str) -> Marking:
        known = [each for each in held.get(target, []) if each[0] <= as_of]
        return max(known, key=lambda each: each[:2])[2] if known else Marking.CLEAR

    view = case.view(audience, day(as_of))
    for each in made:
        seen = audience.may_see(holds(each.id))
        assert (each.id in {line.report.id for line in view.lines()}) == seen
        expected = {one.id for one in statements(each) if seen and audience.may_see(holds(one.id))}
        assert {one.id for one in view.statements(report=each.id)} == expected


def test_no_search_without_a_word(case: Store) -> None:
    """A search for nothing is refused with a word on it."""
    for nothing in ("", "  ", '""', "*", "!?"):
        with pytest.raises(InputError, match="no word"):
            case.view(Marking.RED).search(nothing)


def test_every_answer_survives_reopening(place: str) -> None:
    """What a view shows does not rest on the program that wrote it still running."""
    with open_case(place) as case:
        ids = fill(case, secret=Marking.AMBER)
        before = [shown(case.view(audience), ids) for audience in AUDIENCES]
    with open_case(place) as case:
        assert [shown(case.view(audience), ids) for audience in AUDIENCES] == before
