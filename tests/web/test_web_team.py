"""Users, one's own account, the log: who may do what, and what each change ends."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from goodoffices.record import Marking
from goodoffices.record.account import Role
from goodoffices.record.store import Store, open_case
from goodoffices.web.guards.session import new_session, token_of

PASSWORD = "seven quiet herons"  # noqa: S105  of a made-up user
OTHER = "twelve loud geese here"  # of another

Opened = Callable[..., TestClient]
Csrf = Callable[..., str]


@pytest.fixture
def team(case: Path) -> Path:
    """The case with admins of several audiences, an analyst and a reader."""
    with open_case(case) as store:
        accounts = store.accounts()
        for name, role, audience, circles in (
            ("boss", Role.ADMIN, Marking.RED, ()),
            ("green", Role.ADMIN, Marking.GREEN, ()),
            ("walled", Role.ADMIN, Marking.RED, ("track b",)),
            ("ana", Role.ANALYST, Marking.RED, ()),
            ("rita", Role.READER, Marking.GREEN, ()),
        ):
            accounts.add(name, role=role, audience=audience, circles=circles, password=PASSWORD)
    return case


@pytest.fixture
def logged_in(opened: Opened, team: Path) -> Callable[[str], TestClient]:
    """Gives a browser in which somebody is logged in."""
    assert team

    def enter(name: str) -> TestClient:
        client = opened()
        bench = client.app.state.bench  # type: ignore[attr-defined]  # TestClient types its app as any ASGI app
        account = bench.store.accounts().get(name)
        client.cookies.set("goodoffices", token_of(new_session(account.name, account.session), bench))
        return client

    return enter


def accounts_of(client: TestClient) -> object:
    """The users of the case that a browser looks at."""
    return client.app.state.bench.store.accounts()  # type: ignore[attr-defined]  # the same


# The first user


def test_alone_the_page_of_users_begins_a_team(client: TestClient, csrf: Csrf) -> None:
    """The first user is an admin up to RED; from then on one logs in, at once."""
    assert "Nobody logs in here" in client.get("/users").text
    first = {"name": "ana", "password": PASSWORD, "again": PASSWORD}
    assert client.get("/record").status_code == 200
    answer = client.post("/users/first", data={**first, "csrf": csrf(client, "/users")})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert client.get("/record").headers["location"].startswith("/login")
    assert client.get("/api/v1/case", headers={"x-goodoffices": "1"}).status_code == 401
    made = accounts_of(client).get("ana")  # type: ignore[attr-defined]  # users
    assert (made.role, made.audience, made.circles, made.active) == (Role.ADMIN, Marking.RED, (), True)
    client.post("/login", data={"csrf": csrf(client, "/login"), "name": "ana", "password": PASSWORD})
    assert client.get("/users").status_code == 200
    again = client.post("/users/first", data={**first, "name": "eve", "csrf": csrf(client, "/users")})
    assert again.status_code == 403


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"name": "ana", "password": "short", "again": "short"}, "at least 12 characters"),
        ({"name": "ana", "password": PASSWORD, "again": OTHER}, "not the same"),
        ({"name": "", "password": PASSWORD, "again": PASSWORD}, ""),
        ({"name": "a\u200b\u0007", "password": PASSWORD, "again": PASSWORD}, "cannot be a user"),
    ],
)
def test_a_first_user_that_cannot_be_leaves_all_as_it_was(
    client: TestClient, csrf: Csrf, form: dict[str, str], words: str
) -> None:
    """What is wrong is said, and nobody has to log in."""
    answer = client.post("/users/first", data={**form, "csrf": csrf(client, "/users")})
    assert answer.status_code == 422
    assert words in answer.text
    assert client.get("/record").status_code == 200


@pytest.mark.parametrize(
    "user",
    [
        {"name": "ana", "role": "reader", "audience": "RED", "password": PASSWORD},
        {"name": "ana", "role": "admin", "audience": "GREEN", "password": PASSWORD},
        {"name": "ana", "role": "admin", "audience": "RED", "password": PASSWORD, "circles": ["track a"]},
        {"name": "ana", "role": "admin", "audience": "RED"},
    ],
)
def test_the_first_user_can_be_nothing_less_by_a_call_either(client: TestClient, user: dict[str, object]) -> None:
    """Nobody is locked out of the case for want of somebody who sees it."""
    assert client.post("/api/v1/team/users", json=user, headers={"x-goodoffices": "1"}).status_code == 422
    assert client.get("/record").status_code == 200


def test_a_user_made_by_a_command_counts_at_once(client: TestClient, store: Store) -> None:
    """A workbench that is open asks for a login from then on, and never opens by itself again."""
    assert client.get("/record").status_code == 200
    store.accounts().add("rita", role=Role.READER, audience=Marking.GREEN, password=PASSWORD)
    assert client.get("/record").status_code == 303
    store.accounts().deactivate("rita")
    assert client.get("/record").status_code == 303


# Users


def test_an_admin_makes_and_changes_users(logged_in: Callable[[str], TestClient], csrf: Csrf) -> None:
    """Made, changed, given a password, let out and in again; each stands in the log with who did it."""
    client = logged_in("boss")
    word = csrf(client, "/users")
    user = {"name": "bo/x", "role": "reader", "audience": "AMBER", "circles": "Track B\ntrack a", "password": PASSWORD}
    made = client.post("/users/add", data={**user, "csrf": word})
    assert made.status_code == 303
    assert "bo/x was made." in client.get(made.headers["location"]).text
    bo = accounts_of(client).get("bo/x")  # type: ignore[attr-defined]  # users
    assert (bo.role, bo.audience, bo.circles, bo.by) == (Role.READER, Marking.AMBER, ("track a", "track b"), "boss")
    form = {"csrf": word, "name": "bo/x"}
    change = client.post("/users/change", data={**form, "role": "analyst", "audience": "GREEN", "circles": ""})
    assert "was changed." in client.get(change.headers["location"]).text
    client.post("/users/password", data={**form, "password": OTHER})
    client.post("/users/active", data={**form, "active": "no"})
    bo = accounts_of(client).get("bo/x")  # type: ignore[attr-defined]  # users
    assert (bo.role, bo.audience, bo.circles, bo.active) == (Role.ANALYST, Marking.GREEN, (), False)
    assert accounts_of(client).check_password("bo/x", OTHER) is None  # type: ignore[attr-defined]  # users
    client.post("/users/active", data={**form, "active": "yes"})
    assert accounts_of(client).check_password("bo/x", OTHER) is not None  # type: ignore[attr-defined]  # users
    store = client.app.state.bench.store  # type: ignore[attr-defined]  # the same
    assert {line.by for line in store.audit_log(target="bo/x")} == {"boss"}


def test_a_user_who_is_let_out_or_logged_out_is_out_at_once(logged_in: Callable[[str], TestClient], csrf: Csrf) -> None:
    """Their next page asks for a login."""
    boss = logged_in("boss")
    for path, more in (("/users/log-out", {}), ("/users/active", {"active": "no"})):
        rita = logged_in("rita")
        assert rita.get("/record").status_code == 200
        boss.post(path, data={"csrf": csrf(boss, "/users"), "name": "rita", **more})
        assert rita.get("/record").status_code == 303


def test_the_last_admin_cannot_be_let_out(logged_in: Callable[[str], TestClient], csrf: Csrf) -> None:
    """Somebody has to be able to make users."""
    client = logged_in("boss")
    word = csrf(client, "/users")
    for name in ("green", "walled"):
        assert client.post("/users/active", data={"csrf": word, "name": name, "active": "no"}).status_code == 303
    answer = client.post("/users/active", data={"csrf": word, "name": "boss", "active": "no"})
    assert answer.status_code == 422
    assert "only active admin" in answer.text


@pytest.mark.parametrize(
    ("admin", "user"),
    [
        ("green", {"role": "reader", "audience": "AMBER", "circles": ""}),
        ("green", {"role": "reader", "audience": "GREEN", "circles": "track a"}),
        ("walled", {"role": "reader", "audience": "RED", "circles": ""}),
        ("walled", {"role": "reader", "audience": "CLEAR", "circles": "track a"}),
    ],
)
def test_nobody_makes_a_user_who_sees_more_than_they_do(
    logged_in: Callable[[str], TestClient], csrf: Csrf, admin: str, user: dict[str, str]
) -> None:
    """Neither by marking nor past a wall, by page or by call."""
    client = logged_in(admin)
    word = csrf(client, "/users")
    form = {**user, "name": "eve", "password": PASSWORD, "csrf": word}
    assert client.post("/users/add", data=form).status_code == 403
    call = {
        **user,
        "name": "eve",
        "password": PASSWORD,
        "circles": user["circles"].split("\n") if user["circles"] else [],
    }
    assert client.post("/api/v1/team/users", json=call, headers={"x-csrf-token": word}).status_code == 403
    assert accounts_of(client).get("eve") is None  # type: ignore[attr-defined]  # users


@pytest.mark.parametrize("admin", ["green", "walled"])
@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("/users/password", {"password": OTHER}),
        ("/users/log-out", {}),
        ("/users/active", {"active": "no"}),
        ("/users/change", {"role": "reader", "audience": "CLEAR"}),
    ],
)
def test_nobody_lays_hands_on_a_user_who_sees_more(
    logged_in: Callable[[str], TestClient], csrf: Csrf, admin: str, path: str, more: dict[str, str]
) -> None:
    """Who may give the boss another password could log in as the boss."""
    client = logged_in(admin)
    before = accounts_of(client).get("boss")  # type: ignore[attr-defined]  # users
    assert client.post(path, data={"csrf": csrf(client, "/users"), "name": "boss", **more}).status_code == 403
    assert accounts_of(client).get("boss") == before  # type: ignore[attr-defined]  # users
    assert client.get("/users/one", params={"name": "boss"}).status_code == 403


def test_what_was_typed_is_still_there_when_it_cannot_be(logged_in: Callable[[str], TestClient], csrf: Csrf) -> None:
    """All but the password."""
    client = logged_in("boss")
    form = {"name": "ana", "role": "analyst", "audience": "AMBER", "circles": "track z", "password": PASSWORD}
    answer = client.post("/users/add", data={**form, "csrf": csrf(client, "/users")})
    assert answer.status_code == 422
    assert "There is a user" in answer.text
    assert "track z" in answer.text
    assert PASSWORD not in answer.text


# Oneself


def test_one_changes_ones_own_password_and_stays(logged_in: Callable[[str], TestClient], csrf: Csrf) -> None:
    """It takes the old one, ends the other sessions, and this one goes on."""
    here, there = logged_in("rita"), logged_in("rita")
    form = {"csrf": csrf(here, "/me"), "old": PASSWORD, "new": OTHER, "again": OTHER}
    assert here.post("/me/password", data={**form, "old": OTHER}).status_code == 422
    assert here.post("/me/password", data={**form, "new": "short", "again": "short"}).status_code == 422
    assert there.get("/record").status_code == 200
    assert here.post("/me/password", data=form).status_code == 303
    assert here.get("/record").status_code == 200
    assert there.get("/record").status_code == 303


def test_guessing_the_old_password_is_slowed_down_too(logged_in: Callable[[str], TestClient], csrf: Csrf) -> None:
    """Whoever finds a browser open does not find out the password there."""
    client = logged_in("rita")
    form = {"csrf": csrf(client, "/me"), "old": OTHER, "new": OTHER, "again": OTHER}
    statuses = [client.post("/me/password", data=form).status_code for _ in range(8)]
    assert statuses[:6] == [422] * 6
    assert statuses[-1] == 429


def test_one_logs_out_everywhere(logged_in: Callable[[str], TestClient], csrf: Csrf) -> None:
    """All browsers, and all programs with a token."""
    here, there = logged_in("ana"), logged_in("ana")
    token = there.post("/api/v1/session", json={"name": "ana", "password": PASSWORD}).json()["token"]
    here.post("/me/log-out-everywhere", data={"csrf": csrf(here, "/me")})
    assert here.get("/record").status_code == there.get("/record").status_code == 303
    there.cookies.clear()
    assert there.get("/api/v1/case", headers={"authorization": f"Bearer {token}"}).status_code == 401


# The log


def test_the_log_is_paged_filtered_and_proved(logged_in: Callable[[str], TestClient], csrf: Csrf, store: Store) -> None:
    """The last line first, by act, by whom and of what; its head; and the proof of its chain."""
    for number in range(150):
        store.audit("look", by="ana" if number % 2 else "rita", target=f"t{number}")
    client = logged_in("boss")
    page = client.get("/log").text
    assert str(store.audit_head()) in page
    numbers = [int(each) for each in re.findall(r'<td class="number">(\d+)</td>', page)]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) == 100
    older = re.search(r'rel="next"[^>]* href="([^"]+)"', page)
    assert older is not None
    following = re.findall(r'<td class="number">(\d+)</td>', client.get(older[1].replace("&amp;", "&")).text)
    assert int(following[0]) == numbers[-1] - 1
    only = client.get("/log", params={"act": "look", "by": "ana", "target": "t1"}).text
    assert len(re.findall(r'<td class="number">', only)) == 1
    head = str(store.audit_head())
    word = csrf(client, "/log")
    good = client.post("/log/prove", data={"csrf": word, "head": head}).text
    assert "holds, and the line that was written down is in it" in good
    forged = client.post("/log/prove", data={"csrf": word, "head": f"3:{'0' * 64}"}).text
    assert "The chain does not hold." in forged
    beyond = client.post("/log/prove", data={"csrf": word, "head": f"99999:{'0' * 64}"}).text
    assert "The chain does not hold." in beyond
    assert client.post("/log/prove", data={"csrf": word, "head": "nonsense"}).status_code == 422
    lines = client.get("/log/lines.csv", params={"act": "look"}).text.splitlines()
    assert len(lines) == 151


def test_a_log_that_was_changed_behind_its_back_is_found_out(
    logged_in: Callable[[str], TestClient], csrf: Csrf, case: Path
) -> None:
    """The proof names the line."""
    client = logged_in("boss")
    with sqlite3.connect(case) as connection:
        connection.execute("DROP TRIGGER audit_is_not_changed")
        connection.execute("UPDATE audit SET who = 'eve' WHERE number = 2")
    connection.close()
    page = client.post("/log/prove", data={"csrf": csrf(client, "/log")}).text
    assert "The chain does not hold." in page
    assert "Line 2: its hash is not that of what it says" in page
    proof = client.post("/api/v1/log/proof", json={}, headers={"x-csrf-token": csrf(client, "/log")}).json()
    assert [each["line"] for each in proof["faults"]] == [2]


@pytest.mark.parametrize("name", ["green", "walled", "ana", "rita"])
def test_only_keepers_read_the_log(logged_in: Callable[[str], TestClient], name: str) -> None:
    """An admin who does not see everything reads no line of it, and has no link to it."""
    client = logged_in(name)
    for path in ("/log", "/log/lines.csv", "/api/v1/log"):
        assert client.get(path).status_code == 403
    assert 'href="/log"' not in client.get("/record").text


# Calls


def test_the_calls_do_what_the_pages_do(logged_in: Callable[[str], TestClient]) -> None:
    """With a token: users made, changed, let out; the log read; one's own password changed."""
    client = logged_in("boss")
    client.cookies.clear()
    token = client.post("/api/v1/session", json={"name": "boss", "password": PASSWORD}).json()["token"]
    headers = {"authorization": f"Bearer {token}"}
    user = {"name": "bo", "role": "analyst", "audience": "AMBER", "circles": ["Track A"], "password": PASSWORD}
    made = client.post("/api/v1/team/users", json=user, headers=headers)
    assert made.status_code == 201
    assert made.json()["circles"] == ["track a"]
    changed = client.post("/api/v1/team/users/change", json={"name": "bo", "active": False}, headers=headers)
    assert changed.json()["active"] is False
    names = [each["name"] for each in client.get("/api/v1/team/users", headers=headers).json()]
    assert names == sorted(["boss", "green", "walled", "ana", "rita", "bo"])
    lines = client.get("/api/v1/log", params={"target": "bo", "limit": 1}, headers=headers).json()
    assert lines["entries"][0]["act"] == "user-change"
    assert lines["before"] == lines["entries"][0]["number"]
    assert client.post("/api/v1/log/proof", json={"head": lines["head"]}, headers=headers).json()["faults"] == []
    own = client.post("/api/v1/team/me/password", json={"old": PASSWORD, "new": OTHER}, headers=headers)
    assert own.json() == {"name": "boss", "everywhere": True}
    assert client.get("/api/v1/case", headers=headers).status_code == 401


@pytest.mark.usefixtures("team")
def test_every_call_stands_on_the_page_of_calls(logged_in: Callable[[str], TestClient]) -> None:
    """Each with its method, address, words and types; every link within the page leads to something on it."""
    client = logged_in("rita")
    page = client.get("/api/docs").text
    document = client.get("/api/openapi.json").json()
    for path, calls in document["paths"].items():
        assert page.count(f'<code class="long">{path}</code>') == len(calls), path
    assert "x-type" not in str(document)
    anchors = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors
