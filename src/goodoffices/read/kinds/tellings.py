"""Tellings: verbs of saying by which somebody speaks to the public, judges, denies, warns or announces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plover.cues import cue_of
from ..plover.roles import doer
from .happenings import event_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["announces_measure", "is_named", "is_published", "is_told_of"]

_VENUES = frozenset({"in", "on", "at", "to", "before", "over", "from"})
_QUOTES = frozenset({'"', "“"})


def is_published(verb: Token) -> bool:
    """Is it said to the public: "in a statement, X said", "told a rally", "wrote on Telegram"?

    Args:
        verb: A verb.
    """
    words = event_words()
    if verb.lemma_.lower() not in words.saying:
        return False
    # in front of the verb: "he said in a statement" is no more than how the talks' own spokesmen speak
    for prep in (c for c in verb.children if c.dep_ == "prep" and c.lower_ in _VENUES):
        things = {c.lemma_.lower() for c in prep.children if c.dep_ == "pobj"}
        if things & words.stages or (prep.i < verb.i and prep.lower_ == "in" and things & words.media):
            return True
    hearers = {c.lemma_.lower() for c in verb.children if c.dep_ in {"dobj", "dative", "nsubjpass"} and c.i > verb.i}
    # a view told to a radio is how the talks' own spokesmen speak; that a thing was not done contradicts somebody
    return verb.lemma_ == "tell" and bool(hearers & words.audience or (hearers & words.stages and _tells_of_none(verb)))


def _tells_of_none(verb: Token) -> bool:
    """ "Told a radio that nobody had asked him"."""
    told = [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ in {"VBD", "VBN"}]
    return any(c.dep_ == "neg" or c.lower_ in {"nobody", "none", "nothing"} for clause in told for c in clause.children)


def is_named(verb: Token) -> bool:
    """Is it a judgement in quotation marks ("X called the offer 'unhelpful'")?

    Args:
        verb: A verb.
    """
    if (
        verb.lemma_.lower() not in event_words().naming
        or verb.tag_ == "VBG"
        or not any(c.dep_ == "dobj" or c.pos_ == "NOUN" for c in verb.children)
    ):
        return False
    behind = verb.doc[verb.i : min(verb.right_edge.i + 1, verb.i + 15)]
    praised = any(word.lower_ in event_words().praising for word in behind)
    return not praised and any(word.text in _QUOTES for word in behind)


def is_told_of(verb: Token) -> bool:
    """Is it denied, warned of, or a measure announced, with what that is ("denies sending weapons")?

    Args:
        verb: A verb.
    """
    words, lemma = event_words(), verb.lemma_.lower()
    if lemma in words.ruling:
        agent = doer(verb)
        judged = agent is not None and agent.lemma_.lower() in words.judges
        return judged and any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    if lemma == "announce":
        return announces_measure(verb) or _announces_defiance(verb)
    if lemma not in words.telling or _is_onlooker(verb):
        return False
    # "denied that it had bombed the camp" is told of the camp; "denies sending weapons" of what others say
    if verb.dep_ == "ccomp" and verb.head.i < verb.i:
        return False  # told by someone else: "said that a general had warned them"
    if lemma == "deny":
        return any(c.dep_ == "xcomp" or (c.dep_ == "ccomp" and _opens_with_that(c)) for c in verb.children)
    return any(
        c.dep_ in {"ccomp", "xcomp"} or (c.dep_ == "prep" and c.lower_ in {"of", "against"}) for c in verb.children
    )


def _is_onlooker(verb: Token) -> bool:
    """ "Analysts warn that ...": those who stand outside add no statement of their own."""
    agent = doer(verb)
    return agent is not None and agent.lemma_.lower() in event_words().onlookers


def _announces_defiance(verb: Token) -> bool:
    """ "Announced that it would boycott the vote": it works against the talks, which all else announced belongs to."""
    defying = event_words().defying
    clauses = (c for c in verb.children if c.dep_ == "ccomp")
    return any(t.lemma_.lower() in defying for clause in clauses for t in (clause, *clause.children))


def _opens_with_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def announces_measure(verb: Token) -> bool:
    """Is it the measure itself, which is one's own to take ("announced that it would ease visas")?

    Args:
        verb: A verb.
    """
    if verb.lemma_.lower() != "announce":
        return False
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    own = [c for c in clauses if any(g.dep_ == "nsubj" and g.lower_ in {"it", "he", "she", "they"} for g in c.children)]
    cues = [cue_of(clause, event_words().verbs) for clause in own]
    return any(cue is not None and cue.plover == "measure" for cue in cues)
