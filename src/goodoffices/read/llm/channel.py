"""The one way out: requests to one address, with one key, and answers of bounded size.

The libraries that speak the protocols read addresses, keys and headers from the environment, follow redirections and
use proxies. None of that may send a report elsewhere than was said, so every request passes here last.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import httpx2

if TYPE_CHECKING:
    from .endpoint import Endpoint

__all__ = ["ANSWER_BYTES", "Astray", "Overflow", "open_channel"]

ANSWER_BYTES = 4_000_000
"""Largest answer that is taken: many times what a model writes about one part of a report."""
_HEADERS = frozenset(
    {"accept", "anthropic-beta", "anthropic-version", "connection", "content-length", "content-type", "host"}
    | {"transfer-encoding"}
)
"""Headers that go out; whatever else the libraries add (telemetry, organisations, other keys) stays here."""


class Astray(httpx2.RequestError):
    """A request that would have gone elsewhere."""


class Overflow(httpx2.RequestError):
    """An answer that is too large, or packed so that nobody can tell."""


class _Bounded(httpx2.AsyncByteStream):
    """A stream that breaks off where it grows too long."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for chunk in self._stream:
            size += len(chunk)
            if size > ANSWER_BYTES:
                msg = f"the answer has more than {ANSWER_BYTES:,} bytes"
                raise Overflow(msg)
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


class _Guarded(httpx2.AsyncBaseTransport):
    """Lets requests to one address through, with the headers that are meant."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, endpoint: Endpoint, key: str | None) -> None:
        self._inner = inner
        self._base = httpx2.URL(endpoint.url)
        self._key = {} if key is None else _key_header(endpoint, key)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        if _place(request.url) != _place(self._base):
            msg = f"a request would have gone to {request.url.host}, not to {self._base.host}"
            raise Astray(msg, request=request)
        headers = {name: value for name, value in request.headers.items() if name in _HEADERS}
        headers |= {"accept-encoding": "identity", "user-agent": "goodoffices"} | self._key
        sent = httpx2.Request(
            request.method, request.url, headers=headers, stream=request.stream, extensions=request.extensions
        )
        response = await self._inner.handle_async_request(sent)
        assert isinstance(response.stream, httpx2.AsyncByteStream)  # noqa: S101  for the type checker
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.stream.aclose()
            msg = "the answer is packed, though it was asked for plain"
            raise Overflow(msg, request=request)
        stream = _Bounded(response.stream)
        return httpx2.Response(
            response.status_code, headers=response.headers, stream=stream, extensions=response.extensions
        )

    async def aclose(self) -> None:
        await self._inner.aclose()


def _place(url: httpx2.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _key_header(endpoint: Endpoint, key: str) -> dict[str, str]:
    return {"x-api-key": key} if endpoint.dialect == "anthropic" else {"authorization": f"Bearer {key}"}


def open_channel(endpoint: Endpoint, key: str | None, *, timeout_seconds: float) -> httpx2.AsyncClient:
    """Open the way to an endpoint; to be closed with `async with`.

    Args:
        endpoint: Where it leads. A local one is reached directly, past any proxy of the environment.
        key: Its key, or None.
        timeout_seconds: How long to wait for a connection, and for each piece of an answer.
    """
    plain = httpx2.AsyncHTTPTransport(trust_env=False, uds=endpoint.socket)
    if not endpoint.local and (proxy := _proxy(endpoint)):
        plain = httpx2.AsyncHTTPTransport(trust_env=False, proxy=proxy)
    guarded = _Guarded(plain, endpoint, key)
    return httpx2.AsyncClient(
        transport=guarded, timeout=timeout_seconds, follow_redirects=False, trust_env=False, max_redirects=0
    )


def _proxy(endpoint: Endpoint) -> str | None:
    """The proxy that a site demands for what leaves it, as its environment names it."""
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415  only where something leaves this machine

    host = httpx2.URL(endpoint.url).host
    return None if endpoint.socket or proxy_bypass(host) else getproxies().get(httpx2.URL(endpoint.url).scheme)
