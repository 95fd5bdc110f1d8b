"""Attendance: who takes part in a meeting, and who convenes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause, subject_of_clause
from ..phrases import OWNERS, actors_of_phrase, objects_behind, with_joined
from .places import is_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["conveners", "is_collective", "is_collective_noun", "participants"]


def _people(context: Context, head: Token) -> tuple[str, ...]:
    """The actors that a phrase names; "the two delegations" names nobody by itself."""
    return () if is_collective_noun(head) else actors_of_phrase(context, head)


def participants(context: Context, clause: Clause) -> tuple[str, ...]:
    """Ids of those whom the words of a meeting name as taking part, in the order of the text.

    A side that one of them speaks for is not named beside that person.
    """
    found: list[str] = []
    for noun in clause.nouns:
        found += _beside_noun(context, noun)
    for verb in (*clause.asides, *clause.verbs[:1]):
        found += _beside_verb(context, verb, clause)
    if _takes_part(clause):
        subject = subject_of_clause(clause)
        if subject is not None and subject.i not in {noun.i for noun in clause.nouns}:
            found = [*_people(context, subject), *found]
    if clause.relation == "within" and clause.verbs[0].lemma_ == "invite":
        found += [a for c in clause.verbs[0].children if c.dep_ == "dobj" for a in _people(context, c)]
    hosts = set(conveners(context, clause)) if clause.relation != "verb" else set()
    present = {context.roster.party(a) for a in found if _is_person(context, a)}
    return tuple(a for a in dict.fromkeys(found) if a not in hosts and (a not in present or _is_person(context, a)))


def _is_person(context: Context, actor: str) -> bool:
    return context.roster.actors[actor].kind == "person"


def _beside_noun(context: Context, noun: Token) -> Iterator[str]:
    words = meeting_words()
    for child in noun.children:
        if child.dep_ in OWNERS and child.i < noun.i and (child.dep_ == "poss" or _is_party(child)):
            yield from with_joined(context, child)
    for inner in objects_behind(noun, words.among):
        if not (noun.lemma_ == "visit" and inner.head.lower_ == "of"):
            yield from _people(context, inner)


def _is_party(modifier: Token) -> bool:
    """Is a word before "talks" a party ("Ukrainian talks", "Belgrade-Pristina dialogue"), not a place?"""
    entity = modifier.doc.user_data["named"].get(modifier.i)
    if entity is None or modifier.text not in entity.metonyms:
        return True
    return (
        any(c.dep_ in {"conj", "compound", "amod", "punct"} for c in modifier.children)
        or modifier.head.dep_ == "compound"
    )


def _beside_verb(context: Context, verb: Token, clause: Clause) -> Iterator[str]:
    words = meeting_words()
    if clause.relation == "verb":
        for child in verb.children:
            if child.dep_ == "dobj" and not is_place(context, child):
                yield from _people(context, child)
        for inner in objects_behind(verb, {"with"} | ({"to"} if verb.lemma_ in {"speak", "talk"} else set())):
            yield from _people(context, inner)
        return
    if verb.lemma_ in words.involving:
        for child in verb.children:
            if child.dep_ == "dobj":
                yield from _people(context, child)
    if verb.lemma_ in words.attended | words.itself:
        prepositions = {"with", "between"} | ({"by"} if verb.lemma_ in {"attend", "hold"} else set())
        for inner in objects_behind(verb, prepositions):
            yield from _people(context, inner)


def _takes_part(clause: Clause) -> bool:
    """Does the subject take part: of "meet", or of "hold talks", "took part in the meeting"?"""
    words = meeting_words()
    if clause.relation == "verb":
        return True
    if not clause.verbs or clause.relation not in {"object", "within"}:
        return False
    verb = clause.verbs[0]
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return False
    if clause.relation == "within" and not _goes_to(clause):
        return False
    return verb.lemma_.lower() in words.attended


def _goes_to(clause: Clause) -> bool:
    """Does the noun hang on its verb by "in", "at", "to" or "for" ("took part in meetings")?"""
    top = clause.nouns[-1]
    return top.dep_ == "pobj" and top.head.lower_ in {"in", "at", "to", "for", "into"}


def conveners(context: Context, clause: Clause) -> tuple[str, ...]:
    """Ids of those who host, convene or mediate, in the order of the text."""
    words = meeting_words()
    found: list[str] = []
    for noun in clause.nouns:
        found += _under_auspices(context, noun)
    for verb in (*clause.asides, *clause.verbs):
        found += _under_auspices(context, verb)
        if verb.lemma_.lower() not in words.convened:
            continue
        for inner in objects_behind(verb, {"by"}):
            found += _people(context, inner)
        invites = clause.relation == "within" and verb.lemma_ == "invite"
        active = not any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
        if (clause.relation == "object" or invites) and active and verb in clause.verbs:
            subject = subject_of_clause(clause)
            found += _people(context, subject) if subject is not None else ()
    return tuple(dict.fromkeys(found))


def _under_auspices(context: Context, head: Token) -> Iterator[str]:
    words = meeting_words()
    for inner in objects_behind(head, {"under", "at", "through"}):
        if inner.lemma_.lower() in words.auspices:
            yield from _people(context, inner)


def is_collective_noun(token: Token) -> bool:
    """Is it a plural of people that names nobody by itself ("the teams", "both leaders")?"""
    if token.lower_ in {"they", "both", "we", "each", "themselves"}:
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


def is_collective(clause: Clause) -> bool:
    """Do the words of a meeting say that "the two delegations" or the like take part, and name nobody?"""
    heads = [subject_of_clause(clause)] if clause.relation in {"verb", "object"} or _takes_part(clause) else []
    heads += [inner for noun in clause.nouns for inner in objects_behind(noun, meeting_words().among)]
    return any(head is not None and (is_collective_noun(head) or _is_joint(head)) for head in heads)


def _is_joint(token: Token) -> bool:
    """Is it a body of both sides ("a joint committee")?"""
    body = token.head if token.lower_ in {"which", "that"} and token.head.dep_ == "relcl" else token
    return any(c.lower_ in {"joint", "bilateral", "trilateral", "mixed"} for c in body.children)
