"""The watch room in the browser: a book begun, incidents handed in, a breach found and verified, and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from goodoffices.record.store import Store

Csrf = Callable[..., str]

AGREEMENT = """\
agreement: Port Selene ceasefire
in force: 2026-03-01
parties: [North, South]
indicators:
  - {id: paid, label: Paid into the fund, unit: million, target: 10}
obligations:
  - {id: ceasefire, provision: "1", owes: [North, South], act: cease fire, duty: refrain, incidents: [shelling],
     zones: buffer, verified by: Commission}
  - {id: withdrawal, provision: "2", owes: North, to: South, act: withdraw, due: 2099-01-01, verified by: Commission}
  - {id: answer, owes: South, act: answer a ticket, each: ticket, within: 24 hours}
powers:
  - {id: snapback, holder: Council, act: bring sanctions back, when: ceasefire was breached}
alerts:
  - {id: alarm, when: ceasefire is breached, say: The ceasefire is breached}
"""
ZONES = (
    '{"type":"FeatureCollection","features":[{"type":"Feature","id":"buffer","properties":{"name":"The buffer"},'
    '"geometry":{"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,49],[37,48]]]}}]}'
)
INCIDENTS = (
    "Nr,Lat,Lon,Tag,Was,Wo\n"
    "i-1,48.1,37.1,2026-03-05,shelling,Mill\n"
    "i-2,48.2,37.2,2026-03-06,shelling,<script>alert(1)</script>\n"
    "i-3,98.2,37.2,2026-03-06,shelling,Nowhere\n"
)
PAGES = (
    "/watch",
    "/watch/log",
    "/watch/agreement",
    "/watch/incidents",
    "/watch/incidents/i-1",
    "/watch/obligations/ceasefire",
    "/watch/pairs",
    "/watch/map",
    "/watch/report?day=2026-03-06",
    "/watch/trend",
    "/watch/score",
    "/watch/clocks",
    "/watch/indicators",
    "/watch/steps",
    "/watch/ladder",
    "/watch/sites",
    "/watch/beside",
    "/watch/counts",
)


def begin(client: TestClient, csrf: Csrf) -> None:
    """Begin a book with its zones."""
    kept = client.post("/watch/agreement", data={"csrf": csrf(client), "source": AGREEMENT, "after": "", "why": ""})
    assert kept.status_code == 303, kept.text
    zones = {"file": ("zones.geojson", ZONES.encode(), "application/json")}
    assert client.post("/watch/zones", data={"csrf": csrf(client)}, files=zones).status_code == 303


def hand_in(client: TestClient, csrf: Csrf, content: str = INCIDENTS, name: str = "incidents.csv") -> str:
    """Hand a file in; return where it waits."""
    answer = client.post(
        "/watch/incidents",
        data={"csrf": csrf(client), "marking": "CLEAR"},
        files={"file": (name, content.encode(), "text/csv")},
    )
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def load(client: TestClient, csrf: Csrf) -> str:
    """Load the incidents with their columns said."""
    where = hand_in(client, csrf)
    columns = {"id": "Nr", "latitude": "Lat", "longitude": "Lon", "date": "Tag", "kind": "Was", "place": "Wo"}
    fields = {f"field-{ours}": theirs for ours, theirs in columns.items()}
    done = client.post(where, data={"csrf": csrf(client), "marking": "CLEAR", **fields})
    assert done.status_code == 303, done.text
    return done.headers["location"]


def put(client: TestClient, csrf: Csrf, **fields: str) -> str:
    """Set something down; return the id of the entry."""
    answer = client.post("/watch/log", data={"csrf": csrf(client), **fields})
    assert answer.status_code == 303, answer.text
    found = re.search(r"done=(w-\w+)", answer.headers["location"])
    assert found is not None
    return found[1]


def test_a_book_is_looked_at_before_it_is_kept(client: TestClient, csrf: Csrf) -> None:
    """What was pasted is shown as it was read, with what is wrong; nothing is kept until one says so."""
    assert "Nothing is kept here yet" in client.get("/watch").text
    wrong = client.post("/watch/begin", data={"csrf": csrf(client), "source": "agreement: X\nin force: never\n"})
    assert wrong.status_code == 422
    assert "in_force" in wrong.text
    shown = client.post("/watch/begin", data={"csrf": csrf(client), "source": AGREEMENT})
    assert shown.status_code == 200
    assert "bring sanctions back" in shown.text
    assert "Nothing is kept here yet" in client.get("/watch").text
    begin(client, csrf)
    assert "Port Selene ceasefire" in client.get("/watch").text


def test_an_agreement_names_no_file_of_the_machine(client: TestClient, csrf: Csrf) -> None:
    """A page opens no file that a form names."""
    source = AGREEMENT + "files: {zones: ../../secret.geojson}\n"
    answer = client.post("/watch/agreement", data={"csrf": csrf(client), "source": source, "after": ""})
    assert answer.status_code == 422
    assert "names files of a machine" in answer.text


def test_somebody_elses_agreement_is_not_overwritten(client: TestClient, csrf: Csrf) -> None:
    """Who mends an agreement that was changed meanwhile is told so."""
    begin(client, csrf)
    again = client.post("/watch/agreement", data={"csrf": csrf(client), "source": AGREEMENT, "after": "0" * 16})
    assert again.status_code == 409


def test_obligations_are_proposed_from_a_text(client: TestClient, csrf: Csrf) -> None:
    """A text of the desk becomes obligations that nobody has confirmed, shown before they are kept."""
    import datetime as dt  # noqa: PLC0415  one use

    from goodoffices.record import Marking  # noqa: PLC0415  the same

    desk = client.app.state.bench.desk  # type: ignore[attr-defined]  # TestClient types its app as any ASGI app
    text = "# Truce of Selene\n\n1. North shall withdraw its forces from the harbour within 30 days.\n"
    at = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    desk.save("text", "truce", text, by="local", at=at, marking=Marking.AMBER, after=0, title="Truce of Selene")
    form = {"csrf": csrf(client), "text": "truce", "in_force": "2026-03-01", "parties": "North\nSouth"}
    shown = client.post("/watch/begin", data=form)
    assert shown.status_code == 200, shown.text
    assert "North shall withdraw its forces" in shown.text
    assert "confirmed: false" in shown.text
    assert "marking: AMBER" in shown.text


def test_a_verified_breach_from_incident_to_report(client: TestClient, csrf: Csrf, store: Store) -> None:
    """An incident is no breach; a finding of those who verify is one, on the board, in the report and the log."""
    begin(client, csrf)
    done = load(client, csrf)
    page = client.get(done).text
    assert "2 new" in page
    assert "latitude 98.2 lies beyond -90 to 90" in page
    assert "Nothing is in breach" in client.get("/watch").text
    claim = put(client, csrf, entry="happening", what="breached", subject="ceasefire", on="2026-03-05", by="South")
    assert "Nothing is in breach" in client.get("/watch").text
    finding = put(
        client,
        csrf,
        entry="finding",
        obligation="ceasefire",
        verdict="breached",
        first="2026-03-05",
        reasons="two craters",
        incidents="i-1",
        by="Commission",
    )
    board = client.get("/watch").text
    assert "1 in breach" in board
    assert "The ceasefire is breached" in board
    obligation = client.get("/watch/obligations/ceasefire").text
    assert "two craters" in obligation.casefold()
    assert claim in obligation
    report = client.get("/watch/report?day=2026-03-05").text
    assert "two craters" in report.casefold()
    assert "not put right" in report
    assert "two craters" in client.get("/watch/incidents/i-1").text.casefold()
    assert "in breach" in client.get("/").text
    audited = {line.target for line in store.audit_log(act="watch")}
    assert {claim, finding} <= audited
    put(client, csrf, entry="retraction", target=finding, note="wrong bridge", by="local")
    assert "Nothing is in breach" in client.get("/watch").text


def test_an_attribution_is_never_surer_than_its_evidence(client: TestClient, csrf: Csrf) -> None:
    """Who did it is set down with its evidence, and shown as sure as that allows."""
    begin(client, csrf)
    load(client, csrf)
    put(client, csrf, entry="attribution", incident="i-1", party="North", confidence="0.9", by="Commission")
    page = client.get("/watch/incidents/i-1").text
    assert "to <b>North</b>" in page
    assert "90 % sure at most" not in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"entry": "rumour"}, "is no kind of entry"),
        ({"entry": "finding", "obligation": "nothing", "verdict": "met", "first": "2026-03-05"}, "no obligation"),
        ({"entry": "finding", "obligation": "ceasefire", "verdict": "bad", "first": "2026-03-05"}, "is no finding"),
        ({"entry": "finding", "obligation": "ceasefire", "verdict": "met", "first": "2999-03-05"}, "in the future"),
        ({"entry": "attribution", "incident": "i-9", "party": "North"}, "There is no incident"),
        ({"entry": "attribution", "incident": "i-1", "confidence": "7"}, "beyond 0 to 1"),
        ({"entry": "reading", "indicator": "paid", "value": "nan", "on": "2026-03-05"}, "is no number"),
        ({"entry": "retraction", "target": "w-aaaaaaaaaaaaaaaa", "note": "x"}, "could be taken back"),
        ({"entry": "pairing", "left": "i-1", "right": "i-1", "same": "yes"}, "is one report"),
        ({"entry": "happening", "what": "extended", "subject": "ceasefire", "on": "2026-03-05"}, "new deadline"),
    ],
)
def test_what_makes_no_sense_is_refused(
    client: TestClient, csrf: Csrf, store: Store, fields: dict[str, str], words: str
) -> None:
    """One sentence says what is wrong, and nothing is set down."""
    begin(client, csrf)
    load(client, csrf)
    answer = client.post("/watch/log", data={"csrf": csrf(client), **fields})
    assert answer.status_code == 422
    assert words in answer.text
    assert not store.audit_log(act="watch")


def test_pages_escape_and_hold_nothing_inline(client: TestClient, csrf: Csrf) -> None:
    """Names of places are words on every page; no page has a script, style or handler within it."""
    begin(client, csrf)
    load(client, csrf)
    put(client, csrf, entry="happening", what="happened", subject="ticket", ref="t-1", on="2026-03-05",
        note="<img src=x onerror=alert(1)>")  # fmt: skip
    for path in (*PAGES, "/watch/incidents/i-2", "/watch/obligations/answer/t-1"):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert "<script>alert" not in answer.text, path
        assert "<img src=x" not in answer.text, path
        assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|<[^>]+\son[a-z]+=", answer.text), path


def test_everything_leaves_as_a_file_and_is_audited(client: TestClient, csrf: Csrf, store: Store) -> None:
    """Tables, the map, charts and reports come as files with the audience in their names, and the log keeps that."""
    begin(client, csrf)
    load(client, csrf)
    files = [
        f"{name}.{form}" for name in ("obligations", "incidents", "log") for form in ("csv", "xlsx", "json", "docx")
    ]
    files += ["map.geojson", "page-report.html", "page-report.docx", "page-state.docx", "loads.csv", "steps.csv"]
    for name in files:
        answer = client.get(f"/watch/export/{name}")
        assert answer.status_code == 200, name
        assert "attachment" in answer.headers["content-disposition"]
        assert answer.content
    assert len(store.audit_log(act="export")) == len(files)
    assert client.get("/watch/export/nothing.csv").status_code == 404
    assert client.get("/watch/export/log.exe").status_code == 422


@pytest.mark.parametrize("name", ["../../../etc/cron.d/x.csv", "..\\..\\x.csv", "/etc/passwd.csv"])
def test_the_name_of_a_file_is_never_a_path(client: TestClient, csrf: Csrf, case: Path, name: str) -> None:
    """What a file is called where it comes from is shown without its folders, and nothing is written under it."""
    begin(client, csrf)
    where = hand_in(client, csrf, name=name)
    book = case.with_name(f"{case.name}.desk") / "watch"
    kept = [path.name for path in (book / "incoming").iterdir()]
    assert all(re.fullmatch(r"[0-9a-f]{32}\.(csv|meta)", each) for each in kept)
    assert "etc/" not in client.get(where).text.split("<h1>")[1].split("</h1>")[0]


@pytest.mark.parametrize(("name", "content"), [("x.csv.gz", "x"), ("x.exe", "x"), ("x.csv", ""), ("x.json", "[1,")])
def test_a_file_that_is_none_is_told_of(client: TestClient, csrf: Csrf, name: str, content: str) -> None:
    """Packed files are refused, empty and broken ones are said to be."""
    begin(client, csrf)
    answer = client.post(
        "/watch/incidents", data={"csrf": csrf(client)}, files={"file": (name, content.encode(), "text/csv")}
    )
    if answer.status_code == 303:
        page = client.get(answer.headers["location"])
        assert page.status_code == 200
        assert 'role="alert"' in page.text
        assert "/incoming/" not in page.text.split('role="alert"')[1].split("</p>")[0]
    else:
        assert answer.status_code == 422


def test_doubtful_pairs_are_decided_and_taken_back(client: TestClient, csrf: Csrf) -> None:
    """A person's word joins two reports; taken back, they are two again."""
    begin(client, csrf)
    load(client, csrf)
    assert "2 incidents" in client.get("/watch/incidents").text
    key = put(client, csrf, entry="pairing", left="i-1", right="i-2", same="yes", back="pairs", note="one strike")
    assert "1 incident," in client.get("/watch/incidents").text
    assert "one strike" in client.get("/watch/pairs").text
    put(client, csrf, entry="retraction", target=key, note="two strikes", back="pairs")
    assert "2 incidents" in client.get("/watch/incidents").text


