"""Binding: whom a pronoun cannot mean, for another word of its own clause already does ("X, whom he met, rang him")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["bound_elsewhere"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"who", "whom", "that", "which"})
_WITH_EACH_OTHER = frozenset(
    {"meet", "talk", "speak", "sit", "dine", "lunch", "confer", "negotiate", "deal", "consult", "quarrel", "agree"}
)
"""Verbs behind which "with him" is somebody else; one takes one's papers "with him" all the same."""
_SET_IN = frozenset(
    {"say", "add", "write", "argue", "insist", "explain", "warn", "note", "claim", "maintain", "continue", "concede"}
    | {
        "declare",
        "state",
        "remark",
        "recall",
        "suggest",
        "assert",
        "admit",
        "acknowledge",
        "stress",
        "observe",
        "reply",
    }
)
"""Verbs of saying that are set into what is said: "Sall, he said, would come"."""
_HIGHEST = 4
"""Verbs up which the subject of an infinitive is looked for, at most."""


def bound_elsewhere(pronoun: Token) -> Iterator[Token]:
    """The words whose person a pronoun cannot be.

    Args:
        pronoun: "He", "him", "she", "her".

    Yields:
        The subject of the verb whose object it is; the person told of by "whom", in a clause of which it is subject;
        those who are named in what it says, where that stands before it.
    """
    if pronoun.dep_ in _SUBJECTS:
        yield from _told_of(pronoun.head)
        yield from _said_before(pronoun)
        return
    verb = _verb_of_object(pronoun)
    if verb is not None:
        yield from _subject(verb)


def _told_of(verb: Token) -> Iterator[Token]:
    """ "X, whom he met", "X, with whom she spoke": X."""
    if verb.dep_ != "relcl" or verb.head.pos_ not in {"PROPN", "NOUN"}:
        return
    beside = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    beside += [t for c in verb.children if c.dep_ in {"prep", "dative"} for t in c.children if t.dep_ == "pobj"]
    if any(t.lower_ in _RELATIVE for t in beside):
        yield verb.head


def _said_before(pronoun: Token) -> Iterator[Token]:
    """ "Sall would come once the list was ready, he said": not Sall, nor anyone else whom he names."""
    verb = pronoun.head
    goes_on = any(c.dep_ in {"ccomp", "dobj", "xcomp"} and c.i > verb.i for c in verb.children)
    if verb.lemma_ not in _SET_IN or goes_on or pronoun.i == 0 or pronoun.nbor(-1).text not in {",", '"', "'", "-"}:
        return  # "Sall wants it signed; he has promised to come"
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    clauses += [verb.head] if verb.dep_ == "parataxis" else []
    for clause in clauses:
        if clause.i < pronoun.i:
            yield from (t for t in clause.subtree if t.i < pronoun.i and t.pos_ == "PROPN")


def _verb_of_object(pronoun: Token) -> Token | None:
    over = pronoun.head
    if pronoun.dep_ in {"dobj", "dative"} and over.pos_ == "VERB":
        return over
    if pronoun.dep_ == "pobj" and over.dep_ in {"agent", "dative"}:
        return over.head
    with_whom = pronoun.dep_ == "pobj" and over.lower_ == "with" and over.head.lemma_ in _WITH_EACH_OTHER
    return over.head if with_whom else None


def _subject(verb: Token) -> Iterator[Token]:
    """The subject of a verb, also where the verb above has it ("is due to ring him", "came and saw him")."""
    for _ in range(_HIGHEST):
        subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
        if subjects:
            relative = subjects[0].lower_ in _RELATIVE and verb.dep_ == "relcl"
            yield verb.head if relative else subjects[0]
            return
        over = verb.head
        has_object = any(c.dep_ in {"dobj", "dative"} for c in over.children)
        climbs = verb.dep_ == "conj" or (verb.dep_ == "xcomp" and not has_object)  # not "asked Y to ring him"
        climbs = climbs or verb.dep_ == "acomp"
        if not climbs or over == verb or over.pos_ not in {"VERB", "AUX", "ADJ"}:
            return
        verb = over
