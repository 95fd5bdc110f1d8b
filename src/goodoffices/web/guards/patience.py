"""HTTP with an end to patience: who sends or takes a request a letter at a time is cut off and stops nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

import h11
import msgspec
from uvicorn.protocols.http.h11_impl import H11Protocol

__all__ = ["Limits", "patient"]


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How long a connection may take.

    Attributes:
        head_seconds: For the whole head of a request, from the first moment of the connection.
        body_seconds: For a body, beside the time that its bytes take at `bytes_a_second`.
        bytes_a_second: The slowest line that bodies may come over.
        stalled_seconds: Without the other side taking anything of an answer.
        look_seconds: How often this is looked at.
        each: Connections at once from one address.
        free: Addresses for which `each` does not hold: this machine's, and those of proxies.
    """

    head_seconds: float = 20.0
    body_seconds: float = 30.0
    bytes_a_second: float = 4096.0
    stalled_seconds: float = 60.0
    look_seconds: float = 2.0
    each: int = 60
    free: Collection[str] = ()


class _Patient(H11Protocol):
    """One connection, watched from its beginning to its end."""

    limits = Limits()
    _doing = ""
    _since = 0.0
    _bytes = 0
    _watch: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn types it
        super().connection_made(transport)
        if self._is_one_too_many():
            transport.abort()
            return
        self._begin("head")
        self._watch = self.loop.call_later(self.limits.look_seconds, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._watch is not None:
            self._watch.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._bytes += len(data)
        super().data_received(data)

    def _is_one_too_many(self) -> bool:
        peer = self.client[0] if self.client else ""
        if not peer or peer in self.limits.free:
            return False
        mine = [each for each in self.connections if isinstance(each, _Patient) and each.client]
        return sum(each.client[0] == peer for each in mine if each.client) > self.limits.each

    def _begin(self, doing: str) -> None:
        self._doing, self._since, self._bytes = doing, self.loop.time(), 0

    def _look(self) -> None:
        if self.transport.is_closing():
            return
        if (doing := self._now()) != self._doing:
            self._begin(doing)
        elif self.loop.time() - self._since > self._allowed():
            self.transport.abort()
            return
        self._watch = self.loop.call_later(self.limits.look_seconds, self._look)

    def _now(self) -> str:
        if self.timeout_keep_alive_task is not None:
            return "rest"  # between requests: uvicorn has a limit of its own for that
        if self.cycle is None or self.cycle.response_complete:
            return "head"
        if self.flow.write_paused:
            return "taking"
        if self.conn.their_state is h11.SEND_BODY and not self.flow.read_paused:
            return "body"
        return "work"

    def _allowed(self) -> float:
        match self._doing:
            case "head":
                return self.limits.head_seconds
            case "body":
                return self.limits.body_seconds + self._bytes / self.limits.bytes_a_second
            case "taking":
                return self.limits.stalled_seconds
        return float("inf")


def patient(limits: Limits) -> type[asyncio.Protocol]:
    """Make the class of connections that a server takes.

    Args:
        limits: What holds for them.
    """
    return type("Patient", (_Patient,), {"limits": limits})
