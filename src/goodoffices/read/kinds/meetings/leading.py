"""Leading: who led whose delegation at a meeting that was told of before ("X led the government's team")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..governing import tense_of
from ..phrases import objects_behind
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["is_leading"]

_LEAD = frozenset({"lead", "head", "represent"})


def is_leading(context: Context, verb: Token) -> bool:
    """ "X led the Ethiopian delegation", "the Government was represented by Minister X": at the talks told of before.

    A description ("Y, who leads the team") tells of no meeting, and a team "that met Z in April" was at that one.
    """
    if verb.lemma_ not in _LEAD or verb.dep_ in {"relcl", "acl"} or tense_of(verb) != "past":
        return False
    if any(c.dep_ == "auxpass" for c in verb.children):
        return any(_is_person(context, agent) for agent in objects_behind(verb, {"by"}))
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    sent = any(_is_sent(c) for c in verb.children)
    return subject is not None and _is_person(context, subject) and sent


def _is_sent(led: Token) -> bool:
    return (
        led.dep_ == "dobj"
        and led.lemma_.lower() in meeting_words().sent
        and not any(c.dep_ == "relcl" for c in led.children)
    )


def _is_person(context: Context, token: Token) -> bool:
    behind = [token, *(c for c in token.children if c.dep_ == "appos")]
    return any(context.roster.actors[a].kind == "person" for t in behind for a in context.roster.at(t))
