"""Guests: who is at a meeting besides those who meet ("with the participation of X", "with X in the chair")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause, subject_of_clause
from ..phrases import objects_behind
from .people import is_person, people_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["guests_of"]

_LONGEST = 40
"""Words of a list of those in the chair, at most."""


def guests_of(context: Context, clause: Clause) -> tuple[str, ...]:
    """Ids of those whom the words of a meeting name as there besides, in the order of the text.

    Args:
        context: The report.
        clause: The clause of the meeting.
    """
    subject = subject_of_clause(clause) if clause.relation == "verb" else None
    heads = (*clause.nouns, *clause.asides, *clause.verbs[:1], *((subject,) if subject is not None else ()))
    found = [a for head in heads for inner in _there(head) for a in people_of(context, inner)]
    led = [a for head in heads for inner in _in_the_chair(head) for a in people_of(context, inner)]
    led += [a for head in heads for of in _chairs(head) for a in _listed(context, of)]
    whose = [a for head in heads for chair in _chairs(head) for a in _owners(context, chair)]
    return tuple(dict.fromkeys((*found, *(a for a in led if is_person(context, a)), *whose)))


def _chairs(head: Token) -> Iterator[Token]:
    """The "chairmanship" of "under the chairmanship of X"."""
    below = (
        head,
        *(t for c in head.children if c.dep_ in {"prep", "npadvmod"} for t in objects_behind(c.head, {"on"})),
    )
    for above in below:
        yield from (t for t in objects_behind(above, {"under"}) if t.lemma_.lower() in meeting_words().chairing)


def _owners(context: Context, chair: Token) -> Iterator[str]:
    """ "Under Zaire's chairmanship"."""
    yield from (a for c in chair.children if c.dep_ == "poss" for a in people_of(context, c))


def _listed(context: Context, chair: Token) -> Iterator[str]:
    """ "Of Ambassador A (OSCE), Ambassador B (UN) and C (EU)": the parser loses itself in the brackets."""
    rest = chair.doc[chair.i + 1 : min(chair.i + _LONGEST, chair.sent.end)]
    if not any(t.text == "(" for t in rest):
        return
    for token in rest:
        if token.pos_ in {"VERB", "AUX"} or token.text in {";", "."}:
            return
        yield from (a for a in context.roster.at(token) if token.pos_ == "PROPN" and is_person(context, a))


def _there(head: Token) -> Iterator[Token]:
    """ "With the participation of X", "in the presence of X"."""
    for inner in objects_behind(head, {"with", "in"}):
        if inner.lemma_.lower() in meeting_words().presence:
            yield from objects_behind(inner, {"of", "by"})
    for inner in objects_behind(head, {"under", "before"}):  # "under the eyes of X"
        if inner.lemma_ in {"eye", "gaze"}:
            yield from objects_behind(inner, {"of"})


def _in_the_chair(head: Token) -> Iterator[Token]:
    """ "Under the chairmanship of X", "with X in the chair"."""
    for inner in objects_behind(head, {"under"}):
        if inner.lemma_.lower() in meeting_words().chairing:
            yield from objects_behind(inner, {"of"})
        elif inner.pos_ == "PROPN":  # "the first round under Mr X"
            yield inner
    for child in head.subtree:
        if child.lower_ == "with" and child.dep_ == "prep":
            chaired = [c for c in child.children if c.dep_ == "pobj" and _has_chair(c)]
            yield from chaired


def _has_chair(person: Token) -> bool:
    """ "With X and Y in the chair": the parser hangs "in the chair" on the name, or beside it."""
    beside = (person, person.head.head) if person.dep_ == "pobj" else (person,)
    chairs = (inner for head in beside for inner in objects_behind(head, {"in"}) if inner.i > person.i)
    return any(inner.lemma_.lower() in {"chair", "attendance"} for inner in chairs)
