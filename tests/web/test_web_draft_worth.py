"""A text on the scales in the browser: what it is worth to whom, what an edit moves, and who may know of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from goodoffices.record import Marking
from goodoffices.web.drafting import worth as weighing
from goodoffices.web.weighing.scales import Busy, Scales

Csrf = Callable[..., str]
EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = (EXAMPLES / "draft" / "3-saltmouth.md").read_text(encoding="utf-8")
EARLIER = (EXAMPLES / "draft" / "2-second-round.md").read_text(encoding="utf-8")
MODEL = (EXAMPLES / "weigh" / "two-banks.yaml").read_text(encoding="utf-8")
HEADERS = {"X-GoodOffices": "1"}
SCRIPT = {"HX-Request": "true"}


def plain(page: str) -> str:
    """A page without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def keep_model(client: TestClient, name: str, model: str = MODEL, marking: Marking = Marking.CLEAR) -> None:
    """Keep a model on the desk."""
    bench = client.app.state.bench  # type: ignore[attr-defined]  # TestClient types its app as any ASGI app
    at = bench.store.audit_log(limit=1)[0].at
    bench.desk.save("model", name, model, by="ana", at=at, marking=marking, after=0, title=name)


@pytest.fixture
def place(client: TestClient, csrf: Csrf) -> str:
    """A text of two versions and a model that all may see; the address of the text."""
    keep_model(client, "banks")
    token = csrf(client)
    first = EARLIER.replace("marking: AMBER", "marking: CLEAR")
    answer = client.post("/draft", data={"csrf": token, "marking": "CLEAR", "source": first})
    where = answer.headers["location"]
    given = {"csrf": token, "base": "1", "act": "whole", "source": TEXT.replace("marking: AMBER", "marking: CLEAR")}
    assert client.post(f"{where}/edit", data=given).status_code == 303
    return where


def test_the_page_says_what_the_text_is_worth_to_each_party(client: TestClient, place: str) -> None:
    """Each party's interval beside no deal, what is acceptable to all and to nobody, and the front."""
    page = client.get(f"{place}/deal").text
    told = plain(page)
    assert "8 of the 16 packages that it allows are acceptable to all who must sign; 8 to nobody" in told
    assert "56.6 to 67.9" in told
    assert "no package of the deal beats it" in told
    assert 'class="chart ranges text-worth"' in page


def test_the_page_says_which_bracket_moves_whom(client: TestClient, place: str) -> None:
    """The bracket that moves most stands first; those that answer no issue are said to move nobody."""
    page = client.get(f"{place}/deal").text
    told = re.findall(r'class="deciding" id="moves-(\d+)"', page)
    assert told[0] == "6"
    assert set(told) == {"1", "4", "6", "7"}
    assert "moves West Bank Council by 14.5, East Bank Authority by 13.5" in plain(page)
    assert "answers no issue of the model, and moves nobody" in plain(page)


def test_the_page_says_how_an_edit_moved_it(client: TestClient, place: str) -> None:
    """Beside the version before, or another that is chosen, or none."""
    assert "Since version 1 It allows 16 packages, and allowed 432." in plain(client.get(f"{place}/deal").text)
    assert "Since version" not in plain(client.get(f"{place}/deal?against=0").text)
    back = plain(client.get(f"{place}/deal?version=1&against=2").text)
    assert "Since version 2 It allows 432 packages, and allowed 16." in back
    assert client.get(f"{place}/deal?against=7").status_code == 404


def test_the_text_of_a_listed_package_is_written(client: TestClient, csrf: Csrf, place: str) -> None:
    """The button beside a package writes its text, with no bracket left open."""
    row = re.search(r'<form method="post" action="[^"]+/deal">(.*?)</form>', client.get(f"{place}/deal").text)
    assert row is not None
    fields: dict[str, Any] = {"csrf": csrf(client), "model": "banks"}
    for name in ("chosen", "choose"):
        fields[name] = re.findall(rf'name="{name}" value="([^"]+)"', row[1])
    answer = client.post(f"{place}/deal", data=fields)
    assert answer.status_code == 200, plain(answer.text)
    assert "[" not in plain(answer.text).split("Agreement on Saltmouth")[-1]


def test_an_edit_is_weighed_before_it_is_kept(client: TestClient, csrf: Csrf, place: str) -> None:
    """What stands in the form is held against the version that was edited, with and without scripts."""
    edited = TEXT.replace("[East Bank Authority: 20 {option=20} | West Bank Council: 40 {option=40}]", "20")
    edited = edited.replace("issue=port-revenue-to-the-west}\n\n18", "issue=port-revenue-to-the-west option=20}\n\n18")
    given = {"csrf": csrf(client), "base": "2", "act": "whole", "source": edited, "model": "banks"}
    part = client.post(f"{place}/weigh", data=given, headers=SCRIPT)
    assert "4 of 8 packages acceptable to all; version 2: 8 of 16" in plain(part.text)
    assert "<html" not in part.text
    page = client.post(f"{place}/weigh", data=given)
    assert "4 of 8 packages acceptable to all" in plain(page.text)
    assert "West Bank Council 58.9 to 66.7, was 58.9 to 74.6" in plain(page.text)
    versions = client.get(f"/api/v1/texts/{place.rsplit('/', 1)[-1]}/versions").json()
    assert len(versions) == 2


