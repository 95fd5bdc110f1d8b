"""Descriptions that refer back ("the army", "the Russian minister"): how they stand in their clause."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from .roster import Actor

__all__ = ["ends_in", "is_definite", "is_someones", "owns", "rank", "words_of"]


def owns(word: Token) -> bool:
    """Does a word name someone, and so say whose the noun behind it is?"""
    return word.i in word.doc.user_data["actors"] or word.i in word.doc.user_data["named"]


def ends_in(actor: Actor, noun: str) -> bool:
    """Is a noun the last word of a body's name? An army or force in small letters is no "Army" of rebels."""
    forms = [word for form in (actor.name, *actor.aliases) if " " in form for word in _last_words(form.split())]
    return noun in forms if noun.lower() in lexicon().referring.arms else noun.lower() in {f.lower() for f in forms}


def _last_words(words: list[str]) -> Iterator[str]:
    """The last word of a name, and the last before what it is of or where ("the Interim Force in Lebanon")."""
    yield words[-1]
    yield from (before for before, link in pairwise(words) if link in {"of", "for", "in", "on"})


def words_of(actor: Actor) -> set[str]:
    """The words of a body's names ("the monitoring mission" is the Sri Lanka Monitoring Mission)."""
    return {word for form in (actor.name, *actor.aliases) for word in form.lower().split()}


def rank(token: Token) -> int:
    """How prominent a mention is: a subject, a part of one, or neither."""
    while token.dep_ in {"compound", "conj"} and token.head.i != token.i:
        token = token.head
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return 2
    return int(any(t.dep_ in {"nsubj", "nsubjpass"} for t in token.ancestors))


def is_someones(token: Token) -> bool:
    """Does a name say whose it is ("the Trump administration", "the government of Gustavo Petro")?"""
    of = (g for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children)
    owners = (c for c in token.children if c.dep_ in {"compound", "poss", "amod", "nmod"})
    return any(word.text[:1].isupper() for word in (*owners, *of))


def is_definite(token: Token) -> bool:
    """Does a noun stand with "the" or "this" (in a log, at the front of an entry, with nothing), and is nobody's?"""
    phrase = (
        token.head if token.dep_ in {"compound", "poss", "amod"} and token.head.pos_ in {"NOUN", "PROPN"} else token
    )
    words = [*token.children, *(phrase.children if phrase is not token else ())]
    owned = any(c.dep_ == "poss" and c.i != token.i for c in words)
    bare = bool(token.doc.user_data.get("dated")) and token.is_sent_start and token.is_title  # "Government frees ..."
    return (bare or any(c.lower_ in {"the", "this"} for c in words)) and not owned
