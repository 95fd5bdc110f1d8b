"""Verify: whatever is changed behind the program's back is found and named."""

from __future__ import annotations

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from made import DAY, PARTY, day, report, statements

from goodoffices.record import (
    KINDS,
    ActorContent,
    Content,
    Evidence,
    Marking,
    MeetingContent,
    QuoteContent,
    Verdict,
    WithheldContent,
    canonical_json,
    content_id,
    make_judgement,
    make_statement,
)
from goodoffices.record.sql import search
from goodoffices.record.store import Store
from goodoffices.record.verify import actors_named, misnamed, misplaced, verify


@pytest.fixture
def full(case: Store) -> Store:
    """A case with two reports, a marking and a judgement."""
    for number in (1, 2):
        case.add(report(number), statements(report(number)), at=day(number))
    case.mark(report(2).id, Marking.AMBER, at=day(3))
    case.judge(make_judgement(statements(report(1))[1].id, Verdict.CONFIRM, by="Ana", at=day(4)))
    return case


def change(case: Store, *sql: str, **values: object) -> None:
    """Change the tables behind the program's back."""
    engine: sa.Engine = case._engine  # type: ignore[attr-defined]  # noqa: SLF001  what nobody else may do
    with engine.begin() as connection:
        for each in sql:
            connection.execute(sa.text(each), values)


def test_a_whole_case_has_no_fault(full: Store) -> None:
    """All is counted, nothing is wrong."""
    proved = verify(full)
    assert proved.faults == ()
    assert proved.held == {"report": 2, "statement": 6, "span": 10, "marking": 1, "judgement": 1}


@pytest.mark.parametrize(
    ("sql", "values", "what", "problem"),
    [
        ("UPDATE report_text SET utf8 = :v WHERE report = 1", {"v": b"Other words"}, report(1).id, "not the hash"),
        ("UPDATE report_text SET utf8 = :v WHERE report = 1", {"v": b"\xff"}, report(1).id, "cannot be read"),
        ("DELETE FROM report_text WHERE report = 1", {}, report(1).id, "has no text"),
        ("UPDATE report SET content = '{' WHERE seq = 1", {}, report(1).id, "cannot be read"),
        ("UPDATE report SET marking = 'RED' WHERE seq = 1", {}, report(1).id, "'marking' says 'RED'"),
        ("UPDATE report SET published = '1999-01-01' WHERE seq = 1", {}, report(1).id, "'published' says"),
        ("UPDATE statement SET content = '{}' WHERE seq = 1", {}, statements(report(1))[0].id, "cannot be read"),
        ("UPDATE statement SET report = 2 WHERE seq = 1", {}, statements(report(1))[0].id, "its report"),
        ("UPDATE statement SET kind = 'quote' WHERE seq = 2", {}, statements(report(1))[1].id, "'kind' says 'quote'"),
        ("UPDATE statement SET id = 's-other' WHERE seq = 2", {}, "s-other", "'id' says 's-other'"),
        ("UPDATE marking SET marking = 'CLEAR'", {}, None, "'marking' says 'CLEAR'"),
        ("UPDATE marking SET at = '2020-01-01T00:00:00.000000Z'", {}, None, "'at' says '2020"),
        ("DELETE FROM judgement_rests_on", {}, None, "rests on no statement"),
    ],
)
def test_what_is_changed_is_found(
    full: Store, sql: str, values: dict[str, object], what: str | None, problem: str
) -> None:
    """Each change of a row is a fault, with the id of the thing that it is about."""
    change(full, sql, **values)
    faults = verify(full).faults
    assert [each for each in faults if problem in each.problem and what in {None, each.what}], faults


def rewritten(case: Store, statement_id: str, content: bytes) -> None:
    """Put other content into the row of a statement."""
    change(case, "UPDATE statement SET content = :content WHERE id = :id", content=content.decode(), id=statement_id)


def test_a_moved_span_is_found(full: Store) -> None:
    """A span that is one character off is a fault twice: the quote is not the text, the id not the hash."""
    one = statements(report(1))[0]
    moved = tuple(msgspec.structs.replace(span, start=span.start + 1, end=span.end + 1) for span in one.evidence)
    rewritten(full, one.id, canonical_json(msgspec.structs.replace(one, evidence=moved)))
    problems = [fault.problem for fault in verify(full).faults if fault.what == one.id]
    assert any("is not the text" in problem for problem in problems)
    assert any("not the hash" in problem for problem in problems)


