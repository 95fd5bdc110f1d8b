"""The day that a page of the web states as its day of publication."""

from __future__ import annotations

import datetime as dt
import functools
import json
import tomllib
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import TYPE_CHECKING, Any, cast

from .dateline import read_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["page_date", "stated_day"]

_DEEP = 20


@functools.cache
def _places() -> dict[str, list[str]]:
    text = resources.files(__package__).joinpath("data/page.toml").read_text(encoding="utf-8")
    return cast("dict[str, list[str]]", tomllib.loads(text))


def page_date(tree: HtmlElement) -> dt.date | None:
    """Read the day of publication from `<meta>`, JSON-LD or `<time>`; None where the page states none."""
    return next((day for text in _stated(tree) if (day := stated_day(text))), None)


def stated_day(text: str) -> dt.date | None:
    """Read a date as metadata writes it: ISO 8601 with or without a time, or a full date in words."""
    try:
        return dt.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return read_day(text)


def _stated(tree: HtmlElement) -> Iterator[str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for name in ("property", "name", "itemprop"):
            metas.setdefault((meta.get(name) or "").lower(), meta.get("content") or "")
    yield from (metas[name] for name in _places()["meta"] if name in metas)
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            yield from _json_ld(script.text or "")
    for time in tree.iter("time"):
        if (time.get("itemprop") or "").lower() == "datepublished" or time.get("pubdate") is not None:
            yield time.get("datetime") or time.text or ""


def _json_ld(text: str) -> Iterator[str]:
    try:
        root = json.loads(text)
    except (ValueError, RecursionError):
        return
    found = {key: value for key, value in _pairs(root, 0) if isinstance(value, str)}
    yield from (found[key] for key in _places()["json_ld"] if key in found)


def _pairs(node: object, depth: int) -> Iterator[tuple[str, Any]]:
    """Every key and value of nested JSON, the outermost last, so that the page's own date wins over its parts'."""
    if depth > _DEEP:
        return
    children: Iterable[object] = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from _pairs(child, depth + 1)
    if isinstance(node, dict):
        yield from node.items()
