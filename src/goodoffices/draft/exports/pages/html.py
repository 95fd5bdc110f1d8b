"""The text itself as one page of HTML that needs nothing else, lets nothing in, and prints well."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterator
from importlib import resources

from markupsafe import Markup, escape

from goodoffices.draft.text import Document

from .runs import Line, Page, Run, page_of

__all__ = ["to_html", "to_html_fragment"]

_TAGS = {"bold": "strong", "italic": "em"}
_CLASSES = {"sign": "sign", "party": "party", "note": "note"}


def to_html(document: Document) -> str:
    """Write a text as a page.

    Returns:
        A whole HTML document with its style in it and no script; its policy lets nothing be loaded.
    """
    page = page_of(document)
    style = _style()
    boxes = "".join(f'@{place}{{content:"{page.marking}"}}' for place in ("top-right", "bottom-right"))
    style += f"@page{{margin:20mm;{boxes if page.marking else ''}}}\n"
    language = Markup(' lang="{}"').format(page.language) if page.language else Markup("")
    head = Markup(
        '<!doctype html>\n<html{}>\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="{}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<title>{}</title>\n<style>{}</style>\n</head>\n'
    ).format(language, _policy(style), page.title or "Draft text", Markup(style))  # noqa: S704  our own style
    return str(head + Markup("<body>\n<main>\n{}</main>\n</body>\n</html>\n").format(_article(page)))


def to_html_fragment(document: Document) -> str:
    """Write a text as an ``article`` to be put into a page; every word in it is escaped."""
    return str(_article(page_of(document)))


def _article(page: Page) -> Markup:
    marking = Markup('<p class="marking">{}</p>\n').format(page.marking) if page.marking else Markup("")
    return Markup("<article>\n{}{}</article>\n").format(marking, Markup("").join(map(_line, page.lines)))


def _line(line: Line) -> Markup:
    words = Markup("").join(_runs(line))
    tag = f"h{line.level}" if line.kind == "heading" else "p"
    kinds = [line.kind if line.kind in {"fence", "closing"} else "", "numbered" if line.number and tag == "p" else ""]
    classes = " ".join(filter(None, [f"d{line.depth}", *kinds]))
    identifier = Markup(' id="{}"').format(line.id) if line.id else Markup("")
    return Markup('<{0}{1} class="{2}" dir="{3}">{4}</{0}>\n').format(
        tag,
        identifier,
        classes,
        "rtl" if line.rtl else "ltr",
        words,
    )


def _runs(line: Line) -> Iterator[Markup]:
    if line.number:
        yield Markup('<span class="number">{} </span>').format(line.number)
    yield from map(_run, line.runs)


def _run(run: Run) -> Markup:
    if run.kind == "link":
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(run.target, run.text)
    if run.kind in _TAGS:
        return Markup("<{0}>{1}</{0}>").format(_TAGS[run.kind], run.text)
    if run.kind in _CLASSES:
        return Markup('<span class="{}">{}</span>').format(_CLASSES[run.kind], run.text)
    return escape(run.text)


@functools.cache
def _style() -> str:
    return resources.files(__package__).joinpath("data", "agreement.css").read_text(encoding="utf-8")


def _policy(style: str) -> str:
    """Let nothing in but this very style."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
