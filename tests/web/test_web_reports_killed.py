"""A workbench that is killed: what it acknowledged is in the case afterwards, once."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from goodoffices.record import Marking
from goodoffices.record.store import create_case, open_case

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="processes are killed with a signal"),
]


@pytest.fixture
def address(tmp_path: Path) -> str:
    """An address that is free."""
    create_case(tmp_path / "talks.goodoffices").close()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return f"http://127.0.0.1:{port}"


def _serve(case: Path, address: str) -> subprocess.Popen[bytes]:
    port = address.rsplit(":", 1)[1]
    command = [sys.executable, "-m", "goodoffices", "serve", str(case), "--port", port]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        try:
            httpx.get(f"{address}/reports/inbox", headers={"hx-request": "true"})
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return process
    process.kill()
    msg = "the workbench did not start"
    raise AssertionError(msg)


def test_what_was_acknowledged_is_in_the_case_once_after_it_was_killed(tmp_path: Path, address: str) -> None:
    """Killed while it takes in and reads; opened again, it reads the rest by itself."""
    case = tmp_path / "talks.goodoffices"
    process = _serve(case, address)
    acknowledged: list[str] = []
    try:
        with httpx.Client(base_url=address) as client:
            page = client.get("/reports").text
            word = page.split('name="csrf" value="')[1][:64]
            for n in range(6):
                text = f"Russia and Ukraine met in Geneva for round {n}. They spoke of {n + 3} villages."
                said = {"marking": "CLEAR", "text": text, "title": f"Round {n}"}
                found = client.post("/api/v1/reports", json=said, headers={"x-csrf-token": word})
                assert found.status_code == 202
                acknowledged.append(f"Round {n}")
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not httpx.get(f"{address}/api/v1/reports").json()["total"]:
            time.sleep(0.02)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    process = _serve(case, address)
    try:
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline:
            counts = httpx.get(f"{address}/api/v1/inbox").json()["counts"]
            if counts["done"] == len(acknowledged):
                break
            time.sleep(0.2)
    finally:
        process.terminate()
        process.wait()
    with open_case(case) as store:
        assert sorted(each.title for each in store.view(Marking.RED).reports()) == acknowledged
        assert len(store.audit_log(act="add")) == len(acknowledged)
        assert not list(store.faults())
