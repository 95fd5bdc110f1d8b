"""People of a phrase: whom its words name, persons before their sides, and plurals that name nobody by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...actors.lexicon import lexicon
from ..phrases import OWNERS, actors_of_phrase, objects_behind
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["is_collective_noun", "is_person", "people_of"]

_MOST_JOINED = 12
_LONGEST_PAIR = 20
"""Words of a phrase of two persons with their offices, at most."""


def people_of(context: Context, head: Token) -> tuple[str, ...]:
    """The actors that a phrase names, persons before their sides; "the two delegations" names nobody by itself."""
    if is_collective_noun(head):
        return ()
    return tuple(dict.fromkeys((*_joined_in_front(context, head), *_people_of(context, head))))


def _joined_in_front(context: Context, head: Token) -> Iterator[str]:
    """The persons that "and" parts from a name, where the parser takes the whole for one ("President A and Mr B")."""
    if head.pos_ != "PROPN" or head.i - head.left_edge.i > _LONGEST_PAIR:
        return
    front = head.doc[head.left_edge.i : head.i]
    borders = [t.i for t in front if t.lower_ == "and"]
    for token in front:
        owner = token.dep_ == "poss" or token.nbor().text in {"'s", "'"}
        if borders and token.i < borders[-1] and token.pos_ == "PROPN" and not owner:
            yield from (a for a in context.roster.at(token) if is_person(context, a))


def _people_of(context: Context, head: Token) -> tuple[str, ...]:
    beside = [c for c in head.children if c.dep_ == "appos" and c.i > head.i]
    if head.lower_ in lexicon().offices:  # "the head of the military, A": the parser hangs the name on "military"
        beside += [c for inner in objects_behind(head, {"of"}) for c in inner.children if c.dep_ == "appos"]
    if head.tag_ == "NNS":  # the parser may join the names to what stands behind "of"
        beside += [c for inner in objects_behind(head, {"of"}) for c in _joined(inner)]
    persons = [a for c in beside for t in (c, *_joined(c)) for a in context.roster.at(t) if is_person(context, a)]
    if not persons:
        return actors_of_phrase(context, head)
    own = [a for a in context.roster.at(head) if is_person(context, a) and head.pos_ == "PROPN"]
    persons = [*own, *persons]  # "A and the chairman of the B, C": what the parser sets beside A is someone else
    # "the leaders of the two countries, A and B"; "his Irish counterpart, A"
    others = (a for c in head.children if c.dep_ == "conj" for a in people_of(context, c))
    return tuple(dict.fromkeys((*persons, *others)))


def _joined(head: Token) -> Iterator[Token]:
    """What is joined to a word, and to what is joined to it; a list of thousands is not followed to its end."""
    left = [head]
    for _ in range(_MOST_JOINED):
        if not left:
            return
        following = [c for c in left.pop().children if c.dep_ == "conj"]
        yield from following
        left += following


def is_collective_noun(token: Token) -> bool:
    """Is it a plural of people that names nobody by itself ("the teams", "both leaders")?"""
    if token.lower_ in {"they", "both", "we", "each", "themselves", "them", "two"}:
        return True
    if token.tag_ not in {"NNS", "NNPS"} or token.lemma_.lower() not in meeting_words().collective:
        return False
    named, meant = token.doc.user_data["named"], token.doc.user_data["actors"]
    for child in token.children:
        if child.dep_ in OWNERS and (child.i in named or child.i in meant) and child.tag_ != "PRP$":
            return False
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            owners = [g for c in child.children if c.dep_ == "pobj" for g in c.subtree]
            if any(g.i in named or (g.i in meant and g.pos_ == "PROPN") for g in owners):
                return False
    return not any(c.dep_ == "appos" and c.i in meant for c in token.children)


def is_person(context: Context, actor: str) -> bool:
    """Is an actor a person?"""
    return context.roster.actors[actor].kind == "person"
