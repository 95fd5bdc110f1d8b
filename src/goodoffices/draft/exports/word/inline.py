"""The words of a paragraph with their looks: what is bold, what is a link, and what only Markdown needs to see."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

import msgspec

from goodoffices.draft.text import Bracket, Document, Part, Words

__all__ = ["Look", "Run", "Runs", "Signs", "cut_runs", "looks_of", "signs_of", "text_of"]


class Signs(enum.IntEnum):
    """What a character of the source is."""

    PLAIN = 0
    WORDS = 1
    SIGN = 2
    LABEL = 3
    PRIVATE = 4
    HIDDEN = 5
    ATTRIBUTES = 6


class Look(msgspec.Struct, frozen=True):
    """How a run looks.

    Attributes:
        hidden: Only Markdown needs it.
        style: Id of a character style, or "".
        target: Address that it links to, or "".
    """

    hidden: bool = False
    bold: bool = False
    italic: bool = False
    raised: bool = False
    style: str = ""
    target: str = ""


class Run(msgspec.Struct, frozen=True):
    """Some characters of one look."""

    text: str
    look: Look = Look()


Runs: TypeAlias = tuple[Run, ...]

_HIDDEN = Look(hidden=True)
_LOOKS = {
    Signs.PLAIN: Look(),
    Signs.SIGN: Look(style="BracketSign"),
    Signs.LABEL: Look(style="Party"),
    Signs.PRIVATE: Look(style="PrivateParty"),
    Signs.HIDDEN: _HIDDEN,
    Signs.ATTRIBUTES: _HIDDEN,
}
_RUN = r"(?:\\[^\r\n]|[^*\\\r\n]){1,1000}"
_MARKUP = re.compile(
    r"\\(?P<sign>[^\w\s])"
    r"|(?P<code>``(?:[^`\n]|`(?!`))*``|`[^`\n]*`)"
    r"|(?P<remark><!--(?:[^-<]|-(?!->)|<(?!!--)){0,5000}-->)"
    r"|<(?P<address>(?:https?|mailto):[^<>\s]*)>"
    r"|!?\[(?P<name>[^\[\]\n|]{1,2000})\]\((?P<target>[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?)"
    r"(?:\s{1,3}[\"'][^\"'\n]{0,500}[\"'])?\)"
    r"|\[\^(?P<note>[^\s\[\]|]{1,100})\]"
    r"|\*\*(?=\S)(?P<bold>" + _RUN + r")(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=\S)(?P<italic>" + _RUN + r")(?<=\S)\*(?![\w*])"
)
_FOLLOWED = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
"""Links to elsewhere are made links in Word too; others only keep their words."""


def signs_of(document: Document) -> bytearray:
    """Say of each character of a source what it is, `Signs`; white space and markup outside of words is PLAIN."""
    signs = bytearray(len(document.source))
    for provision in document.provisions:
        _mark(signs, document.source, (*provision.title, *provision.body))
    _mark(signs, document.source, document.preamble)
    _mark(signs, document.source, document.closing)
    return signs


def looks_of(text: str, signs: Sequence[int]) -> Runs:
    """Cut a line into runs.

    Args:
        text: The line.
        signs: What each of its characters is.

    Returns:
        The runs; their texts joined are the line.
    """
    found: list[Run] = []
    position = 0
    for sign, members in groupby(signs):
        end = position + sum(1 for _ in members)
        piece = text[position:end]
        if sign == Signs.WORDS:
            if position == 0 and re.match(r"\\\w", piece):
                found.append(Run("\\", _HIDDEN))
                piece = piece[1:]
            found.extend(_words(piece, Look()))
        else:
            found.append(Run(piece, _LOOKS[Signs(sign)]))
        position = end
    return _joined(found)


def text_of(runs: Iterable[Run]) -> str:
    """The characters of some runs."""
    return "".join(run.text for run in runs)


def cut_runs(runs: Runs, start: int, end: int) -> Runs:
    """The runs between two offsets of their text."""
    found, position = [], 0
    for run in runs:
        low, high = max(start - position, 0), min(end - position, len(run.text))
        if low < high:
            found.append(Run(run.text[low:high], run.look))
        position += len(run.text)
    return tuple(found)


def _mark(signs: bytearray, source: str, parts: Sequence[Part]) -> None:
    """Mark words and brackets at their offsets."""
    for part in parts:
        if isinstance(part, Words):
            signs[part.start : part.end] = bytes([Signs.WORDS]) * (part.end - part.start)
        else:
            _mark_bracket(signs, source, part)


def _mark_bracket(signs: bytearray, source: str, bracket: Bracket) -> None:
    signs[bracket.start] = Signs.SIGN
    for alternative in bracket.alternatives:
        signs[alternative.end] = Signs.SIGN
        start, end = alternative.start, alternative.end
        if alternative.label:
            colon = source.index(":", start) + 1
            sign = Signs.PRIVATE if bracket.private else Signs.LABEL
            signs[start:colon] = bytes([sign]) * (colon - start)
            start = colon
        behind = alternative.parts[-1].end if alternative.parts else start
        if source[behind:end].lstrip().startswith("{"):
            signs[behind:end] = bytes([Signs.HIDDEN]) * (end - behind)
        _mark(signs, source, alternative.parts)
    closed = bracket.alternatives[-1].end + 1
    signs[closed : bracket.end] = bytes([Signs.HIDDEN]) * (bracket.end - closed)


def _words(text: str, look: Look) -> Iterator[Run]:
    """Cut words at their markup."""
    position = 0
    for found in _MARKUP.finditer(text):
        yield Run(text[position : found.start()], look)
        yield from _marked(found, look)
        position = found.end()
    yield Run(text[position:], look)


def _marked(found: re.Match[str], look: Look) -> Iterator[Run]:
    """Hide the marks of one piece of markup; code keeps its own."""
    kind = found.lastgroup if found.lastgroup != "target" else "name"
    if kind == "code":
        yield Run(found[0], look)
        return
    if kind == "remark":
        yield Run(found[0], _HIDDEN)
        return
    inside = found[kind or "sign"]
    start = found.start(kind or "sign") - found.start()
    yield Run(found[0][:start], _HIDDEN)
    if kind in {"sign", "address"}:
        yield Run(inside, _linked(look, inside) if kind == "address" else look)
    else:
        yield from _words(inside, _inside(found, kind or "", look))
    yield Run(found[0][start + len(inside) :], _HIDDEN)


def _inside(found: re.Match[str], kind: str, look: Look) -> Look:
    if kind == "name":
        return _linked(look, found["target"])
    if kind == "note":
        return msgspec.structs.replace(look, raised=True)
    return msgspec.structs.replace(look, **{kind: True})


def _linked(look: Look, target: str) -> Look:
    if not _FOLLOWED.match(target):
        return look
    return msgspec.structs.replace(look, style="Hyperlink", target=target)


def _joined(runs: Iterable[Run]) -> Runs:
    """Join neighbours of one look, and leave empty runs out."""
    found = []
    for look, members in groupby((run for run in runs if run.text), key=lambda run: run.look):
        found.append(Run("".join(run.text for run in members), look))
    return tuple(found)
