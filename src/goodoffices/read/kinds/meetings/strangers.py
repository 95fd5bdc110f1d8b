"""Strangers: people of a kind who are not the parties of the talks ("students took part in consultations")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import subject_of_clause
from .people import is_collective_noun, is_person, people_of
from .person_words import one_of
from .taking_part import takes_part
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from .draft import Draft

__all__ = ["is_of_strangers", "who_comes_from"]

_CAME_OUT = frozenset({"emerge", "come", "return", "walk", "step"})
_VERBAL = frozenset({"VERB", "AUX"})
_OF_TALKS = frozenset({"delegation", "team", "panel", "negotiator", "side", "party", "foe", "rival", "enemy"})


def is_of_strangers(context: Context, draft: Draft) -> bool:
    """Are those who meet, by the words, other people than the parties, so that nobody may be filled in?

    Args:
        context: The report.
        draft: What the words of a meeting tell.
    """
    clause = draft.reach.clause
    subject = subject_of_clause(clause) if takes_part(clause) else None
    if subject is None or subject in draft.reach.nouns or context.roster.at(subject):
        return False
    if any(c.lower_ in {"both", "two"} for c in subject.children):
        return False
    return subject.tag_ in {"NN", "NNS"} and not _may_stand_for_parties(subject)


def who_comes_from(context: Context, draft: Draft) -> tuple[str, ...]:
    """ "X and Y called us after the meeting in Z": the persons who do something after one meeting, and were at it.

    Args:
        context: The report.
        draft: What the words of a meeting tell.

    Returns:
        Their ids; none where it is talks, which more can follow, or where no persons are named.
    """
    clause = draft.reach.clause
    top = clause.nouns[-1] if clause.nouns else None
    if top is None or top.dep_ != "pobj" or top.head.lower_ not in {"after", "following", "from"}:
        return ()
    above = top.head.head
    if top.head.lower_ == "from":  # "X and Y emerged grim-faced from the session"
        above = next((v for v in (above, above.head) if v.lemma_ in _CAME_OUT), top)
    if (clause.cue.lemma_.lower() in meeting_words().talks and above == top.head.head) or above.pos_ not in _VERBAL:
        return ()
    subjects = (c for c in above.children if c.dep_ == "nsubj")
    return tuple(a for c in subjects for a in people_of(context, c) if is_person(context, a))


def _may_stand_for_parties(subject: Token) -> bool:
    """Is it a plural of people, a body, or talks themselves: who they are is asked elsewhere?"""
    words = meeting_words()
    known = words.collective | words.assemblies | words.personal | words.nouns | words.several | _OF_TALKS
    return bool({subject.lemma_.lower(), subject.lower_, one_of(subject)} & known) or is_collective_noun(subject)
