"""Pages tell nothing of what may not be seen, and take nothing that is asked for more than words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
import pytest
from made import day, report, statements
from test_store_release import fill as fill_with

from goodoffices.record import InputError, Marking, Rejection, Statement, Verdict, make_judgement
from goodoffices.record.sql import statement_search
from goodoffices.record.store import Store, create_case
from goodoffices.record.view import View

MARKINGS = list(Marking)


def shown(view: View, secrets: Iterable[str]) -> str:
    """Write down all that the pages of a view answer."""
    moments = [day(number) for number in (-1, 3, 9)]
    answers: list[object] = [
        view.tally(),
        view.outlets(),
        [view.page_of_reports(limit, order=order) for limit in (1, 2, 50) for order in ("newest", "oldest", "added")],
        [view.page_of_reports(2, text=text, outlet="lindholm post") for text in ("bridge", "secret")],
        [view.page_of_hits(text, limit) for text in ("bridge", "secret") for limit in (1, 50)],
        [view.page_of_statements(limit, kind=kind) for limit in (1, 4, 50) for kind in (None, "position", "actor")],
        [view.page_of_statements(limit, text=text) for limit in (1, 50) for text in ("arvenia", "plan", "secret")],
        [view.page_of_statements(report=each) for each in secrets],
        [view.since(moment, limit) for moment in moments for limit in (1, 50)],
        view.statements_by_id(secrets),
        view.judgements_on(secrets),
    ]
    for each in secrets:
        for ask in (view.page_of_statements, view.page_of_reports):
            try:
                answers.append(ask(2, f"~{each}", text="plan"))
            except InputError as error:
                answers.append(str(error))
    return repr(answers)


@pytest.mark.parametrize("secret", MARKINGS[1:])
def test_no_page_tells_of_what_may_not_be_seen(new_place: Callable[[], str], secret: Marking) -> None:
    """Every page, count and place to those who may not see it is, to the letter, that of a case that never held it."""
    with create_case(new_place()) as holding, create_case(new_place()) as bare:
        ids = fill_with(holding, secret=secret)
        fill_with(bare, secret=None)
        for audience in MARKINGS:
            same = shown(holding.view(audience), ids) == shown(bare.view(audience), ids)
            assert same == (not audience.may_see(secret)), audience


def test_a_place_that_is_none_is_refused_in_the_same_words(case: Store) -> None:
    """A made-up place, that of a hidden statement and that of none are refused alike; nothing else is asked of it."""
    made = report(1)
    case.add(made, statements(made), at=day(0))
    hidden = statements(made)[1].id
    case.mark(hidden, Marking.RED, at=day(1))
    view = case.view(Marking.GREEN)
    told = set()
    for each in (hidden, "s-aaaaaaaaaaaaaaaa"):
        with pytest.raises(InputError) as refused:
            view.page_of_statements(2, f"~{each}", text="arvenia")
        told.add(str(refused.value).replace(each, ""))
    assert len(told) == 1
    for nonsense in ("", "x", "~", "2026-03-01", "' OR 1=1 --~r-a", "\0", "2026~r-a~s-b~s-c"):
        with pytest.raises(InputError, match="begin at its first page"):
            view.page_of_reports(2, nonsense)
        with pytest.raises(InputError, match="begin at its first page"):
            view.page_of_statements(2, nonsense)


def test_a_list_goes_on_where_its_last_line_is_gone(case: Store) -> None:
    """A place in the list of reports holds after its report is retired; no statement is passed over."""
    for number in range(4):
        case.add(report(number), statements(report(number)), at=day(number))
    view = case.view(Marking.RED)
    first = view.page_of_reports(2)
    case.retire(first.found[-1].report.id, by="Ana", why="twice", at=day(5))
    assert [each.report.id for each in view.page_of_reports(2, first.next).found] == [report(1).id, report(0).id]
    some = view.page_of_statements(2)
    case.retire(some.found[-1].id, by="Ana", why="wrong", at=day(5))
    rest = all_of_from(view, some.next)
    assert {each.id for each in view.statements()} <= {each.id for each in (*some.found, *rest)}


def all_of_from(view: View, after: str | None) -> list[Statement]:
    """The statements of all pages from a place on."""
    found: list[Statement] = []
    while after is not None:
        page = view.page_of_statements(2, after)
        found += page.found
        after = page.next
    return found


@pytest.mark.parametrize("order", ["'; DROP TABLE report; --", "", "rank"])
def test_no_order_but_the_three(case: Store, order: str) -> None:
    """Another order is refused with the names of those that there are."""
    with pytest.raises(InputError, match="newest, oldest, added"):
        case.view(Marking.RED).page_of_reports(order=order)  # type: ignore[arg-type]


def test_what_is_asked_is_never_sql(case: Store) -> None:
    """Kinds, outlets, ids and words of any characters are looked for, and nothing more."""
    case.add(report(1), statements(report(1)), at=day(0))
    view = case.view(Marking.RED)
    for nasty in ("' OR '1'='1", '"x" OR 1', "\0", "a\0b", "*", "{red} : x", "NEAR(a b)", "\ud800", "%", "x" * 10_000):
        assert view.page_of_statements(kind=nasty).total == 0
        assert view.page_of_statements(report=nasty).total == 0
        assert view.page_of_reports(outlet=nasty).total == 0
        assert view.statements_by_id([nasty]) == ()
        assert view.judgements_on([nasty]) == ()
        assert view.page_of_statements(text=f"arvenia zz{nasty}").total == 0


def test_outlets_are_counted_whatever_their_case(case: Store) -> None:
    """One outlet is one line, the one with the most reports first."""
    for number in range(4):
        name = ["Lindholm Post", "LINDHOLM  post", "Calder Courier", None][number]
        case.add(msgspec.structs.replace(report(number), outlet=name), at=day(number))
    assert [(each.name, each.reports) for each in case.view(Marking.RED).outlets()] == [
        ("Lindholm Post", 2),
        ("Calder Courier", 1),
    ]
    assert case.view(Marking.RED).page_of_reports(outlet="lindholm post").total == 2


def test_a_row_of_words_does_not_go_from_one_text_into_the_next(case: Store) -> None:
    """The end of a quote and the beginning of another are no row of words."""
    made = report(1)
    case.add(made, statements(made), at=day(0))
    view = case.view(Marking.RED)
    assert view.page_of_statements(text='"of the plan"').total == 2
    assert view.page_of_statements(text='"plan arvenia"').total == 0


def test_the_standing_changes_with_every_write(case: Store) -> None:
    """Whatever is written to the record, the token is another one; reading changes nothing."""
    made = report(1)
    seen = [case.standing()]
    said = statements(made)
    writes: list[Callable[[], object]] = [
        lambda: case.add(made, said[:2], at=day(0)),
        lambda: case.extend(made.id, said, at=day(1)),
        lambda: case.judge(make_judgement(said[0].id, Verdict.CONFIRM, by="Ana", at=day(1))),
        lambda: case.mark(made.id, Marking.RED, at=day(2)),
        lambda: case.retire(made.id, by="Ana", why="twice", at=day(2)),
        lambda: case.confine(made.id, "north", by="Ana", why="theirs", at=day(2)),
        lambda: case.reject(Rejection("x.pdf", "it is broken"), at=day(2)),
    ]
    for write in writes:
        write()
        case.view(Marking.RED).tally()
        assert case.standing() not in seen
        seen.append(case.standing())


def test_statements_that_hold_words_are_counted_to_a_number(case: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past `COUNTED` none is counted, but every page is there."""
    monkeypatch.setattr(statement_search, "COUNTED", 4)
    for number in range(3):
        case.add(report(number), statements(report(number)), at=day(number))
    view = case.view(Marking.RED)
    page = view.page_of_statements(2, text="arvenia")
    found: list[Statement] = []
    while page.next is not None:
        assert page.total == 4
        found += page.found
        page = view.page_of_statements(2, page.next, text="arvenia")
    assert {each.id for each in (*found, *page.found)} == {each.id for each in view.statements()}
    assert len(view.page_of_statements(50, text="arvenia").found) == 9
