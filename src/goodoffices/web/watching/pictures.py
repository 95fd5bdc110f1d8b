"""Drawings of the room as pictures: with the colours that the page takes from its styles written into the drawing."""

from __future__ import annotations

import functools
import re

from goodoffices.brief.page_parts import package_text
from goodoffices.brief.watching.html import STYLES
from goodoffices.brief.watching.map.html import STYLES as MAP_STYLES
from goodoffices.desk.tables import to_png
from goodoffices.record import Marking

__all__ = ["picture_of"]

_VARIABLE = re.compile(r"var\((--[\w-]+)\)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_DRAWN = frozenset(
    [
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-opacity",
        "stroke-dasharray",
        "stroke-linejoin",
        "stroke-linecap",
        "font-weight",
        "font-style",
        "paint-order",
        "letter-spacing",
    ]
)
_PLAIN = re.compile(r"[\w\s.#,\-]+")


def picture_of(svg: str, *, title: str, marking: Marking) -> bytes:
    """Draw a chart or the map as a picture, in the colours of the light page.

    Args:
        svg: The drawing.
        title: What stands above it.
        marking: Who may be shown it.
    """
    opened = svg.index(">") + 1
    return to_png(f"{svg[:opened]}<style>{_style()}</style>{svg[opened:]}", title=title, marking=marking)


@functools.cache
def _style() -> str:
    """The rules for drawings, of all styles of the room, with the values of the light page."""
    text = "\n".join(package_text(*part) for part in (("goodoffices.brief", "style/tokens.css"), *STYLES, *MAP_STYLES))
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    light = _without_media(text)
    values = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", light))
    rules = []
    for selector, body in _RULE.findall(light):
        kept = [part for part in body.split(";") if part.partition(":")[0].strip() in _DRAWN]
        wanted = [one.strip() for one in selector.split(",") if _PLAIN.fullmatch(one.strip())]
        if kept and wanted:
            said = ";".join(_VARIABLE.sub(lambda found: values.get(found[1], "#000"), part.strip()) for part in kept)
            rules.append(f"{','.join(wanted)}{{{said}}}")
    # A picture knows no vector-effect: what is drawn at the size of one is scaled with its outline.
    return "".join([*rules, ".mark{stroke-width:0.12}", ".m-several{stroke-width:0.16}"])


def _without_media(text: str) -> str:
    """Leave out what holds for the dark, for paper and for phones alone."""
    kept, depth, at = [], 0, 0
    while at < len(text):
        if not depth and text.startswith("@media", at):
            depth, at = 1, text.index("{", at) + 1
            while depth:
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
            continue
        kept.append(text[at])
        at += 1
    return "".join(kept)
