"""`goodoffices serve`: a case as a web application."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import click

from goodoffices.record import InputError

from .options import case_argument

__all__ = ["serve"]


@click.command()
@case_argument
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535), help="The port.")
@click.option(
    "--desk",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Models, texts and the watch book; CASE.desk else.",
)
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="A name under which it is reached; may be repeated."
)
@click.option("--proxy-header", default="", metavar="HEADER", help="A header in which a trusted proxy names the user.")
@click.option("--proxy", "proxies", multiple=True, metavar="ADDRESS", help="The address of that proxy; 127.0.0.1 else.")
@click.option("--https", is_flag=True, help="It is reached over HTTPS: cookies are sent over nothing else.")
def serve(
    *,
    case: str,
    host: str,
    port: int,
    desk: Path | None,
    names: tuple[str, ...],
    proxy_header: str,
    proxies: tuple[str, ...],
    https: bool,
) -> None:
    """Open a case in the browser.

    Alone on one's machine nobody logs in, and nobody else can reach it. For a team, make users first:
    goodoffices case users CASE add NAME.

    Example: goodoffices serve talks.goodoffices
    """
    _require_web()
    from goodoffices.web.serving import run  # noqa: PLC0415  FastAPI: only here
    from goodoffices.web.settings import Settings  # noqa: PLC0415  the same

    settings = Settings(
        case=case,
        host=host,
        port=port,
        desk=desk,
        hosts=tuple(name.casefold() for name in names),
        proxy_header=proxy_header,
        proxies=proxies or ("127.0.0.1", "::1"),
        secure=https,
    )
    run(settings, told=lambda line: click.echo(line, err=True))


def _require_web() -> None:
    if any(importlib.util.find_spec(name) is None for name in ("fastapi", "uvicorn", "itsdangerous", "multipart")):
        msg = "the workbench needs a web server; install it with: pip install 'goodoffices[web]'"
        raise InputError(msg)
