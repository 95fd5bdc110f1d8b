"""Occurring: do the words around a noun tell that the meeting happens, or only mention it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import Clause, verb_phrase
from ..outlook_words import outlook_words
from ..phrases import objects_behind
from .attachment import Reach
from .judged import is_judged
from .known import in_a_call, is_new_occasion, is_on_a_visit, is_there
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_counted", "occurs"]

_OWNING = frozenset({"acknowledge", "admit", "concede"})
_PROPOSED = frozenset({"announce", "promise", "propose", "offer", "schedule", "plan"})


def occurs(reach: Reach) -> bool:
    """Do the words tell that the meeting happens: by a verb of meeting, or a verb under which a meeting stands?

    Args:
        reach: The words around the cue.
    """
    words, clause = meeting_words(), reach.clause
    inside = [t for verb in clause.asides for t in (verb, *(c for c in verb.children if c.dep_ == "xcomp"))]
    if clause.relation == "verb" or any(verb.lemma_.lower() in words.beside for verb in inside):
        return True
    if any(noun.lemma_.lower() in words.lengths for noun in clause.nouns[1:]):
        return True
    if any(tells(clause) for tells in (is_new_occasion, in_a_call, is_there, is_on_a_visit, is_counted, is_judged)):
        return True
    if not clause.verbs or _since(reach) or _is_if(reach):
        return False
    return any(_makes_happen(reach, verb, first=n == 0) for n, verb in enumerate(clause.verbs))


def _since(reach: Reach) -> bool:
    """ "Since talks resumed": a time that is counted from, not a meeting that is told of."""
    return any(c.dep_ == "mark" and c.lower_ == "since" for verb in reach.clause.verbs for c in verb.children)


def _is_if(reach: Reach) -> bool:
    """ "Only if the talks resume", "will move in if the talks fail": what may never be."""
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for v in reach.clause.verbs[:1] for c in v.children)


def _makes_happen(reach: Reach, verb: Token, *, first: bool) -> bool:
    clause, outlook = reach.clause, outlook_words()
    lemma, phrase = verb.lemma_.lower(), verb_phrase(verb)
    if lemma == "take" and not any(c.lower_ in {"place", "part", "seats"} for c in verb.children):
        return _is_counted_out(clause)
    if lemma == "hold" and phrase != lemma:
        return False  # "a dispute held up the talks"
    if {lemma, phrase} & (outlook.called_off | outlook.fixed | outlook.moved | outlook.slipped):
        return clause.relation in {"subject", "object"}
    if clause.relation == "subject":
        return _goes_on(verb)
    if clause.relation == "object":
        return _is_done(clause, verb)
    words = meeting_words()
    return first and (lemma in words.attended | words.itself | {"invite"} or _is_at(clause.cue, verb))


def _is_counted_out(clause: Clause) -> bool:
    """ "It took eight rounds to get there"."""
    return clause.relation == "object" and any(c.dep_ == "nummod" for c in clause.cue.children)


def _goes_on(verb: Token) -> bool:
    """ "Opened", "is in doubt", "is due": of the meeting itself."""
    words, outlook, lemma = meeting_words(), outlook_words(), verb.lemma_.lower()
    doubtful = lemma == "be" and any(t.lower_ in words.doubtful for t in verb.subtree)
    due = any(c.lemma_.lower() in outlook.to_come_adjectives for c in verb.children if c.dep_ == "acomp")
    behind = objects_behind(verb, {"on", "in", "at"}) if lemma == "be" else ()
    there = any(t.ent_type_ in {"DATE", "GPE"} for t in behind)  # "the last meeting of the three was on 15 July"
    follows = lemma == "follow" and not any(c.dep_ in {"dobj", "dative"} for c in verb.children)
    follows = follows and not any(c.dep_ == "auxpass" for c in verb.children)  # "four further sessions follow there"
    return lemma in words.itself or doubtful or due or there or follows


def _is_done(clause: Clause, verb: Token) -> bool:
    """ "Held", "hosted", "promised", "called a plenary": of those who do something with the meeting."""
    words, lemma = meeting_words(), verb.lemma_.lower()
    if lemma == "call":  # not "called the talks constructive"
        return any(c.lower_ in {"a", "an", "another"} for c in clause.cue.children)
    if lemma in _OWNING:  # "has acknowledged meetings with X"
        return any(c.lower_ in {"with", "between"} for noun in clause.nouns for c in noun.children)
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    return lemma in words.attended | words.convened | words.itself | _PROPOSED or (passive and lemma == "agree")


def _is_at(cue: Token, verb: Token) -> bool:
    """ "Will be at the talks"."""
    return verb.lemma_ == "be" and cue.dep_ == "pobj" and cue.head.lower_ == "at" and cue.head.i > verb.i


def is_counted(clause: Clause) -> bool:
    """ "The talks were the third round", "the session was their first meeting": told of as one of several."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or verb.lemma_ != "be" or clause.relation == "object":
        return False
    words = meeting_words()
    if clause.relation != "subject":  # "it was their first encounter"
        own = clause.cue.dep_ == "attr" and clause.cue.head == verb
        pointed = any(c.dep_ == "nsubj" and c.lower_ in {"it", "this", "these", "that", "they"} for c in verb.children)
        return own and pointed and any(c.lower_ in words.ordinals for c in clause.cue.children)
    named = (c for c in verb.children if c.dep_ == "attr" and {c.lemma_.lower(), c.lower_} & words.nouns)
    return any(c.lower_ in words.ordinals or c.ent_type_ == "ORDINAL" for attr in named for c in attr.children)
