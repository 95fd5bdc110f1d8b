"""Convening: who hosts, convenes or chairs a meeting, or lends it their auspices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause, subject_of_clause
from ..phrases import objects_behind
from .bringing import convener_of_bringing
from .people import people_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["conveners"]

_CONFERENCES = frozenset({"conference", "seminar", "workshop", "symposium"})


def conveners(context: Context, clause: Clause) -> tuple[str, ...]:
    """Ids of those who host, convene or mediate, in the order of the text."""
    words = meeting_words()
    found: list[str] = []
    if clause.relation == "verb" and (mediator := convener_of_bringing(context, clause.cue)) is not None:
        found += people_of(context, mediator)
    for noun in clause.nouns:
        found += _under_auspices(context, noun)
    for verb in (*clause.asides, *clause.verbs):
        found += _under_auspices(context, verb)
        if verb.lemma_.lower() not in words.convened and not _plans(clause, verb):
            continue
        for inner in objects_behind(verb, {"by"}):
            found += people_of(context, inner)
        invites = clause.relation == "within" and verb.lemma_ == "invite"
        active = not any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
        if (clause.relation == "object" or invites) and active and verb in clause.verbs:
            subject = subject_of_clause(clause)
            found += people_of(context, subject) if subject is not None else ()
    return tuple(dict.fromkeys(found))


def _plans(clause: Clause, verb: Token) -> bool:
    """ "The OSCE plans a conference": others are to come to it; who plans talks is to sit at them."""
    return clause.relation == "object" and verb.lemma_ == "plan" and clause.cue.lemma_.lower() in _CONFERENCES


def _under_auspices(context: Context, head: Token) -> Iterator[str]:
    words = meeting_words()
    for inner in objects_behind(head, {"under", "at", "through"}):
        if inner.lemma_.lower() in words.auspices:
            yield from people_of(context, inner)
