"""What each provision is called: its number, with those above it where they are needed, or its first words."""

from __future__ import annotations

from goodoffices.brief.build.phrases import clip
from goodoffices.draft.text import Document, Provision, full_number, spoken

__all__ = ["numbers_of"]

_WORDS = 32  # characters


def numbers_of(document: Document) -> dict[str, str]:
    """Name each provision by its id: "8", "2(a)", "Part II", or its first words in quotation marks."""
    return {each.id: full_number(document, each) or _first_words(each) for each in document.provisions}


def _first_words(provision: Provision) -> str:
    first = provision.heading or spoken(provision.body)
    return f"“{clip(first, _WORDS)}”" if first else provision.id
