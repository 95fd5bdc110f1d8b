"""Delegations: "delegations of A, led by X, and of B, led by Y, met": read along the words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .person_words import one_of
from .vocabulary import meeting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["first_delegation", "of_delegations"]

_LONGEST = 60
"""Words from "delegations" to the verb, at most."""
_SENT = frozenset({"representative", "envoy", "delegate", "emissary", "official", "expert"})
_BEHIND = frozenset({"of", "from", "for", "representing", "led", "headed"})


def of_delegations(context: Context, verb: Token) -> tuple[str, ...]:
    """Ids of those whose delegations a sentence names in front of a verb of meeting, and of who leads them.

    Args:
        context: The report.
        verb: The verb of meeting.

    Returns:
        Ids in the order of the text; none where no such plural stands before the verb as its subject.
    """
    head = next((t for t in _before(verb) if _is_plural_of_sent(t)), None)
    if head is None or not _runs_up_to(head, verb):
        return ()
    named = (a for t in verb.doc[head.i + 1 : verb.i] if t.pos_ in {"PROPN", "NOUN", "ADJ"} for a in _ids(context, t))
    return tuple(dict.fromkeys(named))


def _before(verb: Token) -> Iterator[Token]:
    yield from verb.doc[max(verb.sent.start, verb.i - _LONGEST) : verb.i]


def _ids(context: Context, token: Token) -> tuple[str, ...]:
    return context.roster.at(token) if token.pos_ == "PROPN" or one_of(token) == "government" else ()


def _is_plural_of_sent(token: Token) -> bool:
    """ "Delegations of", "negotiators for", "teams led by"."""
    known = one_of(token) in meeting_words().sent | _SENT and token.tag_ in {"NNS", "NNPS"}
    return known and token.i + 1 < len(token.doc) and token.nbor().lower_ in _BEHIND


def _runs_up_to(head: Token, verb: Token) -> bool:
    """Does the phrase reach the verb: with nothing between but participles, and two names at least?"""
    between = head.doc[head.i + 1 : verb.i]
    finite = any(t.tag_ in {"VBZ", "VBP", "MD"} or (t.tag_ == "VBD" and t.lower_ not in _BEHIND) for t in between)
    own = not any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < head.i for c in verb.children)
    return own and not finite and any(t.lower_ == "and" for t in between)


def first_delegation(head: Token) -> Token | None:
    """The plural of those sent that the parser takes for a part of a phrase ("at the invitation of X, delegations")."""
    inside = (t for t in head.subtree if t.i > head.i and _is_plural_of_sent(t))
    return next(inside, None)
