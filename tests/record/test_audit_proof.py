"""Verify proves the log: what was changed, taken out or put in behind its back is found and named."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing

import msgspec
import pytest
import sqlalchemy as sa
from made import DAY, day, report, statements
from test_store_migrations import reach

from goodoffices.record import Marking, Rejection, Verdict, canonical_json, make_judgement
from goodoffices.record.account import Role
from goodoffices.record.audit import AuditEntry, AuditHead, next_entry
from goodoffices.record.export import export_case, import_case
from goodoffices.record.note import AttemptNote, make_note
from goodoffices.record.sql import migrations, schema, search
from goodoffices.record.sql.auditing import _INSERT, _columns
from goodoffices.record.store import Store, create_case, open_case
from goodoffices.record.verify import verify

FIRST, SECOND = report(1), report(2)
WORD = make_judgement(statements(FIRST)[0].id, Verdict.CONFIRM, by="Ana", at=DAY)
NOTE = make_note(AttemptNote(what="a truce", outcome="failed", tried_by="UN"), by="Ana", at=DAY, why="heard")


def fill(case: Store) -> None:
    """Write two reports, one of them read again, and something of everything else."""
    case.add(FIRST, statements(FIRST), at=DAY, rejections=[Rejection("a", "b"), Rejection("c", "d")])
    case.add(SECOND, statements(SECOND), at=day(1))
    case.extend(FIRST.id, statements(FIRST, 6), at=DAY)
    case.reject(Rejection("e", "f"), at=DAY, report=FIRST.id)
    case.reject(Rejection("broken.txt", "it is binary"), at=DAY)
    case.mark(SECOND.id, Marking.AMBER, at=day(2), by="Ana")
    case.judge(WORD)
    case.retire(SECOND.id, by="Ana", why="a hoax", at=day(3))
    case.note(NOTE)
    case.confine(FIRST.id, "track ii", by="Ana", why="given there", at=DAY)
    case.accounts().add("ana", role=Role.ADMIN, audience=Marking.RED)


@pytest.fixture
def full(case: Store) -> Store:
    """A case with something of everything."""
    fill(case)
    return case


def change(case: Store, *sql: str, **values: object) -> None:
    """Change the tables behind the program's back, the guards of the log put aside meanwhile and then put back."""
    if "://" in case.name:
        engine: sa.Engine = case._engine  # type: ignore[attr-defined]  # noqa: SLF001  what nobody else may do
        with engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            for each in sql:
                connection.execute(sa.text(each), values)
        return
    with closing(sqlite3.connect(case.name)) as outside:
        guards = outside.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            outside.execute(f"DROP TRIGGER {name}")
        for each in sql:
            outside.execute(each, values)
        for _, made in guards:
            outside.execute(made)
        outside.commit()


def faults(case: Store, head: AuditHead | None = None) -> list[tuple[str, str]]:
    """What verify finds wrong."""
    return [(fault.what, fault.problem) for fault in verify(case, head=head).faults]


def test_all_that_was_written_proves_true(full: Store) -> None:
    """Nothing is wrong, and the log's head is told."""
    proved = verify(full, head=full.audit_head())
    assert proved.faults == ()
    assert proved.head == full.audit_head()
    assert proved.head.number == 11


@pytest.mark.parametrize(
    ("sql", "what", "problem"),
    [
        ("UPDATE audit SET who = 'Bo' WHERE number = 5", "audit 5", "it was changed"),
        ("UPDATE audit SET at = '2020-01-01T00:00:00.000000Z' WHERE number = 5", "audit 5", "it was changed"),
        ("UPDATE audit SET detail = '{}' WHERE number = 5", "audit 5", "it was changed"),
        ("UPDATE audit SET detail = '{' WHERE number = 5", "audit 5", "cannot be read"),
        ("UPDATE audit SET marking = 'CLEAR' WHERE number = 5", "audit 5", "it was changed"),
        ("UPDATE audit SET previous = hash WHERE number = 5", "audit 5", "hash of the line before"),
        ("DELETE FROM audit WHERE number = 5", "audit 6", "line 6 follows on line 4"),
        ("DELETE FROM audit WHERE number = 1", "audit 2", "line 2 follows on line 0"),
        ("UPDATE audit SET number = 50 WHERE number = 11", "audit 50", "line 50 follows on line 10"),
    ],
)
def test_a_changed_or_missing_line_is_found(full: Store, sql: str, what: str, problem: str) -> None:
    """Whatever of a line is changed, and whichever line is gone, it is said where."""
    change(full, sql)
    assert any(fault[0] == what and problem in fault[1] for fault in faults(full)), faults(full)


SECOND_STATEMENT = statements(SECOND)[1].id
GONE = [
    (("judgement_rests_on", "judgement"), WORD.id),
    (("marking",), "m-"),
    (("retirement",), "t-"),
    (("wall",), "w-"),
    (("note_rests_on", "note"), NOTE.id),
]


