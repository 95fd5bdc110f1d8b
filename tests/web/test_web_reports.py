"""The reports: the list, one text with its marks, handing in through forms and calls, and what is done to one."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given as each_of
from hypothesis import strategies as st
from lindholm_talks import AT, add_talks
from starlette.testclient import TestClient

from goodoffices.brief.model import Ref
from goodoffices.desk.shelf import NotReady, Shelf
from goodoffices.read.ingest import web
from goodoffices.read.ingest.reach import is_public, public_network_only
from goodoffices.record import Marking, UnreadableReport, make_report
from goodoffices.record.account import Role
from goodoffices.record.store import Store, open_case
from goodoffices.web.inbox.job import State
from goodoffices.web.inbox.onlooker import Onlooker
from goodoffices.web.pages.report_marks import Span, marked_lines, parts_of, read_place

Csrf = Callable[[TestClient, str], str]
TEXT = "GENEVA, 3 March 2026 (Agency) - Russia demanded that Ukraine withdraw from Donbas."
PASSWORD = "a long enough password"  # noqa: S105  made up


@pytest.fixture
def team(case: Path, opened: Callable[..., TestClient]) -> Callable[..., TestClient]:
    """Opens a workbench for a team and logs somebody in, made as they are asked for."""

    def log_in(name: str, role: Role, audience: Marking, *circles: str) -> TestClient:
        with open_case(case) as store:
            if store.accounts().get(name) is None:
                store.accounts().add(name, role=role, audience=audience, circles=circles, password=PASSWORD)
        client = opened()
        found = client.post("/api/v1/session", json={"name": name, "password": PASSWORD})
        assert found.status_code in {200, 201}, found.text
        client.headers["authorization"] = f"Bearer {found.json()['token']}"
        return client

    return log_in


def first_report(client: TestClient, order: str = "newest") -> str:
    """The address of the first report of the list."""
    found = re.search(r'href="(/reports/r-[a-z2-7]+)"', client.get("/reports", params={"order": order}).text)
    assert found is not None
    return found[1]


def finished(client: TestClient, jobs: list[str], seconds: float = 120) -> list[dict[str, object]]:
    """Wait until some jobs have been read."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = [client.get(f"/api/v1/inbox/{each}").json() for each in jobs]
        if all(each["state"] in {"done", "rejected"} for each in found):
            return found
        time.sleep(0.2)
    msg = f"not read within {seconds} s: {found}"
    raise AssertionError(msg)


# The list


def test_the_list_names_each_report_with_what_is_known_of_it(client: TestClient) -> None:
    """Title, outlet, day, statements and findings, marking."""
    text = client.get("/reports").text
    assert "Talks on the port fees" in text
    assert "Talks on the hidden harbour" in text
    assert text.count("Lindholm Courier") >= 2
    assert "9 statements" in text
    assert "1 February 2026" in text
    assert "TLP:CLEAR" in text


def test_the_list_is_narrowed_by_words_and_outlet(client: TestClient) -> None:
    """And says so where nothing is left, and where the words are none."""
    assert "hidden harbour" not in client.get("/reports?q=fees").text
    assert "No report here holds that" in client.get("/reports?outlet=Nobody").text
    found = client.get("/reports?q=%2A")
    assert found.status_code == 200
    assert 'role="alert"' in found.text


def test_a_script_gets_the_list_alone(client: TestClient) -> None:
    """Without the frame around it."""
    text = client.get("/reports?q=fees", headers={"hx-request": "true"}).text
    assert "<html" not in text
    assert "Talks on the port fees" in text


def test_the_list_goes_on_page_by_page(client: TestClient, store: Store) -> None:
    """Each report once."""
    for day in range(3, 28):
        add_talks(store, words=f"topic {day}", day=day)
    found, after = [], ""
    while after is not None:
        answer = client.get("/api/v1/reports", params={"limit": 10, "after": after}).json()
        found += [each["report"]["id"] for each in answer["reports"]]
        after = answer["after"]
    assert len(found) == len(set(found)) == answer["total"] == 27


# One report


