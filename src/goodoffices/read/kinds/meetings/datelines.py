"""Datelines: the town that "here" means, which the head of a report names ("JAKARTA, 3 March - ... signed here")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from goodoffices.read.ingest.dateline import dateline_end

from .draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ...context import Context

__all__ = ["at_dateline"]

_OPENING = 4
"""Sentences at the head of a report before which its dateline stands."""
_LINE = 240
_TOWN = re.compile(r"[^\W\d_][^\d\n,:;()–—]{1,40}?(?=,|\s*[(–—]|\s+-)")


def at_dateline(context: Context, draft: Draft) -> Draft:
    """The draft with the town of the dateline, where its words say that it was "here" and nothing names a place.

    Args:
        context: The report.
        draft: A meeting; what is quoted was said elsewhere, so that the speaker's "here" is left alone.
    """
    heads = (*draft.reach.clause.nouns, *draft.reach.clause.verbs[:1])
    here = any(c.lower_ == "here" and c.dep_ == "advmod" for head in heads for c in head.children)
    here = here or any(_comes_in(verb) for verb in draft.reach.clause.verbs[:1])
    if draft.place is not None or not here or any(t.is_quote for t in draft.reach.sentence.span):
        return draft
    return msgspec.structs.replace(draft, place=_town(context))


def _comes_in(verb: Token) -> bool:
    """ "Flew in on Thursday for a round with X": to where the report is written."""
    within = any(c.lower_ in {"in", "back"} and c.dep_ in {"prt", "advmod"} for c in verb.children)
    behind = [c for c in verb.children if c.dep_ == "prep"]
    within = within or any(c.lower_ == "in" and all(t.lower_ == "from" for t in c.children) for c in behind)
    goals = any(c.lower_ in {"to", "at", "into", "in"} and any(t.dep_ == "pobj" for t in c.children) for c in behind)
    return verb.lemma_ in {"fly", "come", "drive", "arrive"} and within and not goals


def _town(context: Context) -> str | None:
    text = context.report.text
    for sentence in context.sentences[:_OPENING]:
        start = text.rfind("\n", 0, sentence.start) + 1
        front = text[start : sentence.start]
        found = _TOWN.match(front)
        if found and dateline_end(text[start : start + _LINE]):
            return found[0].title() if found[0].isupper() else found[0]
    return None
