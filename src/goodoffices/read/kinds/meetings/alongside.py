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

__all__ = ["councils_shown", "stands_by", "tells_those_who_meet", "told_at_their_place"]

_SPEAKING = frozenset({"speak", "stand", "appear", "talk", "sit"})
_BESIDE = frozenset({"alongside", "beside"})
_NEXT = frozenset({"next", "close"})
_OCCASIONS = frozenset({"summit", "session", "meeting", "plenary", "sitting", "roundtable", "conclave", "conference"})
_TELLING = frozenset({"tell", "inform", "brief", "address"})
_PRESENTING = frozenset({"present", "outline", "unveil"})
_IN_WRITING = frozenset({"letter", "note", "report", "message", "writing", "cable", "statement"})
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
        # "speaking in X on Monday alongside Y": the parser hangs Y on the day
        whom += [t for when in objects_behind(verb, {"on", "in", "at"}) for t in objects_behind(when, _BESIDE)]
    subject = verb.head if verb.dep_ == "acl" else subject_of(verb)  # "X, speaking in Y alongside Z, denied it"
    one = subject is not None and (_is_person(context, subject) or subject.lower_ in {"he", "she", "they", "who"})
    if one:
        # "sat beside him", whom the report has just quoted: at what is told of him already
        yield from (t for t in whom if t.pos_ != "PRON" and _is_person(context, t))


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
    if (
        (verb.lemma_ not in _TELLING and verb.lemma_ not in _PRESENTING)
        or verb.tag_ not in {"VBD", "VBN", "VBG"}
        or is_denied(verb)
    ):
        return False
    subject = subject_of(verb)
    if subject is None or not (_is_person(context, subject) or subject.lower_ in {"he", "she"}):
        return False
    if verb.lemma_ in _PRESENTING:
        return any(True for _ in councils_shown(context, verb))
    told = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    if verb.lemma_ != "tell" or verb.tag_ == "VBG":  # who informs the opening session by letter is not at it
        return any(_is_council(context, c) for c in told) and not any(t.lower_ in _IN_WRITING for t in _means(verb))
    return any(_is_of_those_who_meet(context, c) for c in told)


def councils_shown(context: Context, verb: Token) -> Iterator[Token]:
    """ "Presented the plan to the Security Council": the council, also where the parser hangs it on the plan.

    Args:
        context: The report.
        verb: A verb.
    """
    if verb.lemma_ in _PRESENTING and verb.tag_ == "VBD":
        things = [t for c in verb.children if c.dep_ == "dobj" for t in (c, *objects_behind(c, {"for", "on"}))]
        for head in (verb, *things):
            yield from (t for t in objects_behind(head, {"to", "before"}) if _is_council(context, t))


def _means(verb: Token) -> Iterator[Token]:
    """ "By letter", "in a report"."""
    return objects_behind(verb, {"by", "in"})


def _is_council(context: Context, token: Token) -> bool:
    """ "The Security Council", "the 15-member council"; not "the city council"."""
    if token.lemma_.lower() not in _COUNCILS or token.tag_ not in {"NN", "NNP"}:
        return False
    if token.tag_ == "NNP":
        return bool(context.roster.at(token))
    beside = [c for c in token.children if c.dep_ in {"compound", "amod", "nmod"}]
    plain = any(c.lower_ == "the" for c in token.children) and all(c.lower_ == "member" for c in beside)
    security = "Security Council" in context.report.text and "National Security Council" not in context.report.text
    return plain and token.lower_ == "council" and security


def _is_of_those_who_meet(context: Context, token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.tag_ not in {"NN", "NNP", "JJ"}:
        return False
    if lemma in _COUNCILS:
        return _is_council(context, token)
    before = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod", "nmod"}}
    return lemma in _OCCASIONS and not before & (_PUBLIC | (meeting_words().not_before - {"plenary"}))
