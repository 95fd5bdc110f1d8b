"""What every test may lean on: the folder beside the project, and a word on the tests that could not run."""

from __future__ import annotations

import gc
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright import sync_api

# Properties are tried on the same examples every time, so that a run says something of the change and not of chance.
# HYPOTHESIS_PROFILE=explore tries new ones: do so before a release, and when a property is new.
settings.register_profile("steady", derandomize=True)
settings.register_profile("explore", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

# A shell starts what runs behind it with Ctrl-C ignored, and programs inherit that: what a test interrupts would go on.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _leave_alone(phase: str, info: dict[str, int]) -> None:
    """Look no more through what outlived a full collection of garbage.

    One process runs thousands of tests and holds millions of objects by then: a full collection took most of a
    second, which fell upon whatever test was measuring its time.
    """
    if phase == "stop" and info["generation"] == 2:
        gc.freeze()


gc.callbacks.append(_leave_alone)

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def chromium() -> Path | None:
    """Find Debian's chromium, or the same browser under the names that other systems give it."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return Path(found)
    return None


def postgresql() -> Path | None:
    """Find the folder with PostgreSQL's server programs: Debian's newest, or the one on the PATH."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    if debian := max(versions, key=lambda path: int(path.parts[-3]), default=None):
        return debian.parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def libreoffice() -> Path | None:
    """Find LibreOffice."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(found) if found else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long, so that no process is left with one of them alone at the end."""
    long = {item.path for item in items if item.get_closest_marker("slow") or item.get_closest_marker("browser")}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measures beside the project; tests that ask for it are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here: it is no part of the project")
    return SHARED


@pytest.fixture(scope="session")
def examples() -> Path:
    """The example reports on the rounds in Paris."""
    return ROOT / "examples" / "paris"


def availability(marker: str, tool: str, place: Path | None, skipped: int, ran: int) -> str | None:
    """Say in one line whether the tests with a marker could run, or nothing where there were none."""
    if not skipped and not ran:
        return None
    if place is None:
        return f"{marker} tests: {skipped} skipped, for {tool} is not installed (Debian: apt-get install {tool})"
    return f"{marker} tests: {ran} ran, {skipped} skipped, with {tool} at {place}"


def _marked(terminal: pytest.TerminalReporter, marker: str, outcomes: tuple[str, ...]) -> int:
    reports = (report for outcome in outcomes for report in terminal.stats.get(outcome, []))
    return sum(marker in getattr(report, "keywords", ()) for report in reports)


def _lines(terminal: pytest.TerminalReporter) -> Iterator[str]:
    for marker, tool, place in (
        ("browser", "chromium", chromium()),
        ("postgresql", "postgresql", postgresql()),
        ("libreoffice", "libreoffice-writer-nogui", libreoffice()),
    ):
        ran = _marked(terminal, marker, ("passed", "failed"))
        skipped = _marked(terminal, marker, ("skipped",))
        if line := availability(marker, tool, place, skipped, ran):
            yield line


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests needed a program from outside, and whether it was there."""
    for line in _lines(terminalreporter):
        terminalreporter.write_line(line)


class _OnePlaywright:
    """The one driver of browsers that all tests share: a second one cannot run in the same thread."""

    def __init__(self) -> None:
        self._driver: Any = None

    def __call__(self) -> _OnePlaywright:
        return self

    def start(self) -> Any:
        if self._driver is None:
            self._driver = _start_playwright().start()
        return self._driver

    def __enter__(self) -> Any:
        return self.start()

    def __exit__(self, *exception: object) -> None:
        """Leave it to the other tests."""

    def stop(self) -> None:
        """Stop it, at the end of all tests."""
        if self._driver is not None:
            self._driver.stop()
            self._driver = None


_start_playwright = sync_api.sync_playwright
_PLAYWRIGHT = _OnePlaywright()
sync_api.sync_playwright = _PLAYWRIGHT  # type: ignore[assignment]  # test modules import it from there, after this file


def pytest_unconfigure() -> None:
    """Stop the driver of browsers."""
    _PLAYWRIGHT.stop()
