"""The record in the browser: found, filtered, judged, corrected, merged, split, and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from goodoffices.desk.query import Query
from goodoffices.desk.snapshot import Snapshot
from goodoffices.record import Marking, Verdict
from goodoffices.record.store import Store

Csrf = Callable[..., str]


def snapshot_of(client: TestClient) -> Snapshot:
    """The findings that the client's workbench shows to its keepers."""
    from goodoffices.desk.audience import Audience  # noqa: PLC0415  a helper of tests

    bench = client.app.state.bench  # type: ignore[attr-defined]  # TestClient types its app as any ASGI app
    found: Snapshot = bench.shelf.ready(Audience.of(Marking.RED))
    return found


def only(client: TestClient, **asked: str) -> str:
    """The id of the one finding that fits."""
    (entry,) = snapshot_of(client).find(Query(**asked)).entries  # type: ignore[arg-type]  # plain values
    return entry.id


def test_the_list_narrows_down(client: TestClient) -> None:
    """Kind, words and stance each leave out what does not fit, and the page says how many are left."""
    page = client.get("/record", params={"kind": "position", "q": "harbour", "stance": "rejects"}).text
    assert "1 finding<" in page
    assert "the hidden harbour outright" in page
    assert "port fees" not in re.sub(r"<form.*?</form>", "", page, flags=re.DOTALL)


def test_pages_hold_every_finding_once(client: TestClient) -> None:
    """Page after page of any order gives all findings, each once."""
    snapshot = snapshot_of(client)
    total = snapshot.about.totals.findings
    for order in ("newest", "oldest", "learned", "doubt", "sources", "record"):
        seen: list[str] = []
        after: str | None = None
        while True:
            page = snapshot.find(Query(order=order), limit=3, after=after)  # type: ignore[arg-type]  # one of the orders
            seen += [entry.id for entry in page.entries]
            after = page.after
            if after is None:
                break
        assert len(seen) == len(set(seen)) == total, order


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"kind": "rumour"}, "is no kind"),
        ({"order": "loudest"}, "is no order"),
        ({"q": '""'}, "holds no word"),
        ({"from": "yesterday"}, "is no day"),
        ({"since": "lately"}, "is no moment"),
        ({"after": "[]"}, "is not where a page begins"),
    ],
)
def test_a_wrong_value_is_one_sentence(client: TestClient, asked: dict[str, str], words: str) -> None:
    """What cannot be read is said, with what would be right."""
    answer = client.get("/record", params=asked)
    assert answer.status_code == 422
    assert words in answer.text


def test_a_judgement_is_kept_and_shown_with_its_name_and_reason(client: TestClient, csrf: Csrf, store: Store) -> None:
    """Confirming keeps who, what and why, and the page of the finding shows it."""
    found = only(client, kind="position", stance="demands", text="port")
    answer = client.post(
        f"/findings/{found}/judge", data={"csrf": csrf(client), "verdict": "confirm", "why": "I was there"}
    )
    assert answer.status_code == 303
    (word,) = store.view(Marking.RED).judgements()
    assert (word.verdict, word.by, word.why) == (Verdict.CONFIRM, "local", "I was there")
    page = client.get(f"/findings/{found}").text
    assert "I was there" in page
    assert "Take it back" in page


def test_a_rejected_finding_is_gone_and_comes_back(client: TestClient, csrf: Csrf, store: Store) -> None:
    """Rejecting takes a finding out of the list; taking the word back brings it back."""
    found = only(client, kind="event", text="port")
    client.post(f"/findings/{found}/judge", data={"csrf": csrf(client), "verdict": "reject"})
    assert snapshot_of(client).finding(found) is None
    (word,) = store.view(Marking.RED).judgements()
    client.post(f"/judgements/{word.id}/retract", data={"csrf": csrf(client)})
    assert snapshot_of(client).finding(found) is not None


def test_a_correction_changes_what_is_shown_and_nothing_else(client: TestClient, csrf: Csrf) -> None:
    """A corrected stance stands in the record, with the same words of the report below it."""
    found = only(client, kind="position", stance="demands", text="port")
    before = snapshot_of(client).finding(found)
    answer = client.post(
        f"/findings/{found}/correct",
        data={"csrf": csrf(client), "field-text-stance": "offers", "why": "it offered"},
    )
    assert answer.status_code == 303
    after = only(client, kind="position", stance="offers")
    corrected = snapshot_of(client).finding(after)
    assert before is not None
    assert corrected is not None
    assert [each.quote for each in corrected.evidence] == [each.quote for each in before.evidence]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"field-text-stance": "shouts"}, "is no position"),
        ({"field-text-nonsense": "x"}, "Nothing was changed"),
        ({}, "Nothing was changed"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(
    client: TestClient, csrf: Csrf, store: Store, fields: dict[str, str], words: str
) -> None:
    """Nothing is kept where a field holds what it cannot."""
    found = only(client, kind="position", stance="demands", text="port")
    answer = client.post(f"/findings/{found}/correct", data={"csrf": csrf(client), **fields})
    assert answer.status_code == 422
    assert words in answer.text
    assert not store.view(Marking.RED).judgements()


def test_findings_are_merged_and_split_again(client: TestClient, csrf: Csrf) -> None:
    """Two demands merged are one finding with both quotes; split, they are two again."""
    demands = [e.id for e in snapshot_of(client).find(Query(kind="position", stance="demands")).entries]
    assert len(demands) == 2
    answer = client.post("/record/merge", data={"csrf": csrf(client), "pick": demands})
    assert answer.status_code == 303
    (one,) = snapshot_of(client).find(Query(kind="position", stance="demands")).entries
    assert len(one.evidence) == 2
    for before in demands:  # a link in somebody's note still leads there
        assert client.get(f"/findings/{before}", follow_redirects=True).url.path == f"/findings/{one.id}"
    client.post(f"/findings/{one.id}/split", data={"csrf": csrf(client), "statement": [one.statements[0]]})
    assert len(snapshot_of(client).find(Query(kind="position", stance="demands")).entries) == 2


def test_unlike_findings_are_not_merged(client: TestClient, csrf: Csrf, store: Store) -> None:
    """A demand and an event stay two."""
    picked = [only(client, kind="event", text="port"), only(client, kind="position", stance="demands", text="port")]
    answer = client.post("/record/merge", data={"csrf": csrf(client), "pick": picked})
    assert answer.status_code == 422
    assert "cannot be one finding" in answer.text
    assert not store.view(Marking.RED).judgements()


def test_a_script_gets_the_row_alone(client: TestClient, csrf: Csrf) -> None:
    """With htmx a judgement answers with the row as it stands now, and the word on it."""
    found = only(client, kind="event", text="port")
    answer = client.post(
        f"/findings/{found}/judge",
        data={"verdict": "unsure", "row": "1"},
        headers={"HX-Request": "true", "X-CSRF-Token": csrf(client)},
    )
    assert answer.status_code == 200
    assert answer.text.lstrip().startswith("<li")
    assert "left unsure by local" in answer.text


def test_a_thing_that_is_not_there_is_a_page_not_found(client: TestClient) -> None:
    """An unknown id says so, in the same words as any other."""
    one, other = client.get("/findings/f-aaaaaaaaaaaaaaaa"), client.get("/findings/d-bbbbbbbbbbbbbbbb")
    assert one.status_code == other.status_code == 404
    assert one.text.replace("f-aaaaaaaaaaaaaaaa", "ID") == other.text.replace("d-bbbbbbbbbbbbbbbb", "ID")
