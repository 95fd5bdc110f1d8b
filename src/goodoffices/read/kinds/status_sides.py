"""Whether an agreement is told of two sides or more, as it must be to be one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import sentence_of
from .interview import sides_of_talks
from .status_words import status_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["are_joint", "is_agreed_with"]

_PLURAL = frozenset({"NNS", "NNPS"})
_ALL = frozenset({"both", "all", "the", "two", "three", "four", "five", "six", "warring", "these", "those"})
_BACK = 3
"""Sentences over which "they" still means those named before."""
_ADDED = frozenset({"relcl", "acl", "advcl", "poss"})
"""What under a subject names no other subject."""
_SIDES = frozenset({"PROPN", "NOUN"})


def are_joint(context: Context, subject: Token | None) -> bool:
    """Are two sides or more the subject ("both sides", "A and B", "the leaders of A and B", "all four delegations")?

    Args:
        context: The report.
        subject: The subject of a clause, if it has one.
    """
    words = status_words()[2]
    if subject is None or subject.lemma_.lower() in words["outside"]:
        return False
    if _is_whole(subject) or len(sides_of_talks(context, subject)) > 1:
        return True
    if subject.lower_ == "they":
        meant = _meant(context, subject)
        return meant is not None and are_joint(context, meant)
    if subject.tag_ in _PLURAL and subject.lemma_.lower() in words["sides"]:
        before = {c.lower_ for c in subject.children if c.i < subject.i}
        return not before & words["some"] and (bool(before & _ALL) or not before or _is_counted(subject))
    if len({p for t in _own_words(subject) for p in context.roster.parties_at(t)}) > 1:
        return True
    beside = [c for c in subject.children if c.dep_ in {"conj", "appos"}]
    joined = [c for c in beside if c.dep_ == "conj"] + [g for c in beside for g in c.children if g.dep_ == "conj"]
    return any(_are_sides(subject, c) for c in joined if c.pos_ in _SIDES)


def _own_words(subject: Token) -> Iterator[Token]:
    """The words under a subject, but for what is only added to it, or whose it is ("X, whose envoy met Y", "Y's X")."""
    yield subject
    for child in subject.children:
        if child.dep_ not in _ADDED:
            yield from _own_words(child)


def _is_whole(subject: Token) -> bool:
    """ "We", "both", "all of them", "all four": not "all" of a matter."""
    if subject.lower_ in {"we", "both"}:
        return True
    return subject.lower_ == "all" and _is_of_people(subject)


def _is_of_people(subject: Token) -> bool:
    return any(c.dep_ == "nummod" for c in subject.children) or any(
        g.lower_ in {"us", "them", "whom"} for c in subject.children for g in c.children
    )


def _meant(context: Context, pronoun: Token) -> Token | None:
    """Whom "they" means: the subject of the sentence before, or of the one before that where this has "they" too."""
    sentence = sentence_of(pronoun)
    for before in reversed(context.sentences[max(0, sentence.number - _BACK) : sentence.number]):
        if before.block is not sentence.block:
            return None
        subject = next((c for c in before.span.root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None and subject.lower_ not in {"they", "it"}:
            return subject
    return None


def _is_counted(subject: Token) -> bool:
    """ "Nineteen countries", "Congolese parties": all of those that there are, by number or by what they are of."""
    return any(c.dep_ == "nummod" or c.ent_type_ in {"NORP", "GPE"} for c in subject.children)


def _are_sides(one: Token, other: Token) -> bool:
    """Are two joined subjects sides, by name or by what they are ("the government and an opposition alliance")?"""
    groups = status_words()[2]["groups"]
    return all(token.pos_ == "PROPN" or token.lemma_.lower() in groups for token in (one, other))


def _is_side(context: Context, token: Token) -> bool:
    """Is it a side by name or by what it is?"""
    words = status_words()[2]
    return bool(context.roster.parties_at(token)) or token.lemma_.lower() in words["groups"] | words["sides"]


def is_agreed_with(context: Context, verb: Token) -> bool:
    """ "Has agreed with the rebels on a council": the other side stands behind "with", or behind "by" in a passive."""
    for child in verb.children:
        if child.dep_ == "agent":
            return any(are_joint(context, c) or c.lower_ in {"all", "both"} for c in child.children)
        if child.dep_ == "prep" and child.lower_ == "with" and verb.lemma_.lower() == "agree":
            return any(c.dep_ == "pobj" and _is_side(context, c) for c in child.children)
    return False
