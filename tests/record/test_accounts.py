"""Accounts: who may log in, with which role and audience, and that passwords are kept as they should be."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from made import DAY, day

from goodoffices.record import InputError, Marking, password
from goodoffices.record.account import Account, Accounts, Role, account_key, account_name, parse_role
from goodoffices.record.store import Store, open_case
from goodoffices.record.verify import verify

WORDS = "correct horse battery"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    # What a hash costs is no part of what is tested here, but for the one test of the time.
    monkeypatch.setattr(password, "COST", password.Cost(passes=1, memory_kibibytes=64, lanes=1))


@pytest.fixture
def accounts(case: Store) -> Accounts:
    """The users of a case: an admin and an analyst."""
    users = case.accounts()
    users.add("ana", role=Role.ADMIN, audience=Marking.RED, password=WORDS, by="local")
    users.add("Bo Li", role=Role.ANALYST, audience=Marking.AMBER, circles=["Track II", "a"], password=WORDS, by="ana")
    return users


def kept(case: Store, name: str) -> str:
    """The hash of somebody's password."""
    engine: sa.Engine = case._engine  # type: ignore[attr-defined]  # noqa: SLF001  what nobody else may do
    with engine.connect() as connection:
        asked = sa.text("SELECT password FROM account WHERE name = :name")
        return str(connection.scalar(asked, {"name": name}))


def test_a_new_case_has_no_users(case: Store) -> None:
    """Nobody may log in, and whoever tries is told nothing."""
    users = case.accounts()
    assert (users.all(), users.any_active(), users.get("ana")) == ((), False, None)
    assert users.check_password("ana", WORDS) is None
    assert case.audit_log() == ()


def test_accounts_come_back_as_they_were_made(accounts: Accounts) -> None:
    """With role, audience and circles, in the order of their names, whoever opens the case."""
    ana, bo = accounts.all()
    assert (ana.name, ana.role, ana.audience, ana.circles, ana.by) == ("ana", Role.ADMIN, Marking.RED, (), "local")
    assert (bo.role, bo.audience, bo.circles) == (Role.ANALYST, Marking.AMBER, ("a", "track ii"))
    assert (bo.active, bo.session, bo.password, bo.at.tzinfo is not None) == (True, 1, True, True)
    assert accounts.get("BO  LI") == bo
    assert accounts.any_active()


def test_a_password_lets_in_its_owner_alone(accounts: Accounts, case: Store) -> None:
    """The right one gives the account; a wrong one, an unknown name and an inactive account give nothing."""
    assert accounts.check_password("BO li", WORDS) == accounts.get("bo li")
    for name, word in (
        ("Bo Li", WORDS + "!"),
        ("Bo Li", ""),
        ("Eve", WORDS),
        ("", ""),
        ("a\0", WORDS),
        ("\ud800", WORDS),
    ):
        assert accounts.check_password(name, word) is None
    assert accounts.check_password("ana", "x" * 10_000_000) is None
    accounts.deactivate("Bo Li", by="ana")
    assert accounts.check_password("Bo Li", WORDS) is None
    assert kept(case, "ana").startswith("$argon2id$")
    assert kept(case, "ana") != kept(case, "Bo Li")


def test_a_password_may_be_typed_on_any_keyboard(accounts: Accounts) -> None:
    """The same letters in another form of Unicode are the same password; half a character does no harm."""
    accounts.set_password("ana", "pass\u00e9 \u2460 pass\u00e9", by="ana")
    assert accounts.check_password("ana", "passe\u0301 1 passe\u0301")
    assert accounts.check_password("ana", "half \ud800 a character") is None


@pytest.mark.parametrize("word", ["", "eleven char", "x" * 1025])
def test_a_password_that_is_too_short_or_too_long_is_refused(accounts: Accounts, word: str) -> None:
    """At least 12 characters and at most 1,024, for a new user and a known one; nothing is changed."""
    with pytest.raises(InputError, match="a password"):
        accounts.add("Eve", role=Role.READER, audience=Marking.CLEAR, password=word)
    with pytest.raises(InputError, match="a password"):
        accounts.set_password("ana", word)
    assert accounts.get("Eve") is None
    assert accounts.check_password("ana", WORDS)