@pytest.mark.parametrize(("tables", "thing"), GONE)
def test_a_row_that_is_gone_is_found(full: Store, tables: tuple[str, ...], thing: str) -> None:
    """What the log says was written, and is not there any more, is named with the line that tells of it."""
    change(
        full,
        *(
            f"DELETE FROM {each}"  # noqa: S608  our own names
            for each in tables
        ),
    )
    (gone,) = [what for what, problem in faults(full) if "says that it was written, and it is not there" in problem]
    assert gone.startswith(thing)


@pytest.mark.parametrize(
    ("sql", "what", "problem"),
    [
        ("DELETE FROM statement WHERE id = :id", SECOND.id, "its 2 statements are not the 3 that line 2"),
        ("DELETE FROM statement WHERE report = 2", SECOND.id, "its 0 statements are not the 3 that line 2"),
        ("DELETE FROM rejection WHERE report = 1", FIRST.id, "its 0 rejections are not the 2 that line 1"),
        ("UPDATE statement SET at = '2020-01-01T00:00:00.000000Z' WHERE id = :id", SECOND.id, "its 3 statements"),
        ("UPDATE report SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 2", SECOND.id, "it is not what line 2"),
        ("UPDATE judgement SET marking = 'RED'", WORD.id, "it is not what line 7"),
        ("UPDATE account SET role = 'admin', audience = 'GREEN'", "user ana", "it is not what line 11"),
        ("UPDATE account SET password = 'mine'", "user ana", "it is not what line 11"),
        ("DELETE FROM account", "user ana", "it is not there"),
    ],
)
def test_what_is_changed_or_gone_is_found(full: Store, sql: str, what: str, problem: str) -> None:
    """Also what no hash of an id covers: when the record learned it, its marking, the password of a user."""
    change(full, sql, **({"id": SECOND_STATEMENT} if ":id" in sql else {}))
    assert any(fault[0] == what and problem in fault[1] for fault in faults(full)), faults(full)


def test_a_marking_that_was_changed_in_column_and_content_is_found(full: Store) -> None:
    """Such a report proves true in itself, and not against the log."""
    one = msgspec.structs.replace(SECOND, text="", marking=Marking.RED)
    content = canonical_json(one).decode()
    change(full, "UPDATE report SET marking = 'RED', content = :content WHERE id = :id", content=content, id=SECOND.id)
    assert (SECOND.id, "it is not what line 2 of the audit log says was written") in faults(full)


def test_what_was_put_in_behind_the_log_is_found(full: Store) -> None:
    """A row of every table that no line tells of is named; each is one that the record itself would write."""
    third, word = report(3), make_judgement(statements(FIRST)[1].id, Verdict.REJECT, by="Eve", at=day(9))
    extra = statements(SECOND, 4)[-1]
    before = full.audit_head().number
    full.add(third, statements(third), at=day(9), rejections=[Rejection("g", "h")])
    full.extend(SECOND.id, [extra], at=day(9))
    full.reject(Rejection("i", "j"), at=DAY, report=SECOND.id)
    full.judge(word)
    for one in (SECOND.id, FIRST.id):
        full.mark(one, Marking.CLEAR, at=day(9), by="Eve")
    full.restore(SECOND.id, by="Eve", why="it suits me", at=day(9))
    full.note(make_note(AttemptNote(what="a lie", outcome="failed", tried_by="UN"), by="Eve", at=day(9), why="so"))
    full.confine(FIRST.id, "track ii", confined=False, by="Eve", why="it suits me", at=day(9))
    full.accounts().add("eve", role=Role.ADMIN, audience=Marking.RED)
    assert verify(full).faults == ()
    change(full, "DELETE FROM audit WHERE number > :before", before=before)
    unknown = {what for what, problem in faults(full) if "does not know it" in problem}
    assert {third.id, extra.id, word.id, "user eve"} <= unknown
    assert unknown >= {each.id for each in statements(third)}
    kinds = sorted(what.partition("-")[0] for what in unknown)
    assert kinds == ["j", "m", "m", "n", "r", *["s"] * 4, "t", "user eve", "w", "x", "x"]


def rechained(case: Store, wanted: Callable[[AuditEntry], AuditEntry | None]) -> None:
    """Write the log anew as a forger would, each line with a right hash: changed, or left out where None."""
    old = case.audit_log(limit=1000)
    change(case, "DELETE FROM audit")
    engine: sa.Engine = case._engine  # type: ignore[attr-defined]  # noqa: SLF001  as above
    head = AuditHead()
    with engine.begin() as connection:
        for entry in (each for each in map(wanted, old) if each):
            told = {name: getattr(entry, name) for name in ("at", "by", "target", "detail", "marking")}
            forged = next_entry(head, entry.act, **told)
            connection.exec_driver_sql(_INSERT[engine.dialect.name], _columns(forged))
            head = forged.head


