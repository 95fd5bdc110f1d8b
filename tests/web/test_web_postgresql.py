"""The workbench over a case on PostgreSQL: a team, at once, and nothing of what they say is lost."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from starlette.testclient import TestClient

from goodoffices.record import Marking, Verdict, password
from goodoffices.record.account import Role
from goodoffices.record.store import Store, create_case, open_case
from goodoffices.web import Settings, create_app
from goodoffices.web.inbox.reading import read_claim

pytestmark = pytest.mark.postgresql

PASSWORD = "seven quiet herons"  # noqa: S105  of made-up users
PEOPLE = {"ana": (Role.ANALYST, Marking.RED), "ben": (Role.ANALYST, Marking.RED), "gus": (Role.READER, Marking.GREEN)}


def _beside(room: str, name: str) -> ModuleType:
    """A module of another room's tests; they are no packages."""
    place = Path(__file__).parents[1] / room / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"{room}_{name}", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_servers = _beside("record", "conftest")
server, new_schema = _servers.server, _servers.new_schema
add_talks = _beside("web", "conftest").add_talks


@pytest.fixture(scope="module", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Passwords are hashed in a moment: what they cost is not what these tests look at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(password, "COST", password.Cost(1, 64, 1))
        yield


@pytest.fixture(scope="module")
def case_on_server(new_schema: Callable[[], str]) -> str:
    """A case on the server, with two reports (one of them RED) and three users; its URL."""
    url = new_schema()
    with create_case(url) as store:
        add_talks(store)
        add_talks(store, marking=Marking.RED, words="the hidden harbour", day=2)
        for name, (role, audience) in PEOPLE.items():
            store.accounts().add(name, role=role, audience=audience, password=PASSWORD)
    return url


class Team:
    """The workbench, and a browser for each of its users."""

    def __init__(self, url: str, folder: Path) -> None:
        self.app = create_app(Settings(case=url, desk=folder))
        self.browsers: dict[str, TestClient] = {}

    def at(self, name: str) -> TestClient:
        """The browser of a user, who is logged in."""
        if name not in self.browsers:
            browser = TestClient(self.app, base_url="http://127.0.0.1:8765", follow_redirects=False)
            csrf = word_in(browser.get("/login").text)
            sent = browser.post("/login", data={"csrf": csrf, "name": name, "password": PASSWORD})
            assert sent.status_code == 303
            self.browsers[name] = browser
        return self.browsers[name]

    def send(self, name: str, path: str, **data: str) -> int:
        """Send a form as a user; the status of the answer."""
        browser = self.at(name)
        return browser.post(path, data={"csrf": word_in(browser.get("/keys").text), **data}).status_code


def word_in(page: str) -> str:
    """The word that the forms of a page carry."""
    found = re.search(r'name="csrf" value="(\w+)"|X-CSRF-Token": "(\w+)"', page)
    assert found is not None
    return found[1] or found[2]


@pytest.fixture(scope="module")
def team(case_on_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    """The workbench open for its users; nobody reads what waits till a test does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("goodoffices.web.inbox.foreman.Foreman.wake", lambda _self: None)
        opened = Team(case_on_server, tmp_path_factory.mktemp("desk"))
        with TestClient(opened.app):
            yield opened


@pytest.fixture
def beside(case_on_server: str) -> Iterator[Store]:
    """The case, opened once more beside the workbench."""
    with open_case(case_on_server) as store:
        yield store


def positions(team: Team, name: str, words: str) -> list[str]:
    """The ids of the positions that a user finds by some words."""
    answer = team.at(name).get("/api/v1/findings", params={"kind": "position", "q": words})
    assert answer.status_code == 200, answer.text
    return [each["id"] for each in answer.json()["entries"]]


PAGES = (
    "/",
    "/record",
    "/matrix",
    "/timeline",
    "/table",
    "/plans",
    "/process",
    "/disagreements",
    "/reports",
    "/audience",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens(team: Team, path: str) -> None:
    """Each page of the core stands on this store as on the other."""
    assert team.at("ana").get(path).status_code == 200


def test_two_judge_the_same_finding_at_once(team: Team, beside: Store) -> None:
    """Twenty words from two threads on one finding: each is kept under its name, and the log holds every one."""
    (found,) = positions(team, "ana", "fees outright")
    begin = threading.Barrier(2)
    sent: list[int] = []

    def judge(name: str, verdict: str) -> None:
        team.at(name)
        begin.wait(timeout=60)
        sent.extend(
            team.send(name, f"/findings/{found}/judge", verdict=verdict, why=f"{name} {turn}") for turn in range(10)
        )

    threads = [threading.Thread(target=judge, args=each) for each in (("ana", "confirm"), ("ben", "reject"))]
    for each in threads:
        each.start()
    for each in threads:
        each.join(timeout=120)
    assert sent == [303] * 20
    words = [each for each in beside.view(Marking.RED).judgements() if each.target == found]
    kept = {(each.by, each.verdict, each.why) for each in words}
    assert {(name, why) for name, _, why in kept} == {(n, f"{n} {turn}") for n in ("ana", "ben") for turn in range(10)}
    assert {verdict for name, verdict, _ in kept if name == "ben"} == {Verdict.REJECT}
    page = team.at("ben").get(f"/findings/{found}").text
    assert "ana 9" in page
    assert "ben 9" in page
    logged = [each for each in beside.audit_log(act="judge", limit=100) if each.by in {"ana", "ben"}]
    assert len(logged) == 20


def test_a_report_that_is_handed_in_becomes_findings(team: Team, beside: Store) -> None:
    """It is queued in the folder of the desk, read into the server, and every open page's list has it."""
    before = len(positions(team, "ana", "ferry"))
    text = "Ukraine rejected the ferry line across the strait. Russia demanded inspections of the ferry line."
    status = team.send("ana", "/reports", text=text, title="Ferry", marking="AMBER")
    assert status == 303
    read_all(team, beside)
    assert "Ferry" in team.at("ana").get("/reports").text
    assert "Ferry" not in team.at("gus").get("/reports").text
    assert len(positions(team, "ana", "ferry")) > before
    assert not positions(team, "gus", "ferry")


def read_all(team: Team, store: Store) -> None:
    """Read what waits in the inbox, as the process beside the workbench does."""
    from goodoffices.web.inbox.claims import Claims  # noqa: PLC0415  only the reading process has them
    from goodoffices.web.inbox.file import InboxFile  # noqa: PLC0415  the same

    claims = Claims(InboxFile(team.app.state.bench.desk.inbox))
    while (claim := claims.claim()) is not None:
        read_claim(claim, claims, store, public=True)


def test_an_audience_sees_its_part(team: Team) -> None:
    """A reader of GREEN finds nothing of the RED report: not in lists, not by search, not in what is handed out."""
    assert positions(team, "ana", "hidden")
    assert not positions(team, "gus", "hidden")
    for path in ("/record", "/search?q=harbour", "/export/case.jsonl", "/export/brief.md"):
        assert "hidden harbour" in team.at("ana").get(path).text, path
        assert "hidden harbour" not in team.at("gus").get(path).text, path
    assert team.send("gus", f"/findings/{positions(team, 'ana', 'hidden')[0]}/judge", verdict="confirm") == 403


def test_search_finds_reports_and_findings(team: Team) -> None:
    """Words, and words in a row; what is searched for is text, never a piece of a query."""
    page = team.at("ana").get("/search", params={"q": '"port fees"'}).text
    assert "Talks on the port fees" in page
    odd = team.at("ana").get("/search", params={"q": "'; DROP TABLE report; --"})
    assert odd.status_code in {200, 422}
    assert team.at("ana").get("/search", params={"q": "fees"}).status_code == 200


def test_the_log_proves_itself(team: Team, case_on_server: str, beside: Store) -> None:
    """After all that, `case verify` finds the case whole; whoever changes a row behind its back is told of."""
    assert team.send("ana", "/seen") == 303
    done = _command("case", "verify", case_on_server)
    assert done.returncode == 0, done.stdout + done.stderr
    assert beside.audit_log(limit=1)


def test_serve_asks_for_a_folder(case_on_server: str) -> None:
    """A case on a server has no folder beside it: without --desk one sentence says what to do."""
    done = _command("serve", case_on_server)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "--desk" in done.stderr
    assert "Traceback" not in done.stderr


def _command(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "goodoffices", *words], check=False, capture_output=True, text=True, timeout=300
    )
