"""The workbench: one case, in the browser, for a team.

`create_app` needs the extra ``goodoffices[web]``; nothing is imported before it is asked for.
"""

from __future__ import annotations

import typing

from .settings import Settings

if typing.TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["Settings", "create_app"]


def create_app(settings: Settings) -> FastAPI:
    """Put the workbench over a case together; see `goodoffices.web.app.create_app`."""
    from .app import create_app as create  # noqa: PLC0415  FastAPI: only where a case is served

    return create(settings)
