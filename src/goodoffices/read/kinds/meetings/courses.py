"""Courses: what a noun of talks is told by where nobody holds it ("after two days of talks", "remain in session")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import subject_of_clause
from .draft import Draft
from .judged import is_verdict
from .known import is_occasion
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_in_session", "tells_by_its_course"]

_CAME_OUT = frozenset({"emerge", "come", "return", "walk", "step"})
_WENT_ON = frozenset({"confine", "limit", "restrict", "devote", "dedicate", "dominate"})
"""What happens to talks in their course, in the passive: "were confined to humanitarian matters"."""
_ABOUT = frozenset({"focus", "centre", "center", "concentrate", "dwell", "revolve", "touch"})
_STAYS = frozenset({"be", "remain", "stay", "sit"})
_LENGTHS = frozenset({"hour", "day", "week", "night", "month", "minute"})


def tells_by_its_course(draft: Draft) -> bool:
    """Do the words tell of a meeting by what came of it, how long it took, or which of several it was?"""
    if draft.prospect in {"denied", "called_off"}:
        return False
    return any(tells(draft) for tells in _WAYS)


def _top(draft: Draft) -> Token | None:
    return draft.reach.nouns[-1] if draft.reach.nouns else None


def _is_past_length(draft: Draft) -> bool:
    """ "Agreed after less than two days of talks", "announced it at the end of a week of negotiations"."""
    top = _top(draft)
    if top is None or top.dep_ != "pobj" or top.head.lower_ not in {"after", "following"}:
        return False
    length = top.lemma_.lower() in _LENGTHS and draft.cue.lemma_.lower() in meeting_words().talks | {"talk"}
    counted = any(c.dep_ in {"nummod", "det"} and c.lower_ not in {"the", "no"} for c in top.children)
    return length and counted and top.head.head.tag_ in {"VBD", "VBN", "VBZ"}


def _is_which_of_them(draft: Draft) -> bool:
    """ "At the fourth meeting he brought sweets", "will review it at its next summit"."""
    if draft.reach.clause.relation != "within" or not is_occasion(draft.reach.clause):
        return False
    told = {c.lower_ for noun in draft.reach.nouns for c in noun.children}
    if "of" in told:
        return False  # "at the second meeting of the central bank"
    if draft.prospect == "to_come":
        return bool(told & {"its", "their"}) and "next" in told and bool(draft.people)
    verb = draft.reach.clause.verbs[0] if draft.reach.clause.verbs else None
    past = verb is not None and verb.tag_ == "VBD" and draft.prospect == "happened"
    return past and "the" in told and bool(told & meeting_words().ordinals)


def _ran_so(draft: Draft) -> bool:
    """ "The discussions were confined to humanitarian matters"."""
    verb = draft.reach.clause.verbs[0] if draft.reach.clause.verbs else None
    if verb is None or verb.lemma_.lower() not in _WENT_ON or draft.prospect != "happened":
        return False
    passive = [c for c in verb.children if c.dep_ == "auxpass" and c.tag_ == "VBD"]
    return bool(passive) and any(c.dep_ == "nsubjpass" and c in draft.reach.nouns for c in verb.children)


def _was_judged(draft: Draft) -> bool:
    """ "The discussions were described as cordial by both sides", "were deemed useful": of talks that are over."""
    if not {draft.cue.lower_, draft.cue.lemma_.lower()} & (meeting_words().talks | meeting_words().meetings):
        return False
    known = any(c.lower_ in {"the", "their", "these"} for noun in draft.reach.nouns for c in noun.children)
    clause = draft.reach.clause
    return known and any(is_verdict(verb) and _is_past_passive(verb) for verb in (*clause.asides, *clause.verbs[:1]))


def _is_past_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)


def _dealt_with(draft: Draft) -> bool:
    """ "The talks focused on the release of prisoners": what they were about, when they were."""
    verb = draft.reach.clause.verbs[0] if draft.reach.clause.verbs else None
    if verb is None or verb.lemma_ not in _ABOUT or draft.reach.clause.relation != "subject" or verb.tag_ != "VBD":
        return False
    known = any(c.lower_ in {"the", "their", "these"} for c in draft.cue.children)
    return known and any(c.dep_ == "prep" and c.lower_ in {"on", "around"} for c in verb.children)


def _followed(draft: Draft) -> bool:
    """ "Four further sessions followed there"."""
    verb = draft.reach.clause.verbs[0] if draft.reach.clause.verbs else None
    if verb is None or verb.lemma_ != "follow" or draft.reach.clause.relation != "subject" or not draft.occurs:
        return False
    return any(c.dep_ == "nummod" for noun in draft.reach.nouns for c in noun.children)


def is_in_session(draft: Draft) -> bool:
    """ "The experts remain in session"; a parliament that is in session meets nobody."""
    cue, verb = draft.cue, draft.cue.head.head
    told = any(c.dep_ in {"det", "amod", "compound"} for c in cue.children)
    if told or cue.lemma_ not in {"session", "conclave"} or cue.dep_ != "pobj":
        return False
    if cue.head.lower_ != "in" or verb.lemma_ not in _STAYS:
        return False
    subject = subject_of_clause(draft.reach.clause)
    return subject is not None and subject.tag_ == "NNS" and subject.lemma_.lower() in meeting_words().collective


def _came_from(draft: Draft) -> bool:
    """ "X and Y emerged from the session"."""
    top = _top(draft)
    if top is None or top.dep_ != "pobj" or top.head.lower_ != "from":
        return False
    above = (top.head.head, top.head.head.head)
    return any(v.lemma_ in _CAME_OUT and v.tag_ in {"VBD", "VBN"} for v in above)


_WAYS = (
    _is_past_length,
    _is_which_of_them,
    _ran_so,
    _was_judged,
    _dealt_with,
    _followed,
    is_in_session,
    _came_from,
)
