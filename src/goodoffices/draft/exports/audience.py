"""The text as an audience may see it: rebuilt from what is shown, so that nothing else can be in it."""

from __future__ import annotations

import msgspec

from goodoffices.draft.errors import ReleaseError
from goodoffices.draft.text import Document, parse_text, write_sketch
from goodoffices.draft.versions import Version
from goodoffices.record import Marking, most_restricted

from .remarks import refuse_stray_attributes, without_remarks
from .showing import Showing, Withheld

__all__ = ["FOR_OTHERS", "for_audience", "marked_as_version", "withheld"]

FOR_OTHERS = Marking.CLEAR
"""The audience of an export that names none: anybody."""


def for_audience(document: Document, audience: Marking | None) -> Document:
    """Rebuild a text from what an audience may see.

    Provisions, brackets and alternatives that are marked above the audience are not in it, nor what stands under
    them. Where who wants what is private, alternatives are numbered and stand in the order of their words. Left out
    for every audience are comments, footnotes, notes, links to the model and the record, and the front matter that is
    the mediator's own. Numbers stay, so that references hold.

    Args:
        document: The text.
        audience: The most restricted marking that it may see; None for the mediator's own copy, the text as it is.

    Returns:
        A text of its own, in the form in which `to_markdown` writes, each provision with an id.

    Raises:
        ReleaseError: If the whole text is marked above the audience, or it has a fault behind which a marking could
            be lost.
    """
    return document if audience is None else _shown(document, audience)[0]


def withheld(document: Document, audience: Marking | None) -> Withheld:
    """Count what an audience does not see: for the mediator, not for the audience.

    Raises:
        ReleaseError: As `for_audience` does.
    """
    return Withheld() if audience is None else _shown(document, audience)[1]


def marked_as_version(version: Version) -> Document:
    """Read the text of a version, as restricted as the version is, so that `for_audience` heeds both markings.

    Raises:
        TextError: If its text breaks the grammar.
    """
    document = parse_text(version.source, name=version.id)
    if version.marking is Marking.CLEAR:
        return document
    marking = most_restricted([version.marking, *([document.marking] if document.marking else [])])
    return msgspec.structs.replace(document, marking=marking)


def _shown(document: Document, audience: Marking) -> tuple[Document, Withheld]:
    _refuse(document, audience)
    bare, remarks = without_remarks(document)
    refuse_stray_attributes(bare, document)
    showing = Showing(bare, audience)
    sketch = showing.sketch()
    counted = msgspec.structs.replace(showing.withheld(), remarks=remarks)
    return parse_text(write_sketch(sketch), tolerant=True), counted


def _refuse(document: Document, audience: Marking) -> None:
    """Refuse a text that must not, or cannot safely, be shown."""
    if document.marking is not None and not audience.may_see(document.marking):
        msg = (
            f"the text is marked {document.marking.label}, and this export is for {audience.label}; name an audience "
            "that may see it, or change the marking in its front matter"
        )
        raise ReleaseError(msg, name=document.name)
    if document.faults and not document.plain:
        first = document.faults[0]
        msg = f"a text with a fault is shown to nobody, for a marking could be lost behind it: {first.message}"
        raise ReleaseError(msg, name=document.name, line=first.line, column=first.column)
