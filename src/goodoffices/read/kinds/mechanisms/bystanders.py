"""Bystanders: who is named as one that comments on the talks, or as the mission of somebody who only speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import is_speech
from .vocabulary import mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["comments", "holds_an_office", "is_own_office", "is_source", "only_takes_part"]

_COMMENTATORS = frozenset({"observers", "monitors"})
_TAKING_PART = frozenset({"by", "between", "among", "for", "from", "to", "before", "after", "at", "against"})
"""Behind these, mediators are told of for something else ("a draft by the mediators", "lists held by mediators")."""
_LINKS = frozenset({"of", "for", "at", "with", "in"})


def comments(token: Token) -> bool:
    """Is it one of those who comment from outside ("observers see little movement", "as noted by observers")?

    Observers whom the report has introduced ("the observers"), or that a word of their own names ("UN observers"),
    belong to an arrangement.
    """
    if token.lower_ not in _COMMENTATORS:
        return False
    words = mechanism_words()
    if any(c.i < token.i and c.lower_ not in words.anyone and c.is_alpha for c in token.children):
        return False
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return _opines(token.head) or _is_of_a_mind(token.head)
    if token.dep_ != "pobj":
        return False
    link = token.head
    if link.lower_ in {"to", "for"}:
        return link.head.lower_ == "according" or (link.dep_ == "prep" and not any(token.children) and _opens(link))
    return link.dep_ == "agent" and _opines(link.head)


def is_source(token: Token) -> bool:
    """Is it only where the report has it from ("according to the mission", "figures compiled by the committee")?"""
    if token.dep_ != "pobj":
        return False
    link = token.head
    if link.lower_ == "to":
        return link.head.lower_ == "according"
    words = mechanism_words()
    made = link.dep_ == "agent" and link.head.lemma_.lower() in words.compiling
    return made and link.head.dep_ == "acl" and link.head.head.lemma_.lower() in words.compiled


def only_takes_part(token: Token) -> bool:
    """Are mediators named for something else than that they mediate ("the mediators adjourned", "their efforts")?"""
    words = mechanism_words()
    if token.tag_ not in {"NNS", "NNPS"} or token.lemma_.lower() not in words.between:
        return False
    doing = words.relaying | words.mediating | words.serving
    if token.dep_ == "nsubj":
        return token.head.lemma_.lower() not in doing
    if any(c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in doing for c in token.children):
        return False
    if token.dep_ == "pobj":
        return _is_beside(token)
    chosen = (words.taking | words.choosing | words.standing.set_up) - {"bring"}
    above = token.head.lemma_.lower()
    # "the talks brought mediators and chiefs together"
    return (token.dep_ == "dobj" and above not in chosen) or (token.dep_ == "dative" and above in words.turning)


def _is_beside(token: Token) -> bool:
    """ "The efforts of the mediators", "a draft by the mediators", "spoke with mediators"."""
    words = mechanism_words()
    above = token.head.head.lemma_.lower()
    if token.head.lower_ == "of":
        return above in words.striving
    return token.head.lower_ in _TAKING_PART or above in words.turning


def _opens(link: Token) -> bool:
    """ "For observers, the timing ...": it stands before the clause and hangs on its verb."""
    return link.i == link.sent.start


def _opines(verb: Token) -> bool:
    return verb.lemma_.lower() in mechanism_words().commenting or is_speech(verb)


def _is_of_a_mind(verb: Token) -> bool:
    """ "Observers are divided", "observers in Lima remain sceptical", "some observers were surprised"."""
    minds = mechanism_words().minds
    moved = verb.tag_ == "VBN" and verb.lower_ in minds
    return moved or any(c.dep_ in {"acomp", "oprd", "attr"} and c.lower_ in minds for c in verb.children)


def is_own_office(token: Token) -> bool:
    """ "Ana Lind, Norway's chief facilitator, thanked the hosts": who somebody is that does something else."""
    words = mechanism_words()
    if token.dep_ != "appos" or token.lemma_.lower() not in words.mediators or token.tag_ != "NN":
        return False
    verb = token.head.head
    person = token.head.pos_ == "PROPN" and token.head.ent_type_ == "PERSON"
    done = words.relaying | words.mediating | words.serving
    return person and token.head.dep_ == "nsubj" and verb.lemma_.lower() not in done


def holds_an_office(token: Token) -> bool:
    """Is a mission named only to tell whose head or officer somebody is, or to whom one has turned?

    "The head of UNFICYP said", "a spokesman for the force", "who commands the mission", "complained to MINURSO".
    """
    words = mechanism_words()
    top = token.head if token.dep_ in {"appos", "nmod"} and token.head.i < token.i else token
    above = top.head
    if top.dep_ in {"poss", "compound"}:
        return above.lemma_.lower() in words.offices
    if top.dep_ == "dobj":
        return above.dep_ == "relcl" and above.lemma_.lower() in words.heading
    if top.dep_ != "pobj":
        return False
    governing = above.head.lemma_.lower()
    if above.lower_ in _LINKS and governing in words.offices:
        return True
    return above.lower_ in {"to", "with"} and governing in words.turning