def test_every_finding_of_a_report_stands_at_its_words(client: TestClient) -> None:
    """Marked, with a label that leads to it; and the finding leads back to the place."""
    address = first_report(client)
    text = client.get(address).text
    assert re.search(r'<mark><a class="mark" href="/findings/[^"]+"[^>]*>Arvenia demanded', text)
    findings = client.get(f"/api/v1{address}").json()["findings"]
    assert len(findings) >= 8
    for each in findings:
        assert f'href="/findings/{each}"' in text
        assert f'href="{address}?at=' in client.get(f"/findings/{each}").text


def test_a_place_is_shown_with_what_rests_on_it(client: TestClient, store: Store) -> None:
    """The words are marked, the address ends at them, and the citation names them."""
    address = first_report(client, "oldest")
    report = store.view(Marking.RED).report(address.rsplit("/", 1)[1])
    quote = "The two delegations met in Lindholm."
    start = report.text.index(quote)
    text = client.get(f"{address}?at={start}-{start + len(quote)}").text
    shown = re.findall(r'<mark class="shown">(.*?)</mark>', text)
    assert "".join(re.sub(r"<[^>]*>", "", each) for each in shown) == quote
    assert text.count('id="at"') == 1
    assert f"characters {start}–{start + len(quote)}" in text


@pytest.mark.parametrize("at", ["5-3", "0-999999999", "x", "-1-4", "1-2-3", "٣-٤x", "0-0"])
def test_a_place_that_is_none_is_said_so(client: TestClient, at: str) -> None:
    """And the report is shown."""
    found = client.get(first_report(client), params={"at": at})
    assert found.status_code == 200
    assert "no such place" in found.text


def test_what_reports_say_of_themselves_is_text_and_no_page(client: TestClient, store: Store) -> None:
    """Neither a title, an outlet, a path, an author nor the text becomes markup; javascript: becomes no link."""
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    report = make_report(
        f"{evil} was said.",
        path=evil,
        title=evil,
        outlet=evil,
        author=evil,
        url="javascript:alert(1)",
        language='"><b>',
    )
    store.add(report, at=AT)
    for address in ("/reports", f"/reports/{report.id}", f"/reports/{report.id}?at=0-9"):
        text = client.get(address).text
        assert "<script>alert" not in text
        assert "<img" not in text
        assert 'href="javascript:' not in text


