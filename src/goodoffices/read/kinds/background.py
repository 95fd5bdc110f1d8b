"""Background: what a clause tells only beside another, or of years ago, and which is no event of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .timing import time_of_clause

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..context import Context

__all__ = ["is_background"]

_LONG_AGO_DAYS = 200
"""Days before its report from which a march, a flight or a vote is history."""


def is_background(context: Context, word: Token, clause: Token, kind: str) -> bool:
    """Does a word tell of a thing only to say when, why or since when another took place?

    Violence bears on the talks wherever a report names it. What people say while they do something else
    ("..., warning that") and a march, a vote or a flight by which another event is dated ("since the party took
    office") do not.

    Args:
        context: The report.
        word: The word that tells of it.
        clause: The head of the clause that tells of it.
        kind: The kind of event.
    """
    if kind == "statement":
        return clause.dep_ == "advcl"
    if kind != "other":
        return False
    dates_another = word.pos_ == "NOUN" and word.dep_ == "pobj"
    return clause.dep_ == "advcl" or dates_another or _is_long_ago(context, clause)


def _is_long_ago(context: Context, clause: Token) -> bool:
    published = context.report.published
    when = time_of_clause(context, clause) if published is not None else None
    latest = when.latest if when is not None else None
    return latest is not None and published is not None and (published - latest).days > _LONG_AGO_DAYS
