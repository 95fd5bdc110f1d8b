"""Serving the workbench: at this machine alone, or for users who log in."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from goodoffices.record import InputError

from .app import create_app
from .guards.patience import Limits, patient
from .settings import LOCAL, Settings

__all__ = ["run"]

_SECONDS_TO_FINISH = 5
"""For requests under way when the server is stopped."""


def run(settings: Settings, *, told: Callable[[str], None]) -> None:
    """Serve until interrupted.

    Args:
        settings: How the workbench is opened.
        told: Called with the lines that whoever started it should read.

    Raises:
        InputError: If others could reach it and nobody has to log in, or the port is taken.
    """
    app = create_app(settings)
    if app.state.bench.alone and settings.host not in LOCAL:
        app.state.bench.close()
        msg = (
            f"at {settings.host} others could reach this case and nobody would have to log in; "
            "make a user first: goodoffices case users CASE add NAME --role admin"
        )
        raise InputError(msg)
    _try_port(settings)
    told(f"The case is open at http://{_shown(settings.host)}:{settings.port}/ (Ctrl-C closes it)")
    # One process: writes of the case wait for each other anyway, and findings are merged in a process of their own.
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        http=patient(Limits(free=LOCAL | set(settings.proxies))),
        access_log=False,  # addresses name findings and searches: no line of them leaves the audit log
        server_header=False,
        timeout_keep_alive=15,
        h11_max_incomplete_event_size=64 * 1024,
        limit_concurrency=400,
        timeout_graceful_shutdown=_SECONDS_TO_FINISH,
        proxy_headers=False,  # whoever connects is who connects
    )


def _try_port(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            msg = (
                f"port {settings.port} at {settings.host} cannot be used ({error.strerror}); choose another with --port"
            )
            raise InputError(msg) from None


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
