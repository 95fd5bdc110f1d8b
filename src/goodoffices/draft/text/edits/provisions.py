"""Edit provisions: other words, a new one, one less."""

from __future__ import annotations

import re

from goodoffices.draft.errors import EditError

from ..model import Document, Provision
from ..parse import parse_text
from ..sketch import Clause, is_headed
from ..write import write_clause
from .places import apply_edits, attributes_span, find_provision

_BLANK_LINES = re.compile(r"[^\S\r\n]*(?:(?:\r\n|\r|\n)(?:[^\S\r\n]*(?=[\r\n]))?)*")

_NO_BLANK_LINE = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*[^\s]")

__all__ = ["add_provision", "remove_provision", "replace_provision", "replace_span"]


def replace_provision(document: Document, provision_id: str, words: str) -> str:
    """Put other words in place of a provision's own; its number, attributes and what stands under it stay.

    Args:
        document: The text.
        provision_id: Which provision.
        words: Its new words in the Markdown of the trade, brackets included; paragraphs with a blank line between.

    Returns:
        The new source.

    Raises:
        EditError: If there is no such provision.
        TextError: If the new words break the grammar.
    """
    provision = find_provision(document, provision_id)
    span = attributes_span(document, provision)
    braces = document.source[slice(*span)] if span else ""
    first, *others = [" ".join(paragraph.split("\n")) for paragraph in words.strip().split("\n\n")]
    start = provision.start
    if is_headed(document, provision):
        line_end = document.source.find("\n", start, provision.end)
        head = document.source[start : line_end if line_end >= 0 else provision.end].rstrip()
        body = [words.strip()]
        source = apply_edits(document, [(start, provision.end, "\n\n".join([head, *body]))])
    else:
        lead = _lead(document, provision)
        inner = " " * (len(lead) - len(lead.lstrip()) + 3) if provision.marker else " " * len(lead)
        line = " ".join(filter(None, [lead.rstrip() if provision.marker else "", first, braces]))
        line = line if provision.marker else lead + line
        paragraphs = [line, *(inner + each.strip() for each in others)]
        source = apply_edits(document, [(start, provision.end, "\n\n".join(paragraphs))])
    return _checked(document, source, provision_id if provision.named else "")


def add_provision(document: Document, clause: Clause, *, after: str = "", under: str = "") -> str:
    """Add a provision, with all that stands under it.

    Args:
        document: The text.
        clause: What to add; its id must be free.
        after: Id of the provision behind which it stands, on the same level.
        under: Id of the provision under which it stands as the last; neither: at the end of the provisions.

    Returns:
        The new source.

    Raises:
        EditError: If there is no such provision, or the id is taken.
        TextError: If the words of the clause break the grammar.
    """
    if clause.id in document:
        msg = f"the id {clause.id!r} is taken; give the new provision another"
        raise EditError(msg, name=document.name)
    anchor = find_provision(document, after or under) if after or under else _last(document)
    if anchor is None:
        source = document.source.rstrip() + "\n\n" + write_clause(clause)
        return _checked(document, source.lstrip("\n"), clause.id)
    indent = _indent(document, anchor)
    headings = sum(is_headed(document, each) for each in _above(document, anchor))
    if under:
        headed = is_headed(document, anchor)
        headings, indent = headings + headed, indent if headed else indent + 3
    written = write_clause(clause, headings=headings, indent=indent).rstrip("\n")
    close = "\n" if _NO_BLANK_LINE.match(document.source, anchor.whole_end) else ""
    source = apply_edits(document, [(anchor.whole_end, anchor.whole_end, f"\n\n{written}{close}")])
    return _checked(document, source, clause.id)


def remove_provision(document: Document, provision_id: str) -> str:
    """Take a provision out, with all that stands under it.

    Raises:
        EditError: If there is no such provision.
    """
    provision = find_provision(document, provision_id)
    blank = _BLANK_LINES.match(document.source, provision.whole_end)
    end = blank.end() if blank else provision.whole_end
    return apply_edits(document, [(provision.start, end, _blank_before(document.source, provision.start, end))])


def _blank_before(source: str, start: int, end: int) -> str:
    """A blank line, where what follows would otherwise be taken for words of what stands before."""
    before = source[:start].rstrip(" \t")
    stands_alone = not before or before.endswith(("\n\n", "\n\r\n")) or not source[end:].strip()
    return "" if stands_alone else "\n"


def replace_span(document: Document, start: int, end: int, words: str) -> str:
    """Put other words in place of a span of the source (a bracket, an alternative, some words).

    Raises:
        EditError: If the span is none of the text.
        TextError: If the new words break the grammar.
    """
    if not 0 <= start <= end <= len(document.source):
        msg = f"[{start}, {end}) is no span of a text of {len(document.source)} characters"
        raise EditError(msg, name=document.name)
    return _checked(document, apply_edits(document, [(start, end, words)]), "")


def _checked(document: Document, source: str, provision_id: str) -> str:
    """Give a source that was read again without a fault, and in which the provision is found.

    Raises:
        TextError: If it breaks the grammar.
        EditError: If the provision is lost.
    """
    if provision_id and provision_id not in parse_text(source, name=document.name):
        msg = f"the new words would hide the provision {provision_id!r}: they open a provision or close one"
        raise EditError(msg, name=document.name)
    return source


def _lead(document: Document, provision: Provision) -> str:
    """The white space and the number that open a provision."""
    if not provision.marker:
        line = document.source[provision.start : provision.end]
        return line[: len(line) - len(line.lstrip())]
    marker_end = document.source.index(provision.marker, provision.start) + len(provision.marker)
    return document.source[provision.start : marker_end]


def _indent(document: Document, provision: Provision) -> int:
    line = document.source[provision.start : provision.end]
    return len(line) - len(line.lstrip())


def _above(document: Document, provision: Provision) -> list[Provision]:
    chain, parent = [], provision.parent
    while parent:
        chain.append(document[parent])
        parent = document[parent].parent
    return chain


def _last(document: Document) -> Provision | None:
    outermost = document.under("")
    return outermost[-1] if outermost else None
