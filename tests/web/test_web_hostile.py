"""Hostile use: what is sent to do harm, at every address that there is, and what becomes of it."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from every_route import Route, addresses, routes_of
from lindholm_talks import add_talks
from starlette.testclient import TestClient

from goodoffices.record import Marking, Rejection, Verdict, make_judgement
from goodoffices.record import password as passwords
from goodoffices.record.account import Role
from goodoffices.record.store import Store, create_case, open_case
from goodoffices.web import Settings, create_app
from goodoffices.web.guards.door import Door
from goodoffices.web.guards.ended import Ended
from goodoffices.web.guards.entering import proven
from goodoffices.web.guards.refusals import Crowded, TooManyTries
from goodoffices.web.guards.secret import kept_secret
from goodoffices.web.guards.session import Session, new_session, token_of

PASSWORD = "seven quiet herons"  # noqa: S105  of a made-up user
PAYLOADS = (
    "<script>alert('zq1')</script>",
    '"><img src=x onerror=alert(2)>',
    "'-alert(3)-'",
    "{{7*7}}{% include 'x' %}",
    "javascript:alert(4)",
    "</textarea><svg onload=alert(5)>",
)
SQL = ("'", '"', "' OR 1=1 --", "1; DROP TABLE report", "%", "\\", "a* OR b", 'NEAR("', "{", "^", "*", "-", "AND")
ODD = (
    "%ed%a0%80",
    "%ff%fe",
    "%F0%9F%92%A3",
    "%0d%0aX-Evil:%201",
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "9" * 400,
)

Opened = Callable[..., TestClient]


class Bench:
    """A workbench with users, over a case in which every word that comes from outside would run if it could."""

    def __init__(self, folder: Path) -> None:
        self.case = folder / "talks.goodoffices"
        with create_case(self.case) as store:
            self._fill(store)
        self.app = create_app(Settings(case=str(self.case), upload_bytes=200_000))
        self.routes = routes_of(self.app)

    def _fill(self, store: Store) -> None:
        report = add_talks(store, words=PAYLOADS[0])
        add_talks(store, words=PAYLOADS[1], day=2)
        add_talks(store, words="the port fees", day=3)
        statement = next(each for each in store.view(Marking.RED).statements(kind="position"))
        word = make_judgement(statement.id, Verdict.REJECT, by=PAYLOADS[0], at=report_day(), why=PAYLOADS[1])
        store.judge(word)
        store.reject(Rejection(f"{PAYLOADS[0]}.txt", PAYLOADS[1]), at=report_day())
        store.confine(report.id, PAYLOADS[0], by=PAYLOADS[1], why=PAYLOADS[0], at=report_day())
        accounts = store.accounts()
        for name, role in (("boss", Role.ADMIN), ("ana", Role.ANALYST), ("rita", Role.READER)):
            accounts.add(name, role=role, audience=Marking.RED, password=PASSWORD)
        accounts.add(PAYLOADS[0], role=Role.READER, audience=Marking.RED, circles=[PAYLOADS[1]], password=PASSWORD)

    def browser(self) -> TestClient:
        """A browser at it where nobody is logged in."""
        return TestClient(self.app, base_url="http://127.0.0.1:8765", follow_redirects=False)

    def logged_in(self, name: str) -> TestClient:
        """A browser in which somebody is logged in."""
        client = self.browser()
        accounts = self.app.state.bench.store.accounts()
        session = new_session(name, accounts.get(name).session)
        client.cookies.set("goodoffices", token_of(session, self.app.state.bench))
        return client


def report_day() -> object:
    """The moment at which words were given."""
    import datetime as dt  # noqa: PLC0415  only here

    return dt.datetime(2026, 3, 5, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """The workbench, opened once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "COST", passwords.Cost(1, 64, 1))
        made = Bench(tmp_path_factory.mktemp("hostile"))
    yield made
    made.app.state.bench.close()


def word_of(client: TestClient, path: str = "/audience") -> str:
    """The word that forms carry."""
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"|X-CSRF-Token": "([0-9a-f]{64})"', client.get(path).text)
    assert found is not None
    return found[1] or found[2]


def changing(routes: tuple[Route, ...]) -> list[tuple[str, str]]:
    """All addresses that change something, with their method."""
    reading = {"GET", "HEAD", "OPTIONS"}
    return sorted((each, re.sub(r"{[^}]+}", "x", route.path)) for route in routes for each in route.methods - reading)


