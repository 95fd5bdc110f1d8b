"""A small made-up case over which the workbench opens, and browsers for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lindholm_talks import add_talks
from person import browser
from screens import reached
from starlette.testclient import TestClient

from goodoffices.record import (
    Marking,
    password,
)
from goodoffices.record.store import Store, create_case, open_case
from goodoffices.web import Settings, create_app


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed in a moment: what they cost is not what these tests look at."""
    monkeypatch.setattr(password, "COST", password.Cost(1, 64, 1))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of two reports: one that all may see, one marked RED."""
    place = tmp_path / "talks.goodoffices"
    with create_case(place) as store:
        add_talks(store)
        add_talks(store, marking=Marking.RED, words="the hidden harbour", day=2)
    return place


@pytest.fixture
def store(case: Path) -> Iterator[Store]:
    """The case, opened beside the workbench."""
    with open_case(case) as opened:
        yield opened


@pytest.fixture
def opened(case: Path) -> Iterator[Callable[..., TestClient]]:
    """Opens a workbench over the case with some settings, and gives a browser without a screen."""
    clients: list[TestClient] = []

    def open_it(**settings: object) -> TestClient:
        app = create_app(Settings(case=str(case), **settings))  # type: ignore[arg-type]  # the fields of Settings
        client = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
        clients.append(client)
        client.__enter__()
        return client

    yield open_it
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def client(opened: Callable[..., TestClient]) -> TestClient:
    """A browser at a workbench where nobody logs in."""
    return opened()


@pytest.fixture
def csrf() -> Callable[[TestClient, str], str]:
    """Gives the word that the forms of a page carry."""

    def read(client: TestClient, path: str = "/") -> str:
        found = re.search(r'name="csrf" value="([0-9a-f]{64})"|X-CSRF-Token": "([0-9a-f]{64})"', client.get(path).text)
        assert found is not None
        return found[1] or found[2]

    return read


@pytest.fixture
def address(case: Path) -> Iterator[str]:
    """A workbench that a browser reaches."""
    with reached(create_app(Settings(case=str(case)))) as place:
        yield place


@pytest.fixture
def tolerated() -> str:
    """What a browser may complain of: nothing, unless a module of tests says otherwise."""
    return ""


@pytest.fixture
def open_page(address: str, tolerated: str) -> Iterator[Callable[..., Any]]:
    """Opens pages; whatever they complain of fails the test."""
    complaints: list[str] = []

    def heard(said: Any) -> None:
        if said.type == "error" and not (tolerated and tolerated in said.text):
            complaints.append(said.text)

    with browser() as started:

        def opened(path: str, **options: Any) -> Any:
            page = started.new_context(base_url=address, **options).new_page()
            page.set_default_timeout(30_000)
            page.on("console", heard)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(path)
            return page

        yield opened
    assert not complaints
