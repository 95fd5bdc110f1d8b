"""Meetings that have not been and are not to be: "have yet to meet", "could have met", "if they met"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..governing import Clause

__all__ = ["is_unreal"]

_MISSED = frozenset({"could"})
"""With "have": what was possible and did not come. "May have met" is a guess; what "should have" or "would have" come
may have been fixed and called off."""


def is_unreal(clause: Clause) -> bool:
    """Does the clause say that something has not happened so far, might have happened, or would if it did?

    Args:
        clause: The clause of the meeting.
    """
    if not clause.verbs or clause.relation == "within":
        return False
    verb = clause.verbs[0]
    return _is_yet_to(verb) or _was_missed(verb) or _is_supposed(verb)


def _is_yet_to(verb: Token) -> bool:
    """ "Have yet to meet", "a meeting is yet to take place"; not "yet they have to meet"."""
    above = verb.head
    if verb.dep_ not in {"xcomp", "acomp"} or above.lemma_ not in {"have", "be", "remain"} or above.i > verb.i:
        return False
    return any(t.lower_ == "yet" and t.nbor().lower_ == "to" for t in verb.doc[above.i + 1 : verb.i])


def _was_missed(verb: Token) -> bool:
    """ "They could have met in Vienna"; not "could not have met", which is denied anyway."""
    helping = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.tag_ == "VBN" and "have" in helping and bool(helping & _MISSED)


def _is_supposed(verb: Token) -> bool:
    """ "If the two met, the strike would end", "if they were to meet"; not "asked if they met", "even if they met"."""
    marks = [c for c in verb.children if c.dep_ == "mark" and c.lower_ == "if"]
    if not marks or verb.dep_ != "advcl" or (marks[0].i > 0 and marks[0].nbor(-1).lower_ in {"as", "even"}):
        return False
    past = verb.tag_ == "VBD" and not any(c.dep_ == "aux" for c in verb.children)
    return past and any(c.dep_ == "aux" and c.lower_ in {"would", "could", "might", "'d"} for c in verb.head.children)
