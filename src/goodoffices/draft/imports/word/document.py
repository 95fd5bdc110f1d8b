"""Read a Word document: ours to the character, any other as an ordinary agreement."""

from __future__ import annotations

import bisect
import enum
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from goodoffices.draft.errors import FileError
from goodoffices.draft.text import Document, parse_text
from goodoffices.draft.text.attributes import split_names

from ..bracketed import free_numbers
from .alternatives import label_of
from .grouping import alternative_lines, authors_of, viewed_lines
from .layout import Layout
from .package import open_docx
from .paragraphs import Line, WordParagraph, take_apart
from .remarks import remarks_of

__all__ = ["Changes", "WordsOf", "markdown_of_docx", "plain_words_of", "read_docx"]

WordsOf: TypeAlias = Callable[[Any], str]
"""Gives the words of one ``w:p`` element in Markdown."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ENTRY = re.compile(r"(?P<key>parties|editors):[ \t]*(?P<names>.*)", re.IGNORECASE)


class Changes(enum.Enum):
    """What to make of tracked changes."""

    ALTERNATIVES = "alternatives"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


def read_docx(data: bytes, *, name: str = "", changes: Changes = Changes.ALTERNATIVES) -> Document:
    """Read a Word document.

    Args:
        data: The file's bytes.
        name: For messages.
        changes: What to make of its tracked changes.

    Returns:
        The text: one that `goodoffices.draft.exports.word` wrote is read by the grammar of the trade, any other as an
        ordinary agreement. Both are read tolerantly: what is wrong stands in `Document.faults`.

    Raises:
        FileError: If no text can be taken from it.
    """
    document = open_docx(data, name=name)
    layout = Layout(document)
    source = _source(document, layout, changes, name)
    source = source if layout.own else free_numbers(source)
    text = parse_text(source, name=name, plain=not layout.own, tolerant=True)
    return _with_own_ids(text) if layout.own and changes is Changes.ALTERNATIVES else text


def markdown_of_docx(
    data: bytes, *, name: str = "", words_of: WordsOf | None = None, changes: Changes = Changes.ALTERNATIVES
) -> str:
    """Take the text from a Word document.

    Args:
        data: The file's bytes.
        name: For messages.
        words_of: Gives the words of a paragraph by itself, if they are to be read otherwise than with `changes`.
        changes: What to make of its tracked changes.

    Returns:
        The text: one line a paragraph with the number that Word shows, headings with ``#``.

    Raises:
        FileError: If no text can be taken from it.
    """
    document = open_docx(data, name=name)
    return _source(document, Layout(document), changes, name, words_of)


def plain_words_of(paragraph: Any) -> str:  # noqa: ANN401  lxml has no types
    """The words of a paragraph with every tracked change accepted."""
    pieces = []
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        else:
            pieces.append("-" if element.tag.endswith("Hyphen") else " ")
    return " ".join("".join(pieces).split())


def _source(document: Any, layout: Layout, changes: Changes, name: str, words_of: WordsOf | None = None) -> str:  # noqa: ANN401  python-docx has no types of its own
    elements = document.element.body.iter(f"{_W}p")
    if words_of is not None:
        lines = [str(line) for each in elements if not (line := _plain_line(each, layout, words_of)).is_empty]
        front: list[str] = []
    else:
        remarks = remarks_of(document)
        paragraphs = [take_apart(each, layout, remarks) for each in elements]
        front = _front([each for each in paragraphs if each.front], paragraphs, changes)
        lines = _lines([each for each in paragraphs if not each.front], changes)
    if not lines and not front:
        if layout.own:
            return ""
        msg = "holds no text"
        raise FileError(msg, name=name)
    pieces = ["\n".join(["---", *front, "---"])] if front else []
    return "\n\n".join([*pieces, *lines]) + "\n"


def _plain_line(paragraph: Any, layout: Layout, words_of: WordsOf) -> Line:  # noqa: ANN401  lxml has no types
    sign, depth = layout.sign(paragraph)
    words = words_of(paragraph)
    lead = layout.leads(paragraph, depth=depth if sign else 0)[1]
    return Line(lead, f"{sign} " if sign and words else "", words)


def _lines(paragraphs: Sequence[WordParagraph], changes: Changes) -> list[str]:
    if changes is Changes.ALTERNATIVES:
        return alternative_lines(paragraphs)
    return [str(line) for line in viewed_lines(paragraphs, accepted=changes is Changes.ACCEPTED)]


def _front(front: Sequence[WordParagraph], all_of_it: Sequence[WordParagraph], changes: Changes) -> list[str]:
    """Write the front matter; where it declares parties, the authors of changes are declared as editors."""
    lines = [str(line) for line in viewed_lines(front, accepted=changes is not Changes.REJECTED)]
    if changes is not Changes.ALTERNATIVES:
        return lines
    given = {found["key"].lower(): found["names"] for line in lines if (found := _ENTRY.fullmatch(line))}
    parties, editors = split_names(given.get("parties", "")), split_names(given.get("editors", ""))
    fresh = [
        each for each in _labels(all_of_it) if each.casefold() not in {name.casefold() for name in (*parties, *editors)}
    ]
    if not parties or not fresh:
        return lines
    entry = "editors: " + ", ".join((*editors, *fresh))
    kept = [line for line in lines if not line.lower().startswith("editors:")]
    return [*kept, entry]


def _labels(paragraphs: Sequence[WordParagraph]) -> list[str]:
    """The labels of all who changed something."""
    found = [author for each in paragraphs for author in authors_of(each)]
    return list(dict.fromkeys(label_of([author]) for author in found))


def _with_own_ids(text: Document) -> Document:
    """Give the second of two provisions with one id another: a provision that moved stands in both alternatives."""
    doubles = [fault for fault in text.faults if fault.kind == "duplicate-id" and text.brackets]
    source, given = text.source, {each.start: each for each in text.provisions}
    starts = sorted(given)
    for fault in reversed(doubles):
        holder = given[starts[bisect.bisect_right(starts, fault.start) - 1]]
        source = f"{source[: fault.start]}#{holder.id}{source[fault.end :]}"
    return parse_text(source, name=text.name, tolerant=True) if doubles else text
