"""What an audience may not see of the watch book changes nothing that it is shown: no page, call, file or number."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from goodoffices.record import Marking
from goodoffices.record.store import create_case
from goodoffices.watch.book import Book
from goodoffices.watch.log import (
    Attribution,
    Effort,
    Entry,
    Finding,
    Happening,
    Pairing,
    Reading,
    Retraction,
    Verdict,
    What,
    entry_id,
)
from goodoffices.web import Settings, create_app

AT = dt.datetime(2026, 3, 10, 8, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 5)
SECRET = "zqsecret"  # noqa: S105  a word that nobody may see
OPEN = """\
agreement: Port Selene ceasefire
in force: 2026-03-01
parties: [North, South]
indicators:
  - {id: paid, label: Paid into the fund, unit: million, target: 10}
%(indicators)s
obligations:
  - {id: ceasefire, provision: "1", owes: [North, South], act: cease fire, duty: refrain, incidents: [shelling],
     zones: buffer, verified by: Commission, breached when: "count(kind=shelling, days=7) >= 4"}
  - {id: withdrawal, provision: "2", owes: North, to: South, act: withdraw, due: 2026-04-01, verified by: Commission}
  - {id: relief, owes: West, act: lift sanctions, trigger: withdrawal is fulfilled}
  - {id: answer, owes: South, act: answer a ticket, each: ticket, within: 24 hours}
%(obligations)s
powers:
  - {id: snapback, holder: Council, act: bring sanctions back, when: ceasefire was breached, suspends: relief}
%(powers)s
alerts:
  - {id: alarm, when: "count(kind=shelling, days=7) >= 3 or ceasefire is breached", say: Shelling}