def test_no_form_is_taken_without_the_word_of_its_session(hostile: Bench) -> None:
    """At all that changes something: without the word, with a wrong one, with another session's, from another site."""
    client, other = hostile.logged_in("boss"), hostile.logged_in("ana")
    own, foreign = word_of(client), word_of(other)
    tried = changing(hostile.routes)
    assert len(tried) > 40
    before = hostile.app.state.bench.store.standing()
    for method, path in tried:
        if path == "/api/v1/session":
            continue  # it takes a password, and gives what no other site can read
        for word, headers in (("", {}), ("0" * 64, {}), (foreign, {}), (own, {"sec-fetch-site": "cross-site"})):
            answer = client.request(method, path, data={"name": "x", "password": "y", "csrf": word}, headers=headers)
            assert answer.status_code == 403, (method, path, word)
        answer = client.request(method, path, headers={"sec-fetch-site": "same-site", "x-csrf-token": own})
        assert answer.status_code == 403, (method, path)
    assert hostile.app.state.bench.store.standing() == before


def test_readers_change_nothing_at_any_address(hostile: Bench) -> None:
    """With the right word, a reader is refused wherever the record, a text, a model or a user would change."""
    client = hostile.logged_in("rita")
    own = word_of(client)
    free = {"/login", "/logout", "/seen", "/audience", "/api/v1/session"}
    before = hostile.app.state.bench.store.audit_head()
    for method, path in changing(hostile.routes):
        if path in free or path.startswith(("/me/", "/api/v1/team/me/")):
            continue
        answer = client.request(method, path, data={"csrf": own}, headers={"x-csrf-token": own})
        # 404, 422: calls that change nothing, as having a text checked that one brings along, are open to readers.
        assert answer.status_code in {403, 404, 422}, (method, path, answer.status_code)
    assert hostile.app.state.bench.store.audit_head() == before


def test_nobody_is_answered_anything_before_logging_in(hostile: Bench) -> None:
    """Every address leads to the login or is refused, but for the login itself and the list of calls."""
    client = hostile.browser()
    for address in addresses(hostile.routes, {"*": ["x"], "?": ["1"]}, varied=False):
        answer = client.get(address)
        if address in {"/login", "/api/openapi.json"}:
            assert answer.status_code == 200
            continue
        assert answer.status_code in {303, 401}, address
        assert "port fees" not in answer.text


def test_no_page_runs_what_somebody_wrote(hostile: Bench) -> None:
    """Wherever words from outside stand, they are words: no tag, no attribute, no address of theirs is in the page."""
    client = hostile.logged_in("boss")
    ids = [each["id"] for each in client.get("/api/v1/findings?limit=100").json()["entries"]]
    reports = [each["report"]["id"] for each in client.get("/api/v1/reports").json()["reports"]]
    known = {"found": ids, "report_id": reports, "report": reports, "*": [reports[0]], "issue": ["economy"]}
    known |= {"?": list(PAYLOADS[:2]), "?name": [PAYLOADS[0]], "?q": list(PAYLOADS[:2]), "?done": ["made"]}
    seen = 0
    for address in dict.fromkeys(addresses(hostile.routes, known)):
        answer = client.get(address)
        if "text/html" not in answer.headers.get("content-type", "") or address.startswith("/export/"):
            continue
        page = answer.text
        seen += "alert(" in page
        assert "<script>" not in page, address
        assert "<img src=x" not in page, address
        assert "<svg onload" not in page, address
        assert 'href="javascript' not in page, address
        assert not re.search(r"""<[^>"']*("[^"]*"[^>"']*|'[^']*'[^>"']*)*\son[a-z]+=""", page), address
    assert seen > 20


