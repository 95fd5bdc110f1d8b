"""Beside the point: clauses beside the main one that only say in passing how a party stood to something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .stances import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_in_passing", "is_of_a_plan", "is_read_into"]

_SIGNS = frozenset({"sign", "signal", "test", "indication", "gauge", "measure", "indicator"})
"""What others take for a stance ("a test of their willingness")."""
_DEEPEST = 4
"""Clauses up to the one that hangs on the name of a plan."""


def is_in_passing(cue: Cue, *, own: bool) -> bool:
    """Is a stance only told in passing: when, after which, or in order to get which consent something was done?

    Args:
        cue: The word of stance.
        own: Do the words of what it is about name a matter of their own?
    """
    if cue.part != "verb":
        return False
    top = cue.token
    while top.dep_ == "conj" and top.head != top:
        top = top.head
    if top.dep_ == "advcl" and not own:
        return True  # "as the envoy left, pleased that both had agreed to it"
    if cue.stance != "accepts":
        return False
    if is_of_a_plan(cue.token):
        return True
    if top.dep_ == "relcl":
        return not own  # "the paper, which the movement had accepted"
    # "pressed him to accept the terms"
    return top.dep_ in {"advcl", "xcomp", "ccomp", "pcomp"} and _is_infinitive(cue.token, top)


def is_read_into(word: Token) -> bool:
    """ "In a sign that both are ready to trade", "a test of the parties' willingness": what others see in a deed."""
    clause = word.head if word.dep_ in {"acomp", "attr"} else word
    above = clause.head
    if clause.dep_ == "pobj" and above.lower_ == "of":
        above = above.head
    elif clause.dep_ not in {"acl", "ccomp"}:
        return False
    seen = above.pos_ == "NOUN" and above.lemma_.lower() in _SIGNS and above.i < clause.i
    return seen and above.dep_ in {"pobj", "attr", "oprd", "appos"}


def _is_infinitive(verb: Token, top: Token) -> bool:
    if verb.tag_ != "VB" or any(c.tag_ == "MD" for t in (verb, top) for c in t.children):
        return False
    return any(c.tag_ == "TO" for t in (verb, top) for c in t.children)


def is_of_a_plan(verb: Token) -> bool:
    """Is it what others would have someone do ("a plan under which Chad would withdraw and the rebels would agree")?

    Args:
        verb: A verb with its helping verbs.
    """
    if not any(c.lower_ == "would" and c.dep_ == "aux" for c in verb.children):
        return False
    clause = verb
    for _ in range(_DEEPEST):
        if clause.dep_ == "relcl":
            before = (c for c in clause.children if c.dep_ == "prep" and c.i < clause.i)
            return any(g.lower_ == "which" for c in before for g in c.children)
        if clause.dep_ not in {"conj", "advcl"}:
            return False
        clause = clause.head
    return False
