"""An HTML page as text with numbers: headings get their ``#``, list items the number that a browser shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from goodoffices.draft.errors import FileError
from goodoffices.draft.text import written_roman

__all__ = ["markdown_of_html"]

_SKIPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "iframe",
        "object",
        "svg",
        "head",
        "figure",
    }
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "blockquote",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "dl",
        "dt",
        "dd",
        "hr",
        "center",
        "body",
        "html",
    }
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile(r"\s+")
_STARTS = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlcIVXLC]{2,7})[.)](?:\s|$)")
_INDENT = 3
_DEEPEST = 200


def markdown_of_html(page: str, *, name: str = "") -> str:
    """Take the text of an agreement from a page.

    Args:
        page: The HTML.
        name: For messages.

    Returns:
        The text: one line a paragraph, blank lines between, menus and scripts left out.

    Raises:
        FileError: If there is no text in it.
    """
    from lxml import etree, html  # noqa: PLC0415  loaded for pages only

    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True)
    try:
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        msg = f"is no page that can be read: {str(error)[:120]}"
        raise FileError(msg, name=name) from None
    lines = [line for line in _Walk().lines(_main(root)) if line.strip()]
    if not lines:
        msg = "holds no text outside menus and scripts; hand in the agreement itself"
        raise FileError(msg, name=name)
    return "\n\n".join(lines) + "\n"


def _main(root: Any) -> Any:  # noqa: ANN401  lxml has no types
    """The part of a page that holds its text, where the page says so."""
    for tag in ("main", "article"):
        found = root.findall(f".//{tag}")
        if len(found) == 1:
            return found[0]
    return root


class _Walk:
    """Walks through the elements and writes a line for each block."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._lead = ""

    def lines(self, root: Any) -> Iterator[str]:  # noqa: ANN401  the same
        yield from self._element(root, indent=0, depth=0)
        yield from self._flush(0)

    def _element(self, element: Any, *, indent: int, depth: int) -> Iterator[str]:  # noqa: ANN401  the same
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _SKIPPED or depth > _DEEPEST:
            return
        if tag == "br":
            yield from self._flush(indent)
        block = tag in _BLOCKS
        if block:
            yield from self._flush(indent)
        if tag in _HEADINGS:
            self._lead = "#" * _HEADINGS[tag] + " "
        self._words.append(element.text or "")
        number = _first_number(element)
        for child in element:
            if tag in {"ol", "ul"} and child.tag == "li":
                number = _own_number(child, number)
                yield from self._item(child, _sign(element, number), indent=indent, depth=depth)
                number += 1
            else:
                inner = indent + _INDENT if tag == "blockquote" else indent
                yield from self._element(child, indent=inner, depth=depth + 1)
            self._words.append(child.tail or "")
        if block:
            yield from self._flush(indent)

    def _item(self, item: Any, sign: str, *, indent: int, depth: int) -> Iterator[str]:  # noqa: ANN401  the same
        yield from self._flush(indent)
        own = _SPACE.sub(" ", item.text_content()).strip()
        self._lead = "" if _STARTS.match(own) else f"{sign} "
        first = True
        for line in self._element(item, indent=0, depth=depth + 1):
            yield (" " * indent + line) if first else " " * (indent + _INDENT) + line
            first = False
        self._lead = ""

    def _flush(self, indent: int) -> Iterator[str]:
        words = _SPACE.sub(" ", "".join(self._words)).strip()
        self._words.clear()
        if words:
            lead, self._lead = self._lead, ""
            yield " " * indent + lead + words


def _first_number(element: Any) -> int:  # noqa: ANN401  the same
    start = element.get("start") or "1"
    return int(start) if start.isdigit() else 1


def _own_number(item: Any, number: int) -> int:  # noqa: ANN401  the same
    value = item.get("value") or ""
    return int(value) if value.isdigit() else number


def _sign(element: Any, number: int) -> str:  # noqa: ANN401  the same
    """The number that a browser shows before an item, or a bullet."""
    if element.tag == "ul":
        return "-"
    kind = element.get("type") or "1"
    if kind in {"i", "I"} and 0 < number <= 99:  # noqa: PLR2004  two digits
        roman = written_roman(number)
        return f"({roman})" if kind == "i" else f"{roman.upper()}."
    if kind in {"a", "A"} and 0 < number <= 26:  # noqa: PLR2004  letters
        letter = chr(ord("a") + number - 1)
        return f"({letter})" if kind == "a" else f"{letter.upper()}."
    return f"{number}."
