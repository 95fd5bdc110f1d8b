"""A person at the workbench: a real server, a real browser, and what hands do there."""

from __future__ import annotations

import contextlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

__all__ = ["CHROMIUM", "Person", "browser", "free_port", "serving"]

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
WAIT = 60_000
"""Milliseconds that a state may take to come about on a busy machine."""
_LATER = 503
READING = 240_000
"""The same where a language model is loaded first."""
_DROP = """
(files) => {
  const transfer = new DataTransfer();
  for (const [name, text] of files) transfer.items.add(new File([text], name, {type: "text/plain"}));
  const said = {dataTransfer: transfer, bubbles: true, cancelable: true};
  for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, said));
}
"""
_CHOSEN = "[document.activeElement.dataset.finding, document.activeElement.innerText]"


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(case: str, *options: str) -> Iterator[str]:
    """`goodoffices serve` in a process of its own, as a person starts it; gives its address.

    Args:
        case: Path or URL of the case.
        options: More of the command line.
    """
    port = free_port()
    command = [sys.executable, "-m", "goodoffices", "serve", case, "--port", str(port), *options]
    said: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        listening = threading.Thread(target=said.extend, args=(server.stderr,), daemon=True)
        listening.start()
        address = f"http://127.0.0.1:{port}"
        try:
            _await(address, server, said)
            yield address
        finally:
            if server.poll() is None:
                server.send_signal(signal.SIGINT)
            try:
                server.wait(timeout=60)
            except subprocess.TimeoutExpired:
                server.kill()
    listening.join(timeout=20)
    assert "Traceback" not in "".join(said), "".join(said)


def _await(address: str, server: subprocess.Popen[str], said: list[str]) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        assert server.poll() is None, "".join(said)
        try:
            with urllib.request.urlopen(f"{address}/static/0/none", timeout=5):  # noqa: S310  our own address
                return
        except urllib.error.HTTPError:
            return  # it answers
        except OSError:
            time.sleep(0.05)
    pytest.fail("the workbench did not open")


@contextlib.contextmanager
def browser() -> Iterator[Any]:
    """Debian's chromium without a screen, or a word that it is not there."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed: browser tests are left out")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only where there is a browser

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield started
        finally:
            started.close()


class Person:
    """Somebody with a browser of their own; whatever the browser complains of is kept.

    Args:
        started: A browser.
        address: Of the workbench.
        options: Of the browser's context: its size, its colours, with scripts or without.
    """

    def __init__(self, started: Any, address: str, **options: Any) -> None:
        self.address = address
        self.complaints: list[str] = []
        self.context = started.new_context(base_url=address, accept_downloads=True, **options)
        self.context.set_default_timeout(WAIT)
        self.page = self.context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)

    def _heard(self, said: Any) -> None:
        if said.type in {"error", "warning"} and str(_LATER) not in said.text:
            self.complaints.append(f"{self.page.url}: {said.text}")

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"asks another host: {request.url}")

    def _answered(self, response: Any) -> None:
        if response.status >= 400 and response.status != _LATER:
            self.complaints.append(f"{response.status} {response.request.method} {response.url}")

    def open(self, path: str) -> Any:
        """Go to a page; one that is still being put together says so and opens by itself a little later."""
        until = time.monotonic() + WAIT / 1000
        while (answer := self.page.goto(path)) is not None and answer.status == _LATER:
            assert time.monotonic() < until, f"{path} is not ready: {self.says('body')}"
            self.page.wait_for_timeout(500)
        return self.page

    def says(self, where: str = "main") -> str:
        """The words of a part of the page, on one line."""
        return " ".join(self.page.inner_text(where).split())

    def drop(self, **files: str) -> None:
        """Drop text files on the page: name without its ending -> text."""
        self.page.evaluate(_DROP, [[f"{name}.txt", text] for name, text in files.items()])

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def press_onward(self, key: str) -> None:
        """Press a key that leads to another page, and wait for it."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def choose(self, words: str) -> str:
        """With j and k, walk along a list to the finding that says some words; give its id."""
        count = self.page.locator(".row[data-finding]").count()
        for key in ("", *"j" * count, *"k" * count):
            if key:
                self.press(key)
            found, said = self.page.evaluate(
                "[document.activeElement.dataset.finding, document.activeElement.innerText]"
            )
            if found and words.casefold() in " ".join(said.split()).casefold():
                return str(found)
        pytest.fail(f"no finding of the list says {words!r}: {self.says()}")

    def judge(self, key: str, found: str, words: str) -> None:
        """Press a key on the chosen finding, and wait until its row says some words."""
        self.press(key)
        row = self.page.locator(f'[id="{found}"]')
        row.get_by_text(words).wait_for()
        self.page.wait_for_function("id => document.activeElement.id === id", arg=found)

    def tab_to(self, selector: str) -> None:
        """With Tab, go to the first control that fits; fail where Tab does not lead there."""
        for _ in range(80):
            self.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        pytest.fail(f"Tab does not lead to {selector}")

    def download(self, link: Any) -> bytes:
        """Take a file by its link."""
        with self.page.expect_download() as coming:
            link.click()
        place = coming.value.path()
        return Path(place).read_bytes()

    def at_ease(self) -> None:
        """Fail with whatever the browser complained of."""
        assert not self.complaints, "\n".join(self.complaints)
        self.context.close()


def number_in(text: str) -> int:
    """The first number of a text."""
    found = re.search(r"\d[\d,]*", text)
    assert found is not None, text
    return int(found[0].replace(",", ""))