def test_a_text_of_five_megabytes_opens_part_by_part(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A place opens the part that it lies in, also while the findings are being put together."""

    def not_ready(*_: object, **__: object) -> None:
        msg = "not yet"
        raise NotReady(msg)

    monkeypatch.setattr(Shelf, "ready", not_ready)
    line = (
        "Arvenia and Belmark met once more in Lindholm to speak of the fees of the port, and parted without a word.\n"
    )
    report = make_report(line * 47_000 + "x" * 100_000, path="long.txt", title="Long")
    store.add(report, at=AT)
    started = time.monotonic()
    first = client.get(f"/reports/{report.id}").text
    assert "Part 1 of" in first
    assert "being put together" in first
    assert len(first) < 400_000
    there = client.get(f"/reports/{report.id}?at=4000000-4000020").text
    assert 'id="at"' in there
    assert time.monotonic() - started < 10


def test_a_report_that_is_not_there_and_one_that_is_hidden_are_told_alike(
    team: Callable[..., TestClient], store: Store
) -> None:
    """On its page, for each act, and in the calls."""
    hidden = next(each.id for each in store.view(Marking.RED).reports() if each.marking is Marking.RED)
    client = team("green", Role.ANALYST, Marking.GREEN)
    for method, path in (
        ("GET", "/api/v1/reports/{}"),
        ("POST", "/api/v1/reports/{}/retirement"),
        ("POST", "/api/v1/reports/{}/restoration"),
    ):
        told = [client.request(method, path.format(each), json={"why": "x"}) for each in (hidden, "r-none")]
        assert [each.status_code for each in told] == [404, 404]
        assert told[0].text.replace(hidden, "r-none") == told[1].text
    assert client.get("/api/v1/reports").json()["total"] == 1
    assert "hidden harbour" not in client.get("/reports").text


@each_of(st.text(alphabet="ab \n", max_size=400), st.integers(2, 60))
def test_parts_join_to_the_text(text: str, size: int) -> None:
    """Whatever the text, in stretches that are not empty."""
    parts = parts_of(text, size)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(start < end for start, end in parts) or not text


@each_of(
    st.text(alphabet="ab \n", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 60), st.booleans()), max_size=8),
    st.tuples(st.integers(0, 59), st.integers(1, 60)),
)
def test_lines_join_to_the_text_and_marks_cover_the_spans(
    text: str, drawn: list[tuple[int, int, bool]], place: tuple[int, int]
) -> None:
    """Every character under a span is marked and no other; every finding can be reached from its words."""
    spans = [
        Span(start=start, end=min(end, len(text)), ref=Ref(f"f{n}", f"P{n}"), name=name)
        for n, (start, end, name) in enumerate(drawn)
        if start < min(end, len(text))
    ]
    pointed = read_place(f"{place[0]}-{place[1]}", len(text))
    pieces = [each for line in marked_lines(text, (0, len(text)), spans, pointed) for each in line.pieces]
    assert "".join(each.text for each in pieces) == text
    for each in pieces:
        over = [span for span in spans if span.start <= each.start < span.end]
        assert each.marked == bool(over)
        assert each.over is None or each.over in {span.ref for span in over}
        assert each.pointed == (pointed is not None and pointed[0] <= each.start < pointed[1])
    reached = {ref.id for each in pieces for ref in (*each.ends, *([each.over] if each.over else []))}
    assert {span.ref.id for span in spans} <= reached


# Handing in


def test_a_form_hands_in_and_is_answered_when_it_is_on_the_disk(client: TestClient, csrf: Csrf) -> None:
    """Files by their names without folders; the job is there for another process."""
    word = csrf(client, "/reports")
    files = [("files", ("../../x/one.txt", TEXT.encode())), ("files", ("two.txt", b"Nothing."))]
    found = client.post("/reports", data={"csrf": word, "marking": "GREEN"}, files=files)
    assert (found.status_code, found.headers["location"]) == (303, "/reports?handed=2#inbox")
    jobs = client.app.state.bench.inbox.jobs(_keeper(), tuple(State))  # type: ignore[attr-defined]
    assert {each.given.name for each in jobs} == {"one.txt", "two.txt"}
    assert {each.given.marking for each in jobs} == {Marking.GREEN}
    assert "one.txt" in client.get("/reports/inbox", headers={"hx-request": "true"}).text


def _keeper() -> Onlooker:
    from goodoffices.desk.audience import Audience  # noqa: PLC0415  here alone

    return Onlooker(audience=Audience.of(Marking.RED))


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"text": TEXT}, "choose a release marking"),
        ({"text": TEXT, "marking": "PURPLE"}, "no release marking"),
        ({"text": "  ", "marking": "CLEAR"}, "paste the text"),
        ({"text": TEXT, "marking": "CLEAR", "published": "yesterday"}, "is not a date"),
        ({"text": TEXT, "marking": "CLEAR", "url": "javascript:alert(1)"}, "no address of the web"),
        ({"text": TEXT, "marking": "CLEAR", "outlet": "x" * 301}, "outlet"),
        ({"link": "file:///etc/passwd", "marking": "CLEAR"}, "no address of the web"),
        ({"link": "http://", "marking": "CLEAR"}, "no address of the web"),
        ({"link": "http://[::1", "marking": "CLEAR"}, "no address of the web"),
        ({"link": "http://a:b@example.org/", "marking": "CLEAR"}, "name or password"),
        ({"marking": "CLEAR"}, "at least one file"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(
    client: TestClient, csrf: Csrf, said: dict[str, str], problem: str
) -> None:
    """And nothing is kept."""
    found = client.post("/reports", data={"csrf": csrf(client, "/reports"), **said})
    assert found.status_code == 422
    assert problem in found.text.lower()
    assert not client.app.state.bench.inbox.jobs(_keeper(), tuple(State))  # type: ignore[attr-defined]


def test_a_form_from_elsewhere_hands_in_nothing(client: TestClient) -> None:
    """Without the word of our own pages."""
    found = client.post("/reports", data={"marking": "CLEAR", "text": TEXT})
    assert found.status_code == 403
    assert not client.app.state.bench.inbox.jobs(_keeper(), tuple(State))  # type: ignore[attr-defined]


def test_more_files_than_a_form_may_hold_are_refused(client: TestClient, csrf: Csrf) -> None:
    """A thousand are taken, one more is not."""
    word = csrf(client, "/reports")
    files = [("files", (f"{n}.txt", b"x")) for n in range(1_001)]
    headers = {"x-csrf-token": word}
    assert client.post("/reports", data={"marking": "CLEAR"}, files=files, headers=headers).status_code == 400
    assert client.post("/reports", data={"marking": "CLEAR"}, files=files[1:], headers=headers).status_code == 303


def test_an_upload_that_is_too_large_is_refused(opened: Callable[..., TestClient], csrf: Csrf) -> None:
    """By what it says of its length, and by what comes."""
    client = opened(upload_bytes=100_000)
    word = csrf(client, "/reports")
    files = [("files", ("big.txt", b"x" * 200_000))]
    headers = {"x-csrf-token": word}
    assert client.post("/reports", data={"marking": "CLEAR"}, files=files, headers=headers).status_code == 413


def test_a_reader_hands_in_nothing(team: Callable[..., TestClient]) -> None:
    """And sees no form for it."""
    client = team("reader", Role.READER, Marking.RED)
    assert client.post("/api/v1/reports", json={"marking": "CLEAR", "text": TEXT}).status_code == 403
    assert "<textarea" not in client.get("/reports").text


def test_from_a_text_to_its_report(client: TestClient, csrf: Csrf) -> None:
    """Handed in by a call, read by the process, in the list, with findings at its words; said twice it is known."""
    headers = {"x-csrf-token": csrf(client, "/reports")}
    said = {"marking": "AMBER", "text": TEXT, "title": "Talks in Geneva", "published": "2026-03-03"}
    jobs = client.post("/api/v1/reports", json=said, headers=headers).json()["jobs"]
    jobs += client.post("/api/v1/reports", json={**said, "marking": "CLEAR"}, headers=headers).json()["jobs"]
    first, second = finished(client, jobs)
    assert first["state"] == second["state"] == "done"
    (report,) = (each["report"] for each in first["taken"])  # type: ignore[attr-defined]
    assert [each["known"] for each in second["taken"]] == [True]  # type: ignore[attr-defined]
    text = client.get(f"/reports/{report}").text
    assert "TLP:AMBER" in text  # what is known keeps its marking
    assert 'class="mark" href="/findings/' in text
    assert "by local" in text
    assert "in the case already" in client.get("/reports/inbox").text


def test_what_others_may_not_see_makes_no_difference_to_who_hands_it_in(
    team: Callable[..., TestClient], store: Store
) -> None:
    """A text that the case holds as RED is read for a GREEN analyst like one that it does not hold."""
    secret = make_report(TEXT, path="cable.txt", title="Talks", marking=Marking.RED)
    store.add(secret, at=AT)
    client = team("green", Role.ANALYST, Marking.GREEN)
    jobs = client.post("/api/v1/reports", json={"marking": "GREEN", "text": TEXT, "title": "Talks"}).json()["jobs"]
    jobs += client.post("/api/v1/reports", json={"marking": "GREEN", "text": f"{TEXT} ", "title": "Other"}).json()[
        "jobs"
    ]
    held, new = finished(client, jobs)
    assert held["state"] == new["state"] == "done"
    for of_held, of_new in zip(held["taken"], new["taken"], strict=True):  # type: ignore[call-overload]
        assert of_held["known"] is of_new["known"] is False
        assert of_held["statements"] == of_new["statements"]
    assert client.get(f"/api/v1/reports/{secret.id}").status_code == 404


def test_a_job_of_a_higher_marking_is_nobody_elses(team: Callable[..., TestClient]) -> None:
    """Not in the list, the count, the part of the page or by its id."""
    red = team("red", Role.ANALYST, Marking.RED)
    (job,) = red.post("/api/v1/reports", json={"marking": "RED", "text": TEXT, "title": "Hidden"}).json()["jobs"]
    green = team("green", Role.ANALYST, Marking.GREEN)
    told = green.get("/api/v1/inbox").json()
    assert not told["jobs"]
    assert not any(told["counts"].values())
    assert "Hidden" not in green.get("/reports").text
    for path in (job, f"{job}/again", f"{job}/dismiss"):
        method = "GET" if path == job else "POST"
        assert green.request(method, f"/api/v1/inbox/{path}").status_code == 404
    assert red.get(f"/api/v1/inbox/{job}").status_code == 200
    lowered = red.get("/api/v1/inbox", headers={"x-audience": "GREEN"}).json()
    assert not lowered["jobs"]


def test_somebody_confines_to_circles_of_their_own_alone(team: Callable[..., TestClient]) -> None:
    """What they hand in, and what they see."""
    client = team("ana", Role.ANALYST, Marking.RED, "Arvenia")
    said = {"marking": "CLEAR", "text": TEXT}
    assert client.post("/api/v1/reports", json={**said, "circle": "Belmark"}).status_code == 422
    assert client.post("/api/v1/reports", json={**said, "circle": "ARVENIA"}).status_code == 202


# What is done to one


def test_a_report_is_marked_anew(client: TestClient, csrf: Csrf, store: Store) -> None:
    """With who and why; loosening it takes a reason."""
    address = first_report(client, "oldest")
    word = csrf(client, address)
    done = client.post(f"{address}/mark", data={"csrf": word, "marking": "AMBER"})
    assert done.status_code == 303
    text = client.get(done.headers["location"]).text
    assert "Its marking was changed" in text
    assert "Marked AMBER" in text
    assert client.post(f"{address}/mark", data={"csrf": word, "marking": "GREEN"}).status_code == 422
    assert (
        client.post(f"{address}/mark", data={"csrf": word, "marking": "GREEN", "why": "published"}).status_code == 303
    )
    report = store.view(Marking.RED).report(address.rsplit("/", 1)[1])
    assert report.marking is Marking.GREEN


def test_a_report_is_taken_out_and_brought_back(client: TestClient, csrf: Csrf) -> None:
    """Gone from the list and the findings, kept in a list of its own, and back as it was."""
    address = first_report(client, "oldest")
    word = csrf(client, address)
    before = client.get("/api/v1/findings").json()["total"]
    assert client.post(f"{address}/retire", data={"csrf": word}).status_code == 422
    done = client.post(f"{address}/retire", data={"csrf": word, "why": "not of these talks"})
    assert done.headers["location"] == "/reports?done=retired"
    assert client.get(address).status_code == 404
    assert client.get("/api/v1/findings").json()["total"] < before
    assert "Talks on the port fees" in client.get("/reports/retired").text
    back = client.post(f"{address}/restore", data={"csrf": word})
    assert back.headers["location"] == f"{address}?done=restored"
    assert client.get(address).status_code == 200
    assert client.get("/api/v1/findings").json()["total"] == before
    assert "Talks on the port fees" not in client.get("/reports/retired").text


def test_others_do_not_learn_what_was_taken_out(team: Callable[..., TestClient], store: Store) -> None:
    """Only who saw it until then sees that it is gone."""
    hidden = next(each.id for each in store.view(Marking.RED).reports() if each.marking is Marking.RED)
    red = team("red", Role.ANALYST, Marking.RED)
    assert red.post(f"/api/v1/reports/{hidden}/retirement", json={"why": "x"}).json() == {
        "report": hidden,
        "shown": False,
    }
    green = team("green", Role.ANALYST, Marking.GREEN)
    assert green.get("/api/v1/reports/retired").json() == []
    assert [each["report"] for each in red.get("/api/v1/reports/retired").json()] == [hidden]
    assert green.post(f"/api/v1/reports/{hidden}/restoration", json={}).status_code == 404


def test_the_history_of_a_report_is_for_the_keepers(team: Callable[..., TestClient], store: Store) -> None:
    """Its circles and reasons may be secret."""
    report = next(each.id for each in store.view(Marking.CLEAR).reports())
    store.confine(report, "arvenia", by="keeper", why="x", at=AT)
    store.confine(report, "arvenia", confined=False, by="keeper", why="x", at=AT.replace(hour=13))
    green = team("green", Role.ANALYST, Marking.GREEN)
    assert "arvenia" not in green.get(f"/reports/{report}").text
    admin = team("admin", Role.ADMIN, Marking.RED)
    assert "arvenia" in admin.get(f"/reports/{report}").text


# What the server fetches


class _Site(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/away":
            self.send_response(302)
            self.send_header("location", f"http://127.0.0.2:{self.server.server_address[1]}/secret")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("content-type", "text/plain")
        self.end_headers()
        self.wfile.write(TEXT.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine alone, and what was asked of it."""
    handler = type("Site", (_Site,), {"asked": []})
    server = HTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", handler.asked
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104  not bound, refused
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "fe80::1%eth0",
        "fc00::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "224.0.0.1",
        "255.255.255.255",
    ],
)
def test_addresses_that_only_the_server_reaches_are_not_public(address: str) -> None:
    """This machine's, private, link-local, shared, special ones, and what stands for them in IPv6."""
    assert not is_public(address)


