"""Meetings that are judged: "described the discussions in Berlin as useful", "the visit was deemed productive"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..governing import Clause

__all__ = ["is_judged", "is_verdict"]

_JUDGING = frozenset(
    {"describe", "characterise", "characterize", "deem", "call", "term", "label", "hail", "praise", "judge", "rate",
     "welcome", "portray", "depict", "dub", "consider"}
)  # fmt: skip
_QUALITIES = frozenset(
    {"productive", "unproductive", "useful", "useless", "constructive", "positive", "fruitful", "fruitless", "frank",
     "difficult", "tense", "cordial", "substantive", "historic", "successful", "good", "serious", "sober", "sobering",
     "encouraging", "intense", "disappointing", "open", "candid", "businesslike", "friendly", "warm", "detailed",
     "excellent", "promising", "heated", "fiery", "respectful", "inconclusive", "worthwhile", "meaningful", "pragmatic"}
)  # fmt: skip
"""What is said of talks that have been; "impossible" and "necessary" are said of those that may be."""
_WHERE = frozenset({"in", "at", "on", "to", "between", "with", "of", "by", "from"})


def is_judged(clause: Clause) -> bool:
    """Is it said how a meeting went, of one that its words place or whose people they name?

    Args:
        clause: The words around the cue.
    """
    verb = clause.verbs[0] if clause.verbs else None
    noun = clause.nouns[-1] if clause.nouns else None
    if verb is None or noun is None or verb.lemma_ not in _JUDGING or not _is_done(verb):
        return False
    if not (clause.relation == "object" or any(c.dep_ == "nsubjpass" for c in verb.children)):
        return False
    told = any(c.lower_ in _WHERE and any(g.pos_ == "PROPN" for g in c.subtree) for c in noun.children)
    one = noun.lemma_.lower() in meeting_words().meetings and any(c.lower_ in {"the", "their"} for c in noun.children)
    return (told or one) and any(word.lower_ in _QUALITIES for word in _complements(verb))


def is_verdict(verb: Token) -> bool:
    """ "Was described as cordial", "were deemed fruitful": does a verb say how something went?"""
    judged = verb.lemma_ in _JUDGING and _is_done(verb)
    return judged and any(word.lower_ in _QUALITIES for word in _complements(verb))


def _is_done(verb: Token) -> bool:
    """No "would call", no "never called"."""
    return not any(c.dep_ == "neg" or c.tag_ == "MD" or c.lower_ in {"to", "if"} for c in verb.children)


def _complements(verb: Token) -> list[Token]:
    """The words of judgement: behind "as", or right behind what is judged, in quotation marks too."""
    behind = [c for c in verb.children if c.dep_ in {"oprd", "acomp", "xcomp", "ccomp", "attr"} and c.i > verb.i]
    behind += [*objects_behind(verb, {"as"})]
    behind += [g for c in verb.children if c.lower_ == "as" for g in c.children]
    return [t for word in behind for t in (word, *word.children, *word.conjuncts)]
