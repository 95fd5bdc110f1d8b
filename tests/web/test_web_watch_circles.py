"""Circles of the watch book in the browser: with and without another circle's things, not a byte differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient
from test_web_watch_release import (
    AT,
    HEAD,
    HIDDEN,
    OPEN,
    REPORT,
    ROUTES,
    ROWS,
    SECRET,
    ZONE,
    hidden_entries,
    plain,
    shown_entries,
)

from goodoffices.record import Marking
from goodoffices.record.account import Role
from goodoffices.record.store import create_case, open_case
from goodoffices.watch.book import Book
from goodoffices.watch.log import Entry
from goodoffices.web import Settings, create_app

PASSWORD = "a long enough password"  # noqa: S105  made up
CONFINED = [
    f"i-0,48.10,37.10,2026-03-05T10:10,shelling,{SECRET},{SECRET},9,{REPORT} {SECRET},",
    f"{SECRET}-1,12.10,97.10,2026-02-01T10:00,{SECRET},{SECRET},{SECRET},9,{SECRET},",
    f"{SECRET}-2,48.11,37.11,2026-03-06T10:00,shelling,{SECRET},{SECRET},9,{SECRET},",
    f"i-1,48.10,37.10,2026-03-05T10:00,shelling,Mill,{SECRET},90,{SECRET} corrected,",
]
WHO = {
    "east": (Marking.RED, ("east",)),
    "both": (Marking.RED, ("east", "west")),
    "green": (Marking.GREEN, ()),
    "west": (Marking.RED, ("west",)),
}


def confined_entries() -> list[Entry]:
    """What the west set down: each would change something."""
    import msgspec  # noqa: PLC0415  beside its only use

    entries = hidden_entries()
    return [msgspec.structs.replace(each, marking=Marking.CLEAR, circles=("west",)) for each in entries]


def make_book(folder: Path, *, secrets: bool) -> None:
    """A book; with secrets, the same one with things of the circle of the west of every sort in between."""
    folder.mkdir(parents=True)
    confined = {key: text.replace("marking: RED", "circle: west") for key, text in HIDDEN.items()}
    hidden = confined if secrets else dict.fromkeys(HIDDEN, "")
    (folder / "agreement.yaml").write_text(OPEN % hidden, encoding="utf-8")
    zones = [ZONE % ("The buffer", "", ',"id":"buffer"'), ZONE % ("The port", "", "")]
    if secrets:
        walled = ',"circle":"west"'
        zones = [ZONE % (SECRET, walled, ""), ZONE % (SECRET, walled, f',"id":"{SECRET}-z"'), *zones]
    text = '{"type":"FeatureCollection","features":[' + ",".join(zones) + "]}"
    (folder / "zones.geojson").write_text(text, encoding="utf-8")
    book, file = Book(folder), folder.parent / "rows.csv"
    head = HEAD.rstrip() + ",circle\n"
    loads = [[f"{each}," for each in ROWS]]
    if secrets:
        first, last = ([f"{each},west" for each in part] for part in (CONFINED[:2], CONFINED[3:]))
        loads = [first, [f"{CONFINED[2]},west", *loads[0]], last]
    for rows in loads:
        file.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
        own = len(loads) == 1 or rows is loads[1]
        book.load(file, now=AT, source="rows.csv" if own else f"{SECRET}.csv", circles=() if own else ("west",))
    entries = shown_entries()
    book.add(*([*confined_entries()[:4], *entries, *confined_entries()[4:]] if secrets else entries))


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, TestClient], dict[str, TestClient]]]:
    """Two workbenches, over a book without the west's things and with them, each with whoever is logged in."""
    made: list[dict[str, TestClient]] = []
    opened: list[TestClient] = []
    for secrets in (False, True):
        place = tmp_path_factory.mktemp("circles") / "talks.goodoffices"
        create_case(place).close()
        with open_case(place) as store:
            for name, (marking, circles) in WHO.items():
                store.accounts().add(name, role=Role.ANALYST, audience=marking, circles=circles, password=PASSWORD)
        make_book(place.with_name(f"{place.name}.desk") / "watch", secrets=secrets)
        app = create_app(Settings(case=str(place)))
        clients = {}
        for name in WHO:
            client = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
            client.__enter__()
            opened.append(client)
            token = client.post("/api/v1/session", json={"name": name, "password": PASSWORD}).json()["token"]
            client.headers["authorization"] = f"Bearer {token}"
            clients[name] = client
        made.append(clients)
    yield made[0], made[1]
    for client in opened:
        client.__exit__(None, None, None)


