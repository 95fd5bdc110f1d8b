"""Memberships: persons whom a plural noun makes a body's people ("three commanders of Y, X and Z")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .leadership import bodies_at
from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from .roster import Roster
    from .sides import Ties

__all__ = ["seat_members"]

_MEMBERS = frozenset({"member", "figure", "veteran", "founder", "fighter", "cadre", "deputy", "officer", "lieutenant"})
_NO_MEMBERS = frozenset({"ally", "friend", "critic", "opponent", "rival", "mediator", "facilitator", "guest", "host"})
_INCLUDING = frozenset({"include", "comprise", "feature", "be", "number"})
_AMONG = frozenset({"among", "amongst"})
_FAR = 40
"""Words behind a noun within which the names of its list stand."""
_LONGEST_OFFICE = 4
"""Words of an office or an age between two names of a list."""


def seat_members(roster: Roster, ties: Ties) -> None:
    """Give persons whom a plural noun names one by one the body whose people the noun says they are."""
    for passage in roster.passages:
        for token in passage.doc:
            if token.tag_ != "NNS" or not _is_of_members(token):
                continue
            body, end = _owner(roster, token)
            for person in _listed(roster, passage.doc, token, end) if body is not None else ():
                ties.vote(person, body or "")


def _is_of_members(noun: Token) -> bool:
    words, lemma = lexicon(), noun.lemma_.lower()
    return (lemma in words.offices or lemma in _MEMBERS) and lemma not in _NO_MEMBERS | words.private


def _owner(roster: Roster, noun: Token) -> tuple[str | None, int]:
    """The one body whose people a noun says they are, and where its phrase ends; none where it names two."""
    behind = [g for c in noun.children if c.lower_ in {"of", "from"} and c.i == noun.i + 1 for g in c.children]
    left = [t for t in noun.doc[noun.left_edge.i : noun.i] if t.dep_ in {"poss", "amod", "compound", "nmod"}]
    found = list(
        dict.fromkeys(a for t in (*left, *(g for g in behind if g.dep_ == "pobj")) for a in bodies_at(roster, t))
    )
    end = max([noun.i, *(g.i for g in behind)]) + 1
    joined = any(c.dep_ == "conj" and next(bodies_at(roster, c), None) for g in behind for c in g.children)
    return (found[0] if len(found) == 1 and not joined else None), end


def _listed(roster: Roster, doc: Doc, noun: Token, end: int) -> Iterator[str]:
    """The persons of the list: right behind the phrase, or behind the verb that goes on ("were", "include")."""
    at = end
    among = noun.dep_ == "pobj" and noun.head.lower_ in _AMONG
    if among or noun.dep_ == "nsubj":
        verb = noun.head.head if among else noun.head
        if verb.lemma_ in _INCLUDING and end <= verb.i <= end + 1:
            at = verb.i + 1
    if at == end:
        at += doc[end : end + 1].text in {",", ":", "("}
    yield from _chain(roster, doc, at)


def _chain(roster: Roster, doc: Doc, at: int) -> Iterator[str]:
    """The persons named one behind another from a token on, with nothing but commas, "and" and titles between."""
    first, apart = at, 0
    titles = lexicon().offices | lexicon().ranks | lexicon().honorifics | lexicon().rank_parts
    while at < min(len(doc), first + _FAR) and apart <= _LONGEST_OFFICE:
        persons = [a for a in roster.at(doc[at]) if roster.actors[a].kind == "person"]
        if persons and not doc[at].is_lower:
            yield persons[0]
            while at < len(doc) and tuple(persons[:1]) == roster.at(doc[at])[:1]:
                at += 1
            apart = 0
            if doc[at : at + 1].text not in {",", "and"}:
                return
            continue
        if doc[at].text not in {",", "and"} and doc[at].lower_ not in titles:
            return
        apart += 1
        at += 1
