"""Alerts: each once, to standard output, a file or a webhook; one that does not arrive is tried again."""

from __future__ import annotations

import datetime as dt
import http.server
import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.watch.agreement import parse_agreement
from goodoffices.watch.alerts import Notice, notices, send
from goodoffices.watch.errors import AgreementError, WatchError
from goodoffices.watch.log import Happening, What, log_of

AGREEMENT = parse_agreement(
    """
agreement: Port Selene
in force: 2026-03-01
parties: [North]
obligations:
  - {id: ceasefire, owes: North, act: cease fire, duty: refrain, verified by: Commission}
  - {id: withdrawal, owes: North, act: withdraw, due: 2026-03-31}
alerts:
  - {id: broken, when: ceasefire is breached, say: The ceasefire is broken}
  - {id: soon, due within: 3 days}
"""
)


def at(text: str) -> dt.datetime:
    """An instant in UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def said(what: What, when: str) -> Happening:
    """What the Commission says of the ceasefire."""
    return Happening(
        what=what, subject="ceasefire", earliest=at(when), latest=at(when), known=at(when), by="Commission"
    )


def test_a_rule_speaks_each_time_that_its_condition_comes_to_hold() -> None:
    """Two breaches, one put right between them: two alerts, dated."""
    log = log_of(
        [said(What.BREACHED, "2026-03-05"), said(What.REMEDIED, "2026-03-08"), said(What.BREACHED, "2026-03-20")]
    )
    found = notices(AGREEMENT, log, on=at("2026-03-25"))
    assert [(each.alert, each.at.day, each.words) for each in found] == [
        ("broken", 5, "The ceasefire is broken"),
        ("broken", 20, "The ceasefire is broken"),
    ]


@pytest.mark.parametrize(
    ("on", "expected"), [("2026-03-28", 0), ("2026-03-29", 1), ("2026-03-31", 1), ("2026-04-01", 0)]
)
def test_a_deadline_that_is_near_is_told_while_it_is_ahead(on: str, expected: int) -> None:
    """Due at the end of 31 March: from 29 March on."""
    found = notices(AGREEMENT, log_of([]), on=at(on))
    assert len(found) == expected
    assert all(each.words == "withdrawal is due on 2026-03-31: withdraw" for each in found)


NOTICE = Notice("broken", "", at("2026-03-05"), "The ceasefire is broken")


def test_an_alert_goes_out_once(tmp_path: Path) -> None:
    """To standard output and to a file, each once."""
    memory, out, file = tmp_path / "sent", io.StringIO(), tmp_path / "alerts.txt"
    for _ in range(2):
        first = send([NOTICE], "-", memory, out=out)
        send([NOTICE], str(file), memory)
    assert out.getvalue() == "2026-03-05 00:00  The ceasefire is broken\n"
    assert file.read_text() == out.getvalue()
    assert (first.sent, first.before) == ((), 1)


class _Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        """Take an alert; the first time the hook is out of order."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.got.append(body)  # type: ignore[attr-defined]
        self.send_response(503 if len(self.server.got) == 1 else 204)  # type: ignore[attr-defined]
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def hook() -> Iterator[http.server.HTTPServer]:
    """A webhook on this machine."""
    server = http.server.HTTPServer(("127.0.0.1", 0), _Hook)
    server.got = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_webhook_that_is_out_of_order_gets_the_alert_the_next_time(
    tmp_path: Path, hook: http.server.HTTPServer
) -> None:
    """Failed, then sent, then not again."""
    to = f"http://127.0.0.1:{hook.server_address[1]}/alerts"
    results = [send([NOTICE], to, tmp_path / "sent") for _ in range(3)]
    assert [(len(each.sent), each.before, len(each.failed)) for each in results] == [(0, 0, 1), (1, 0, 0), (0, 1, 0)]
    assert hook.got[-1]["words"] == "The ceasefire is broken"  # type: ignore[attr-defined]


@pytest.mark.parametrize("to", ["ftp://127.0.0.1/x", "file:///etc/hostname", "/no/such/folder/alerts.txt"])
def test_where_nothing_can_go_is_told_with_the_reason(tmp_path: Path, to: str) -> None:
    """And nothing is noted as sent."""
    result = send([NOTICE], to, tmp_path / "sent")
    assert len(result.failed) == 1
    assert not (tmp_path / "sent").exists()


def test_without_a_memory_nothing_can_be_sent_once(tmp_path: Path) -> None:
    """That is an error and not two alerts."""
    with pytest.raises(WatchError, match="sent twice"):
        send([NOTICE], "-", tmp_path / "no" / "sent", out=io.StringIO())


@pytest.mark.parametrize(
    "rule", ["{id: a}", "{id: a, when: x happened, due within: 3 days}", "{id: a, when: b is active}"]
)
def test_a_rule_that_makes_no_sense_is_refused(rule: str) -> None:
    """Neither or both, or a name of nothing."""
    with pytest.raises(AgreementError):
        parse_agreement(f"agreement: x\nin force: 2026-03-01\nalerts:\n  - {rule}")
