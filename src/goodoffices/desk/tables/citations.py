"""Findings as an analyst pastes them: each sentence, its quotes with their sources, and the list of reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from goodoffices.brief.build.phrases import clip, day_words
from goodoffices.brief.model import Citation, DisputeView, Entry, passages

from .building import empty_table
from .docx_form import new_document, saved
from .ground import Ground
from .plain import xml_text

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["citations_docx", "citations_text"]

_QUOTED_CHARACTERS = 1_000
_PLACES = 5
"""Reports named behind one quote; the rest are counted."""


def citations_text(found: Iterable[Entry | DisputeView]) -> str:
    """Write findings and disagreements as plain text, one citation a paragraph.

    Args:
        found: As one audience may see them.

    Returns:
        Paragraphs with an empty line between them; empty where nothing is found.
    """
    return "\n\n".join(each.citation for each in found)


def citations_docx(found: Iterable[Entry | DisputeView], ground: Ground, *, title: str = "Findings") -> bytes:
    """Write findings and disagreements as a Word document: the sentence, its quotes and sources, the reports.

    Args:
        found: As one audience may see them.
        ground: That audience's ground.
        title: What the document is called.

    Raises:
        InputError: If python-docx, which makes the document, is not installed.
    """
    listed = tuple(found)
    head = msgspec.structs.replace(empty_table("findings", ground), title=title)
    document = new_document(head, landscape=False)
    if not listed:
        document.add_paragraph("There is nothing of this sort.")
    for each in listed:
        sentence = each.says if isinstance(each, Entry) else each.about
        document.add_heading(xml_text(f"{each.label} {sentence}"), 2)
        for line in _lines(each):
            document.add_paragraph(xml_text(line), style="List Bullet")
    _references(document, listed, ground)
    return saved(document)


def _lines(found: Entry | DisputeView) -> Iterable[str]:
    if isinstance(found, Entry):
        for note in found.notes:
            yield f"[{note}]"
        yield from _quoted(found.evidence)
        return
    for side in found.sides:
        who = side.speaker or "the report"
        for line in _quoted(side.evidence):
            yield f"{who} ({day_words(side.as_of)}): {line}"


def _quoted(evidence: tuple[Citation, ...]) -> Iterable[str]:
    for passage in passages(evidence):
        named = list(dict.fromkeys(f"{place.source} [{place.number}]" for place in passage.places))
        more = f" and {len(named) - _PLACES} more" if len(named) > _PLACES else ""
        yield f"“{clip(passage.quote, _QUOTED_CHARACTERS)}” ({'; '.join(named[:_PLACES])}{more})"


def _evidence(found: Entry | DisputeView) -> Sequence[Citation]:
    if isinstance(found, Entry):
        return found.evidence
    return [span for side in found.sides for span in side.evidence]


def _references(document: Document, found: Iterable[Entry | DisputeView], ground: Ground) -> None:
    """List the reports that are cited, by their numbers; addresses stand as text, never as links."""
    numbers = {span.number: span.report for each in found for span in _evidence(each)}
    cited = [(number, ground.reports[report].report) for number, report in numbers.items() if report in ground.reports]
    if cited:
        document.add_heading("Reports", 1)
    for number, report in sorted(cited, key=lambda pair: pair[0]):
        parts = (report.author, report.outlet, day_words(report.published), report.url)
        line = f"[{number}] {report.title}. {'. '.join(part for part in parts if part)} ({report.marking.label})"
        document.add_paragraph(xml_text(line))
