"""What the tests of the brief share: the made-up process, its brief, and a browser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sample

from goodoffices.brief import Brief, build_brief, to_html
from goodoffices.record import Findings, Marking

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def findings() -> Findings:
    """The findings of the made-up process."""
    return sample.sella()


@pytest.fixture(scope="session")
def brief(findings: Findings) -> Brief:
    """Its brief."""
    generated = dt.datetime(2026, 3, 17, 18, 30, tzinfo=dt.UTC)
    return build_brief(findings, audience=Marking.AMBER, generated=generated)


@pytest.fixture(scope="session")
def page_file(brief: Brief, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief as a page on disk."""
    file = tmp_path_factory.mktemp("brief") / "brief.html"
    file.write_text(to_html(brief), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's chromium, started once."""
    if not CHROMIUM.exists():
        pytest.skip("no chromium at /usr/bin/chromium: browser tests are left out")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only where there is a browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any, page_file: Path) -> Iterator[Any]:
    """Open the brief in a fresh context; whatever the page complains of fails the test."""
    contexts = []
    complaints: list[str] = []

    def opened(file: Path = page_file, **options: Any) -> Any:
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}") or dialog.dismiss())
        page.on("request", lambda r: None if r.url.startswith("file:") else complaints.append(f"request: {r.url}"))
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