def test_without_a_password_nobody_gets_in(accounts: Accounts) -> None:
    """An account for a trusted proxy has no password that would do, the empty one included."""
    made = accounts.add("proxied", role=Role.READER, audience=Marking.GREEN)
    assert not made.password
    for word in ("", WORDS, "nobody has this password, whatever is typed"):
        assert accounts.check_password("proxied", word) is None


def test_an_unknown_name_takes_as_long(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong password, an unknown name and an account that is removed take the same work."""
    monkeypatch.setattr(password, "COST", password.Cost(passes=2, memory_kibibytes=16_384, lanes=1))
    accounts.set_password("ana", WORDS)
    accounts.set_password("Bo Li", WORDS)
    accounts.deactivate("Bo Li")

    def seconds(name: str) -> float:
        accounts.check_password(name, "not the password")  # the first makes what the others are held against
        took = []
        for _ in range(5):
            before = time.thread_time()
            accounts.check_password(name, "not the password")
            took.append(time.thread_time() - before)
        return min(took)

    times = [seconds(name) for name in ("ana", "nobody", "Bo Li")]
    assert max(times) < 2 * min(times), times


def test_an_old_hash_is_made_anew(case: Store, accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where hashes cost more by now, the next login replaces the old one; sessions hold, and the log tells of it."""
    monkeypatch.setattr(password, "COST", password.Cost(passes=2, memory_kibibytes=64, lanes=1))
    assert accounts.check_password("ana", "not the password") is None
    assert "t=1" in kept(case, "ana")
    before = accounts.get("ana")
    assert accounts.check_password("ana", WORDS) == before
    assert "t=2" in kept(case, "ana")
    assert accounts.check_password("ana", WORDS) == before
    assert [entry.act for entry in case.audit_log(by="ana", target="ana")] == ["user-rehash"]
    assert verify(case).faults == ()


def test_what_is_not_named_stays(accounts: Accounts) -> None:
    """A change touches what it names; without a change nothing is written."""
    before = accounts.get("Bo Li")
    assert before is not None
    changed = accounts.change("bo li", audience=Marking.GREEN, by="ana")
    assert (changed.audience, changed.role, changed.circles) == (Marking.GREEN, before.role, before.circles)
    assert accounts.change("bo li", circles=()).circles == ()
    assert accounts.change("bo li", audience=Marking.GREEN, circles=[], role=Role.ANALYST) == accounts.get("bo li")


def test_a_session_ends_when_it_should(accounts: Accounts) -> None:
    """A new role or password, an end to being active and 'log out everywhere' count up; nothing else."""

    def session() -> int:
        found = accounts.get("Bo Li")
        assert found is not None
        return found.session

    steps: list[tuple[int, Callable[[], Account]]] = [
        (1, lambda: accounts.change("Bo Li", audience=Marking.RED)),
        (2, lambda: accounts.change("Bo Li", role=Role.READER)),
        (3, lambda: accounts.set_password("Bo Li", WORDS + "!")),
        (4, lambda: accounts.log_out("Bo Li")),
        (5, lambda: accounts.deactivate("Bo Li")),
        (5, lambda: accounts.deactivate("Bo Li")),
        (6, lambda: accounts.change("Bo Li", active=True)),
    ]
    for expected, step in steps:
        assert step().session == session() == expected


def test_an_active_admin_stays(accounts: Accounts) -> None:
    """The last one can neither be removed nor become something else; with another, they can."""
    for change in (lambda: accounts.deactivate("ana"), lambda: accounts.change("ana", role=Role.ANALYST)):
        with pytest.raises(InputError, match="the only active admin"):
            change()
    assert accounts.get("ana") == accounts.all()[0]
    accounts.deactivate("Bo Li")
    accounts.change("Bo Li", active=True, role=Role.ADMIN)
    accounts.deactivate("ana")
    with pytest.raises(InputError, match="the only active admin"):
        accounts.deactivate("Bo Li")


def test_two_admins_who_remove_each_other_leave_one(place: str) -> None:
    """At the same time, through connections of their own, only one of them succeeds."""
    with open_case(place) as case:
        for name in ("ana", "bo"):
            case.accounts().add(name, role=Role.ADMIN, audience=Marking.RED)

    def remove(name: str) -> bool:
        with open_case(place, wait_seconds=30) as own:
            try:
                own.accounts().deactivate(name)
            except InputError:
                return False
            return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(remove, ("ana", "bo"))) == [False, True]


