"""The points of a text: what is compared and checked."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Document, Part, Point, Provision
from .plain import spoken

__all__ = ["full_number", "points"]


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
    """Write a number with those above it: "2(a)(i)"; one that holds them already ("2.1", "Article 5") comes first."""
    chain = [provision]
    while chain[0].parent and not ("." in chain[0].number or " " in chain[0].number):
        chain.insert(0, document[chain[0].parent])
    numbers = [each.number for each in chain if each.number]
    if not provision.number or not numbers:
        return ""
    return numbers[0] + "".join(f"({number})" for number in numbers[1:])


def _trimmed(source: str, parts: Sequence[Part]) -> tuple[int, int]:
    start, end = parts[0].start, parts[-1].end
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end
