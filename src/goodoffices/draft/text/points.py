"""The points of a text: what is compared and checked."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Document, Part, Point, Provision
from .numbering import call_provisions, number_provisions
from .plain import spoken

__all__ = ["full_number", "name_of", "points"]


def points(document: Document) -> tuple[Point, ...]:
    """List the own text of each provision, in order.

    A provision that is only a heading over others is no point; one that is only a heading with nothing under it is.

    Args:
        document: A text.

    Returns:
        The points; white space is made single, and a bracket is its alternatives with ``|`` between them.
    """
    parents = {each.parent for each in document.provisions}
    headings: dict[str, str] = {"": ""}
    found = []
    for each in document.provisions:
        headings[each.id] = each.heading or headings[each.parent]
        parts = each.body or (each.title if each.id not in parents else ())
        words = spoken(parts)
        if words:
            start, end = _trimmed(document.source, parts)
            found.append(Point(each.id, each.number, words, start, end, each.parent, headings[each.id]))
    return tuple(found)


def full_number(document: Document, provision: Provision) -> str:
    """Write a number with those above it: "2(a)(i)", "Article 5(2)"; "" for a provision without one.

    Args:
        document: The text.
        provision: One of its provisions.
    """
    known: dict[str, str] | None = document.__dict__.get("_numbers")
    if known is None:  # a document does not change: its numbers are written once
        known = document.__dict__["_numbers"] = number_provisions(document.provisions)
    return known[provision.id] if provision.number else ""


def name_of(document: Document, provision_id: str) -> str:
    """Name a provision for people: by its number, else by its first words in quotation marks.

    Args:
        document: The text.
        provision_id: Id of one of its provisions; "" is the preamble.
    """
    if provision_id not in document:
        return "the preamble"
    own = document[provision_id]
    return call_provisions([own], lambda _: spoken(own.body))[own.id] if not own.number else full_number(document, own)


def _trimmed(source: str, parts: Sequence[Part]) -> tuple[int, int]:
    start, end = parts[0].start, parts[-1].end
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end
