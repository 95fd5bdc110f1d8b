"""Pages of the web: the article without what stands around it, as Markdown, and what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodoffices.record import UnreadableReport

from . import markdown
from .decoding import clean, decode
from .draft import Draft
from .handed import Handed
from .page_date import page_date

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

__all__ = ["draft_of_page", "read_webpage"]

_LIMIT_BYTES = 4_000_000
"""Pages larger than this are no articles, and taking them apart would take longer than a reader waits."""
_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}charset=[\"']?|\?xml[^>]{0,80}encoding=[\"'])\s*([\w-]{2,30})", re.IGNORECASE
)
_HEAD_BYTES = 4_096
_TAGS = 150_000
_ATTRIBUTES = 1_000
_LONG_TAG = re.compile(r"<[^<>]{5000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
"""A table of ten thousand rows has 100,000 tags and takes three seconds; attributes take time by their square."""
_LEVEL = re.compile(r"h([1-6])")
_SPOKEN = ":"
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
"""What it would print on standard error becomes a rejection here."""


def read_webpage(handed: Handed) -> Iterator[Draft]:
    """Read an HTML page.

    Raises:
        UnreadableReport: If it is too large, no text, or holds no article.
    """
    yield draft_of_page(_decoded(handed.read(_LIMIT_BYTES)), path=handed.name, url=handed.url)


def draft_of_page(html: str, *, path: str, url: str | None = None) -> Draft:
    """Take the article out of a page.

    Args:
        html: The page.
        path: What the report will be called.
        url: Its address, where it was fetched.

    Raises:
        UnreadableReport: If it holds no article.
    """
    _require_modest(html)
    import trafilatura  # noqa: PLC0415  half a second to import, so only where a page is read

    tree: HtmlElement | None = trafilatura.load_html(html)
    if tree is None:
        msg = "is no page that can be taken apart; save its text and hand that in"
        raise UnreadableReport(msg)
    published = page_date(tree)
    found = trafilatura.bare_extraction(
        tree, url=url, include_comments=False, include_formatting=True, with_metadata=True, favor_recall=True
    )
    if not isinstance(found, trafilatura.settings.Document):
        found = None  # it gives a dict only where it is asked for one
    body = None if found is None else found.body
    text = clean("\n\n".join(filter(None, _blocks(body)))) if body is not None else ""
    if found is None or not text.strip():
        msg = "is a page without an article in it; save its text and hand that in"
        raise UnreadableReport(msg)
    title = _title(tree, found.title)
    return Draft(
        text=_titled(text, title),
        path=path,
        title=title,
        published=published,
        outlet=found.sitename,
        author=found.author,
        url=url or found.url,
        layout="markdown",
    )


def _require_modest(html: str) -> None:
    """Refuse what would take minutes to take apart: very many tags, or one tag with very many attributes.

    Raises:
        UnreadableReport: If the page is such.
    """
    tags = html.count("<")
    attributes = max((len(_QUOTED.sub("", tag[0]).split()) for tag in _LONG_TAG.finditer(html)), default=0)
    if tags > _TAGS or attributes > _ATTRIBUTES:
        msg = f"is a page of {max(tags, attributes):,} tags or attributes, too many to take apart; hand in its text"
        raise UnreadableReport(msg)


def _decoded(data: bytes) -> str:
    declared = _DECLARED.search(data[:_HEAD_BYTES])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return clean(data.decode(declared[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass  # a page that names the wrong encoding is decoded like any text
    return decode(data)


def _title(tree: HtmlElement, found: str | None) -> str | None:
    """The page's only `<h1>`, for `<title>` often carries the outlet's name too."""
    firsts = [" ".join(h1.text_content().split()) for h1 in tree.iter("h1")]
    firsts = [first for first in firsts if first]
    return firsts[0] if len(firsts) == 1 else (found or (firsts[0] if firsts else None))


def _titled(text: str, title: str | None) -> str:
    """Put the title before the article, unless the article begins with it."""
    if not title or title in text[: 2 * len(title) + 200]:
        return text
    return f"{markdown.heading(1, title)}\n\n{text}"


def _blocks(body: _Element) -> Iterator[str]:
    for element in body:
        if element.tag == "head":
            level = _LEVEL.fullmatch(element.get("rend") or "")
            yield markdown.heading(int(level[1]) if level else 2, _text(element))
        elif element.tag == "list":
            yield "\n".join(filter(None, _items(element, 1)))
        elif element.tag == "table":
            yield markdown.table([[_text(cell) for cell in row.iter("cell")] for row in element.iter("row")])
        elif element.tag in {"quote", "div", "main"} and len(element) and not (element.text or "").strip():
            yield from _blocks(element)
        else:
            yield from map(markdown.paragraph, _text(element).split("\n"))


def _items(items: _Element, level: int) -> Iterator[str]:
    numbered = items.get("rend") == "ol"
    for number, element in enumerate(items.iterchildren("item"), start=1):
        nested = list(element.iterchildren("list"))
        yield markdown.item(level, _text(element, skip=nested), marker=f"{number}." if numbered else "-")
        for inner in nested:
            yield from _items(inner, level + 1)


def _text(element: _Element, skip: list[_Element] | None = None) -> str:
    """The words of an element, a line break where it has one, a speaker's name in bold kept so."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            pieces.append("\n")
        elif child not in (skip or []) and isinstance(child.tag, str):
            words = _text(child)
            bold = child.tag == "hi" and words.strip().endswith(_SPOKEN) and not "".join(pieces).strip()
            pieces.append(f"**{words.strip()}** " if bold else words)
        pieces.append(child.tail or "")
    return "".join(pieces)
