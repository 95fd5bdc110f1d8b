"""A negotiating text as a Word document."""

from __future__ import annotations

import datetime as dt

from goodoffices.draft.lineage import compare
from goodoffices.draft.text import Document

from .alignment import Row, align
from .markup import Body
from .package import About, packed
from .paragraphs import paragraphs_of
from .telling import Remarks, remarks_on

__all__ = ["to_docx"]


def to_docx(document: Document, *, against: Document | None = None, author: str, at: dt.datetime) -> bytes:
    """Write a text as a Word document, with tracked changes against an earlier version where one is given.

    The document holds all that the text holds, ids, links and private attributions among it (as hidden text): make the
    text for an audience first.

    Args:
        document: The text.
        against: An earlier version.
        author: Who made the changes since then, and the document.
        at: When.

    Returns:
        The bytes of the file; the same ones for the same text, author and time.
    """
    stamp = (at.astimezone(dt.UTC) if at.tzinfo else at).strftime("%Y-%m-%dT%H:%M:%SZ")
    body, written = Body(author, stamp), list[str]()
    rows, remarks = _rows(document, against)
    whole, old, new = remarks.whole, dict(remarks.old), dict(remarks.new)
    for row in rows:
        remark = _remark(row, old, new)
        if whole and not _is_unseen(row):
            remark, whole = f"{whole} {remark}".strip(), ""
        written.append(body.paragraph(row, remark))
    header = document.marking.label if document.marking else ""
    about = About(document.title or document.name, author, stamp, header)
    return packed("".join(written), about, body.comments, body.targets)


def _rows(document: Document, against: Document | None) -> tuple[list[Row], Remarks]:
    new = paragraphs_of(document)
    if against is None:
        return [Row("kept", each, each) for each in new], Remarks()
    comparison = compare(against, document)
    rows = align(paragraphs_of(against), new, comparison)
    return rows, remarks_on(against, document, comparison)


def _remark(row: Row, old: dict[str, str], new: dict[str, str]) -> str:
    """Take the comment on a row: it stands on the first paragraph of a provision that changed."""
    if row.new is not None:
        return new.pop(row.new.provision, "")
    return old.pop(row.old.provision, "") if row.old is not None else ""


def _is_unseen(row: Row) -> bool:
    """Is it a paragraph that no reader sees?"""
    shown = row.new or row.old
    return shown is None or all(run.look.hidden for run in (*shown.marker, *shown.words))
