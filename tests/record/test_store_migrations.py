"""Migrations: an old case opens with a new program, a newer case is refused, and nothing is done by halves."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from made import DAY, day, report, statements

from goodoffices.record import CaseError, Marking, Rejection
from goodoffices.record.sql import migrations, schema
from goodoffices.record.sql.engine import postgresql_engine, sqlite_engine
from goodoffices.record.store import create_case, open_case
from goodoffices.record.verify import verify

VERSION_1 = Path(__file__).parent / "data" / "version_1.sql"


def reach(place: str) -> sa.Engine:
    """An engine of the tests' own on a place where there may be no case yet."""
    if "://" in place:
        return postgresql_engine(place, wait_seconds=5)
    Path(place).touch()
    return sqlite_engine(Path(place), wait_seconds=5)


def sqlite_run(place: Path, sql: str) -> None:
    """Run SQL on a file behind the program's back."""
    connection = sqlite3.connect(place)
    connection.executescript(sql)
    connection.close()


def test_a_case_of_version_1_opens(tmp_path: Path) -> None:
    """A frozen case of the first tables is brought up to date: all that it held is there, and can be searched."""
    place = tmp_path / "old.goodoffices"
    sqlite_run(place, VERSION_1.read_text(encoding="utf-8"))
    for _ in range(2):
        with open_case(place) as case:
            view = case.view(Marking.RED)
            assert [each.id for each in view.reports()] == [report(1).id, report(2).id]
            assert view.statements(report=report(1).id) == tuple(statements(report(1)))
            assert [each.by for each in view.judgements()] == ["Bo"]
            assert view.rejections() == (Rejection("broken.txt", "it is binary"),)
            assert [hit.report.id for hit in view.search('"bridge 2"')] == [report(2).id]
            assert [each.id for each in case.view(Marking.GREEN).reports()] == [report(1).id]
            assert len(case.view(Marking.GREEN, day(2)).reports()) == 2
            assert verify(case).faults == ()


def test_every_store_goes_from_each_version_to_the_last(new_place: Callable[[], str]) -> None:
    """From whatever version a case comes, the last is reached, and recorded with its name."""
    names = [migration.name for migration in migrations.MIGRATIONS]
    for first in range(1, len(names) + 1):
        place = new_place()
        engine = reach(place)
        migrations.bring_up_to_date(engine, place, up_to=first)
        assert migrations.version(engine) == first
        with open_case(place) as case:
            case.add(report(1), at=DAY)
            assert len(case.view(Marking.RED).search("bridge")) == 1
        with engine.connect() as connection:
            table = schema.migration
            assert list(connection.scalars(sa.select(table.c.name).order_by(table.c.number))) == names
        engine.dispose()


def test_the_tables_are_what_the_queries_name(place: str) -> None:
    """After all migrations, each table has exactly the columns that the program knows, with the same nulls and keys."""
    engine = reach(place)
    found = sa.inspect(engine)
    for table in schema.TABLES.tables.values():
        columns = {each["name"]: each["nullable"] for each in found.get_columns(table.name)}
        keys = set(found.get_pk_constraint(table.name)["constrained_columns"])
        assert columns.keys() == set(table.c.keys()), table.name
        assert keys == {column.name for column in table.primary_key}, table.name
        for name in columns.keys() - keys:
            assert columns[name] == table.c[name].nullable, (table.name, name)
        references = {
            (each["constrained_columns"][0], each["referred_table"]) for each in found.get_foreign_keys(table.name)
        }
        assert references == {(key.parent.name, key.column.table.name) for key in table.foreign_keys}, table.name
    engine.dispose()


def test_a_case_of_a_newer_program_is_refused(place: str) -> None:
    """One sentence says that the program is too old, and the case is left as it is."""
    engine = reach(place)
    newer = {"number": 99, "name": "wonders", "program": "9.0", "at": "2030-01-01T00:00:00.000000Z"}
    with engine.begin() as connection:
        connection.execute(sa.insert(schema.migration), newer)
    with pytest.raises(CaseError, match="was written by a newer goodoffices") as refused:
        open_case(place)
    assert "\n" not in str(refused.value)
    assert migrations.version(engine) == 99
    engine.dispose()


def test_a_migration_that_fails_leaves_the_case_as_it_was(
    new_place: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables, rows and the note of a migration come together or not at all; the next start tries again."""
    place = new_place()
    engine = reach(place)
    migrations.bring_up_to_date(engine, place, up_to=1)

    def fail(_connection: sa.Connection) -> None:
        msg = "the lights went out"
        raise RuntimeError(msg)

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", (migrations.MIGRATIONS[0], migrations.Migration(2, "search", fail)))
        with pytest.raises(RuntimeError):
            open_case(place)
    assert migrations.version(engine) == 1
    assert not sa.inspect(engine).has_table("report_search")
    engine.dispose()
    open_case(place).close()


def test_two_programs_at_once_bring_a_case_up_to_date(new_place: Callable[[], str]) -> None:
    """Whoever comes second finds it done."""
    place = new_place()
    engine = reach(place)
    migrations.bring_up_to_date(engine, place, up_to=1)
    together = threading.Barrier(4)

    def open_it() -> int:
        own = reach(place)
        together.wait()
        migrations.bring_up_to_date(own, place)
        own.dispose()
        return 1

    with ThreadPoolExecutor(4) as pool:
        assert sum(each.result() for each in [pool.submit(open_it) for _ in range(4)]) == 4
    assert migrations.version(engine) == len(migrations.MIGRATIONS)
    engine.dispose()


def test_a_database_of_another_kind_is_no_case(tmp_path: Path) -> None:
    """A SQLite file of another program is refused and not touched."""
    place = tmp_path / "other.db"
    sqlite_run(place, "CREATE TABLE report (seq INTEGER); INSERT INTO report VALUES (1);")
    before = place.read_bytes()
    with pytest.raises(CaseError, match="holds no case"):
        open_case(place)
    with pytest.raises(CaseError, match="already"):
        create_case(place)
    assert place.read_bytes() == before
