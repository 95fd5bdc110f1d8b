"""What every answer carries, and what no request gets past."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

PAGES = ("/", "/record", "/matrix", "/timeline", "/table", "/plans", "/process", "/disagreements", "/audience", "/keys")


@pytest.mark.parametrize("path", [*PAGES, "/nothing-here", "/api/v1/case", "/api/openapi.json"])
def test_every_answer_forbids_what_is_foreign(client: TestClient, path: str) -> None:
    """The policy lets in nothing but our own files; nothing is framed, sniffed, cached or told to other sites."""
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_for_anything_of_another_host(client: TestClient, path: str) -> None:
    """No address of another host is loaded, and no page carries a script, style or handler of its own."""
    page = client.get(path).text
    assert "<style" not in page
    assert "<script>" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    for attribute in ("src=", 'rel="stylesheet" href='):
        for part in page.split(attribute)[1:]:
            assert part.startswith('"/static/')


def test_assets_are_kept_for_good_and_named_by_what_is_in_them(client: TestClient) -> None:
    """Style and script have their hash in the address; another hash is not there."""
    page = client.get("/").text
    address = next(part.split('"')[0] for part in page.split('href="') if part.startswith("/static/"))
    answer = client.get(address)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
    assert client.get("/static/0000000000000000/style.css").status_code == 404


def test_alone_it_answers_to_its_own_names_only(client: TestClient) -> None:
    """A page elsewhere that points its own name at this address gets nothing (DNS rebinding)."""
    assert client.get("/", headers={"host": "127.0.0.1:8765"}).status_code == 200
    assert client.get("/", headers={"host": "localhost"}).status_code == 200
    assert client.get("/", headers={"host": "[::1]:8765"}).status_code == 200
    refused = client.get("/", headers={"host": "evil.example"})
    assert refused.status_code == 421
    assert "port fees" not in refused.text


def test_a_form_of_another_site_changes_nothing(client: TestClient) -> None:
    """Without the word of the form, with a wrong one, or sent from another site, nothing is done."""
    for data, headers in (
        ({"marking": "GREEN"}, {}),
        ({"marking": "GREEN", "csrf": "0" * 64}, {}),
        ({"marking": "GREEN"}, {"sec-fetch-site": "cross-site"}),
    ):
        assert client.post("/audience", data=data, headers=headers).status_code == 403
    assert "would." not in client.get("/").text


def test_the_word_of_another_session_does_not_do(
    opened: Callable[..., TestClient], client: TestClient, csrf: Callable[..., str]
) -> None:
    """Each browser's forms carry a word of their own."""
    other = opened()
    client.get("/")
    assert client.post("/audience", data={"marking": "GREEN", "csrf": csrf(other)}).status_code == 403


def test_more_than_fits_is_refused_whether_it_says_so_or_not(opened: Callable[..., TestClient]) -> None:
    """A body over the limit is refused by its length, or as soon as too much has come."""
    client = opened(upload_bytes=1000)
    assert client.post("/audience", content=b"x" * 2000).status_code == 413

    def endless() -> object:
        for _ in range(50):
            yield b"csrf=" + b"x" * 100

    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/audience", content=endless(), headers=headers).status_code == 413  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["/record", "/api/v1/findings"])
def test_what_is_left_empty_asks_for_nothing(client: TestClient, path: str) -> None:
    """As a form sends it: every field is there, and those that nobody filled in are empty."""
    fields = (
        "kind",
        "issue",
        "party",
        "report",
        "stance",
        "verdict",
        "marking",
        "q",
        "since",
        "from",
        "to",
        "order",
        "after",
    )
    answer = client.get(path, params=dict.fromkeys(fields, ""))
    assert answer.status_code == 200
    found, plain = (re.findall(r"f-[a-z2-7]{16}", each.text) for each in (answer, client.get(path)))
    assert found == plain
    assert found


def test_what_is_too_large_is_told_in_a_sentence_in_the_one_shape(opened: Callable[..., TestClient]) -> None:
    """A program gets the shape of all errors, a person words; how much may come and what to do stands in it."""
    client = opened(upload_bytes=1_000_000)
    told = client.post("/api/v1/reports", content=b"x" * 1_000_001).json()["error"]
    assert (told["status"], "1 MB" in told["message"], "smaller parts" in told["message"]) == (413, True, True)
    assert "smaller parts" in client.post("/reports", content=b"x" * 1_000_001).text

    def endless() -> object:
        for _ in range(20):
            yield b"x" * 100_000

    program = {"x-goodoffices": "1", "content-type": "application/json"}
    answer = client.post("/api/v1/reports", content=endless(), headers=program)  # type: ignore[arg-type]
    assert (answer.status_code, answer.json()["error"]["status"]) == (413, 413)


@pytest.mark.parametrize("path", ["/record", "/api/v1/findings"])
def test_errors_have_one_shape_for_whoever_asks(client: TestClient, path: str) -> None:
    """A program gets JSON, a person a page, with the same sentence."""
    answer = client.get(path, params={"kind": "rumour"}, headers={"accept": "application/json"})
    error = answer.json()["error"]
    assert error["status"] == answer.status_code == 422
    assert "use one of" in error["message"]


def test_an_error_does_not_tell_where_the_case_lies(client: TestClient, case: object) -> None:
    """No page and no error names the folder of the case."""
    for path in (*PAGES, "/nothing", "/findings/x", "/reports/x", "/export/x.csv"):
        assert str(case) not in client.get(path).text
