"""Write a text: as it was read, to the character; or anew, from a sketch."""

from __future__ import annotations

from collections.abc import Sequence

from .attributes import Attributes, write_attributes
from .model import Document
from .safe import safe_paragraph
from .sketch import Choice, Clause, Sketch, sketch_of

__all__ = ["to_markdown", "write_clause", "write_sketch"]

_INDENT = 3
"""Columns by which what stands under a number is set in."""
_DEEPEST_HEADING = 6


def to_markdown(document: Document) -> str:
    """Write a text.

    Args:
        document: A text; ``to_markdown(parse_text(source)) == source``, always.

    Returns:
        Its source; for an ordinary agreement (`Document.plain`) the same text in the Markdown of the trade, with an id
        for each provision.
    """
    return write_sketch(sketch_of(document)) if document.plain else document.source


def write_sketch(sketch: Sketch) -> str:
    """Write a text anew: ids in braces, one paragraph a line, what stands under a number set in by three columns."""
    pieces = []
    if sketch.meta:
        pieces.append("\n".join(["---", *(f"{key}: {value}".rstrip() for key, value in sketch.meta), "---"]))
    if sketch.title:
        pieces.append(f"# {sketch.title}")
    pieces.extend(map(safe_paragraph, sketch.preamble))
    pieces.extend(_pieces(sketch.clauses, headings=0, indent=0))
    pieces.extend(sketch.closing)
    return "\n\n".join(pieces) + "\n"


def write_clause(clause: Clause, *, headings: int = 0, indent: int = 0) -> str:
    """Write one clause with all that stands under it.

    Args:
        clause: What to write.
        headings: How many headings it stands under.
        indent: Columns that it is set in by.
    """
    return "\n\n".join(_clause(clause, headings=headings, indent=indent)) + "\n"


def _pieces(pieces: Sequence[Clause | Choice], *, headings: int, indent: int) -> list[str]:
    written: list[str] = []
    for piece in pieces:
        if isinstance(piece, Clause):
            written.extend(_clause(piece, headings=headings, indent=indent))
        else:
            written.extend(_choice(piece, headings=headings, indent=indent))
    return written


def _choice(choice: Choice, *, headings: int, indent: int) -> list[str]:
    lead, written = " " * indent, []
    for index, text in enumerate(choice.texts):
        sign = "| " if index and text.label else "|" if index else "["
        written.append(f"{lead}{sign}{text.label}:" if text.label else f"{lead}{sign}")
        written.extend(_pieces(text.clauses, headings=headings, indent=indent))
    attributes = write_attributes(Attributes(id=choice.id, private=choice.private, marking=choice.marking))
    return [*written, f"{lead}]{attributes}"]


def _clause(clause: Clause, *, headings: int, indent: int) -> list[str]:
    attributes = write_attributes(
        Attributes(
            id=clause.id,
            status=clause.status,
            by=clause.agreed_by,
            on=clause.agreed_on,
            links=clause.links,
            marking=clause.marking,
            note=clause.note,
            private=clause.private,
        )
    )
    lead = " " * indent
    if clause.headed:
        level = min(headings + 2, _DEEPEST_HEADING)
        line = " ".join(filter(None, ["#" * level, _spoken_marker(clause), _heading(clause), attributes]))
        below = [lead + safe_paragraph(words) for words in clause.words]
        return [lead + line, *below, *_pieces(clause.under, headings=headings + 1, indent=indent)]
    inner = indent + _INDENT if clause.marker else indent
    first, *others = clause.words or ("",)
    line = " ".join(filter(None, [clause.marker, safe_paragraph(first) if first else "", attributes]))
    below = [" " * inner + safe_paragraph(words) for words in others]
    return [lead + line, *below, *_pieces(clause.under, headings=headings, indent=inner)]


def _spoken_marker(clause: Clause) -> str:
    """A number before a heading ends in a point, so that the heading is none of its words."""
    marker = clause.marker
    return f"{marker}." if clause.heading and marker and marker[-1].isalnum() else marker


def _heading(clause: Clause) -> str:
    return safe_paragraph(clause.heading) if clause.heading else ""
