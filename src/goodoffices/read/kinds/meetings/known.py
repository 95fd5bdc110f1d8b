"""Occasions that are taken as known, or offered: "after the session in Tunis", "in a call", "offers a meeting"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import Clause, is_speech
from ..outlook_words import outlook_words
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from .attachment import Reach

__all__ = [
    "in_a_call",
    "is_ahead",
    "is_known_occasion",
    "is_new_occasion",
    "is_occasion",
    "is_offered",
    "is_on_a_visit",
    "is_over_a_meal",
    "is_their_occasion",
    "is_there",
]


_SAYING = frozenset({"rule", "dismiss", "reject", "accuse", "condemn", "praise", "renew", "repeat", "reiterate"})
"""What one does with words from wherever one is."""


def is_known_occasion(reach: Reach) -> bool:
    """ "After the session in Tunis", "since the handshake in Rome": a meeting that has been, told with its place."""
    clause = reach.clause
    top = clause.nouns[-1] if clause.nouns else None
    before = {"after", "since", "following", "during", "at"}
    if top is None or top.dep_ != "pobj" or not (top.head.lower_ in before or is_ahead(clause)):
        return False
    known = any(c.lower_ in {"the", "last"} for noun in clause.nouns for c in noun.children)
    where = {"in", "at", "near"}
    inside = any(c.dep_ == "prep" and c.lower_ in where for noun in clause.nouns for c in noun.children)
    # "the gathering of ministers in Rome": the parser hangs the town on the ministers
    of = (t for noun in clause.nouns for p in noun.children if p.lower_ == "of" for t in p.children)
    inside = inside or any(c.dep_ == "prep" and c.lower_ in where for t in of for c in t.children)
    city = any(c.dep_ == "compound" and c.ent_type_ == "GPE" for noun in clause.nouns for c in noun.children)
    return known and (inside or city)


def is_ahead(clause: Clause) -> bool:
    """ "Ahead of the gathering of ministers in Rome": of a meeting that is near."""
    top = clause.nouns[-1] if clause.nouns else None
    return top is not None and top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lower_ == "ahead"


def is_offered(clause: Clause) -> bool:
    """ "Offers a meeting in X", "call for talks in X"."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or clause.relation not in {"object", "within"}:
        return False
    behind = clause.nouns[-1].head.lower_ == "for" if clause.nouns else False
    offered = verb.lemma_.lower() in outlook_words().over and clause.relation == "object"
    return offered or (behind and verb.lemma_.lower() in outlook_words().to_come_verbs)


def is_occasion(clause: Clause) -> bool:
    """Is the meeting where something else happened, or did not ("failed to agree at a meeting in Cairo")?"""
    top = clause.nouns[-1] if clause.nouns else None
    if top is None or clause.relation != "within":
        return False
    return (top.dep_ == "pobj" and top.head.lower_ in {"at", "during"}) or is_over_a_meal(clause)


def is_over_a_meal(clause: Clause) -> bool:
    """ "Over dinner on Sunday A and B agreed ..."."""
    top = clause.nouns[-1] if clause.nouns else None
    meal = clause.cue.lemma_.lower() in {"dinner", "lunch", "breakfast", "tea", "coffee"}
    return meal and top is not None and top.dep_ == "pobj" and top.head.lower_ == "over"


def is_their_occasion(clause: Clause) -> bool:
    """ "At their summit in Jakarta, the leaders agreed": of those who do something at it."""
    own = any(c.dep_ == "poss" and c.lower_ in {"their", "his", "her"} for c in clause.cue.children)
    return own and is_occasion(clause)


def is_new_occasion(clause: Clause) -> bool:
    """ "At a meeting in Cairo" tells of one; "at the talks in Paris" speaks of one that is known."""
    top = clause.nouns[-1] if clause.nouns else None
    inside = top is not None and top.dep_ == "pobj" and top.head.lower_ == "in" and clause.relation == "within"
    return is_over_a_meal(clause) or (
        (inside or is_occasion(clause)) and any(c.lower_ in {"a", "an"} for noun in clause.nouns for c in noun.children)
    )


def in_a_call(clause: Clause) -> bool:
    """ "Discussed the proposal in a call with X": whose subject takes part."""
    top = clause.nouns[-1] if clause.nouns else None
    if top is None or clause.relation != "within" or top.dep_ != "pobj":
        return False
    return top.head.lower_ in {"in", "during", "by", "over"} and clause.cue.lemma_.lower() in meeting_words().calls


def is_there(clause: Clause) -> bool:
    """ "There will be a plenary", "there has been one session"."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or verb.lemma_ != "be" or clause.cue.head != verb:
        return False
    return clause.cue.dep_ in {"attr", "nsubj"} and any(c.dep_ == "expl" for c in verb.children)


def is_on_a_visit(clause: Clause) -> bool:
    """ "The prime minister, on a visit to Rabat, met ...": where he was; who only says something there sees nobody."""
    top = clause.nouns[-1] if clause.nouns else None
    if top is None or top.dep_ != "pobj" or top.head.lower_ not in {"on", "during"}:
        return False
    dated = any(c.ent_type_ in {"DATE", "TIME"} for c in clause.cue.subtree)
    if not dated and clause.verbs and (is_speech(clause.verbs[0]) or clause.verbs[0].lemma_ in _SAYING):
        return False
    return clause.cue.lemma_.lower() in meeting_words().visits and any(
        c.lower_ in {"a", "an"} or c.dep_ == "nummod" for c in clause.cue.children
    )
