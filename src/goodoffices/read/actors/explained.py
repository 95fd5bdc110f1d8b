"""Bodies explained right behind their name: "the National Forum, a council of elders chaired by X", is one body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon
from .roster import Mention

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc, Token

    from .roster import Roster

__all__ = ["explain_names"]

_ARTICLES = frozenset({"a", "an", "the"})
_BODIES = frozenset({"organisation", "group"})
_LED = frozenset({"led", "headed", "chaired", "co-chaired", "presided"})
_MOST_WORDS = 4
"""Words between the article and the noun."""


def explain_names(roster: Roster, number: int, doc: Doc) -> None:
    """Let the noun for a body that explains a name mean the one that bears it; whom somebody leads takes part.

    Args:
        roster: The report's actors.
        number: The number of the passage.
        doc: Its parse.
    """
    meant, words = doc.user_data["actors"], lexicon()
    nouns = words.organisations | words.plain.bodies | words.groups
    _join_names_behind(roster, doc, nouns)
    for comma in doc[1:-2]:
        last = comma.i - 1 - (doc[comma.i - 1].text == ")")  # "the Front (FLA), a coalition"
        if comma.text != "," or last not in meant or comma.nbor().lower_ not in _ARTICLES:
            continue
        ids = meant[last]
        if len(ids) != 1 or roster.actors[ids[0]].kind not in _BODIES:
            continue
        behind = doc[comma.i + 2 : comma.i + 3 + _MOST_WORDS]
        noun = next((t for t in behind if t.lower_ in nouns), None)
        if noun is None or noun.i in meant or not noun.is_lower or not _is_of_noun(noun, comma.i + 2):
            continue
        meant[noun.i] = ids
        if any(c.dep_ == "acl" and c.lower_ in _LED for c in noun.children):
            roster.actors[ids[0]].mentions.append(Mention(number, noun.i, noun.i + 1, acts=True))


def _join_names_behind(roster: Roster, doc: Doc, nouns: AbstractSet[str]) -> None:
    """Let the noun right before a name mean its bearer: "the civilian alliance Somoud, chaired by X"."""
    meant = doc.user_data["actors"]
    for noun in doc[:-1]:
        if noun.lower_ not in nouns or not noun.is_lower or noun.i in meant or noun.i + 1 not in meant:
            continue
        ids, name = meant[noun.i + 1], noun.nbor()
        beside = name.head == noun if name.dep_ in {"appos", "nmod"} else noun.head == name and noun.dep_ == "compound"
        if beside and len(ids) == 1 and roster.actors[ids[0]].kind in _BODIES:
            meant[noun.i] = ids


def _is_of_noun(noun: Token, start: int) -> bool:
    """Do the words from an article on belong to the noun, and does no clause begin before it?"""
    return all(t.pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "PUNCT"} for t in noun.doc[start : noun.i])
