"""One door for every form: the audience first, the form after."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

from goodoffices.draft.errors import FormError
from goodoffices.draft.text import Document, to_markdown
from goodoffices.record import Marking

from .audience import FOR_OTHERS, for_audience

__all__ = ["FORMS", "Form", "export"]

Form: TypeAlias = Literal["md", "html", "pdf", "docx", "akn"]

FORMS: dict[str, str] = {"md": ".md", "html": ".html", "pdf": ".pdf", "docx": ".docx", "akn": ".xml"}
"""The forms in which a text leaves the house, with the ending of their files."""

_NO_TIME = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""Written where a form must have a time and nobody gave one: the first that a Word document can hold."""


def export(
    document: Document,
    *,
    form: str,
    audience: Marking | None = FOR_OTHERS,
    against: Document | None = None,
    author: str = "",
    at: dt.datetime | None = None,
) -> bytes:
    """Write a text for an audience.

    Args:
        document: The text.
        form: "md", "html", "pdf", "docx" or "akn".
        audience: The most restricted marking that it may see; None for the mediator's own copy, with all that it has.
        against: An earlier version, for the tracked changes of a DOCX; the audience sees of it what it may see.
        author: Who made the changes since then, as a DOCX names them.
        at: When this version was made, for DOCX and Akoma Ntoso.

    Returns:
        The bytes of a file.

    Raises:
        ReleaseError: If the audience must not see one of the two texts.
        FormError: If the form is not known, cannot show changes, or needs an extra that is not installed.
    """
    if form not in FORMS:
        msg = f"{form!r} is no form in which a text can be written; use one of {', '.join(FORMS)}"
        raise FormError(msg, name=document.name)
    if against is not None and form != "docx":
        msg = f"{form!r} shows no changes against an earlier text; use docx, or compare the two"
        raise FormError(msg, name=document.name)
    shown = for_audience(document, audience)
    if form == "docx":
        earlier = for_audience(against, audience) if against is not None else None
        return _docx(shown, earlier, author=author, at=at)
    return _written(shown, form, at)


def _written(shown: Document, form: str, at: dt.datetime | None) -> bytes:
    if form == "md":
        return to_markdown(shown).encode("utf-8")
    if form == "akn":
        from .akn import to_akn  # noqa: PLC0415  lxml is loaded for this form only

        return to_akn(shown, day=at.date() if at else None)
    from .pages import to_html, to_pdf  # noqa: PLC0415  the same, for pages

    return to_html(shown).encode("utf-8") if form == "html" else to_pdf(shown)


def _docx(shown: Document, earlier: Document | None, *, author: str, at: dt.datetime | None) -> bytes:
    from .word import to_docx  # noqa: PLC0415  the same, for Word

    return to_docx(shown, against=earlier, author=author or "Good Offices", at=at or _NO_TIME)