%(alerts)s
"""
HIDDEN = {
    "indicators": f"  - {{id: {SECRET}-i, label: {SECRET}, marking: RED}}",
    "obligations": f"  - {{id: {SECRET}-o, owes: {SECRET}, act: {SECRET} act, due: 2026-03-20, kind: {SECRET},"
    f" trigger: ceasefire is active, zones: {SECRET}-z, verified by: Commission, marking: RED}}",
    "powers": f"  - {{id: {SECRET}-p, act: {SECRET}, when: ceasefire was breached,"
    " suspends: withdrawal, marking: RED}",
    "alerts": f"  - {{id: {SECRET}-a, when: withdrawal is active, say: {SECRET}, marking: RED}}",
}
ROWS = [
    "i-1,48.10,37.10,2026-03-05T10:00,shelling,Mill,Radio,2,Mortar fire was heard from the mill and five impacts seen,",
    "i-2,48.20,37.20,2026-03-06T11:00,shelling,Port,Radio,0,Two shells fell near the port and no crater was visited,",
    "i-3,48.30,37.30,2026-03-07T12:00,fire,Quay,Radio,,Rifle fire at the quay,",
]
REPORT = "Mortar fire was heard from the mill and five impacts seen"
HIDDEN_ROWS = [
    f"i-0,48.10,37.10,2026-03-05T10:10,shelling,{SECRET},{SECRET},9,{REPORT} {SECRET},RED",
    f"{SECRET}-1,12.10,97.10,2026-02-01T10:00,{SECRET},{SECRET},{SECRET},9,{SECRET},RED",
    f"{SECRET}-2,48.11,37.11,2026-03-06T10:00,shelling,{SECRET},{SECRET},9,{SECRET},RED",
    f"i-1,48.10,37.10,2026-03-05T10:00,shelling,Mill,{SECRET},90,{SECRET} corrected,RED",
]
HEAD = "id,latitude,longitude,date,kind,place,source,killed,text,marking\n"
ZONE = (
    '{"type":"Feature","properties":{"name":"%s","kind":"site"%s},'
    '"geometry":{"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,49],[37,48]]]}%s}'
)
ROUTES = (
    "/",
    "/watch?on=2026-03-15",
    "/watch?on=2026-03-15&state=active",
    "/watch/log",
    "/watch/agreement",
    "/watch/incidents",
    f"/watch/incidents?q={SECRET}",
    "/watch/incidents?order=killed",
    "/watch/incidents/i-1",
    f"/watch/incidents/{SECRET}-1",
    "/watch/obligations/ceasefire",
    "/watch/obligations/answer",
    f"/watch/obligations/{SECRET}-o",
    "/watch/pairs",
    "/watch/map",
    "/watch/report?week=2026-03-08",
    "/watch/trend",
    "/watch/score?on=2026-03-15",
    "/watch/clocks?on=2026-03-15",
    "/watch/indicators?on=2026-03-15",
    "/watch/steps?on=2026-03-15",
    "/watch/ladder?on=2026-03-15",
    "/watch/sites?on=2026-03-15",
    "/watch/beside?on=2026-03-15",
    *(f"/watch/export/{name}.csv" for name in ("obligations?on=2026-03-15", "changes", "log", "incidents", "alerts")),
    "/watch/export/loads.json",
    "/watch/export/map.geojson",
    "/watch/export/page-report.html?week=2026-03-08",
    "/watch/export/page-state.md?on=2026-03-15",
    "/watch/export/chart-report.png?week=2026-03-08",
    "/api/v1/watch/state?on=2026-03-15",
    "/api/v1/watch/obligations?on=2026-03-15",
    "/api/v1/watch/log",
    "/api/v1/watch/incidents",
    "/api/v1/watch/incidents/i-0",
    "/api/v1/watch/report?week=2026-03-08",
    "/api/v1/watch/map.geojson",
)


def shown_entries() -> list[Entry]:
    """What everybody may see."""
    ticket = Happening(what=What.HAPPENED, subject="ticket", ref="t-1", earliest=AT, latest=AT, known=AT, by="Line")
    return [
        ticket,
        Attribution(incident="i-2", party="North", confidence=0.4, evidence=("report",), known=AT, by="Commission"),
        Effort(zone="buffer", first=DAY, last=DAY, patrols=3, known=AT, by="Commission"),
        Finding(
            obligation="withdrawal",
            verdict=Verdict.DISPUTED,
            first=DAY,
            last=DAY,
            reasons=("unclear",),
            incidents=("i-1",),
            known=AT,
            by="Commission",
        ),
    ]


def hidden_entries() -> list[Entry]:
    """What few may see: each would change something."""
    red = {"known": AT, "by": "Commission", "note": SECRET, "marking": Marking.RED}
    first = shown_entries()[0]
    return [
        Finding(obligation="ceasefire", verdict=Verdict.BREACHED, first=DAY, last=DAY, incidents=("i-0",), **red),  # type: ignore[arg-type]  # plain values
        Finding(obligation=f"{SECRET}-o", verdict=Verdict.MET, first=DAY, last=DAY, **red),  # type: ignore[arg-type]  # the same
        Happening(what=What.PERFORMED, subject="withdrawal", earliest=AT, latest=AT, **red),  # type: ignore[arg-type]  # the same
        Attribution(incident="i-2", party="South", confidence=0.9, evidence=("forensic",), **red),  # type: ignore[arg-type]  # the same
        Pairing(left="i-1", right="i-2", same=True, **red),  # type: ignore[arg-type]  # the same
        Effort(zone=f"{SECRET}-z", first=DAY, last=DAY, hours=30, **red),  # type: ignore[arg-type]  # the same
        Reading(indicator="paid", value=12.0, at=AT, **red),  # type: ignore[arg-type]  # the same
        Retraction(entry=entry_id(first), **red),  # type: ignore[arg-type]  # the same
    ]


def make_book(folder: Path, *, secrets: bool) -> None:
    """A book; with secrets, the same one with restricted things of every sort in between."""
    folder.mkdir(parents=True)
    hidden = HIDDEN if secrets else dict.fromkeys(HIDDEN, "")
    (folder / "agreement.yaml").write_text(OPEN % hidden, encoding="utf-8")
    zones = [ZONE % ("The buffer", "", ',"id":"buffer"'), ZONE % ("The port", "", "")]
    if secrets:
        zones = [
            ZONE % (SECRET, ',"marking":"RED"', ""),
            ZONE % (SECRET, ',"marking":"RED"', f',"id":"{SECRET}-z"'),
            *zones,
        ]
    text = '{"type":"FeatureCollection","features":[' + ",".join(zones) + "]}"
    (folder / "zones.geojson").write_text(text, encoding="utf-8")
    book = Book(folder)
    file = folder.parent / "rows.csv"
    if secrets:
        file.write_text(HEAD + "\n".join(HIDDEN_ROWS[:2]) + "\n", encoding="utf-8")
        book.load(file, now=AT, source=f"{SECRET}.csv")
    rows = [HIDDEN_ROWS[2], *ROWS] if secrets else ROWS
    file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    book.load(file, now=AT, source="rows.csv")
    if secrets:
        file.write_text(HEAD + HIDDEN_ROWS[3] + "\n", encoding="utf-8")
        book.load(file, now=AT, source=f"{SECRET}.csv")
    entries = shown_entries()
    book.add(*([*hidden_entries()[:4], *entries, *hidden_entries()[4:]] if secrets else entries))


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, TestClient]]:
    """Two workbenches: over a book without secrets, and over the same one with them."""
    made = []
    for secrets in (False, True):
        place = tmp_path_factory.mktemp("case") / "talks.goodoffices"
        create_case(place).close()
        make_book(place.with_name(f"{place.name}.desk") / "watch", secrets=secrets)
        client = TestClient(
            create_app(Settings(case=str(place))), base_url="http://127.0.0.1:8765", follow_redirects=False
        )
        client.__enter__()
        made.append(client)
    yield made[0], made[1]
    for client in made:
        client.__exit__(None, None, None)


def plain(content: bytes) -> str:
    """An answer without what is of its own time and session."""
    text = content.decode("utf-8", "replace")
    return re.sub(r"[0-9a-f]{64}", "CSRF", re.sub(r"\d\d:\d\d UTC|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z", "TIME", text))


@pytest.mark.parametrize("path", ROUTES)
def test_nothing_differs_for_green(clients: tuple[TestClient, TestClient], path: str) -> None:
    """The same bytes with and without what GREEN may not see, on every route; and the word of none of it."""
    head = {"X-Audience": "GREEN"}
    without, with_secrets = (client.get(path, headers=head) for client in clients)
    assert with_secrets.status_code == without.status_code
    assert plain(with_secrets.content) == plain(without.content)
    if SECRET not in path:
        assert SECRET not in with_secrets.text


@pytest.mark.parametrize(
    "path", ["/watch?on=2026-03-15", "/watch/log", "/watch/incidents", "/watch/map", "/watch/agreement"]
)
def test_the_keepers_see_it(clients: tuple[TestClient, TestClient], path: str) -> None:
    """RED is shown what is RED: else the test before says nothing."""
    assert SECRET in clients[1].get(path).text


def test_a_page_bears_the_marking_of_what_it_rests_on(clients: tuple[TestClient, TestClient]) -> None:
    """The state is RED for whoever is shown RED things, and CLEAR without them."""
    assert clients[1].get("/api/v1/watch/state").json()["marking"] == "RED"
    assert clients[1].get("/api/v1/watch/state", headers={"X-Audience": "GREEN"}).json()["marking"] == "CLEAR"


def test_what_green_may_not_see_it_cannot_name(clients: tuple[TestClient, TestClient]) -> None:
    """An attribution of a hidden incident is refused in the words for one that is not there."""
    head = {"X-Audience": "GREEN", "X-GoodOffices": "1"}
    body = {"entry": "attribution", "fields": {"incident": f"{SECRET}-1", "party": "North"}}
    answers = [client.post("/api/v1/watch/log", json=body, headers=head) for client in clients]
    assert [each.status_code for each in answers] == [422, 422]
    assert answers[0].json() == answers[1].json()