def test_public_addresses_are_public() -> None:
    """Of both kinds."""
    assert is_public("8.8.8.8")
    assert is_public("2606:4700:4700::1111")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1"])
def test_a_server_for_others_fetches_nothing_of_its_own_network(site: tuple[str, list[str]], host: str) -> None:
    """However its address is written; nothing is asked there."""
    address, asked = site
    with public_network_only(), pytest.raises(UnreadableReport, match="not on the public network"):
        web.fetch(address.replace("127.0.0.1", host))
    assert not asked


def test_a_redirect_leads_to_no_other_network(site: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where the first address was one of the public network."""
    address, asked = site
    port = int(address.rsplit(":", 1)[1])
    public = lambda place: place == "127.0.0.1"  # noqa: E731  one line
    monkeypatch.setattr("goodoffices.read.ingest.web.is_public", public)
    monkeypatch.setattr("goodoffices.read.ingest.reach.is_public", public)
    monkeypatch.setattr("goodoffices.read.ingest.reach._PORTS", {port})
    with public_network_only():
        assert web.fetch(f"{address}/page").data == TEXT.encode()
        with pytest.raises(UnreadableReport, match=r"127\.0\.0\.2 is not on the public network"):
            web.fetch(f"{address}/away")
    assert asked == ["/page", "/away"]


def test_a_name_that_changes_its_address_is_looked_at_when_it_is_connected_to(
    site: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first answer is public, the second is this machine (DNS rebinding): nothing is asked there."""
    address, asked = site
    port = int(address.rsplit(":", 1)[1])
    answers = iter(["8.8.8.8", "127.0.0.1", "127.0.0.1"])
    monkeypatch.setattr("goodoffices.read.ingest.reach._PORTS", {port})
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", (next(answers), port))])
    with public_network_only(), pytest.raises(UnreadableReport, match="not on the public network"):
        web.fetch(f"http://rebinding.example:{port}/")
    assert not asked


def test_other_ports_than_those_of_pages_are_not_spoken_to(
    site: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address could make them do something."""
    address, asked = site
    monkeypatch.setattr("goodoffices.read.ingest.web.is_public", lambda _: True)
    with public_network_only(), pytest.raises(UnreadableReport, match="ports 80"):
        web.fetch(address)
    assert not asked


def test_a_link_of_a_team_is_fetched_from_the_public_network_alone(
    team: Callable[..., TestClient], site: tuple[str, list[str]]
) -> None:
    """It becomes a rejection, and nothing was asked there."""
    address, asked = site
    client = team("ana", Role.ANALYST, Marking.RED)
    jobs = client.post("/api/v1/reports", json={"marking": "CLEAR", "link": f"{address}/page"}).json()["jobs"]
    (job,) = finished(client, jobs)
    assert job["state"] == "rejected"
    assert "not on the public network" in str(job["fallen"])
    assert not asked


def test_places_are_read_as_addresses_write_them() -> None:
    """And nothing else is one."""
    assert read_place("2-5", 5) == (2, 5)
    assert read_place("2-6", 5) is None
    assert read_place("²-5", 9) is None
