"""Logging in: who may, who may not, and what guessing costs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from goodoffices.record import InputError, Marking
from goodoffices.record.account import Role
from goodoffices.record.store import open_case
from goodoffices.web.guards.throttle import Throttle
from goodoffices.web.pages.login import own_path
from goodoffices.web.serving import run
from goodoffices.web.settings import Settings

PASSWORD = "seven quiet herons"  # noqa: S105  of a made-up user
OTHER = "twelve loud geese here"  # of another

Opened = Callable[..., TestClient]


@pytest.fixture
def team(case: Path) -> Path:
    """The case with a reader of GREEN, an analyst and an admin."""
    with open_case(case) as store:
        accounts = store.accounts()
        accounts.add("boss", role=Role.ADMIN, audience=Marking.RED, password=PASSWORD)
        accounts.add("ana", role=Role.ANALYST, audience=Marking.RED, password=PASSWORD)
        accounts.add("rita", role=Role.READER, audience=Marking.GREEN, password=PASSWORD)
    return case


def log_in(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> object:
    """Fill in the form and send it."""
    found = re.search(r'name="csrf" value="(\w+)"', client.get("/login").text)
    assert found is not None
    data = {"csrf": found[1], "name": name, "password": password, **more}
    return client.post("/login", data=data)


@pytest.mark.usefixtures("team")
def test_nobody_sees_anything_before_logging_in(opened: Opened) -> None:
    """Pages lead to the form, calls are refused, and neither tells of the case."""
    client = opened()
    for path in ("/", "/record", "/reports", "/export/case.jsonl", "/search?q=port"):
        answer = client.get(path)
        assert answer.status_code in {303, 401}
        assert "port fees" not in answer.text
    assert client.get("/api/v1/findings", headers={"accept": "application/json"}).status_code == 401


@pytest.mark.usefixtures("team")
def test_logging_in_leads_back_to_what_was_asked_for(opened: Opened) -> None:
    """The form sends one on to the page that one wanted."""
    client = opened()
    assert client.get("/matrix?part=1").headers["location"] == "/login?next=%2Fmatrix%3Fpart%3D1"
    answer = log_in(client, "ana", next="/matrix?part=1")
    assert answer.headers["location"] == "/matrix?part=1"  # type: ignore[attr-defined]  # a response
    assert client.get("/matrix").status_code == 200


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/ok\r\nX: y",
        "evil",
        "",
    ],
)
def test_nobody_is_sent_to_another_site(target: str) -> None:
    """Whatever the address says, the way leads to a page of ours."""
    assert own_path(target) == "/"


@pytest.mark.usefixtures("team")
def test_a_wrong_password_and_an_unknown_name_read_alike(opened: Opened) -> None:
    """Nobody learns who has an account."""
    client = opened()
    wrong, unknown = log_in(client, "ana", OTHER), log_in(client, "bob", OTHER)
    strip = re.compile(r'value="[^"]*"')
    assert strip.sub("", wrong.text) == strip.sub("", unknown.text)  # type: ignore[attr-defined]  # responses
    assert client.get("/record").status_code == 303


@pytest.mark.usefixtures("team")
def test_guessing_is_slowed_down(opened: Opened) -> None:
    """From the sixth failure on one has to wait, even with the right password."""
    client = opened()
    for _ in range(6):
        log_in(client, "ana", OTHER)
    answer = log_in(client, "ana")
    assert answer.status_code == 429  # type: ignore[attr-defined]  # a response
    assert int(answer.headers["retry-after"]) >= 1  # type: ignore[attr-defined]  # the same


def test_the_brake_lets_go_and_has_a_longest_wait() -> None:
    """Waits double from failure to failure, up to a quarter of an hour, and end."""
    clock = [0.0]
    throttle = Throttle(lambda: clock[0])
    for _ in range(5):
        throttle.failed("ana")
    assert throttle.wait("ana") == 0
    throttle.failed("ana")
    assert throttle.wait("ana") == 2
    for _ in range(60):
        throttle.failed("ana")
    assert throttle.wait("ana") == 900
    clock[0] += 901
    assert throttle.wait("ana") == 0
    throttle.succeeded("ana")
    throttle.failed("ana")
    assert throttle.wait("ana") == 0


def test_a_new_password_ends_every_session(team: Path, opened: Opened) -> None:
    """Who was logged in has to log in anew."""
    client = opened()
    log_in(client, "ana")
    assert client.get("/record").status_code == 200
    with open_case(team) as store:
        store.accounts().set_password("ana", OTHER)
    assert client.get("/record").status_code == 303


@pytest.mark.usefixtures("team")
def test_a_forged_cookie_is_nobody(opened: Opened) -> None:
    """A cookie that we did not sign lets nobody in."""
    client = opened()
    log_in(client, "rita")
    cookie = client.cookies["goodoffices"]
    client.cookies.clear()
    client.cookies.set("goodoffices", ("x" if cookie[0] != "x" else "y") + cookie[1:])
    assert client.get("/record").status_code == 303


@pytest.mark.usefixtures("team")
def test_a_reader_sees_their_audience_and_changes_nothing(opened: Opened, csrf: Callable[..., str]) -> None:
    """A reader of GREEN sees what GREEN may see, and cannot judge."""
    client = opened()
    log_in(client, "rita")
    page = client.get("/record").text
    assert "the port fees" in page
    assert "hidden harbour" not in page
    found = re.search(r'data-finding="(f-\w+)"', page)
    assert found is not None
    answer = client.post(f"/findings/{found[1]}/judge", data={"csrf": csrf(client), "verdict": "reject"})
    assert answer.status_code == 403


@pytest.mark.usefixtures("team")
def test_nobody_looks_above_their_own_audience(opened: Opened, csrf: Callable[..., str]) -> None:
    """Neither the page, nor a header, nor an export raises a reader of GREEN."""
    client = opened()
    log_in(client, "rita")
    assert client.post("/audience", data={"csrf": csrf(client), "marking": "RED"}).status_code == 422
    for path in ("/record", "/api/v1/findings", "/export/findings.csv?for=RED", "/export/brief.md?for=RED"):
        assert "hidden harbour" not in client.get(path, headers={"x-audience": "RED"}).text


@pytest.mark.usefixtures("team")
def test_a_program_logs_in_with_a_token(opened: Opened) -> None:
    """A token does for calls what a cookie does for pages, and needs no form."""
    client = opened()
    token = client.post("/api/v1/session", json={"name": "ana", "password": PASSWORD}).json()["token"]
    client.cookies.clear()
    headers = {"authorization": f"Bearer {token}"}
    assert client.get("/api/v1/case", headers=headers).json()["user"] == "ana"
    assert client.get("/api/v1/case", headers={"authorization": "Bearer nonsense"}).status_code == 401
    assert client.post("/api/v1/session", json={"name": "ana", "password": OTHER}).status_code == 401


@pytest.mark.usefixtures("team")
def test_a_proxys_header_counts_from_the_proxy_alone(opened: Opened) -> None:
    """The header names the user where the trusted proxy sends it, and nobody where somebody else does."""
    trusted = opened(proxy_header="x-remote-user", proxies=("testclient",))
    assert trusted.get("/api/v1/case", headers={"x-remote-user": "rita"}).json()["user"] == "rita"
    assert trusted.get("/api/v1/case", headers={"x-remote-user": "nobody"}).status_code == 401
    stranger = opened(proxy_header="x-remote-user", proxies=("10.0.0.1",))
    assert stranger.get("/api/v1/case", headers={"x-remote-user": "boss"}).status_code == 401


def test_without_users_it_opens_to_this_machine_alone(case: Path) -> None:
    """Another address is refused, with what to do."""
    with pytest.raises(InputError, match="make a user first"):
        run(Settings(case=str(case), host="0.0.0.0", port=8766), told=lambda _line: None)  # noqa: S104  refused


def test_logins_stand_in_the_audit_log(team: Path, opened: Opened) -> None:
    """Both the failed and the good one, with their names."""
    client = opened()
    log_in(client, "ana", OTHER)
    log_in(client, "ana")
    with open_case(team) as store:
        acts = [(line.act, line.by) for line in store.audit_log(newest_first=True, limit=2)]
    assert acts == [("login", "ana"), ("login-failed", "ana")]
