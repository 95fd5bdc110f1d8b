"""Visitors: who makes a visit that the words tell of as a thing ("the trip follows a visit to Baku by X")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .people import people_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ..governing import Clause

__all__ = ["visitors"]


def visitors(context: Context, clause: Clause) -> Iterator[str]:
    """Ids of those by whom a visit is, where the parser hangs "by" on the verb that the visit is the object of.

    Args:
        context: The report.
        clause: The clause of a meeting.
    """
    cue = clause.cue
    if cue.pos_ != "NOUN" or cue.lemma_.lower() not in meeting_words().visits:
        return
    for verb in clause.verbs[:1]:
        if not _is_passive(verb):
            behind = (c for c in verb.children if c.lower_ == "by" and c.i > cue.i)
            yield from (a for by in behind for c in by.children if c.dep_ == "pobj" for a in people_of(context, c))


def _is_passive(verb: Token) -> bool:
    """ "The visit was announced by X": X only announced it."""
    return verb.tag_ == "VBN" and any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
