"""Mentioned only: a meeting that the words take for granted, make a condition of, or wish for, and do not tell of."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from ..governing import is_speech
from ..phrases import objects_behind
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..governing import Clause
    from .attachment import Reach
    from .draft import Draft

__all__ = ["is_mentioned_only", "is_only_a_time", "is_told_to_press", "is_wished_or_required"]

_STALLED = frozenset({"stall", "deadlock", "falter", "stagnate", "stick"})
_UNSPECIFIC = frozenset({"any", "further", "more", "new", "other", "future", "fresh", "additional"})
_TELLING = frozenset({"brief", "tell", "receive", "address", "inform", "update", "see", "host", "gather", "meet"})
_PRESS = frozenset(
    {"journalist", "reporter", "correspondent", "press", "medium", "media", "newsman", "viewer", "listener"}
)
_WISHING = frozenset(
    {"call", "demand", "seek", "propose", "urge", "want", "ask", "press", "push", "appeal", "advocate"}
)
_YIELDING = frozenset({"yield", "bear", "produce", "lead", "result", "translate", "deliver", "pave", "turn", "bring"})
_LECTURES = frozenset({"seminar", "symposium", "workshop", "congress", "colloquium"})
_PARTS = frozenset({"close", "closing", "end", "opening", "start", "beginning", "margin", "inauguration", "launch"})
_BEFORE = frozenset({"before", "ahead"})
_TIMES = frozenset({"day", "week", "month", "hour", "year", "minute", "eve", "night", "run-up", "morning"})


def is_mentioned_only(draft: Draft) -> bool:
    """Do the words only speak of talks: how they stand, what was agreed at them, where somebody spoke to listeners?

    Args:
        draft: What the words of a meeting tell.
    """
    if _has_stalled(draft) or _is_lecture(draft) or _is_visit_nowhere(draft) or is_told_to_press(draft.cue):
        return True
    return _is_an_accord_of_old(draft.cue) or _may_yield(draft)


def _is_visit_nowhere(draft: Draft) -> bool:
    """ "During her tour of Asia", "after several journeys": a visit that has been, to no place that is named."""
    visit = draft.cue.pos_ == "NOUN" and draft.cue.lemma_.lower() in meeting_words().visits
    whom = draft.cue.lemma_ != "tour" and len(draft.people) > 1  # "paid him a visit"
    return visit and draft.place is None and draft.prospect in {"happened", "unsaid", "going_on"} and not whom


def is_told_to_press(verb: Token) -> bool:
    """ "An official who briefed journalists in Lima": said to those who write it.

    Args:
        verb: A word that tells of a meeting.
    """
    whom = [c for c in verb.children if c.dep_ in {"dobj", "dative", "nsubjpass"}]
    told = verb.pos_ == "VERB" and verb.lemma_ in _TELLING and bool(whom)
    return told and all(t.lemma_.lower() in _PRESS for t in whom)


def _may_yield(draft: Draft) -> bool:
    """ "The negotiations could bear fruit", "the meeting can be translated into deeds": what may come of them."""
    clause = draft.reach.clause
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or clause.relation not in {"subject", "object"} or verb.lemma_ not in _YIELDING:
        return False
    return verb.tag_ in {"VB", "VBN"} and any(c.tag_ == "MD" for c in verb.children)


def _has_stalled(draft: Draft) -> bool:
    """ "Negotiations on the dam have stalled": how talks stand, where no day is told."""
    clause = draft.reach.clause
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or clause.relation not in {"subject", "object"} or draft.when is not None:
        return False
    return verb.lemma_ in _STALLED and any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _is_lecture(draft: Draft) -> bool:
    """ "Speaking at a seminar in Accra, X said": X has met nobody."""
    noun = draft.cue
    if noun.lemma_.lower() not in _LECTURES or noun.dep_ != "pobj":
        return False
    if noun.head.lower_ == "of" and noun.head.head.lemma_ in _PARTS and noun.head.head.dep_ == "pobj":
        noun = noun.head.head  # "at the close of a seminar"
    if noun.head.lower_ not in {"at", "in", "during"}:
        return False
    verb = noun.head.head
    return is_speech(verb) or verb.lemma_ in {"speak", "address", "lecture"}


def _is_an_accord_of_old(verb: Token) -> bool:
    """ "The momentum of the accord reached in Oslo in May": which accord it is, by its month and not by its day."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.lemma_.lower() not in encounter_words().strike:
        return False
    top = verb.head
    buried = top.dep_ == "pobj" and top.head.lower_ in {"by", "of", "from", "under", "with"}
    behind = [*objects_behind(verb, {"in", "on", "at"}), *(c for c in verb.children if c.dep_ == "npadvmod")]
    days = (t for t in behind if t.ent_type_ == "DATE")
    return buried and not any(g.like_num or g.text.endswith("day") for t in days for g in t.subtree)


def is_only_a_time(clause: Clause) -> bool:
    """ "Freed in the weeks before the meeting": a time that is counted from a meeting."""
    top = clause.nouns[-1] if clause.nouns else None
    if top is None or top.dep_ != "pobj" or top.head.lower_ not in _BEFORE | {"of"}:
        return False
    before = next((t for t in itertools.islice(top.ancestors, 2) if t.lower_ in _BEFORE), None)
    front = before.nbor(-1) if before is not None and before.i > before.sent.start else None
    return front is not None and front.lemma_.lower() in _TIMES and front.pos_ == "NOUN"


def is_wished_or_required(reach: Reach) -> bool:
    """ "Before any further talks take place", "called for a pact, to be signed by May": which may never be."""
    clause = reach.clause
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None:
        return False
    if clause.relation == "subject" and any(c.lower_ == "before" and c.dep_ == "mark" for c in verb.children):
        return any(c.lower_ in _UNSPECIFIC for noun in clause.nouns for c in noun.children)
    signs = clause.relation == "verb" and verb.lemma_.lower() in meeting_words().sign
    return signs and _hangs_on_a_wish(verb)


def _hangs_on_a_wish(verb: Token) -> bool:
    """ "Called for an accord to be signed": what somebody wants others to sign."""
    if verb.dep_ not in {"acl", "relcl"} or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    top = verb.head
    over = top.head.head if top.dep_ == "pobj" and top.head.lower_ in {"for", "on"} else top.head
    return top.dep_ in {"pobj", "dobj"} and over.pos_ == "VERB" and over.lemma_ in _WISHING
