"""The calls of the API as a page: read from its OpenAPI document, without anything of another host."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from fastapi import APIRouter, FastAPI, Request
from starlette.responses import Response

from goodoffices.web.asking import Reader
from goodoffices.web.rendering import page

__all__ = ["Call", "Field", "Part", "Shape", "TypeTold", "calls_by_part", "router", "types_told"]

router = APIRouter(include_in_schema=False)

_Document = Mapping[str, Any]


class Shape(msgspec.Struct, frozen=True):
    """What a value is, in words, and the type that says more, if any."""

    words: str
    link: str = ""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter of a call or a field of a type."""

    name: str
    shape: Shape
    notes: str = ""


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One call."""

    id: str
    method: str
    path: str
    words: str
    fields: tuple[Field, ...]
    body: Shape | None
    status: str
    answer: Shape | None


class Part(msgspec.Struct, frozen=True):
    """The calls of one room."""

    name: str
    calls: tuple[Call, ...]


class TypeTold(msgspec.Struct, frozen=True, kw_only=True):
    """A named type: its fields, or (of one that has none) what it is."""

    name: str
    words: str
    fields: tuple[Field, ...]
    shape: Shape


@router.get("/api/docs")
def show(who: Reader, request: Request) -> Response:
    """The page."""
    parts, types = _read(request.app)
    return page(who, "apidocs.html.j2", here="/api/docs", parts=parts, types=types)


@functools.lru_cache(maxsize=4)
def _read(app: FastAPI) -> tuple[tuple[Part, ...], tuple[TypeTold, ...]]:
    document = app.openapi()
    return calls_by_part(document), types_told(document)


def calls_by_part(document: _Document) -> tuple[Part, ...]:
    """The calls of a document, by their first tag, in the order in which they stand."""
    parts: dict[str, list[Call]] = {}
    for path, calls in document["paths"].items():
        for method, told in calls.items():
            parts.setdefault(next(iter(told.get("tags", [])), "other"), []).append(_call(path, method, told))
    return tuple(Part(name, tuple(calls)) for name, calls in parts.items())


def _call(path: str, method: str, told: _Document) -> Call:
    answers: dict[str, dict[str, Any]] = told["responses"]
    status = next((code for code in answers if code[0] == "2"), "200")
    answered = answers.get(status, {})
    body = told.get("requestBody", {}).get("content")
    return Call(
        id=_anchor(f"{method}-{path}"),
        method=method.upper(),
        path=path,
        words=" ".join(told.get("description", told.get("summary", "")).split("Raises:")[0].split()),
        fields=tuple(
            Field(name=each["name"], shape=_shape(each["schema"]), notes=_notes(each["schema"], each))
            for each in told.get("parameters", [])
        ),
        body=_of_content(body) if body else None,
        status=status,
        answer=_of_content(answered["content"]) if answered.get("content") else None,
    )


def _of_content(content: _Document) -> Shape:
    if set(content) == {"application/json"}:
        return _shape(content["application/json"]["schema"])
    return Shape(" or ".join(content))


def types_told(document: _Document) -> tuple[TypeTold, ...]:
    """The named types of a document, by name."""
    schemas = document.get("components", {}).get("schemas", {})
    return tuple(_type(name, schema) for name, schema in sorted(schemas.items()))


def _type(name: str, schema: _Document) -> TypeTold:
    needed = set(schema.get("required", ()))
    fields = tuple(
        Field(name=key, shape=_shape(each), notes=_notes(each, {"required": key in needed}))
        for key, each in schema.get("properties", {}).items()
    )
    words = schema.get("description", "").split("\n\n")[0]
    return TypeTold(name=name, words=" ".join(words.split()), fields=fields, shape=_shape(schema))


def _shape(schema: _Document) -> Shape:
    if ref := schema.get("$ref"):
        name = ref.rpartition("/")[2]
        return Shape(name, name)
    if given := schema.get("enum") or [schema[key] for key in ("const",) if key in schema]:
        return Shape(" | ".join(str(each) for each in given))
    if several := schema.get("anyOf") or schema.get("oneOf"):
        shapes = [_shape(each) for each in several]
        links = [each.link for each in shapes if each.link]
        return Shape(" or ".join(each.words for each in shapes), links[0] if len(links) == 1 else "")
    return _of_kind(schema)


def _of_kind(schema: _Document) -> Shape:
    match schema.get("type"):
        case "array":
            inner = _shape(schema["items"]) if schema.get("items") else _tuple(schema)
            return Shape(f"list of {inner.words}", inner.link)
        case "object" if isinstance(schema.get("additionalProperties"), dict):
            inner = _shape(schema["additionalProperties"])
            return Shape(f"mapping to {inner.words}", inner.link)
        case str(kind):
            return Shape(_FORMATS.get(schema.get("format", ""), kind))
    return Shape("any value")


_FORMATS = {"date-time": "moment", "date": "day", "binary": "file"}


def _tuple(schema: _Document) -> Shape:
    parts = [_shape(each) for each in schema.get("prefixItems", ())]
    return Shape(", ".join(each.words for each in parts) or "any value")


def _notes(schema: _Document, told: _Document) -> str:
    return ", ".join(_noted(schema, told))


def _noted(schema: _Document, told: _Document) -> Iterator[str]:
    if where := told.get("in"):
        yield f"in the {where}"
    if told.get("required"):
        yield "needed"
    if "default" in schema and schema["default"] not in ("", None, [], {}):
        yield f"else {schema['default']}"
    for key, words in (("minimum", "from"), ("maximum", "up to"), ("maxLength", "characters at most:")):
        if key in schema:
            yield f"{words} {schema[key]:,}"


def _anchor(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