def test_counts_are_read_out_of_prose(client: TestClient, csrf: Csrf) -> None:
    """A pasted report gives its counts with their sentences, and is not kept."""
    text = "The monitors recorded 14 ceasefire violations in the buffer zone on 3 March 2026."
    begin(client, csrf)
    page = client.post("/watch/counts", data={"csrf": csrf(client), "text": text, "published": "2026-03-04"}).text
    assert ">14<" in page.replace(" ", "").replace("\n", "") or "14</th>" in page


def test_programs_can_do_the_same(client: TestClient, csrf: Csrf) -> None:
    """State, obligations, log, incidents, report and map are calls; what is set down is held against the book."""
    begin(client, csrf)
    head = {"X-GoodOffices": "1"}
    file = {"file": ("i.csv", b"id,lat,lon,date,type\ni-7,48.5,37.5,2026-03-07,shelling\n,1,1,never,x\n", "text/csv")}
    loaded = client.post("/api/v1/watch/incidents", files=file, data={"marking": "GREEN"}, headers=head)
    assert loaded.status_code == 201, loaded.text
    assert (loaded.json()["rows"], loaded.json()["rejected"]) == (1, 1)
    fields = {"obligation": "ceasefire", "verdict": "breached", "first": "2026-03-07", "by": "Commission"}
    body = {"entry": "finding", "fields": {**fields, "incidents": "i-7", "marking": "CLEAR"}}
    refused = client.post("/api/v1/watch/log", json=body, headers=head)
    assert refused.status_code == 422
    assert "marked GREEN" in refused.json()["error"]["message"]
    body["fields"]["marking"] = "GREEN"  # type: ignore[index]  # a dict of dicts
    assert client.post("/api/v1/watch/log", json=body, headers=head).status_code == 201
    states = {each["id"]: each["state"] for each in client.get("/api/v1/watch/obligations").json()}
    assert states["ceasefire"] == "breached"
    assert client.get("/api/v1/watch/log").json()["total"] == 1
    assert client.get("/api/v1/watch/incidents?q=i-7").json()["total"] == 1
    assert client.get("/api/v1/watch/report?day=2026-03-07").json()["findings"]
    assert len(client.get("/api/v1/watch/map.geojson").json()["features"]) == 2
    assert client.get("/api/v1/watch/state?on=yesterday").status_code == 422
