"""Adding by hand what the readers missed: on its page without a script, over the API, by two people, for whom it is."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from talks_team import Csrf, logged_in, make_users

from goodoffices.record import Marking, Report, make_report
from goodoffices.record.account import Role
from goodoffices.record.store import Store
from goodoffices.record.verify import verify
from goodoffices.web.sentences import choices, moved_by_words

MARKET = "A market was shelled over the port fees."


@pytest.fixture
def team(case: Path) -> Path:
    """The case with two analysts, one of GREEN, and a reader."""
    return make_users(
        case,
        ("ana", Role.ANALYST, Marking.RED),
        ("ben", Role.ANALYST, Marking.RED),
        ("gil", Role.ANALYST, Marking.GREEN),
        ("rita", Role.READER, Marking.RED),
    )


def report_of(store: Store, marking: Marking = Marking.CLEAR) -> Report:
    """The report with a marking."""
    return next(each for each in store.view(Marking.RED).reports() if each.marking is marking)


def place_of(report: Report, words: str) -> str:
    """Where words stand, as addresses name it."""
    start = report.text.index(words)
    return f"{start}-{start + len(words)}"


def asked(report: Report, words: str = MARKET, **more: Any) -> dict[str, Any]:
    """A form for an event, filled in."""
    form = {
        "at": place_of(report, words),
        "kind": "event",
        "field-text-kind": "violence",
        "field-text-text": "shells fell",
    }
    return {**form, "field-names-actors": ["Arvenia", "", ""], "first": "2026-02-01", "why": "overlooked", **more}


def test_a_sentence_is_chosen_and_becomes_a_finding(client: TestClient, csrf: Csrf, store: Store) -> None:
    """From the report to its sentences, to the form, to the finding that says who added it; the case still proves."""
    report = report_of(store)
    assert f"/reports/{report.id}/add" in client.get(f"/reports/{report.id}").text
    chosen = client.get(f"/reports/{report.id}/add").text
    link = f"/reports/{report.id}/add?at={place_of(report, MARKET)}"
    assert f'href="{link}"' in chosen
    form = client.get(f"{link}&kind=event").text
    assert f"<mark>{MARKET}</mark>" in form
    assert '<option value="Belmark">' in form
    answer = client.post(f"/reports/{report.id}/add", data=asked(report, csrf=csrf(client)))
    assert answer.status_code == 303
    page = client.get(answer.headers["location"]).text
    assert "shells fell" in page
    assert re.search(r"Added by hand: <b>local</b>, \d+ \w+ \d{4}", page)
    assert "<q>overlooked</q>" in page
    found = client.get(f"/api/v1{answer.headers['location']}").json()["finding"]
    assert (found["verdict"], found["added"][0]["by"]) == ("confirm", "local")
    assert found["evidence"][0]["quote"] == MARKET
    assert verify(store).faults == ()
    assert "A finding was added by hand" in client.get(f"/reports/{report.id}").text


def test_a_new_actor_is_asked_for_and_what_was_typed_stays(client: TestClient, csrf: Csrf, store: Store) -> None:
    """A name that nobody bears: the page comes back with all that was filled in, and asks what it is."""
    report = report_of(store)
    sent = asked(report, MARKET, csrf=csrf(client), **{"field-names-actors": ["Arvenia", "The Fen League"]})
    again = client.post(f"/reports/{report.id}/add", data=sent)
    assert again.status_code == 422
    for kept in ("shells fell", "overlooked", 'value="Arvenia"', "The Fen League is a", 'value="2026-02-01"'):
        assert kept in again.text
    sent |= {"new-name": "The Fen League", "new-kind": "group"}
    answer = client.post(f"/reports/{report.id}/add", data=sent)
    assert answer.status_code == 303
    assert len(client.get(f"/api/v1{answer.headers['location']}").json()["finding"]["content"]["actors"]) == 2
    assert client.get("/api/v1/findings?kind=actor&q=Fen").json()["entries"][0]["content"]["kind"] == "group"


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"at": "1-2000000"}, "point at the words"),
        ({"at": "120"}, "point at the words"),
        ({"kind": "river"}, "no findings of the kind"),
        ({"field-text-kind": "riot"}, "this is no event"),
        ({"first": "2026-02-31"}, "not a date"),
        ({"first": "2026-02-03", "last": "2026-02-01"}, "cannot end"),
        ({"marking": "PURPLE"}, "PURPLE"),
        ({"field-text-colour": "red"}, "has no &#39;colour&#39;"),
    ],
)
def test_what_does_not_fit_is_said(
    client: TestClient, csrf: Csrf, store: Store, change: dict[str, str], wanted: str
) -> None:
    """One sentence on the page, and nothing is written."""
    report = report_of(store)
    before = store.standing()
    answer = client.post(f"/reports/{report.id}/add", data=asked(report, csrf=csrf(client), **change))
    assert (answer.status_code, wanted.lower() in answer.text.lower()) == (422, True)
    assert store.standing() == before


def test_words_can_be_pasted_and_moved(client: TestClient, store: Store) -> None:
    """The exact words lead to their place; each end moves by a word; what is not there is said."""
    report = report_of(store)
    page = client.get(f"/reports/{report.id}/add", params={"words": "market was  shelled", "kind": "event"}).text
    assert "<mark>market was shelled</mark>" in page
    moved = {
        html.unescape(each) for each in re.findall(rf'/reports/{report.id}/add\?at=(\d+-\d+)&amp;kind=event">', page)
    }
    wider = place_of(report, "A market was shelled")
    narrower = place_of(report, "market was")
    assert {wider, narrower} <= moved
    gone = client.get(f"/reports/{report.id}/add", params={"words": "a fair was held"})
    assert (gone.status_code, "does not hold these words" in gone.text) == (422, True)


def test_hostile_words_stay_words(client: TestClient, csrf: Csrf, store: Store) -> None:
    """Markup in the report, in a field, in a new name and in the reason is shown as it stands, on every page of it."""
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    report = make_report(f"Arvenia said {evil} to all.", path="x", title=f"On {evil}", outlet=evil)
    store.add(report, [], at=report_at())
    place = f"0-{len(report.text)}"
    pages = [client.get(f"/reports/{report.id}/add"), client.get(f"/reports/{report.id}/add?at={place}&kind=event")]
    sent = asked(
        report, report.text, csrf=csrf(client), why=evil, **{"field-text-text": evil, "field-names-actors": [evil]}
    )
    pages.append(client.post(f"/reports/{report.id}/add", data=sent))
    assert pages[-1].status_code == 422
    sent |= {"new-name": evil, "new-kind": "group"}
    answer = client.post(f"/reports/{report.id}/add", data=sent)
    pages += [client.get(answer.headers["location"]), client.get(f"/reports/{report.id}"), client.get("/log")]
    for page in pages:
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
    assert "&lt;script&gt;alert(1)" in pages[3].text


def report_at() -> Any:
    """The moment of another report."""
    from lindholm_talks import AT  # noqa: PLC0415  one test needs it

    return AT


@pytest.mark.usefixtures("team")
def test_two_people_both_keep_their_word(opened: Callable[..., TestClient], csrf: Csrf, store: Store) -> None:
    """One adds it, the other adds it otherwise; one rejects, the other takes nothing away; undo brings it back."""
    ana, ben = (logged_in(opened, csrf, name) for name in ("ana", "ben"))
    report = report_of(store)
    first = ana.post(f"/reports/{report.id}/add", data=asked(report, csrf=csrf(ana))).headers["location"]
    same = ben.post(f"/reports/{report.id}/add", data=asked(report, csrf=csrf(ben))).headers["location"]
    assert same == first  # it was there already
    other = asked(report, MARKET, csrf=csrf(ben), **{"field-text-text": "shells fell on a market", "why": "plainer"})
    assert ben.post(f"/reports/{report.id}/add", data=other).status_code == 303
    added = [each for each in store.view(Marking.RED).statements("event") if each.added]
    assert [each.added.by for each in added if each.added] == ["ana", "ben"]
    ben.post(f"{first}/judge", data={"csrf": csrf(ben), "verdict": "reject", "why": "not so"})
    (word,) = store.view(Marking.RED).judgements()
    assert "not so" in ana.get(first).text
    ben.post(f"{first}/judge", data={"csrf": csrf(ben), "undo": word.id})
    assert ana.get(f"/api/v1{first}").json()["finding"]["verdict"] == "confirm"


@pytest.mark.usefixtures("team")
def test_whoever_added_it_takes_it_back(opened: Callable[..., TestClient], csrf: Csrf, store: Store) -> None:
    """One press, by whoever added it alone; it stands among what was rejected, and can come back."""
    ana, ben = (logged_in(opened, csrf, name) for name in ("ana", "ben"))
    report = report_of(store)
    sent = asked(report, "The annex on the port fees is kept secret.", csrf=csrf(ana))
    found = ana.post(f"/reports/{report.id}/add", data=sent).headers["location"]
    assert "Take it back" in ana.get(found).text
    assert "Take it back" not in ben.get(found).text
    ana.post(f"{found}/judge", data={"csrf": csrf(ana), "verdict": "reject", "why": "taken back"})
    assert "taken back" in ben.get("/record/rejected").text
    again = ben.post(f"/reports/{report.id}/add", data={**sent, "csrf": csrf(ben)}).headers["location"]
    assert "taken back" in ben.get(again).text  # it was said already, and somebody took it back: the page says so


@pytest.mark.usefixtures("team")
def test_who_may_and_who_may_not(opened: Callable[..., TestClient], csrf: Csrf, store: Store) -> None:
    """It takes an analyst, a form of ours, and a report that they see; a reader is shown no way to it."""
    rita, gil = (logged_in(opened, csrf, name) for name in ("rita", "gil"))
    report, hidden = report_of(store), report_of(store, Marking.RED)
    before = store.standing()
    assert "/add" not in rita.get(f"/reports/{report.id}").text
    assert rita.get(f"/reports/{report.id}/add").status_code == 403
    assert rita.post(f"/reports/{report.id}/add", data=asked(report, csrf=csrf(rita))).status_code == 403
    assert gil.post(f"/reports/{report.id}/add", data=asked(report)).status_code == 403
    for path in (f"/reports/{hidden.id}/add", f"/reports/{hidden.id}/add?at=0-5"):
        there, never = gil.get(path), gil.get(path.replace(hidden.id, "r-never"))
        assert (there.status_code, _bare(there, hidden.id)) == (404, _bare(never, "r-never"))
    sent = {"kind": "event", "says": {"kind": "violence"}, "words": "A market"}
    headers = {"x-csrf-token": csrf(gil)}
    there, never = (
        gil.post(f"/api/v1/reports/{each}/findings", json=sent, headers=headers) for each in (hidden.id, "r-never")
    )
    assert (there.status_code, _bare(there, hidden.id)) == (404, _bare(never, "r-never"))
    assert store.standing() == before


def _bare(answer: Any, name: str) -> str:
    text = re.sub(r"[0-9a-f]{64}", "*", answer.text)
    return str(text.replace(name, "X"))


@pytest.mark.usefixtures("team")
def test_what_is_added_above_an_audience_is_not_there_for_it(
    opened: Callable[..., TestClient], csrf: Csrf, store: Store
) -> None:
    """To a hidden report, or marked higher than its report: to GREEN no page and no count differs."""
    ana, gil = (logged_in(opened, csrf, name) for name in ("ana", "gil"))
    report, hidden = report_of(store), report_of(store, Marking.RED)
    paths = (f"/reports/{report.id}", f"/reports/{report.id}/add", "/record", "/matrix", "/api/v1/findings", "/")
    before = [_bare(gil.get(path), "-") for path in paths]
    for each, words, marking in (
        (report, MARKET, "RED"),
        (hidden, "A market was shelled over the hidden harbour.", "CLEAR"),
    ):
        sent = asked(each, words, csrf=csrf(ana), marking=marking, **{"field-names-actors": ["The Fen League"]})
        sent |= {"new-name": "The Fen League", "new-kind": "group"}
        found = ana.post(f"/reports/{each.id}/add", data=sent).headers["location"]
        assert gil.get(found).status_code == 404
    assert [_bare(gil.get(path), "-") for path in paths] == before
    unknown = asked(report, MARKET, csrf=csrf(gil), **{"field-names-actors": ["The Fen League"]})
    assert "knows nobody called" in gil.post(f"/reports/{report.id}/add", data=unknown).text


def test_the_api_adds_what_the_page_adds(client: TestClient, store: Store) -> None:
    """The statement as it is kept and its finding; the same again is known; one error shape."""
    headers = {"x-goodoffices": "1"}
    path = f"/api/v1/reports/{report_of(store).id}/findings"
    sent = {"kind": "event", "says": {"kind": "violence", "actors": ["Belmark"]}, "words": MARKET, "when": "2026-02-01"}
    first, again = (client.post(path, json=sent, headers=headers) for _ in range(2))
    assert first.status_code == 201
    made = first.json()
    assert made["statement"]["added"]["by"] == "local"
    assert client.get(f"/api/v1/findings/{made['finding']}").json()["finding"]["added"][0]["by"] == "local"
    assert (again.json()["known"], again.json()["statement"]["id"]) == (True, made["statement"]["id"])
    for change in ({"says": {"kind": "riot"}}, {"words": "not there"}, {"colour": 1}, {"start": -1}):
        wrong = client.post(path, json={**sent, **change}, headers=headers)
        assert wrong.status_code in {400, 422}
        assert set(wrong.json()["error"]) == {"status", "title", "message"}


def test_sentences_join_to_the_text() -> None:
    """Whatever the layout, what can be chosen and what stands between are the text; places are those of the text."""
    text = "# Talks\n\n| a | b |\n|---|---|\n\n- One. Two!  Three?\n" + "word " * 700 + "\nLast"
    report = make_report(text, path="a", title="a", layout="markdown")
    for part in ((0, len(text)), (9, len(text) - 3)):
        lines = choices(report, part, [(text.index("Two"), text.index("Two") + 3)])
        stretches = [each for line in lines for each in line.stretches]
        assert "".join(each.text for each in stretches) == text[slice(*part)]
        chosen = {each.text: each for each in stretches if each.place}
        assert {"Two!", "| a | b |"} <= set(chosen)
        assert [each.text for each in stretches if each.rests] == ["Two!"]
        for each in chosen.values():
            start, end = map(int, each.place.split("-"))
            assert text[start:end] == each.text


def test_either_end_moves_by_a_word() -> None:
    """With a word less or more; a single word cannot lose one, and the text ends somewhere."""
    text = "one two three four"
    moved = moved_by_words(text, 4, 13)
    assert {name: text[slice(*each)] for name, each in moved.items()} == {
        "start-back": "one two three",
        "start-on": "three",
        "end-back": "two",
        "end-on": "two three four",
    }
    assert set(moved_by_words(text, 0, 3)) == {"end-on"}
