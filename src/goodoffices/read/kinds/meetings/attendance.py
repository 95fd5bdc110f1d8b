"""Attendance: who takes part in a meeting."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause, subject_of_clause
from ..phrases import OWNERS, objects_behind, with_joined
from .antecedents import before_subject, meant_by_which, who_met_each_other
from .beside_verbs import beside_verb
from .bringing import brings_together
from .by_form import people_in_front
from .convening import conveners, is_with_the_host
from .known import is_their_occasion
from .listed import company_hung_deeper, in_lists
from .people import is_collective_noun, is_person, people_of
from .places import is_place
from .presence import attended, in_the_chair, told_beside
from .shuttling import shuttles
from .subjects import is_lost_predicate, subject_of_gerund
from .taking_part import takes_part
from .visitors import visitors
from .vocabulary import meeting_words
from .witnesses import witnesses

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["collective_heads", "is_collective", "participants"]

_PAIR = 2
_SENT = frozenset({"delegation", "mission", "team", "envoy"})
_ANNOUNCING = frozenset({"announce", "say", "declare", "confirm", "promise", "add", "disclose", "report"})
_ABOVE = 5
"""Words up the tree in which the one is looked for whose visit it is."""


def participants(context: Context, clause: Clause) -> tuple[str, ...]:
    """Ids of those whom the words of a meeting name as taking part, in the order of the text.

    A side that one of them speaks for is not named beside that person.
    """
    found: list[str] = []
    for noun in clause.nouns:
        apart = noun != clause.cue and clause.cue.dep_ == "conj" and noun.lemma_.lower() not in meeting_words().nouns
        if noun.ent_type_ != "GPE" and not apart:  # "third session, Kuala Lumpur", "the mandate of X and the talks"
            found += _beside_noun(context, noun)
    for verb in (*clause.asides, *clause.verbs[:1]):
        found += beside_verb(context, verb, clause)
    found += (*told_beside(context, clause), *attended(context, clause), *in_lists(context, clause))
    found += (*witnesses(context, clause), *_who_leads_then(context, clause), *_with_whom_doing(context, clause))
    found += (*visitors(context, clause), *_whose_people(context, clause.cue))
    if takes_part(clause):
        subject = subject_of_gerund(clause.cue) or subject_of_clause(clause)
        lost = clause.relation == "verb" and is_lost_predicate(clause.cue)
        if lost or (subject is None and clause.relation == "verb"):
            found = [*_named_before(context, clause.cue), *found]
        elif subject is not None and subject.i not in {noun.i for noun in clause.nouns}:
            found = [*_who_is(context, clause, subject), *found]
    if (goer := _who_goes_on(clause)) is not None:
        found = [*people_of(context, goer), *found]
    if clause.relation == "within" and clause.verbs[0].lemma_ == "invite":
        found += [a for c in clause.verbs[0].children if c.dep_ == "dobj" for a in people_of(context, c)]
    hosts = set(conveners(context, clause)) if clause.relation != "verb" or _convenes(context, clause) else set()
    if hosts and is_with_the_host(clause):
        found, hosts = [*conveners(context, clause), *found], set()
    present = {context.roster.party(a) for a in found if is_person(context, a)}
    return tuple(a for a in dict.fromkeys(found) if a not in hosts and (a not in present or is_person(context, a)))


def _whose_people(context: Context, cue: Token) -> Iterator[str]:
    """ "ECOWAS defence chiefs meeting in X": whose chiefs they are, by the words in front of them."""
    people = people_in_front(cue)
    for before in reversed(people.doc[people.sent.start : people.i]) if people is not None else ():
        if before.dep_ not in {"compound", "amod", "nmod", "csubj", "poss"} and before.pos_ not in {"PROPN", "NOUN"}:
            return
        yield from (context.roster.party(a) for a in context.roster.at(before))


def _who_is(context: Context, clause: Clause, subject: Token) -> tuple[str, ...]:
    """Whom a subject means; "it" that sits or convenes is a body, and no state."""
    leaders = (*_who_lead(context, subject), *before_subject(context, subject), *_who_sends(context, clause, subject))
    subject = meant_by_which(context, clause, who_met_each_other(clause, subject))
    joined = _joined_in_front(context, subject)
    people = tuple(dict.fromkeys((*leaders, *joined, *people_of(context, subject), *in_the_chair(context, subject))))
    if subject.lower_ != "it" or clause.relation != "verb":
        return people
    return tuple(a for a in people if context.roster.actors[a].kind == "organisation")


def _joined_in_front(context: Context, subject: Token) -> Iterator[str]:
    """ "In X on Monday President A and B signed": the parser hangs A on "Monday", and only B is the subject."""
    if subject.dep_ != "nsubj" or subject.pos_ != "PROPN":
        return
    start = subject.i
    while start > subject.sent.start and subject.nbor(start - 1 - subject.i).pos_ == "PROPN":
        start -= 1
    front = subject.doc[subject.sent.start : start]
    if len(front) < _PAIR or front[-1].lower_ != "and" or any(t.pos_ in {"VERB", "AUX"} for t in front):
        return
    if front[-2].pos_ == "PROPN":
        yield from (a for a in context.roster.at(front[-2]) if is_person(context, a))


def _who_sends(context: Context, clause: Clause, sent: Token) -> Iterator[str]:
    """ "The bloc announced that a delegation would travel to X": whose delegation it is, who announces it says."""
    verb = next((v for v in clause.verbs if v.dep_ == "ccomp"), None)
    new = any(c.lower_ in {"a", "an"} for c in sent.children) and sent.lemma_.lower() in _SENT
    owned = any(c.dep_ == "poss" or c.lower_ in {"of", "from"} for c in sent.children)
    if verb is None or not new or owned or verb.head.lemma_ not in _ANNOUNCING:
        return
    for child in verb.head.children:
        if child.dep_ == "nsubj":
            yield from (context.roster.party(a) for a in people_of(context, child))


def _who_lead(context: Context, sent: Token) -> Iterator[str]:
    """ "X led the delegation that met Y": X, of the delegation."""
    if sent.dep_ == "dobj" and sent.head.lemma_ in {"lead", "head"} and sent.lemma_.lower() in meeting_words().sent:
        yield from (a for c in sent.head.children if c.dep_ == "nsubj" for a in people_of(context, c))


def _who_leads_then(context: Context, clause: Clause) -> Iterator[str]:
    """ "X is to lead the delegation when the talks resume": X is there."""
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or verb.dep_ != "advcl" or verb.head.lemma_ not in {"lead", "head", "chair"}:
        return
    led = verb.head
    things = [c.lemma_.lower() for c in led.children if c.dep_ == "dobj"]
    if not any(c.lower_ == "when" for c in verb.children) or not set(things) & meeting_words().sent:
        return
    over = led.head if led.dep_ == "xcomp" else led
    yield from (a for v in (led, over) for c in v.children if c.dep_ == "nsubj" for a in people_of(context, c))


def _with_whom_doing(context: Context, clause: Clause) -> Iterator[str]:
    """ "Opened its dialogue in X, with President Y hailing the day": a person who does something at it."""
    for verb in clause.verbs[:1] if clause.relation in {"subject", "object"} else ():
        beside = (c for c in verb.children if c.lower_ == "with" and c.i > verb.i)
        doing = (p for c in beside for p in c.children if p.dep_ == "pcomp" and p.tag_ == "VBG")
        subjects = (s for p in doing for s in p.children if s.dep_ == "nsubj")
        yield from (a for s in subjects for a in people_of(context, s) if is_person(context, a))


def _convenes(context: Context, clause: Clause) -> bool:
    """Is the verb that of a mediator who brings others together?"""
    return brings_together(context, clause.cue) or shuttles(context, clause.cue)


def _named_before(context: Context, verb: Token) -> Iterator[str]:
    """The persons named in front of a verb for which the parser found no subject."""
    for token in verb.doc[verb.sent.start : verb.i]:
        if token.pos_ in {"VERB", "AUX"}:
            return
        if token.pos_ == "PROPN":
            yield from (a for a in context.roster.at(token) if is_person(context, a))


def _beside_noun(context: Context, noun: Token) -> Iterator[str]:
    words = meeting_words()
    for child in noun.children:
        if child.tag_ == "WP$":
            yield from _whose(context, noun)
        elif child.dep_ in OWNERS and child.i < noun.i and (child.dep_ == "poss" or _is_party(child)):
            yield from with_joined(context, child)
    on = {"on"} if noun.lemma_ == "call" else set()  # "a courtesy call on the president"
    for inner in objects_behind(noun, words.among | on):
        counted = inner.head.lower_ == "of" and {inner.lemma_.lower(), inner.lower_} & words.talks
        if counted:
            continue
        of_place = noun.lemma_ in words.visits and inner.head.lower_ == "of"  # "a visit of the camps"
        if not of_place or not is_place(context, inner):
            yield from people_of(context, inner)
    for deeper in company_hung_deeper(noun):
        yield from people_of(context, deeper)


def _whose(context: Context, noun: Token) -> Iterator[str]:
    """ "X, the head of the agency, whose last trip to Tehran ...": the next person above, wherever it is hung."""
    for above in itertools.islice(noun.ancestors, _ABOVE):
        persons = [a for a in context.roster.at(above) if is_person(context, a)] if above.pos_ == "PROPN" else []
        if persons:
            yield from persons
            return


def _is_party(modifier: Token) -> bool:
    """Is a word before "talks" a party ("Ukrainian talks", "Belgrade-Pristina dialogue"), not a place?"""
    entity = modifier.doc.user_data["named"].get(modifier.i)
    if entity is None or modifier.text not in entity.metonyms:
        return True
    return (
        any(c.dep_ in {"conj", "compound", "amod", "punct"} for c in modifier.children)
        or modifier.head.dep_ == "compound"
    )


def _who_goes_on(clause: Clause) -> Token | None:
    """ "X travelled to Israel after talks in Beirut with Y": who goes on from talks with someone took part in them."""
    top = clause.nouns[-1] if clause.nouns else None
    if top is None or clause.verbs or top.dep_ != "pobj" or top.head.lower_ not in {"after", "following"}:
        return None
    with_whom = any(c.dep_ == "prep" and c.lower_ == "with" for noun in clause.nouns for c in noun.children)
    verb = top.head.head
    return next((c for c in verb.children if c.dep_ == "nsubj"), None) if with_whom and verb.pos_ == "VERB" else None


def is_collective(clause: Clause) -> bool:
    """Do the words of a meeting say that "the two delegations" or the like take part, and name nobody?"""
    heads = collective_heads(clause)
    return any(is_collective_noun(head) or _is_joint(head) for head in heads)


def collective_heads(clause: Clause) -> list[Token]:
    """The words that can stand for several who are named elsewhere: of the subject, of the object, behind "with"."""
    subject = subject_of_clause(clause) if clause.relation in {"verb", "object"} or takes_part(clause) else None
    heads = [subject] if subject is not None else []
    if clause.relation == "verb":
        heads += [c for c in clause.cue.children if c.dep_ == "dobj"]
        if {clause.cue.lemma_.lower()} & (meeting_words().shuttle | {"go", "move", "walk"}):
            heads += objects_behind(clause.cue, {"between", "among", "from"})
    heads += [inner for noun in clause.nouns for inner in objects_behind(noun, meeting_words().among)]
    heads += [people] if (people := people_in_front(clause.cue)) is not None else []
    if clause.relation == "within" and is_their_occasion(clause):  # "gave it to both ministers at their last session"
        heads += [*objects_behind(clause.verbs[0], {"to"}), *(c for c in clause.verbs[0].children if c.dep_ == "dobj")]
    return heads


def _is_joint(token: Token) -> bool:
    """Is it a body of both sides ("a joint committee")?"""
    body = token.head if token.lower_ in {"which", "that"} and token.head.dep_ == "relcl" else token
    return any(c.lower_ in {"joint", "bilateral", "trilateral", "mixed"} for c in body.children)
