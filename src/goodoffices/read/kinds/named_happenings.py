"""Named happenings: whether a noun ("the attack") tells of something that took place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .happenings import HIGHEST, event_words, helpers_of, is_past, is_real

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_aftermath", "took_place"]

_AFTER = frozenset({"after", "since", "following", "despite", "over", "of"})
_SPANS = frozenset(
    {
        "day",
        "week",
        "month",
        "night",
        "hour",
        "wave",
        "series",
        "spate",
        "string",
        "bout",
        "spell",
        "flurry",
        "outbreak",
        "upsurge",
        "surge",
    }
)
"""What much of one thing is told by ("after five days of fighting", "a spate of attacks")."""


def took_place(noun: Token, *, dated: bool) -> bool:
    """Does a noun ("the attack") tell of something that took place, rather than of a thing that may or shall not be?

    Args:
        noun: The noun.
        dated: Whether its phrase says when or where.
    """
    words = event_words()
    governor = noun
    for _ in range(HIGHEST):
        governor = governor.head
        if governor.lemma_.lower() in words.feared and governor.pos_ == "NOUN":
            return False
        if governor.pos_ in {"VERB", "AUX"} or governor.head == governor:
            break
    if (
        governor.lemma_.lower() in words.denied
        and noun.dep_ != "nsubj"
        and not (dated and (is_past(governor, helpers_of(governor)) or governor.lemma_.lower() == "report"))
    ):
        return False
    if any(
        c.dep_ == "neg" or c.lower_ in {"no", "any", "future", "possible", "further", "such"} for c in noun.children
    ):
        return False
    if helpers_of(governor) & {"will", "would", "may", "might", "could", "should", "must", "to", "can"}:
        return False
    acting = noun.dep_ in {"nsubj", "nsubjpass"} and governor.lemma_.lower() in words.support
    attested = (
        governor.lemma_.lower() in words.attested and noun.dep_ == "dobj" and is_past(governor, helpers_of(governor))
    )
    acting = acting or attested or is_aftermath(noun) or _is_spread(noun)
    fresh = any(c.lower_ in words.recent for c in noun.children)
    return (dated or fresh or acting) and is_real(governor)


def _is_spread(noun: Token) -> bool:
    """Is it told how much of it there was ("after five days of fighting", "a spate of attacks on the grid")?"""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _SPANS


def is_aftermath(noun: Token) -> bool:
    """Is something else told as behind it, or in spite of it ("after the arrest of a preacher")?

    Args:
        noun: A noun that can name an event.
    """
    behind = noun.dep_ == "pobj" and noun.head.lower_ in _AFTER
    definite = any(c.lower_ in {"the", "his", "her", "its", "their"} or c.dep_ == "poss" for c in noun.children)
    whose = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in {"of", "by", "on"}) for c in noun.children)
    return behind and definite and whose
