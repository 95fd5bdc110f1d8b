"""Who stands beside a verb of meeting: its objects, those behind its prepositions, whoever is seen or fetched by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause, verb_phrase
from ..phrases import objects_behind
from .alongside import councils_shown
from .at_length import worked_on
from .bargaining import adopted_there
from .bringing import brings_together
from .encounters import companions
from .fetched import fetched_by
from .people import people_of
from .places import is_place
from .seeing import seen_by
from .shared_time import time_shared_with
from .shuttling import shuttled_between, shuttles
from .signed_before import signed_before
from .signing import bound_by_it, is_signed_aside
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["beside_verb"]


def beside_verb(context: Context, verb: Token, clause: Clause) -> Iterator[str]:
    """Ids of those whom the words beside a verb of a meeting name.

    Args:
        context: The report.
        verb: A verb of the clause.
        clause: The words around the cue.
    """
    words = meeting_words()
    if clause.relation == "verb":
        beside = (*objects_behind(verb, _with_whom(context, verb)), *_in_company(context, verb), *companions(verb))
        beside = (
            *beside,
            *seen_by(context, verb),
            *time_shared_with(context, verb),
            *fetched_by(context, verb),
            *worked_on(context, verb),
            *signed_before(context, verb),
            *bound_by_it(verb),
            *councils_shown(context, verb),
        )
        for inner in (*_whom(context, verb), *beside, *_between(context, verb)):
            whom = inner.lower_ in {"whom", "who"} and verb.dep_ == "relcl"  # "X, whom he met", "X, with whom he spoke"
            yield from people_of(context, verb.head if whom else inner)
        yield from _whom_they_see(context, verb)
        if verb.lemma_ == "be" and any(c.lower_ == "present" and c.i < verb.i for c in verb.children):
            yield from (a for c in verb.children if c.dep_ == "attr" for a in people_of(context, c))
        return
    if verb.lemma_ == "pay":  # "paid X a visit"
        yield from (a for c in verb.children if c.dep_ == "dative" for a in people_of(context, c))
    if verb.lemma_ in words.involving:
        for child in verb.children:
            if child.dep_ == "dobj":
                yield from people_of(context, child)
    if verb.lemma_ in words.attended | words.itself:
        prepositions = {"with", "between"} | ({"by"} if verb.lemma_ in {"attend", "hold"} else set())
        for inner in objects_behind(verb, prepositions):
            yield from people_of(context, inner)


def _whom(context: Context, verb: Token) -> Iterator[Token]:
    """The objects of a verb of meeting, but for places and for what a council debates."""
    # "brought Morocco and its neighbours together", "has met Morocco in Lisbon"
    words = meeting_words()
    states_too = brings_together(context, verb) or verb.lemma_.lower() in words.meet | words.receive | words.telephone
    if not {verb.lemma_.lower(), verb_phrase(verb)} & meeting_words().debate:
        whom = {"dobj", "oprd"} if verb.lemma_ == "call" else {"dobj"}  # "called X as ...", as the parser has it
        yield from (c for c in verb.children if c.dep_ in whom and (states_too or not is_place(context, c)))


def _in_company(context: Context, verb: Token) -> Iterator[Token]:
    """ "Spoke by telephone with X", "the committee, with X and Y as observers, met"."""
    for inner in objects_behind(verb, {"by", "on", "over"}):
        if inner.lower_ in meeting_words().by_telephone:
            yield from objects_behind(inner, {"with", "to"})
    for inner in objects_behind(verb, {"at", "in"}):  # "met at Headquarters with the minister"
        yield from objects_behind(inner, {"with"} if inner.pos_ == "PROPN" or is_place(context, inner) else ())
    for subject in (c for c in verb.children if c.dep_ == "nsubj"):
        behind_comma = (c for c in subject.children if c.dep_ == "prep" and c.lower_ == "with" and c.i > subject.i)
        for company in behind_comma:
            if company.nbor(-1).text == ",":
                yield from (c for c in company.children if c.dep_ == "pobj")


def _between(context: Context, verb: Token) -> Iterator[Token]:
    """ "Shuttled between the two delegations"."""
    if shuttles(context, verb):
        yield from (*shuttled_between(verb), *objects_behind(verb, {"from"}))


def _with_whom(context: Context, verb: Token) -> frozenset[str]:
    """The prepositions behind a verb of meeting that name who takes part: "is to be signed by X", "spoke to Y"."""
    words = meeting_words()
    if verb.tag_ == "VBN" and (is_signed_aside(verb) or adopted_there(context, verb)):
        return frozenset({"by"})
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if passive and verb.lemma_.lower() in words.sign | words.receive | words.meet | {"represent", "lead", "head"}:
        return frozenset({"with", "by"})
    if verb.lemma_ in {"report", "testify"}:
        return frozenset({"to", "before"})
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
