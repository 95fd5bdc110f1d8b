"""Manner: how long, how often and how apart from others people met ("for an hour", "weekly", "separately")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import subject_of_clause
from ..phrases import objects_behind
from .counting import is_counted
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from .draft import Draft

__all__ = ["is_apart", "is_long", "is_regular"]


def is_long(draft: Draft) -> bool:
    """ "All three had met in private for an hour"; "the foreign ministers will come together once that is done"."""
    lengths = objects_behind(draft.cue, {"for"}) if draft.prospect == "happened" else ()
    if any(t.lemma_ in {"hour", "minute"} for t in lengths):
        return True
    subject = subject_of_clause(draft.reach.clause) if draft.prospect == "to_come" else None
    if subject is None:
        return False
    will = any(c.dep_ == "aux" and c.lower_ in {"will", "shall", "'ll"} for c in draft.cue.children)
    both = will and subject.lower_ in {"they", "both", "we"} and draft.cue.dep_ == "ROOT" and draft.cue.lemma_ == "meet"
    return both or (subject.tag_ == "NNS" and any(c.lower_ == "the" for c in subject.children))


def is_apart(draft: Draft) -> bool:
    """ "Their staffs met separately", "both met alone": how those meet who do so once."""
    how = any(c.dep_ == "advmod" and c.lower_ in {"separately", "alone", "privately"} for c in draft.cue.children)
    return how and draft.prospect == "happened"


def is_regular(draft: Draft) -> bool:
    """ "Meet every week", "meets weekly", "has met once": how often."""
    every = (c for child in draft.cue.children if child.dep_ == "npadvmod" for c in child.children)
    if any(c.lower_ in {"every", "each"} for c in every):
        return True
    return is_counted(draft.cue) or any(c.lower_ in meeting_words().often for c in draft.cue.children)
