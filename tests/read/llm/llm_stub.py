"""An OpenAI-compatible server on a loopback address that answers as it is told, truly or not."""

from __future__ import annotations

import contextlib
import json
import socketserver
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = ["Reply", "Stub", "serve"]


class Reply:
    """One answer of the stub: entries as JSON, or any text, status, headers and raw body."""

    def __init__(
        self,
        entries: Mapping[str, Any] | str = "",
        *,
        status: int = 200,
        raw: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        after_seconds: float = 0.0,
        drip_seconds: float = 0.0,
    ) -> None:
        self.text = entries if isinstance(entries, str) else json.dumps(entries)
        self.status = status
        self.raw = raw
        self.headers = dict(headers or {})
        self.after_seconds = after_seconds
        self.drip_seconds = drip_seconds

    def body(self, path: str) -> bytes:
        """The bytes that go out, in the protocol of the path that was asked."""
        if self.raw is not None:
            return self.raw
        if self.status != 200:
            return json.dumps({"error": {"message": "no sk-secret-key for you", "type": "x"}}).encode()
        return json.dumps(_message(self.text) if path.endswith("/messages") else _completion(self.text)).encode()


def _completion(text: str) -> dict[str, Any]:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return {
        "id": "c1",
        "object": "chat.completion",
        "created": 1,
        "model": "stub",
        "choices": [choice],
        "usage": usage,
    }


def _message(text: str) -> dict[str, Any]:
    return {
        "id": "m1",
        "type": "message",
        "role": "assistant",
        "model": "stub",
        "content": [{"type": "text", "text": text}],
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": 1, "output_tokens": 1},
    }


class Stub:
    """A running server; what it was asked is kept.

    Attributes:
        url: Its base address.
        asked: Each request: its path, headers (names in small letters) and JSON body.
        answers: What it answers next; the last one again and again.
    """

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.answers: list[Reply | Callable[[str], Reply]] = [Reply({})]
        self.over = threading.Event()

    def say(self, *answers: Reply | Mapping[str, Any] | str | Callable[[str], Reply]) -> None:
        """Set what it answers from now on."""
        self.answers = [each if isinstance(each, Reply) or callable(each) else Reply(each) for each in answers]

    def sent(self) -> str:
        """All text of all messages that it was sent."""
        return json.dumps([body for _, _, body in self.asked])

    def prompts(self) -> Sequence[str]:
        """What the user's part of each request said."""
        return [_text(body["messages"][-1]["content"]) for _, _, body in self.asked]

    def next(self, prompt: str) -> Reply:
        """The answer whose turn it is."""
        answer = self.answers[0] if len(self.answers) == 1 else self.answers.pop(0)
        return answer if isinstance(answer, Reply) else answer(prompt)


def _text(content: Any) -> str:
    return content if isinstance(content, str) else "".join(part.get("text", "") for part in content)


def _handler(stub: Stub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers.get("content-length", 0))
            body = json.loads(self.rfile.read(size))
            stub.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            reply = stub.next(_text(body["messages"][-1]["content"]))
            stub.over.wait(reply.after_seconds)
            with contextlib.suppress(OSError):  # whoever asked may have hung up
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            body = reply.body(self.path)
            self.send_response(reply.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if not reply.drip_seconds:
                self.wfile.write(body)
                return
            for byte in body:
                if stub.over.is_set():
                    return
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(reply.drip_seconds)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return Handler


class _SocketServer(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    """The same at a Unix socket."""


@contextlib.contextmanager
def serve(socket: str | None = None) -> Iterator[Stub]:
    """Run a stub on a free port of 127.0.0.1, or at a Unix socket."""
    stub = Stub()
    server = _SocketServer(socket, _handler(stub)) if socket else ThreadingHTTPServer(("127.0.0.1", 0), _handler(stub))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    stub.url = f"unix:{socket}" if socket else f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield stub
    finally:
        stub.over.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