def test_a_log_written_anew_is_found_by_a_head(full: Store) -> None:
    """A forged chain that holds in itself is not the one whose head was written down."""
    early, late = full.audit_log(limit=6)[-1].head, full.audit_head()
    rechained(full, lambda entry: msgspec.structs.replace(entry, by="Bo") if entry.number == 7 else entry)
    assert faults(full) == []
    assert faults(full, early) == []
    assert faults(full, late) == [("audit 11", f"its hash is not {late.hash}, which was written down")]


def test_a_log_cut_short_is_found_by_a_head(full: Store) -> None:
    """Where the last line is gone with what it tells of, only a head that was written down knows."""
    full.confine(SECOND.id, "track i", by="Ana", why="shown there", at=DAY)
    late = full.audit_head()
    change(full, "DELETE FROM audit WHERE number = 12", "DELETE FROM wall WHERE circle = 'track i'")
    assert faults(full) == []
    assert faults(full, late) == [("audit", "it ends with line 11, and line 12 was written down")]


def test_a_judgement_that_rests_on_less_is_found(full: Store) -> None:
    """Without one of its statements in the table, it would be shown to those who may not see that one."""
    one, two = statements(FIRST)[0].id, statements(SECOND)[0].id
    doubt = make_judgement("f-1", Verdict.UNSURE, by="Ana", at=day(4), statements=(one, two))
    back = make_judgement(doubt.id, Verdict.RETRACT, by="Ana", at=day(5))
    for word in (doubt, back):
        full.judge(word)
    assert faults(full) == []
    lost = "SELECT seq FROM statement WHERE id = :id"
    change(full, f"DELETE FROM judgement_rests_on WHERE statement = ({lost})", id=two)  # noqa: S608  our own names
    missing = f"its table of what it rests on does not hold {two}"
    assert faults(full) == [(doubt.id, missing), (back.id, missing)]


def test_a_guard_that_was_taken_away_is_found(full: Store) -> None:
    """A log that could be changed is a fault, even where it was not."""
    on = " ON audit" if "://" in full.name else ""
    engine: sa.Engine = full._engine  # type: ignore[attr-defined]  # noqa: SLF001  as above
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP TRIGGER audit_is_not_changed{on}")
    assert faults(full) == [("audit", "its guard 'audit_is_not_changed' was taken away")]


COPIED = "report report_text statement marking retirement judgement judgement_rests_on rejection note wall"


@pytest.fixture
def older(new_place: Callable[[], str]) -> str:
    """The place of a case of the tables before the log, with something of everything."""
    source, place = new_place(), new_place()
    engine = reach(place)
    migrations.bring_up_to_date(engine, place, up_to=3)
    with create_case(source) as case:
        fill(case)
        own: sa.Engine = case._engine  # type: ignore[attr-defined]  # noqa: SLF001  as above
        with own.connect() as old, engine.begin() as new:
            for name in COPIED.split():
                table = schema.TABLES.tables[name]
                columns = [
                    column for column in table.c if column.name != "seq"
                ]  # the new one counts as the old one did
                new.execute(sa.insert(table), [dict(row) for row in old.execute(sa.select(*columns)).mappings()])
            search.rebuild(new)
    engine.dispose()
    return place


def test_the_log_of_an_older_case_begins_with_what_is_there(older: str) -> None:
    """Each thing has its line, so that what is then changed, added or taken out is found as in any case."""
    with open_case(older) as case:
        log = case.audit_log()
        assert {entry.act for entry in log} == {"began"}
        assert [entry.target for entry in log[:2]] == [FIRST.id, SECOND.id]
        assert len(log) == 8
        assert faults(case) == []
        case.extend(FIRST.id, statements(FIRST, 8), at=day(9))
        case.mark(FIRST.id, Marking.AMBER, at=day(9))
        assert faults(case) == []
        change(case, "DELETE FROM statement WHERE id = :id", id=SECOND_STATEMENT)
        change(case, "DELETE FROM wall")
        problems = dict(faults(case))
        assert "its 2 statements are not the 3 that line 2" in problems[SECOND.id]
        assert any(what.startswith("w-") and "not there" in problem for what, problem in problems.items())


def test_an_import_begins_a_log_of_its_own(full: Store, new_place: Callable[[], str]) -> None:
    """The lines of an export are as they were; the copy's log tells of the import, and proves the copy."""
    lines = list(export_case(full))
    with create_case(new_place()) as copy:
        import_case(copy, lines, where="talks.jsonl", by="Bo")
        log = copy.audit_log()
        assert (log[-1].act, log[-1].target, log[-1].by) == ("import", "talks.jsonl", "Bo")
        assert (log[-1].detail["reports"], log[-1].detail["statements"]) == (2, 9)
        assert {entry.by for entry in log if entry.act == "add"} == {"Bo"}
        assert all(entry.at > dt.datetime.now(dt.UTC) - dt.timedelta(minutes=5) for entry in log)
        assert list(export_case(copy)) == lines
        assert faults(copy) == []
