"""Traded: people who are let go for others ("ten men were freed in exchange for the banker")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..phrases import objects_behind
from .vocabulary import mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["traded_for"]

_LETTING_GO = frozenset(
    {"free", "release", "hand", "return", "fly", "send", "board", "deliver", "give", "let", "deport", "extradite",
     "transfer", "surrender", "liberate", "pardon", "repatriate", "walk", "leave", "go", "arrive", "land", "travel"}
)  # fmt: skip
_TRADE = frozenset({"exchange", "return", "swap", "trade"})
_PEOPLE = frozenset(
    {"officer", "agent", "spy", "convict", "national", "citizen", "pilot", "sailor", "militant", "combatant", "crew",
     "man", "woman", "journalist", "reporter", "businessman", "dissident", "prisoner-of-war", "captive", "operative"}
)  # fmt: skip
"""Who is traded, next to prisoners and hostages."""


def traded_for(verb: Token) -> Token | None:
    """For whom somebody is let go.

    Args:
        verb: A verb.

    Returns:
        The noun or name behind "in exchange for", None where nobody stands there.
    """
    if verb.lemma_.lower() not in _LETTING_GO:
        return None
    return next((t for t in _behind(verb) if _is_somebody(t)), None)


def _behind(verb: Token) -> Iterator[Token]:
    """ "Freed in exchange for X", "boarded a plane in return for X", wherever the parser hangs the phrase."""
    heads = [verb, *(c for c in verb.children if c.dep_ in {"dobj", "prep", "prt"})]
    heads += [g for c in heads[1:] for g in c.children if c.dep_ == "prep" and g.dep_ == "pobj"]
    for head in heads:
        for trade in objects_behind(head, {"in", "as"}):
            if trade.lemma_.lower() in _TRADE:
                yield from objects_behind(trade, {"for"})


def _is_somebody(token: Token) -> bool:
    words = mechanism_words().exchanged | _PEOPLE
    return token.ent_type_ == "PERSON" or token.lemma_.lower() in words
