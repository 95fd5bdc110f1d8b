"""Models and what may be shown of them: nothing of a model tells an audience what it may not know."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from starlette.testclient import TestClient

from goodoffices.desk.audience import Audience
from goodoffices.record import Marking
from goodoffices.record.store import Store
from goodoffices.web.moments import now

Csrf = Callable[..., str]
GREEN = {"X-Audience": "GREEN"}

DEAL = """\
title: The ferry
issues:
  Fares: {options: {As it is: {}, Halved: {sources: [SOURCE]}}}
parties:
  Arvenia: {scores: {Fares: {As it is: 0, Halved: 100}}, reservation: 10}
  Belmark: {scores: {Fares: {As it is: 60, Halved: 50}}, reservation: 20}
"""


def cited(store: Store, words: str) -> str:
    """The id of a statement that holds some words."""
    held = store.view(Marking.RED).statements("position")
    return next(each.id for each in held if words in each.evidence[0].quote)


def save(client: TestClient, text: str, marking: str = "CLEAR", **asked: object) -> dict[str, object]:
    """Save a model through the API."""
    body = {"text": text, "title": "The ferry", "marking": marking, **asked}
    name = body.pop("name", "")
    call = client.put if name else client.post
    answer = call(f"/api/v1/models/{name}".rstrip("/"), json=body, headers={"X-GoodOffices": "1"})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def seen_as(client: TestClient, csrf: Csrf, marking: str) -> None:
    """Look at the case as somebody who may see less."""
    assert client.post("/audience", data={"csrf": csrf(client), "marking": marking}).status_code == 303


def test_a_model_is_raised_to_what_it_cites(client: TestClient, csrf: Csrf, store: Store) -> None:
    """Marked CLEAR and citing a sentence that is RED, it is saved RED, and the page says so."""
    text = DEAL.replace("SOURCE", cited(store, "harbour"))
    saved = save(client, text)
    assert saved["raised"]
    assert saved["version"]["marking"] == "RED"  # type: ignore[index]  # JSON
    answer = client.post(
        "/weigh/upload", data={"csrf": csrf(client), "marking": "CLEAR"}, files={"files": ("a.yaml", text.encode())}
    )
    assert "more than was asked for" in client.get(answer.headers["location"]).text


def test_what_is_marked_above_is_not_there(client: TestClient, csrf: Csrf, store: Store) -> None:
    """Of a model that is RED an audience of GREEN finds nothing: no row, no page, no version, no export, no call."""
    saved = save(client, DEAL.replace("SOURCE", cited(store, "harbour")).replace("ferry", "zqhidden"))
    name = saved["version"]["name"]  # type: ignore[index]  # JSON
    seen_as(client, csrf, "GREEN")
    assert "zqhidden" not in client.get("/weigh").text
    paths = ("", "/versions", "/report", "/compare?a=1&b=1", "/export/model.yaml", "/export/front.csv")
    for path in paths:
        there, nowhere = client.get(f"/weigh/{name}{path}"), client.get(f"/weigh/{'x' * len(str(name))}{path}")
        assert (there.status_code, nowhere.status_code) == (404, 404)
        assert there.text.replace(str(name), "N") == nowhere.text.replace("x" * len(str(name)), "N")
    assert client.get("/api/v1/models").json() == {"models": []}
    assert client.get(f"/api/v1/models/{name}").status_code == 404
    assert "zqhidden" not in client.get("/").text
    assert "zqhidden" not in client.get("/thread?issue=fares").text


def test_what_is_marked_later_takes_the_model_with_it(client: TestClient, store: Store) -> None:
    """A report is marked RED after a model cited it: from then on lower audiences do not see the model."""
    source = cited(store, "port fees")
    saved = save(client, DEAL.replace("SOURCE", source))
    name = saved["version"]["name"]  # type: ignore[index]  # JSON
    assert client.get(f"/api/v1/models/{name}", headers=GREEN).status_code == 200
    report = store.view(Marking.RED).statement(source).report
    store.mark(report, Marking.RED, at=now(), by="test")
    assert client.get(f"/api/v1/models/{name}", headers=GREEN).status_code == 404
    assert client.get("/api/v1/models", headers=GREEN).json() == {"models": []}
    assert client.get(f"/api/v1/models/{name}").status_code == 200


def test_a_hidden_statement_is_like_one_that_is_not_there(client: TestClient, csrf: Csrf, store: Store) -> None:
    """Whoever types the id of a hidden statement learns nothing: not by weighing, not by saving, not afterwards."""
    hidden, unknown = cited(store, "harbour"), "s-aaaaaaaaaaaaaaaa"
    seen_as(client, csrf, "GREEN")
    told = []
    for source in (hidden, unknown):
        text = DEAL.replace("SOURCE", source)
        weighed = client.post("/api/v1/weigh", json={"text": text}, headers={**GREEN, "X-GoodOffices": "1"})
        body = {"text": text, "title": "The ferry", "marking": "GREEN"}
        kept = client.post("/api/v1/models", json=body, headers={**GREEN, "X-GoodOffices": "1"})
        name = kept.json()["version"]["name"]
        page = client.get(f"/weigh/{name}").text
        pages = (weighed.text, kept.text, page, client.get(f"/weigh/{name}/report").text)
        told.append([_plain(each, source, name) for each in pages])
    assert told[0] == told[1]


def _plain(page: str, source: str, name: str) -> str:
    page = page.replace(source, "SOURCE").replace(name, "NAME")
    return re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z|\d+ \w+ \d{4}, \d\d:\d\d", "WHEN", page)


def test_a_front_is_the_same_with_and_without_what_is_hidden(client: TestClient, store: Store) -> None:
    """Weighed for GREEN a model comes to the same, whatever there is above GREEN."""
    text = DEAL.replace("SOURCE", cited(store, "port fees"))
    headers = {**GREEN, "X-GoodOffices": "1"}
    before = client.post("/api/v1/weigh", json={"text": text}, headers=headers).json()
    from lindholm_talks import add_talks  # noqa: PLC0415  beside its only use

    add_talks(store, marking=Marking.RED, words="the ferry fares", day=3)
    save(client, text.replace("100", "90"), "RED")
    assert client.post("/api/v1/weigh", json={"text": text}, headers=headers).json() == before


def test_a_draft_for_an_audience_is_made_of_its_record(client: TestClient, csrf: Csrf) -> None:
    """Drafted as GREEN, a model holds nothing of the RED report; drafted by a keeper of both, it is RED."""
    first = client.post("/weigh/draft", data={"csrf": csrf(client)}).headers["location"].partition("?")[0]
    assert "hidden harbour" in client.get(f"{first}/export/model.yaml").text
    assert "tlp-red" in client.get(f"{first}/export/model.yaml").headers["content-disposition"]
    seen_as(client, csrf, "GREEN")
    second = client.post("/weigh/draft", data={"csrf": csrf(client)}).headers["location"].partition("?")[0]
    text = client.get(f"{second}/export/model.yaml").text
    assert "port fees" in text
    assert "hidden harbour" not in unescape(text)
    assert "in 1 report" in text


def test_what_is_saved_for_others_is_a_model_of_its_own(client: TestClient, csrf: Csrf, store: Store) -> None:
    """A version that cites RED leaves the GREEN model as it was: no number is skipped, no save is refused."""
    saved = save(client, DEAL.replace("{sources: [SOURCE]}", "{}"), "GREEN")
    name = str(saved["version"]["name"])  # type: ignore[index]  # JSON
    restricted = DEAL.replace("SOURCE", cited(store, "harbour"))
    apart = save(client, restricted, "GREEN", name=name, after=1)
    assert apart["apart"]
    assert apart["version"]["name"] != name  # type: ignore[index]  # JSON
    seen_as(client, csrf, "GREEN")
    again = save(client, DEAL.replace("{sources: [SOURCE]}", "{}").replace("100", "90"), "GREEN", name=name, after=1)
    assert (again["version"]["name"], again["version"]["number"]) == (name, 2)  # type: ignore[index]  # JSON


def test_a_hidden_later_version_refuses_nothing(client: TestClient, csrf: Csrf) -> None:
    """Where a version that one may not see follows, what one saves goes on as a model of its own."""
    bench = client.app.state.bench  # type: ignore[attr-defined]  # TestClient types its app as any ASGI app
    for n, marking in enumerate((Marking.GREEN, Marking.RED)):
        bench.desk.save("model", "ferry", DEAL, by="x", at=now(), marking=marking, after=n, title="The ferry")
    saved = save(client, DEAL.replace("100", "90"), "GREEN", name="ferry", after=1)
    seen_as(client, csrf, "GREEN")
    assert [each.number for each in bench.desk.versions("model", "ferry", Audience.of(Marking.GREEN))] == [1]
    answer = client.put(
        "/api/v1/models/ferry",
        json={"text": DEAL.replace("100", "80"), "marking": "GREEN", "after": 1},
        headers={**GREEN, "X-GoodOffices": "1"},
    )
    assert answer.status_code == 201
    assert answer.json()["version"]["name"] != "ferry"
    assert saved


def test_nobody_saves_what_they_could_not_see(client: TestClient, csrf: Csrf) -> None:
    """Seeing the case as GREEN, one cannot mark a model RED."""
    seen_as(client, csrf, "GREEN")
    answer = client.post(
        "/weigh/new", data={"csrf": csrf(client), "title": "x", "marking": "RED"}, headers={"accept": "text/html"}
    )
    assert answer.status_code == 422
    assert "GREEN or below" in answer.text


@pytest.mark.parametrize("what", ["/weigh", "/thread", "/api/v1/thread?issue=economy"])
def test_lists_are_the_same_without_the_hidden(client: TestClient, csrf: Csrf, store: Store, what: str) -> None:
    """What GREEN is shown does not change by one letter when something RED is added."""
    from lindholm_talks import add_talks  # noqa: PLC0415  beside its only use

    seen_as(client, csrf, "GREEN")
    before = client.get(what).text
    add_talks(store, marking=Marking.RED, words="the ferry fares", day=3)
    bench = client.app.state.bench  # type: ignore[attr-defined]  # as above
    bench.desk.save("model", "red-one", DEAL, by="x", at=now(), marking=Marking.RED, after=0, title="zq")
    assert client.get(what).text == before
