"""Counting: how often people were together ("talked thirteen times", "the fourth time that they came")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_counted", "is_counted_time"]


def is_counted(verb: Token) -> bool:
    """ "Talked with the rebels thirteen times", "was in Damascus five times"."""
    times = (c for c in verb.children if c.dep_ in {"npadvmod", "dobj"} and c.lemma_ == "time")
    return any(any(g.dep_ == "nummod" for g in c.children) for c in times)


def is_counted_time(verb: Token) -> bool:
    """ "It was the fourth time that the sides had come to Muscat"."""
    above = [verb.head, *(c for c in verb.head.children if c.dep_ == "attr")]
    return verb.dep_ in {"ccomp", "relcl", "acl"} and any(
        t.lemma_ == "time" and any(c.ent_type_ == "ORDINAL" for c in t.children) for t in above
    )
