"""Words for people: names, offices, bodies, and "each other"."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from ...actors.lexicon import lexicon
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["is_called_in", "is_person_word", "one_of"]


_PRONOUNS = frozenset(
    {"i", "we", "me", "us", "him", "her", "them", "other", "another", "each", "two", "both", "people"}
)


def one_of(token: Token) -> str:
    """The singular of a noun in small letters, of a capitalised plural too ("the Parties", "the Ministers")."""
    lemma = token.lemma_.lower()
    if token.tag_ not in {"NNPS", "NNP"} or lemma != token.lower_ or not lemma.endswith("s"):
        return lemma
    return f"{lemma[:-3]}y" if lemma.endswith("ies") else lemma[:-1]


@functools.cache
def _people() -> frozenset[str]:
    known = lexicon()
    return known.bodies | known.offices | known.organisations | meeting_words().collective


def is_person_word(context: Context, token: Token) -> bool:
    """Is it an actor, a person's name, or a noun of people ("officials", "delegates", "each other")?"""
    people = _people()
    if context.roster.at(token) or token.ent_type_ == "PERSON":
        return True
    return (
        token.lower_ in people
        or one_of(token) in people
        or token.lower_
        in {"i", "we", "me", "us", "him", "her", "them", "other", "another", "each", "two", "both", "people"}
    )


def is_called_in(token: Token) -> bool:
    """ "Called in X": whom somebody wants to see, whatever the parser takes "in" for."""
    of, verb = token.head, token.head.head
    return token.dep_ == "pobj" and of.lower_ == "in" and verb.lemma_ == "call" and of.i == verb.i + 1
