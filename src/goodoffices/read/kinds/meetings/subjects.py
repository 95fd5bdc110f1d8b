"""Subjects: who does what a verb says, and whether that is more than one."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from .person_words import one_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_lost_predicate", "is_several", "nearest_subject", "own_subject", "subject_of"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_UP = frozenset({"conj", "xcomp", "advcl"})
_HIGHEST = 3
_FAR = 4
_OF_WHAT = frozenset({"instance", "time", "occasion", "case", "example", "moment", "sight", "spectacle", "image"})
"""Of whom these are, does what the participle says: "the first instance of X meeting Y"."""
_SEVERAL = frozenset({"they", "both", "we", "two", "three", "four", "five", "six"})


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, of the one that it is joined to or hangs on, or the noun that it says more of."""
    token = verb
    for _ in range(_HIGHEST):
        found = nearest_subject(token) or next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if found is not None:
            return token.head if found.lower_ in {"who", "which", "that"} and token.dep_ == "relcl" else found
        if is_lost_predicate(token):
            return token.head
        if token.dep_ not in _UP:
            return None
        token = token.head
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the one that it is joined to or completes: no farther than that."""
    token = verb
    for _ in range(3 if verb.head.dep_ == "acomp" else 2):  # "are due to speak again"
        found = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if found is not None or token.dep_ not in {"conj", "xcomp", "acomp"}:
            return found
        token = token.head
    return None


def nearest_subject(verb: Token) -> Token | None:
    """The subject that stands next to a verb: the parser may hang a stray phrase on it as a first one."""
    return max((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), key=lambda c: c.i, default=None)


def subject_of_gerund(verb: Token) -> Token | None:
    """ "The first instance of X, the envoy, meeting Y": X, wherever the parser hangs the participle."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl", "pcomp"} or verb.i == verb.sent.start:
        return None
    before = verb.nbor(-1) if verb.nbor(-1).text != "," else verb.nbor(-2)
    for above in (before, *itertools.islice(before.ancestors, _FAR)):
        of = above.head if above.dep_ == "pobj" else None
        if of is not None and of.lower_ == "of" and of.head.lemma_.lower() in _OF_WHAT:
            return above
    return None


def is_lost_predicate(verb: Token) -> bool:
    """Is it the verb of its sentence, which the parser hangs on a name as its participle ("X, the envoy, met Y")?"""
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or verb.sent.root.pos_ not in {"NOUN", "PROPN"}:
        return False
    passive = any(c.dep_ in {"auxpass", "agent"} for c in verb.children)
    return not passive and verb.nbor(-1).text in {",", verb.head.text} and verb.head.pos_ in {"NOUN", "PROPN"}


def is_several(subject: Token) -> bool:
    """Is it more than one person, side or body ("X and Y", "the two delegations", "they")?"""
    if subject.lower_ in _SEVERAL:
        return True
    behind = (subject, *(c for c in subject.children if c.dep_ == "appos"))
    if any(c.dep_ == "conj" for t in behind for c in t.children) or subject.dep_ == "conj":
        return True
    words = meeting_words()
    return subject.tag_ in {"NNS", "NNPS"} and one_of(subject) in words.collective | words.sent | words.personal
