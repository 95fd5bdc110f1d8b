"""Overhead: who calls for a thing in a second clause that the parser joins to what the first one tells.

"The minister argued that the deadline was unreal and proposed another": the deadline proposes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .frames import frames

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["subject_overhead"]

_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_UNDER = frozenset({"ccomp", "advcl", "xcomp", "relcl", "acl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OF_PAPERS = frozenset(
    {"guarantee", "ensure", "need", "recognise", "recognize", "affirm", "exclude", "preclude", "respect"}
)
"""Verbs of stance that are told of a paper or a thing too."""
_DEEPEST = 4
"""Clauses between the verb and the one whose subject it has."""


def subject_overhead(verb: Token, subject: Token) -> Token | None:
    """The subject of the clause over the one to which the parser joins a finite verb.

    Args:
        verb: A verb without a subject of its own.
        subject: What the parser takes for its subject, a thing that is no actor.

    Returns:
        The subject above; None where the verb is joined to nothing below another clause, or the thing may act.
    """
    if verb.dep_ != "conj" or subject.pos_ not in {"NOUN", "PRON"} or subject.ent_type_ == "PERSON":
        return None
    if any(c.dep_ in _SUBJECTS for c in verb.children) or not _is_finite(verb):
        return None
    top = _first_joined(verb)
    if verb.tag_ == top.tag_ == "VBZ" and verb.lemma_ in _OF_PAPERS | frames().laying_down:
        return None  # "the accord protects trade and guarantees access"
    for _ in range(_DEEPEST):
        if top.dep_ not in _UNDER or top.head.pos_ not in _VERBS:
            return None
        top = _first_joined(top.head)
        own = next((c for c in top.children if c.dep_ in _SUBJECTS and c.i < top.i), None)
        if own is not None and own != subject:
            return own
    return None


def _first_joined(verb: Token) -> Token:
    """The first of verbs that are joined, the one with the subject."""
    while verb.dep_ == "conj" and verb.head.pos_ in _VERBS and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb = verb.head
    return verb


def _is_finite(verb: Token) -> bool:
    """ "Called", "calls", "has called", and neither "call" behind a modal nor "calling"."""
    helpers = [c for c in verb.children if c.dep_ == "aux"]
    if any(c.tag_ == "MD" or c.lower_ == "to" for c in helpers):
        return False
    return verb.tag_ in _FINITE or (verb.tag_ == "VBN" and any(c.lemma_ == "have" for c in helpers))
