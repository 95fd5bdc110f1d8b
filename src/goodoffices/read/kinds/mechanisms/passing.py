"""Passing: words that reach the other side through somebody ("contacts through the Church")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_through_somebody"]

_THROUGH = frozenset({"through", "via"})
_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_GO_BETWEENS = frozenset(
    "ambassador bishop archbishop cardinal priest pastor imam church businessman merchant elder intermediary".split()  # noqa: SIM905
    + "mediator facilitator go-between third diplomat embassy envoy lawyer clergyman nuncio academic".split()  # noqa: SIM905
    + "institute foundation middleman emissary relative chief sheikh monk".split()  # noqa: SIM905
)
"""Who passes words on, where he has no name."""


def is_through_somebody(token: Token) -> bool:
    """Does "through" or "via" behind a word name one who passes things on?"""
    for child in token.children:
        if child.lower_ in _THROUGH and child.dep_ == "prep":
            if any(_is_somebody(c) for c in child.children if c.dep_ == "pobj"):
                return True
        elif child.lower_ == "by" and any(c.lower_ == "way" and _is_way(c) for c in child.children):
            return True
    return False


def _is_way(token: Token) -> bool:
    return any(_is_somebody(c) for of in token.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj")


def _is_somebody(token: Token) -> bool:
    if any(c.tag_ == "PRP$" for c in token.children):
        return False  # "through its negotiator": he speaks for the side itself
    actors = token.doc.user_data.get("actors", {})
    return token.i in actors or token.ent_type_ in _NAMED or token.lemma_.lower() in _GO_BETWEENS
