"""What each provision is called: its number where only one has it, with those above it where several do."""

from __future__ import annotations

from collections import Counter

from goodoffices.brief.build.phrases import clip
from goodoffices.draft.text import Document, Provision, full_number, spoken

__all__ = ["numbers_of"]

_WORDS = 32  # characters


def numbers_of(document: Document) -> dict[str, str]:
    """Name each provision by its id: "8", "2(a)", "Part II", or its first words in quotation marks."""
    used = Counter(each.number for each in document.provisions if each.number)
    return {each.id: _called(document, each, alone=used[each.number] == 1) for each in document.provisions}


def _called(document: Document, provision: Provision, *, alone: bool) -> str:
    if provision.number and alone and not provision.number[:1].islower():
        return provision.number
    if whole := full_number(document, provision):
        return whole
    first = provision.heading or spoken(provision.body)
    return f"“{clip(first, _WORDS)}”" if first else provision.id
