"""Mended clauses: where the parser hangs a clause of a meeting on the wrong word."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from ..governing import Clause
from .prospects import wants_to_hold

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_joined_infinitive", "mended"]

_CARRYING = frozenset({"of", "on", "about", "between", "among", "with"})
"""What hangs on a noun by these may keep for itself, in the parser's eyes, a clause that is the noun's."""
_FIXED = frozenset({"call", "schedule", "plan", "convene", "hold", "postpone", "slate", "propose"})
"""What is done with a session, not with the commission whose session it is."""
_ENDING = frozenset({"end", "conclude", "cap", "close", "crown", "follow", "wrap", "complete"})
"""What a signature does with the talks before it."""
_UP = 4


def mended(clause: Clause) -> Clause:
    """The clause with the words that are its own.

    Args:
        clause: The clause of a cue, as the parser has it.
    """
    return _under_main_verb(_held_behind(_with_own_clauses(_with_governor(clause))))


def _under_main_verb(clause: Clause) -> Clause:
    """ "Signed a pact that would end the war, capping a week of talks": the parser hangs "capping" on "end"."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.lemma_.lower() not in _ENDING:
        return clause
    above, first = verb.head, verb.left_edge.i
    if above.dep_ not in {"relcl", "acl", "ccomp"} or first == 0 or verb.doc[first - 1].text != ",":
        return clause
    root = verb.sent.root
    main = root.tag_ in {"VBD", "VBZ", "VBP"} and root.i < above.i and any(c.dep_ == "nsubj" for c in root.children)
    return msgspec.structs.replace(clause, verbs=(verb, root)) if main and above.dep_ != "ccomp" else clause


def _held_behind(clause: Clause) -> Clause:
    """ "At the third session, held at X, the delegations agreed": the parser hangs "held" on "agreed"."""
    cue, last = clause.cue, clause.cue.right_edge.i
    if clause.relation != "within" or last + 2 >= cue.sent.end or cue.doc[last + 1].text != ",":
        return clause
    held = cue.doc[last + 2]
    own = held.tag_ == "VBN" and held.lemma_ in _FIXED and held.dep_ in {"advcl", "acl"} and held not in clause.asides
    return msgspec.structs.replace(clause, asides=(*clause.asides, held)) if own else clause


def _with_governor(clause: Clause) -> Clause:
    """ "Agreed to have the truce audited and to meet again in X": the parser hangs "to meet" on "audited"."""
    cue = clause.cue
    if not is_joined_infinitive(clause) or any(c.dep_ in {"nsubj", "nsubjpass"} for c in cue.children):
        return clause
    below: Token = cue.head
    for above in itertools.islice(cue.head.ancestors, _UP):
        if below.dep_ == "xcomp" and _is_infinitive(below) and above.pos_ in {"VERB", "AUX"}:
            return msgspec.structs.replace(clause, verbs=(cue, above))
        below = above
    return clause


def is_joined_infinitive(clause: Clause) -> bool:
    """ "Agreed to have the truce audited and to meet again": is it hung on what is no infinitive?"""
    cue = clause.cue
    return clause.relation == "verb" and cue.dep_ == "conj" and _is_infinitive(cue) and not _is_infinitive(cue.head)


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


def _with_own_clauses(clause: Clause) -> Clause:
    """ "A session of the teams that was to have taken place in X": the parser hangs on the teams what is of it."""
    if not clause.nouns:
        return clause
    relative = [c for t in _carried(clause.cue) for c in t.children if c.dep_ == "relcl"]
    told = [v for c in relative for v in (c, *(x for x in c.children if x.dep_ == "xcomp")) if _takes_place(v)]
    return msgspec.structs.replace(clause, asides=(*clause.asides, *told)) if told else clause


def _carried(noun: Token) -> Iterator[Token]:
    """What hangs on a noun by prepositions, and on that ("a gathering of heads of government with delegates")."""
    left = [noun]
    for _ in range(_UP):
        left = [t for n in left for of in n.children if of.lower_ in _CARRYING for t in of.children if t.dep_ == "pobj"]
        yield from left


def _takes_place(verb: Token) -> bool:
    if any(c.dep_ == "auxpass" for c in verb.children):
        return verb.lemma_.lower() in _FIXED
    return wants_to_hold(verb) or (verb.lemma_ == "take" and any(c.lower_ == "place" for c in verb.children))