@pytest.mark.parametrize(
    "path",
    [
        "/static/x/..%2f..%2fapp.py",
        "/static/../../../etc/passwd",
        "/static/{digest}/..%2fsession.py",
        "/export/..%2f..%2fsecret.csv",
        "/draft/..%2f..%2fsecret",
        "/draft/.../versions",
        "/weigh/..%2f..%2fsecret",
        "/reports/..%2f..%2fsecret",
        "/api/v1/texts/..%2f..%2f..%2fetc%2fpasswd",
        "/record/../../../../etc/passwd",
    ],
)
def test_no_address_leads_out_of_its_folder(hostile: Bench, path: str) -> None:
    """A path that climbs is a page that there is not."""
    client = hostile.logged_in("boss")
    secret = hostile.app.state.bench.secret
    answer = client.get(path)
    assert answer.status_code in {400, 404, 405, 422}
    assert secret not in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "..\\..\\evil.txt", "/etc/evil.txt", "a\0b.txt", "x" * 3000, "<b>.txt"]
)
def test_the_name_of_an_upload_is_never_a_path(hostile: Bench, name: str) -> None:
    """What a file is called is a word beside it: nothing is written under that name."""
    client = hostile.logged_in("ana")
    data = {"csrf": word_of(client), "marking": "CLEAR"}
    before = set(hostile.case.parent.rglob("*"))
    answer = client.post("/reports", data=data, files={"files": (name, b"Arvenia met Belmark.", "text/plain")})
    assert answer.status_code < 500
    new = {each.name for each in set(hostile.case.parent.rglob("*")) - before}
    assert not [each for each in new if "evil" in each]
    assert not Path("/etc/evil.txt").exists()


def test_no_value_of_a_query_breaks_anything(hostile: Bench) -> None:
    """SQL, wildcards, half characters, line ends, climbing paths, endless digits in every parameter."""
    client = hostile.logged_in("boss")
    tried = 0
    for route in hostile.routes:
        if "GET" not in route.methods or "/export/" in route.path or not route.query:
            continue
        path = re.sub(r"{[^}]+}", "x", route.path)
        for name in route.query:
            for value in (SQL[tried % len(SQL)], SQL[(tried + 5) % len(SQL)], ODD[tried % len(ODD)]):
                answer = client.get(f"{path}?{name}={value}")
                tried += 1
                assert answer.status_code < 500, f"{path}?{name}={value}"
                assert "x-evil" not in answer.headers
                assert "sqlite" not in answer.text.lower()
    assert tried > 100


@pytest.mark.parametrize("value", SQL)
def test_sql_in_a_search_is_a_word(hostile: Bench, value: str) -> None:
    """It finds what holds the word, or says that it is none; it never finds everything, and never fails."""
    client = hostile.logged_in("boss")
    calls = "/api/v1/findings"
    everything = client.get(calls).json()["total"]
    assert everything
    for path, name in ((calls, "q"), (calls, "party"), ("/api/v1/reports", "q"), ("/search", "q")):
        answer = client.get(path, params={name: value})
        assert answer.status_code in {200, 422}
        if answer.status_code == 200 and path == calls:
            assert answer.json()["total"] < everything


def test_every_part_of_a_path_takes_anything(hostile: Bench) -> None:
    """Odd words in place of an id are things that there are not."""
    client = hostile.logged_in("boss")
    for route in hostile.routes:
        if "GET" not in route.methods or not route.places or route.path.startswith("/static/"):
            continue
        for value in ("%27%20OR%201%3D1", ODD[0], ODD[2], "x" * 5000, "%3Cscript%3E"):
            answer = client.get(re.sub(r"{[^}]+}", value, route.path))
            assert answer.status_code < 500, (route.path, value)
            assert "<script>" not in answer.text or answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize("path", ["/record?q=a%00b", "/findings/f-%00", "/reports?outlet=%00"])
def test_the_character_nul_is_refused_at_the_door(hostile: Bench, path: str) -> None:
    """No database keeps it, so no address holds it."""
    assert hostile.logged_in("boss").get(path).status_code == 400


