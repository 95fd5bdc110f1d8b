"""What reports, names and reasons would run in a real browser if they could; and the team's pages in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from person import browser
from screens import reached
from test_web_hostile import PASSWORD, PAYLOADS, Bench

from goodoffices.record import password as passwords
from goodoffices.web.guards.session import new_session, token_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Bench, str]]:
    """The hostile case, where a browser reaches it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "COST", passwords.Cost(1, 64, 1))
        bench = Bench(tmp_path_factory.mktemp("served"))
        with reached(bench.app) as place:
            yield bench, place


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Chromium."""
    with browser() as started:
        yield started


@pytest.fixture
def open_as(served: tuple[Bench, str], chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens pages as somebody; dialogs, refusals of the policy and errors fail the test."""
    bench, address = served
    complaints: list[str] = []
    contexts = []

    def opened(name: str, path: str, **options: Any) -> Any:
        context = chromium.new_context(base_url=address, **options)
        contexts.append(context)
        if name:
            session = new_session(name, bench.app.state.bench.store.accounts().get(name).session)
            token = token_of(session, bench.app.state.bench)
            context.add_cookies([{"name": "goodoffices", "value": token, "url": address}])
        page = context.new_page()
        page.on("dialog", lambda dialog: (complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints


def test_nothing_that_somebody_wrote_runs(open_as: Callable[..., Any], served: tuple[Bench, str]) -> None:
    """On the pages on which the words stand: no dialog, no refusal of the policy, no tag of theirs."""
    client = served[0].logged_in("boss")
    found = client.get("/api/v1/findings?kind=position").json()["entries"][0]["id"]
    report = client.get("/api/v1/reports").json()["reports"][0]["report"]["id"]
    page = open_as("boss", "/")
    for path in (
        *("/record", "/matrix", "/reports", "/timeline", "/users", "/log", f"/findings/{found}", f"/reports/{report}"),
        f"/search?q={PAYLOADS[0]}",
        f"/users/one?name={PAYLOADS[0]}",
        f"/log?by={PAYLOADS[1]}",
        f"/login?next={PAYLOADS[1]}",
    ):
        page.goto(path)
        assert page.locator("img[src='x']").count() == 0, path
        assert page.locator("svg[onload]").count() == 0, path
        assert page.evaluate("[...document.scripts].every(one => one.src.includes('/static/'))"), path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation_on_the_teams_pages(open_as: Callable[..., Any], scheme: str, width: int) -> None:
    """In both colour schemes, on a phone and a laptop; and no page scrolls sideways."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    page = open_as("boss", "/me", viewport={"width": width, "height": 900}, color_scheme=scheme)
    longest = ("/api/docs",) if (width, scheme) == (390, "light") else ()
    for path in ("/me", "/users", "/users/one?name=ana", "/log", "/login", *longest):
        page.goto(path)
        results = Axe().run(page)
        assert results.violations_count == 0, (path, results.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") == width, path


def test_a_person_logs_in_changes_their_password_and_leaves(open_as: Callable[..., Any]) -> None:
    """As people do it, without anything but the forms."""
    page = open_as("", "/record")
    page.fill("input[name=name]", "rita")
    page.fill("input[name=password]", PASSWORD)
    page.click("button.main")
    page.wait_for_url("**/record")
    page.goto("/me")
    page.fill("input[name=old]", PASSWORD)
    for field in ("new", "again"):
        page.fill(f"input[name={field}]", "twelve loud geese here")
    page.click("button.main")
    assert "Your password was changed." in page.inner_text("main")
    page.click("text=Log out here")
    page.wait_for_url("**/login")
    page.goto("/record")
    assert "/login" in page.url
