"""As people would: an analyst's evening from a dropped report to a brief for GREEN; without a script; two at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from person import READING, Person, browser, number_in, serving

from goodoffices.record import Marking
from goodoffices.record.account import Role
from goodoffices.record.store import create_case, open_case

pytestmark = pytest.mark.browser

PASSWORD = "seven quiet herons"  # noqa: S105  of made-up users

EXAMPLES = Path(__file__).parents[2] / "examples"
_FIRST = """River talks end without a deal on the port

SALTMOUTH, 3 March 2026 - Delegations of the East Bank Authority and the Harbour Council met in Saltmouth on Tuesday.

The East Bank Authority demands that the Harbour Council withdraw its guards from the port. The Harbour Council rejects
any withdrawal from the port.

The Harbour Council offers to release 120 prisoners within thirty days.

The two sides agreed on a ceasefire along the river, the mediator said.
"""
_SECOND = """Harbour Council keeps its guards

SALTMOUTH, 4 March 2026 - The East Bank Authority again demanded that the Harbour Council withdraw its guards from the
port. It also demanded international observers in the port.

The Harbour Council offered to free the prisoners on the first list. The Harbour Council rejected a joint commission.
"""


@pytest.fixture(scope="module")
def started() -> Iterator[Any]:
    """One browser for all walks."""
    with browser() as found:
        yield found


def _hand_in(person: Person, name: str, text: str, marking: str) -> None:
    person.open("/reports")
    person.drop(**{name: text})
    form = person.page.locator("form[data-files]")
    form.locator("select[name=marking]").select_option(marking)
    form.get_by_role("button", name="Hand in").click()


def _read(person: Person, title: str) -> None:
    """Wait on the page, without touching it, until a report has been read."""
    person.page.locator("#inbox").get_by_role("link", name=title).wait_for(timeout=READING)


def test_an_analysts_evening(started: Any, tmp_path: Path) -> None:
    """From an empty case to a brief that GREEN may have, with hands only."""
    case = tmp_path / "saltmouth.goodoffices"
    create_case(case).close()
    with serving(str(case)) as address:
        ana = Person(started, address, viewport={"width": 1280, "height": 900})
        _reads_reports(ana)
        _judges_by_keys(ana)
        _walks_the_matrix(ana)
        _weighs(ana)
        _changes_a_text(ana, EXAMPLES / "draft" / "3-saltmouth.md")
        _watches(ana, EXAMPLES / "watch" / "agreement.yaml")
        _hands_out(ana)
        ana.at_ease()


def _reads_reports(ana: Person) -> None:
    page = ana.open("/")
    page.get_by_role("link", name="Add the first reports").click()
    _hand_in(ana, "river", _FIRST, "GREEN")
    page.locator("#inbox .state-word").first.wait_for()
    _read(ana, "River talks end without a deal")
    ana.open("/")
    page.get_by_role("button", name="I have seen this").click()
    page.get_by_text("Nothing has changed").wait_for()
    _hand_in(ana, "guards", _SECOND, "AMBER")
    _read(ana, "Harbour Council keeps its guards")
    page.locator("#inbox").get_by_role("link", name="River talks end").click()
    # A sentence leads to its finding, and the finding back to the sentence.
    page.locator("article.text mark a.mark", has_text="withdraw its guards").first.click()
    page.locator("article.one").wait_for()
    assert "East Bank Authority" in ana.says("h1")
    assert page.locator(".places blockquote").count() == 2
    page.locator(".places a", has_text="River talks").click()
    page.locator("article.text mark.shown").wait_for()
    assert "withdraw its guards from the port" in ana.says("article.text mark.shown")
    assert page.evaluate("document.getElementById('at').getBoundingClientRect().top < innerHeight")


def _judges_by_keys(ana: Person) -> None:
    page = ana.open("/record?kind=position&order=record")
    kept = number_in(ana.says("#found .lead"))
    found = ana.choose("120 prisoners")
    ana.judge("c", found, "confirmed by local")
    found = ana.choose("joint commission")
    ana.judge("r", found, "rejected by local")
    ana.press("z")
    page.locator(f'[id="{found}"]').get_by_text("rejected by local").wait_for(state="detached")
    _merges(ana)
    page.goto("/record?kind=position&order=record")
    assert number_in(ana.says("#found .lead")) == kept - 1
    _corrects(ana)
    page.goto("/record?kind=position&order=record")
    _splits(ana)
    page.goto("/record?kind=position&order=record")
    assert number_in(ana.says("#found .lead")) == kept


def _merges(ana: Person) -> None:
    """Two offers that are one: chosen with x, merged with m."""
    for words in ("120 prisoners", "first list"):
        ana.choose(words)
        ana.press("x")
    ana.page.get_by_text("2 chosen").wait_for()
    ana.press_onward("m")
    ana.page.locator("article.one").wait_for()
    quotes = ana.says(".places")
    assert "120 prisoners" in quotes
    assert "first list" in quotes
    assert "local" in ana.says(".said")


def _corrects(ana: Person) -> None:
    """The words of a finding are put right, and say so."""
    ana.choose("international observers")
    ana.press_onward("o")
    ana.press("e")
    ana.tab_to("[name=field-text-text]")
    ana.press("Control+a")
    ana.page.keyboard.type("unarmed international observers in the port")
    ana.tab_to("button")
    ana.press_onward("Enter")
    ana.page.locator("h1", has_text="unarmed international observers").wait_for()
    assert "corrected" in ana.says(".said").casefold()


def _splits(ana: Person) -> None:
    """What one report says is another thing than what the other says."""
    ana.choose("withdraw its guards")
    ana.press_onward("o")
    assert ana.page.locator(".places blockquote").count() == 2
    ana.press("s", "Space")
    assert ana.page.locator("[name=statement]:checked").count() == 1
    ana.tab_to("button")
    ana.press_onward("Enter")
    ana.page.locator("article.one").wait_for()
    assert ana.page.locator(".places blockquote").count() == 1


def _walks_the_matrix(ana: Person) -> None:
    page = ana.open("/")
    page.get_by_role("link", name="Who wants what on which issue?").click()
    cell = page.locator("table.matrix a.open", has_text="demands").first
    title = cell.get_attribute("title")
    cell.click()
    page.wait_for_url("**/matrix/*#*")
    party = title.partition(" on ")[0]
    assert party in ana.says(".stand")
    page.get_by_role("link", name="All findings on it").click()
    page.wait_for_url("**/record?issue=*")
    assert number_in(ana.says("#found .lead")) >= 1
    assert party in ana.says("#found")


def _weighs(ana: Person) -> None:
    """A model from the record; a weight is changed, and the answer says that it moved."""
    page = ana.open("/weigh")
    page.get_by_role("button", name="Draft it").click()
    page.locator("#answer").wait_for()
    assert "Version 1" in ana.says(".byline")
    answered = page.locator("#answer").element_handle()
    weight = page.locator("details.side-of[open] label:has-text('weight') input").first
    weight.fill("90")
    page.wait_for_function("old => !old.isConnected", arg=answered)
    page.locator("#answer .moved").wait_for()
    page.locator("input[name=why]").fill("the port matters most")
    page.get_by_role("button", name="Save as a new version").click()
    page.get_by_text("Saved as version 2").wait_for()
    assert weight.input_value() == "90"


def _changes_a_text(ana: Person, text: Path) -> None:
    """A text is taken in, a bracket decided, and the redline shows what went and what came."""
    page = ana.open("/draft")
    page.locator("input[type=file]").set_input_files(str(text))
    form = page.locator("form:has(input[type=file])")
    form.locator("select[name=marking]").select_option("AMBER")
    form.get_by_role("button", name="Keep it").click()
    page.locator("h1", has_text="Agreement on Saltmouth").wait_for()
    before = number_in(ana.says("#h-brief"))
    page.locator("a[aria-label='Bracket 1']").first.click()
    page.locator("h1", has_text="Bracket 1").wait_for()
    page.locator("ol.choosing-sides form").nth(1).locator("input[name=why]").fill("as agreed in the fourth round")
    page.locator("ol.choosing-sides").get_by_role("button", name="Accept").nth(1).click()
    page.get_by_text("The bracket is decided").wait_for()
    assert number_in(ana.says("#h-brief")) == before - 1
    page.get_by_role("link", name="Versions").click()
    page.get_by_role("button", name="Show the redline").click()
    page.locator("h1", has_text="Version 1 → 2").wait_for()
    assert "10" in " ".join(page.locator("main del").all_inner_texts())


def _watches(ana: Person, agreement: Path) -> None:
    """A book is begun; what who owes it claims changes nothing, what the verifier found does: the board says so."""
    today = dt.datetime.now(dt.UTC).date()
    days = [str(today - dt.timedelta(days=ago)) for ago in (3, 2, 1)]
    source = agreement.read_text(encoding="utf-8").replace("in force: 2025-09-15", f"in force: {days[0]}")
    page = ana.open("/watch")
    form = page.locator("form:has(textarea[name=source])")
    form.locator("textarea[name=source]").fill(source)
    form.get_by_role("button", name="Look at it").click()
    page.get_by_role("button", name="Keep it and begin the book").click()
    page.get_by_text("The agreement is kept").wait_for()
    road = page.locator("#board .card", has_text="Open the road to the hospital")
    assert "breached" not in str(road.get_attribute("class"))
    breached = page.locator("#board .column.breached .card")
    before = breached.count()
    road.get_by_role("link").click()
    page.locator("summary", has_text="What happened").click()
    form = page.locator("form:has([name=what])")
    form.locator("[name=what]").select_option("performed")
    form.locator("[name=on]").fill(days[1])
    form.locator("[name=by]").fill("East Bank Authority")
    form.get_by_role("button", name="Set it down").click()
    page.get_by_text("Claims that establish nothing").wait_for()
    page.locator("summary", has_text="What was found").click()
    form = page.locator("form:has([name=verdict])")
    form.locator("[name=verdict]").select_option("breached")
    form.locator("[name=first]").fill(days[2])
    form.locator("[name=reasons]").fill("a barrier stands across the road")
    form.locator("[name=by]").fill("Joint Commission")
    form.get_by_role("button", name="Put the finding").click()
    page.locator("h1 + .byline", has_text="breached").wait_for()
    ana.open("/watch")
    assert breached.count() == before + 1
    assert number_in(ana.says("#h-brief")) >= 1
    assert "Open the road to the hospital" in ana.says("#board .column.breached")


def _hands_out(ana: Person) -> None:
    """Seen as GREEN, what GREEN may not know is nowhere; the brief that leaves is of that; home knows what changed."""
    page = ana.open("/audience")
    page.get_by_role("button", name="See as GREEN").click()
    page.locator(".seen-as").wait_for()
    ana.open("/record?kind=position")
    assert "first list" not in ana.says()
    assert "120 prisoners" in ana.says()
    ana.open("/audience")
    brief = ana.download(page.locator("tr", has_text="GREEN").get_by_role("link", name="Brief HTML").first).decode()
    assert "120 prisoners" in brief
    assert "first list" not in brief
    page.get_by_role("button", name="Back to").click()
    page.locator(".seen-as").wait_for(state="detached")
    news = ana.says(".news")
    assert "Since you last looked" in news
    assert "Harbour Council keeps its guards" in news
    assert "Agreement on Saltmouth, version 2" in news
    assert "local" in news


def test_without_a_script(started: Any, tmp_path: Path) -> None:
    """Reports, finding, judgement, matrix and export work where no script runs."""
    case = tmp_path / "plain.goodoffices"
    create_case(case).close()
    file = tmp_path / "river.txt"
    file.write_text(_FIRST, encoding="utf-8")
    with serving(str(case)) as address:
        ana = Person(started, address, java_script_enabled=False)
        page = ana.open("/reports")
        form = page.locator("form[data-files]")
        form.locator("input[type=file]").set_input_files(str(file))
        form.locator("select[name=marking]").select_option("GREEN")
        form.get_by_role("button", name="Hand in").click()
        _look_until_read(ana)
        page.locator(".report-list a").first.click()
        page.locator("article.text mark a.mark", has_text="withdraw its guards").first.click()
        form = page.locator("form[action$='/judge']")
        form.locator("input[name=why]").fill("said to me as well")
        form.get_by_role("button", name="Confirm").click()
        page.locator(".said", has_text="said to me as well").wait_for()
        page.get_by_role("link", name="Matrix", exact=True).click()
        page.locator("table.matrix a.open").first.click()
        page.locator(".stand").first.wait_for()
        page.get_by_role("link", name="Matrix", exact=True).click()
        table = ana.download(page.get_by_role("link", name="CSV"))
        assert b"East Bank Authority" in table
        ana.at_ease()


def _look_until_read(ana: Person) -> None:
    # The browser loads the page again as a person would: there is no script that could tell when to.
    for _ in range(240):
        ana.open("/reports")
        if ana.page.locator(".report-list a").count():
            return
        ana.page.wait_for_timeout(500)
    pytest.fail(f"the report was never read: {ana.says()}")


def test_two_judge_the_same_finding_at_once(started: Any, case: Path) -> None:
    """Each has their own browser; both words stand, each under its name, wherever the finding is shown."""
    with open_case(case) as store:
        for name in ("ana", "ben"):
            store.accounts().add(name, role=Role.ANALYST, audience=Marking.RED, password=PASSWORD)
    with serving(str(case)) as address:
        people = {name: _logged_in(started, address, name) for name in ("ana", "ben")}
        for person in people.values():
            person.open("/record?kind=position&q=harbour")
        found = {name: person.choose("the hidden harbour outright") for name, person in people.items()}
        assert len(set(found.values())) == 1
        people["ana"].press("c")  # both press before either sees what the other said
        people["ben"].press("r")
        rows = {name: person.page.locator(f'[id="{found[name]}"]') for name, person in people.items()}
        rows["ana"].get_by_text("confirmed by ana").wait_for()
        rows["ben"].get_by_text("rejected by ben").wait_for()
        for person in people.values():
            person.open(f"/findings/{found['ana']}")
            said = person.says(".said")
            assert "ana" in said
            assert "ben" in said
            person.at_ease()


def _logged_in(started: Any, address: str, name: str) -> Person:
    person = Person(started, address)
    person.open("/login")
    person.page.get_by_label("Name").fill(name)
    person.page.get_by_label("Password").fill(PASSWORD)
    person.page.get_by_role("button", name="Log in").click()
    person.page.locator("nav[aria-label=Rooms]").wait_for()
    return person
