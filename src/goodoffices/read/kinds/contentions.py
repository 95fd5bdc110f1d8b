"""Contentions: what one side says of another to its discredit, or denies of itself, without a word such as "accuse"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plover.cues import cue_of, objects
from ..plover.roles import doer
from .happenings import event_words
from .meetings.person_words import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["is_contention"]

_OWN = frozenset({"it", "he", "she", "they", "we", "i"})
_MODALS = frozenset({"would", "could", "may", "might", "should", "must", "can"})
_DENYING = frozenset({"nothing", "no"})


def is_contention(context: Context, verb: Token) -> bool:
    """Does a verb of saying carry a charge against somebody else ("the army says the rebels shelled it") or a denial?

    Args:
        context: The report.
        verb: A verb.
    """
    if verb.lemma_.lower() not in event_words().contending or not _is_finite(verb):
        return False
    agent = doer(verb)
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in {"VERB", "AUX"}), None)
    if agent is None or said is None or not _is_side(context, agent):
        return False
    subject = next((c for c in said.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if said.i < verb.i:  # "X shelled Y, the governor said" is how news gives its source
        return False
    if _is_denied_to_be(said, subject) or _names_culprit(context, said, subject):
        return True
    if subject is None:
        return False
    own = subject.lower_ in _OWN or bool(_parties(context, subject) & _parties(context, agent))
    return _denies(said) if own else _charges(context, subject, said)


def _is_denied_to_be(said: Token, subject: Token | None) -> bool:
    """ "Says that they do not exist", "that there are none", "that no such letter was received"."""
    if subject is not None and {"no", "such"} <= {c.lower_ for c in subject.children}:
        return True
    if said.lemma_.lower() == "exist":
        return any(c.dep_ == "neg" for c in said.children)
    there = said.lemma_ == "be" and any(c.dep_ == "expl" for c in said.children)
    return there and any(
        c.lower_ == "none" or {"no", "such"} <= {g.lower_ for g in c.children}
        for c in said.children
        if c.dep_ == "attr"
    )


def _names_culprit(context: Context, said: Token, subject: Token | None) -> bool:
    """ "Says it was men of your alliance": who did it."""
    if said.lemma_ != "be" or said.tag_ != "VBD" or subject is None or subject.lower_ != "it":
        return False
    if any(c.dep_ == "neg" for c in said.children):
        return False
    doers = [c for c in said.children if c.dep_ == "attr"]
    return any(bool(context.roster.at(c)) or is_person_word(context, c) for c in doers)


def _is_finite(verb: Token) -> bool:
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"} and not helpers & _MODALS


def _is_side(context: Context, agent: Token) -> bool:
    """Is it one that can be at odds with another: a state, a group, their forces or officials?"""
    return agent.lower_ not in _OWN and is_person_word(context, agent)


def _parties(context: Context, token: Token) -> set[str]:
    return {context.roster.party(actor) for actor in context.roster.at(token)} | {token.lemma_.lower()}


def _charges(context: Context, subject: Token, said: Token) -> bool:
    """Is it said of somebody that they do wrong, or are something bad?"""
    helpers = {c.lower_ for c in said.children if c.dep_ == "aux"}
    if helpers & _MODALS or any(c.dep_ == "neg" for c in said.children):
        return False
    if subject.dep_ == "nsubjpass" or not (subject.lower_ == "you" or is_person_word(context, subject)):
        return False  # "the army said that two soldiers were killed" charges nobody
    words, cue = event_words(), cue_of(said, event_words().verbs)
    does = said.lemma_.lower() in words.wrongs or (cue is not None and cue.plover == "violence")
    things = {t.lemma_.lower() for t in objects(said)}
    return does or bool(things & words.culprits)


def _denies(said: Token) -> bool:
    """Is it a wrong that is denied ("it had not shelled the camp", "knows nothing of a withdrawal")?"""
    words = event_words()
    lemma = said.lemma_.lower()
    things = [c for c in said.children if c.dep_ in {"dobj", "attr"}]
    no = any(c.dep_ == "neg" or c.lower_ == "never" for c in said.children)
    none = any(t.lower_ in _DENYING or any(c.lower_ in _DENYING for c in t.children) for t in things)
    if lemma == "know" and none:
        return True
    if lemma == "have" and none:
        return any(t.lemma_.lower() in words.parts or _to_do(t) for t in things)
    cue = cue_of(said, words.verbs)
    wrong = lemma in words.wrongs or (cue is not None and cue.plover == "violence")
    past = said.tag_ in {"VBD", "VBN"} and not any(c.lower_ in _MODALS | {"will"} for c in said.children)
    return wrong and past and (no or none)


def _to_do(token: Token) -> bool:
    """ "Nothing to do with it"."""
    return any(c.lemma_ == "do" for c in token.children)
