"""Singled out: a noun without names, place and time that tells of one meeting all the same ("the next round")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import is_denied
from ..phrases import objects_behind
from .draft import Draft
from .known import is_occasion, is_there
from .occurring import is_counted
from .people import is_collective_noun
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_opened", "is_singled_out"]

_TO_COME = frozenset({"to_come", "possible", "called_off"})
_FIXED = frozenset({"hold", "convene", "organise", "organize", "schedule", "call", "host"})


def is_singled_out(draft: Draft) -> bool:
    """Without names, place and time, is it one meeting all the same?"""
    if is_counted(draft.reach.clause) or _is_one_of_a_number(draft) or _lasts(draft):
        return True
    owned = any(c.dep_ == "poss" for noun in draft.reach.nouns for c in noun.children)
    if draft.prospect in _TO_COME and any(_is_ordered(noun, alone=owned) for noun in draft.reach.nouns):
        return True
    if is_opened(draft) or _is_theirs_that_was(draft) or _is_this_one(draft) or _is_to_begin(draft):
        return True
    if owned and draft.prospect == "called_off" and draft.cue.lemma_.lower() in meeting_words().visits:
        return True  # "his trip has been cancelled"
    if owned and not draft.collective:
        return False
    return _is_with_people(draft) or _is_called_off(draft) or _is_convened(draft)


def _lasts(draft: Draft) -> bool:
    """ "The talks lasted six hours", "are expected to last up to ten days": one, by its length."""
    last = next((v for v in draft.reach.clause.verbs if v.lemma_ == "last"), None)
    if last is None or draft.reach.clause.relation != "subject":
        return False
    lengths = [c for c in last.children if c.dep_ in {"npadvmod", "dobj"}] + list(objects_behind(last, {"for", "to"}))
    return any(t.lemma_ in meeting_words().lengths | {"minute"} for t in lengths)


def _is_to_begin(draft: Draft) -> bool:
    """ "The talks are to resume", "the negotiations on the second phase will begin": one, whatever the day."""
    verb = draft.reach.clause.verbs[0] if draft.reach.clause.verbs else None
    begins = verb is not None and verb.lemma_ in {"begin", "resume", "open", "start", "reconvene", "restart"}
    talks = {draft.cue.lemma_.lower(), draft.cue.lower_} & meeting_words().talks
    return begins and bool(talks) and draft.prospect == "to_come" and draft.reach.clause.relation == "subject"


def _is_one_of_a_number(draft: Draft) -> bool:
    """ "Has convened six meetings", "who chaired all five rounds", "there has been one session": told by its number."""
    counted = any(c.dep_ == "nummod" or c.lower_ == "one" for noun in draft.reach.nouns for c in noun.children)
    held = any(v.lemma_ in {"hold", "convene", "conduct"} for v in draft.reach.clause.verbs[:1])
    rounds = counted and draft.prospect == "happened" and (held or draft.cue.lemma_.lower() == "round")
    return (
        rounds
        or (counted and bool(draft.convenors))
        or (is_there(draft.reach.clause) and draft.cue.tag_ in {"NN", "JJ"})
    )


def _is_ordered(noun: Token, *, alone: bool) -> bool:
    """ "The next round", "its first meeting"; where somebody owns a noun of the phrase, that one has to be it."""
    counts = meeting_words().ordinals | meeting_words().ordered
    ordered = any(c.ent_type_ == "ORDINAL" or c.lower_ in counts for c in noun.children)
    return ordered and (not alone or any(c.dep_ == "poss" for c in noun.children))


def _is_theirs_that_was(draft: Draft) -> bool:
    """ "Their summit ended with a declaration": of those who were told of before."""
    theirs = any(c.dep_ == "poss" and c.lower_ in {"their", "our"} for c in draft.cue.children)
    single = draft.cue.tag_ in {"NN", "JJ"} and draft.cue.lemma_.lower() in meeting_words().meetings
    return theirs and single and draft.prospect == "happened" and draft.reach.clause.relation == "subject"


def is_opened(draft: Draft) -> bool:
    """ "X opened the conference", "Y attended the session": who was there, of the meeting that is spoken of."""
    verb = draft.reach.clause.verbs[0] if draft.reach.clause.verbs else None
    if verb is not None and (_takes_part(draft, verb) or _walks_out(draft, verb) or _is_shunned(draft, verb)):
        return True
    if verb is None or draft.reach.clause.relation != "object" or draft.prospect != "happened":
        return False
    own = any(c.dep_ == "poss" and c.lower_ == "its" for noun in draft.reach.nouns for c in noun.children)
    single = draft.cue.tag_ in {"NN", "JJ"} and (_has(draft, {"the"}) or own) and bool(draft.people)
    return single and verb.lemma_.lower() in meeting_words().was_there


def _walks_out(draft: Draft, verb: Token) -> bool:
    """ "Walked out of the second gathering": of one meeting, at which somebody named had been."""
    out = verb.lemma_ in {"walk", "storm", "march", "stalk"} and any(c.lower_ == "out" for c in verb.children)
    return out and draft.prospect == "happened" and bool(draft.people) and _is_single(draft)


def _is_shunned(draft: Draft, verb: Token) -> bool:
    """ "Skipped the anniversary gathering", "boycotted the session": it took place without somebody."""
    shuns = verb.lemma_ in meeting_words().shun | {"miss"} and draft.reach.clause.relation == "object"
    return shuns and verb.tag_ == "VBD" and not is_denied(verb) and _is_single(draft)


def _is_single(draft: Draft) -> bool:
    return draft.cue.tag_ in {"NN", "JJ"} and _has(draft, {"the", "a", "this", "its", "their", "his", "her"})


def _takes_part(draft: Draft, verb: Token) -> bool:
    """ "X took part in the closing session", "will attend the next round": somebody named, in one meeting."""
    talks = {"dialogue", "negotiation", "consultation", "discussion", "contact", "talk", "negotiations", "talks"}
    single = draft.cue.tag_ in {"NN", "JJ"} and draft.cue.lemma_.lower() not in talks
    single = single and (bool(draft.people) or draft.collective)
    if verb.lemma_ == "attend":
        told = draft.reach.clause.relation == "object"
    else:
        part = any(c.lower_ == "part" and c.dep_ == "dobj" for c in verb.children)
        told = draft.reach.clause.relation == "within" and (
            (verb.lemma_ == "take" and part) or verb.lemma_ == "participate"
        )
    once = draft.prospect in {"happened", "to_come"} and verb.dep_ not in {"relcl", "acl"}
    return single and told and once and _has(draft, {"the", "this", "its", "a"})


def _is_this_one(draft: Draft) -> bool:
    """ "Were unable to agree during this first round"."""
    return draft.prospect == "happened" and is_occasion(draft.reach.clause) and _has(draft, {"this"})


def _is_with_people(draft: Draft) -> bool:
    """ "Cancelled his visit", "held talks with both sides"."""
    visit = draft.cue.lemma_.lower() in meeting_words().visits and draft.prospect == "called_off"
    return bool(draft.people) and (visit or (draft.collective and _is_with(draft)))


def _is_with(draft: Draft) -> bool:
    """ "Held talks with both sides": with some who are not named here."""
    return draft.prospect == "happened" and any(
        is_collective_noun(inner) for noun in draft.reach.nouns for inner in objects_behind(noun, {"with"})
    )


def _is_called_off(draft: Draft) -> bool:
    """ "The session was called off", "it had been put off twice"."""
    known = (
        draft.cue.lower_ == "it" or _has(draft, {"the", "this", "that"}) or (bool(draft.people) and _has(draft, {"a"}))
    )
    return draft.prospect == "called_off" and known


def _is_convened(draft: Draft) -> bool:
    """ "Norway hosted the talks", "the president chaired a session", "will hold a meeting"."""
    if draft.convenors and _has(draft, {"the", "this"}):
        return True
    verb = draft.reach.clause.verbs[0] if draft.reach.clause.verbs else None
    if verb is not None and verb.lemma_ == "hold" and draft.collective and draft.prospect == "happened":
        return draft.reach.clause.relation == "object"  # "the ministers held in-depth discussions"
    single = draft.cue.tag_ in {"NN", "NNP"} and _has(draft, {"a", "an", "the", "another"})
    stands = draft.reach.clause.relation in {"subject", "object"}
    if single and stands and draft.convenors and draft.prospect == "happened":
        return True
    if not single or draft.reach.clause.relation != "object":
        return False
    verbs = draft.reach.clause.verbs
    return draft.prospect in _TO_COME and bool(verbs) and verbs[0].lemma_ in _FIXED


def _has(draft: Draft, determiners: set[str]) -> bool:
    return any(c.lower_ in determiners for noun in draft.reach.nouns for c in noun.children)
