"""Beside the point: clauses beside the main one that only say in passing how a party stood to something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .stances import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_in_passing"]


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
    if top.dep_ == "relcl":
        return not own  # "the paper, which the movement had accepted"
    return top.dep_ in {"advcl", "xcomp", "ccomp"} and _is_infinitive(cue.token)  # "pressed him to accept the terms"


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and not any(c.tag_ == "MD" for c in verb.children) and any(c.tag_ == "TO" for c in verb.children)