Books = tuple[dict[str, TestClient], dict[str, TestClient]]


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("name", ["east", "green"])
def test_nothing_differs_outside_the_circle(books: Books, name: str, path: str) -> None:
    """The same bytes for another circle at RED and for GREEN of none, on every route; and the word of none of it."""
    without, with_secrets = (asked(each[name], path) for each in books)
    assert with_secrets.status_code == without.status_code
    assert settled(with_secrets.content) == settled(without.content)
    if SECRET not in path:
        assert SECRET not in with_secrets.text


def asked(client: TestClient, path: str) -> Response:
    """What comes of a page; on a busy machine it may be worked out beside it first."""
    answer = client.get(path)
    for _ in range(20):
        if answer.status_code != 503:
            break
        answer = client.get(path)
    return answer


def settled(content: bytes) -> str:
    """An answer without what is of its own time and session."""
    return re.sub(r"/static/[0-9a-f]+/", "", plain(content))


@pytest.mark.parametrize("path", ["/watch?on=2026-03-15", "/watch/log", "/watch/incidents", "/watch/map"])
@pytest.mark.parametrize("name", ["west", "both"])
def test_the_members_see_it(books: Books, name: str, path: str) -> None:
    """Who belongs to it is shown it: else the test before says nothing."""
    assert SECRET in asked(books[1][name], path).text


def test_a_file_for_a_circle_is_loaded_in_the_browser(books: Books) -> None:
    """A member chooses the circle in the form; another circle cannot be named, and nobody else sees the rows."""
    east, west = books[1]["east"], books[1]["west"]
    token = re.search(r'name="csrf" value="([0-9a-f]{64})"', east.get("/watch/incidents").text)
    assert token is not None
    row = "e-1,48.40,37.40,2026-03-05T10:00,shelling,Eastern quay,Radio,1,Only the east knows,\n"
    file = {"file": ("east.csv", (HEAD + row).encode(), "text/csv")}
    answer = east.post("/watch/incidents", data={"csrf": token[1], "marking": "CLEAR"}, files=file)
    assert answer.status_code == 303
    place = answer.headers["location"]
    form = east.get(place).text
    assert re.search(r'<select name="circle">.*<option selected>east</option>', form)
    refused = east.post(place, data={"csrf": token[1], "marking": "CLEAR", "circle": "west"})
    assert refused.status_code == 422
    assert east.post(place, data={"csrf": token[1], "marking": "CLEAR", "circle": "east"}).status_code == 303
    assert "Eastern quay" in east.get("/watch/incidents").text
    for other in (west, books[1]["green"]):
        assert "Eastern quay" not in other.get("/watch/incidents").text
        assert "east.csv" not in other.get("/watch/incidents").text


def test_a_word_on_what_is_confined_is_confined(books: Books) -> None:
    """An attribution that a member sets down of the circle's incident is heard by its members alone."""
    west = books[1]["west"]
    body = {
        "entry": "attribution",
        "fields": {"incident": f"{SECRET}-1", "party": "North", "note": "only the west"},
    }
    answer = west.post("/api/v1/watch/log", json=body, headers={"X-GoodOffices": "1"})
    assert answer.status_code == 201, answer.text
    assert "only the west" in west.get("/api/v1/watch/log").text
    for name in ("east", "green"):
        assert "only the west" not in books[1][name].get("/api/v1/watch/log").text
