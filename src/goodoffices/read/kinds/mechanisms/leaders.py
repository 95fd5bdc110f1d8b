"""Leaders: who leads, runs or chairs an arrangement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..phrases import OWNERS, actors_at, actors_of_phrase, objects_behind
from .naming import Named
from .vocabulary import mechanism_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["leaders_of"]

_RELATIVE = frozenset({"which", "that", "who"})
_CONVENING = frozenset({"host", "organise", "organize"})
_SENT = frozenset({"mission", "force", "team", "contingent", "peacekeeper", "observer", "monitor"})
"""Whose name before these tells who sends and leads them ("the UN mission")."""
_GOING_BETWEEN = frozenset({"mediation", "facilitation", "office", "mediator", "facilitator", "intermediary", "broker"})
"""Whose name before these, or behind "of" and "by", tells who mediates ("Omani mediators", "mediation by Norway")."""


def leaders_of(context: Context, named: Named) -> tuple[str, ...]:
    """Ids of those who lead, run or chair an arrangement, sorted."""
    return tuple(sorted(set(_leaders(context, named))))


def _leaders(context: Context, named: Named) -> Iterator[str]:
    words = mechanism_words()
    head = named.head
    for child in head.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in words.leading:
            subjects = [c for c in child.children if c.dep_ == "nsubj" and c.lower_ not in _RELATIVE]
            for inner in (*objects_behind(child, {"by"}), *subjects):
                yield from actors_of_phrase(context, inner)
    for inner in objects_behind(head, {"under"}):
        if inner.lemma_.lower() in words.under or context.roster.at(inner):
            yield from actors_of_phrase(context, inner)
    if head.head.lemma_.lower() in words.leading:
        yield from _governing(context, head)
    yield from _owners(context, named)


def _governing(context: Context, head: Token) -> Iterator[str]:
    """Who leads it in the main clause: "is chaired by X", "who chairs it"."""
    verb = head.head
    if head.dep_ == "nsubjpass":
        for inner in objects_behind(verb, {"by"}):
            yield from actors_of_phrase(context, inner)
    elif head.dep_ == "dobj" and verb.lemma_.lower() not in _CONVENING:
        for subject in (c for c in verb.children if c.dep_ == "nsubj"):
            yield from actors_of_phrase(context, verb.head if subject.lower_ in _RELATIVE else subject)


def _owners(context: Context, named: Named) -> Iterator[str]:
    """ "A US-monitored mechanism", "the UN mission", "NATO's KFOR"."""
    for token in named.head.doc[named.start : named.head.i]:
        sent = token.dep_ in OWNERS and token.head == named.head and named.noun in _SENT | _GOING_BETWEEN
        if sent or _leads_by_hyphen(token):
            yield from actors_at(context, token)
    for child in named.head.children:
        if child.dep_ == "poss" and child.tag_ != "PRP$":
            yield from actors_of_phrase(context, child)
    if named.noun in _GOING_BETWEEN:
        for inner in objects_behind(named.head, {"of", "by", "from"}):
            yield from actors_of_phrase(context, inner)


def _leads_by_hyphen(token: Token) -> bool:
    """Is it the leader in "US-monitored", "EU-led"?"""
    doc, i = token.doc, token.i
    if i + 2 >= len(doc) or doc[i + 1].text != "-":
        return False
    verb = doc[i + 2]
    stems = {word.removesuffix("e") for word in mechanism_words().leading}
    return (
        verb.lower_ == "led"
        or verb.lemma_.lower() in mechanism_words().leading
        or verb.lower_.removesuffix("ed") in stems
    )
