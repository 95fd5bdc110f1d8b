"""Words in and around the names of bodies."""

from __future__ import annotations

__all__ = ["FRONTS", "HOUSES", "LINKS", "MOST_WORDS", "OPENERS"]

LINKS = frozenset(
    {
        "of",
        "for",
        "and",
        "the",
        "de",
        "del",
        "to",
        "on",
        "en",
        "la",
        "los",
        "las",
        "des",
        "du",
        "et",
        "le",
        "les",
        "do",
        "da",
    }
)
OPENERS = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV"})
"""What may open a sentence with a capital letter, and is no part of a name."""
MOST_WORDS = 8
FRONTS = frozenset({"front", "movement", "party", "alliance", "coalition", "platform"})
"""Movements whose name may start so ("the Front for Change")."""
HOUSES = frozenset({"centre", "center", "institute", "council", "committee", "foundation", "office", "mission"})
"""Bodies whose name may start with the word for them ("the Centre for Peace Studies")."""
