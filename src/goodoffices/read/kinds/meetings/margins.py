"""On the margins: a meeting beside a large occasion is where that is ("on the sidelines of the summit in Lomé")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .place_phrases import place_phrase
from .places import is_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from .attachment import Reach

__all__ = ["place_beside_occasion"]

_INSIDE = frozenset({"in", "at", "near"})
_OF_A_MEETING = frozenset({"witness", "attend", "hold", "host", "arrange", "broker", "convene", "chair"})
"""Participles behind which the words of a meeting go on ("in a ceremony witnessed by X on the sidelines of Y")."""


def place_beside_occasion(context: Context, reach: Reach) -> str | None:
    """Find the place of a meeting that was beside a summit, an assembly or a conference with a name.

    Args:
        context: The report.
        reach: The words that belong to the meeting.

    Returns:
        The town of the occasion; else the occasion itself, as the report names it; None where there is none.
    """
    margins = meeting_words().margins
    for edge in reach.sentence.span:
        if edge.lower_ not in margins or edge.dep_ != "pobj" or edge.head.lower_ != "on":
            continue
        if reach.rank(edge) is None and not _is_told_of_it(reach, edge):
            continue
        for occasion in objects_behind(edge, {"of"}):
            if (place := _where(context, occasion)) is not None:
                return place
    return None


def _is_told_of_it(reach: Reach, edge: Token) -> bool:
    """Does it hang on a participle that says more of the meeting's nouns, or of what was signed?"""
    verb = edge.head.head
    if verb.dep_ not in {"acl", "relcl"} or verb.lemma_ not in _OF_A_MEETING:
        return False
    return any(above in (reach.cue, *reach.nouns, *reach.clause.verbs[:1]) for above in verb.ancestors)


def _where(context: Context, occasion: Token) -> str | None:
    towns = (t for t in objects_behind(occasion, _INSIDE) if t.pos_ == "PROPN" and is_place(context, t))
    town = next(towns, None)
    if town is not None:
        return place_phrase(town)
    words = meeting_words()
    kind = occasion.lemma_.lower() in words.nouns | words.assemblies | words.legislatures | {"week", "festival"}
    named = any(t.pos_ == "PROPN" for t in (occasion, *occasion.children) if t.i <= occasion.i)
    return place_phrase(occasion) if kind and named else None
