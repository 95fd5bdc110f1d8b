"""Texts that mean ill: too long, too deep, full of mark-up, bombs in a file, names that are paths."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from goodoffices.web.drafting.worker import TooLong, timed

Csrf = Callable[..., str]

EVIL = '<script>alert(1)</script><img src=x onerror=alert(2)>"><b style="color:red">'
EVIL_TEXT = f"""---
title: Port {EVIL}
parties: Arvenia
---

# Port {EVIL}

1. The Parties {EVIL} shall meet [Arvenia: {EVIL} | <i>nobody</i>: never] {{#meet note="<u>x</u>"}}

2. See [a link](javascript:alert(3)) and <a href="javascript:alert(4)">here</a>.
"""


def begin(client: TestClient, csrf: Csrf, source: str) -> str:
    """Keep a text; return its address."""
    given = {"csrf": csrf(client), "marking": "CLEAR", "source": source, "why": EVIL}
    answer = client.post("/draft", data=given)
    assert answer.status_code == 303, answer.text[:3000]
    return answer.headers["location"]


def test_mark_up_in_a_text_is_words(client: TestClient, csrf: Csrf) -> None:
    """No page lets a script, a handler, a style or a javascript link of a text through."""
    place = begin(client, csrf, EVIL_TEXT)
    given = {"csrf": csrf(client), "base": "1", "act": "whole", "source": EVIL_TEXT.replace("never", f"2 {EVIL}")}
    assert client.post(f"{place}/edit", data={**given, "why": EVIL}).status_code == 303
    pages = ("", "/checks", "/order", "/provides", "/trace", "/versions", "/log", "/edit", "/edit?provision=meet")
    for page in (*pages, "/compare?a=1", "/merge", "/brackets/1", "/add"):
        answer = client.get(f"{place}{page}")
        assert answer.status_code == 200, page
        assert "<script>alert" not in answer.text, page
        assert "<img src=x" not in answer.text, page
        assert "<b style" not in answer.text, page
        assert 'href="javascript' not in answer.text, page
    for page in ("/draft", "/"):
        assert "<script>alert" not in client.get(page).text


@pytest.mark.parametrize("path", ["../../etc/passwd", "..%2f..%2fsecret", "Agreement", "a" * 70, "%00", "x.md", "-a"])
def test_a_name_that_is_none_is_not_there(client: TestClient, path: str) -> None:
    """Names are looked up among texts alone, and every other one is not found."""
    for page in ("", "/versions", "/edit", "/export/md"):
        assert client.get(f"/draft/{path}{page}").status_code in {400, 404, 422}


@pytest.mark.parametrize(
    ("field", "value"),
    [("base", "0x1"), ("base", "99"), ("base", "-1"), ("base", ""), ("act", "explode"), ("provision", "no-such")],
)
def test_a_form_that_was_tampered_with_is_refused(client: TestClient, csrf: Csrf, field: str, value: str) -> None:
    """A field that no page of ours sends is one sentence, and nothing is saved."""
    place = begin(client, csrf, "1. The Parties shall meet. {#meet}\n")
    given = {
        "csrf": csrf(client),
        "base": "1",
        "act": "words",
        "provision": "meet",
        "words": "They meet.",
        field: value,
    }
    for page in ("edit", "check"):
        status = client.post(f"{place}/{page}", data=given).status_code
        assert status in ({404, 422} if page == "edit" or field == "base" else {200, 404, 422}), page
    assert "Version 1" in client.get(f"{place}/versions").text
    assert "Version 2" not in client.get(f"{place}/versions").text


def test_a_form_of_another_site_is_refused(client: TestClient, csrf: Csrf) -> None:
    """Without the word of a page of ours nothing is kept."""
    place = begin(client, csrf, "1. The Parties shall meet. {#meet}\n")
    given = {"base": "1", "act": "whole", "source": "1. They part.\n"}
    for page in (
        "/draft",
        f"{place}/edit",
        f"{place}/check",
        f"{place}/merge",
        f"{place}/restore",
        f"{place}/brackets/1",
    ):
        assert client.post(page, data=given).status_code == 403, page


def bomb() -> bytes:
    """A Word document of a few kilobytes that unpacks to hundreds of megabytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * 120_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bomb.docx", bomb, "unpacks to"),
        ("none.docx", lambda: b"PK nothing", "no Word document"),
        ("text.exe", lambda: b"MZ", "form of file"),
        ("nul.md", lambda: b"a\0b", "NUL bytes"),
        (
            "laughs.xml",
            lambda: b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><akomaNtoso>&c;</akomaNtoso>',
            "cannot be read",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    client: TestClient, csrf: Csrf, name: str, content: Callable[[], bytes], words: str
) -> None:
    """A bomb, a broken package, an unknown form, entities: each is one sentence, and nothing is kept."""
    given = {"csrf": csrf(client), "marking": "CLEAR"}
    answer = client.post("/draft", data=given, files={"file": (name, content())})
    assert answer.status_code == 422
    assert words in answer.text
    assert "There is no text here yet" in client.get("/draft").text


def test_a_text_that_is_too_long_is_refused_and_comes_back(client: TestClient, csrf: Csrf) -> None:
    """Over two million characters are not kept."""
    given = {"csrf": csrf(client), "marking": "CLEAR", "source": "word " * 500_000}
    answer = client.post("/draft", data=given)
    assert answer.status_code == 422
    assert "over the limit" in answer.text


def test_a_long_text_has_its_page_within_the_limit(
    client: TestClient, csrf: Csrf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text of nearly a million characters is shown without its checks where they take too long, in parts."""
    provision = (
        "{n}. The Parties shall open the port within {n} days of signing, and [A: close | B: keep] the gate.\n\n"
    )
    source = "".join(provision.format(n=n) for n in range(1, 9_000))
    monkeypatch.setattr("goodoffices.web.drafting.worker.SECONDS", 1.0)
    place = begin(client, csrf, source)
    began = time.monotonic()
    page = client.get(place)
    assert time.monotonic() - began < 30
    assert page.status_code == 200
    assert "too long to be checked" in page.text
    assert "Part 1 of" in page.text
    assert client.get("/").status_code == 200


def nap(seconds: float) -> str:
    """Sleep."""
    time.sleep(seconds)
    return "awake"


def boom(_seconds: float) -> str:
    """Die."""
    import os  # noqa: PLC0415  here alone

    os._exit(3)


def test_a_task_that_takes_too_long_is_stopped_and_the_next_one_is_done() -> None:
    """The process is killed at the limit; one that dies says so; the next task is answered all the same."""
    began = time.monotonic()
    with pytest.raises(TooLong, match="too long"):
        timed(nap, 60.0, size=10_000_000, seconds=3.0)
    assert time.monotonic() - began < 20
    with pytest.raises(TooLong, match="was stopped"):
        timed(boom, 0.0, size=10_000_000, seconds=20.0)
    assert timed(nap, 0.0, size=10_000_000, seconds=20.0) == "awake"