def test_an_actor_whom_nobody_introduces_is_found(case: Store) -> None:
    """A statement that names an actor of whom its report has no statement is a fault."""
    made = report(1)
    quote = QuoteContent(speaker=PARTY, text="no", direct=False)
    alone = make_statement(quote, (made.evidence(0, 7),), reader="made/1")
    case.add(made, [alone], at=DAY)
    case.add(report(2), statements(report(2)), at=DAY)
    (fault,) = verify(case).faults
    assert (fault.what, PARTY in fault.problem) == (alone.id, True)


def test_a_marking_of_nothing_is_found(full: Store) -> None:
    """History that is about a thing that is not there is a fault."""
    change(full, "UPDATE marking SET target = 'r-gone', content = replace(content, :id, 'r-gone')", id=report(2).id)
    assert any("r-gone, which the case does not hold" in fault.problem for fault in verify(full).faults)


def test_a_report_that_the_index_lost_is_found_and_mended(full: Store) -> None:
    """The index of words is checked, and is made anew from the texts."""
    engine: sa.Engine = full._engine  # type: ignore[attr-defined]  # noqa: SLF001  as above
    lose = "INSERT INTO report_search (report_search) VALUES ('delete-all')"
    change(full, lose if engine.dialect.name == "sqlite" else "DELETE FROM report_search")
    assert {fault.what for fault in verify(full).faults} == {report(1).id, report(2).id}
    with engine.begin() as connection:
        search.rebuild(connection)
    assert verify(full).faults == ()
    assert len(full.view(Marking.RED).search("bridge")) == 2


def test_without_its_report_nothing_is_proved(full: Store) -> None:
    """A report that cannot be read is one fault; its statements are not measured against another's text."""
    change(full, "UPDATE report SET content = 'x' WHERE seq = 2")
    problems = {fault.problem for fault in verify(full).faults if fault.what.startswith("s-")}
    assert problems == {"its report cannot be read"}


@given(start=st.integers(-3, 120), length=st.integers(0, 120), shift=st.integers(-2, 2))
def test_only_the_text_at_its_place_is_evidence(start: int, length: int, shift: int) -> None:
    """A quote is taken exactly where `text[start:end] == quote`, inside the text and not blank."""
    made = report(1)
    end = start + length
    quote = made.text[max(0, start + shift) : max(0, end + shift)]
    one = make_statement(WithheldContent(text="x"), (Evidence(made.id, start, end, quote),), reader="made/1")
    right = 0 <= start < end <= len(made.text) and made.text[start:end] == quote and quote.strip() != ""
    assert (misplaced(one, made) is None) == right


def test_every_id_is_the_hash_of_what_it_names() -> None:
    """What was made by the record proves true; what was changed does not, but for a path or a marking."""
    made = report(1)
    one = statements(made)[1]
    word = make_judgement(one.id, Verdict.UNSURE, by="Ana", at=DAY, why="hearsay")
    assert [misnamed(each) for each in (made, one, word)] == [None, None, None]
    assert misnamed(msgspec.structs.replace(made, path="b", marking=Marking.RED, title="t")) is None
    assert misnamed(msgspec.structs.replace(one, reader="other/2", marking=Marking.RED)) is None
    for changed in (
        msgspec.structs.replace(made, outlet="Tolmia Today"),
        msgspec.structs.replace(one, said_by=PARTY),
        msgspec.structs.replace(word, by="Bo"),
    ):
        assert "not the hash" in str(misnamed(changed))


def test_the_actors_of_each_kind_of_content_are_known() -> None:
    """Every field of every content that holds ids of actors counts."""
    ids = [content_id("a", number) for number in range(3)]
    contents: dict[Content, set[str]] = {
        ActorContent(actor=ids[0], name="A", kind="person", side=ids[1]): {ids[0], ids[1]},
        MeetingContent(participants=(ids[0], ids[1]), convenor=ids[2]): set(ids),
        QuoteContent(speaker=ids[0], text="x", direct=True, to=(ids[1],)): {ids[0], ids[1]},
        WithheldContent(text="x"): set(),
    }
    assert {content: actors_named(content) for content in contents} == contents
    assert len(KINDS) == 10


def test_proving_changes_nothing(full: Store) -> None:
    """What the case tells before and after is the same."""
    before = list(full.entries())
    verify(full)
    assert list(full.entries()) == before
