"""Movements that a report calls by one noun with a capital letter alone: "the Platform accuses ...", "the Alliance"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..pipeline import text_of
from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["lone_movements"]

_MOVEMENTS = frozenset({"platform", "coordination", "front", "movement", "alliance", "coalition", "resistance"})
"""Nouns that movements go by; a commission or council with a capital letter may be one that is still to be made."""
_WRITTEN = re.compile("|".join(sorted(noun.title() for noun in _MOVEMENTS)))
_TWICE = 2


def lone_movements(docs: Sequence[Doc]) -> Iterator[str]:
    """Find the nouns by which a report calls a movement that it never names in full.

    Args:
        docs: The report's passages; ``user_data["named"]`` has the names of the gazetteer.
    """
    acting: Counter[str] = Counter()
    sure: set[str] = set()
    longer: set[str] = set()
    for token in _nouns(docs):
        if _is_part_of_a_name(token):
            longer.add(token.text)
        elif token.nbor(-1).lower_ == "the" and (verb := _acting_in(token)) is not None:
            acting[token.text] += 1
            sure |= {token.text} if _is_done_by_someone(verb) else set()
    yield from sorted(noun for noun in sure - longer if acting[noun] >= _TWICE)


def _nouns(docs: Sequence[Doc]) -> Iterator[Token]:
    """The nouns for movements that are written with a capital letter."""
    for doc in docs:
        if _WRITTEN.search(text_of(doc)):
            yield from (token for token in doc if token.lower_ in _MOVEMENTS and token.text.istitle())


def _is_part_of_a_name(token: Token) -> bool:
    """Does a capital letter stand beside it, or right behind "of" and "for" ("the Alliance for Peace")?"""
    doc = token.doc
    if token.i in doc.user_data["named"] or token.i == 0:
        return True
    behind = doc[token.i + 1 : token.i + 3]
    linked = behind[:1].text in {"of", "for"} and behind[-1].text[:1].isupper()
    before = doc[token.i - 1]
    owner = before.text[:1].isupper() and before.lower_ != "the"
    return bool(owner or behind[:1].text[:1].isupper() or linked)


def _acting_in(token: Token) -> Token | None:
    """The verb whose subject or agent a noun is, or the office that is its own."""
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return token.head
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return token.head.head
    return token.head if token.dep_ == "poss" and token.head.lower_ in lexicon().offices else None


def _is_done_by_someone(verb: Token) -> bool:
    """Is it what only people do (a platform is launched, and the Platform accuses), or an office?"""
    doing = lexicon().doing
    deeds = doing.speech | doing.leading | doing.taking_part | doing.signing
    return verb.lower_ in lexicon().offices or verb.lemma_ in deeds
