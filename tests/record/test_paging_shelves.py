"""The indexes behind the pages: always what the record says, however they came about, and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from happening import fill
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import day, report, statements

from goodoffices.record import Marking, Rejection, Verdict, make_judgement
from goodoffices.record.sql import reshelving, schema, sentences
from goodoffices.record.sql.engine import postgresql_engine, sqlite_engine
from goodoffices.record.store import create_case, open_case

SHELVES = (
    schema.report_shelf,
    schema.rejection_shelf,
    schema.judgement_shelf,
    schema.report_tally,
    schema.case_tally,
)


@contextmanager
def changing(place: str) -> Iterator[sa.Connection]:
    """Change a case behind the program's back."""
    url = "://" in place
    engine = postgresql_engine(place, wait_seconds=5) if url else sqlite_engine(Path(place), wait_seconds=5)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def shelved(place: str) -> list[list[tuple[object, ...]]]:
    """All that stands in the shelves, and what their searches find."""
    with changing(place) as connection:
        rows = [sorted(tuple(row) for row in connection.execute(sa.select(table))) for table in SHELVES]
    with open_case(place) as case:
        view = case.view(Marking.RED)
        found = [view.page_of_statements(1000, text=text).found for text in ("arvenia", '"point 1"', "plan")]
    return [*rows, [tuple(each.id for each in page) for page in found]]


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_what_is_written_along_is_what_is_made_anew(new_place: Callable[[], str], seed: int) -> None:
    """The indexes that come about write by write are those that are made from the whole record; none is at fault."""
    place = new_place()
    with create_case(place) as case:
        fill(case, seed)
        assert list(case.faults()) == []
    before = shelved(place)
    with changing(place) as connection:
        reshelving.rebuild(connection)
    assert shelved(place) == before


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM report_shelf",
        "UPDATE report_shelf SET outlet = 'k-aaaaaaaaaaaaaaaa'",
        "DELETE FROM rejection_shelf",
        "DELETE FROM judgement_shelf",
        "UPDATE judgement_shelf SET marking = 'CLEAR'",
        "DELETE FROM report_tally WHERE kind = 'actor'",
        "UPDATE report_tally SET statements = statements + 1",
        "UPDATE case_tally SET statements = statements + 1",
        "DELETE FROM case_tally",
    ],
)
def test_an_index_that_differs_from_the_record_is_a_fault(place: str, sql: str) -> None:
    """`verify` finds a row that was changed behind the program's back, and making the indexes anew mends it."""
    made = report(1, marking=Marking.AMBER)
    with open_case(place) as case:
        case.add(made, statements(made), at=day(0), rejections=[Rejection("x", "not borne out")])
        case.judge(make_judgement(statements(made)[0].id, Verdict.CONFIRM, by="Ana", at=day(1)))
        assert list(case.faults()) == []
    with changing(place) as connection:
        connection.execute(sa.text(sql))
    with open_case(place) as case:
        assert list(case.faults()) != []
    with changing(place) as connection:
        reshelving.rebuild(connection)
    with open_case(place) as case:
        assert list(case.faults()) == []


def test_a_statement_that_is_not_in_the_index_of_words_is_a_fault(place: str) -> None:
    """A row that the index lost is told by its id."""
    made = report(1)
    with open_case(place) as case:
        case.add(made, statements(made), at=day(0))
    with changing(place) as connection:
        sentences.clear(connection)
    with open_case(place) as case:
        told = {fault.what for fault in case.faults()}
    assert told == {each.id for each in statements(made)}
