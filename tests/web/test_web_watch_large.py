"""Large files of incidents: loaded and counted in processes of their own, with a page that says how far it is."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from goodoffices.record.store import create_case
from goodoffices.web import Settings, create_app
from goodoffices.web.watching import apart, loading

AGREEMENT = "agreement: Port Selene\nin force: 2026-03-01\nparties: [North, South]\n"
HEAD = "id,latitude,longitude,date,kind,place\n"


@pytest.fixture
def watching(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A workbench with a watch book, in which any file is large and two incidents are very many."""
    place = tmp_path / "talks.goodoffices"
    create_case(place).close()
    book = place.with_name(f"{place.name}.desk") / "watch"
    book.mkdir(parents=True)
    (book / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    monkeypatch.setattr(loading, "LARGE_BYTES", 10)
    monkeypatch.setattr(apart, "_MANY_ROWS", 1)
    return TestClient(create_app(Settings(case=str(place))), base_url="http://127.0.0.1:8765", follow_redirects=False)


def handed_in(client: TestClient, lines: str) -> tuple[str, str]:
    """Hand a file in and begin to load it; the address of its page, and the word of the forms."""
    token = re.search(r'name="csrf" value="([0-9a-f]{64})"', client.get("/watch/incidents").text)
    assert token is not None
    file = {"file": ("rows.csv", (HEAD + lines).encode(), "text/csv")}
    place = client.post("/watch/incidents", data={"csrf": token[1]}, files=file).headers["location"]
    return place, token[1]


def waited_for(client: TestClient, path: str, word: str, seconds: float = 120) -> str:
    """Open a page until it says something."""
    until = time.monotonic() + seconds
    text = ""
    while time.monotonic() < until:
        text = client.get(path).text
        if word in text:
            return text
        time.sleep(0.3)
    pytest.fail(f"{path} never said {word!r}: {text[-600:]}")


def test_a_large_file_is_loaded_beside_the_workbench(watching: TestClient) -> None:
    """Its page says that it is being loaded, then what came of it; the counts come after that, by themselves."""
    with watching as client:
        rows = "i-1,48.1,37.1,2026-03-05,shelling,Mill\ni-2,48.2,37.2,2026-03-06,fire,Port\nbad,999,1,2026-03-06,f,x\n"
        place, token = handed_in(client, rows)
        assert client.post(place, data={"csrf": token}).status_code == 303
        told = waited_for(client, f"{place}/done", "2 new")
        assert "1 not loaded" in told
        assert client.get("/").status_code == 200
        listed = waited_for(client, "/watch/incidents", "Mill")
        assert "being counted" not in listed


def test_what_cannot_be_loaded_says_why(watching: TestClient) -> None:
    """A sentence on the page of the file, without where it lies."""
    with watching as client:
        place, token = handed_in(client, "i-1,48.1,37.1,2026-03-05,shelling,Mill\n")
        client.post(place, data={"csrf": token, "field-date": "kind", "timezone": "Nowhere/None"})
        told = waited_for(client, f"{place}/done", "Nowhere/None")
        assert "incoming" not in re.sub(r'(href|action|hx-get)="[^"]*"', "", told)
