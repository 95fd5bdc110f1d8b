"""Debating: councils that take a matter up ("the Security Council votes tomorrow", "debated it on 29 June")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..outlook_words import outlook_words
from ..phrases import objects_behind
from .speaking import is_assembly
from .subjects import own_subject
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["debates"]


def debates(context: Context, verb: Token) -> bool:
    """ "The Security Council is to discuss Sudan", "the Council votes tomorrow": a named body, to come."""
    subject = own_subject(verb)
    above = verb.head if verb.dep_ in {"xcomp", "ccomp"} else None
    for upper in (above, above.head if above is not None else None):
        subject = subject if subject is not None or upper is None else own_subject(upper)
    if subject is None or not (_is_known_body(context, subject) or _are_heads_of_body(context, subject)):
        return False
    to_come = any(c.lower_ in {"to", *outlook_words().modals} for c in verb.children if c.dep_ == "aux")
    if verb.lemma_ == "vote" and subject.lemma_.lower() in meeting_words().legislatures:
        return False
    if verb.tag_ == "VBD" and subject.lemma_.lower() not in meeting_words().legislatures | {"government", "cabinet"}:
        return _on_a_day(verb) or any(t.ent_type_ == "GPE" for t in objects_behind(verb, {"in"}))
    return to_come or (verb.tag_ == "VBZ" and verb.dep_ == "ROOT" and _on_a_day(verb))


def _is_known_body(context: Context, subject: Token) -> bool:
    return is_assembly(subject) and bool(context.roster.at(subject))


def _are_heads_of_body(context: Context, subject: Token) -> bool:
    """ "ECOWAS heads of state will take up the matter in Accra"."""
    offices = meeting_words().leading | {"ambassador"}
    heads = subject.tag_ in {"NNS", "NNPS"} and subject.lemma_.lower() in offices
    owned = [subject, *objects_behind(subject, {"of"})]  # "ambassadors of NATO's members"
    owners = (c for head in owned for c in head.children if c.dep_ in {"compound", "nmod", "poss"})
    ids = (a for c in owners for a in context.roster.at(c))
    return heads and any(context.roster.actors[a].kind == "organisation" for a in ids)


def _on_a_day(verb: Token) -> bool:
    """ "Discusses it on Monday", "votes tomorrow"."""
    days = [*objects_behind(verb, {"on"}), *(c for c in verb.children if c.dep_ == "npadvmod")]
    return any(t.ent_type_ == "DATE" for t in days)
