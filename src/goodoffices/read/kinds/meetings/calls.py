"""Calls: when a call is one person's with another ("paid a call on X", "discussed it in a call")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_call_on", "is_in_a_call"]


def is_call_on(call: Token) -> bool:
    """ "Paid a courtesy call on the president"."""
    made = call.dep_ == "dobj" and call.head.lemma_ in {"make", "pay"}
    return made and any(c.dep_ == "prep" and c.lower_ == "on" for c in call.children)


def is_in_a_call(call: Token) -> bool:
    """ "Had discussed it in a call the day before"; not "in a call for peace"."""
    within = call.dep_ == "pobj" and call.head.lower_ in {"in", "during"} and call.head.head.pos_ == "VERB"
    to = any(c.dep_ == "prep" and c.lower_ in {"for", "to", "on"} for c in call.children)
    return within and call.tag_ == "NN" and not to and not any(c.dep_ in {"acl", "xcomp"} for c in call.children)
