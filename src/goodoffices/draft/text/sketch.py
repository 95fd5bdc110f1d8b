"""A text without its offsets: what is to be written, for those who make a text and not read one.

`write_sketch` writes it in the Markdown of the trade, and `sketch_of` takes it from a text that was read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeAlias

import msgspec

from goodoffices.record import Marking

from .model import Bracket, Document, Links, Part, Provision, Status, Words
from .plain import paragraphs
from .safe import safe_words

__all__ = ["Choice", "ChoiceText", "Clause", "Sketch", "clause_of", "is_headed", "sketch_of", "written_paragraphs"]


_SHARPS = re.compile(r"#{1,6}(?:\s|$)")
_LINE_ESCAPE = re.compile(r"(?<=[\r\n])[ \t]*\\(?=\w)")
"""A backslash that keeps a line from opening a provision is of no use where its paragraph becomes one line."""


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """One provision to be written.

    Attributes:
        id: Its name; it is always written.
        marker: Its number as it shall stand: "9.", "(a)", "Article 5.", "-", or "" for none.
        heading: Words of its heading line in Markdown; a clause that is headed stands on a line with ``#``.
        headed: Has it a heading line (which may hold its number only)?
        words: Its paragraphs in Markdown, brackets included.
        status: As in `Provision`, like all that follows.
        under: What stands under it; nothing may stand under a clause that has neither number nor heading.
    """

    id: str
    marker: str = ""
    heading: str = ""
    headed: bool = False
    words: tuple[str, ...] = ()
    status: Status | None = None
    agreed_by: tuple[str, ...] = ()
    agreed_on: dt.date | None = None
    links: Links = Links()
    marking: Marking | None = None
    note: str = ""
    private: bool = False
    under: tuple[Clause | Choice, ...] = ()


class ChoiceText(msgspec.Struct, frozen=True, kw_only=True):
    """One alternative of a bracket around whole provisions: its label ("North", "") and its clauses."""

    label: str = ""
    clauses: tuple[Clause | Choice, ...] = ()


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A bracket around whole provisions."""

    texts: tuple[ChoiceText, ...]
    private: bool = False
    id: str = ""
    marking: Marking | None = None


Piece: TypeAlias = Clause | Choice


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """A whole text to be written: front matter, title, preamble, clauses, signatures."""

    title: str = ""
    meta: tuple[tuple[str, str], ...] = ()
    preamble: tuple[str, ...] = ()
    clauses: tuple[Clause | Choice, ...] = ()
    closing: tuple[str, ...] = ()


def sketch_of(document: Document) -> Sketch:
    """Take from a text what is to be written; footnotes, comments and the targets of links are left behind."""
    return Sketch(
        title=document.title,
        meta=document.meta,
        preamble=_written(document, document.preamble),
        clauses=_pieces(document, document.under(""), depth=0),
        closing=_written(document, document.closing),
    )


def clause_of(document: Document, provision: Provision) -> Clause:
    """Take one provision, with all that stands under it."""
    return Clause(
        id=provision.id,
        marker=provision.marker,
        heading=" ".join(_written(document, provision.title)),
        headed=is_headed(document, provision),
        words=_written(document, provision.body),
        status=provision.status,
        agreed_by=provision.agreed_by,
        agreed_on=provision.agreed_on,
        links=provision.links,
        marking=provision.marking,
        note=provision.note,
        private=provision.private,
        under=_pieces(document, document.under(provision.id), depth=len(provision.within)),
    )


def is_headed(document: Document, provision: Provision) -> bool:
    """Does the provision stand on a heading line, or is it numbered by a word ("Article 5")?"""
    lead = document.source[provision.start : provision.end].lstrip()
    return bool(provision.title) or bool(_SHARPS.match(lead)) or " " in provision.marker


def _pieces(document: Document, provisions: Sequence[Provision], *, depth: int) -> tuple[Piece, ...]:
    """Take provisions in order; those in a bracket around whole provisions are taken with it."""
    pieces: list[Piece] = []
    for bracket, members in groupby(provisions, key=lambda each: _bracket_at(each, depth)):
        if bracket < 0:
            pieces.extend(clause_of(document, each) for each in members)
        else:
            pieces.append(_choice(document, bracket, list(members), depth=depth))
    return tuple(pieces)


def _bracket_at(provision: Provision, depth: int) -> int:
    return provision.within[depth].bracket if len(provision.within) > depth else -1


def _choice(document: Document, index: int, provisions: Sequence[Provision], *, depth: int) -> Choice:
    bracket = document.brackets[index]
    inside: dict[int, list[Provision]] = {}
    for each in provisions:
        inside.setdefault(each.within[depth].alternative, []).append(each)
    texts = tuple(
        ChoiceText(label=alternative.label, clauses=_pieces(document, inside.get(number, ()), depth=depth + 1))
        for number, alternative in enumerate(bracket.alternatives)
    )
    return Choice(texts=texts, private=bracket.private, id=bracket.id, marking=bracket.marking)


def _written(document: Document, parts: Sequence[Part]) -> tuple[str, ...]:
    return written_paragraphs(parts, lambda bracket: document.source[bracket.start : bracket.end])


def written_paragraphs(parts: Sequence[Part], bracket: Callable[[Bracket], str]) -> tuple[str, ...]:
    """The paragraphs of some parts in Markdown, each on one line.

    Args:
        parts: Words and brackets, in order.
        bracket: Writes a bracket.
    """
    found = []
    for paragraph in paragraphs(parts):
        pieces = (
            safe_words(_LINE_ESCAPE.sub("", part.text)) if isinstance(part, Words) else bracket(part)
            for part in paragraph
        )
        words = " ".join("".join(pieces).split())
        if words:
            found.append(words)
    return tuple(found)
