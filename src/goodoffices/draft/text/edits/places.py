"""Where in the source a provision's words, attributes and number stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from goodoffices.draft.errors import EditError

from ..attributes import OPENING, Attributes
from ..lines import Places
from ..model import Document, Provision

__all__ = ["apply_edits", "attributes_of", "attributes_span", "find_provision", "words_end"]

_SHARPS = re.compile(r"#{1,6}(?:\s|$)")
_BRACES = re.compile(r"\{[^{}]{0,4000}\}")


def find_provision(document: Document, provision_id: str) -> Provision:
    """Find a provision of a text that may be edited.

    Raises:
        EditError: If the text is an ordinary agreement that has no marks yet, or there is no such provision.
    """
    if document.plain:
        msg = "this text was read as an ordinary agreement; write it with to_markdown and edit what that gives"
        raise EditError(msg, name=document.name)
    if provision_id not in document:
        msg = f"there is no provision {provision_id!r}; the text has {_some(document)}"
        raise EditError(msg, name=document.name)
    return document[provision_id]


def _some(document: Document) -> str:
    names = [repr(each.id) for each in document.provisions[:8]]
    return ", ".join(names) + (", ..." if len(document.provisions) > len(names) else "") if names else "none"


def attributes_span(document: Document, provision: Provision) -> tuple[int, int] | None:
    """Where the attributes of a provision stand, braces included; None where it has none."""
    words = [(part.start, part.end) for part in (*provision.title, *provision.body)]
    for found in _BRACES.finditer(document.source, provision.start, provision.end):
        inside = any(start <= found.start() < end for start, end in words)
        if not inside and OPENING.match(document.source, found.start()):
            return found.span()
    return None


def attributes_of(provision: Provision) -> Attributes:
    """The attributes of a provision, as they would be written; the id only where it is written."""
    return Attributes(
        id=provision.id if provision.named else "",
        status=provision.status,
        by=provision.agreed_by,
        on=provision.agreed_on,
        links=provision.links,
        marking=provision.marking,
        note=provision.note,
        private=provision.private,
    )


def words_end(document: Document, provision: Provision) -> int:
    """Offset behind the first paragraph or the heading line, where attributes are written."""
    source = document.source
    if provision.title:
        return provision.title[-1].end
    if document_line_is_heading(source, provision):
        line_end = source.find("\n", provision.start, provision.end)
        return len(source[: line_end if line_end >= 0 else provision.end].rstrip())
    end = provision.start
    for line in source[provision.start : provision.end].splitlines(keepends=True):
        if not line.strip() and source[provision.start : end].strip():
            break
        end += len(line)
    return provision.start + len(source[provision.start : end].rstrip())


def document_line_is_heading(source: str, provision: Provision) -> bool:
    """Does a provision without a title stand on a heading line all the same ("## Article 5")?"""
    return bool(_SHARPS.match(source[provision.start : provision.end].lstrip()))


def apply_edits(document: Document, edits: Iterable[tuple[int, int, str]]) -> str:
    """Put new words in place of old ones.

    Args:
        document: The text.
        edits: From where, to where, and what to put there.

    Raises:
        EditError: If two edits overlap.
    """
    pieces, position = [], 0
    for start, end, words in sorted(edits):
        if start < position:
            line, column = Places(document.source).at(start)
            msg = "two edits change the same words"
            raise EditError(msg, name=document.name, line=line, column=column)
        pieces += [document.source[position:start], words]
        position = end
    return "".join([*pieces, document.source[position:]])
