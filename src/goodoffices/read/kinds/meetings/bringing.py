"""Bringing together: verbs by which others come to a meeting ("was received by", "brought both together")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .encounters import is_seating
from .person_words import is_person_word
from .places import is_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["brings_together", "convener_of_bringing", "is_received"]

_REACH = 16
"""Words between "bring" and "together", at most."""
_AGREED = frozenset({"xcomp", "ccomp", "advcl", "dobj"})
"""How what is agreed hangs on the verb."""
_TABLE = frozenset({"table", "talks"})


def is_received(context: Context, verb: Token) -> bool:
    """ "Was received by the minister", "was received in Rabat", "were briefed by the envoy", "was met by X"."""
    words, lemma = meeting_words(), verb.lemma_.lower()
    if lemma in {"see", "consult"} or (lemma not in words.receive and lemma not in {"meet", "visit", "hear"}):
        return False
    subject = _passive_subject(verb)
    if subject is None:
        return False
    if not (is_person_word(context, subject) or subject.lower_ in {"he", "she", "we", "they", "i"}):
        return False
    if any(is_person_word(context, agent) for agent in objects_behind(verb, {"by"})):
        return True
    if lemma in {"brief", "hear"} and _is_timed(verb):
        return True  # "delegates were heard on 27 March", "was briefed each evening"
    inside = objects_behind(verb, {"in", "at"})
    return lemma == "receive" and any(g.pos_ == "PROPN" and is_place(context, g) for g in inside)


def _is_timed(verb: Token) -> bool:
    times = [*objects_behind(verb, {"on"}), *(c for c in verb.children if c.dep_ == "npadvmod")]
    return any(t.ent_type_ in {"DATE", "TIME"} for t in times)


def _passive_subject(verb: Token) -> Token | None:
    """ "Was received", "flew there and was received": of the verb itself, or of the one that it is joined to."""
    if not any(c.dep_ == "auxpass" for c in verb.children):
        return None
    own = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if own is not None or verb.dep_ != "conj":
        return own
    return next((c for c in verb.head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)


def brings_together(context: Context, verb: Token) -> bool:
    """ "Brought the parties together in Geneva", "brought them back to the table": of people."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if is_seating(verb):
        return any(is_person_word(context, t) for t in things)
    if verb.lemma_.lower() not in meeting_words().bring or not any(is_person_word(context, t) for t in things):
        return False
    if any(t.lower_ == "together" and verb in (t.head, t.head.head) for t in verb.doc[verb.i + 1 : verb.i + _REACH]):
        return True
    inner = [g for c in verb.children for g in (c, *c.children) if g.dep_ == "prep" and g.lower_ in {"to", "around"}]
    return any(g.dep_ == "pobj" and g.lower_ in _TABLE for p in inner for g in p.children)


def agrees_there(context: Context, verb: Token) -> bool:
    """ "A and B agreed in Geneva on Tuesday to open the road": two who agree somewhere, or on a day, have met there."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or verb.tag_ != "VBD" or not any(c.dep_ == "conj" for c in subject.children):
        return False
    words = meeting_words()
    about = (c for c in verb.children if c.dep_ in _AGREED or (c.dep_ == "prep" and c.lower_ in {"on", "to"}))
    below = {word for c in about for t in c.subtree for word in (t.lemma_.lower(), t.lower_)}
    if below & (words.nouns | words.meet | words.again | {"return", "talk", "phone", "telephone"}):
        return False  # what they agreed on is a meeting, or was agreed at one that is told of itself
    on_day = any(g.ent_type_ == "DATE" for g in objects_behind(verb, {"on"}))
    inside = objects_behind(verb, {"in", "at"})
    return on_day or any(g.pos_ == "PROPN" and is_place(context, g) for g in inside)


def convener_of_bringing(context: Context, verb: Token) -> Token | None:
    """Who brings people together; None where it is the meeting itself that does, or the verb tells of other things."""
    if not brings_together(context, verb):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return None if subject is None or subject.lower_ in {"it", "which", "that", "this"} else subject
