"""Hearers: gatherings of people who listen, pray or feast, and not of those who talk with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..phrases import objects_behind

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_of_hearers"]

_TOLD = frozenset({"tell", "address", "thank", "remind", "assure", "inform"})
_PRESS = frozenset({"press", "media", "reporters", "journalists", "editors", "correspondents"})
_HEARD = frozenset({"audience", "gathering"})
_CROWDED = frozenset({"public", "mass", "religious", "prayer", "family", "social", "campaign", "festive", "private"})
"""Before "gathering": one of people who listen, pray or feast."""


def is_of_hearers(token: Token) -> bool:
    """ "Told a Washington audience", "a public gathering", "at a breakfast for the press": of those who listen.

    Args:
        token: A noun of a meeting.
    """
    lemma = token.lemma_.lower()
    heard = lemma in _HEARD and token.dep_ in {"dobj", "dative"} and token.head.lemma_ in _TOLD
    known = lemma == "gathering" and any(c.lower_ in {"the", "this"} for c in token.children)
    crowd = lemma == "gathering" and any(c.lower_ in _CROWDED for c in token.children)
    return (heard and not known) or crowd or any(t.lower_ in _PRESS for t in objects_behind(token, {"for"}))
