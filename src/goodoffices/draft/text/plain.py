"""Words as people read them: without markup, with white space made single."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .model import Alternative, Bracket, Part, Words

__all__ = ["paragraphs", "plain_words", "read_aloud", "resolved", "spoken"]

_RUN = r"(?:\\[^\r\n]|[^*\\\r\n]|(?:\r\n|\r|\n)(?![^\S\r\n]*[\r\n])){1,1000}"
_MARKUP = re.compile(
    r"(?:^|(?<=\r))[ \t]*\\(?=\w)"
    r"|\\(?P<escaped>[^\w\s])"
    r"|!?\[(?P<link>[^\[\]\n]{0,2000})\](?:\([^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?(?:\s{1,3}[\"'][^\"'\n]{0,500}[\"'])?\))"
    r"|\[\^[^\s\[\]|]{1,100}\]"
    r"|<!--(?:[^-<]|-(?!->)|<(?!!--)){0,5000}-->"
    r"|(?P<strong>\*\*(?=\S))(?P<bold>" + _RUN + r")(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=\S)(?P<italic>" + _RUN + r")(?<=\S)\*(?![\w*])",
    re.MULTILINE,
)
_BLANK_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*")
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks that steer the direction of writing or the breaking of lines, and are no words."""
_SPACE = re.compile("[\\s\u00a0\u200b\u2060\ufeff]+")


def plain_words(source: str) -> str:
    """Take the markup out of a run of the source: links become their words, footnote marks and comments go."""
    if any(sign in source for sign in "\\[<*"):
        source = _MARKUP.sub(_unmarked, source)
    return _SPACE.sub(" ", _UNSEEN.sub("", source)).strip()


def _unmarked(found: re.Match[str]) -> str:
    if found["escaped"]:
        return found["escaped"]
    inside = found["link"] or found["bold"] or found["italic"]
    return _MARKUP.sub(_unmarked, inside) if inside else ""


def read_aloud(parts: Sequence[Part]) -> str:
    """Write parts as they stand: brackets, bars and labels, without markup and attributes."""
    return _tidy(_joined(parts, _as_it_stands))


def spoken(parts: Sequence[Part]) -> str:
    """Write parts without brackets and labels: the alternatives with ``|`` between them."""
    return _tidy(_joined(parts, lambda bracket: " | ".join(spoken(each.parts) for each in bracket.alternatives)))


def resolved(parts: Sequence[Part], choose: Callable[[Bracket], Alternative | None]) -> str:
    """Write parts with one alternative of each bracket.

    Args:
        parts: Words and brackets.
        choose: Picks an alternative of a bracket; None leaves the bracket out.
    """

    def chosen(bracket: Bracket) -> str:
        alternative = choose(bracket)
        return resolved(alternative.parts, choose) if alternative else ""

    return _tidy(_joined(parts, chosen))


def paragraphs(parts: Sequence[Part]) -> tuple[tuple[Part, ...], ...]:
    """Cut parts at blank lines; a bracket stays whole even where it reaches over several paragraphs."""
    found: list[list[Part]] = [[]]
    for before, part in zip([None, *parts], parts, strict=False):
        if before is not None and before.end < part.start:
            found.append([])  # attributes or a footnote stand between
        if isinstance(part, Bracket):
            found[-1].append(part)
            continue
        position = 0
        for blank in _BLANK_LINE.finditer(part.text):
            _add_words(found[-1], part, position, blank.start())
            found.append([])
            position = blank.end()
        _add_words(found[-1], part, position, len(part.text))
    return tuple(tuple(each) for each in found if each)


def _add_words(paragraph: list[Part], part: Words, start: int, end: int) -> None:
    if start < end:
        paragraph.append(Words(part.text[start:end], part.start + start, part.start + end))


def _as_it_stands(bracket: Bracket) -> str:
    return "[" + " | ".join(filter(None, map(_labelled, bracket.alternatives))) + "]"


def _labelled(alternative: Alternative) -> str:
    words = read_aloud(alternative.parts)
    return f"{alternative.label}: {words}" if alternative.label else words or " "


def _joined(parts: Sequence[Part], written: Callable[[Bracket], str]) -> str:
    pieces = []
    for before, part in zip([None, *parts], parts, strict=False):
        if before is not None and before.end < part.start:
            pieces.append(" ")  # a footnote or attributes stand between
        pieces.append(_keep_edges(part.text) if isinstance(part, Words) else written(part))
    return "".join(pieces)


def _keep_edges(text: str) -> str:
    """Take the markup out, and keep a space at each edge that had white space."""
    words = plain_words(text)
    if not words:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + words + (" " if text[-1].isspace() else "")


def _tidy(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
