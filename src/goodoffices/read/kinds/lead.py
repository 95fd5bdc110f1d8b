"""Lead: the two sides that the opening of a report names as one subject ("Kenya and the rebel alliance signed ...")."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from ..actors.listing import listed
from ..actors.sides import between_sides
from .contenders import is_side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from ..context import Context

__all__ = ["pair_of_lead", "state_first"]

_PASSAGES = 3
"""Passages of the opening: headline, byline, lead."""
_SENTENCES = 2
_PAIR = 2
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BESIDE = frozenset({"compound", "nmod", "amod", "appos"})
_FROM_OUTSIDE = frozenset(
    {"mediate", "broker", "host", "facilitate", "sponsor", "condemn", "denounce", "hail", "help", "chair"}
    | {"sanction", "deploy", "threaten", "invite", "welcome", "urge", "press", "guarantee", "oversee", "back"}
    | {"call", "demand", "reject", "ask", "propose", "tell", "warn", "criticise", "criticize", "describe", "suggest"}
    | {"inform", "brief", "notify", "advise", "assure", "appeal", "object", "boycott", "attend", "join", "contribute"}
    | {"thank", "note", "praise", "applaud", "support", "monitor", "offer", "stress", "underline", "lead"}
)
"""What those do whose talks they are not."""


@functools.lru_cache(maxsize=2)
def pair_of_lead(context: Context) -> tuple[str, ...]:
    """The two sides that the lead joins as the subject of what it tells, if nobody else does it with them.

    Args:
        context: The report.

    Returns:
        Ids of both, or none.
    """
    hosts = between_sides(context.roster)
    for subject in _subjects(context):
        members = list(listed(subject))
        parties = tuple(dict.fromkeys(p for p in (_party(context, member) for member in members) if p is not None))
        if len(members) == len(parties) == _PAIR and hosts.isdisjoint(parties):
            return parties
    return ()


def state_first(context: Context, pair: tuple[str, ...]) -> tuple[str, ...]:
    """A state and the movement beside it, in this order.

    Args:
        context: The report.
        pair: Ids of two sides.

    Returns:
        Ids of both; none where the two are of one kind.
    """
    states = [context.roster.actors[party].kind == "state" for party in pair]
    return () if states[0] == states[1] else pair if states[0] else (pair[1], pair[0])


def _subjects(context: Context) -> Iterator[Token]:
    """The joined subjects of the opening's main clauses, but of those who urge or mediate."""
    for passage in context.passages[:_PASSAGES]:
        for sentence in passage.sentences[:_SENTENCES]:
            for token in sentence.span:
                main = token.dep_ in _SUBJECTS and token.head.dep_ == "ROOT"
                if main and token.head.lemma_ not in _FROM_OUTSIDE and any(c.dep_ == "conj" for c in token.children):
                    yield token


def _party(context: Context, member: Token) -> str | None:
    """The side that one of the two is, also by the name before its noun ("the LRA rebels")."""
    near = (member, *(c for c in member.children if c.dep_ in _BESIDE))
    found = (party for token in near for party in context.roster.parties_at(token))
    return next((party for party in found if is_side(context, party)), None)
