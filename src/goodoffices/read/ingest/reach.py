"""How far fetching reaches: to any machine, or to the public network alone.

A person at their own machine may have it read a page of their own network. A server that fetches for others must not:
an address that they hand in, a redirect, a feed, or a name that resolves to another machine the second time it is
asked for (DNS rebinding) would let them look at what only the server can reach. So the address that is connected to is
the one that was looked at.
"""

from __future__ import annotations

import contextlib
import contextvars
import http.client
import ipaddress
import socket
import ssl
import urllib.request
from collections.abc import Iterator
from typing import Any

__all__ = ["GuardedHTTP", "GuardedHTTPS", "is_public", "public_network_only", "public_only"]

_PUBLIC_ONLY: contextvars.ContextVar[bool] = contextvars.ContextVar("goodoffices_public_only", default=False)

_PORTS = frozenset({80, 443, 8080, 8443})
"""Where pages are served: other ports speak other protocols, that an address could be made to speak."""

_WRAPPED = tuple(
    ipaddress.ip_network(each) for each in ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16")
)
"""IPv6 addresses that stand for an IPv4 address, which may be anywhere."""


@contextlib.contextmanager
def public_network_only() -> Iterator[None]:
    """Fetch from the public network alone, for as long as this lasts."""
    token = _PUBLIC_ONLY.set(True)
    try:
        yield
    finally:
        _PUBLIC_ONLY.reset(token)


def public_only() -> bool:
    """Does fetching reach the public network alone?"""
    return _PUBLIC_ONLY.get()


def is_public(address: str) -> bool:
    """Is a numeric address one of the public network: not this machine's, a private, a link-local or a special one?"""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and any(found in each for each in _WRAPPED):
        return False
    return found.is_global and not found.is_multicast


def _connected(
    place: tuple[str, int], timeout: float | None = None, _source: object = None, **_options: object
) -> socket.socket:
    """Connect as `socket.create_connection` does, to an address that was looked at.

    Raises:
        OSError: If there is no public address behind the name, or none of them answers.
    """
    host, port = place
    if port not in _PORTS:
        msg = f"pages are fetched from the ports {', '.join(map(str, sorted(_PORTS)))} alone, not from {port}"
        raise OSError(msg)
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not all(is_public(str(where[0])) for *_, where in found):
        msg = f"{host} is not on the public network"
        raise OSError(msg)
    problem = OSError(f"{host} has no address")
    for family, kind, protocol, _, where in found:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(timeout)
            sock.connect(where)
        except OSError as error:
            sock.close()
            problem = error
        else:
            return sock
    raise problem


class _Plain(http.client.HTTPConnection):
    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  the library's own
        super().__init__(*args, **options)
        self._create_connection = _connected


class _Sealed(http.client.HTTPSConnection):
    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  the same
        super().__init__(*args, **options)
        self._create_connection = _connected


class GuardedHTTP(urllib.request.HTTPHandler):
    """Opens ``http://`` addresses of the public network."""

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Open one."""
        return self.do_open(_Plain, req)


class GuardedHTTPS(urllib.request.HTTPSHandler):
    """Opens ``https://`` addresses of the public network."""

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Open one."""
        return self.do_open(_Sealed, req, context=ssl.create_default_context())
