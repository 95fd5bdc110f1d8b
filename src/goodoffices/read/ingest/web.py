"""Fetching a page or a feed: the one place where reading reaches the network, and only for an address it was given."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException, HTTPMessage
from typing import IO

from goodoffices.record import UnreadableReport

from .handed import LIMIT_BYTES, Handed
from .reach import GuardedHTTP, GuardedHTTPS, is_public, public_only

__all__ = ["fetch", "is_address"]

_SECONDS = 20.0
_CHUNK_BYTES = 65_536
_AGENT = "goodoffices (reads news reports for a person)"


def is_address(source: str) -> bool:
    """Is it an address that can be fetched, and not a path?"""
    return source.lower().startswith(("http://", "https://"))


def fetch(url: str, *, linked_from: str | None = None) -> Handed:
    """Get what is at an address.

    Args:
        url: ``http://`` or ``https://``; nothing else is ever opened.
        linked_from: The feed that names `url`. A feed may send a reader anywhere, so what it links to must be on its
            own host or on a public one, never on a machine that only this network can reach.

    Within `goodoffices.read.ingest.reach.public_network_only` all addresses must be on the public network.

    Raises:
        UnreadableReport: If it cannot be had, takes too long, or is over the limit of size.
    """
    try:
        _require_allowed(url, linked_from)
        request = urllib.request.Request(url, headers={"User-Agent": _AGENT})  # noqa: S310  checked the line before
        with _opener(linked_from).open(request, timeout=_SECONDS) as answer:
            data = _read(answer)
            return Handed(name=url, data=data, media=answer.headers.get_content_type(), url=answer.geturl())
    except urllib.error.HTTPError as error:
        msg = f"cannot be fetched: the server answered {error.code} {error.reason}"
        raise UnreadableReport(msg) from None
    except (OSError, HTTPException, ValueError) as error:
        msg = f"cannot be fetched: {getattr(error, 'reason', error)}"
        raise UnreadableReport(msg) from None


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to where the first address could have led."""

    def __init__(self, linked_from: str | None) -> None:
        self._linked_from = linked_from

    def redirect_request(  # noqa: PLR0917  the signature is the library's
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        _require_allowed(newurl, self._linked_from)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(linked_from: str | None) -> urllib.request.OpenerDirector:
    """An opener without the handlers of files, FTP and data addresses."""
    opener = urllib.request.OpenerDirector()
    # A proxy looks names up itself, and is the one machine here that is connected to.
    guarded = public_only() and not urllib.request.getproxies()
    for handler in (
        urllib.request.ProxyHandler(),
        GuardedHTTP() if guarded else urllib.request.HTTPHandler(),
        GuardedHTTPS() if guarded else urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(linked_from),
    ):
        opener.add_handler(handler)
    return opener


def _require_allowed(url: str, linked_from: str | None) -> None:
    host = urllib.parse.urlsplit(url).hostname
    if not is_address(url) or not host:
        msg = f"{url!r} is no http or https address"
        raise ValueError(msg)
    own = linked_from is None or host == urllib.parse.urlsplit(linked_from).hostname
    if own and not public_only():
        return
    for *_, place in socket.getaddrinfo(host, None):
        if not is_public(str(place[0])):
            msg = (
                f"{host} is not on the public network"
                if own
                else f"the feed links to {host}, which is not on the public network"
            )
            raise ValueError(msg)


def _read(answer: IO[bytes]) -> bytes:
    deadline = time.monotonic() + _SECONDS
    pieces: list[bytes] = []
    size = 0
    while size <= LIMIT_BYTES and (piece := answer.read(_CHUNK_BYTES)):
        pieces.append(piece)
        size += len(piece)
        if time.monotonic() > deadline:
            msg = f"it is still sending after {_SECONDS:g} s"
            raise ValueError(msg)
    return b"".join(pieces)
