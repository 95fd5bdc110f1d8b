"""How every page looks and is reached: on a laptop and a phone, in light and dark, by keyboard, on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import httpx
import pytest
from every_route import Known, Route, addresses, routes_of
from person import Person, browser, serving
from secret_case import AUDIENCES, SecretCase, secret

from goodoffices.web import Settings, create_app

pytestmark = pytest.mark.browser

SETUPS = ((1280, "light", True), (1280, "dark", False), (390, "light", False), (390, "dark", True))
"""Width, colours, and whether axe looks as well: it is slow, and each width and each scheme is looked at once."""
_AS_KEEPER = {"x-user": "keeper"}
_NO_PAGES = ("/api/v1/", "/export/")
_ROOMS = (
    "/",
    "/reports",
    "/record",
    "/matrix",
    "/timeline",
    "/weigh",
    "/draft",
    "/watch",
    "/audience",
    "/log",
    "/users",
)
_LOOK = """
() => {
  for (const details of document.querySelectorAll("details:not([name])")) details.open = true;
  const shown = (one) => one.getClientRects().length > 0;
  return {
    title: document.title,
    headings: [...document.querySelectorAll("h1")].filter(shown).map((one) => one.innerText.trim()),
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    mains: document.querySelectorAll("main").length,
  };
}
"""
_FOCUS = """
() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return {
    what: `${one.tagName} ${one.className} ${one.innerText.trim().slice(0, 40)}`,
    body: one === document.body,
    seen: box.width > 1 && box.height > 1 && (outlined || style.boxShadow !== "none"),
  };
}
"""


class Bench(NamedTuple):
    """A person at an open workbench, over a case with something of everything, and where its pages stand."""

    person: Person
    paths: tuple[str, ...]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """The workbench behind a proxy that names whoever asks: here the keeper, who may see every page."""
    case = SecretCase(tmp_path_factory.mktemp("look") / "talks.goodoffices", AUDIENCES["clear"])
    named = ("--proxy-header", "x-user", "--proxy", "127.0.0.1")
    with browser() as started, serving(str(case.place), *named) as address:
        with httpx.Client(base_url=address, headers=_AS_KEEPER, timeout=120) as client:
            known = _known(case, client)
            paths = tuple(found for route in _routes(case) if (found := _page_of(client, route, known)))
        person = Person(started, address, extra_http_headers=_AS_KEEPER, viewport={"width": 1280, "height": 900})
        yield Bench(person, paths)


def _routes(case: SecretCase) -> list[Route]:
    """Every address that may answer with a page."""
    app = create_app(Settings(case=str(case.place), proxy_header="x-user"))
    found = [route for route in routes_of(app) if not route.path.startswith(_NO_PAGES) and "/export/" not in route.path]
    app.state.bench.close()
    return found


def _page_of(client: httpx.Client, route: Route, known: Known) -> str | None:
    """The first address of a route that answers with a page."""
    for address in addresses([route], known, varied=False):
        answer = client.get(address)
        if answer.status_code == 200 and answer.text.startswith("<!doctype html>"):
            return address
    return None


def _known(case: SecretCase, client: httpx.Client) -> Known:
    found = client.get("/api/v1/findings", params={"kind": "position", "limit": 1}).json()["entries"][0]
    names: Sequence[str] = (secret("clear", "model"), secret("clear", "text"), "hospital-road")
    return {
        "*": ["1", *names],
        "found": [found["id"]],
        "report": [case.reports["clear"]],
        "report_id": [case.reports["clear"]],
        "issue": ["economy"],
        "name": names,
        "bracket": ["1"],
        "form": ["html"],
    }


def _axe() -> str:
    from axe_playwright_python.base import AXE_FILE_PATH  # noqa: PLC0415  only where there is a browser

    return str(AXE_FILE_PATH.read_text(encoding="utf-8"))


def test_every_room_is_among_the_pages(bench: Bench) -> None:
    """The pages are found at run time: each room of the bar is there, and pages below them."""
    assert set(_ROOMS) <= set(bench.paths)
    assert len(bench.paths) > 40, bench.paths


def test_every_page_is_sound_at_every_size_and_in_both_schemes(bench: Bench) -> None:
    """Axe finds nothing, nothing scrolls sideways, one heading, a title of its own, the browser does not complain."""
    page, axe = bench.person.page, _axe()
    faults: list[str] = []
    titles: dict[str, str] = {}
    look: dict[str, Any] = {}
    for path in bench.paths:
        bench.person.open(path)
        page.evaluate(axe)
        for width, scheme, thorough in SETUPS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            look = page.evaluate(_LOOK)
            found = [*_faults(look), *(_violations(page) if thorough else ())]
            faults += [f"{path} at {width} in {scheme}: {fault}" for fault in found]
        titles.setdefault(look["title"], path)
        faults += [f"{path}: {each}" for each in bench.person.complaints]
        bench.person.complaints.clear()
    assert not faults, "\n".join(faults)
    assert len(titles) > len(bench.paths) * 0.8, titles  # pages of one thing may share its name


def _faults(look: dict[str, Any]) -> Iterator[str]:
    if look["sideways"] > 0:
        yield f"scrolls {look['sideways']} px sideways"
    if len(look["headings"]) != 1 or not look["headings"][0]:
        yield f"has the headings {look['headings']}"
    if look["mains"] != 1:
        yield "has no main part, or several"
    if not look["title"].strip():
        yield "has no title"


def _violations(page: Any) -> list[str]:
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]


def test_the_keyboard_shows_where_it_is(bench: Bench) -> None:
    """The first Tab offers to skip the bar, and does; what Tab reaches in the page can be seen to have been reached."""
    page = bench.person.page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    faults = []
    for path in bench.paths:
        bench.person.open(path)
        if page.locator("nav[aria-label=Rooms]").count() == 0:
            continue  # there is nothing to skip
        if page.locator("[autofocus]").count():
            page.evaluate("document.activeElement.blur()")
        page.keyboard.press("Tab")
        first = page.evaluate(_FOCUS)
        if "Skip" not in first["what"] or not first["seen"]:
            faults.append(f"{path}: Tab reaches {first['what']} first")
        page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.id") != "main":
            faults.append(f"{path}: skipping leads to {page.evaluate(_FOCUS)['what']}")
        for _ in range(3):
            page.keyboard.press("Tab")
            reached = page.evaluate(_FOCUS)
            if not reached["body"] and not reached["seen"]:
                faults.append(f"{path}: it cannot be seen that {reached['what']} is reached")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", ["/", "/record", "/matrix"])
def test_paper_has_no_controls(bench: Bench, path: str) -> None:
    """Printed, a page has its words and its marking, on white, and nothing to press."""
    page = bench.person.page
    bench.person.open(path)
    page.emulate_media(media="print", color_scheme="light")
    assert page.locator("h1").is_visible()
    assert page.locator(".tlp").first.is_visible()
    controls = page.locator("nav, button, select, input:not([type=hidden]), textarea")
    assert not [each for each in controls.all() if each.is_visible()]
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert page.pdf().startswith(b"%PDF-")
    page.emulate_media(media="screen")
