"""Towns in the names of talks: "the tenth round of the Geneva International Discussions"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from .attachment import Reach

__all__ = ["town_in_name"]

_VENUES = frozenset(
    {"geneva", "vienna", "lausanne", "montreux", "bern", "zurich", "davos", "oslo", "stockholm", "helsinki", "tallinn",
     "copenhagen", "reykjavik", "brussels", "strasbourg", "luxembourg", "dublin", "lisbon", "madrid", "rome", "paris",
     "berlin", "munich", "prague", "budapest", "bucharest", "sofia", "thessaloniki", "istanbul", "antalya", "ankara",
     "astana", "sochi", "minsk", "tashkent", "baku", "tbilisi", "doha", "muscat", "jeddah", "riyadh", "manama",
     "kuwait", "cairo", "tunis", "algiers", "rabat", "skhirat", "nairobi", "arusha", "kampala", "entebbe", "lusaka",
     "luanda", "pretoria", "lomé", "lome", "abuja", "accra", "dakar", "bamako", "ouagadougou", "libreville",
     "n'djamena", "juba", "havana", "caracas", "bogotá", "bogota", "lima", "montevideo", "contadora", "oaxtepec",
     "bangkok", "jakarta", "kunming", "singapore", "hanoi", "manila", "beijing", "tokyo", "islamabad", "kathmandu"}
)  # fmt: skip
"""Towns after which talks, processes and conferences are called."""


def town_in_name(context: Context, reach: Reach) -> str | None:
    """The town that talks are called after, where their words name no other place.

    Args:
        context: The report.
        reach: The words that belong to the meeting.
    """
    counted = (n for noun in reach.nouns if noun.lemma_.lower() in meeting_words().counted for n in _of(noun))
    for name in (*reach.nouns, *counted):
        if name.pos_ == "PROPN" and _is_of_talks(name):
            for word in name.children:
                if word.dep_ == "compound" and word.i < name.i and _is_town(context, word):
                    return word.text
    return None


def _of(noun: Token) -> list[Token]:
    return list(objects_behind(noun, {"of"}))


def _is_of_talks(name: Token) -> bool:
    words = meeting_words()
    return bool({name.lower_, name.lemma_.lower()} & (words.talks | words.processes | words.meetings))


def _is_town(context: Context, word: Token) -> bool:
    return word.lower_ in _VENUES or (not context.roster.at(word) and f" in {word.text}" in context.report.text)
