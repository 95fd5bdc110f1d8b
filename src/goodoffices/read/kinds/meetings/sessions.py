"""Sessions: those who take their seats, and those who rise ("filed into the hall", "broke up after 40 minutes")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import is_denied
from ..phrases import objects_behind, with_joined
from .subjects import is_several, subject_of
from .vocabulary import encounter_words, meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["rises", "takes_seats"]

_PARTED = frozenset({"break up", "rise", "adjourn", "disperse", "part", "recess"})
_PARTING = frozenset(phrase.split()[0] for phrase in _PARTED)
_SITTING = frozenset(
    {"commission", "committee", "subcommittee", "sub-committee", "council", "panel", "troika", "conclave"}
)
_SHORT = frozenset({"minute", "hour", "noon", "midnight", "dawn", "evening", "night", "afternoon"})
_ENTER = frozenset({"file", "troop", "walk", "march", "pour", "crowd", "squeeze", "go", "return"})
_SENT = frozenset({"side", "delegate", "party", "representative", "envoy", "member"})
_HALLS = frozenset({"hall", "room", "chamber", "ballroom", "conference", "plenary"})


def rises(context: Context, verb: Token) -> bool:
    """ "The committee broke up on Sunday evening after 40 minutes", "the two parted at noon": those who had sat.

    Args:
        context: The report.
        verb: A verb.
    """
    if verb.lemma_.lower() not in _PARTING:
        return False
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


def takes_seats(context: Context, verb: Token) -> bool:
    """ "The delegations filed into the hall at nine", "both took their places at the table": of those who negotiate."""
    if verb.lemma_ not in _ENTER | {"take"} or verb.tag_ not in {"VBD", "VBN"} or is_denied(verb):
        return False
    subject = subject_of(verb)
    if subject is None or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    words = meeting_words()
    sent = is_several(subject) and subject.lemma_.lower() in words.sent | _SENT
    if not sent:
        return False
    into = any(t.lemma_.lower() in _HALLS for t in objects_behind(verb, {"into"}))
    seats = any(
        c.dep_ == "dobj" and c.lemma_ in {"seat", "place"} and any(g.dep_ == "poss" for g in c.children)
        for c in verb.children
    )
    named = seats and len({a for t in objects_behind(subject, {"of", "from"}) for a in with_joined(context, t)}) > 1
    tables = seats and any(t.lemma_ in encounter_words().tables for t in objects_behind(verb, {"at", "in", "around"}))
    timed = any(t.ent_type_ in {"TIME", "DATE", "CARDINAL"} or t.lemma_ in _SHORT for t in _times(verb))
    return (verb.lemma_ in _ENTER and into) or (verb.lemma_ == "take" and (tables or named or (seats and timed)))
