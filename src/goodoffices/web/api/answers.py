"""Answers and questions of the calls: typed by the record's own structs, told to OpenAPI as they are."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import msgspec
from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response

from goodoffices.record import InputError

__all__ = ["Failure", "Problem", "answer", "body", "describe", "taken", "told"]

T = TypeVar("T")

_TYPES: dict[str, Any] = {}
_TOLD = "x-type"
"""Stands in a route for the schema of a type, until all types are known."""
_LARGEST = 20 * 1024 * 1024


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong: the HTTP status, its name, and one sentence that says what to do."""

    status: int
    title: str
    message: str


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """The one shape of all errors."""

    error: Problem


def answer(value: object, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Write an answer as JSON."""
    return Response(msgspec.json.encode(value), status_code=status, media_type="application/json", headers=headers)


def told(kind: Any, words: str, *, status: int = 200) -> dict[int | str, dict[str, Any]]:  # noqa: ANN401  any type that msgspec knows
    """Say to OpenAPI what a call answers; errors are said along with it.

    Args:
        kind: The type of the answer.
        words: What it is.
        status: Its HTTP status.
    """
    return {
        status: {"description": words, "content": {"application/json": {"schema": _reference(kind)}}},
        "4XX": {
            "description": "What was asked cannot be done; the sentence says why and what to do",
            "content": {"application/json": {"schema": _reference(Failure)}},
        },
        "503": {
            "description": "The findings are being put together; Retry-After says when to ask again",
            "content": {"application/json": {"schema": _reference(Failure)}},
        },
    }


def taken(kind: Any) -> dict[str, Any]:  # noqa: ANN401  the same
    """Say to OpenAPI what the body of a call is."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": _reference(kind)}}}}


def body(kind: type[T]) -> Callable[[Request], Coroutine[Any, Any, T]]:
    """Make a dependency that reads the body of a call.

    Raises:
        InputError: When a body does not fit; the sentence says where.
    """

    async def read(request: Request) -> T:
        content = await request.body()
        if len(content) > _LARGEST:
            msg = f"the body is larger than {_LARGEST // (1024 * 1024)} MB; send less at once"
            raise InputError(msg)
        try:
            return msgspec.json.decode(content, type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            msg = f"the body does not fit: {error}"
            raise InputError(msg) from None

    return read


def describe(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """Make the function that writes the OpenAPI document, with the types of answers and bodies in it."""

    def write() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
            components = document.setdefault("components", {})
            schemas = components.setdefault("schemas", {})
            for name in ("HTTPValidationError", "ValidationError"):
                schemas.pop(name, None)
            # All at once: where two rooms name a type alike, only then are their names told apart.
            written, ours = msgspec.json.schema_components(_TYPES.values(), ref_template="#/components/schemas/{name}")
            schemas.update(ours)
            document["paths"] = _filled_in(document["paths"], dict(zip(_TYPES, written, strict=True)))
            components["securitySchemes"] = {
                "token": {"type": "http", "scheme": "bearer", "description": "A token of POST /api/v1/session"}
            }
            document["security"] = [{"token": []}, {}]
            _without_validation_errors(document)
            app.openapi_schema = document
        return app.openapi_schema

    return write


def _without_validation_errors(document: dict[str, Any]) -> None:
    # FastAPI names its own shape for what it finds wrong; ours is the 4XX of every call.
    for path in document.get("paths", {}).values():
        for call in path.values():
            call.get("responses", {}).pop("422", None)


def _filled_in(part: Any, written: dict[str, dict[str, Any]]) -> Any:  # noqa: ANN401  any part of the document
    if isinstance(part, dict):
        if _TOLD in part:
            return written[part[_TOLD]]
        return {key: _filled_in(each, written) for key, each in part.items()}
    return [_filled_in(each, written) for each in part] if isinstance(part, list) else part


def _reference(kind: Any) -> dict[str, Any]:  # noqa: ANN401  the same
    _TYPES[str(kind)] = kind
    return {_TOLD: str(kind)}
