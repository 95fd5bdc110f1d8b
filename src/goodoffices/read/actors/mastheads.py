"""Mastheads: the lines that say whose paper a report is ("A weekly from the Causeway Institute, Singapore")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["is_masthead", "names_a_building"]

_PAPERS = frozenset(
    {"weekly", "note", "notes", "bulletin", "newsletter", "briefing", "digest", "monitor", "review", "dispatch", "memo"}
    | {"round-up", "roundup", "monthly", "journal", "letter", "fortnightly", "daily", "podcast", "programme", "program"}
)
_FROM = frozenset({"of", "from", "by", "at"})
_LONGEST = 16
"""Words of such a line, at most."""
_BUILDINGS = frozenset(
    {"hall", "palace", "centre", "center", "house", "building", "hotel", "square", "airport", "stadium", "avenue"}
    | {"street", "bridge", "park", "tower", "theatre", "theater", "hospital", "road", "station"}
)


def is_masthead(doc: Doc, number: int) -> bool:
    """Does one of a report's first lines say which paper of whose it is? Whoever is named there does not act.

    Args:
        doc: The parsed block.
        number: Its place in the report.
    """
    if number > 2 or len(doc) > _LONGEST or any(t.pos_ in {"VERB", "AUX"} for t in doc):  # noqa: PLR2004  the opening
        return False
    paper = next((t.i for t in doc if t.lower_ in _PAPERS), None)
    return paper is not None and any(t.lower_ in _FROM for t in doc[paper + 1 : paper + 4])


def names_a_building(doc: Doc, start: int, end: int) -> bool:
    """Is a body's name the first part of a building's ("the Congress Hall in Lomé")?"""
    behind = doc[end : end + 1]
    return end > start and behind.text.istitle() and behind.text.lower() in _BUILDINGS
