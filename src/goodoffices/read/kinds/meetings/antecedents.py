"""Antecedents: of whom a clause with "who" speaks, and who stands before a subject that the parser cuts in two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..governing import Clause
from .people import is_person
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["before_subject", "meant_by_which", "who_met_each_other"]

_HIGHEST = 6
_LEAST = 3
"""Words from a noun to the "which" that hangs on it, where a name stands between them."""
_OFFICE_OF = frozenset({"of", "for", "to"})


def who_met_each_other(clause: Clause, subject: Token) -> Token:
    """ "A, the minister of X, and B, the minister of Y, who met": both, wherever the parser hangs "who".

    Args:
        clause: The clause of a meeting.
        subject: Its subject, as the parser has it.

    Returns:
        The first of those who are joined, where the verb says that they met each other; else the subject.
    """
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or verb.dep_ != "relcl" or verb.head != subject or clause.relation != "verb":
        return subject
    if verb.lemma_.lower() not in meeting_words().meet or not any(c.lower_ == "who" for c in verb.children):
        return subject
    if any(c.dep_ == "dobj" or (c.dep_ == "prep" and c.lower_ == "with") for c in verb.children):
        return subject
    top, joined = subject, False
    for _ in range(_HIGHEST):
        office = top.dep_ == "pobj" and top.head.lower_ in _OFFICE_OF and top.head.head.pos_ == "NOUN"
        if top.dep_ not in {"appos", "conj"} and not office:
            break
        joined = joined or top.dep_ == "conj"
        top = top.head.head if office else top.head
    return top if joined and top.pos_ == "PROPN" else subject


def before_subject(context: Context, subject: Token) -> Iterator[str]:
    """ "On Monday A, who leads X, and B met": the person whom the parser hangs on the day, cut off from B by "and"."""
    first = subject.left_edge
    joint = first.nbor(-1) if first.i > first.sent.start else None
    if joint is None or joint.lower_ != "and" or subject.dep_ != "nsubj":
        return
    one = joint.head
    told_of = any(c.dep_ in {"relcl", "appos"} for c in one.children)
    if one.pos_ == "PROPN" and one.i < joint.i and told_of and one.dep_ in {"pobj", "nsubj", "npadvmod", "dep"}:
        yield from (a for a in context.roster.at(one) if is_person(context, a))


def meant_by_which(context: Context, clause: Clause, subject: Token) -> Token:
    """ "Gave the work to the Council (NCC), which will hold ...": the body before the comma, where the parser errs.

    Args:
        context: The report.
        clause: The clause of a meeting.
        subject: Its subject, as the parser has it: the noun on which "which" hangs.

    Returns:
        The name that stands right before "which", where the subject is a thing that holds no meeting; else the subject.
    """
    verbs = (v for v in clause.verbs[:2] if v.dep_ == "relcl" and v.head == subject)
    which = next((c for v in verbs for c in v.children if c.lower_ in {"which", "who"} and c.dep_ == "nsubj"), None)
    if which is None or context.roster.at(subject) or which.i - _LEAST < subject.i or which.nbor(-1).text != ",":
        return subject
    last = which.nbor(-2)
    if last.text == ")":
        opening = next((t for t in reversed(which.doc[subject.i : last.i]) if t.text == "("), last)
        last = opening.nbor(-1)
    for token in (last.head.head, last.head, last):  # "the Council of Churches": the name hangs on "Council"
        if subject.i < token.i <= last.i and token.pos_ == "PROPN" and context.roster.at(token):
            return token
    return subject
