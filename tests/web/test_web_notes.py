"""Notes of record in the browser: signed, kept, shown to those who may see what they rest on."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from goodoffices.record import Marking, Report
from goodoffices.record.store import Store

Csrf = Callable[..., str]


def report_of(store: Store, marking: Marking) -> Report:
    """The report of the case with this marking."""
    return next(report for report in store.view(Marking.RED).reports() if report.marking is marking)


NOTES = {
    "status": {"issue": "economy", "status": "agreed", "source": "a delegate", "text": "the fees are gone"},
    "consultation": {
        "party": "Women's forum",
        "subject": "draft 3, article 4",
        "answer": "objects",
        "text": "too late",
    },
    "attempt": {"what": "a truce of 30 days", "tried_by": "Oslund", "outcome": "failed"},
    "rumour": {"claim": "the port is sold", "status": "refuted", "text": "the ministry published the deed"},
    "shared": {"to": "EU delegation", "how": "a briefing", "audience": "GREEN"},
}


@pytest.mark.parametrize("kind", NOTES)
def test_every_kind_is_written_and_shown(client: TestClient, csrf: Csrf, store: Store, kind: str) -> None:
    """What is filled in stands in the record under one's name, and on the page."""
    data = {"csrf": csrf(client), "why": "minutes of 3 May", **NOTES[kind]}
    assert client.post(f"/notes/{kind}", data=data).headers["location"] == f"/notes?kind={kind}"
    (note,) = store.view(Marking.RED).notes(kind)
    assert (note.by, note.why, note.marking) == ("local", "minutes of 3 May", Marking.RED)
    page = client.get("/notes", params={"kind": kind}).text
    for words in (value for name, value in NOTES[kind].items() if name in {"text", "source", "what", "claim", "to"}):
        assert words in page


def test_an_assessment_rests_on_what_it_names(client: TestClient, csrf: Csrf, store: Store) -> None:
    """It takes ids of findings too, and needs at least one."""
    found = re.search(r'data-finding="(f-\w+)"', client.get("/record?kind=position").text)
    assert found is not None
    data = {"csrf": csrf(client), "why": "three agree", "text": "both dig in", "confidence": "moderate"}
    assert client.post("/notes/assessment", data=data).status_code == 422
    assert client.post("/notes/assessment", data={**data, "rests_on": found[1]}).status_code == 303
    (note,) = store.view(Marking.RED).notes("assessment")
    assert all(each.startswith("s-") for each in note.rests_on)


def test_what_rests_on_a_hidden_report_is_hidden(client: TestClient, csrf: Csrf, store: Store) -> None:
    """A CLEAR note on a RED report does not exist for GREEN."""
    red = report_of(store, Marking.RED)
    data = {"csrf": csrf(client), "why": "read it", "text": "it will hold", "confidence": "low", "marking": "CLEAR"}
    client.post("/notes/assessment", data={**data, "rests_on": red.id})
    client.post("/audience", data={"csrf": csrf(client), "marking": "GREEN"})
    assert "it will hold" not in client.get("/notes").text
    refused = client.post("/notes/assessment", data={**data, "csrf": csrf(client), "rests_on": red.id})
    assert refused.status_code == 404


def test_a_claim_to_have_been_told_is_checked(client: TestClient, csrf: Csrf, store: Store) -> None:
    """What was shown as GREEN had the CLEAR report in it, and not the RED one."""
    client.post("/notes/shared", data={"csrf": csrf(client), "why": "visit", **NOTES["shared"]})
    clear, red = report_of(store, Marking.CLEAR), report_of(store, Marking.RED)
    assert "it was in it" in client.get("/notes", params={"kind": "shared", "shown": clear.id}).text
    assert "it was not in it" in client.get("/notes", params={"kind": "shared", "shown": red.id}).text


@pytest.mark.parametrize(
    ("kind", "change", "words"),
    [
        ("status", {"issue": "cheese"}, "There is no issue"),
        ("status", {"status": "maybe"}, "does not fit"),
        ("attempt", {"what": " "}, "What is empty"),
        ("consultation", {"day": "yesterday"}, "is no day"),
        ("consultation", {"why": " "}, "a reason"),
        ("rumour", {"correction": "s-aaaaaaaaaaaaaaaa"}, "holds no"),
    ],
)
def test_what_does_not_fit_is_said_and_not_kept(  # noqa: PLR0917  the parts of a case
    client: TestClient, csrf: Csrf, store: Store, kind: str, change: dict[str, str], words: str
) -> None:
    """One sentence, and nothing on record."""
    answer = client.post(f"/notes/{kind}", data={"csrf": csrf(client), "why": "so", **NOTES[kind], **change})
    assert answer.status_code in {404, 422}
    assert words.casefold() in answer.text.casefold()
    assert not store.view(Marking.RED).notes()


def test_a_program_writes_and_lists_notes(client: TestClient) -> None:
    """The call takes what the form takes."""
    content = {"type": "attempt", "what": "a truce", "tried_by": "Oslund", "outcome": "partly"}
    headers = {"x-goodoffices": "1"}
    kept = client.post("/api/v1/notes", json={"content": content, "why": "heard"}, headers=headers)
    assert kept.status_code == 201
    assert client.get("/api/v1/notes", params={"kind": "attempt"}).json()[0]["id"] == kept.json()["id"]