def test_other_methods_are_refused_and_do_nothing(hostile: Bench) -> None:
    """Each address takes the methods that it names; what overrides a method in a header or form is no method."""
    client = hostile.logged_in("boss")
    before = hostile.app.state.bench.store.standing()
    for route in hostile.routes:
        path = re.sub(r"{[^}]+}", "x", route.path)
        same = {method for each in hostile.routes if each.path == route.path for method in each.methods}
        for method in {"PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "HEAD", "FROB"} - same:
            answer = client.request(method, path, headers={"x-http-method-override": "POST"})
            assert answer.status_code in {403, 404, 405}, (method, path)
            assert "access-control-allow-origin" not in answer.headers
    assert hostile.app.state.bench.store.standing() == before


@pytest.mark.parametrize("path", ["/record", "/login", "/nothing", "/api/v1/case", "/api/v1/nothing", "/static/x/y"])
def test_no_answer_may_be_framed_or_read_by_another_site(hostile: Bench, path: str) -> None:
    """Errors carry the same policy as pages."""
    headers = hostile.browser().get(path, headers={"origin": "https://evil.example"}).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_a_fault_of_ours_tells_nobody_what_a_report_says(
    hostile: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The page says that it went wrong, with its policy; the log names the place in our code, nothing of the case."""
    from goodoffices.web.asking import Asking  # noqa: PLC0415  only here

    def fails(_self: object) -> object:
        msg = "the hidden harbour"
        raise RuntimeError(msg)

    monkeypatch.setattr(Asking, "snapshot", property(fails))
    answer = hostile.logged_in("boss").get("/record?q=harbourword")
    assert answer.status_code == 500
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "hidden harbour" not in answer.text
    assert "hidden harbour" not in caplog.text
    assert "harbourword" not in caplog.text
    assert "RuntimeError" in caplog.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "[::1].evil", ""])
def test_alone_no_other_name_is_answered_to(client: TestClient, host: str) -> None:
    """Nor does a name of another site ever come back in an address of ours."""
    answer = client.get("/record", headers={"host": host})
    assert answer.status_code == 421
    assert "evil" not in answer.headers.get("location", "")


def test_the_name_that_a_browser_gives_us_stands_in_no_address(hostile: Bench) -> None:
    """A team may reach the workbench under any name; where it leads is never built from that name."""
    client = hostile.browser()
    for path in ("/record", "/record/", "/login/", "//evil.example/", "/reports/?x=1"):
        answer = client.get(path, headers={"host": "evil.example"})
        assert "evil.example" not in re.sub(r"next=[^\"&]*", "", answer.headers.get("location", ""))
        assert "//evil.example" not in answer.text


def test_alone_pages_of_other_sites_read_nothing_and_start_nothing(client: TestClient) -> None:
    """No cookie keeps them out where nobody logs in, so what they fetch is refused; a link may lead here."""
    for mode, dest in (("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe"), ("no-cors", "script")):
        headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode, "sec-fetch-dest": dest}
        answer = client.get("/export/case.jsonl", headers=headers)
        assert answer.status_code == 403
        assert "port fees" not in answer.text
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert client.get("/record", headers=headers).status_code == 200


# Logging in


def log_in(client: TestClient, name: str, password: str = PASSWORD) -> object:
    """Fill in the form and send it."""
    return client.post("/login", data={"csrf": word_of(client, "/login"), "name": name, "password": password})


@pytest.fixture
def team(case: Path) -> Path:
    """The case with an admin and an analyst."""
    with open_case(case) as store:
        for name, role in (("boss", Role.ADMIN), ("ana", Role.ANALYST)):
            store.accounts().add(name, role=role, audience=Marking.RED, password=PASSWORD)
    return case


@pytest.mark.usefixtures("team")
def test_a_login_begins_a_session_of_its_own(opened: Opened) -> None:
    """What somebody laid under a browser before the login is worth nothing behind it (session fixation)."""
    client = opened()
    client.get("/login")
    laid, word = client.cookies["goodoffices"], word_of(client, "/login")
    log_in(client, "ana")
    assert client.cookies["goodoffices"] != laid
    attacker = opened()
    attacker.cookies.set("goodoffices", laid)
    assert attacker.get("/record").status_code == 303
    assert client.post("/audience", data={"csrf": word, "marking": "GREEN"}).status_code == 403


@pytest.mark.usefixtures("team")
def test_a_cookie_that_was_kept_is_worth_nothing_after_logging_out(opened: Opened) -> None:
    """Logging out ends the session, not only this browser's copy of it; also once the workbench is opened again."""
    client = opened()
    log_in(client, "ana")
    kept = client.cookies["goodoffices"]
    client.post("/logout", data={"csrf": word_of(client)})
    for other in (opened(), opened()):
        other.cookies.set("goodoffices", kept)
        assert other.get("/record").status_code == 303
    token = client.post("/api/v1/session", json={"name": "ana", "password": PASSWORD}).json()["token"]
    headers = {"authorization": f"Bearer {token}"}
    assert client.post("/api/v1/team/me/log-out", headers=headers).status_code == 200
    assert client.get("/api/v1/case", headers=headers).status_code == 401


@pytest.mark.usefixtures("team")
def test_a_session_runs_out_however_much_it_is_used(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve hours after the login one logs in again."""
    client = opened()
    log_in(client, "ana")
    began = time.time()
    for hours, status in ((6, 200), (11.9, 200), (12.1, 303)):
        monkeypatch.setattr(time, "time", lambda hours=hours: began + hours * 3600)
        assert client.get("/record").status_code == status


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize("change", ["user", "marking", "salt", "secret", "garbage", "empty"])
def test_a_cookie_that_was_tampered_with_is_nobody(opened: Opened, change: str) -> None:
    """Neither another name nor another place of signing is let in."""
    client = opened()
    log_in(client, "ana")
    bench = client.app.state.bench  # type: ignore[attr-defined]  # TestClient types its app as any ASGI app
    cookie = client.cookies["goodoffices"]
    payload, rest = cookie.split(".", 1)
    made = {
        "user": token_of(new_session("boss", 1), bench).split(".", 1)[0] + "." + rest,
        "marking": payload[::-1] + "." + rest,
        "salt": token_of(new_session("boss", 1), bench, salt="token"),
        "secret": token_of(new_session("boss", 1), type("Other", (), {"secret": "0" * 64})()),
        "garbage": "a.b.c" * 500,
        "empty": "..",
    }[change]
    client.cookies.clear()
    client.cookies.set("goodoffices", made)
    assert client.get("/record").status_code == 303


@pytest.mark.usefixtures("team")
def test_a_session_of_nobody_or_of_another_number_is_nobody(opened: Opened) -> None:
    """Even signed by us: a name that there is not, an empty one, or a login from before a new password."""
    client = opened()
    bench = client.app.state.bench  # type: ignore[attr-defined]  # the same
    for session in (
        Session(key="k", user="nobody", number=1),
        Session(key="k"),
        Session(key="k", user="ana", number=0),
    ):
        client.cookies.clear()
        client.cookies.set("goodoffices", token_of(session, bench))
        assert client.get("/record").status_code == 303


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize("other", ["ANA", " ana", "ana ", "ａｎａ", "ᴬna", "an\u200ba"])
def test_another_spelling_of_a_name_is_no_way_around_the_brake(opened: Opened, other: str) -> None:
    """Failures count for the account, however its name is written, on pages and calls alike."""
    client = opened()
    for _ in range(3):
        log_in(client, "ana", "wrong wrong wrong")
        client.post("/api/v1/session", json={"name": "ana", "password": "wrong wrong wrong"})
    answer = client.post("/api/v1/session", json={"name": other, "password": "wrong wrong wrong"})
    assert answer.status_code == (401 if other == "an\u200ba" else 429)


@pytest.mark.usefixtures("team")
def test_many_tries_at_once_are_no_way_around_the_brake(opened: Opened) -> None:
    """Of fifty tries at one moment no more are looked at than one after the other."""
    client = opened()
    bench = client.app.state.bench  # type: ignore[attr-defined]  # the same
    outcomes: list[str] = []
    start = threading.Barrier(50)

    def guess() -> None:
        start.wait()
        try:
            outcomes.append("wrong" if proven(bench, "ana", "no no no no no", "10.0.0.1") is None else "in")
        except (TooManyTries, Crowded) as error:
            outcomes.append(type(error).__name__)

    threads = [threading.Thread(target=guess) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 50
    assert 1 <= outcomes.count("wrong") <= 6


def test_a_crowd_at_the_door_is_turned_away_and_not_kept_waiting() -> None:
    """So many check a password, so many wait, and the next is told to come back; then the door is open again."""
    door, inside, leave = Door(1, 1), threading.Event(), threading.Event()

    def stay() -> None:
        with door.open():
            inside.set()
            leave.wait(5)

    threads = [threading.Thread(target=stay) for _ in range(2)]
    for thread in threads:
        thread.start()
    inside.wait(5)
    while door._places.acquire(blocking=False):  # noqa: SLF001  until the second one stands there
        door._places.release()  # noqa: SLF001  the same
        time.sleep(0.01)
    with pytest.raises(Crowded), door.open():
        pass
    leave.set()
    for thread in threads:
        thread.join()
    with door.open():
        pass


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/%0d%0aX-Evil: 1",
        "/\t/evil.example",
        "/ok\r\nX-Evil: 1",
    ],
)
def test_a_login_leads_to_no_other_site(opened: Opened, target: str) -> None:
    """Whatever the address says."""
    client = opened()
    data = {"csrf": word_of(client, "/login"), "name": "ana", "password": PASSWORD, "next": target}
    answer = client.post("/login", data=data)
    assert answer.status_code == 303
    assert "x-evil" not in answer.headers
    where = answer.headers["location"]
    assert where == "/" or (where.startswith("/") and not where.startswith(("//", "/\\")))


@pytest.mark.usefixtures("team")
def test_two_names_in_a_proxys_header_are_nobody(opened: Opened) -> None:
    """Who sends the header along through the proxy does not choose who they are."""
    client = opened(proxy_header="x-remote-user", proxies=("testclient",))
    headers = [("x-remote-user", "boss"), ("x-remote-user", "ana")]
    assert client.get("/api/v1/case", headers=headers).status_code == 401


def test_cookies_are_kept_from_scripts_other_sites_and_other_workbenches(opened: Opened) -> None:
    """They are for HTTP alone, for this site alone, over HTTPS alone if so told, and one a workbench."""
    plain = opened().get("/").headers["set-cookie"]
    assert "HttpOnly" in plain
    assert "SameSite=strict" in plain
    secure = opened(secure=True).get("/").headers["set-cookie"]
    assert secure.startswith("__Host-goodoffices=")
    assert "Secure" in secure
    assert "Domain" not in secure
    assert opened(port=9000).get("/").headers["set-cookie"].startswith("goodoffices-9000=")


def test_the_secret_is_whole_and_its_owners_alone(tmp_path: Path) -> None:
    """Half a secret, as a crash may leave it, is made anew; two workbenches that open at once share one."""
    place = tmp_path / "secret"
    place.write_text("", encoding="ascii")
    made = kept_secret(place)
    assert len(made) >= 40
    assert kept_secret(place) == made
    assert place.stat().st_mode & 0o077 == 0


def test_ended_sessions_are_forgotten_when_they_would_have_run_out(tmp_path: Path) -> None:
    """They are remembered across a restart, and no longer than they have to be."""
    clock = [1000.0]
    ended = Ended(tmp_path / "ended", lambda: clock[0])
    ended.end("a", 2000)
    ended.end("b", 3000)
    assert "a" in Ended(tmp_path / "ended", lambda: clock[0])
    clock[0] = 2500
    again = Ended(tmp_path / "ended", lambda: clock[0])
    assert "a" not in again
    assert "b" in again
    again.end("c", 4000)
    assert len((tmp_path / "ended").read_text(encoding="ascii").splitlines()) == 2


# Two at once


@pytest.mark.usefixtures("team")
def test_two_people_who_judge_a_finding_at_once_both_keep_their_word(team: Path) -> None:
    """Twelve words of two people on one finding at one moment: all twelve stand, and the log holds."""
    app = create_app(Settings(case=str(team)))
    accounts = app.state.bench.store.accounts()
    clients = []
    for name in ("ana", "boss"):
        client = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
        client.cookies.set("goodoffices", token_of(new_session(name, accounts.get(name).session), app.state.bench))
        clients.append((client, word_of(client), name))
    found = clients[0][0].get("/api/v1/findings?kind=position").json()["entries"][0]["id"]
    start = threading.Barrier(12)
    statuses: list[int] = []

    def judge(number: int) -> None:
        client, word, name = clients[number % 2]
        start.wait()
        verdict = ("confirm", "reject", "unsure")[number % 3]
        data = {"csrf": word, "verdict": verdict, "why": f"{name} {number}"}
        statuses.append(client.post(f"/findings/{found}/judge", data=data).status_code)

    threads = [threading.Thread(target=judge, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [303] * 12
    page = clients[0][0].get(f"/findings/{found}").text
    said = re.findall(r"<q>((?:ana|boss) \d+)</q>", page)
    assert sorted(said) == sorted(f"{('ana', 'boss')[number % 2]} {number}" for number in range(12))
    proof = clients[1][0].post("/log/prove", data={"csrf": clients[1][1]}).text
    assert "lines holds" in proof
    app.state.bench.close()
