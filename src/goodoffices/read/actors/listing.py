"""Listing: the heads of "A, B and C", where the parser takes the middle one for another name of the first too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = ["listed"]

_LONGEST = 8
"""Members of one list, at most."""


def listed(head: Token) -> Iterator[Token]:
    """The members of a list of names or nouns, in the order of the text.

    Args:
        head: The first member.

    Yields:
        The first, those joined to it, and a name set between two commas before one that is joined.
    """
    members = [head]
    for member in members:  # grows as it goes
        if len(members) >= _LONGEST:
            break
        last = max((c.i for c in member.children if c.dep_ == "conj"), default=-1)
        members += [
            c for c in member.children if c.dep_ == "conj" or _is_joined_name(c) or (c.i < last and _is_member(c))
        ]
    yield from sorted(members, key=lambda token: token.i)


def _is_member(token: Token) -> bool:
    """ "Its government, LURD and MODEL": a proper name that the parser sets beside the first of the list."""
    return token.dep_ == "appos" and token.pos_ == "PROPN"


def _is_joined_name(token: Token) -> bool:
    """ "A, B and C", where C hangs on B."""
    return _is_member(token) and any(c.dep_ == "conj" for c in token.children)
