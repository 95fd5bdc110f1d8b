"""Phrases of places: the words of a report that name a place, without their article, with what tells which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["BESIDE", "PLACE_ENTITIES", "alike", "is_name_of_place", "place_phrase"]

PLACE_ENTITIES = frozenset({"GPE", "FAC", "LOC"})
BESIDE = frozenset({"above", "below", "beside", "overlooking", "opposite", "behind"})
"""How a place lies to another that tells which it is."""
_LONGEST = 6
_BEFORE = frozenset({"compound", "amod", "nmod", "nummod", "poss"})


_NO_PLACES = frozenset({"PERSON", "NORP", "DATE", "TIME", "EVENT", "LAW"})


def _town_behind(head: Token, right: int) -> int:
    """The last word of "a hotel in Bridgetown", "the Hotel Rotana in Doha", wherever the parser hangs the town."""
    doc, start = head.doc, right + 1
    if start + 1 >= head.sent.end or doc[start].lower_ not in {"in", "at", "near", "outside", "off"}:
        return right
    last = start + 1
    while last < head.sent.end and _is_of_town(head, doc[last]):
        last += 1
    return last - 1 if last > start + 1 else right


def _is_of_town(head: Token, word: Token) -> bool:
    """Is it a word of the town that a place is in? The parser knows few towns, and takes some for bodies."""
    if word.ent_type_ in PLACE_ENTITIES:
        return word.pos_ in {"PROPN", "DET"}
    return head.pos_ == "NOUN" and word.pos_ == "PROPN" and word.ent_type_ not in _NO_PLACES


def alike(one: str, other: str) -> bool:
    """Are two phrases of places one within the other?"""
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()


def _is_at_name(preposition: Token) -> bool:
    """ "My office at the Palais", "a frigate off Vlora"; not "a hotel at noon"."""
    behind = [c for c in preposition.children if c.dep_ == "pobj"]
    named = any(c.pos_ == "PROPN" and c.ent_type_ not in {"DATE", "TIME"} for c in behind)
    return preposition.lower_ in {"at", "off"} and named


def is_name_of_place(name: Token) -> bool:
    """Is it the name right behind a description ("the capital, Ndjamena,", "the border town, Chaman")?"""
    first = name.left_edge
    apart = first.i > 0 and first.nbor(-1).text == "," and first.i - name.head.i <= _LONGEST
    return apart and name.pos_ == "PROPN" and name.ent_type_ not in _NO_PLACES and name.i > name.head.i


def _end_of_name(preposition: Token) -> int:
    """ "The village of X, a mile from Y, held": the last word of the name, where the parser hangs more on it."""
    name = next((c for c in preposition.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
    return name.i if name is not None else preposition.right_edge.i


def _is_numbered(head: Token) -> bool:
    """ "Number Ten", "Villa 3"."""
    following = head.nbor() if head.i + 1 < head.sent.end else None
    return following is not None and head.pos_ == "PROPN" and following.head == head and following.dep_ == "nummod"


def place_phrase(head: Token) -> str:
    """The name or description of a place, without its article, with what tells which one it is."""
    left = head.i
    while left > 0 and head.doc[left - 1].head == head and head.doc[left - 1].dep_ in _BEFORE | {"punct", "case"}:
        left -= 1
    for child in head.children:
        if (
            child.dep_ in _BEFORE
            and child.left_edge.i < left
            and child.i < head.i
            and child.left_edge.i >= head.sent.start
        ):
            left = child.left_edge.i
    right = head.i
    for child in head.children:
        inside = child.lower_ == "of" or (
            head.pos_ == "NOUN" and child.lower_ in {"in", "near", "outside", "on", *BESIDE} and child.i == head.i + 1
        )
        inside = inside or (head.pos_ == "NOUN" and child.i == head.i + 1 and _is_at_name(child))
        if child.i > head.i and child.dep_ == "prep" and inside:
            last = child.right_edge.i
            last = last if last - head.i <= _LONGEST else _end_of_name(child)
            right = max(right, last if last - head.i <= _LONGEST else right)
        elif child.dep_ == "appos" and is_name_of_place(child):
            right = child.i
    if left == head.i and any(c.lower_ == "this" and c.i == left - 1 for c in head.children):
        left -= 1  # "this city"
    if right == head.i and _is_numbered(head):
        right += 1
    right = _town_behind(head, right)
    words = head.doc[left : right + 1].text.strip(" ,-")
    for article in ("the ", "The ", "a ", "an "):
        words = words.removeprefix(article)
    return " ".join(words.split())
