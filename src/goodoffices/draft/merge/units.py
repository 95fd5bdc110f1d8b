"""A text cut into units that can be merged: provisions, and the paragraphs that are none.

`"".join(unit.before + unit.text for unit in units) + tail == source`, always.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, TypeAlias

import msgspec

from goodoffices.draft.text import Document, Part, Provision

__all__ = ["Fields", "Unit", "cut_units", "settled_text"]

Kind: TypeAlias = Literal["provision", "prose", "fence", "note", "front"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE = re.compile(r"(?:\[|\|)[^\]|\n]{0,120}:?\s*|\](?:\{[^{}\n]*\})?\s*")
_ALONE = re.compile(rf"{_FENCE.pattern}|#{{1,6}}\s.*")
_HEADING = re.compile(r"#{1,6}\s+")
_NOTE = re.compile(r"\[[^\]\n]{1,200}\]:|<!--|[-*_=\s]+$")
_FRONT = re.compile(r"---[ \t]*\n.*?\n---[ \t]*(?=\n|$)", re.DOTALL)


class Fields(msgspec.Struct, frozen=True):
    """The parts of a unit that are merged one by one.

    Attributes:
        lead: Indentation, signs of a heading and number, up to the first word.
        title: Words of the heading line, as in the source.
        between: White space between heading and body.
        body: Words of the body, as in the source, attributes left out.
        attributes: The attributes in their braces, or "".
    """

    lead: str
    title: str
    between: str
    body: str
    attributes: str


class Unit(msgspec.Struct, frozen=True):
    """One provision without those under it, or one paragraph that is no provision.

    Attributes:
        id: Of the provision; for others a name within the text.
        kind: What it is. A fence is a line of a bracket around whole provisions; a note is a footnote, a link's target,
            a comment or a rule; front is the front matter.
        named: Is the id written in the text?
        place: Index in its text.
        level: Depth of a provision in the tree, 1 for the outermost; 0 for others.
        before: White space between it and the unit before.
        text: Its source.
        words: What it says, for comparing.
        fields: Its parts.
    """

    id: str
    kind: Kind
    named: bool
    place: int
    level: int
    before: str
    text: str
    words: str
    fields: Fields


def settled_text(text: str) -> str:
    """Give a text with white space made single: what two units are held against each other by."""
    return " ".join(text.split())


def cut_units(document: Document) -> tuple[tuple[Unit, ...], str]:
    """Cut a text into units.

    Args:
        document: a text.

    Returns:
        Its units in order, and the white space behind the last one.
    """
    source, units, position = document.source, list[Unit](), 0
    for provision in document.provisions:
        before, others = _others(source, position, provision.start, len(units))
        units += others
        units.append(_provision(source, provision, before, len(units)))
        position = provision.end
    tail, others = _others(source, position, len(source), len(units))
    return (*units, *others), tail


def _others(source: str, start: int, end: int, count: int) -> tuple[str, list[Unit]]:
    """Cut what lies between two provisions into paragraphs; gives the white space behind the last one too."""
    found: list[Unit] = []
    position = start
    for span in _paragraphs(source, start, end):
        before, text = source[position : span[0]], source[span[0] : span[1]]
        kind = _kind(text, is_first=not count and not found)
        signs = _HEADING.match(text)
        lead = signs[0] if signs else ""
        fields = Fields(lead, "", "", text[len(lead) :], "")
        place = count + len(found)
        found.append(Unit(f"~{place}", kind, False, place, 0, before, text, text, fields))  # noqa: FBT003 - no written id
        position = span[1]
    return source[position:end], found


def _paragraphs(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of paragraphs; front matter is one, and each heading and line of a fence."""
    if start == 0 and (front := _FRONT.match(source, 0, end)):
        yield front.span()
        start = front.end()
    opened = -1
    for line in _LINE.finditer(source, start, end):
        words = line[0].strip()
        if not words or _ALONE.fullmatch(words):
            if opened >= 0:
                yield _trimmed(source, opened, line.start())
            opened = -1
            if words:
                yield _trimmed(source, *line.span())
        elif opened < 0:
            opened = line.start()
    if opened >= 0:
        yield _trimmed(source, opened, end)


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    """Take white space off both ends of a span."""
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end


def _kind(text: str, *, is_first: bool) -> Kind:
    """Say what a paragraph is that is no provision."""
    if is_first and _FRONT.fullmatch(text):
        return "front"
    if _FENCE.fullmatch(text):
        return "fence"
    return "note" if _NOTE.match(text) else "prose"


def _provision(source: str, provision: Provision, before: str, place: int) -> Unit:
    """Cut one provision into its fields."""
    text = source[provision.start : provision.end]
    parts = (*provision.title, *provision.body)
    first = parts[0].start if parts else provision.end
    lead = source[provision.start : first]
    body = _joined(source, provision.body)
    between = ""
    if provision.title and provision.body:
        gap = source[provision.title[-1].end : provision.body[0].start]
        between = gap[len(gap.rstrip()) :] or "\n\n"
    fields = Fields(lead, _joined(source, provision.title), between, body, _attributes(source, provision, parts))
    words = " ".join(filter(None, (provision.heading, provision.text)))
    return Unit(provision.id, "provision", provision.named, place, provision.level, before, text, words, fields)


def _joined(source: str, parts: tuple[Part, ...]) -> str:
    """Write parts as in the source; what lies between two spans of words is left out, but its white space."""
    told = ""
    for before, part in zip((None, *parts), parts, strict=False):
        if before is not None and before.end < part.start:
            gap = source[before.end : part.start]
            told += gap[len(gap.rstrip()) :] or " "
        told += source[part.start : part.end]
    return told


def _attributes(source: str, provision: Provision, parts: tuple[Part, ...]) -> str:
    """Give what stands in the provision and is no word: its attributes, in their braces."""
    if not parts:
        return ""
    edges = [
        *((one.end, other.start) for one, other in pairwise(parts)),
        (parts[-1].end, provision.end),
    ]
    gaps = (source[start:end].strip() for start, end in edges)
    return " ".join(gap for gap in gaps if gap)
