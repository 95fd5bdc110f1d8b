"""Akoma Ntoso as a text: what `to_akn` wrote, and what others write in any of its document types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from goodoffices.draft.errors import FileError
from goodoffices.draft.text import Document, Sketch, parse_text, write_sketch

from .clauses import ClauseReader
from .meta import front_of
from .names import GO, element_names, local_name

__all__ = ["from_akn"]

_LIMIT_BYTES = 50_000_000
_NAMESPACES = ("http://docs.oasis-open.org/legaldocml/ns/akn/", "http://www.akomantoso.org/")


def from_akn(data: bytes, *, name: str = "") -> Document:
    """Read a text from Akoma Ntoso (any document type of 3.0; 2.0 and 1.0 are alike enough).

    Args:
        data: The file's bytes. Entities are not expanded, and nothing is fetched.
        name: For messages.

    Returns:
        The text. Of what `to_akn` wrote, the same text to the character; of what others wrote, the provisions with
        their numbers and headings, insertions and deletions as brackets, notes and metadata left behind.

    Raises:
        FileError: If it is no Akoma Ntoso, declares entities, or holds no text.
    """
    root = _root(data, name)
    document = next((child for child in root if local_name(child) in element_names()["read"]["documents"]), None)
    if document is None:
        msg = "is Akoma Ntoso without a document in it (act, bill, doc, statement, ...)"
        raise FileError(msg, name=name)
    sketch = _sketch(document)
    if not (sketch.clauses or sketch.preamble or sketch.closing or sketch.title):
        msg = "holds no text; hand in the document itself"
        raise FileError(msg, name=name)
    return parse_text(write_sketch(sketch), name=name, tolerant=True)


def _root(data: bytes, name: str) -> Any:  # noqa: ANN401  lxml has no types
    if len(data) > _LIMIT_BYTES:
        msg = f"holds {len(data):,} bytes, and {_LIMIT_BYTES:,} can be read"
        raise FileError(msg, name=name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line, column = getattr(error, "position", (0, 0)) or (0, 0)
        msg = f"is no XML that can be read: {str(error).partition(', line ')[0][:160]}"
        raise FileError(msg, name=name, line=line, column=column) from None
    if root.getroottree().docinfo.internalDTD is not None:
        msg = "declares a document type, which could hide entities; take the <!DOCTYPE ...> out"
        raise FileError(msg, name=name)
    if local_name(root) != "akomaNtoso" or not str(root.tag).startswith(tuple(f"{{{each}" for each in _NAMESPACES)):
        msg = f"is XML, but no Akoma Ntoso: its root is {local_name(root)!r}, not 'akomaNtoso' in its namespace"
        raise FileError(msg, name=name)
    return root


def _sketch(document: Any) -> Sketch:  # noqa: ANN401  the same
    reader = ClauseReader(document, foreign=GO not in document.getroottree().getroot().nsmap.values())
    preface = next(_children(document, "preface"), None)
    title, before = _title(preface, reader)
    preamble = [*before, *(line for each in _children(document, "preamble") for line in reader.lines(each))]
    bodies = [child for child in document if local_name(child) not in _OWN]
    clauses = tuple(piece for body in bodies for piece in reader.pieces(body))
    closing = tuple(line for each in _children(document, "conclusions") for line in reader.lines(each))
    return Sketch(title=title, meta=front_of(document), preamble=tuple(preamble), clauses=clauses, closing=closing)


_OWN = frozenset({"meta", "coverPage", "preface", "preamble", "conclusions", ""})


def _title(preface: Any, reader: ClauseReader) -> tuple[str, list[str]]:  # noqa: ANN401  the same
    """The title, and the paragraphs of the preface that do not hold it."""
    if preface is None:
        return "", []
    titles = element_names()["read"]["titles"]
    found = next((each for tag in titles for each in preface.iter() if local_name(each) == tag), None)
    if found is None:
        return "", list(reader.lines(preface))
    title = " ".join("".join(found.itertext()).split())
    holders = {id(found), *(id(each) for each in found.iterancestors())}
    others = [child for child in preface if id(child) not in holders]
    return title, [line for child in others for line in reader.lines(child)]


def _children(element: Any, name: str) -> Iterator[Any]:  # noqa: ANN401  the same
    return (child for child in element if local_name(child) == name)
