"""Plain: "the party's officers met on Friday", people who come together, and a day or a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import subject_of_clause
from .vocabulary import encounter_words

if TYPE_CHECKING:
    from .draft import Draft

__all__ = ["is_plain"]

_PLAIN = frozenset({"meet", "convene", "reconvene", "confer", "caucus", "huddle"})
"""Verbs that tell of nothing else where people do it without an object."""


def is_plain(draft: Draft, sides: int) -> bool:
    """Does a verb of coming together tell of people, named or not, who did so or will, on a day or at a place?

    Args:
        draft: What the words of a meeting tell.
        sides: How many sides they name.
    """
    if draft.cue.lemma_.lower() not in _PLAIN or draft.prospect not in {"happened", "to_come"}:
        return False
    return (draft.when is not None or draft.place is not None) and (sides > 0 or _is_of_several(draft))


def _is_of_several(draft: Draft) -> bool:
    """ "Its co-chairs met"; not "protesters met riot police", and not an army that is quartered."""
    subject = subject_of_clause(draft.reach.clause)
    if subject is None or subject.tag_ not in {"NNS", "NNPS"} or any(c.dep_ == "dobj" for c in draft.cue.children):
        return False
    return subject.lemma_.lower() not in encounter_words().fighters
