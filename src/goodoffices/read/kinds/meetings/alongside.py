"""Alongside: who speaks beside somebody ("speaking alongside X, Y said"), or to those who meet ("told the summit")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import is_denied
from ..phrases import objects_behind
from .places import is_place
from .subjects import subject_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["stands_by", "tells_those_who_meet", "told_at_their_place"]

_SPEAKING = frozenset({"speak", "stand", "appear", "talk", "sit"})
_BESIDE = frozenset({"alongside", "beside"})
_NEXT = frozenset({"next", "close"})
_OCCASIONS = frozenset({"summit", "session", "meeting", "plenary", "sitting", "roundtable", "conclave", "conference"})
_COUNCILS = frozenset({"council", "committee", "commission", "troika"})
_PUBLIC = frozenset({"press", "news", "media", "parliamentary", "party", "business", "investment", "security"})
"""Before "conference" these make it one where somebody speaks to listeners."""


def stands_by(context: Context, verb: Token) -> Iterator[Token]:
    """ "Speaking alongside X in Berlin, Y said", "standing next to X", "flanked by X": persons, seen together.

    Args:
        context: The report.
        verb: A verb.
    """
    if is_denied(verb) or verb.tag_ not in {"VBG", "VBD", "VBN"}:
        return
    whom: list[Token] = []
    if verb.lemma_ == "flank" and verb.tag_ == "VBN":
        whom = list(objects_behind(verb, {"by"}))
    elif verb.lemma_ in _SPEAKING:
        whom = list(objects_behind(verb, _BESIDE))
        nexts = [c for c in verb.children if c.lower_ in _NEXT]
        whom += [t for near in nexts for t in objects_behind(near, {"to"})]
    subject = subject_of(verb)
    one = subject is not None and (_is_person(context, subject) or subject.lower_ in {"he", "she", "they", "who"})
    if one:
        yield from (t for t in whom if _is_person(context, t))


def _is_person(context: Context, token: Token) -> bool:
    return any(context.roster.actors[a].kind == "person" for a in context.roster.at(token))


def told_at_their_place(context: Context, verb: Token) -> Iterator[Token]:
    """ "Told the delegations at the palace that ...": those who negotiate, at a place."""
    if verb.lemma_ not in {"tell", "address", "assure", "thank", "urge"} or verb.tag_ != "VBD" or is_denied(verb):
        return
    sent = meeting_words().sent | {"delegate", "participant", "mediator", "signatory"}
    whom = [c for c in verb.children if c.dep_ == "dobj" and c.tag_ == "NNS" and c.lemma_.lower() in sent]
    if any(is_place(context, t) for head in (verb, *whom) for t in objects_behind(head, {"at", "in"})):
        yield from whom


def tells_those_who_meet(context: Context, verb: Token) -> bool:
    """ "Told the summit that ...", "told the Security Council on Monday": who speaks there is at it.

    Args:
        context: The report.
        verb: A verb.
    """
    if verb.lemma_ != "tell" or verb.tag_ not in {"VBD", "VBN"} or is_denied(verb):
        return False
    subject = subject_of(verb)
    if subject is None or not (_is_person(context, subject) or subject.lower_ in {"he", "she"}):
        return False
    return any(c.dep_ in {"dobj", "dative"} and _is_of_those_who_meet(context, c) for c in verb.children)


def _is_of_those_who_meet(context: Context, token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.tag_ not in {"NN", "NNP", "JJ"}:
        return False
    if lemma in _COUNCILS:  # "the Security Council", not "the city council"
        return token.tag_ == "NNP" and bool(context.roster.at(token))
    before = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod", "nmod"}}
    return lemma in _OCCASIONS and not before & (_PUBLIC | (meeting_words().not_before - {"plenary"}))
