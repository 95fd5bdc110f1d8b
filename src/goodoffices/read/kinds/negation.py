"""Negation: whether what a word says is denied, left undone or not within someone's power."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = ["is_negated"]

_COPULAS = frozenset({"be", "remain", "seem", "appear"})


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    text = resources.files(__package__).joinpath("data/stances.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text)["negation"].items()}


def _is_undone(token: Token) -> bool:
    """ "failed to agree", "adjourned without agreeing", "have yet to agree"."""
    if token.dep_ == "pcomp":
        return token.head.lower_ == "without" or token.head.head.lemma_.lower() in _words()["undoing"]
    if token.dep_ != "xcomp":
        return False
    yet = token.head.lemma_ in {"have", "be"} and _is_yet(token)
    return yet or token.head.lemma_.lower() in _words()["undoing"]


def _is_yet(token: Token) -> bool:
    """Does "yet" stand between the verb above and "to"?"""
    return any(word.lower_ == "yet" for word in token.doc[token.head.i + 1 : token.i])


def is_negated(token: Token) -> bool:
    """Does a negation stand over the word: "did not accept", "no longer insists", "neither", "failed to agree"?"""
    for word in (token, *_above(token)):
        for child in word.children:
            if (child.dep_ == "neg" and not _is_exception(word, child)) or (
                child.lower_ in {"never", "neither", "nor", "hardly"} and child.i < word.i
            ):
                return True
            if child.dep_ == "det" and child.lower_ == "no":
                return True
    if _is_undone(token):
        return True
    subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and any(c.lower_ in {"neither", "no", "not"} for c in subject.children):
        return True
    if token.i > 1 and token.nbor(-1).lower_ == "longer" and token.nbor(-2).lower_ == "no":
        return True
    return token.i > 0 and token.nbor(-1).lower_ in {"not", "never"}


def _is_exception(verb: Token, negation: Token) -> bool:
    """ "Will hand the guns to the police, never to the army": what stands behind a comma is denied, not the verb."""
    return negation.i > verb.i + 1 and negation.nbor(-1).lower_ == ","


def _above(token: Token) -> Iterator[Token]:
    """The copula over an adjective, and the verb over what it only carries ("did not express support")."""
    head = token.head
    if token.dep_ in {"acomp", "attr", "oprd"} and head.lemma_ in _COPULAS:
        yield head
    if token.dep_ == "dobj" and head.lemma_ in _words()["carrying"]:
        yield head
    if (
        token.tag_ == "VB"
        and token.i > 1
        and token.nbor(-1).tag_ == "TO"
        and token.nbor(-2).lemma_ in _words()["positions"]
    ):
        yield token.nbor(-2)  # "is in no position to accept it", wherever the parser hangs that
    if token.dep_ == "advcl" and head.lemma_ in _words()["coming"] and any(c.tag_ == "TO" for c in token.children):
        yield head  # "did not come here to sign it away"
    if token.dep_ == "xcomp" and head.lemma_.lower() in _words()["governing"]:
        yield head
        if head.pos_ == "ADJ" and head.head.lemma_ in _COPULAS:
            yield head.head
