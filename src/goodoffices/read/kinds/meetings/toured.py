"""Toured: the places of a tour, and where a meeting was held by a participle that the parser hangs on its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .place_phrases import place_phrase
from .places import is_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["place_held", "place_of_tour", "toured"]

_HELD = frozenset({"hold", "host", "convene", "organise", "organize", "stage", "call"})
"""Participles of the meeting itself, wherever the parser hangs them ("a gathering of chiefs held in Y")."""


def toured(context: Context, first: Token) -> str | None:
    """ "Toured Rabat, Algiers and Nouakchott": all the places of a tour."""
    rest = [t for t in first.conjuncts if t.i > first.i and t.pos_ == "PROPN" and is_place(context, t)]
    if (first.dep_ != "dobj" and first.head.lower_ != "of") or first.pos_ != "PROPN" or not rest:
        return None
    towns = first.doc[first.left_edge.i : max(t.i for t in rest) + 1]
    return towns.text if all(t.pos_ in {"PROPN", "CCONJ", "PUNCT"} for t in towns) else None


def place_of_tour(context: Context, cue: Token) -> str | None:
    """ "A tour of Rabat, Algiers and Nouakchott", "a visit of the camps"; not "a tour of Asia"."""
    towns = objects_behind(cue, {"of"}) if cue.lemma_.lower() in meeting_words().visits else ()
    town = next((t for t in towns if t.pos_ == "PROPN" and t.ent_type_ != "LOC" and is_place(context, t)), None)
    return (toured(context, town) or place_phrase(town)) if town is not None else None


def place_held(context: Context, cue: Token) -> str | None:
    """ "A gathering of chiefs held in Lima": the participle is the gathering's, though it stands behind the chiefs.

    Args:
        context: The report.
        cue: The word that tells of the meeting.

    Returns:
        The report's words, None where there is no such participle.
    """
    if cue.pos_ != "NOUN":
        return None
    for people in objects_behind(cue, {"of", "between", "with", "among"}):
        for held in people.children:
            if held.dep_ == "acl" and held.tag_ == "VBN" and held.lemma_ in _HELD:
                towns = (t for t in objects_behind(held, {"in", "at"}) if is_place(context, t))
                return next((place_phrase(t) for t in towns), None)
    return None
