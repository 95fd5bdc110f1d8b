"""By form: nouns of meetings told by the words beside them ("previous rounds in X", "the five-hour discussion")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .person_words import one_of
from .places import is_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context
    from ..governing import Clause
    from .draft import Draft

__all__ = ["has_failed", "is_no_longer_to_be", "people_in_front", "tells_at_once", "tells_by_its_form"]

_PREVIOUS = frozenset({"previous", "earlier", "prior", "preceding"})
_COMING = frozenset({"coming", "upcoming", "forthcoming"})
_LENGTHS = frozenset({"hour", "day", "week", "minute", "night"})
_ABSORBING = frozenset({"lock", "closet", "huddle", "immerse", "absorb"})
_INSIDE = frozenset({"in", "at", "near"})
_PLANS = frozenset({"consideration", "discussion", "agenda", "card", "table", "schedule", "plan", "programme", "cards"})
_PLANNED = frozenset({"plan", "schedule", "envisage", "foresee", "expect", "contemplate", "consider", "intend"})


def tells_by_its_form(draft: Draft) -> bool:
    """Do the words beside the noun tell that it is one meeting, with its place or its length?

    Args:
        draft: What the words of a meeting tell.
    """
    cue = draft.cue
    if cue.pos_ not in {"NOUN", "PROPN"} or draft.prospect == "denied":
        return False
    beside = {c.lower_ for c in cue.children if c.dep_ in {"amod", "compound"} and c.i < cue.i}
    if draft.prospect == "called_off":
        return False
    if draft.place is not None and beside & (_PREVIOUS | _COMING):
        return True
    subject = draft.reach.clause.relation in {"subject", "object"} or cue.dep_ in {"nsubj", "nsubjpass"}
    return subject and _is_so_long(cue)


def _is_so_long(cue: Token) -> bool:
    """ "The five-hour discussion was devoted to a draft", "at the end of a two-day meeting"."""
    known = any(c.lower_ in {"the", "their", "this"} for c in cue.children)
    lengths = (c for c in cue.children if c.lemma_ in _LENGTHS and c.dep_ in {"compound", "nmod", "npadvmod", "amod"})
    return known and any(g.like_num or g.dep_ == "nummod" for length in lengths for g in length.children)


def tells_at_once(context: Context, draft: Draft) -> bool:
    """Do the words tell of a meeting whatever else stands around them?

    Args:
        context: The report.
        draft: What they tell of it.
    """
    if is_no_longer_to_be(draft.reach.clause):
        return bool(draft.people or draft.collective or draft.place or draft.when)
    return draft.prospect != "denied" and (_is_of_ministers_there(context, draft.cue) or _is_locked_in(draft))


def _is_of_ministers_there(context: Context, cue: Token) -> bool:
    """ "Foreign ministers meeting in X have failed to agree": people at a place, whatever the parser makes of it."""
    return _is_of_people_before(cue) and any(is_place(context, t) for t in objects_behind(cue, _INSIDE))


def _is_of_people_before(cue: Token) -> bool:
    return people_in_front(cue) is not None


def people_in_front(cue: Token) -> Token | None:
    """ "ECOWAS defence chiefs meeting in X", "leaders, meeting in X,": those who meet, whatever the parser makes of it.

    Args:
        cue: A word that tells of a meeting.
    """
    if cue.lower_ != "meeting" or cue.i == 0 or not any(c.lower_ in _INSIDE and c.i > cue.i for c in cue.children):
        return None
    aside = cue.i > cue.sent.start + 1 and cue.nbor(-1).text == ","
    people = cue.nbor(-2 if aside else -1)
    return people if people.tag_ in {"NNS", "NNPS"} and one_of(people) in meeting_words().collective else None


def _is_locked_in(draft: Draft) -> bool:
    """ "Members of the Council are locked in intense consultations": those who sit there now."""
    verb = draft.reach.clause.verbs[0] if draft.reach.clause.verbs else None
    inside = draft.reach.clause.relation == "within" and verb is not None and verb.lemma_ in _ABSORBING
    return inside and verb is not None and any(t in draft.reach.nouns for t in objects_behind(verb, {"in"}))


def has_failed(clause: Clause) -> bool:
    """ "Previous rounds in X failed to produce a truce", "ministers meeting in X have failed to agree": they met.

    Args:
        clause: The words around the cue.
    """
    verb = clause.verbs[-1] if clause.verbs else None
    if clause.relation != "subject" or verb is None or verb.tag_ not in {"VBD", "VBN"}:
        return False
    previous = any(c.dep_ == "amod" and c.lower_ in _PREVIOUS for c in clause.cue.children)
    return (previous or _is_of_people_before(clause.cue)) and not any(c.dep_ == "neg" for c in verb.children)


def is_no_longer_to_be(clause: Clause) -> bool:
    """ "A summit of the two is no longer under consideration", "is no longer planned": given up.

    Args:
        clause: The words around the cue.
    """
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or clause.relation not in {"subject", "object"}:
        return False
    if not any(c.lower_ == "longer" and c.i > 0 and c.nbor(-1).lower_ == "no" for c in verb.children):
        return False
    return verb.lemma_ in _PLANNED or any(t.lemma_ in _PLANS for t in objects_behind(verb, {"under", "on", "in"}))
