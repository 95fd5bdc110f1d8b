"""Texts over the API: kept, saved, decided, checked, compared, joined, handed out, with the one error shape."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from goodoffices.record import Marking
from goodoffices.record.account import Role
from goodoffices.record.store import open_case

TEXT = "1. The Parties shall open the port within [A: 10 | B: 30] days. {#port}\n\n2. They shall meet. {#meet}\n"
OURS = {"X-GoodOffices": "1"}
PASSWORD = "correct horse battery"  # noqa: S105  of a made-up user


def call(client: TestClient, path: str, body: dict[str, Any], *, status: int = 200) -> Any:
    """Send a call; return what it answers."""
    answer = client.post(f"/api/v1/{path}", json=body, headers=OURS)
    assert answer.status_code == status, answer.text
    return answer.json()


def test_a_text_is_kept_saved_and_decided(client: TestClient) -> None:
    """A new text, a version of it, and a bracket decided each answer with the text as it is kept."""
    new = call(client, "texts", {"source": TEXT, "marking": "GREEN", "why": "sent by the hosts"}, status=201)
    name = new["line"]["name"]
    assert (new["line"]["number"], new["line"]["marking"], new["source"]) == (1, "GREEN", TEXT)
    edit = {"source": TEXT.replace("meet", "part"), "base": 1, "why": "a slip"}
    assert call(client, f"texts/{name}/versions", edit, status=201)["line"]["number"] == 2
    decided = call(client, f"texts/{name}/brackets/1", {"act": "accept", "side": 2, "base": 2}, status=201)
    assert "within 30 days" in decided["source"]
    lines = client.get(f"/api/v1/texts/{name}/versions").json()
    assert [(each["number"], each["why"]) for each in lines[:2]] == [(1, "sent by the hosts"), (2, "a slip")]
    earlier = client.get(f"/api/v1/texts/{name}", params={"version": 1}).json()
    assert earlier["source"] == TEXT
    redline = client.get(f"/api/v1/texts/{name}/redline", params={"a": 1, "b": 3}).json()
    assert {each["change"] for each in redline["changes"]} == {"reworded"}


def test_who_comes_second_is_told(client: TestClient) -> None:
    """An edit of a version that is not the latest is 409, and the call to join gives the joined text."""
    name = call(client, "texts", {"source": TEXT, "marking": "CLEAR"}, status=201)["line"]["name"]
    ours, theirs = TEXT.replace("meet", "part"), TEXT.replace("meet", "wait")
    call(client, f"texts/{name}/versions", {"source": ours, "base": 1}, status=201)
    failed = call(client, f"texts/{name}/versions", {"source": theirs, "base": 1}, status=409)
    assert "joined" in failed["error"]["message"]
    found = call(client, "draft/join", {"base": TEXT, "edits": {"Ana": ours, "Ben": theirs}})
    assert "[Ana: They shall part. | Ben: They shall wait.]" in found["source"]
    assert found["clashes"][0]["provision"] == "meet"


def test_a_text_is_checked_and_compared_without_being_kept(client: TestClient) -> None:
    """Checks and comparisons of what is sent along leave nothing behind."""
    found = call(client, "draft/check", {"source": TEXT})
    assert found["checked"]
    assert [each["number"] for each in found["page"]["contested"]] == [1]
    compared = call(client, "draft/compare", {"before": TEXT, "after": TEXT.replace("They shall", "All shall")})
    assert "2 points became 2" in compared["summary"]
    assert client.get("/api/v1/texts").json() == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("texts", {"source": "", "marking": "CLEAR"}),
        ("texts", {"source": "1. [open", "marking": "CLEAR"}),
        ("texts", {"source": TEXT, "marking": "BLUE"}),
        ("texts", {"source": TEXT}),
        ("draft/check", {}),
        ("draft/check", {"source": TEXT, "name": "both"}),
        ("draft/join", {"base": TEXT, "edits": {}}),
        ("texts/port/versions", {"source": TEXT, "base": 0}),
    ],
)
def test_what_cannot_be_is_one_sentence(client: TestClient, path: str, body: dict[str, Any]) -> None:
    """A body that does not fit is 422 in the one shape of errors."""
    assert set(call(client, path, body, status=422)["error"]) == {"status", "title", "message"}


@pytest.mark.parametrize("path", ["texts/none", "texts/none/versions", "texts/none/export/md", "texts/None"])
def test_a_text_that_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    """404, in the one shape."""
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert "there is no text" in answer.json()["error"]["message"].lower()


def test_a_reader_reads_and_changes_nothing(case: Path, opened: Any) -> None:
    """A reader may look, compare and take files; saving takes an analyst, in the browser and over the API."""
    with open_case(case) as store:
        accounts = store.accounts()
        accounts.add("ana", role=Role.ANALYST, audience=Marking.AMBER, password=PASSWORD)
        accounts.add("rita", role=Role.READER, audience=Marking.GREEN, password=PASSWORD)
    client = opened()

    def token(name: str) -> dict[str, str]:
        given = {"name": name, "password": PASSWORD}
        return {"Authorization": f"Bearer {client.post('/api/v1/session', json=given).json()['token']}"}

    ana, rita = token("ana"), token("rita")
    new = client.post("/api/v1/texts", json={"source": TEXT, "marking": "GREEN"}, headers=ana)
    assert new.status_code == 201, new.text
    name = new.json()["line"]["name"]
    assert client.get(f"/api/v1/texts/{name}", headers=rita).json()["source"].count("port") == 2
    assert client.get(f"/api/v1/texts/{name}/export/md", headers=rita).status_code == 200
    refused = client.post(f"/api/v1/texts/{name}/versions", json={"source": "1. No.", "base": 1}, headers=rita)
    assert refused.status_code == 403
    page = client.get(f"/draft/{name}", headers=rita).text
    assert "Edit the text" not in page
    assert client.get(f"/draft/{name}/edit", headers=rita).status_code == 403
    above = client.post("/api/v1/texts", json={"source": TEXT, "marking": "RED"}, headers=ana)
    assert above.status_code == 422
