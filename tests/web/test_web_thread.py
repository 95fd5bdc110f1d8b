"""The thread: from an issue to whether what was agreed on it is kept, and back, by clicking."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from goodoffices.record import Marking
from goodoffices.web.moments import now
from goodoffices.web.weighing.thread import COLUMNS, Link, Node, Web

Csrf = Callable[..., str]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

AGREEMENT = """\
agreement: The ferry accord
in force: 2026-01-01
parties: [Arvenia, Belmark]
obligations:
  - id: open-dock
    kind: ceasefire
    words: The dock stays open and no shot is fired at it.
    provision: dock
    owes: [Belmark]
    act: keep the dock open
    duty: refrain
    incidents: [shelling]
    issue: economy
    option: the-port-fees-outright
"""
TEXT = """\
---
title: The ferry accord
parties: Arvenia, Belmark
---

# The ferry accord

1. Belmark shall keep the dock open. {#dock issue=economy option="belmark-drop-the-port-fees"}

2. Songs shall be sung. {#songs}
"""
INCIDENTS = """\
id,datetime,kind,place,latitude,longitude
in-1,2026-02-01T10:00,shelling,Lindholm,44.2,14.1
in-2,2026-02-02T10:00,looting,Lindholm,44.2,14.1
"""


@pytest.fixture
def full(client: TestClient, csrf: Csrf, tmp_path: Path) -> TestClient:
    """A workbench with a model drafted from the record, a text and a watch book that answer it."""
    from goodoffices.watch.book import Book  # noqa: PLC0415  tables are heavy

    bench = client.app.state.bench  # type: ignore[attr-defined]  # TestClient types its app as any ASGI app
    assert client.post("/weigh/draft", data={"csrf": csrf(client)}).status_code == 303
    bench.desk.save("text", "ferry", TEXT, by="x", at=now(), marking=Marking.CLEAR, after=0, title="The ferry accord")
    bench.desk.book.mkdir(exist_ok=True)
    (bench.desk.book / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    incidents = tmp_path / "incidents.csv"
    incidents.write_text(INCIDENTS, encoding="utf-8")
    Book(bench.desk.book).load(incidents, now=now())
    return client


def columns(client: TestClient, **asked: str) -> dict[str, list[str]]:
    """The ids in each column of a thread."""
    answer = client.get("/api/v1/thread", params=asked)
    assert answer.status_code == 200, answer.text
    return {each["name"]: [thing["id"] for thing in each["things"]] for each in answer.json()["columns"]}


def test_a_thread_leads_from_an_issue_to_its_incidents(full: TestClient) -> None:
    """An issue has the positions on it, their options, the provision that answers them, what is owed by it."""
    found = columns(full, issue="economy")
    assert len(found["position"]) == 4
    assert "economy=belmark-drop-the-port-fees" in found["option"]
    assert found["provision"] == ["ferry#dock"]
    assert found["obligation"] == ["open-dock"]
    assert found["incident"] == ["in-1"]


def test_a_thread_is_walked_back(full: TestClient) -> None:
    """From an incident one comes to the obligation, the provision, the option, the issue and the positions."""
    found = columns(full, incident="in-1")
    assert (found["obligation"], found["provision"], found["issue"]) == (["open-dock"], ["ferry#dock"], ["economy"])
    assert "economy=belmark-drop-the-port-fees" in found["option"]
    assert found["position"]


def test_only_what_leads_there_is_beside_it(full: TestClient) -> None:
    """An option has the positions that it rests on, and not all that are held on the issue."""
    found = columns(full, option="economy=belmark-drop-the-port-fees")
    assert len(found["position"]) == 2  # who demands it, and who rejects it
    assert len(found["option"]) == 1
    songs = columns(full, provision="ferry#songs")
    assert songs["issue"] == songs["obligation"] == []


def test_every_thing_leads_on(full: TestClient) -> None:
    """Each thing of a thread re-centres it, and each has a page of its own; no link of a thread is dead."""
    seen: set[str] = set()
    todo = ["/thread", "/thread?issue=economy"]
    while todo:
        where = todo.pop()
        seen.add(where)
        answer = full.get(where)
        assert answer.status_code == 200, where
        found = {unescape(each) for each in re.findall(r'class="centre" href="([^"]+)"', answer.text)}
        todo += sorted(found - seen - set(todo))
    assert {re.sub(r".*\?|=.*", "", each) for each in seen} >= {
        "issue", "position", "option", "provision", "obligation", "incident",
    }  # fmt: skip


def test_what_is_missing_is_said(client: TestClient) -> None:
    """Without a model, a text or an agreement each column says so, in words."""
    page = client.get("/thread", params={"issue": "economy"}).text
    for words in ("There is no model of a deal here", "There is no text here", "No agreement is watched here"):
        assert words in page


def test_a_finding_of_the_record_begins_a_thread(full: TestClient) -> None:
    """A position begins at itself, another finding at its issue."""
    position = columns(full, issue="economy")["position"][0]
    assert columns(full, finding=position)["position"] == [position]
    found = columns(full, position=position)
    assert found["issue"] == ["economy"]
    assert found["provision"] == ["ferry#dock"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"issue": "nothing-such"}, 404),
        ({"position": "f-aaaaaaaaaaaaaaaa"}, 404),
        ({"finding": "w-aaaaaaaaaaaaaaaa"}, 404),
        ({"provision": "ferry#no"}, 404),
        ({"option": "'; DROP TABLE finding; --"}, 404),
        ({"incident": "in-99"}, 404),
        ({"obligation": "\x00"}, 400),
        ({"issue": "economy", "option": "x"}, 422),
        ({"issue": "x" * 500}, 422),
    ],
)
def test_what_is_not_there_is_said(full: TestClient, asked: dict[str, str], status: int) -> None:
    """An id that is none is not found; two things at once are refused."""
    assert full.get("/thread", params=asked).status_code == status
    assert full.get("/api/v1/thread", params=asked).status_code == status


def test_nothing_hidden_hangs_in_a_thread(full: TestClient, csrf: Csrf) -> None:
    """Seen as GREEN, the thread holds no position, option, provision or obligation that rests on something RED."""
    bench = full.app.state.bench  # type: ignore[attr-defined]  # as above
    agreement = bench.desk.book / "agreement.yaml"
    bench.desk.save("text", "secret", TEXT.replace("dock", "zqdock"), by="x", at=now(), marking=Marking.RED, after=0)
    assert any("zqdock" in each for each in columns(full, issue="economy")["provision"])
    page = full.get("/thread?issue=economy").text
    assert "hidden harbour" in page
    full.post("/audience", data={"csrf": csrf(full), "marking": "GREEN"})
    page = full.get("/thread?issue=economy").text
    assert "hidden harbour" not in page
    assert "zqdock" not in page
    agreement.write_text(AGREEMENT.replace("in force:", "marking: RED\nin force:"), encoding="utf-8")
    without = full.get("/thread?issue=economy").text
    shutil.rmtree(bench.desk.book)
    assert full.get("/thread?issue=economy").text == without


def test_a_walk_goes_one_way_on_each_side() -> None:
    """What leads to a thing, and what it leads to; not what else leads to that."""
    names = [name for name, _, _ in COLUMNS]
    nodes = [Node(column=name, id=id_, says=id_) for name in names for id_ in "ab"]
    links = [Link((left, id_), (right, id_)) for left, right in pairwise(names) for id_ in "ab"]
    web = Web(nodes, [*links, Link(("issue", "a"), ("position", "b")), Link(("issue", "z"), ("position", "a"))])
    beside = web.beside(("option", "b"))
    assert {name: [node.id for node in found] for name, found in beside.items()} == {
        **{name: ["b"] for name in names},
        "issue": ["a", "b"],
    }
