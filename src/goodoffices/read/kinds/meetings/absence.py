"""Absence: who is told not to be at a meeting ("to which neither Russia nor Iran was invited", "X boycotted it")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import Clause, subject_of_clause
from ..phrases import objects_behind
from .people import people_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["absent", "is_membership"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_UNITED = frozenset({"gather", "group", "unite", "assemble"})
_PLACES = frozenset({"GPE", "FAC", "LOC", "DATE", "TIME"})


def absent(context: Context, clause: Clause) -> frozenset[str]:
    """Ids of those who, by the words of a meeting, were not asked to it or stayed away.

    Args:
        context: The report.
        clause: The clause of the meeting.
    """
    shunned = clause.verbs[:1] if clause.relation == "object" else ()
    away = {a for v in shunned if v.lemma_.lower() in meeting_words().shun for a in _subjects(context, v, clause)}
    heads = (*clause.nouns, *clause.asides)
    inner = [c for head in heads for c in (head, *head.children) if c.pos_ == "VERB"]
    for verb in dict.fromkeys(inner):
        subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if subject is not None and verb.lemma_.lower() in meeting_words().come and _is_denied(verb, subject):
            away |= set(people_of(context, subject))
    return frozenset(away)


def _subjects(context: Context, verb: Token, clause: Clause) -> tuple[str, ...]:
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None) or subject_of_clause(clause)
    return people_of(context, subject) if subject is not None else ()


def _is_denied(verb: Token, subject: Token) -> bool:
    neither = any(c.lower_ in {"neither", "no"} for c in subject.children)
    return neither or any(c.dep_ == "neg" for c in verb.children)


def is_membership(verb: Token) -> bool:
    """ "The movements gathered in the Platform", "parties united in a coalition": who belongs to what, no meeting."""
    if verb.lemma_.lower() not in _UNITED:
        return False
    bodies = [t for t in objects_behind(verb, {"in", "within", "under"}) if t.ent_type_ not in _PLACES]
    if any(t.lemma_.lower() in meeting_words().unions for t in bodies):
        return True
    return verb.dep_ == "acl" and any(t.text[:1].isupper() for t in bodies)
