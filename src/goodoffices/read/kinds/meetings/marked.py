"""Marked: what a meeting is said to be ("the talks marked the first time that X sat down with Y")."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from .draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["at_marked_place"]

_MARK = frozenset({"mark", "be", "represent", "constitute", "signal", "become"})
_POINTING = frozenset({"it", "this", "that", "which", "they", "these"})


def at_marked_place(draft: Draft, drafts: Iterable[Draft]) -> Draft:
    """The draft at the place of the talks that it is said to be a first of, where its own words give none.

    Args:
        draft: What tells of a meeting.
        drafts: What all cues of its sentence tell.
    """
    if draft.place is not None or draft.reach.clause.relation != "verb" or not _is_marked(draft):
        return draft
    placed = [d for d in drafts if d.place is not None and d.reach.nouns and d.cue.i < draft.cue.i]
    if len(placed) != 1 or not _is_subject(placed[0].cue):
        return draft
    return msgspec.structs.replace(draft, place=placed[0].place, when=draft.when or placed[0].when)


def _is_marked(draft: Draft) -> bool:
    """ "It marked the first instance of X meeting Y": does the verb stand under one that says what talks are?"""
    verb = draft.cue
    for above in (*draft.reach.clause.verbs[1:2], *verb.ancestors):
        if above.lemma_ not in _MARK:
            continue
        subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
        return subject is not None and (subject.lower_ in _POINTING or subject.tag_ in {"NN", "NNS"})
    return False


def _is_subject(noun: Token) -> bool:
    return noun.dep_ in {"nsubj", "nsubjpass"}