def test_what_cannot_be_weighed_says_why(client: TestClient, csrf: Csrf, place: str) -> None:
    """A form with a broken bracket, a model that is none: a sentence, never a failure."""
    given = {"csrf": csrf(client), "base": "2", "act": "whole", "source": "1. A [broken bracket.", "model": "banks"}
    answer = client.post(f"{place}/weigh", data=given, headers=SCRIPT)
    assert answer.status_code in {200, 422}
    keep_model(client, "worn", "issues: [")
    page = client.get(f"{place}/deal?model=worn")
    assert page.status_code == 200
    assert 'role="alert"' in page.text
    assert client.get(f"{place}/deal?model=nothing").status_code == 404


def test_what_takes_long_comes_later(client: TestClient, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page shows itself without its answer, asks for it with a script, and says so where others are weighing."""

    class Slow(Scales):
        def soon(self, *_: object, **__: object) -> None:
            return None

    monkeypatch.setattr(weighing, "scales", Slow)
    page = client.get(f"{place}/deal").text
    assert "It is being weighed" in page
    part = re.search(r'hx-get="([^"]+)" hx-trigger="load"', page)
    assert part is not None
    monkeypatch.undo()
    answer = client.get(part[1].replace("&amp;", "&"), headers=SCRIPT)
    assert "8 of the 16 packages" in plain(answer.text)
    assert client.get(f"{place}/worth").status_code == 303

    class Full(Scales):
        def soon(self, *_: object, **__: object) -> None:
            msg = "others are weighing at the moment; try again in a few seconds"
            raise Busy(msg)

    monkeypatch.setattr(weighing, "scales", Full)
    assert "Others are weighing" in plain(client.get(f"{place}/deal").text)


def test_the_api_weighs_a_text(client: TestClient, place: str) -> None:
    """The same by the API: of a version, of a text that is sent along, against another version or none."""
    name = place.rsplit("/", 1)[-1]
    found = client.get(f"/api/v1/texts/{name}/worth").json()
    assert (found["count"], found["together"], found["change"]["count"]) == (16, 8, 432)
    assert client.get(f"/api/v1/texts/{name}/worth?against=0").json()["change"] is None
    sent = {"source": TEXT, "model": "banks", "name": name, "against": 2}
    weighed = client.post("/api/v1/draft/weigh", json=sent, headers=HEADERS).json()
    assert weighed["change"]["same"]
    alone = client.post("/api/v1/draft/weigh", json={"source": TEXT}, headers=HEADERS)
    assert alone.json()["change"] is None
    assert client.post("/api/v1/draft/weigh", json={"source": TEXT, "against": 2}, headers=HEADERS).status_code == 422
    assert client.get(f"/api/v1/texts/{name}/worth?model=nothing").status_code == 404
    described = client.get("/api/openapi.json").json()["components"]["schemas"]
    assert set(found) == set(described["TextWorth"]["properties"])


def test_without_a_model_the_api_says_so(client: TestClient, csrf: Csrf) -> None:
    """No model, no numbers."""
    answer = client.post("/draft", data={"csrf": csrf(client), "marking": "CLEAR", "source": "1. The port is open."})
    name = answer.headers["location"].rsplit("/", 1)[-1]
    refused = client.get(f"/api/v1/texts/{name}/worth")
    assert refused.status_code == 422
    assert "no deal model" in refused.text


def settled(text: str) -> str:
    """A page without what differs from one asking to the next."""
    return re.sub(r"[0-9a-f]{64}|/static/[0-9a-f]+/|\d\d:\d\d UTC|\"at\":\"[^\"]+\"", "", text)


def asked(client: TestClient, place: str) -> list[str]:
    """What an audience of GREEN is told of a text on the scales."""
    name, green = place.rsplit("/", 1)[-1], {"X-Audience": "GREEN"}
    places = (
        f"{place}/deal",
        f"{place}/deal?version=1",
        f"/api/v1/texts/{name}/worth",
        f"{place}/deal?model=aaa-secret",
    )
    return [settled(client.get(each, headers=green).text) for each in places]


def test_a_model_above_the_audience_is_not_offered_and_nothing_differs(client: TestClient, place: str) -> None:
    """A RED model that would come first by its title is no choice for GREEN, and changes not a byte of what it sees."""
    before = asked(client, place)
    keep_model(client, "aaa-secret", MODEL.replace("Saltmouth talks", "The hidden fallback"), Marking.RED)
    assert "aaa-secret" in client.get(f"{place}/deal").text
    assert asked(client, place) == before
    refused = client.get(f"{place}/deal?model=aaa-secret", headers={"X-Audience": "GREEN"})
    unknown = client.get(f"{place}/deal?model=aaa-nothing", headers={"X-Audience": "GREEN"})
    assert refused.status_code == unknown.status_code == 404
    assert settled(refused.text).replace("aaa-secret", "") == settled(unknown.text).replace("aaa-nothing", "")


def test_what_an_audience_may_not_see_of_a_text_weighs_nothing_for_it(
    client: TestClient, csrf: Csrf, place: str
) -> None:
    """A RED alternative adds a package for the keepers and none for GREEN."""
    before = asked(client, place)
    more = TEXT.replace("marking: AMBER", "marking: CLEAR").replace(
        "West Bank Council: 40 {option=40}]", "West Bank Council: 40 {option=40} | 60 {option=60 marking=RED}]"
    )
    given = {"csrf": csrf(client), "base": "2", "act": "whole", "source": more}
    assert client.post(f"{place}/edit", data=given).status_code == 303
    assert "allows 24 packages" in plain(client.get(f"{place}/deal").text)
    assert asked(client, place) == before
