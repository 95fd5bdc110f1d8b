"""The application: pages, calls and assets put together over one open workbench."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from goodoffices import __version__

from .api.answers import describe
from .assets import asset
from .errors import answer_errors, unforeseen
from .guards.envelope import Envelope
from .settings import Settings
from .workbench import Workbench

__all__ = ["PAGES", "create_app"]

PAGES = (
    "login",
    "home",
    "record",
    "findings",
    "rejected",
    "matrix",
    "timeline",
    "audience",
    "exporting",
    "search",
    "notes",
    "help",
    "reports",
    "report_inbox",
    "report_acts",
    "report_text",
    "report_add",
    "weigh",
    "weigh_model",
    "weigh_versions",
    "weigh_report",
    "thread",
    "draft",
    "draft_edit",
    "draft_bracket",
    "draft_versions",
    "draft_asked",
    "draft_deal",
    "draft_export",
    "users",
    "me",
    "log",
    "apidocs",
    "watch",
    "watch_begin",
    "watch_log",
    "watch_pairs",
    "watch_map",
    "watch_periods",
    "watch_day",
    "watch_export",
    "watch_incidents",
    "watch_obligation",
)
"""Modules of `pages`, each with a `router`."""

CALLS: tuple[str, ...] = (
    "notes",
    "session",
    "findings",
    "inbox",
    "reports",
    "adding",
    "draft",
    "draft_worth",
    "team",
    "export",
    "weigh",
    "watch",
)
"""Modules of `api`, each with a `router`; all of them stand under ``/api/v1``."""


def create_app(settings: Settings) -> FastAPI:
    """Put the workbench over a case together.

    Args:
        settings: How it is opened.

    Raises:
        CaseNotFound: If there is no case.
    """
    bench = Workbench(settings)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        yield
        bench.close()

    app = FastAPI(
        title="Good Offices",
        version=__version__,
        summary="A workbench for peace talks: one case, in the browser and for programs.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        redirect_slashes=False,  # that way leads over the name that the browser says we have
        lifespan=life,
    )
    app.state.bench = bench
    answer_errors(app)
    app.add_middleware(Envelope, settings=settings, alone=lambda: bench.alone, unforeseen=unforeseen)
    app.add_api_route("/static/{digest}/{name}", _static, include_in_schema=False)
    for name in PAGES:
        app.include_router(importlib.import_module(f"goodoffices.web.pages.{name}").router)
    for name in CALLS:
        app.include_router(importlib.import_module(f"goodoffices.web.api.{name}").router, prefix="/api/v1")
    app.openapi = describe(app)  # type: ignore[method-assign]  # FastAPI's own way of extending it
    return app


def _static(digest: str, name: str, request: Request) -> Response:
    found = asset(name)
    if found is None or found.digest != digest:
        raise HTTPException(404)
    headers = {"cache-control": "public, max-age=31536000, immutable", "etag": f'"{digest}"'}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    return Response(found.content, media_type=found.media, headers=headers)
