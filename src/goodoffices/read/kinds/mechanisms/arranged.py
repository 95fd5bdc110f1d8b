"""Arranged: whether the words around a noun make it a thing that somebody wants, agrees on, grants or refuses."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

from .describing import is_in_text
from .vocabulary import mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_arranged"]

_MODALS = frozenset({"would", "could", "will", "shall", "may", "might", "should", "must", "can"})
_NEW = frozenset({"a", "an", "another", "any"})
_ACTED_ON = frozenset({"dobj", "nsubjpass", "oprd", "dative"})
_LINKS = frozenset({"for", "on", "upon", "about", "over", "to", "of", "in"})
_MEANS = frozenset({"under", "through", "via", "by"})


def is_arranged(token: Token) -> bool:
    """Is a thing wanted, agreed on, granted, refused, still to come, or that by which something else is done?

    Args:
        token: The noun that names it.
    """
    top = token
    while top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    new = any(c.lower_ in _NEW for c in token.children)
    if any(_promises(c) for c in token.children) or is_in_text(token) or top.dep_ == "appos":
        return True
    if top.dep_ == "pobj":
        return _is_asked_for(top) or (new and top.head.lower_ in _MEANS) or _is_put(top.head)
    if top.dep_ in _ACTED_ON:
        return _is_acted_on(top.head, new=new)
    return (new and top.dep_ == "attr") or (top.dep_ == "nsubj" and _is_to_come(top.head, new=new))


def _is_acted_on(verb: Token, *, new: bool) -> bool:
    standing, lemma = mechanism_words().standing, verb.lemma_.lower()
    if new and lemma not in _words()["seen"]:
        return True
    told = standing.set_up | standing.agreed | standing.proposed | standing.rejected
    return lemma in told or lemma in _words()["handling"]


def _is_to_come(verb: Token, *, new: bool) -> bool:
    modal = any(c.lower_ in _MODALS for c in verb.children if c.dep_ == "aux")
    return modal or (new and verb.pos_ == "ADJ") or verb.lemma_.lower() in _words()["begins"]


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    text = resources.files("goodoffices.read.kinds").joinpath("data/mechanism_classes.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text)["words"].items()}


def _promises(clause: Token) -> bool:
    """ "A lane that would open", "a scheme run by the bishops"."""
    if clause.dep_ == "relcl":
        return any(c.lower_ in _MODALS for c in clause.children if c.dep_ == "aux")
    by = clause.dep_ == "acl" and clause.tag_ == "VBN" and any(c.dep_ == "agent" for c in clause.children)
    return by and clause.lemma_.lower() in mechanism_words().leading | _words()["handling"]


def _is_put(link: Token) -> bool:
    """ "Written into", "placed under": where the thing is the object of a verb with its particle ("put on standby")."""
    verb = link.head
    told = _words()["asking"] | _words()["handling"]
    return link.lower_ in {"into", "with"} and verb.pos_ == "VERB" and verb.lemma_.lower() in told


def _is_asked_for(token: Token) -> bool:
    """ "Presses for a formula", "an agreement on a quota"."""
    link = token.head
    return link.lower_ in _LINKS and link.head.lemma_.lower() in _words()["asking"]
