"""Venues: where a body's name tells only where, or on whose occasion, others meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_occasion", "is_seat", "is_site"]

_HEARINGS = frozenset({"hearing", "hearings"})
_SEATS = frozenset(
    {"department", "ministry", "treasury", "pentagon", "headquarters", "secretariat", "presidency", "parliament"}
    | {"office", "court", "bank", "embassy", "commission", "chancellery", "chancery", "defense", "defence", "state"}
)
"""Last words of the names of bodies that are houses too."""
_GATHERED = frozenset(
    {"meeting", "meetings", "talks", "session", "ceremony", "briefing", "reception", "conference", "dinner", "lunch"}
    | {"breakfast", "consultations", "negotiations", "discussions", "round", "rounds", "encounter", "news"}
)
_ASSEMBLIES = frozenset({"meetings", "meeting", "summit", "assembly", "session", "gathering"})
_YEARLY = frozenset({"spring", "annual", "autumn", "fall", "yearly", "biennial", "semi-annual"})
_NAMING = frozenset({"mention", "cite", "tip", "float", "consider", "name", "suggest", "propose", "see", "list"})
_SITES = frozenset(
    {"location", "locations", "venue", "venues", "host", "hosts", "site", "sites", "base", "bases", "place", "places"}
    | {"destination", "destinations", "alternative", "alternatives", "candidate", "candidates", "setting", "settings"}
)
"""What a state is that is only spoken of as the place of something."""
_ACTS_AT = frozenset({"aim", "direct", "point", "criticise", "criticize", "anger", "fume"})
"""Verbs behind which "at" leads on to someone, and not to a house."""


def is_occasion(root: Token) -> bool:
    """ "Told a Senate hearing", "for the spring meetings of the World Bank and the Fund": whom others come to see."""
    if root.dep_ == "compound":
        whole = root.head.head if root.head.dep_ == "compound" else root.head  # "a Senate committee hearing"
        return whole.lower_ in _HEARINGS
    while root.dep_ == "conj" and root.head.i < root.i:
        root = root.head
    if root.dep_ != "pobj" or root.head.lower_ != "of" or root.head.head.lower_ not in _ASSEMBLIES:
        return False
    return any(c.lower_ in _YEARLY for c in root.head.head.children)


def is_seat(root: Token) -> bool:
    """ "Sat down at the State Department": a body as the house in which others meet, and not whose people speak."""
    if root.dep_ != "pobj" or root.head.lower_ != "at" or root.lower_ not in _SEATS:
        return False
    governor = root.head.head
    if governor.pos_ in {"VERB", "AUX"}:
        return governor.lemma_ not in _ACTS_AT
    return governor.lower_ in _GATHERED and governor.lower_ not in lexicon().offices


def is_site(root: Token) -> bool:
    """ "Oman is mentioned as a possible venue": a state of which others think as a place."""
    verb = root.head
    if root.dep_ != "nsubjpass" or verb.lemma_ not in _NAMING:
        return False
    links = (c for c in verb.children if c.lower_ == "as" and c.dep_ == "prep")
    return any(g.lower_ in _SITES for link in links for g in link.children)
