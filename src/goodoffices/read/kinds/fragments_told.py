"""Fragments of a log that tell of an event by one word: "A teacher dead", "Open letter from the BRN"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plover.roles import doer
from .happenings import event_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["kind_of_fragment"]


def kind_of_fragment(context: Context, token: Token) -> str | None:
    """Tell the kind of event that a word of a log's entry tells of by itself.

    Args:
        context: The report.
        token: A word of an entry.

    Returns:
        ``violence`` or ``statement``, None where it tells of neither.
    """
    words = event_words()
    if token.lower_ in words.harmed and token.dep_ in {"ROOT", "acl", "amod", "conj", "acomp"}:
        return "violence"
    if token.dep_ != "ROOT":
        return None
    if token.lemma_.lower() in words.voicing and token.tag_ in {"VBZ", "VBP", "VBD"}:
        agent = doer(token)
        return "statement" if agent is not None and context.roster.at(agent) else None
    behind = (
        g for c in token.children if c.dep_ in {"prep", "agent"} and c.lower_ in {"from", "by"} for g in c.children
    )
    sent = token.lemma_.lower() in words.media and any(context.roster.at(g) for g in behind)
    return "statement" if sent else None
