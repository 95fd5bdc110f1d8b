"""Enumerations: "wants three things: A, B and C", "set four conditions: A, B and C", item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .frames import frames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = ["enumerated"]

_ITEMS = frozenset({"NOUN", "PROPN", "VERB", "AUX"})
_MOST = 12
"""Items of one enumeration, at most."""
_NEAR = 8
"""Words between what is counted and its colon ("three conditions for a return to the talks:"), at most."""


def enumerated(noun: Token) -> tuple[Token, ...]:
    """The items that a colon behind a counted noun opens.

    Args:
        noun: The noun that says what they are: "things", "points", "demands".

    Returns:
        The head of each item; none where the noun opens no enumeration, or one of a single item.
    """
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in frames().counted:
        return ()
    colon = next((t for t in noun.doc[noun.i + 1 : noun.i + 1 + _NEAR] if t.text == ":" or t.pos_ == "VERB"), None)
    if colon is None or colon.text != ":":
        return ()
    items = tuple(_items(noun, colon))[:_MOST]
    return items if len(items) > 1 else ()


def _items(noun: Token, colon: Token) -> Iterator[Token]:
    """What hangs on the words before the colon, or on nothing, and what is joined to it."""
    end = max(noun.sent.end, colon.sent.end)
    for token in noun.doc[colon.i + 1 : end]:
        if token.is_sent_start and token.nbor(-1) != colon:
            return
        top = token
        while top.dep_ == "conj" and top.head.i > colon.i:
            top = top.head
        hung = top.head.i <= colon.i or top.head == top
        if hung and token.pos_ in _ITEMS and token.dep_ not in {"punct", "cc"}:
            yield token
