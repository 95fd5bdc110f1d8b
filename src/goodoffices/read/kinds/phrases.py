"""Phrases: whom a noun phrase names, joined ones and owners too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["OWNERS", "actors_at", "actors_of_phrase", "objects_behind", "with_joined"]

OWNERS = frozenset({"poss", "amod", "compound", "nmod"})
"""How a word hangs on the noun that it makes its own."""
_DOCUMENTS = frozenset({"agreement", "accord", "accords", "process", "declaration", "treaty", "protocol", "framework"})
"""What a city before them only tells which it is: "the committee of the Algiers agreement" is not Algeria's."""
_DEEPEST = 6
_MANY = 2


def actors_at(context: Context, token: Token) -> tuple[str, ...]:
    """Ids of those whom a word means, an adjective or a capital too."""
    meant = context.roster.at(token)
    entity = token.doc.user_data["named"].get(token.i)
    if meant or entity is None:
        return meant
    return (context.roster.enter(entity.name, entity.kind, entity.iso).id,)


def actors_of_phrase(context: Context, head: Token, *, depth: int = 0) -> tuple[str, ...]:
    """The actors that a noun phrase is, joined ones too; else those whose people it names ("officials of X").

    Args:
        context: The report.
        head: The head of the phrase.
        depth: How many joined phrases have been gone through; a list of thousands is not followed to its end.
    """
    found = list(actors_at(context, head))
    if not found:
        found += [a for c in head.children if c.dep_ == "appos" for t in _chain(c) for a in context.roster.at(t)]
    if not found:
        found += [a for c in head.children if c.dep_ in OWNERS for a in with_joined(context, c)]
    if depth < _DEEPEST:
        if len(found) < _MANY and (not found or head.tag_ in {"NNS", "NNPS"}):
            inside = [i for i in objects_behind(head, {"of", "from"}) if _may_own(i)]
            owners = [a for inner in inside for a in actors_of_phrase(context, inner, depth=depth + 1)]
            found = owners if len(set(owners)) > len(found) else found
        joined = [c for c in head.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "PRON"}]
        led = [
            i
            for c in head.children
            if c.dep_ == "acl" and c.lemma_ in {"lead", "head"}
            for i in objects_behind(c, {"by"})
        ]
        found += [a for c in (*joined, *led) for a in actors_of_phrase(context, c, depth=depth + 1)]
    return tuple(dict.fromkeys(found))


def _may_own(owner: Token) -> bool:
    """No document, and no "political parties", who are not the parties of the talks."""
    political = any(c.lower_ in {"political", "opposition", "parliamentary"} for c in owner.children)
    return owner.lemma_.lower() not in _DOCUMENTS and not (political and owner.lemma_.lower() == "party")


def _chain(token: Token) -> Iterator[Token]:
    """A word and those joined to it one after the other ("Britain, France and Germany")."""
    for _ in range(_DEEPEST):
        yield token
        following = next((c for c in token.children if c.dep_ == "conj"), None)
        if following is None:
            return
        token = following


def with_joined(context: Context, owner: Token) -> Iterator[str]:
    """Ids of those whom an owner means, and those joined to it ("Ukrainian and US delegations")."""
    yield from actors_at(context, owner)
    for child in owner.children:
        if child.dep_ in {"conj", "compound", "amod", "nmod"}:
            yield from actors_at(context, child)


def objects_behind(head: Token, prepositions: Iterable[str]) -> Iterator[Token]:
    """Heads of the phrases that hang on a word by one of some prepositions."""
    wanted = frozenset(prepositions)
    behind = [c for c in head.children if c.dep_ in {"prep", "agent"} and c.lower_ in wanted]
    behind += [again for c in behind for again in c.children if again.dep_ == "conj" and again.lower_ in wanted]
    for child in behind:
        for inner in child.children:
            if inner.dep_ == "pobj":
                yield inner
            elif inner.dep_ == "prep":
                yield from (c for c in inner.children if c.dep_ == "pobj")
