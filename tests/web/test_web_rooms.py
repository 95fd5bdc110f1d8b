"""Home, the matrix, the timeline, search, and for whom the case is shown."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

Csrf = Callable[..., str]


def test_home_answers_the_seven_questions(client: TestClient) -> None:
    """Each question stands there, leads to its page, and says something or that nothing is on record."""
    page = client.get("/").text
    questions = re.findall(r'<h3><a href="([^"]+)">([^<]+\?)</a></h3>', page)
    assert len(questions) == 7
    for path, _ in questions:
        room = path.split("#")[0]
        if room not in {"/weigh", "/draft", "/watch"}:
            assert client.get(room).status_code == 200, room


def test_home_tells_what_changed_until_one_has_seen_it(client: TestClient, csrf: Csrf) -> None:
    """A judgement stands among the news, and no longer once they were seen."""
    found = re.search(r'data-finding="(f-\w+)"', client.get("/record?kind=position").text)
    assert found is not None
    client.post("/seen", data={"csrf": csrf(client)})
    assert "Nothing has changed." in client.get("/").text
    client.post(f"/findings/{found[1]}/judge", data={"csrf": csrf(client), "verdict": "confirm", "why": "heard it"})
    assert "1 word</h3>" in client.get("/").text or "1 word of analysts" in client.get("/").text
    client.post("/seen", data={"csrf": csrf(client)})
    assert "Nothing has changed." in client.get("/").text


def test_a_cell_of_the_matrix_leads_to_its_sentences(client: TestClient) -> None:
    """A cell opens the page of its issue at the party, with the words of the report."""
    matrix = client.get("/matrix").text
    cell = re.search(r'class="open" href="(/matrix/economy)#([^"]+)"', matrix)
    assert cell is not None
    issue = client.get(cell[1]).text
    assert f'id="{cell[2]}"' in issue
    assert "Belmark rejected the port fees outright." in issue


@pytest.mark.parametrize("path", ["/timeline", "/table", "/plans", "/process", "/disagreements", "/search", "/keys"])
def test_every_neighbouring_page_opens(client: TestClient, path: str) -> None:
    """Each page stands with a heading of its own."""
    assert "<h1" in client.get(path).text


def test_an_issue_that_there_is_not_is_not_here(client: TestClient) -> None:
    """A made-up issue is a page not found."""
    assert client.get("/matrix/cheese").status_code == 404


def test_search_finds_reports_and_findings_with_the_words_marked(client: TestClient) -> None:
    """Both are found, and a hit leads to its place in the report."""
    page = client.get("/search", params={"q": "shelled harbour"}).text
    assert "1 report<" in page
    assert "<mark>shelled</mark>" in page
    assert re.search(r"/reports/r-\w+\?at=\d+-\d+#at", page)
    assert "No report holds all of these words." in client.get("/search", params={"q": "giraffe"}).text


def test_seeing_the_case_as_a_lower_audience_holds_everywhere_till_it_is_taken_back(
    client: TestClient, csrf: Csrf
) -> None:
    """As GREEN the RED report is in no page and no file; taken back, it is there again."""
    client.post("/audience", data={"csrf": csrf(client), "marking": "GREEN"})
    for path in (
        "/",
        "/record",
        "/matrix/economy",
        "/timeline",
        "/search?q=harbour",
        "/export/reports.csv",
        "/audience",
    ):
        page = client.get(path)
        assert page.status_code == 200
        assert "hidden harbour" not in page.text, path
    assert "You see the case as" in client.get("/").text
    client.post("/audience", data={"csrf": csrf(client), "marking": ""})
    assert "hidden harbour" in client.get("/record").text


def test_the_audience_page_counts_what_each_may_see(client: TestClient) -> None:
    """RED sees two reports, the others one."""
    rows = re.findall(r"TLP:([A-Z+]+)</span></th>\s*<td>(\d+)</td>", client.get("/audience").text)
    assert dict(rows) == {"RED": "2", "AMBER+STRICT": "1", "AMBER": "1", "GREEN": "1", "CLEAR": "1"}


@pytest.mark.parametrize(
    "name",
    [
        "findings.csv",
        "positions.xlsx",
        "quotes.json",
        "events.docx",
        "evidence.csv",
        "timeline.csv",
        "grid.csv",
        "matrix.xlsx",
        "matrix.png",
        "disagreements.csv",
        "reports.csv",
        "judgements.json",
        "statements.csv",
        "brief.html",
        "brief.md",
        "brief.json",
        "case.jsonl",
        "citations.docx",
    ],
)
def test_every_export_leaves_as_a_file_and_in_the_log(client: TestClient, name: str) -> None:
    """Each comes as a file with a name, and stands in the audit log with its audience."""
    answer = client.get(f"/export/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert answer.content
    store = client.app.state.bench.store  # type: ignore[attr-defined]  # TestClient types its app as any ASGI app
    (line,) = store.audit_log(newest_first=True, limit=1)
    assert (line.act, line.by, line.detail["audience"]) == ("export", "local", "TLP:RED")
