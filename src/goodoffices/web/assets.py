"""Styles, scripts and signs: put together once from the package, served from here, named by what is in them."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from importlib import resources

import msgspec

from goodoffices.brief.page_parts import package_text

__all__ = ["Asset", "asset", "asset_url"]

_BRIEF = "goodoffices.brief"
_WEB = "goodoffices.web"

_OWN = (
    *("frame", "forms", "lists", "rooms", "reports", "adding", "weighing", "drafting", "worth", "watching", "team"),
    "small",  # has the last word on narrow screens
)
_STYLES = (
    *((_BRIEF, f"style/{name}.css") for name in ("tokens", "page", "sections", "texts", "phone", "print")),
    *((_WEB, f"style/{name}.css") for name in _OWN),
)
_SHEET = tuple((_BRIEF, f"style/{name}.css") for name in ("sheet", "sheet_charts", "sheet_phone"))
"""The styles of reports of their own (of a deal, of keeping it): here they hold within ``.sheet-page`` alone."""
_DRAFTED = tuple(
    ("goodoffices.brief.drafting", f"style/{name}.css") for name in ("redline", "rolling", "charts", "narrow")
)
"""The styles of texts and redlines: here they hold within ``.drafted`` alone."""
_WATCHED = tuple(("goodoffices.brief.watching", f"style/{name}.css") for name in ("watch", "board", "charts", "narrow"))
"""The styles of the watch pages: here they hold within ``.watched`` alone."""
_MAPPED = tuple(("goodoffices.brief.watching.map", f"style/{name}.css") for name in ("ground", "map", "small"))
"""The styles of the map: here they hold within ``.mapped`` alone."""
_MAP = tuple(
    ("goodoffices.brief.watching.map", f"script/{name}.js") for name in ("start", "marks", "move", "filter", "panel")
)
"""The scripts of the map, which share one scope; a page of its own fetches them."""
_SCRIPTS = tuple(
    (_WEB, f"script/{name}.js")
    for name in ("keys", "copying", "marking", "files", "leaving", "weighing", "drafting", "watching")
)


class Asset(msgspec.Struct, frozen=True):
    """What a browser fetches besides pages: its content, its type, and a name that changes with it."""

    content: bytes
    media: str
    digest: str


@functools.cache
def asset(name: str) -> Asset | None:
    """One asset by its name, or None."""
    if name == "style.css":
        return _made(_style().encode("utf-8"), "text/css")
    if name == "script.js":
        parts = [(_WEB, "static/htmx.min.js"), *_SCRIPTS]
        return _made("\n".join(package_text(*part) for part in parts).encode("utf-8"), "text/javascript")
    if name == "map.js":
        return _made(
            ("{\n" + "\n".join(package_text(*part) for part in _MAP) + "\n}\n").encode("utf-8"), "text/javascript"
        )
    if name == "icon.svg":
        return _made(resources.files(_WEB).joinpath("static/icon.svg").read_bytes(), "image/svg+xml")
    return None


def _style() -> str:
    # Those of the workbench come last: they have the last word.
    texts = [package_text(*part) for part in _STYLES]
    sheet = "\n".join(package_text(*part) for part in _SHEET)
    drafted = "\n".join(package_text(*part) for part in _DRAFTED)
    watched, mapped = (_scoped(scope, parts) for scope, parts in ((".watched", _WATCHED), (".mapped", _MAPPED)))
    ours = sum(room == _BRIEF for room, _ in _STYLES)
    return "\n".join(
        [*texts[:ours], f".sheet-page {{\n{sheet}\n}}", f".drafted {{\n{drafted}\n}}", watched, mapped, *texts[ours:]]
    )


def _scoped(scope: str, parts: Iterable[tuple[str, str]]) -> str:
    """Styles that hold within one part of a page; what they set on the whole page is set there."""
    text = "\n".join(package_text(*part) for part in parts)
    text = text.replace(":root", "&").replace(".scripted ", ":root.scripted & ")
    return f"{scope} {{\n{text}\n}}"


def asset_url(name: str) -> str:
    """Where a page finds an asset; the name holds a hash of it, so that browsers may keep it for good."""
    found = asset(name)
    if found is None:
        msg = f"there is no asset {name!r}"
        raise KeyError(msg)
    return f"/static/{found.digest}/{name}"


def _made(content: bytes, media: str) -> Asset:
    return Asset(content, media, hashlib.sha256(content).hexdigest()[:16])
