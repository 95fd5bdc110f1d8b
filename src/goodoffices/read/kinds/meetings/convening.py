"""Convening: who hosts, convenes or chairs a meeting, or lends it their auspices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause, subject_of_clause
from ..phrases import objects_behind
from .antecedents import meant_by_which
from .bringing import convener_of_bringing
from .delegations import first_delegation
from .people import people_of
from .shuttling import shuttles
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["conveners", "is_with_the_host"]

_CONFERENCES = frozenset({"conference", "seminar", "workshop", "symposium"})


def conveners(context: Context, clause: Clause) -> tuple[str, ...]:
    """Ids of those who host, convene or mediate, in the order of the text."""
    words = meeting_words()
    found: list[str] = []
    if clause.relation == "verb" and (mediator := convener_of_bringing(context, clause.cue)) is not None:
        found += people_of(context, mediator)
    elif clause.relation == "verb" and shuttles(context, clause.cue):
        envoy = subject_of_clause(clause)
        found += people_of(context, envoy) if envoy is not None else ()
    for noun in clause.nouns:
        found += _under_auspices(context, noun)
    for verb in (*clause.asides, *clause.verbs):
        found += _under_auspices(context, verb)
        found += _who_wants_it(context, clause, verb)
        if verb.lemma_.lower() not in words.convened and not _plans(clause, verb):
            continue
        for inner in objects_behind(verb, {"by"}):
            found += people_of(context, inner)
        invites = clause.relation == "within" and verb.lemma_ == "invite"
        active = not any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
        if (clause.relation == "object" or invites) and active and verb in clause.verbs:
            subject = subject_of_clause(clause)
            found += people_of(context, meant_by_which(context, clause, subject)) if subject is not None else ()
    return tuple(dict.fromkeys(found))


def is_with_the_host(clause: Clause) -> bool:
    """ "Hosted a meeting with X": who hosts it sits at it.

    Args:
        clause: The words around the cue.
    """
    hosted = clause.relation == "object" and clause.verbs[0].lemma_ in {
        "host",
        "hold",
        "convene",
        "organise",
        "organize",
    }
    return hosted and any(True for noun in clause.nouns[:1] for _ in objects_behind(noun, {"with"}))


def _who_wants_it(context: Context, clause: Clause, verb: Token) -> Iterator[str]:
    """ "A conference that the UN wants to hold": who wants it is its host; of a visit it is the traveller."""
    words = meeting_words()
    wanted = verb.lemma_.lower() in {"want", "intend", "plan", "hope"} | words.convened
    if verb.dep_ != "relcl" or not wanted or clause.cue.lemma_.lower() in words.visits:
        return
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lower_ not in {"which", "that", "who"}:
            yield from people_of(context, child)


def _plans(clause: Clause, verb: Token) -> bool:
    """ "The OSCE plans a conference": others are to come to it; who plans talks is to sit at them."""
    return clause.relation == "object" and verb.lemma_ == "plan" and clause.cue.lemma_.lower() in _CONFERENCES


def _under_auspices(context: Context, head: Token) -> Iterator[str]:
    words = meeting_words()
    for inner in objects_behind(head, {"under", "at", "through"}):
        if inner.lemma_.lower() in words.auspices:
            others = first_delegation(inner)  # "at the invitation of X, delegations of A and of B met"
            border = others.i if others is not None else len(inner.doc)
            named = {a for t in inner.subtree if t.i < border for a in context.roster.at(t)}
            yield from (a for a in people_of(context, inner) if others is None or a in named)
