"""Signed before somebody: "signed the page in front of X", "initialled it in the presence of their host"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import is_denied
from ..phrases import objects_behind
from .person_words import is_person_word
from .signing import puts_name
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["signed_before", "signs_before_somebody"]

_SIGHT = frozenset({"presence", "front", "eye", "eyes", "gaze", "chairmanship", "auspices", "sight", "company"})


def signs_before_somebody(context: Context, verb: Token) -> bool:
    """Does a verb tell that something is signed while somebody looks on?"""
    signs = verb.lemma_.lower() in meeting_words().sign - {"endorse"} or puts_name(verb)
    if not signs or verb.tag_ not in {"VBD", "VBN", "VBZ", "VBG"} or is_denied(verb):
        return False
    return any(True for _ in signed_before(context, verb))


def signed_before(context: Context, verb: Token) -> Iterator[Token]:
    """Those before whom it is signed."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} or (c.dep_ == "prep" and c.lower_ == "to")]
    heads = (verb, *things, *(g for c in things for g in c.children if g.dep_ == "pobj"))
    for head in heads:
        yield from (t for t in objects_behind(head, {"before"}) if is_person_word(context, t))
        for sight in objects_behind(head, {"in", "under"}):
            if sight.lemma_.lower() in _SIGHT:
                yield from (t for t in objects_behind(sight, {"of"}) if is_person_word(context, t))
