"""Owners: whose a stance is that a noun shows ("Sudan's refusal", "the readiness of Rwanda", "voiced support")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .documents import makers_of
from .frames import frames
from .subjects import FIRST_PERSON, actors_of_phrase, actors_of_subject, capital_of, said_or_stated, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["actors_above", "owners_of_noun"]


def owners_of_noun(context: Context, noun: Token) -> tuple[str, ...]:
    """Ids of the actors whose stance a noun shows; none where the words do not tell."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.lemma_ == "condition":
        return ()
    owners = _owners(context, noun) or _meant_for(context, noun) or makers_of(context, noun)
    return owners if owners or noun.lemma_.lower() in frames().owned else _of_governor(context, noun)


def _meant_for(context: Context, noun: Token) -> tuple[str, ...]:
    """ "For Rabat the priority is autonomy": whose it is stands before."""
    fore = [c for c in noun.head.children if c.dep_ == "prep" and c.lower_ == "for" and c.i < noun.i]
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in {"be", "remain"} or not fore:
        return ()
    things = [t for c in fore for t in c.children if t.dep_ == "pobj"]
    return tuple(a for t in things for a in actors_of_phrase(context, t) or capital_of(context, t))


def _owners(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose a stance is by the words on it: "Sudan's refusal", "our demand", "US support"."""
    named = noun.doc.user_data["named"]
    for child in noun.children:
        if child.dep_ not in {"poss", "amod", "compound", "nmod"}:
            continue
        if child.lower_ in {"its", "their", "his", "her"} and noun.dep_ == "dobj":
            subject = subject_of(noun.head)
            actors = actors_of_phrase(context, subject) if subject is not None else ()
            if actors:
                return actors  # "the movement dropped its demand": whoever does it, not whoever stands nearest
        if context.roster.at(child):
            return context.roster.at(child)
        if child.lower_ in FIRST_PERSON:
            return said_or_stated(context, child)
        if child.i in named:
            entity = named[child.i]
            return (context.roster.enter(entity.name, entity.kind, entity.iso).id,)
    return _owners_behind(context, noun)


def _owners_behind(context: Context, noun: Token) -> tuple[str, ...]:
    """ "The readiness of Rwanda and Congo to act": whose it is stands behind, and then what it is about."""
    clause = any(c.dep_ in {"acl", "relcl"} or c.lower_ in {"for", "to", "on"} for c in noun.children)
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    clause = clause or any(
        c.left_edge.i == noun.right_edge.i + 1 and c.lower_ in {"for", "to", "on"} and noun.dep_ == "dobj"
        for c in noun.head.children
    )  # "conveyed the support of France for an amnesty", where the parser hangs it on the verb
    hung = of is not None and any(g.dep_ in {"acl", "prep"} for t in of.children for g in t.children)
    if of is None or not (clause or hung or noun.lemma_.lower() in frames().nouns_of_will):
        return ()
    more = (c for c in of.children if c.dep_ == "conj" and c.lower_ == "of")  # "of Rwanda and of Congo"
    things = (t for p in (of, *more) for t in p.children if t.dep_ in {"pobj", "conj"})
    return tuple(dict.fromkeys(a for t in things for a in actors_of_phrase(context, t)))


def _of_governor(context: Context, noun: Token) -> tuple[str, ...]:
    """Whose a stance is by the clause around it: the subject of "voiced support", the agent, the speaker."""
    verb = noun.head
    if noun.dep_ in {"dobj", "attr", "oprd"} and verb.lemma_.lower() in frames().light:
        subject = subject_of(verb)
        if subject is not None:
            return actors_of_subject(context, subject)
        return said_or_stated(context, noun)  # "there is no justification for ..."
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"from", "by", "among"}:
            return tuple(a for inner in child.children for a in actors_of_phrase(context, inner))
    if noun.dep_ == "pobj" and verb.lower_ == "with":
        return actors_above(context, noun)
    if _is_anothers(noun):
        return ()
    return said_or_stated(context, noun) if noun.dep_ in {"nsubj", "conj", "pobj", "dobj"} else ()


def _is_anothers(noun: Token) -> bool:
    """ "Will examine the request for a truce", "is under pressure to sign": of someone whom the words do not name."""
    if noun.dep_ == "pobj" and noun.lemma_ == "pressure":
        return noun.head.lower_ == "under"
    handled = noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in frames().handling
    return handled and any(c.lower_ in {"the", "this", "that", "any", "such"} for c in noun.children)


def actors_above(context: Context, verb: Token) -> tuple[str, ...]:
    """The actors of the nearest clause above that has some: "X told his envoys to ..., excluding ..."."""
    if verb.dep_ == "pcomp":
        return ()
    for above in verb.ancestors:
        own = next((c for c in above.children if c.dep_ == "nsubj"), None)
        actors = actors_of_subject(context, own) if own is not None else ()
        if actors:
            return actors
    return ()