@pytest.mark.parametrize("name", ["", " ", "x" * 65, "a\0b", "a\u200bb", "a\nb\x07", "\u202eana"])
def test_a_name_can_be_seen(case: Store, name: str) -> None:
    """An empty or endless name, or one with what nobody sees, is refused."""
    with pytest.raises(InputError, match="cannot be a user's name"):
        case.accounts().add(name, role=Role.READER, audience=Marking.CLEAR)
    assert case.accounts().all() == ()


@pytest.mark.parametrize("name", ["bo li", "BO LI", "Bo  Li", "\uff22\uff4f Li"])  # the last in full width
def test_no_two_names_look_alike(accounts: Accounts, name: str) -> None:
    """A name that differs in capital letters, blanks or the width of letters alone is the same name."""
    with pytest.raises(InputError, match="there is a user 'Bo Li' already"):
        accounts.add(name, role=Role.READER, audience=Marking.CLEAR)


@given(st.text(max_size=30))
def test_a_name_is_found_however_it_is_typed(text: str) -> None:
    """What a name is told apart by does not change when it is written as it is kept."""
    try:
        name = account_name(text)
    except InputError:
        return
    assert account_name(name) == name
    assert account_key(name) == account_key(text) == account_key(account_key(text))


def test_nobody_is_changed_who_is_not_there(case: Store) -> None:
    """One sentence says so, and how to see who is there."""
    users = case.accounts()
    for change in (users.deactivate, users.log_out, lambda name: users.set_password(name, WORDS)):
        with pytest.raises(InputError, match="has no user 'Eve'"):
            change("Eve")


def test_every_change_stands_in_the_log(case: Store, accounts: Accounts) -> None:
    """With who did it to whom, and what they may do since; never a password or its hash."""
    accounts.change("Bo Li", audience=Marking.GREEN, by="ana")
    accounts.set_password("Bo Li", WORDS + "!", by="Bo Li")
    accounts.log_out("Bo Li", by="ana")
    accounts.deactivate("Bo Li", by="ana")
    log = case.audit_log(target="Bo Li")
    acts = ["user-add", "user-change", "user-password", "user-log-out", "user-change"]
    assert [entry.act for entry in log] == acts
    assert [entry.by for entry in log] == ["ana", "ana", "Bo Li", "ana", "ana"]
    assert [entry.detail["audience"] for entry in log] == ["AMBER", *["GREEN"] * 4]
    assert (log[0].detail["circles"], log[-1].detail["active"]) == ("a, track ii", 0)
    assert not any("argon2" in str(entry) or WORDS in str(entry) for entry in log)
    assert verify(case).faults == ()


def test_the_last_look_is_kept(case: Store) -> None:
    """For whoever looks, with an account or without; never set back, and not in the log."""
    users = case.accounts()
    assert users.last_look("local") is None
    for moment in (day(2), day(3), DAY):
        users.looked("Local", moment)
    assert users.last_look("local") == day(3)
    assert users.last_look("ana") is None
    assert case.audit_log() == ()
    assert verify(case).faults == ()


def test_without_argon2_one_sentence_says_what_to_install(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has not installed the extra is told how; users without a password need it not."""
    for module in [name for name in sys.modules if name.partition(".")[0] == "argon2"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "argon2", None)
    for use in (lambda: accounts.check_password("ana", WORDS), lambda: accounts.set_password("ana", WORDS)):
        with pytest.raises(InputError, match=r"pip install 'goodoffices\[web\]'"):
            use()
    assert accounts.add("proxied", role=Role.READER, audience=Marking.GREEN).name == "proxied"


def test_a_role_may_do_what_those_below_it_may() -> None:
    """A reader reads, an analyst also judges, an admin does all."""
    assert [[one.may(other) for other in Role] for one in Role] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]
    assert [parse_role(f" {role.value.upper()} ") for role in Role] == list(Role)
    with pytest.raises(InputError, match="use one of reader, analyst, admin"):
        parse_role("owner")
