"""Go-betweens: the states whose people mediate, host or facilitate, by the clause that says so of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.record import actor_id

from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = ["mediating_states"]

_BETWEEN = frozenset({"go-between", "intermediary", "broker", "umpire", "arbiter", "arbitrator", "conciliator"})
_SERVING = frozenset(
    {"act", "serve", "sit", "work", "continue", "remain", "stay", "stand", "function", "preside", "be"}
)
"""Verbs of what one does "as mediator"; whoever names or accepts one is none."""
_MEDIATING = frozenset({"mediate", "facilitate", "broker", "moderate"})
_GOOD_OFFICES = frozenset({"mediation", "facilitation", "intermediation", "brokerage"})
"""Of these the word in front says whose they are: "under Omani mediation"."""
_LINKED = frozenset({"of", "from"})


def mediating_states(doc: Doc) -> Iterator[str]:
    """Ids of the states of which a passage says that they, or people of theirs, stand between the sides.

    "X, the president of Gabon, sat between them as mediator", "the mediator, X of Gabon", "brokered by Gabon's X".
    """
    nouns = lexicon().doing.mediators | _BETWEEN
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma in _MEDIATING and token.pos_ == "VERB":
            who = list(_doers(token))
        elif lemma in nouns and token.pos_ in {"NOUN", "PROPN"}:
            who = list(_so_called(token))
        elif lemma in _GOOD_OFFICES and token.pos_ == "NOUN":
            yield from _whose_offices(token)
            continue
        else:
            continue
        yield from (state for one in who for state in _states_in(one))


def _doers(verb: Token) -> Iterator[Token]:
    passive = any(c.dep_ in {"auxpass", "agent"} for c in verb.children) or verb.dep_ == "acl"
    if not passive:
        yield from (c for c in verb.children if c.dep_ == "nsubj")
    yield from (g for c in verb.children if c.dep_ == "agent" or (passive and c.lower_ == "by") for g in c.children)


def _so_called(noun: Token) -> Iterator[Token]:
    """Who is said to be the mediator: who serves as one, is one, or stands beside the word."""
    link = noun.head
    if noun.dep_ == "pobj" and link.lower_ == "as" and link.head.lemma_ in _SERVING:
        yield from (c for c in link.head.children if c.dep_ == "nsubj")
    elif noun.dep_ == "attr" and link.lemma_ == "be":
        yield from (c for c in link.children if c.dep_ == "nsubj")
    elif noun.dep_ == "appos":
        yield link
    yield from (c for c in noun.children if c.dep_ == "appos")


def _whose_offices(noun: Token) -> Iterator[str]:
    """ "Under Omani mediation", "Kenya's facilitation": the state whose they are."""
    named = noun.doc.user_data["named"]
    for owner in noun.children:
        entity = named.get(owner.i) if owner.dep_ in {"amod", "poss", "compound", "nmod"} else None
        if entity is not None and entity.kind == "state":
            yield actor_id(entity.kind, entity.name)


def _states_in(who: Token) -> Iterator[str]:
    """The states of someone by office or origin: "X, the president of Gabon", "Gabon's X", "the Gabonese leader"."""
    named = who.doc.user_data["named"]
    beside = [who, *(c for c in who.children if c.dep_ in {"appos", "compound", "nmod"})]
    for one in beside:
        near = [one, *(c for c in one.children if c.dep_ in {"amod", "poss", "compound", "nmod"})]
        near += [g for c in one.children if c.lower_ in _LINKED for g in c.children if g.dep_ == "pobj"]
        for token in near:
            entity = named.get(token.i)
            if entity is not None and entity.kind == "state" and token.text not in entity.metonyms:
                yield actor_id(entity.kind, entity.name)
