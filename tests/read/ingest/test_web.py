"""Fetching: only http and https, only where a person or a public feed may send it, and never without end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from goodoffices.read.ingest import ingest, web
from goodoffices.record import Rejection, Report, UnreadableReport

PAGE = b"<html><body><article><h1>Talks resume</h1><p>The two delegations met in Cairo, officials said.</p></article>"


class _Site(BaseHTTPRequestHandler):
    """A page, a redirect to a file and one to itself, and nothing else."""

    def do_GET(self) -> None:
        """Answer by path."""
        places = {"/file": "file:///etc/hostname", "/circle": "/circle"}
        if self.path in places:
            self.send_response(302)
            self.send_header("Location", places[self.path])
        else:
            self.send_response(200 if self.path == "/page" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the library's
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server on this machine."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page(site: str) -> None:
    """A page is fetched and read, and keeps its address."""
    (report,) = ingest([f"{site}/page"])
    assert isinstance(report, Report)
    assert (report.title, report.url) == ("Talks resume", f"{site}/page")


@pytest.mark.parametrize(("path", "reason"), [("/none", "404"), ("/file", "not allowed"), ("/circle", "infinite loop")])
def test_what_cannot_be_had(site: str, path: str, reason: str) -> None:
    """A page that is not there, a redirect to a file and one without end are rejections."""
    (rejection,) = ingest([site + path])
    assert isinstance(rejection, Rejection)
    assert reason in rejection.reason


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://example.org/a", "data:text/plain,a", "http://"])
def test_other_addresses_are_never_opened(address: str) -> None:
    """Only http and https are fetched."""
    with pytest.raises(UnreadableReport, match="no http or https address"):
        web.fetch(address)


def test_a_public_feed_cannot_reach_this_network(site: str) -> None:
    """What a feed links to must be public, or on the feed's own host."""
    with pytest.raises(UnreadableReport, match="not on the public network"):
        web.fetch(f"{site}/page", linked_from="https://example.org/feed")
    assert web.fetch(f"{site}/page", linked_from=f"{site}/feed").data == PAGE


def test_no_server() -> None:
    """A server that is not there is a rejection."""
    with pytest.raises(UnreadableReport, match="cannot be fetched"):
        web.fetch("http://127.0.0.1:9/")
