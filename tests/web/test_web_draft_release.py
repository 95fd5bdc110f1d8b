"""Texts and release: what an audience may not see of a text is nowhere, and changes nothing that they see."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from goodoffices.desk.audience import Audience
from goodoffices.record import Marking

Csrf = Callable[..., str]

OPEN = """---
title: Agreement on the port
parties: Arvenia, Belmark
---

# Agreement on the port

1. The Parties shall open the port within 30 days of signing. {#open-port}

2. Belmark shall send [Arvenia: soldiers | Belmark: observers] to the quay. {#senders}

3. Disputes shall be settled by the Commission. {#disputes}
"""

HIDDEN = OPEN.replace(
    "3. Disputes",
    "2a. Arvenia shall cede the lighthouse of Vantar. {#lighthouse marking=RED}\n\n3. Disputes",
).replace(
    "[Arvenia: soldiers | Belmark: observers]", "[Arvenia: soldiers | Belmark: observers | mercenaries {marking=RED}]"
).replace("{#disputes}", '{#disputes note="the envoy Karst was bribed"}')  # fmt: skip

SECRETS = ("lighthouse", "Vantar", "mercenaries", "Karst", "bribed")
GREEN = {"X-Audience": "GREEN"}

PAGES = (
    *("", "/checks", "/order", "/provides", "/trace", "/deal", "/versions", "/log", "/edit", "/add", "/merge"),
    *("/edit?provision=senders", "/brackets/1", "/compare?a=1", "/compare?a=1&b=1"),
)


def begin(client: TestClient, csrf: Csrf, source: str) -> str:
    """Keep a text for all; return its address."""
    answer = client.post("/draft", data={"csrf": csrf(client), "marking": "CLEAR", "source": source})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def save(client: TestClient, csrf: Csrf, place: str, source: str, base: int, **more: str) -> None:
    """Save the whole text as one of the case's keepers."""
    given = {"csrf": csrf(client), "base": str(base), "act": "whole", "source": source, **more}
    answer = client.post(f"{place}/edit", data=given)
    assert answer.status_code == 303, answer.text


def settled(text: str) -> str:
    """A page without what differs from one asking to the next: words of forms, moments, addresses of assets."""
    text = re.sub(r"[0-9a-f]{64}|/static/[0-9a-f]+/|\d\d:\d\d UTC", "", text)
    return re.sub(r'"at":"[^"]+"', "", text)


@pytest.fixture
def hidden(client: TestClient, csrf: Csrf) -> str:
    """A text with secrets at RED in its second version; return its address."""
    place = begin(client, csrf, OPEN)
    save(client, csrf, place, HIDDEN, 1, why="on the quiet")
    return place


def test_no_page_shows_what_is_above_the_audience(client: TestClient, hidden: str) -> None:
    """A provision, an alternative and a remark at RED stand on no page, redline or part for GREEN."""
    for page in PAGES:
        answer = client.get(f"{hidden}{page}", headers=GREEN)
        assert answer.status_code == 200, page
        assert not [each for each in SECRETS if each in answer.text], page
    assert all(each in client.get(f"{hidden}/edit").text for each in SECRETS)


def test_what_only_red_changed_is_no_version_for_green(client: TestClient, csrf: Csrf, hidden: str) -> None:
    """Every page is to the character what it would be without the secrets; versions are counted without them."""
    shown = {page: settled(client.get(f"{hidden}{page}", headers=GREEN).text) for page in PAGES}
    other = begin(client, csrf, OPEN)
    name, twin = hidden.rsplit("/", 1)[-1], other.rsplit("/", 1)[-1]
    for page, text in shown.items():
        without = settled(client.get(f"{other}{page}", headers=GREEN).text).replace(twin, name)
        assert text.replace(twin, name) == without, page
    assert client.get(f"{hidden}?version=2", headers=GREEN).status_code == 404
    assert client.get(f"{hidden}/compare?a=1&b=2", headers=GREEN).status_code == 404


@pytest.mark.parametrize("form", ["md", "docx", "akn", "html", "json"])
def test_no_export_holds_a_secret(client: TestClient, hidden: str, form: str) -> None:
    """Handed out for GREEN, by a keeper or by themselves, a file holds nothing of what is RED."""
    import io  # noqa: PLC0415  here alone
    import zipfile  # noqa: PLC0415  the same

    for headers in ({}, GREEN):
        content = client.get(f"{hidden}/export/{form}", params={"for": "GREEN"}, headers=headers).content
        if form == "docx":
            package = zipfile.ZipFile(io.BytesIO(content))
            content = b"".join(package.read(each) for each in package.namelist())
        assert not [each for each in SECRETS if each.encode() in content]
    own = client.get(f"{hidden}/export/md", params={"own": 1}, headers=GREEN).text
    assert not [each for each in SECRETS if each in own]


def test_no_call_tells_a_secret(client: TestClient, hidden: str) -> None:
    """The API tells GREEN of the text what GREEN may see, and counts its versions so."""
    name = hidden.rsplit("/", 1)[-1]
    for call in ("texts", f"texts/{name}", f"texts/{name}/versions", f"texts/{name}/redline?a=1&b=1"):
        answer = client.get(f"/api/v1/{call}", headers=GREEN)
        assert answer.status_code == 200, call
        assert not [each for each in SECRETS if each in answer.text], call
    assert len(client.get(f"/api/v1/texts/{name}/versions", headers=GREEN).json()) == 1
    assert len(client.get(f"/api/v1/texts/{name}/versions").json()) == 2


def test_a_text_above_the_audience_is_not_there(client: TestClient, csrf: Csrf) -> None:
    """A text marked RED, by its version or by itself, answers GREEN as one that never was."""
    place = begin(client, csrf, OPEN.replace("parties:", "marking: RED\nparties:"))
    one = client.get(place, headers=GREEN)
    other = client.get("/draft/agreement-pork", headers=GREEN)
    assert one.status_code == other.status_code == 404
    assert settled(one.text).replace("port", "pork") == settled(other.text).replace("port", "pork")
    assert "Agreement on the port" not in client.get("/draft", headers=GREEN).text
    assert "Agreement on the port" not in client.get("/", headers=GREEN).text


def test_an_edit_from_below_loses_nothing_that_it_could_not_see(client: TestClient, csrf: Csrf, hidden: str) -> None:
    """GREEN edits what GREEN sees, and sees just that afterwards; the RED words are all kept."""
    seen = client.get(f"/api/v1/texts/{hidden.rsplit('/', 1)[-1]}", headers=GREEN).json()["source"]
    wanted = seen.replace("30 days", "20 days").replace("to the quay", "to the pier")
    given = {"csrf": csrf(client), "base": "1", "act": "whole", "source": wanted, "why": "nearer"}
    answer = client.post(f"{hidden}/edit", data=given, headers=GREEN)
    assert answer.status_code == 303, answer.text
    again = client.get(f"/api/v1/texts/{hidden.rsplit('/', 1)[-1]}", headers=GREEN).json()
    assert again["source"] == wanted
    assert again["line"]["number"] == 2
    bench = client.app.state.bench  # type: ignore[attr-defined]  # TestClient types its app as any ASGI app
    whole = bench.desk.read("text", hidden.rsplit("/", 1)[-1], Audience.of(Marking.RED))[1]
    assert all(each in whole for each in SECRETS)
    assert "20 days" in whole


def test_a_red_version_does_not_stop_or_warn_those_below(client: TestClient, csrf: Csrf) -> None:
    """Where a keeper saved a version at RED since, GREEN goes on from what GREEN sees; keepers are told of both."""
    place = begin(client, csrf, OPEN)
    save(client, csrf, place, OPEN.replace("30 days", "90 days"), 1, marking="RED")
    seen = client.get(f"/api/v1/texts/{place.rsplit('/', 1)[-1]}", headers=GREEN).json()
    assert (seen["line"]["number"], "30 days" in seen["source"]) == (1, True)
    wanted = seen["source"].replace("Commission", "Court")
    given = {"csrf": csrf(client), "base": "1", "act": "whole", "source": wanted}
    assert client.post(f"{place}/edit", data=given, headers=GREEN).status_code == 303
    page = client.get(place).text
    assert "Version 2 of local" in page
    assert "was saved beside the others" in page
    assert "not in the latest" not in client.get(f"{place}/versions", headers=GREEN).text


def test_nobody_marks_above_themselves_or_loosens_without_a_reason(client: TestClient, csrf: Csrf, hidden: str) -> None:
    """GREEN cannot hide a version from itself; a version for more people takes a reason."""
    seen = client.get(f"/api/v1/texts/{hidden.rsplit('/', 1)[-1]}", headers=GREEN).json()["source"]
    given = {"csrf": csrf(client), "base": "1", "act": "whole", "source": seen.replace("30", "20"), "marking": "RED"}
    assert client.post(f"{hidden}/edit", data=given, headers=GREEN).status_code == 422
    place = begin(client, csrf, OPEN)
    save(client, csrf, place, OPEN.replace("30", "25"), 1, marking="AMBER")
    loosened = {**given, "base": "2", "marking": "CLEAR", "source": OPEN}
    answer = client.post(f"{place}/edit", data=loosened)
    assert answer.status_code == 422
    assert "ay why more people may be shown it" in answer.text


def test_a_new_text_says_nothing_of_others_with_its_name(client: TestClient, csrf: Csrf) -> None:
    """The name of a text that GREEN starts is no hint at whether a RED one has the same title."""
    begin(client, csrf, OPEN.replace("parties:", "marking: RED\nparties:"))
    given = {"csrf": csrf(client), "marking": "CLEAR", "source": OPEN}
    first = client.post("/draft", data=given, headers=GREEN).headers["location"]
    given["source"] = OPEN.replace("port", "harbour")
    second = client.post("/draft", data=given, headers=GREEN).headers["location"]
    assert re.fullmatch(r"/draft/agreement-port-[a-z0-9]{4}", first)
    assert re.fullmatch(r"/draft/agreement-harbour-[a-z0-9]{4}", second)


def test_the_news_of_home_count_no_version_that_changed_nothing(client: TestClient, hidden: str) -> None:
    """GREEN is told of the text once, as it was first kept; why the second version was saved is not told."""
    page = client.get("/", headers=GREEN).text
    assert page.count(f'href="{hidden}"') == 1
    assert "on the quiet" not in page
    assert client.get("/").text.count(f'href="{hidden}"') == 2
