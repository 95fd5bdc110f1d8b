"""Places where there is no case, or none that can be used: one clear sentence each."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from made import DAY, report, statements

from goodoffices.record import CaseDamaged, CaseError, CaseNotFound, Marking
from goodoffices.record.store import create_case, open_case
from goodoffices.record.verify import verify


def refused(place: Path | str, kind: type[CaseError] = CaseError) -> str:
    """The sentence with which a place is refused: one line that ends the matter."""
    with pytest.raises(kind) as error:
        open_case(place, wait_seconds=0.1).view(Marking.RED).lines()
    sentence = str(error.value)
    assert "\n" not in sentence
    assert len(sentence) < 300
    return sentence


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A SQLite case with one report in it."""
    place = tmp_path / "talks.goodoffices"
    with create_case(place) as case:
        case.add(report(1), statements(report(1)), at=DAY)
    return place


def test_what_is_no_case_is_named(tmp_path: Path) -> None:
    """A missing file, a folder, a text, an empty file and a fifo are each told apart, and none is changed."""
    (tmp_path / "notes.txt").write_text("SQLite it is not", encoding="utf-8")
    (tmp_path / "empty").touch()
    os.mkfifo(tmp_path / "fifo")
    assert "there is no case" in refused(tmp_path / "missing", CaseNotFound)
    assert "there is no case" in refused(tmp_path / "no" / "such" / "folder", CaseNotFound)
    assert "is a folder" in refused(tmp_path)
    assert "is not a case" in refused(tmp_path / "notes.txt")
    assert "is not a case" in refused(tmp_path / "empty")
    assert "is no file" in refused(tmp_path / "fifo")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["empty", "fifo", "notes.txt"]


@pytest.mark.parametrize("name", ["what? a #name%20 & more.goodoffices", "é 🌉.db", "-dash", ":memory:", "file:x"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No character of a path means anything to the database."""
    monkeypatch.chdir(tmp_path)
    with create_case(name) as case:
        case.add(report(1), at=DAY)
    with open_case(name) as case:
        assert len(case.view(Marking.RED).lines()) == 1
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_no_case_is_made_where_something_is(tmp_path: Path) -> None:
    """Making a case overwrites nothing, and says where nothing can be made."""
    (tmp_path / "there").write_text("precious", encoding="utf-8")
    for place, said in (
        (tmp_path / "there", "already"),
        (tmp_path, "already"),
        (tmp_path / "no" / "folder", "no case can"),
    ):
        with pytest.raises(CaseError, match=said):
            create_case(place)
    assert (tmp_path / "there").read_text(encoding="utf-8") == "precious"


def test_a_damaged_file_is_named(full: Path) -> None:
    """A file that is cut or overwritten half-way is called damaged, never a traceback."""
    whole = full.read_bytes()
    full.write_bytes(whole[: len(whole) // 2])
    refused(full)
    full.write_bytes(whole[:100] + bytes(len(whole) - 100))
    refused(full)


def test_a_row_that_cannot_be_read_is_named(full: Path) -> None:
    """A row whose content was changed behind the program's back is damage, with the id and what to do."""
    with closing(sqlite3.connect(full)) as connection:
        connection.execute("UPDATE statement SET content = '{\"id\": 1}' WHERE seq = 1")
        connection.commit()
    with open_case(full) as case, pytest.raises(CaseDamaged, match="case verify"):
        case.view(Marking.RED).statements()


def test_a_case_that_is_being_written_is_busy(full: Path) -> None:
    """While another program writes, reading goes on, and writing waits and then says why it cannot."""
    with closing(sqlite3.connect(full, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_case(full, wait_seconds=0.1) as case:
            assert len(case.view(Marking.RED).lines()) == 1
            with pytest.raises(CaseError, match="another program"):
                case.add(report(2), at=DAY)
            other.execute("ROLLBACK")
            assert not case.add(report(2), at=DAY).known


def test_a_case_that_is_locked_is_busy(full: Path) -> None:
    """A file that another program has for itself cannot even be read; the sentence says so."""
    with closing(sqlite3.connect(full, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert "another program" in refused(full)


@contextmanager
def bound_by_permissions() -> Iterator[None]:
    """Be a user whom the permissions of files bind, as they do not root, for a while."""
    if os.geteuid() != 0:
        yield
        return
    group = os.getegid()
    os.setegid(65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(group)


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A case in a folder that any user can reach, whose permissions a test may take away."""
    folder = Path(tempfile.mkdtemp(prefix="goodoffices-"))
    place = folder / "talks.goodoffices"
    with create_case(place) as case:
        case.add(report(1), statements(report(1)), at=DAY)
    yield place
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_a_read_only_case_can_be_read(guarded: Path, folder_mode: int) -> None:
    """A case that cannot be written is shown all the same; writing to it says why it cannot be done."""
    guarded.chmod(0o444)
    guarded.parent.chmod(folder_mode)
    with bound_by_permissions(), open_case(guarded) as case:
        assert len(case.view(Marking.RED).reports()) == 1
        assert verify(case).faults == ()
        with pytest.raises(CaseError, match="cannot be written"):
            case.add(report(2), at=DAY)


def test_a_case_that_may_not_be_read_says_so(guarded: Path) -> None:
    """Without the permission to read it, one sentence; so too without that to make one."""
    guarded.chmod(0o000)
    guarded.parent.chmod(0o555)
    with bound_by_permissions():
        assert "cannot be read: Permission denied" in refused(guarded)
        with pytest.raises(CaseError, match="no case can be made"):
            create_case(guarded.with_name("new"))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://host/db", "is no kind of case"),
        ("postgresql://user:geheim@host:port/db", "cannot be read"),
        ("https://example.org/x.goodoffices", "is no kind of case"),
    ],
)
def test_a_url_that_is_no_case(url: str, said: str) -> None:
    """What is no postgresql:// URL is refused, without repeating a password."""
    sentence = refused(url)
    assert said in sentence
    assert "geheim" not in sentence


def test_a_server_that_is_not_there() -> None:
    """One line says that the server cannot be reached; the password is not in it."""
    pytest.importorskip("psycopg")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    sentence = refused(f"postgresql://user:geheim@127.0.0.1:{port}/talks")
    assert "geheim" not in sentence
    assert "refused" in sentence.lower()


@pytest.mark.postgresql
def test_a_database_that_is_not_there(server: str) -> None:
    """A server without that database says so in one line."""
    assert '"nowhere" does not exist' in refused(f"{server}/nowhere")


def test_a_file_is_set_up_to_last(full: Path) -> None:
    """Readers do not wait for the writer, a commit waits for the disk, and no row refers to nothing."""
    with open_case(full) as case:
        engine = case._engine  # type: ignore[attr-defined]  # noqa: SLF001  its settings show nowhere else
        with engine.connect() as connection:
            pragmas = ("journal_mode", "synchronous", "foreign_keys")
            found = [connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() for pragma in pragmas]
    assert found == ["wal", 2, 1]


def test_a_case_left_open_is_whole(full: Path) -> None:
    """A program that ends without closing the case leaves it whole."""
    case = open_case(full)
    case.add(report(2), statements(report(2)), at=DAY)
    with open_case(full) as again:
        assert verify(again).held["report"] == 2
        assert verify(again).faults == ()
    case.close()
