"""What somebody rejected stays to be read, judged by others, and taken back by whoever said it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from talks_team import Csrf, logged_in, make_users

from goodoffices.record import Marking, Verdict
from goodoffices.record.account import Role
from goodoffices.record.store import Store


@pytest.fixture
def team(case: Path) -> Path:
    """The case with two analysts, an admin and a reader of GREEN."""
    return make_users(
        case,
        ("ana", Role.ANALYST, Marking.RED),
        ("ben", Role.ANALYST, Marking.RED),
        ("boss", Role.ADMIN, Marking.RED),
        ("gus", Role.READER, Marking.GREEN),
    )


def found_by(client: TestClient, words: str) -> list[str]:
    """The ids of the positions that hold some words."""
    entries = client.get("/api/v1/findings", params={"kind": "position", "q": words}).json()["entries"]
    return [each["id"] for each in entries]


def test_a_rejected_finding_is_shown_as_that_and_comes_back(client: TestClient, csrf: Csrf) -> None:
    """It leaves the record; its page says who rejected it and why, and taking that back makes it a finding again."""
    (found,) = found_by(client, "fees outright")
    client.post(f"/findings/{found}/judge", data={"csrf": csrf(client), "verdict": "reject", "why": "misquoted"})
    assert not found_by(client, "fees outright")
    for path in (f"/findings/{found}", "/record/rejected"):
        page = client.get(path).text
        assert "Belmark rejected the port fees outright." in page
        assert "misquoted" in page
    (word,) = set(re.findall(r"/judgements/(j-\w+)/retract", client.get("/record/rejected").text))
    answer = client.post(f"/findings/{found}/judge", data={"csrf": csrf(client), "undo": word})
    assert answer.headers["location"] == f"/findings/{found}"
    assert found_by(client, "fees outright") == [found]
    assert "Nothing is rejected" in client.get("/record/rejected").text


@pytest.mark.usefixtures("team")
def test_who_comes_a_moment_later_keeps_their_word(opened: Callable[..., TestClient], csrf: Csrf, store: Store) -> None:
    """One rejects; the other, who still has the finding open, confirms it: both words are kept, the last counts."""
    ana, ben = (logged_in(opened, csrf, name) for name in ("ana", "ben"))
    (found,) = found_by(ana, "fees outright")
    ana.post(f"/findings/{found}/judge", data={"csrf": csrf(ana), "verdict": "reject"})
    answer = ben.post(f"/findings/{found}/judge", data={"csrf": csrf(ben), "verdict": "confirm", "row": "1"})
    assert answer.status_code == 303
    words = {(each.by, each.verdict) for each in store.view(Marking.RED).judgements() if each.target == found}
    assert words == {("ana", Verdict.REJECT), ("ben", Verdict.CONFIRM)}
    assert found_by(ben, "fees outright") == [found]
    said = ana.get(f"/findings/{found}").text
    assert "ana" in said
    assert "ben" in said


@pytest.mark.usefixtures("team")
def test_nobody_takes_back_the_word_of_another(opened: Callable[..., TestClient], csrf: Csrf, store: Store) -> None:
    """Analysts take back their own, an admin anybody's; neither the page nor the call does otherwise."""
    ana, ben, boss = (logged_in(opened, csrf, name) for name in ("ana", "ben", "boss"))
    (found,) = found_by(ana, "fees outright")
    ana.post(f"/findings/{found}/judge", data={"csrf": csrf(ana), "verdict": "confirm"})
    (word,) = store.view(Marking.RED).judgements()
    assert f"/judgements/{word.id}/retract" not in ben.get(f"/findings/{found}").text
    assert ben.post(f"/judgements/{word.id}/retract", data={"csrf": csrf(ben)}).status_code == 403
    headers = {"x-csrf-token": csrf(ben)}
    assert ben.post(f"/api/v1/judgements/{word.id}/retract", json={}, headers=headers).status_code == 403
    assert len(store.view(Marking.RED).judgements()) == 1
    assert boss.post(f"/judgements/{word.id}/retract", data={"csrf": csrf(boss)}).status_code == 303


@pytest.mark.usefixtures("team")
def test_what_was_rejected_above_an_audience_is_not_there_for_it(opened: Callable[..., TestClient], csrf: Csrf) -> None:
    """A finding that only RED saw, rejected: to GREEN its page says what it says of any id that never was."""
    ana, gus = (logged_in(opened, csrf, name) for name in ("ana", "gus"))
    (found,) = found_by(ana, "hidden harbour outright")
    ana.post(f"/findings/{found}/judge", data={"csrf": csrf(ana), "verdict": "reject", "why": "misquoted"})
    answer, never = gus.get(f"/findings/{found}"), gus.get("/findings/f-never")
    assert (answer.status_code, never.status_code) == (404, 404)
    assert "misquoted" not in answer.text + gus.get("/record/rejected").text
