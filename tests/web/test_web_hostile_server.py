"""Slow clients and half requests: who sends a letter at a time is cut off, and stops nobody else."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from goodoffices.web import Settings, create_app
from goodoffices.web.guards.patience import Limits, patient

_SLOW = 30


@pytest.fixture
def port(case: Path) -> Iterator[int]:
    """A workbench that listens, with less patience than it has for people."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = int(probe.getsockname()[1])
    limits = Limits(
        head_seconds=1.0,
        body_seconds=1.0,
        bytes_a_second=100_000,
        stalled_seconds=1.0,
        look_seconds=0.2,
        each=_SLOW + 8,
    )
    app = create_app(Settings(case=str(case), port=number))
    config = uvicorn.Config(
        app, port=number, log_level="error", http=patient(limits), h11_max_incomplete_event_size=65536
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield number
    server.should_exit = True
    thread.join(timeout=20)


def connected(port: int) -> socket.socket:
    """A connection."""
    made = socket.create_connection(("127.0.0.1", port), timeout=5)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made


def fetched(port: int, path: str = "/keys") -> tuple[int, float]:
    """The status of a page, and the seconds that it took."""
    began = time.monotonic()
    with connected(port) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while part := line.recv(65536):
            answer += part
    return int(answer.split()[1]), time.monotonic() - began


def is_cut_off(line: socket.socket, seconds: float) -> bool:
    """Does the other side hang up within some seconds?"""
    line.settimeout(seconds)
    try:
        while True:
            if not line.recv(65536):
                return True
    except ConnectionError:
        return True
    except TimeoutError:
        return False


_FORM = b"Content-Length: 100000\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\ncsrf="
_HOST = b"Host: 127.0.0.1\r\n"
_TWICE = b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /log HTTP/1.1\r\n\r\n"


@pytest.mark.parametrize(
    "begun",
    [b"", b"GET / HTTP/1.1\r\n" + _HOST + b"X-Slow: ", b"POST /seen HTTP/1.1\r\n" + _HOST + _FORM],
    ids=["nothing", "head", "body"],
)
def test_slow_connections_stop_nobody_and_are_cut_off(port: int, begun: bytes) -> None:
    """Thirty of them, each with a letter now and then: pages come as before, and the thirty are gone soon."""
    lines = [connected(port) for _ in range(_SLOW)]
    for line in lines:
        line.sendall(begun)
    status, seconds = fetched(port)
    assert status == 200
    assert seconds < 3
    for _ in range(3):
        time.sleep(0.3)
        for line in lines:
            with contextlib.suppress(OSError):
                line.sendall(b"a" if begun else b"")
    assert all(is_cut_off(line, 3) for line in lines)
    for line in lines:
        line.close()
    assert fetched(port)[0] == 200


def test_no_address_has_all_connections(port: int) -> None:
    """Beyond a number, further connections of one address are hung up on; when some have gone, it goes on."""
    lines = [connected(port) for _ in range(_SLOW + 8)]
    time.sleep(0.3)
    with connected(port) as late:
        assert is_cut_off(late, 0.5)
    for line in lines:
        line.close()
    time.sleep(0.3)
    assert fetched(port)[0] == 200


def test_an_endless_head_or_address_is_refused(port: int) -> None:
    """A head beyond 64 KB gets no further."""
    for begun in (b"GET /" + b"a" * 200_000, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X-A: b\r\n" * 30_000):
        with connected(port) as line:
            try:
                line.sendall(begun)
            except OSError:
                continue
            line.settimeout(3)
            try:
                answer = line.recv(65536)
            except ConnectionError:
                continue
            assert answer.startswith(b"HTTP/1.1 400") or not answer
    assert fetched(port)[0] == 200


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET / HTTP/1.1\r\n" + _HOST + _TWICE,
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ],
    ids=["smuggled", "two hosts", "no host", "TLS", "bytes"],
)
def test_what_is_no_request_gets_no_page(port: int, request_bytes: bytes) -> None:
    """Ambiguous or broken requests are refused, and never taken for two."""
    with connected(port) as line:
        line.sendall(request_bytes)
        line.settimeout(3)
        try:
            answer = line.recv(65536)
        except (TimeoutError, ConnectionError):
            answer = b""
    assert answer.count(b"HTTP/1.1 ") <= 1
    assert not answer.startswith(b"HTTP/1.1 5")
    assert fetched(port)[0] == 200


def test_a_reader_who_takes_nothing_is_cut_off(port: int) -> None:
    """An answer that nobody takes does not stay for good."""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        line.connect(("127.0.0.1", port))
        asked = b"GET /api/openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        line.sendall(asked * 200)
        time.sleep(4)
        assert is_cut_off(line, 5)
    assert fetched(port)[0] == 200
