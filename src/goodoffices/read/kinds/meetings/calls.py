"""Calls: when "call" is a conversation or a visit ("in a call", "a call on the minister"), and no demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_call_with_somebody"]


def is_call_with_somebody(call: Token) -> bool:
    """ "A call with X", "discussed it in a call", "paid a call on the minister"."""
    with_whom = any(c.dep_ == "prep" and c.lower_ in {"with", "between"} for c in call.children)
    return with_whom or _is_in_a_call(call) or _is_call_on(call)


def _is_call_on(call: Token) -> bool:
    """ "Paid a courtesy call on the president"."""
    made = call.dep_ == "dobj" and call.head.lemma_ in {"make", "pay"}
    on = [t for c in call.children if c.dep_ == "prep" and c.lower_ == "on" for t in c.children]
    whose = any(c.dep_ == "poss" for c in call.children)  # "his last call on President X lasted an hour"
    return bool(on) and (made or (whose and any(t.ent_type_ == "PERSON" for t in on)))


def _is_in_a_call(call: Token) -> bool:
    """ "Had discussed it in a call the day before"; not "in a call for peace"."""
    within = call.dep_ == "pobj" and call.head.lower_ in {"in", "during"} and call.head.head.pos_ == "VERB"
    to = any(c.dep_ == "prep" and c.lower_ in {"for", "to", "on"} for c in call.children)
    return within and call.tag_ == "NN" and not to and not any(c.dep_ in {"acl", "xcomp"} for c in call.children)
