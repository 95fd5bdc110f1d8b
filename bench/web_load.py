"""The workbench under load: people who read, people who add, and a kill -9 in the middle of it.

`python bench/web_load.py CASE` opens a case that `bench/large_case.py` made (it is added to: take a copy), waits until
its findings are ready, lets 20 people read and 2 add for a while, prints how long pages took, kills the server with
-9, starts it again, and counts the reports that were acknowledged and are not there.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import quote

_PORT = 8899
_THINK = (0.5, 1.5)
"""Seconds that a person looks at a page before the next."""
_ADD_EVERY = 3.0


class _Browser:
    """One person's connection."""

    def __init__(self) -> None:
        self._connection = HTTPConnection("127.0.0.1", _PORT, timeout=120)

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, str]:
        """Ask for something; status and text of the answer."""
        headers = {"x-goodoffices": "1", "content-type": "application/json", "accept": "text/html"}
        try:
            self._connection.request(method, path, json.dumps(body) if body else None, headers)
            answer = self._connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        except (OSError, HTTPException):
            self._connection.close()
            raise


class _Load:
    """What happened."""

    def __init__(self) -> None:
        self.took: dict[str, list[float]] = defaultdict(list)
        self.failed: dict[str, int] = defaultdict(int)
        self.acknowledged: list[str] = []
        self.over = threading.Event()


@contextmanager
def _served(case: Path) -> Iterator[subprocess.Popen[bytes]]:
    words = [sys.executable, "-m", "goodoffices", "serve", str(case), "--port", str(_PORT)]
    server = subprocess.Popen(words, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield server
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _wait(path: str, *, minutes: float = 30) -> float:
    began = time.perf_counter()
    while time.perf_counter() - began < minutes * 60:
        try:
            status, _ = _Browser().ask("GET", path)
        except OSError:
            status = 0
        if status == 200:
            return time.perf_counter() - began
        time.sleep(1)
    raise TimeoutError(path)


def _places(browser: _Browser) -> dict[str, list[str]]:
    """Addresses that people go to, by the kind of page."""
    _, record = browser.ask("GET", "/record")
    _, reports = browser.ask("GET", "/reports")
    _, matrix = browser.ask("GET", "/matrix")
    issues = sorted(set(re.findall(r'href="/matrix/([a-z-]+)"', matrix)))
    parties = sorted(set(re.findall(r'<option value="(a-[a-z0-9]+)"', record)))
    words = ["amnesty", "patrol lindholm", "oil shares", '"joint patrol"', "observers", "number 4711", "fees", "veto"]
    return {
        "home": ["/"],
        "record": ["/record", "/record?order=doubt", "/record?order=learned"],
        "record, filtered": [
            *(f"/record?kind={kind}" for kind in ("position", "meeting", "quote", "event")),
            *(f"/record?issue={issue}" for issue in issues),
            *(f"/record?party={party}&kind=position" for party in parties),
        ],
        "record, words": [f"/record?q={quote(each)}" for each in words],
        "finding": [f"/findings/{each}" for each in re.findall(r'data-finding="(f-\w+)"', record)],
        "reports": ["/reports", "/reports?order=added"],
        "report": sorted(set(re.findall(r'href="(/reports/r-\w+)', reports))),
        "matrix": ["/matrix", "/matrix?part=2"],
        "issue": [f"/matrix/{issue}" for issue in issues],
        "timeline": ["/timeline", "/table"],
        "search": [f"/search?q={quote(each)}" for each in words],
    }


def _read(load: _Load, places: dict[str, list[str]], seed: int) -> None:
    draw, browser = random.Random(seed), _Browser()  # noqa: S311  who goes where
    while not load.over.is_set():
        kind = draw.choice(list(places))
        began = time.perf_counter()
        try:
            status, _ = browser.ask("GET", draw.choice(places[kind]))
        except (OSError, HTTPException):
            status = 0
        if load.over.is_set():
            return
        load.took[kind].append(time.perf_counter() - began)
        if status != 200:
            load.failed[kind] += 1
        load.over.wait(draw.uniform(*_THINK))


def _add(load: _Load, seed: int) -> None:
    browser, number = _Browser(), 0
    while not load.over.is_set():
        number += 1
        mark = f"loadmark{seed}x{number}x{os.getpid()}"
        text = f"Talks in Lindholm, {mark}\n\nArvenia demanded the port fees of Belmark. Belmark rejected {mark}.\n"
        began = time.perf_counter()
        try:
            status, _ = browser.ask("POST", "/api/v1/reports", {"marking": "CLEAR", "text": text})
        except (OSError, HTTPException):
            continue
        load.took["hand in"].append(time.perf_counter() - began)
        if status < 300:
            load.acknowledged.append(mark)
        else:
            load.failed["hand in"] += 1
        load.over.wait(_ADD_EVERY)


def _run(load: _Load, people: int, adders: int, seconds: float, stop: Callable[[], Any]) -> None:
    places = {kind: found for kind, found in _places(_Browser()).items() if found}
    threads = [threading.Thread(target=_read, args=(load, places, seed)) for seed in range(people)]
    threads += [threading.Thread(target=_add, args=(load, seed)) for seed in range(adders)]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    stop()  # in the middle of it
    load.over.set()
    for thread in threads:
        thread.join()


def _print(load: _Load) -> None:
    print(f"{'page':18} {'n':>5} {'median ms':>10} {'p99 ms':>8} {'max ms':>8} failed")
    everything = [each for kind, took in load.took.items() if kind != "hand in" for each in took]
    for kind, took in [*sorted(load.took.items()), ("all pages", everything)]:
        ranked = sorted(took)
        high = ranked[min(len(ranked) - 1, int(len(ranked) * 0.99))]
        median = statistics.median(ranked)
        failed = load.failed.get(kind, 0)
        print(f"{kind:18} {len(took):5} {median * 1e3:10.0f} {high * 1e3:8.0f} {ranked[-1] * 1e3:8.0f} {failed}")


def _lost(load: _Load, minutes: float = 10) -> list[str]:
    """The acknowledged reports that a search does not find, or finds twice, once the inbox is empty."""
    browser = _Browser()
    until = time.perf_counter() + minutes * 60
    left = list(load.acknowledged)
    while left and time.perf_counter() < until:
        left = [mark for mark in left if not _is_there_once(browser, mark)]
        time.sleep(2)
    return left


def _is_there_once(browser: _Browser, mark: str) -> bool:
    _, text = browser.ask("GET", f"/api/v1/reports?q={mark}")
    return text.count('"r-') >= 1 and json.loads(text).get("total", 0) == 1


def main(words: Sequence[str] | None = None) -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--adders", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=90)
    given = parser.parse_args(words)
    load = _Load()
    with _served(given.case) as server:
        _wait("/keys", minutes=2)
        print(f"findings ready after {_wait('/record'):.0f} s", flush=True)
        _run(load, given.people, given.adders, given.seconds, lambda: os.killpg(server.pid, signal.SIGKILL))
    _print(load)
    with _served(given.case):
        _wait("/keys", minutes=2)
        lost = _lost(load)
    print(f"acknowledged {len(load.acknowledged)}, lost after kill -9: {len(lost)}")


if __name__ == "__main__":
    main()
