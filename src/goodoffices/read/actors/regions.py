"""Regions: parts of a state with a government of their own, known by the officers whom only such parts have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from goodoffices.record import ActorKind

__all__ = ["regions_of_officers"]

_OFFICERS = {"minister": "chief", "secretary": "chief"}
"""Heads of such governments, with the word before: a "chief minister" is no state's."""
_BEFORE = frozenset(
    {"deputy", "former", "acting", "then", "new", "caretaker", "-", "ex", "outgoing", "incoming", "late"}
)
_MOST_WORDS = 3


def regions_of_officers(doc: Doc) -> Iterator[tuple[str, ActorKind]]:
    """ "Kerala's chief minister", "the chief minister of Kerala", "Kerala Chief Minister X": the region, by its name.

    Args:
        doc: The parsed block; ``user_data["named"]`` has the names of the gazetteer, which need no finding.
    """
    for token in doc[1:]:
        if _OFFICERS.get(token.lower_) != doc[token.i - 1].lower_:
            continue
        name = _behind(doc, token) or _ahead(doc, token.i - 1)
        if name:
            yield name, "organisation"


def _behind(doc: Doc, officer: Token) -> str:
    """ "The chief minister of Kerala"."""
    at = officer.i + 1
    if doc[at : at + 1].text != "of":
        return ""
    at += 1 + (doc[at + 1 : at + 2].text == "the")
    end = at
    while end < len(doc) and end - at < _MOST_WORDS and _may_be_region(doc[end]):
        end += 1
    return str(doc[at:end].text)


def _ahead(doc: Doc, first: int) -> str:
    """ "Kerala's deputy chief minister", "Kerala Chief Minister X"."""
    while first > 0 and doc[first - 1].lower_ in _BEFORE:
        first -= 1
    if first > 0 and doc[first - 1].tag_ == "POS":
        first -= 1
    start = first
    while start > 0 and first - start < _MOST_WORDS and _may_be_region(doc[start - 1]):
        start -= 1
        if doc[start].is_sent_start:
            break
    return str(doc[start:first].text)


def _may_be_region(token: Token) -> bool:
    """Is it a word of a place's name that is no known actor's?"""
    named = token.doc.user_data["named"]
    place = token.ent_type_ in {"GPE", "LOC", "ORG", "NORP"} or token.pos_ == "PROPN"
    return place and token.is_title and token.is_alpha and token.i not in named
