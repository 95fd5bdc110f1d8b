"""Attendance: who takes part in a meeting, and who convenes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause, subject_of_clause
from ..phrases import OWNERS, actors_of_phrase, objects_behind, with_joined
from .known import in_a_call
from .places import is_place
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["collective_heads", "conveners", "is_collective", "is_collective_noun", "participants", "people_of"]


def people_of(context: Context, head: Token) -> tuple[str, ...]:
    """The actors that a phrase names, persons before their sides; "the two delegations" names nobody by itself."""
    if is_collective_noun(head):
        return ()
    beside = [c for c in head.children if c.dep_ == "appos" and c.i > head.i]
    if head.tag_ == "NNS":  # the parser may join the names to what stands behind "of"
        beside += [c for inner in objects_behind(head, {"of"}) for c in _joined(inner)]
    persons = [a for c in beside for t in (c, *_joined(c)) for a in context.roster.at(t) if _is_person(context, a)]
    if not persons:
        return actors_of_phrase(context, head)
    own = [a for a in context.roster.at(head) if _is_person(context, a) and head.pos_ == "PROPN"]
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


_MOST_JOINED = 12


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
        if subject is None and clause.relation == "verb":
            found = [*_named_before(context, clause.cue), *found]
        elif subject is not None and subject.i not in {noun.i for noun in clause.nouns}:
            found = [*people_of(context, subject), *found]
    if clause.relation == "within" and clause.verbs[0].lemma_ == "invite":
        found += [a for c in clause.verbs[0].children if c.dep_ == "dobj" for a in people_of(context, c)]
    hosts = set(conveners(context, clause)) if clause.relation != "verb" else set()
    present = {context.roster.party(a) for a in found if _is_person(context, a)}
    return tuple(a for a in dict.fromkeys(found) if a not in hosts and (a not in present or _is_person(context, a)))


def _named_before(context: Context, verb: Token) -> Iterator[str]:
    """The persons named in front of a verb for which the parser found no subject."""
    for token in verb.doc[verb.sent.start : verb.i]:
        if token.pos_ in {"VERB", "AUX"}:
            return
        if token.pos_ == "PROPN":
            yield from (a for a in context.roster.at(token) if _is_person(context, a))


def _is_person(context: Context, actor: str) -> bool:
    return context.roster.actors[actor].kind == "person"


def _beside_noun(context: Context, noun: Token) -> Iterator[str]:
    words = meeting_words()
    for child in noun.children:
        if child.dep_ in OWNERS and child.i < noun.i and (child.dep_ == "poss" or _is_party(child)):
            yield from with_joined(context, child)
    for inner in objects_behind(noun, words.among):
        if not (noun.lemma_ == "visit" and inner.head.lower_ == "of"):
            yield from people_of(context, inner)


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
                yield from people_of(context, child)
        for inner in objects_behind(verb, _with_whom(verb)):
            yield from people_of(context, inner)
        yield from _whom_they_see(context, verb)
        return
    if verb.lemma_ in words.involving:
        for child in verb.children:
            if child.dep_ == "dobj":
                yield from people_of(context, child)
    if verb.lemma_ in words.attended | words.itself:
        prepositions = {"with", "between"} | ({"by"} if verb.lemma_ in {"attend", "hold"} else set())
        for inner in objects_behind(verb, prepositions):
            yield from people_of(context, inner)


def _with_whom(verb: Token) -> frozenset[str]:
    """The prepositions behind a verb of meeting that name who takes part: "is to be signed by X", "spoke to Y"."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if passive and verb.lemma_.lower() in meeting_words().sign:
        return frozenset({"with", "by"})
    return frozenset({"with", "to"}) if verb.lemma_ in {"speak", "talk"} else frozenset({"with"})


def _whom_they_see(context: Context, verb: Token) -> Iterator[str]:
    """ "Flew to Stockholm to see X": whom the purpose names; "where he was received by X"."""
    words = meeting_words()
    for child in verb.subtree:
        if child.dep_ in {"advcl", "xcomp"} and child.head == verb and child.lemma_ in words.receive | words.meet:
            for thing in child.children:
                if thing.dep_ == "dobj":
                    yield from people_of(context, thing)
        elif child.pos_ == "VERB" and child.dep_ == "relcl" and child.lemma_ in words.receive:
            for inner in objects_behind(child, {"by"}):
                yield from people_of(context, inner)


def _takes_part(clause: Clause) -> bool:
    """Does the subject take part: of "meet", or of "hold talks", "took part in the meeting"?"""
    words = meeting_words()
    if clause.relation == "verb" or in_a_call(clause):
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
            found += people_of(context, inner)
        invites = clause.relation == "within" and verb.lemma_ == "invite"
        active = not any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
        if (clause.relation == "object" or invites) and active and verb in clause.verbs:
            subject = subject_of_clause(clause)
            found += people_of(context, subject) if subject is not None else ()
    return tuple(dict.fromkeys(found))


def _under_auspices(context: Context, head: Token) -> Iterator[str]:
    words = meeting_words()
    for inner in objects_behind(head, {"under", "at", "through"}):
        if inner.lemma_.lower() in words.auspices:
            yield from people_of(context, inner)


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


def is_collective(clause: Clause) -> bool:
    """Do the words of a meeting say that "the two delegations" or the like take part, and name nobody?"""
    heads = collective_heads(clause)
    return any(is_collective_noun(head) or _is_joint(head) for head in heads)


def collective_heads(clause: Clause) -> list[Token]:
    """The words that can stand for several who are named elsewhere: of the subject, of the object, behind "with"."""
    subject = subject_of_clause(clause) if clause.relation in {"verb", "object"} or _takes_part(clause) else None
    heads = [subject] if subject is not None else []
    if clause.relation == "verb":
        heads += [c for c in clause.cue.children if c.dep_ == "dobj"]
    heads += [inner for noun in clause.nouns for inner in objects_behind(noun, meeting_words().among)]
    return heads


def _is_joint(token: Token) -> bool:
    """Is it a body of both sides ("a joint committee")?"""
    body = token.head if token.lower_ in {"which", "that"} and token.head.dep_ == "relcl" else token
    return any(c.lower_ in {"joint", "bilateral", "trilateral", "mixed"} for c in body.children)
