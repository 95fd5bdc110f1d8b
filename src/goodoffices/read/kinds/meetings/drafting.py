"""Drafting: teams that work on a text somewhere ("are to complete the annexes in Geneva", "drew the map in Muscat")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import is_denied
from ..phrases import objects_behind
from .places import is_place
from .signing import is_signed
from .subjects import subject_of
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["drafts_there"]

_WRITE = frozenset(
    {"complete", "finish", "draft", "draw", "finalise", "finalize", "hammer", "thrash", "prepare", "write", "edit",
     "correct", "polish", "map", "mark", "demarcate", "compile", "work"}
)  # fmt: skip
_WRITERS = frozenset({"expert", "officer", "delegate", "technician", "lawyer", "drafter", "jurist", "cartographer"})
_TEXTS = frozenset(
    {"list", "map", "line", "timetable", "calendar", "draft", "wording", "schedule", "article", "detail"}
)


def drafts_there(context: Context, verb: Token) -> bool:
    """ "Military teams are to complete the annexes in Geneva next month", "both sides' officers drew the line in X".

    Of those whom parties send, at a text of theirs, in a town: who writes at home alone writes of something else.
    """
    if verb.lemma_.lower() not in _WRITE or is_denied(verb) or verb.dep_ in {"relcl", "acl"}:
        return False
    subject = subject_of(verb.head if verb.dep_ == "xcomp" and subject_of(verb) is None else verb)
    if subject is None or not _are_sent(subject) or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    texts = [c for c in verb.children if c.dep_ == "dobj" and _is_text(c)]
    texts += [t for t in objects_behind(verb, {"on"}) if _is_text(t)]
    heads = [verb, *texts, *(t for text in texts for t in objects_behind(text, {"for", "on"}))]
    inside = (t for head in heads for t in objects_behind(head, {"in", "at"}))
    return bool(texts) and any(t.pos_ == "PROPN" and is_place(context, t) for t in inside)


def _are_sent(subject: Token) -> bool:
    words = meeting_words()
    people = subject.lemma_.lower() in words.sent | _WRITERS
    return people and (subject.tag_ == "NNS" or any(c.lower_ == "joint" for c in subject.children))


def _is_text(thing: Token) -> bool:
    return is_signed(thing) or thing.lemma_.lower() in _TEXTS | encounter_words().settled
