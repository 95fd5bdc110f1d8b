"""What every answer carries, and the names that we answer to."""

from __future__ import annotations

import json
from collections.abc import Callable

from fastapi import HTTPException
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from goodoffices.web.errors import error_body
from goodoffices.web.settings import LOCAL, Settings

__all__ = ["POLICY", "Envelope"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing from another host, no script or style within a page, no frame around it."""

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


class Broken(Exception):  # noqa: N818  says it all
    """An answer that broke off; it says nothing of why."""


class Envelope:
    """ASGI middleware around the whole workbench.

    Args:
        app: What answers.
        settings: How the workbench is opened.
        alone: Tells whether nobody logs in. Then only this machine's own names are answered to: a page elsewhere could
            point a name of its own at this address (DNS rebinding).
        unforeseen: Makes the answer where our own code fails.
    """

    def __init__(
        self,
        app: ASGIApp,
        settings: Settings,
        *,
        alone: Callable[[], bool],
        unforeseen: Callable[[Request, BaseException], Response],
    ) -> None:
        self._app, self._settings, self._alone, self._unforeseen = app, settings, alone, unforeseen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        begun = False

        async def sealed(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                sent = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    if name not in sent:
                        sent[name] = value
            await send(message)

        if refused := await self._refused(scope, headers):
            await _plain(sealed, *refused, program=scope["path"].startswith("/api/"))
            return
        try:
            await self._app(scope, _counted(receive, self._settings.upload_bytes), sealed)
        except Exception as error:  # noqa: BLE001  whatever fails is answered for
            answer = self._unforeseen(Request(scope), error)
            if begun:
                raise Broken from None  # half an answer: the connection is cut, so that nobody takes it for a whole one
            await answer(scope, receive, sealed)

    async def _refused(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        if not await run_in_threadpool(self._answers_to, headers.get("host", "")):
            return 421, "This workbench does not answer to that name.\n"
        if _from_elsewhere(scope, headers):
            return 403, "This was asked for by a page of another site. Open the workbench itself.\n"
        if "content-length" in headers and "transfer-encoding" in headers:
            return 400, "A request says in one way how long it is.\n"  # else a proxy may take it for two
        if (length := headers.get("content-length", "")).isdecimal() and int(length) > self._settings.upload_bytes:
            most = f"{self._settings.upload_bytes / 1e6:,.0f} MB"
            return 413, f"A request may bring {most}. Hand it in in smaller parts, or use the command line.\n"
        if b"%00" in scope.get("raw_path", b"") or b"%00" in scope["query_string"] or "\0" in scope["path"]:
            return 400, "No address here holds the character NUL.\n"
        return None

    def _answers_to(self, host: str) -> bool:
        name = host.rsplit(":", 1)[0].strip("[]").casefold() if host.count(":") <= 1 or "]" in host else host
        if self._settings.hosts:
            return name in self._settings.hosts or name in LOCAL
        return name in LOCAL or not self._alone()


def _counted(receive: Receive, most: int) -> Receive:
    """Receive a body as long as it may be: one that does not say its length is cut off when too much has come."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413)  # whoever reads the body passes it on to those who answer errors
        return message

    return counted


def _from_elsewhere(scope: Scope, headers: Headers) -> bool:
    """Does a page of another site ask, for more than to be led here? Alone no cookie keeps it out."""
    if headers.get("sec-fetch-site", "none") in {"none", "same-origin"}:
        return False
    led = scope["method"] == "GET" and headers.get("sec-fetch-mode") == "navigate"
    return not (led and headers.get("sec-fetch-dest", "document") == "document")


async def _plain(send: Send, status: int, text: str, *, program: bool) -> None:
    body = json.dumps(error_body(status, text.strip())) if program else text
    answer = body.encode("utf-8")
    headers = [
        (b"content-type", b"application/json" if program else b"text/plain; charset=utf-8"),
        (b"content-length", str(len(answer)).encode("ascii")),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": answer})
