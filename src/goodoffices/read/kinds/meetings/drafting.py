"""Drafting: teams that work on a text somewhere ("are to complete the annexes in Geneva", "drew the map in Muscat")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import is_denied
from ..phrases import objects_behind
from .places import is_place
from .signing import is_signed
from .subjects import is_several, subject_of
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["drafts_there", "rises"]

_WRITE = frozenset(
    {"complete", "finish", "draft", "draw", "finalise", "finalize", "hammer", "thrash", "prepare", "write", "edit",
     "correct", "polish", "map", "mark", "demarcate", "compile", "work"}
)  # fmt: skip
_WRITERS = frozenset({"expert", "officer", "delegate", "technician", "lawyer", "drafter", "jurist", "cartographer"})
_TEXTS = frozenset({"list", "map", "line", "timetable", "calendar", "draft", "wording", "schedule", "article", "detail"})
_PARTED = frozenset({"break up", "rise", "adjourn", "disperse", "part", "recess"})
_SITTING = frozenset({"commission", "committee", "subcommittee", "sub-committee", "council", "panel", "troika", "conclave"})
_SHORT = frozenset({"minute", "hour", "noon", "midnight", "dawn", "evening", "night", "afternoon"})


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
    heads = [verb, *texts, *(t for text in texts for t in objects_behind(text, {"of", "for", "on"}))]
    inside = (t for head in heads for t in objects_behind(head, {"in", "at"}))
    return bool(texts) and any(t.pos_ == "PROPN" and is_place(context, t) for t in inside)


def _are_sent(subject: Token) -> bool:
    words = meeting_words()
    people = subject.lemma_.lower() in words.sent | _WRITERS
    return people and (subject.tag_ == "NNS" or any(c.lower_ == "joint" for c in subject.children))


def _is_text(thing: Token) -> bool:
    return is_signed(thing) or thing.lemma_.lower() in _TEXTS | encounter_words().settled


def rises(context: Context, verb: Token) -> bool:
    """ "The committee broke up on Sunday evening after 40 minutes", "the two parted at noon": those who had sat.

    Args:
        context: The report.
        verb: A verb.
    """
    particle = next((c.lower_ for c in verb.children if c.lower_ == "up" and c.i == verb.i + 1), "")
    if f"{verb.lemma_.lower()} {particle}".strip() not in _PARTED or verb.tag_ != "VBD" or is_denied(verb):
        return False
    subject = subject_of(verb)
    if subject is None or any(c.dep_ in {"dobj", "auxpass", "ccomp"} for c in verb.children):
        return False
    body = subject.lemma_.lower() in _SITTING
    people = is_several(subject) and (bool(context.roster.at(subject)) or subject.pos_ in {"NOUN", "PRON", "NUM"})
    if not body and not (people and verb.lemma_ == "part"):
        return False
    if any(True for _ in objects_behind(verb, {"over", "into", "against", "from", "with", "to"})):
        return False
    return any(t.ent_type_ == "TIME" or t.lemma_ in _SHORT for t in _times(verb))


def _times(verb: Token) -> Iterator[Token]:
    yield from objects_behind(verb, {"after", "at", "on", "before", "past", "towards", "toward"})
    yield from (c for c in verb.children if c.dep_ == "npadvmod")
