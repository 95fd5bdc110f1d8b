"""A text as Akoma Ntoso 3.0, valid against its schema."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import count, groupby
from typing import Any

from lxml import etree

from goodoffices.draft.text import (
    Attributes,
    Bracket,
    Document,
    Part,
    Provision,
    Words,
    paragraphs,
    parse_text,
    safe_paragraph,
    sketch_of,
    write_sketch,
)
from goodoffices.draft.text.edits.places import attributes_of
from goodoffices.draft.text.naming import slug
from goodoffices.draft.text.sketch import is_headed

from .attributes import set_attributes
from .inline import InlineWriter
from .meta import identity_of, write_meta
from .names import NSMAP, akn, element_of, go

__all__ = ["canonical", "to_akn"]

_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Control signs that XML has no way to write."""


def canonical(document: Document) -> Document:
    """Bring a text into the form in which `write_sketch` writes: ids in braces, one paragraph a line.

    It has the same provisions, brackets and attributes; comments, footnotes and line ends within paragraphs go.
    """
    source = write_sketch(sketch_of(document))
    return parse_text(_NO_XML.sub("", source), name=document.name, tolerant=True)


def to_akn(document: Document, *, day: dt.date | None = None) -> bytes:
    """Write a text as Akoma Ntoso.

    Args:
        document: The text; it is brought into `canonical` form first, and ``from_akn`` gives that form back to the
            character.
        day: The day of this version.

    Returns:
        An XML document (``doc`` named "agreement") in UTF-8.
    """
    return _Writer(canonical(document)).document(day)


class _Writer:
    """Writes one text that is in canonical form."""

    def __init__(self, document: Document) -> None:
        self._text = document
        self._taken = {each.id for each in document.provisions}
        self._me = self._free("goodoffices")
        names = {
            *document.parties,
            *(name for each in _brackets(document) for one in each.alternatives for name in one.parties),
        }
        self._parties = {name: self._free(f"party-{slug(name)}") for name in sorted(names)}
        self._inline = InlineWriter(document.source, self._parties)

    def document(self, day: dt.date | None) -> bytes:
        identity = identity_of(self._text, day)
        root = etree.Element(akn("akomaNtoso"), nsmap=NSMAP)
        doc = etree.SubElement(root, akn("doc"), name="agreement")
        write_meta(doc, self._text, identity, self._parties, self._me)
        if self._text.title:
            line = etree.SubElement(etree.SubElement(doc, akn("preface")), akn("p"))
            etree.SubElement(line, akn("docTitle")).text = self._text.title
        if self._text.preamble:
            self._paragraphs(etree.SubElement(doc, akn("preamble")), self._text.preamble)
        body = etree.SubElement(doc, akn("mainBody"))
        self._pieces(body, self._text.under(""), depth=0, under="")
        if not len(body):
            etree.SubElement(body, akn("p"))
        if self._text.closing:
            self._paragraphs(etree.SubElement(doc, akn("conclusions")), self._text.closing, escaped=False)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))

    def _free(self, wanted: str) -> str:
        """An id that nobody has yet."""
        names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
        found = next(name for name in names if name not in self._taken)
        self._taken.add(found)
        return found

    def _pieces(self, parent: Any, provisions: Sequence[Provision], *, depth: int, under: str) -> None:  # noqa: ANN401  lxml has no types
        for bracket, members in groupby(provisions, key=lambda each: _bracket_at(each, depth)):
            if bracket < 0:
                for each in members:
                    self._provision(parent, each, under)
            else:
                self._choice(parent, bracket, list(members), depth=depth, under=under)

    def _provision(self, parent: Any, provision: Provision, under: str) -> None:  # noqa: ANN401  the same
        headed = is_headed(self._text, provision)
        name = element_of(provision.marker, headed=headed, under=under)
        element = etree.SubElement(parent, akn(name), eId=provision.id)
        if name == "hcontainer":
            element.set("name", slug(provision.marker) if provision.marker else "provision")
        attributes = attributes_of(provision)
        set_attributes(element, Attributes(**{**_fields(attributes), "id": ""}))
        if provision.marker:
            etree.SubElement(element, akn("num")).text = provision.marker
        if headed:
            self._line(etree.SubElement(element, akn("heading")), provision.title)
        inside = self._text.under(provision.id)
        if provision.body or not inside:
            self._paragraphs(etree.SubElement(element, akn("intro" if inside else "content")), provision.body)
        self._pieces(element, inside, depth=len(provision.within), under=name)

    def _choice(self, parent: Any, index: int, provisions: Sequence[Provision], *, depth: int, under: str) -> None:  # noqa: ANN401  the same
        """Write a bracket around whole provisions, with its signs in sight."""
        bracket = self._text.brackets[index]
        element = etree.SubElement(parent, akn("hcontainer"), name="bracket")
        set_attributes(element, Attributes(id=bracket.id, private=bracket.private, marking=bracket.marking))
        inside: dict[int, list[Provision]] = {}
        for each in provisions:
            inside.setdefault(each.within[depth].alternative, []).append(each)
        for number, alternative in enumerate(bracket.alternatives):
            own = etree.SubElement(element, akn("hcontainer"), name="alternative")
            own.set(go("label"), alternative.label)
            etree.SubElement(own, akn("num")).text = "|" if number else "["
            if alternative.label:
                etree.SubElement(own, akn("heading")).text = f"{alternative.label}:"
            self._pieces(own, inside.get(number, ()), depth=depth + 1, under=under)
        etree.SubElement(etree.SubElement(element, akn("wrapUp")), akn("p")).text = "]"

    def _paragraphs(self, parent: Any, parts: Sequence[Part], *, escaped: bool = True) -> None:  # noqa: ANN401  the same
        for paragraph in paragraphs(parts):
            self._line(etree.SubElement(parent, akn("p")), paragraph, escaped=escaped)

    def _line(self, element: Any, parts: Sequence[Part], *, escaped: bool = True) -> None:  # noqa: ANN401  the same
        """Write a paragraph or heading; the backslash that keeps it from opening a provision is no word of it."""
        first = parts[0] if parts else None
        if escaped and isinstance(first, Words) and first.text.startswith("\\"):
            whole = self._text.source[first.start : parts[-1].end]
            if safe_paragraph(whole[1:]) == whole:
                parts = (Words(first.text[1:], first.start + 1, first.end), *parts[1:])
        self._inline.write(element, parts)


def _bracket_at(provision: Provision, depth: int) -> int:
    return provision.within[depth].bracket if len(provision.within) > depth else -1


def _fields(attributes: Attributes) -> dict[str, Any]:
    return {name: getattr(attributes, name) for name in Attributes.__struct_fields__}


def _brackets(document: Document) -> Sequence[Bracket]:
    """All brackets of a text, inner ones too."""
    found: list[Bracket] = [*document.brackets]
    waiting: list[Part] = [*document.preamble, *document.closing]
    for each in document.provisions:
        waiting += [*each.title, *each.body]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Bracket):
            found.append(part)
            for alternative in part.alternatives:
                waiting += alternative.parts
    return found
