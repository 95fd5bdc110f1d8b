"""Lists of names that the parser hangs elsewhere: on a day or a place that opens the sentence, on guarantors."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["acts_in_list"]

_NAMES = frozenset({"NNP", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_SEVERAL = frozenset({"countries", "states", "nations", "powers", "governments", "partners", "parties"})
_ROLES = frozenset(
    {"guarantor", "mediating", "mediator", "facilitating", "facilitator", "sponsor", "sponsoring", "accompanying"}
    | {"observer", "host", "brokering", "signatory", "founding", "negotiating", "co-sponsoring", "participating"}
)
"""What countries are called that take part in talks, whatever the sentence says of them."""
_LONGEST = 8
"""Names of the longest list that is followed up."""


def acts_in_list(name: Token) -> bool:
    """ "On Friday, Peru, Chile and Bolivia declared": is a name in a list that acts, though the parse does not say so?

    Args:
        name: The last word of a name that the parser joins to something before it.
    """
    first, opening = name, name.head
    for _ in range(_LONGEST):
        if opening.dep_ != "conj" or opening.tag_ not in _NAMES:
            break
        first, opening = opening, opening.head
    if not _is_set_off(first, opening):
        return False
    return _are_at_talks(opening) or (_opens(opening) and _lead_a_verb(first))


def _is_set_off(first: Token, opening: Token) -> bool:
    """Does a comma part the list from the word to which the parser joins it?"""
    before = first.doc[opening.i + 1 : first.left_edge.i]
    return opening.i < first.i and len(before) > 0 and before[0].text == ","


def _are_at_talks(noun: Token) -> bool:
    """ "The guarantor countries, Norway, Chile and Cuba"."""
    several = noun.lower_ in _SEVERAL and any(c.lower_ in _ROLES for c in noun.children if c.i < noun.i)
    return several or noun.lower_ == "guarantors"


def _opens(word: Token) -> bool:
    """Is it the day or the place with which a phrase before the list ends?"""
    return word.dep_ in {"pobj", "npadvmod"} and (word.ent_type_ in {"DATE", "TIME"} or word.tag_ not in _NAMES)


def _lead_a_verb(first: Token) -> bool:
    """Does a verb without a subject of its own stand right behind the last name of a list of several?"""
    last = first
    for _ in range(_LONGEST):
        following = next((c for c in last.children if c.dep_ == "conj" and c.tag_ in _NAMES), None)
        if following is None:
            break
        last = following
    verb = last.doc[last.i + 1 : last.i + 2]
    if last is first or not len(verb) or verb[0].tag_ not in _FINITE:
        return False
    clause = verb[0].head if verb[0].dep_ in {"aux", "auxpass"} else verb[0]
    return not any(c.dep_ in _SUBJECTS for c in clause.children)
