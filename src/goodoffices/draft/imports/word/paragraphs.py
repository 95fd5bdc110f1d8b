"""A paragraph of Word taken apart as its line of Markdown is: columns, number, words, attributes; before and now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from goodoffices.draft.text import Attributes, write_attributes
from goodoffices.draft.text.attributes import OPENING, read_attributes
from goodoffices.draft.text.markers import find_marker

from .layout import Layout
from .pieces import Author, Piece, mark_of, pieces_of
from .standing import read_standing, written_standing

__all__ = ["Line", "WordParagraph", "take_apart"]

_UNSEEN = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_SPACE = re.compile(r"\s+")


class Line(msgspec.Struct, frozen=True):
    """A line of Markdown in its parts; `lead` holds columns and ``#``, `marker` the number and the space behind it."""

    lead: str
    marker: str
    words: str
    attributes: str = ""

    def __str__(self) -> str:
        """The line, with what follows a line break in it set in as far."""
        columns = len(self.lead) - len(self.lead.lstrip(" "))
        return (self.lead + self.marker + self.words + self.attributes).rstrip().replace("\n", "\n" + " " * columns)

    @property
    def is_empty(self) -> bool:
        """Does it say nothing?"""
        return not (self.marker + self.words + self.attributes).strip()

    @property
    def opens(self) -> bool:
        """Does it open a provision, by a number or as a heading?"""
        return bool(self.marker) or self.lead.endswith("# ")


class WordParagraph(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph.

    Attributes:
        before: Its line if all changes are rejected.
        now: Its line if all are accepted.
        pieces: Its words, without what is number and attributes.
        put_in: Who put in its end, or "".
        taken_out: Who took it out, or "".
        front: Is it a line of the front matter?
    """

    before: Line
    now: Line
    pieces: tuple[Piece, ...]
    put_in: Author = ""
    taken_out: Author = ""
    front: bool = False


def take_apart(paragraph: Any, layout: Layout, remarks: dict[str, str]) -> WordParagraph:  # noqa: ANN401  lxml has no types
    """Take a ``w:p`` apart."""
    pieces = list(pieces_of(paragraph, remarks))
    sign, depth = layout.sign(paragraph)
    leads = layout.leads(paragraph, depth=depth if sign else 0)
    tails = ["", ""]
    if layout.own:
        shown = [each for each in pieces if each.style in layout.standing]
        pieces = [each for each in pieces if each.style not in layout.standing]
        if layout.has_attributes(paragraph):
            tails = _settled(_cut_attributes(pieces), [_told(shown, 0), _told(shown, 1)])
    else:
        pieces = [msgspec.structs.replace(each, text=_SPACE.sub(" ", each.text)) for each in pieces]
    markers = [f"{sign} "] * 2 if sign else _cut_markers(pieces)
    lines = [_line(leads[now], markers[now], _told(pieces, now), tails[now], own=layout.own) for now in (0, 1)]
    put_in, taken_out = mark_of(paragraph)
    return WordParagraph(
        before=lines[0], now=lines[1], pieces=tuple(pieces),
        put_in=put_in, taken_out=taken_out, front=layout.is_front(paragraph),
    )  # fmt: skip


def _line(lead: str, marker: str, words: str, attributes: str, *, own: bool) -> Line:
    if own:
        return Line(lead, marker, words, attributes)
    return Line(lead, marker, " ".join(words.split()))


def _stands(piece: Piece, now: int) -> bool:
    """Is a piece there before all changes (0), or behind them (1)?"""
    return not (piece.taken_out if now else piece.put_in)


def _told(pieces: Sequence[Piece], now: int) -> str:
    return "".join(each.text for each in pieces if _stands(each, now))


def _cut_markers(pieces: list[Piece]) -> list[str]:
    """Take the typed number off the pieces; gives it as it was and as it is. A change of number is no alternative."""
    cuts = [_marker_end(_told(pieces, now)) for now in (0, 1)]
    markers = [_told(pieces, now)[: cuts[now]] for now in (0, 1)]
    for place, piece in enumerate(pieces):
        taken = 0
        sides = [now for now in (0, 1) if _stands(piece, now)]
        if sides:
            taken = min(len(piece.text), max(cuts[now] for now in sides))
            for now in sides:
                cuts[now] = max(0, cuts[now] - taken)
        pieces[place] = msgspec.structs.replace(piece, text=piece.text[taken:])
    pieces[:] = [each for each in pieces if each.text]
    return [marker.replace("\t", " ") for marker in markers]


def _marker_end(text: str) -> int:
    """Offset behind the number that opens a line and the one sign of white space behind it; 0 where none does."""
    first = len(text) - len(text.lstrip(_UNSEEN))
    line = text.partition("\n")[0]
    found = find_marker(line, first, len(line))
    return min(found.end + 1, len(text)) if found else 0


def _cut_attributes(pieces: list[Piece]) -> list[str]:
    """Take the hidden attributes at the end off the pieces; gives them as they were and as they are."""
    tails = ["", ""]
    while pieces and pieces[-1].hidden and not pieces[-1].remark:
        piece = pieces[-1]
        start = _attributes_start(piece.text, pieces[-2].text[-1:] if len(pieces) > 1 else "")
        if start < 0:
            break
        for now in (0, 1):
            if _stands(piece, now) and not tails[now]:
                tails[now] = piece.text[start:].rstrip()
        pieces[-1:] = [msgspec.structs.replace(piece, text=piece.text[:start])] if start else []
        if start:
            break
    return tails


def _attributes_start(text: str, before: str) -> int:
    """Offset of the braces that end a text and the white space before; -1 where they are a bracket's, or none."""
    brace = text.rfind("{")
    if brace < 0 or not text.rstrip().endswith("}") or not OPENING.match(text, brace):
        return -1
    start = len(text[:brace].rstrip())
    return -1 if start == brace and (text[brace - 1 : brace] or before) in {"]", "\\"} else start


def _settled(tails: Sequence[str], shown: Sequence[str]) -> list[str]:
    """Write the standing that people see into the attributes, where somebody changed it."""
    return [_with_standing(tail, words.strip(" \u2014\n\t")) for tail, words in zip(tails, shown, strict=True)]


def _with_standing(tail: str, shown: str) -> str:
    faults: list[str] = []
    brace = tail.find("{")
    given = Attributes()
    if brace >= 0:
        given = read_attributes(tail, brace + 1, tail.rindex("}"), lambda fault, *_: faults.append(fault))
    if faults or shown == written_standing(given):
        return tail
    changed = read_standing(shown, given)
    if changed is None:
        return f" — {shown}{tail}"  # it says something else: words that nobody may lose
    written = write_attributes(changed)
    return (tail[:brace] if brace > 0 else " ") + written if written else ""
