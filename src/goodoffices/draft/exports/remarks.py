"""What editors write to themselves: comments, footnotes, and links that lead into the house."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Any

import msgspec

from goodoffices.draft.errors import ReleaseError
from goodoffices.draft.text import Bracket, Document, Part, Words, parse_text
from goodoffices.draft.text.attributes import OPENING
from goodoffices.draft.text.lines import Places

__all__ = ["all_parts", "audience_words", "refuse_stray_attributes", "without_remarks", "words_without_notes"]

_COMMENT = re.compile(r"\\[^\w\s]|<!--")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n|\r[^\S\r\n]*\r|\r\n[^\S\n]*\r\n")
_STRAY = re.compile(r"(?<!\\)" + OPENING.pattern + r"[^{}]{0,4000}\}")
_LINK = re.compile(
    r"\\[^\w\s]"
    r"|\[\^[^\s\[\]|]{1,100}\]"
    r"|!?\[(?P<words>[^\[\]\n|]{0,2000})\](?:\((?P<target>[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?)"
    r"(?:\s{1,3}[\"'][^\"'\n]{0,500}[\"'])?\)|\[[^\[\]|\n]{0,200}\])"
)


@functools.cache
def audience_words() -> dict[str, Any]:
    """What leaves the house: ``data/audience.toml``."""
    return tomllib.loads(resources.files(__package__).joinpath("data", "audience.toml").read_text(encoding="utf-8"))


def without_remarks(document: Document) -> tuple[Document, int]:
    """Take every comment out of a text.

    Returns:
        The text read again, and how many comments there were. One that never ends lasts to the end of its paragraph.
    """
    source, pieces, position, count = document.source, [], 0, 0
    closes = True
    while (found := _next_comment(source, position)) >= 0:
        close = source.find("-->", found) if closes else -1
        closes = close >= 0
        pieces.append(source[position:found])
        position, count = close + 3 if closes else _paragraph_end(source, found), count + 1
    if not count:
        return document, 0
    bare = "".join([*pieces, source[position:]])
    read = parse_text(bare, name=document.name, plain=document.plain, tolerant=True)
    return msgspec.structs.replace(read, marking=document.marking), count


def _next_comment(source: str, position: int) -> int:
    """Where the next comment starts; -1 for none."""
    return next((found.start() for found in _COMMENT.finditer(source, position) if found[0] == "<!--"), -1)


def _paragraph_end(source: str, position: int) -> int:
    found = _PARAGRAPH_END.search(source, position)
    return found.start() if found else len(source)


def words_without_notes(raw: str) -> str:
    """Take the marks of footnotes out of some words, and the targets of links that lead into the house."""
    return _LINK.sub(_kept, raw) if "[" in raw else raw


def _kept(found: re.Match[str]) -> str:
    if found[0].startswith("\\"):
        return found[0]
    target = (found["target"] or "").lower()
    return found[0] if target.startswith(tuple(audience_words()["links"]["kept"])) else found["words"] or ""


def all_parts(document: Document) -> Iterator[Part]:
    """All words and brackets of a text, those in brackets after the brackets."""
    yield from _inner(document.preamble)
    for each in document.provisions:
        yield from _inner(each.title)
        yield from _inner(each.body)
    yield from _inner(document.closing)


def _inner(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Bracket):
            for alternative in part.alternatives:
                yield from _inner(alternative.parts)


def refuse_stray_attributes(bare: Document, document: Document) -> None:
    """Refuse a text in which attributes such as ``{.private}`` stand where they hold for nothing.

    Args:
        bare: The text without comments.
        document: The text as it was read, for the position.

    Raises:
        ReleaseError: At the first such place.
    """
    for part in all_parts(bare):
        found = _STRAY.search(part.text) if isinstance(part, Words) and "{" in part.text else None
        if found:
            line, column = Places(document.source).at(max(document.source.find(found[0]), 0))
            msg = (
                f"{found[0][:60]!r} stands where it holds for nothing; write it behind its ] with no space between, or "
                "at the end of a provision or an alternative (or write \\{ for mere words)"
            )
            raise ReleaseError(msg, name=document.name, line=line, column=column)
