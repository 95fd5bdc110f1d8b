"""`goodoffices case users` and `case log`: who may log in, and who did what."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from made import report

from goodoffices.record import Marking, password
from goodoffices.record.store import open_case

Run = Callable[..., Result]
Ask = Callable[..., Any]

WORDS = "correct horse battery"
ANA = ("add", "ana", "--role", "admin", "--audience", "red")
BO = ("add", "bo", "--role", "analyst", "--audience", "amber", "--for", "Track II", "--by", "ana")


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    # What a hash costs is no part of what is tested here.
    monkeypatch.setattr(password, "COST", password.Cost(passes=1, memory_kibibytes=64, lanes=1))


@pytest.fixture
def team(place: str, run: Run) -> str:
    """The place of a case with an admin and an analyst."""
    run("case", "users", place, *ANA, input=f"{WORDS}\n")
    run("case", "users", place, *BO, input=f"{WORDS}\r\n")
    return place


def test_users_are_made_and_listed(team: str, run: Run, ask: Ask) -> None:
    """With role, audience and circles; the password comes from standard input, and is the whole line."""
    users = ask("case", "users", team, "list")["users"]
    shown = [{key: user[key] for key in ("name", "role", "audience", "circles", "active", "by")} for user in users]
    assert shown == [
        {"name": "ana", "role": "admin", "audience": "RED", "circles": [], "active": True, "by": ""},
        {"name": "bo", "role": "analyst", "audience": "AMBER", "circles": ["track ii"], "active": True, "by": "ana"},
    ]
    for arguments in (("list",), ()):
        lines = run("case", "users", team, *arguments).stdout.splitlines()
        assert [line.split()[:2] for line in lines] == [["ana", "admin"], ["bo", "analyst"]]
        assert "for track ii" in lines[1]
    with open_case(team) as case:
        assert case.accounts().check_password("bo", WORDS) is not None


def test_a_case_without_users_says_so(place: str, run: Run) -> None:
    """An empty list is a sentence."""
    assert run("case", "users", place, "list").stdout.startswith("No users")


def test_a_password_is_never_an_argument(place: str, run: Run) -> None:
    """No option takes one; without a line on standard input, or with a short one, nobody is made."""
    run("case", "users", place, *ANA, "--password", WORDS, status=2, input="")
    assert "no password was given" in run("case", "users", place, *ANA, status=1, input="").stderr
    assert "at least 12 characters" in run("case", "users", place, *ANA, status=1, input="short\n").stderr
    assert run("case", "users", place, "list").stdout.startswith("No users")


def test_a_user_without_a_password(place: str, run: Run) -> None:
    """One whom a proxy lets in needs none, and is marked as such."""
    said = run("case", "users", place, *ANA, "--no-password", input="").stdout
    assert "without a password" in said


def test_a_known_name_is_refused_before_a_password_is_asked_for(team: str, run: Run) -> None:
    """One sentence, exit status 1."""
    assert "there is a user 'ANA' already" in run("case", "users", team, "add", "ANA", *ANA[2:], status=1).stderr


def test_users_are_changed(team: str, ask: Ask, run: Run) -> None:
    """What is named changes, the rest stays; sessions end where they should."""
    changed = ask("case", "users", team, "change", "bo", "--audience", "GREEN", "--for", "b", "--for", "a")["user"]
    assert (changed["audience"], changed["circles"], changed["role"], changed["session"]) == (
        "GREEN",
        ["a", "b"],
        "analyst",
        1,
    )
    assert ask("case", "users", team, "change", "bo", "--no-circle", "--role", "reader")["user"]["session"] == 2
    assert ask("case", "users", team, "password", "bo", input="another long password\n")["user"]["session"] == 3
    assert ask("case", "users", team, "log-out", "bo")["user"]["session"] == 4
    removed = ask("case", "users", team, "remove", "bo", "--by", "ana")["user"]
    assert (removed["active"], removed["circles"], removed["role"]) == (False, [], "reader")
    assert "removed" in run("case", "users", team, "list").stdout
    assert ask("case", "users", team, "change", "bo", "--active")["user"]["active"]
    run("case", "users", team, "change", "bo", "--no-circle", "--for", "a", status=2)


def test_the_only_admin_stays(team: str, run: Run) -> None:
    """One sentence says what to do first."""
    assert "make another one first" in run("case", "users", team, "remove", "ana", status=1).stderr
    assert "has no user 'eve'" in run("case", "users", team, "remove", "eve", status=1).stderr


def test_the_log_tells_who_did_what(full: str, run: Run, ask: Ask) -> None:
    """From the first line or the last, chosen by act, person and thing; hashes are for machines."""
    run("case", "mark", full, report(1).id, "GREEN", "--by", "Ana", "--why", "by word of the source")
    entries = ask("case", "log", full)["entries"]
    assert [(entry["act"], entry["by"]) for entry in entries] == [("add", ""), ("add", ""), ("mark", "Ana")]
    assert ask("case", "log", full, "--newest", "--limit", "1")["entries"] == entries[2:]
    assert ask("case", "log", full, "--about", report(1).id)["entries"] == [entries[0], entries[2]]
    assert ask("case", "log", full, "--by", "Ana", "--act", "mark")["entries"] == entries[2:]
    assert ask("case", "log", full, "--after", "2")["entries"] == entries[2:]
    said = run("case", "log", full).stdout.splitlines()
    assert len(said) == 3
    assert "marking=GREEN" in said[2]
    assert entries[0]["hash"] not in "".join(said)
    assert run("case", "log", full, "--act", "login").stdout == "No lines.\n"


def test_who_adds_and_imports_is_told(place: str, ready_made: None, run: Run, ask: Ask, tmp_path: Path) -> None:  # noqa: ARG001  a fixture for what it does
    """`--by` goes into the log, for what was taken and for what was not."""
    run("case", "add", place, "1", "broken.txt", "--by", "Ana")
    run("case", "export", place, "-o", str(tmp_path / "talks.jsonl"))
    copy = str(tmp_path / "copy.goodoffices")
    run("case", "new", copy)
    run("case", "import", copy, str(tmp_path / "talks.jsonl"), "--by", "Bo")
    assert [(entry["act"], entry["by"]) for entry in ask("case", "log", place)["entries"]] == [
        ("add", "Ana"),
        ("reject", "Ana"),
    ]
    entries = ask("case", "log", copy)["entries"]
    assert [(entry["act"], entry["by"]) for entry in entries] == [
        ("add", "Bo"),
        ("reject", "Bo"),
        ("reject", "Bo"),
        ("import", "Bo"),
    ]
    assert run("case", "verify", copy).stdout.endswith("no faults\n")


def test_a_head_that_was_written_down_proves_the_log(full: str, run: Run, ask: Ask) -> None:
    """It is printed alone; verify takes it, finds a log that was cut short, and refuses what is no head."""
    head = run("case", "log", full, "--head").stdout.strip()
    assert ask("case", "log", full, "--head")["head"] == ask("case", "verify", full)["head"] == head
    assert run("case", "verify", full, "--head", head).stdout.endswith("no faults\n")
    with open_case(full) as case:
        case.mark(report(1).id, Marking.RED, at=case.audit_log()[0].at, by="Ana")
    later = run("case", "log", full, "--head").stdout.strip()
    with closing(sqlite3.connect(full)) as connection:  # behind the program's back
        connection.execute("DROP TRIGGER audit_is_not_deleted")
        connection.execute("DELETE FROM audit WHERE number = 3")
        connection.execute("DELETE FROM marking")
        connection.commit()
    assert run("case", "verify", full, "--head", head, status=1).stdout.count("\n") == 2  # the guard that is gone
    assert (
        "it ends with line 2, and line 3 was written down"
        in run("case", "verify", full, "--head", later, status=1).stdout
    )
    assert "no head of an audit log" in run("case", "verify", full, "--head", "3", status=1).stderr
