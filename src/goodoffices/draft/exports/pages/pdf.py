"""The text itself as a PDF with tags, set by typst: its compiler comes in a wheel and needs no system library."""

from __future__ import annotations

import re
import unicodedata
from importlib import resources

import msgspec

from goodoffices.draft.errors import FormError
from goodoffices.draft.text import Document

from .runs import Page, page_of

__all__ = ["to_pdf"]

_FONTS = (
    "Noto Naskh Arabic", "Noto Sans Arabic", "Noto Serif Hebrew", "Noto Sans Hebrew", "Noto Sans", "Noto Sans CJK SC",
    "DejaVu Sans",
)  # fmt: skip
"""Tried in this order for scripts that the compiler's own fonts (Latin, Greek, Cyrillic) lack."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}")
_NO_SIGNS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")


def to_pdf(document: Document) -> bytes:
    """Write a text as a PDF.

    Returns:
        A tagged PDF on A4 (PDF/UA-1 wherever the text allows) with the marking in the head and foot of every page;
        the same text gives the same bytes.

    Raises:
        FormError: If typst is not installed, or cannot set the text.
    """
    try:
        import typst  # noqa: PLC0415  an extra of 84 MB
    except ImportError:
        msg = "a PDF needs typst, which is not installed: pip install 'goodoffices[pdf]'; or print the HTML"
        raise FormError(msg, name=document.name) from None
    template = resources.files(__package__).joinpath("data", "agreement.typ").read_bytes()
    page = {"page": _data(page_of(document))}
    try:
        return bytes(typst.compile(template, format="pdf", sys_inputs=page, timestamp=0, pdf_standards=["ua-1"]))
    except typst.TypstError:
        pass  # a heading without a letter, say, cannot be made accessible; the page can be set all the same
    try:
        return bytes(typst.compile(template, format="pdf", sys_inputs=page, timestamp=0))
    except typst.TypstError as error:
        msg = f"typst cannot set this text: {str(error)[:160]}"
        raise FormError(msg, name=document.name) from None


def _data(page: Page) -> str:
    """What the template reads, as JSON."""
    language = _LANGUAGE.match(page.language)
    told = {
        "title": page.title or "Draft text",
        "marking": page.marking,
        "language": language[0].lower() if language else _script_language(page),
        "fonts": _FONTS,
        "lines": page.lines,
    }
    return _NO_SIGNS.sub("", msgspec.json.encode(told).decode("utf-8"))


def _script_language(page: Page) -> str:
    """A language for the hyphens and tags of a text that does not name its own: by the script of most letters."""
    letters = [sign for line in page.lines for run in line.runs for sign in run.text[:2000] if sign.isalpha()][:20_000]
    scripts = [unicodedata.name(sign, "").partition(" ")[0] for sign in letters]
    most = max(set(scripts), key=scripts.count, default="LATIN")
    return {"ARABIC": "ar", "HEBREW": "he", "CYRILLIC": "ru", "GREEK": "el"}.get(most, "en")
