"""Courses: what a party says that it will keep, go on with, or do with some only ("We shall talk to nobody else")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.record import Stance

from .frames import frames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = ["DEALING", "course_of"]

DEALING = "whom one deals with"
"""Basis of the demand to deal with some only."""

_DEEP = 3
"""Words down from a verb in which "only" or "nobody else" still belongs to it."""


def course_of(verb: Token) -> tuple[Stance, str] | None:
    """Read what a party says that it will do.

    Args:
        verb: The verb of the clause, which is not negated.

    Returns:
        The stance and why; None where the clause tells none.
    """
    known = frames().courses
    name = _named(verb)
    if verb.lemma_ in known["dealing"] and _with_some_only(verb):
        return "demands", DEALING
    if name in known["keeping_to"] or verb.lemma_ in known["keeping_to"]:
        return "accepts", "what is kept to"
    if name in known["going_on"] and _is_of_violence(verb):
        return "rejects", "what will go on"
    return ("demands", "what will stay") if verb.lemma_ in known["staying"] and not _is_of_manner(verb) else None


def _named(verb: Token) -> str:
    """The verb with its particle: "go on", "carry out"."""
    behind = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    joined = f"{verb.lemma_} {behind}"
    return joined if behind in {"on", "out", "ahead", "by", "up"} else str(verb.lemma_)


def _with_some_only(verb: Token) -> bool:
    """ "Will deal only with them", "shall talk to them and to nobody else"."""
    others = frames().courses["no_other"]
    for word in _below(verb, _DEEP):
        if word.lower_ == "only" and word.dep_ == "advmod":
            return True
        if word.lower_ == "else" and word.head.lower_ in others:
            return True
    return False


def _below(token: Token, depth: int) -> Iterator[Token]:
    for child in token.children:
        yield child
        if depth > 1 and child.dep_ not in {"ccomp", "advcl", "relcl"}:
            yield from _below(child, depth - 1)


def _is_of_manner(verb: Token) -> bool:
    """ "Will stay away", "will remain available": how it will be, and nothing that is kept."""
    return any(c.dep_ in {"acomp", "attr"} or c.lower_ in {"away", "out", "aside"} for c in verb.children)


def _is_of_violence(verb: Token) -> bool:
    """Is what goes on fighting: "would go on striking", "the raids will continue"?"""
    words = [verb, *(c for c in verb.children if c.dep_ in {"xcomp", "dobj", "nsubj", "pcomp", "advcl", "prep"})]
    words += [g for c in words[1:] if c.dep_ == "prep" for g in c.children]
    known = frames().courses["violence"]
    return any(word.lemma_.lower() in known for word in words if word is not verb)
